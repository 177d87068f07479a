"""A measured command: what it said, and what it took with all its children."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Run:
    """What one child process took."""

    seconds: float
    """By the clock."""
    cpu: float
    """Seconds of all processes, user and system."""
    memory: float
    """Peak of the largest process, in MB."""
    output: str = ""


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command to its end; print what it said and stop if it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read()
    if child.returncode:
        sys.exit(f"{' '.join(child.args)}\n{output}")  # type: ignore[arg-type]
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Run(seconds, usage.ru_utime + usage.ru_stime, peak, output)


def python(code: str, folder: Path, *arguments: str | Path) -> Run:
    """Run a piece of Python on a root."""
    return run([sys.executable, "-c", code, folder, *arguments], REPOSITORY)


def added(runs: Sequence[Run]) -> Run:
    """Return what several runs took one after the other."""
    return Run(
        sum(one.seconds for one in runs),
        sum(one.cpu for one in runs),
        max(one.memory for one in runs),
    )
