"""Tables of cases through scripts/assess.py, and through the reader it uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from plansite.problems import SourceError
from plansite.progress.case_table import COLUMNS, read_cases

SCRIPT = Path(__file__).parents[2] / "scripts" / "assess.py"
HEADER = ",".join(COLUMNS)


def run(*arguments, content=None):
    return subprocess.run(
        [sys.executable, SCRIPT, *map(str, arguments)],
        input=content,
        capture_output=True,
        timeout=60,
        check=False,
    )


def cases(text, header="comparator,target,target_year,baseline,baseline_year,observations"):
    return read_cases(f"{header}\n{text}\n".encode(), "cases.csv")


def problems(text, **more):
    with pytest.raises(SourceError) as error:
        cases(text, **more)
    return [str(problem) for problem in error.value.problems]
