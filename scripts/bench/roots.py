"""Made-up roots of about as many pages as asked for, and their build."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from bench.run import REPOSITORY, Run, python, run

TINY = ("--domains", "1", "--targets", "2", "--measures", "2")
"""Size of a plan where fewer pages are asked for than one plan of realistic size has."""
COUNT = """
import sys, pathlib
from plansite.generate import generate
print(len(generate(pathlib.Path(sys.argv[1]), "zh").pages))
"""
LANGUAGES = 2
_TRIES, _NEAR = 4, 0.1
"""Pages do not grow evenly with plans: long lists are parted. So near the number asked for will do."""


def make_root(folder: Path, plans: int, options: Iterable[str] = ()) -> None:
    """Write a root of made-up plans."""
    shutil.rmtree(folder, ignore_errors=True)
    script = REPOSITORY / "scripts" / "generate_scale.py"
    run([sys.executable, script, str(plans), folder, *options], REPOSITORY)


def root_of(pages: int, work: Path) -> tuple[Path, int]:
    """Write a root with about as many pages in both languages together; return it with its plans."""
    folder = work / f"root-{pages}"
    make_root(folder, 1)
    one = _count(folder)
    if pages <= one:
        make_root(folder, 1, TINY)
        return folder, 1
    plans, known = 4, (1, one)
    for left in reversed(range(_TRIES)):
        make_root(folder, plans)
        count = _count(folder)
        each = (count - known[1]) / (plans - known[0])
        better = max(2, round(plans + (pages - count) / each))
        if not left or better == plans or abs(count - pages) <= pages * _NEAR:
            break
        plans, known = better, (plans, count)
    return folder, plans


def build(folder: Path, work: Path) -> tuple[Run, int]:
    """Build a root as `make build` does; return what it took and the pages of both languages."""
    script = REPOSITORY / "scripts" / "build.py"
    site = work / "built"
    places: list[str | Path] = ["--root", folder, "--site", site, "--work", work / "making"]
    taken = run([sys.executable, script, *places], REPOSITORY)
    return taken, sum(1 for _ in site.rglob("index.html"))


def _count(folder: Path) -> int:
    """Return how many pages a root generates."""
    return LANGUAGES * int(python(COUNT, folder).output)
