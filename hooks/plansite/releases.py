"""Releases of the site on a web server: each in a folder of its own, `current` leads to one.

To publish is to copy the site beside the others and to turn the link; to go back is to turn it back.
"""

from __future__ import annotations

import shutil
from pathlib import Path

KEPT = 5
"""Releases kept on the server; older ones are removed."""


class ReleaseError(Exception):
    """A release can not be made or gone back to; the message is for people."""


def releases(target: Path) -> tuple[str, ...]:
    """Return the names of the releases, oldest first."""
    folder = target / "releases"
    names = (one.name for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else ()
    return tuple(sorted(name for name in names if not name.endswith(".part")))


def current(target: Path) -> str:
    """Return the name of the release that is served; empty if there is none."""
    link = target / "current"
    return link.readlink().name if link.is_symlink() else ""


def install(site: Path, target: Path, name: str) -> None:
    """Copy `site` to `target` as release `name` and serve it; keep the last KEPT releases.

    Readers see the old site or the new one, never a mixture. Raises ReleaseError, and changes
    nothing, if `site` is no finished site or the release is there already.
    """
    if not (site / "index.html").is_file():
        raise ReleaseError(
            f"{site} 不是建好的网站；请先运行 make build | {site} is no finished site; run make build first"
        )
    folder = target / "releases" / name
    if folder.exists():
        raise ReleaseError(
            f"发布 {name} 已存在；请另取名称 | the release {name} is there already; choose another name"
        )
    if (target / "current").exists() and not (target / "current").is_symlink():
        raise ReleaseError(
            f"{target / 'current'} 不是链接，未改动；请移开 | {target / 'current'} is no link and was left alone; move it away"
        )
    part = folder.with_name(f"{name}.part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(site, part)
    part.rename(folder)
    _turn(target, name)
    for old in [one for one in releases(target) if one != name][: -(KEPT - 1)]:
        shutil.rmtree(target / "releases" / old)


def roll_back(target: Path, name: str = "") -> str:
    """Serve an earlier release, the one before the current if none is named; return its name.

    Raises ReleaseError if there is none.
    """
    names, now = releases(target), current(target)
    earlier = [one for one in names if one < now]
    chosen = name or (earlier[-1] if earlier else "")
    if chosen not in names:
        listed = ", ".join(names) or "-"
        raise ReleaseError(
            f"没有可退回的发布 {name};现有: {listed} | there is no release {name} to go back to; there are: {listed}"
        )
    _turn(target, chosen)
    return chosen


def _turn(target: Path, name: str) -> None:
    """Let `current` lead to a release, in one step."""
    new = target / "current.new"
    new.unlink(missing_ok=True)
    new.symlink_to(Path("releases") / name)
    new.replace(target / "current")
