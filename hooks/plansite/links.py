"""Every internal link and anchor of a finished site resolves: read from the pages themselves."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html


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
                yield f"{name}: {link} (no such anchor)"


def _read(path: Path) -> _PageLinks:
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    links = tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src | //source/@src")
    return _PageLinks(frozenset(tree.xpath("//@id")), frozenset(map(str, links)))


def _target(page: str, link: str) -> tuple[str, str] | None:
    """Return file and fragment a link leads to; None if it leaves the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if not parts.path:
        path = page
    elif parts.path.endswith(("/", "/.", "/..")) or parts.path in {".", ".."}:
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return path, unquote(parts.fragment)
