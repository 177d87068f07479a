"""Check everything in plans/ and print all problems; exit status 1 if there is an error."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from plansite.load import load_site
from plansite.problems import SourceError, errors


def main() -> int:
    """Print problems as `file:line: level: Chinese | English`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="folder that holds plans/")
    root = parser.parse_args().root
    try:
        site = load_site(root)
        problems, summary = (
            site.warnings,
            f"{len(site.plans)} plans, {len(site.observations)} observations",
        )
    except SourceError as error:
        problems, summary = error.problems, "not usable"
    for problem in problems:
        print(problem.annotation() if os.environ.get("GITHUB_ACTIONS") else problem)
    count = len(errors(problems))
    print(f"{summary}; {count} errors, {len(problems) - count} warnings")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
