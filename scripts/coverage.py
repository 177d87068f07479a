"""Print, per plan and language, what is recorded and summarised of what the document has.

    python scripts/coverage.py [--documents DIR] [--official-texts DIR] [--strict] [--details]

What the document has comes from the official text (in plans/, or in the folder of --official-texts), or
from --documents, where NAME.txt belongs to the plan whose source id begins with NAME; failing both, from
the record itself. Only plans recorded from their documents (role: own) are listed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from plansite.coverage import Document, Part, coverage, read_issued_text
from plansite.load import load_site
from plansite.load.official import use_texts
from plansite.model import Plan
from plansite.official import OfficialText
from plansite.problems import Origin, Problem, SourceError
from plansite.reader import (
    Indicator,
    ReadProblem,
    load_catalogue,
    official_text,
    read_document,
)
from plansite.records.base import LANGS

NAMES = {
    "target": "主要目标 targets",
    "sub-item": "分项 sub-items",
    "numeric": "数值目标 numeric targets",
    "measure": "策略措施 measures",
    "project": "重点工程 projects",
    "organisation": "组织实施 organisation",
    "monitoring": "监测评估 monitoring",
    "introduction": "导语 introduction",
    "domain": "领域概述 domain prose",
}


def main(arguments: list[str] | None = None) -> int:
    """Print the table; with --strict, the exit status is 1 below 100 %."""
    options = _parser().parse_args(arguments)
    for folder in (options.documents, options.official_texts):
        if folder and not folder.is_dir():
            zh, en = "没有这个文件夹；请核对路径", "there is no such folder; check the path"
            raise SourceError([Problem(Origin(str(folder)), zh, en)])
    if options.official_texts:
        use_texts(options.official_texts)
    plans = options.root.resolve() / "plans"
    try:
        site = load_site(plans.parent)
        catalogue = load_catalogue(plans / "indicators")
        tables = {}
        for plan in site.plans.values():
            if plan.record.role == "own":
                origin, document = find_document(plan, options.documents, catalogue)
                found = coverage(plan, document, plans / plan.path, plans / "indicators")
                tables[f"{plan.path} ({origin})"] = found
    except (SourceError, ReadProblem) as problem:
        print(problem, file=sys.stderr)
        return 1
    for title, parts in tables.items():
        print_table(title, parts, options.details)
    print_total(tables)
    whole = all(part.complete for parts in tables.values() for part in parts)
    return 1 if options.strict and not whole else 0


def _parser() -> Arguments:
    parser = Arguments(
        zh="按规划和语言列出：文件中的内容收录、概述了多少。",
        description=(__doc__ or "").splitlines()[0],
    )
    parser.add_root()
    parser.add_documents()
    parser.add_argument(
        "--official-texts", type=Path, help="正式文本的文件夹 · folder of official texts"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="不到 100 %% 时退出状态为 1 · exit with 1 below 100 %%",
    )
    parser.add_argument(
        "--details", action="store_true", help="列出缺少的内容 · list what is missing"
    )
    return parser


def find_document(
    plan: Plan, documents: Path | None, catalogue: tuple[Indicator, ...]
) -> tuple[str, Document | None]:
    """Return where what the document has is known from, and what it has."""
    if plan.official and plan.official.lines:
        return f"正式文本 {plan.official.origin.path}", read_issued_text(plan.official, catalogue)
    if documents and plan.record.source:
        source = plan.record.source
        named = [one for one in documents.glob("*.txt") if f"{source}-".startswith(f"{one.stem}-")]
        if named:
            file = max(named, key=lambda one: len(one.stem))
            text = official_text(read_document(file, catalogue).plans[0])
            issued = OfficialText(text, Origin(str(file)), kept=False)
            return f"文件 document {file.name}", read_issued_text(issued, catalogue)
    return "没有文件，以收录为准 no document at hand: the record itself", None


def print_table(title: str, parts: tuple[Part, ...], details: bool) -> None:
    """Print one plan."""
    print(f"\n{title}")
    print(f"  {'document':>8} {'recorded':>15} {'zh':>15} {'en':>15}")
    for part in parts:
        cells = [part.recorded, *(part.summarised.get(lang, -1) for lang in LANGS)]
        shown = " ".join(f"{_share(count, part.document):>15}" for count in cells)
        print(f"  {part.document:8} {shown}  {NAMES[part.name]}")
        if details:
            print("".join(f"{'':12}缺 missing: {one}\n" for one in part.missing), end="")


def print_total(tables: Mapping[str, tuple[Part, ...]]) -> None:
    """Print the sum of all plans by language."""
    parts = [part for found in tables.values() for part in found]
    said = [part for part in parts if part.summarised]
    whole = sum(part.document for part in parts)
    words = [f"recorded {_share(sum(part.recorded for part in parts), whole)}"]
    for lang in LANGS:
        count = sum(part.summarised[lang] for part in said)
        words.append(f"{lang} {_share(count, sum(part.document for part in said))}")
    print(f"\n{len(tables)} plans: " + ", ".join(words))


def _share(count: int, whole: int) -> str:
    if count < 0:
        return "–"
    percent = 100 * count / whole if whole else 100.0
    shown = min(percent, 99.9) if count < whole else percent
    return f"{count} {shown:6.1f} %"


if __name__ == "__main__":
    run(main)
