"""Every internal link and anchor of a finished site resolves: read from the pages themselves."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plansite.cut import Cut, cut, tag_of

NO_ANCHOR = " (no such anchor)"
"""What follows a link to a page that has not the anchor."""
Loose = Mapping[str, list[str]]
"""Anchors by the path of their page below the site's root; the empty one is the page itself."""
_NAMED = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src"}
"""The attribute of each element that names an address."""
_USUAL = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)", re.ASCII)
"""Most addresses: some steps up, then down."""
_INDEX = "index.html"


class Links:
    """Where the links of pages lead, and the anchors the pages have: gathered page by page."""

    def __init__(self, folder: str = "") -> None:
        """Take the folder that the names of the pages count from: empty or ending in /."""
        self.folder = folder
        self.anchors: dict[str, frozenset[str]] = {}
        self.targets: dict[str, set[str]] = {}

    def add(self, name: str, page: Cut) -> None:
        """Take a page."""
        path = self.folder + name
        self.anchors[path], links = _read(page)
        for link in links:
            if target := _target(path, link):
                self.targets.setdefault(target[0], set()).add(target[1])

    def loose(self, exists: Callable[[str], bool]) -> Loose:
        """Return what links name and neither these pages nor, when asked, files answer."""
        found = {}
        for path, named in sorted(self.targets.items()):
            there = self.anchors.get(path)
            if there is not None:
                missing = named - there - {""}
            else:
                missing = set() if exists(path) else named
            if missing:
                found[path] = sorted(missing)
        return found


def loose_links(site: Path, folder: str = "") -> Loose:
    """Return what links of the site's pages in a folder name and the site has not.

    404.html is left out, its links are absolute.
    """
    links = Links(folder)
    for path in sorted((site / folder).rglob("*.html")):
        if path.name != "404.html":
            name = path.relative_to(site / folder).as_posix()
            links.add(name, cut(path.read_text(encoding="utf-8")))
    return still_loose(site, links.loose(lambda path: False))


def joined(parts: Iterable[Loose]) -> Loose:
    """Return what is in any of several lists of loose links."""
    found: dict[str, set[str]] = {}
    for path, named in (pair for part in parts for pair in part.items()):
        found.setdefault(path, set()).update(named)
    return {path: sorted(named) for path, named in sorted(found.items())}


def still_loose(site: Path, loose: Loose) -> Loose:
    """Return what of loose links the site does not answer either."""
    found: dict[str, list[str]] = {}
    for path, named in loose.items():
        page = site / path
        if not page.is_file():
            found[path] = named
        elif page.suffix == ".html" and any(named):
            there = _read(cut(page.read_text(encoding="utf-8")))[0]
            if missing := [one for one in named if one and one not in there]:
                found[path] = missing
    return found


def broken_links(site: Path, loose: Loose | None = None) -> Iterator[str]:
    """Yield `page: link` for each relative link of the site that leads nowhere.

    With `loose`, only those that name what is in it. Absolute addresses are not looked at.
    """
    wanted = loose_links(site) if loose is None else loose
    for path in sorted(site.rglob("*.html")) if wanted else ():
        name = path.relative_to(site).as_posix()
        if path.name == "404.html":
            continue
        for link in sorted(_read(cut(path.read_text(encoding="utf-8")))[1]):
            target = _target(name, link)
            if target and target[1] in wanted.get(target[0], ()):
                yield f"{name}: {link}{NO_ANCHOR if (site / target[0]).is_file() else ''}"


def _read(page: Cut) -> tuple[frozenset[str], set[str]]:
    """Return the anchors of a page and the addresses it names."""
    found = [*map(_MEANINGS.__getitem__, page.different)]
    anchors = frozenset(anchor for anchor, _ in found if anchor is not None)
    return anchors, {link for _, link in found if link is not None}


class _Meanings(dict[str, tuple[str | None, str | None]]):
    """The anchor and the address in a piece; pages have most of their pieces in common."""

    most = 65_536

    def __missing__(self, piece: str) -> tuple[str | None, str | None]:
        if len(self) >= self.most:
            self.clear()
        tag = tag_of(piece)
        named = _NAMED.get(tag.name)
        link = tag.attributes.get(named) if named else None
        self[piece] = found = tag.attributes.get("id"), link
        return found


_MEANINGS = _Meanings()


def _target(page: str, link: str) -> tuple[str, str] | None:
    """Return file and fragment a link leads to; None if it leaves the site."""
    way, _, fragment = link.partition("#")
    if not way:
        return page, unquote(fragment)
    path = _file(page.rpartition("/")[0], way)
    return None if path is None else (path, unquote(fragment))


def _file(folder: str, way: str) -> str | None:
    """Return the file that an address without fragment leads to from a folder."""
    if usual := _USUAL.fullmatch(way):
        above = _above(folder, len(usual[1]) // 3)
        if above is not None:
            return above + usual[2] + (_INDEX if not usual[2] or usual[2].endswith("/") else "")
    parts = urlsplit(way)
    if parts.scheme or parts.netloc or way.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in {".", ".."}:
        path = posixpath.normpath(posixpath.join(path, _INDEX))
    return path


@lru_cache(maxsize=1024)
def _above(folder: str, steps: int) -> str | None:
    """Return the folder some steps up, ending in / unless it is the root; None above that."""
    parts = folder.split("/") if folder else []
    if steps > len(parts):
        return None
    return "".join(f"{part}/" for part in parts[: len(parts) - steps])
