"""Measure the whole build at growing sizes, beside stock Material on the same pages.

Seconds of CPU are those of all processes together, so they count both languages, the search
index and the check of every link, and hardly depend on what else the machine does.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from bench.observations import observation_table
from bench.roots import build, root_of
from bench.run import REPOSITORY, Run
from bench.stock import build_stock
from plansite.arguments import Arguments
from plansite.command import run

STOCK = "stock Material" + (" with jieba" if find_spec("jieba") else "")
"""Where jieba is installed, Material cuts Chinese words with it, as its manual advises."""
HEAD = "| pages | plans | build | CPU s | clock s | ms CPU a page | peak MB |"


def site_table(sizes: Iterable[int], stock: int, work: Path) -> None:
    """Print what the build takes at each size, and for the plans of this repository.

    At the size `stock` and for this repository, unless `stock` is 0, beside stock Material.
    """
    print(HEAD)
    print("|---:|---:|---|---:|---:|---:|---:|", flush=True)
    for size in sizes:
        folder, plans = root_of(size, work)
        _rows(folder, str(plans), work, size == stock)
        shutil.rmtree(folder)
    _rows(REPOSITORY, "real", work, stock > 0)


def _rows(folder: Path, plans: str, work: Path, compared: bool) -> None:
    ours, pages = build(folder, work)
    print(_row(pages, plans, "this project", ours), flush=True)
    if compared:
        theirs, same = build_stock(folder, work)
        print(_row(same, plans, STOCK, theirs), flush=True)
        ratio = (theirs.cpu / same) / (ours.cpu / pages)
        print(f"| | | stock / this project | {ratio:.1f} | | | |", flush=True)


def _row(pages: int, plans: str, name: str, taken: Run) -> str:
    each = taken.cpu * 1000 / pages
    return (
        f"| {pages} | {plans} | {name} | {taken.cpu:.1f} | {taken.seconds:.1f} | {each:.1f} "
        f"| {taken.memory:.0f} |"
    )


def main() -> int:
    """Run the benchmarks asked for."""
    parser = Arguments(
        zh="测量整个构建在不同规模下的用时和内存，并与原装 Material 比较。", description=__doc__
    )
    parser.add_argument(
        "--pages",
        type=int,
        nargs="*",
        default=[5, 500, 1000, 4000],
        metavar="N",
        help="页数 · numbers of pages",
    )
    parser.add_argument(
        "--stock",
        type=int,
        default=1000,
        metavar="N",
        help="用来比较的页数；0 为不比较 · size to compare, as the real plans are; 0: none",
    )
    parser.add_argument(
        "--observations",
        type=int,
        default=170_000,
        metavar="N",
        help="数据行数；0 为不测 · 0 leaves it out",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plansite-bench-") as name:
        if options.pages:
            site_table(options.pages, options.stock, Path(name))
        if options.observations:
            observation_table(options.observations, Path(name))
    return 0


if __name__ == "__main__":
    run(main)
