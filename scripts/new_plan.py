"""Start a plan folder from nothing; nothing that exists is overwritten.

    python scripts/new_plan.py --jurisdiction heilongjiang/daqing --series women --period 2026-2030 \\
        --title-zh 大庆市妇女发展规划（2026—2030年） --title-en "Daqing City Women's Development Plan (2026-2030)"
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from plansite.arguments import Arguments  # noqa: E402
from plansite.command import run  # noqa: E402
from plansite.reader import ReadProblem  # noqa: E402
from plansite.reader.yaml_text import yaml_text  # noqa: E402
from plansite.records.unknown import close_match  # noqa: E402

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")

ARGUMENTS = {
    "jurisdiction": "地区，如 heilongjiang/daqing · place, heilongjiang/daqing for example",
    "series": "系列，series.yml 中的 id · series, an id of series.yml",
    "period": "规划期，如 2026-2030 · period, 2026-2030 for example",
    "title-zh": "中文标题 · Chinese title",
    "title-en": "英文标题 · English title",
}
_HAN = re.compile("[\u4e00-\u9fff]")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = Arguments(zh="新建一个空的规划文件夹。", description=(__doc__ or "").splitlines()[0])
    for name, words in ARGUMENTS.items():
        parser.add_argument(f"--{name}", required=True, help=words)
    parser.add_argument(
        "--plans", type=Path, default=ROOT / "plans", help="plans 文件夹 · the folder plans"
    )
    options = parser.parse_args(arguments)
    try:
        folder = write_plan(options)
    except ReadProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{folder}: 已建立，请填写 started; fill in plan.yml, targets/ and measures/")
    return 0


def write_plan(options: argparse.Namespace) -> Path:
    """Make the folder and its first files."""
    first, last = _period(options.period)
    if not SLUG.fullmatch(options.jurisdiction):
        raise _problem(
            "--jurisdiction", f"读到 {options.jurisdiction}；只可用小写字母、数字、- 和 /",
            f"read {options.jurisdiction}; only a-z, 0-9, - and / are allowed",
        )  # fmt: skip
    _place(options.plans / "jurisdictions.yml", options.jurisdiction)
    for name, text in (("--title-zh", options.title_zh), ("--title-en", options.title_en)):
        if bool(_HAN.search(text)) != (name == "--title-zh"):
            raise _problem(
                name, f"读到 {text}；应为{'中文' if name == '--title-zh' else '英文'}标题；请改正",
                f"read {text}; the {'Chinese' if name == '--title-zh' else 'English'} title is "
                "expected; correct it",
            )  # fmt: skip
    domains = _domains(options.plans / "series.yml", options.series)
    folder: Path = options.plans / options.jurisdiction / f"{options.series}-{first}-{last}"
    if folder.exists():
        raise _problem(
            str(folder), "目录已存在，没有写任何文件；请换一个期间或直接编辑它",
            "the folder exists and nothing was written; choose another period or edit it",
        )  # fmt: skip
    plan: dict[str, Any] = {
        "title": {"zh": options.title_zh, "en": options.title_en},
        "series": options.series,
        "period": [first, last],
        "status": "draft",
        "role": "own",
        "domains": domains,
        "completeness": {"recorded": "partial"},
    }
    for kind in ("targets", "measures"):
        (folder / kind).mkdir(parents=True)
        for domain in domains:
            (folder / kind / f"{domain}.yml").write_text("[]\n", encoding="utf-8")
    for name in ("implementation", "monitoring"):
        (folder / f"{name}.yml").write_text("[]\n", encoding="utf-8")
    (folder / "plan.yml").write_text(yaml_text(plan), encoding="utf-8")
    return folder


def _place(path: Path, slug: str) -> None:
    """Refuse a place that the file of places, where there is one, does not know."""
    known = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None
    slugs = [one["slug"] for one in known["jurisdictions"]] if known else [slug]
    if slug not in slugs:
        zh, en = close_match(slug, slugs)
        raise _problem(
            "--jurisdiction", f"读到 {slug}，jurisdictions.yml 中没有{zh}；请改正，或先登记这个地区",
            f"read {slug}, which is not in jurisdictions.yml{en}; correct it, or add the place first",
        )  # fmt: skip


def _period(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})[-—](\d{4})", text)
    if not found or int(found[1]) > int(found[2]):
        raise _problem(
            "--period", f"读到 {text}；须为两个年份，如 2026-2030；请改正",
            f"read {text}; two years such as 2026-2030 are allowed; correct the period",
        )  # fmt: skip
    return int(found[1]), int(found[2])


def _domains(path: Path, series: str) -> list[str]:
    """The domains of the series, where the series file knows it."""
    known = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    entry = next((e for e in known if e["id"] == series), None)
    if entry is None and known:
        names = ", ".join(e["id"] for e in known)
        raise _problem(
            "--series", f"读到 {series}；可用 {names}；请改正或先补 series.yml",
            f"read {series}; allowed: {names}; correct it or add the series to series.yml",
        )  # fmt: skip
    return [d["id"] for d in entry["domains"]] if entry else []


def _problem(place: str, zh: str, en: str) -> ReadProblem:
    return ReadProblem(place, 1, zh, en)


if __name__ == "__main__":
    run(main)
