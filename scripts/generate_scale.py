"""Write N made-up plans of realistic size, as a root that can be checked and built."""

from __future__ import annotations

import random
import re
from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from scale.catalogue import write_shared
from scale.places import invented_places
from scale.plan import write_plan
from scale.size import Size, write

REPOSITORY = Path(__file__).resolve().parent.parent


def write_root(folder: Path, plans: int, size: Size) -> None:
    """Write a root with `plans` plans into `folder`, which must not hold one already."""
    sources = folder / "plans"
    sources.mkdir(parents=True)
    places = [place for place, _ in zip(invented_places(), range(plans), strict=False)]
    write_shared(sources, places, size)
    for index, place in enumerate(places):
        write_plan(sources, place, size, random.Random(index))
    write_settings(folder)


def write_settings(folder: Path) -> None:
    """Write mkdocs.yml and mkdocs.en.yml that lead to the repository's pages, theme and hooks."""
    relative = re.compile(r"^(docs_dir: |  custom_dir: |  - )(docs/\S+|hooks/\S+)$", re.MULTILINE)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        write(folder / name, relative.sub(rf"\g<1>{REPOSITORY.as_posix()}/\g<2>", text))


def main() -> int:
    """Write the root named on the command line."""
    parser = Arguments(zh="写出虚构的规划，用来测量大规模的构建。", description=__doc__)
    parser.add_argument("plans", type=int, help="规划数 · number of plans")
    parser.add_argument("folder", type=Path, help="要写的新文件夹 · new folder to write")
    parser.add_argument(
        "--domains",
        type=int,
        default=8,
        choices=range(1, 9),
        metavar="1..8",
        help="每份规划的领域数 · domains a plan",
    )
    parser.add_argument("--targets", type=int, default=60, help="每份规划的目标数 · targets a plan")
    parser.add_argument(
        "--measures", type=int, default=90, help="每份规划的措施数 · measures a plan"
    )
    parser.add_argument("--no-observations", action="store_true", help="不写数据 · without figures")
    parser.add_argument(
        "--named-only", action="store_true", help="只有名称、没有条款的规划 · plans without clauses"
    )
    options = parser.parse_args()
    if (options.folder / "plans").exists():
        parser.error(
            f"{options.folder}/plans 已存在，请另写一个文件夹 · exists already; name a new folder"
        )
    if min(options.plans, options.targets, options.measures) < 0:
        parser.error("数量不能为负 · a number may not be negative")
    size = Size(options.domains, options.targets, options.measures, not options.no_observations,
                not options.named_only)  # fmt: skip
    write_root(options.folder, options.plans, size)
    print(f"{options.folder}: {options.plans} plans")
    return 0


if __name__ == "__main__":
    run(main)
