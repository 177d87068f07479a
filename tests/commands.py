"""The project's commands, run as a person runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[1] / "scripts"
OF_A_SERVER = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY")
"""What a server of GitHub sets; a person has none of it."""


def run_script(
    name: str, *arguments: str | Path | int, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a script, in a folder and with variables if given, and return what it said."""
    own = {key: value for key, value in os.environ.items() if key not in OF_A_SERVER}
    return subprocess.run(
        [sys.executable, SCRIPTS / name, *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", check=False,
        cwd=folder, env={**own, **environment},
    )  # fmt: skip
