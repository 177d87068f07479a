"""A state of the sources as a folder: a folder as it stands, or a revision of the repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PARTS = ("plans", "docs")
"""What of a revision is fetched: the sources and the hand-written pages."""


class TreeError(Exception):
    """A state can not be fetched; the message is for people, in both languages."""


@contextmanager
def tree(name: str, repository: Path) -> Iterator[Path]:
    """Yield the folder of a state: `name` is a folder that holds plans/, or a git revision.

    A revision is written to a temporary folder through an index of its own: the working tree is
    not touched, and no attribute of the revision can leave a file out, as it could in an archive.
    Raises TreeError if `name` is neither.
    """
    if (Path(name) / "plans").is_dir():
        yield Path(name)
        return
    commit = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")  # fmt: skip
    if commit is None:
        raise TreeError(
            f"{name!r} 既不是含有 plans/ 的文件夹，也不是本仓库的 git 版本;"
            "请写提交号、分支名或文件夹(浅克隆请先取全历史) | "
            f"{name!r} is neither a folder that holds plans/ nor a git revision of this repository; "
            "give a commit, a branch or a folder (in a shallow clone fetch the history first)"
        )
    with TemporaryDirectory(prefix="plansite-") as folder:
        _write(repository, commit.strip(), Path(folder))
        yield Path(folder) / "tree"


def _write(repository: Path, commit: str, folder: Path) -> None:
    index = {"GIT_INDEX_FILE": str(folder / "index")}
    held = (_git(repository, "ls-tree", "--name-only", commit) or "").split("\n")
    for part in PARTS:
        if part in held:
            _must(repository, "read-tree", f"--prefix={part}/", f"{commit}:{part}", **index)
    target = folder / "tree"
    (target / "plans").mkdir(parents=True)
    _must(repository, "checkout-index", "--all", "--force", f"--prefix={target}/", **index)


def _must(repository: Path, *arguments: str, **environment: str) -> None:
    if _git(repository, *arguments, **environment) is None:
        words = " ".join(arguments[:1])
        raise TreeError(f"git {words} 失败 | git {words} failed")


def _git(repository: Path, *arguments: str, **environment: str) -> str | None:
    """Return what git prints; None if it fails or is not there."""
    try:
        run = subprocess.run(
            ["git", "-C", str(repository), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **environment},
        )
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None
