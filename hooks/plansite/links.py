"""Every internal link and anchor of a finished site resolves: read from the pages themselves."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

NO_ANCHOR = " (no such anchor)"
"""What follows a link to a page that has not the anchor."""


@dataclass(frozen=True)
class _PageLinks:
    ids: frozenset[str]
    links: frozenset[str]


def broken_links(site: Path) -> Iterator[str]:
    """Yield `page: link` for each relative link of the site that leads nowhere.

    Absolute addresses are not looked at; 404.html is left out, its links are absolute.
    """
    pages = {
        path.relative_to(site).as_posix(): _read(path)
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, page in pages.items():
        for link in sorted(page.links):
            if (target := _target(name, link)) is None:
                continue
            path, fragment = target
            if path not in files:
                yield f"{name}: {link}"
            elif fragment and path in pages and fragment not in pages[path].ids:
                yield f"{name}: {link}{NO_ANCHOR}"


_TAG = re.compile(r"<(a|link|script|img|source)\s([^>]*)>")
_ADDRESS = re.compile(r"""(?:^|\s)(href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))(?=[^<>]*>)""")
_NAMED = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src"}
"""The attribute of each element that names an address."""


def _read(path: Path) -> _PageLinks:
    """Read a page's ids and addresses; in what templates write, no attribute holds a bare `>`."""
    page = path.read_text(encoding="utf-8")
    links = {
        unescape("".join(value))
        for tag, attributes in _TAG.findall(page)
        for name, *value in _ADDRESS.findall(attributes)
        if name == _NAMED[tag]
    }
    ids = {unescape("".join(value)) for value in _ID.findall(page)}
    return _PageLinks(frozenset(ids), frozenset(links))


def _target(page: str, link: str) -> tuple[str, str] | None:
    """Return file and fragment a link leads to; None if it leaves the site."""
    way, _, fragment = link.partition("#")
    if not way:
        return page, unquote(fragment)
    path = _file(posixpath.dirname(page), way)
    return None if path is None else (path, unquote(fragment))


@lru_cache(maxsize=65536)
def _file(folder: str, way: str) -> str | None:
    """Return the file that an address without fragment leads to from a folder."""
    parts = urlsplit(way)
    if parts.scheme or parts.netloc or way.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if parts.path.endswith(("/", "/.", "/..")) or parts.path in {".", ".."}:
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path
