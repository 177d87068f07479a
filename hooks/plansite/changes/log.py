"""The history of the sources as git tells it: which commit touched which file, when and why."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MOST = 300
"""Commits read, latest first."""

_ILLEGAL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")
"""Signs that no page and no feed may hold; a commit message may, the sources may not."""


@dataclass(frozen=True)
class Commit:
    """One commit that touched plans/."""

    id: str
    when: datetime
    subject: str
    files: tuple[tuple[str, str], ...]
    """What happened (A added, M changed, D removed) and to which file."""


@dataclass(frozen=True)
class Log:
    """Commits, latest first."""

    commits: tuple[Commit, ...]
    cut: bool
    """Whether there are older commits that were not read: a shallow clone, or too many."""


def read_log(root: Path) -> Log | None:
    """Return the history of plans/ in the repository at `root`; None if there is none to read."""
    if not (root / ".git").exists():
        return None
    shallow = _git(root, "rev-parse", "--is-shallow-repository")
    said = _git(
        root, "-c", "core.quotePath=false", "-c", "log.showSignature=false",
        "log", "--no-merges", "--no-renames", "--name-status", f"--max-count={MOST}",
        "--format=%x1e%H%x1f%ct%x1f%s", "--", "plans",
    )  # fmt: skip
    if shallow is None or said is None:
        return None
    text = said.decode("utf-8", "replace")
    commits = tuple(_commit(part) for part in text.split("\x1e")[1:])
    return Log(commits, shallow.strip() == b"true" or len(commits) == MOST)


def _commit(text: str) -> Commit:
    head, *lines = text.split("\n")
    identifier, seconds, subject = head.split("\x1f", 2)
    files = tuple(
        (status[:1], path) for line in lines if line for status, _, path in [line.partition("\t")]
    )
    when = datetime.fromtimestamp(int(seconds), UTC)
    return Commit(identifier, when, _ILLEGAL.sub(" ", subject).strip(), files)


def read_blobs(root: Path, names: Iterable[str]) -> Mapping[str, str]:
    """Return the text of files at revisions (`commit:path`) that exist, in one call of git."""
    asked = list(dict.fromkeys(names))
    said = _git(root, "cat-file", "--batch", stdin="".join(f"{name}\n" for name in asked).encode())
    found: dict[str, str] = {}
    at = 0
    for name in asked if said else ():
        assert said is not None
        end = said.index(b"\n", at)
        words = said[at:end].split(b" ")
        at = end + 1
        if words[-1] == b"missing" or words[1] != b"blob":
            continue
        size = int(words[2])
        found[name] = said[at : at + size].decode("utf-8", "replace")
        at += size + 1
    return found


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    command = ["git", "-C", str(root), *arguments]
    try:
        run = subprocess.run(command, input=stdin, capture_output=True, check=False)
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None
