"""Turn an issued document into a draft plan folder and a report of what was found.

    python scripts/import_document.py FILE --out DIR [--report FILE.json] [--force]

Reads .txt .md .html .docx .pdf. A file with two plans gives the folders plan-1 and plan-2 in DIR and
`other_plans` in the report. Nothing is overwritten without --force. Exit status 1 with one line
`file:line: …` in Chinese and English when something is wrong.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from plansite.arguments import Arguments  # noqa: E402
from plansite.command import run  # noqa: E402
from plansite.reader import (  # noqa: E402
    Reading,
    ReadProblem,
    draft_files,
    load_catalogue,
    load_domains,
    read_document,
    report_of,
)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        catalogue = load_catalogue(options.catalogue)
        domains = load_domains(options.catalogue.parent / "series.yml")
        reading = read_document(options.file, catalogue, domains)
        refuse_other_texts(reading, options.file)
        several = len(reading.plans) > 1
        files: dict[Path, str] = {}
        for number, plan in enumerate(reading.plans, start=1):
            folder = options.out / f"plan-{number}" if several else options.out
            files |= {folder / name: text for name, text in draft_files(plan, catalogue).items()}
        if options.report:
            files[options.report] = (
                json.dumps(report_of(reading), ensure_ascii=False, indent=2) + "\n"
            )
        write_files(files, options.force)
    except ReadProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    first = reading.plans[0]
    named = sum(1 for one in first.domains if one.id != "overall")
    print(f"{options.file}: {first.facts.title or '（无标题 no title）'}: "
          f"{named} 个领域 domains, {len(first.numeric_targets)} 个数字目标 numeric targets; "
          f"请看 see {options.out / 'DECISIONS.md'}")  # fmt: skip
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        zh="把正式文件变成规划文件夹的草稿。", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument(
        "file",
        type=Path,
        help="文件：.txt .md .html .docx .pdf · document: .txt .md .html .docx .pdf",
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="草稿的文件夹 · folder for the draft"
    )
    parser.add_argument("--report", type=Path, help="报告文件（JSON） · file for the report (JSON)")
    parser.add_argument(
        "--force", action="store_true", help="覆盖已有的文件 · overwrite files that exist"
    )
    parser.add_argument(
        "--catalogue",
        type=Path,
        default=ROOT / "plans" / "indicators",
        help="指标目录的文件夹 · folder of the catalogue",
    )
    return parser


def refuse_other_texts(reading: Reading, file: Path) -> None:
    """Raise ReadProblem where no part of a plan is known: a draft of it would be empty."""
    if any(plan.items or plan.overall for plan in reading.plans):
        return
    if any("\u4e00" <= sign <= "\u9fff" for line in reading.source.lines for sign in line.text):
        zh = "没有认出领域、目标或措施，没有写任何文件；请核对这是不是规划全文，或用 new_plan.py 手工录入"
        en = "no domain, target or measure was recognised and nothing was written; check that this is the whole plan, or start by hand with new_plan.py"
    else:
        zh = "文件里没有中文，没有写任何文件；只能读中文原文，请换成中文文件"
        en = "the file holds no Chinese and nothing was written; only the Chinese original can be read, so choose that"
    raise ReadProblem(str(file), 1, zh, en)


def write_files(files: dict[Path, str], force: bool) -> None:
    """Write all files or, where one exists and force is not given, none."""
    existing = sorted(str(path) for path in files if path.exists())
    if existing and not force:
        raise ReadProblem(
            existing[0], 1,
            "文件已存在，没有写任何文件；请换一个 --out 目录，或加 --force 覆盖",
            "the file exists and nothing was written; choose another --out folder or add --force",
        )  # fmt: skip
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise ReadProblem(
                str(path), 1, "写不进文件；请核对目录和权限",
                f"the file cannot be written ({error.strerror}); check the folder and permissions",
            ) from error  # fmt: skip


if __name__ == "__main__":
    run(main)
