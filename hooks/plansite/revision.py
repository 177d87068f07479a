"""The state of the sources a site is built from, as pages print it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "SOURCE_COMMIT"
"""Names the commit where the sources come without their repository, e.g. in a build container."""


def source_commit(root: Path, environment: Mapping[str, str] | None = None) -> str:
    """Return the commit the sources at `root` are at; empty if nobody can tell."""
    given = (os.environ if environment is None else environment).get(VARIABLE, "").strip()
    if given or not (root / ".git").exists():
        return given
    try:
        run = subprocess.run(
            ["git", "-C", str(root), "rev-parse", "--verify", "--quiet", "HEAD"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""
