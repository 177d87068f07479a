"""How long observations take to check and to assess."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.roots import make_root
from bench.run import python

# What the child processes run; each loads the package afresh, as an editor's command does.
LOAD = (
    "import sys, pathlib; from plansite.load import load_site; load_site(pathlib.Path(sys.argv[1]))"
)
ASSESS = """
import sys, pathlib
from plansite.assessing import assess_site
from plansite.load import load_site
print(len(assess_site(load_site(pathlib.Path(sys.argv[1])))))
"""


def observation_table(rows: int, work: Path) -> None:
    """Print how long observations take to check and to assess."""
    folder = work / "observations"
    print("\n| observations | step | seconds | CPU s | peak MB |")
    print("|---:|---|---:|---:|---:|")
    for name, code, options in (
        ("load and check", LOAD, ("--named-only",)),
        ("load, check and assess, with all plans", ASSESS, ("--measures", "0")),
    ):
        make_root(folder, round(rows / 600), options)
        found = sum(
            path.read_text(encoding="utf-8").count("\n") - 1 for path in folder.rglob("*.csv")
        )
        taken = python(code, folder)
        print(
            f"| {found} | {name} | {taken.seconds:.1f} | {taken.cpu:.1f} | {taken.memory:.0f} |",
            flush=True,
        )
    shutil.rmtree(folder)
