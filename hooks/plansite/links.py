"""Every internal link and anchor of a finished site resolves: read from the pages themselves."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plansite.cut import cut, tag_of

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
    """Where the links of pages lead, and the anchors the pages have: gathered page by page.

    Pages are read quickly: what is no link may be taken for one, so only what then leads nowhere is
    to be proved by reading the page again, tag by tag (`still_loose`, `broken_links`).
    """

    def __init__(self, folder: str = "") -> None:
        """Take the folder that the names of the pages count from: empty or ending in /."""
        self.folder = folder
        self.anchors: dict[str, frozenset[str]] = {}
        self.targets: dict[str, set[str]] = {}

    def add(self, name: str, page: str) -> None:
        """Take a page."""
        path = self.folder + name
        self.anchors[path], links = _quickly(page)
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
            links.add(name, path.read_text(encoding="utf-8"))
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
            there = _exactly(page.read_text(encoding="utf-8"))[0]
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
        for link in sorted(_exactly(path.read_text(encoding="utf-8"))[1]):
            target = _target(name, link)
            if target and target[1] in wanted.get(target[0], ()):
                yield f"{name}: {link}{NO_ANCHOR if (site / target[0]).is_file() else ''}"


def _quickly(page: str) -> tuple[frozenset[str], set[str]]:
    """Return anchors a page surely has, and at least the addresses it names, by the usual spelling."""
    named = [page.split(f"{name}=") for name in ("href", "src")]
    if any(one[:1] != '"' for parts in named for one in parts[1:]):
        return _exactly(page)
    anchors = frozenset(
        unescape(behind[: behind.find('"')])
        for before, behind in pairwise(page.split(' id="'))
        if before.rfind("<") > before.rfind(">")  # not in a text
    )
    found = {one[1 : one.find('"', 1)] for parts in named for one in parts[1:]}
    return anchors, {unescape(link) if "&" in link else link for link in found}


def _exactly(page: str) -> tuple[frozenset[str], set[str]]:
    """Return the anchors of a page and the addresses it names, read tag by tag."""
    tags = [*map(tag_of, cut(page).different)]
    anchors = frozenset(tag.attributes["id"] for tag in tags if "id" in tag.attributes)
    named = (tag.attributes.get(_NAMED.get(tag.name, "")) for tag in tags)
    return anchors, {link for link in named if link is not None}


def _target(page: str, link: str) -> tuple[str, str] | None:
    """Return file and fragment a link leads to; None if it leaves the site."""
    way, _, fragment = link.partition("#")
    if not way:
        return page, unquote(fragment)
    path = _file(page.rpartition("/")[0], way)
    return None if path is None else (path, unquote(fragment) if fragment else "")


def _file(folder: str, way: str) -> str | None:
    """Return the file that an address without fragment leads to from a folder."""
    if usual := _usual(way):
        above = _above(folder, usual[0])
        if above is not None:
            return above + usual[1]
    parts = urlsplit(way)
    if parts.scheme or parts.netloc or way.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in {".", ".."}:
        path = posixpath.normpath(posixpath.join(path, _INDEX))
    return path


@lru_cache(maxsize=65_536)
def _usual(way: str) -> tuple[int, str] | None:
    """Return how many steps up a usual address goes, and to which file below; None for others."""
    found = _USUAL.fullmatch(way)
    if not found:
        return None
    return len(found[1]) // 3, found[2] + ("" if found[2] and found[2][-1] != "/" else _INDEX)


@lru_cache(maxsize=1024)
def _above(folder: str, steps: int) -> str | None:
    """Return the folder some steps up, ending in / unless it is the root; None above that."""
    parts = folder.split("/") if folder else []
    if steps > len(parts):
        return None
    return "".join(f"{part}/" for part in parts[: len(parts) - steps])
