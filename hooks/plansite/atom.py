"""Atom feeds (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from plansite.records.base import Lang

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LOOKS = "assets/stylesheets/feed.css"
"""How a browser shows a feed to a reader who follows a link to it; feed readers pass it by."""


@dataclass(frozen=True)
class Entry:
    """One thing a feed tells."""

    id: str
    """An address or a urn that never changes."""
    title: str
    address: str
    updated: str
    """As in RFC 3339: 2026-01-31T00:00:00Z."""
    summary: str


@dataclass(frozen=True)
class Feed:
    """What a feed says of itself."""

    lang: Lang
    id: str
    title: str
    updated: str
    author: str
    here: str
    """Address of the feed itself."""
    page: str
    """Address of the page that shows the same."""
    path: str
    """Where it lies below the root of its language; the way to its looks depends on it."""


def atom(feed: Feed, entries: Iterable[Entry]) -> str:
    """Return a feed as text; signs with a meaning in XML are escaped."""
    root = ET.Element(f"{{{_ATOM}}}feed", {_XML_LANG: "zh-Hans" if feed.lang == "zh" else "en"})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated)
    _link(root, "self", feed.here, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    _text(ET.SubElement(root, f"{{{_ATOM}}}author"), "name", feed.author)
    for one in entries:
        entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
        _text(entry, "id", one.id)
        _text(entry, "title", one.title)
        _text(entry, "updated", one.updated)
        _link(entry, "alternate", one.address, "text/html")
        _text(entry, "summary", one.summary)
    ET.register_namespace("", _ATOM)
    ET.indent(root, " ")
    looks = f'<?xml-stylesheet type="text/css" href="{"../" * feed.path.count("/")}{LOOKS}"?>'
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{looks}\n{text}\n'


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "type": kind, "href": address})
