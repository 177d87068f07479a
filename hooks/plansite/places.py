"""Where a build works and where it puts the site: nothing that is not its own is ever removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from plansite.records.base import LANGS

try:
    import fcntl
except ImportError:  # no such locks on this system
    fcntl = None  # type: ignore[assignment]

_FOREIGN = (".git", "mkdocs.yml", "plans/site.yml")
"""What no built site has."""


class PlaceError(Exception):
    """A folder can not be used; the message is for people."""


def check_places(work: Path, site: Path) -> None:
    """Raise PlaceError if a folder holds something else than an earlier build, or can not be written."""
    for lang in LANGS:
        if (work / lang).exists() and not (work / f"{lang}.log").is_file():
            raise _not_ours(work / lang)
    if work.exists() and not work.is_dir():
        raise _not_ours(work)
    foreign = any((site / name).exists() for name in _FOREIGN)
    built = (site / "index.html").is_file() and not foreign
    empty = site.is_dir() and not any(site.iterdir())
    if site.exists() and not (built or empty):
        raise _not_ours(site)
    for folder in (work, site.parent):
        _check_writable(folder)


@contextmanager
def workplace(work: Path) -> Iterator[None]:
    """Keep a folder to one build at a time, and empty it of what an earlier one left.

    Raises PlaceError if another build is under way in it.
    """
    work.mkdir(parents=True, exist_ok=True)
    folder = os.open(work, os.O_RDONLY) if fcntl else -1
    try:
        if fcntl:
            _lock(folder, work)
        for lang in LANGS:
            shutil.rmtree(work / lang, ignore_errors=True)
            (work / f"{lang}.log").unlink(missing_ok=True)
        yield
    finally:
        if fcntl:
            os.close(folder)


def make_readable(site: Path) -> None:
    """Let everybody read a site: its server is seldom the user who built it."""
    for parent, _, names in os.walk(site):
        Path(parent).chmod(0o755)
        for name in names:
            Path(parent, name).chmod(0o644)


def swap(new: Path, site: Path) -> None:
    """Put a finished site in place of the old one, which stays until the new one is whole.

    The new one may come from another file system: it is brought beside the old one first.
    """
    beside, old = (site.with_name(f"{site.name}.{word}") for word in ("new", "old"))
    site.parent.mkdir(parents=True, exist_ok=True)
    for one in (beside, old):
        shutil.rmtree(one, ignore_errors=True)
    try:
        shutil.move(new, beside)
        if site.exists():
            site.rename(old)
        beside.rename(site)
    except BaseException:
        if old.exists() and not site.exists():
            old.rename(site)
        shutil.rmtree(beside, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _lock(folder: int, work: Path) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise PlaceError(
            f"{work}: 另一次构建正在进行；请等它结束 | another build is under way there; wait for its end"
        ) from None
    except OSError:
        pass  # a file system without locks


def _check_writable(folder: Path) -> None:
    """Raise PlaceError if no file can be made in a folder, or in the one that is to hold it."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    try:
        with TemporaryFile(dir=there):
            pass
    except OSError as error:
        raise PlaceError(
            f"{folder}: 不能写入（{error.strerror}），没有构建；请核对路径和权限，或换一个文件夹 | "
            f"can not be written ({error.strerror}), nothing was built; check path and permissions, or name another folder"
        ) from None


def _not_ours(path: Path) -> PlaceError:
    return PlaceError(
        f"{path}: 不是以前构建的结果，不会覆盖；请换一个文件夹，或自己移走 | "
        "is not what an earlier build made, it is not replaced; name another folder, or move it away"
    )
