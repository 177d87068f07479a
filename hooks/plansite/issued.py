"""The official text as HTML: safe tags, anchors, a way back to the record at every passage."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import markdown
import nh3
from lxml import etree, html
from markupsafe import Markup

from plansite.prose import TAGS

_CLASSES = {"p": {"ps-doctitle"}, "a": {"ps-back"}, "em": {"page", "number"}}
_LEVELS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class BackLink:
    """A link from a passage to its record."""

    href: str
    text: str
    label: str
    """What it leads to, for those who hear the page."""
    lang: str


@dataclass(frozen=True)
class IssuedHeading:
    """A heading of the document."""

    level: int
    id: str
    text: str


def issued_html(
    text: str, anchors: Collection[str], links: Mapping[str, BackLink]
) -> tuple[Markup, tuple[IssuedHeading, ...]]:
    """Return an official text in Markdown as HTML with its headings.

    Of the ids in the text only `anchors` remain, each once. A heading without one gets an id made of
    its own words and the domain it stands in, so that edits elsewhere do not move it.
    """
    raw = markdown.markdown(text, extensions=["tables", "attr_list"], output_format="html")
    tree = html.fragment_fromstring(raw, create_parent="div")
    headings = _Marker(anchors, links).mark(tree)
    body = (tree.text or "") + "".join(
        etree.tostring(child, encoding="unicode", method="html") for child in tree
    )
    clean = nh3.clean(
        body,
        tags=TAGS | {"h5", "h6"},
        attributes={"*": {"id"}, "a": {"href", "aria-label", "lang", "hreflang"}},
        allowed_classes=_CLASSES,
        url_schemes={"https", "mailto"},
        link_rel="noopener",
    )
    return Markup(clean), headings


class _Marker:
    """Walks the elements once, in the order of the document."""

    def __init__(self, anchors: Collection[str], links: Mapping[str, BackLink]) -> None:
        self.anchors, self.links = anchors, links
        self.used: set[str] = set()
        self.above: list[tuple[int, str]] = []
        """Anchored headings that are open: level and id."""

    def mark(self, tree: html.HtmlElement) -> tuple[IssuedHeading, ...]:
        """Settle every id, add the links back, and return the headings."""
        found = []
        for element in list(tree.iter(etree.Element)):
            anchor = element.attrib.pop("id", "")
            if anchor in self.anchors and anchor not in self.used:
                self._set(element, anchor)
            if element.tag == "h1":
                element.tag = "p"
                element.set("class", "ps-doctitle")
            elif element.tag in _LEVELS:
                found.append(self._heading(element))
            if back := self.links.get(element.get("id", "")):
                _add_link(element, back)
        return tuple(found)

    def _set(self, element: html.HtmlElement, anchor: str) -> None:
        self.used.add(anchor)
        element.set("id", anchor)

    def _heading(self, element: html.HtmlElement) -> IssuedHeading:
        level, text = int(element.tag[1]), _words(element)
        self.above = [one for one in self.above if one[0] < level]
        if element.get("id"):
            self.above.append((level, element.get("id")))
        else:
            self._set(element, self._free(text))
        return IssuedHeading(level, element.get("id"), text)

    def _free(self, text: str) -> str:
        """Return an id for a heading: the domain's, and a mark of its words."""
        mark = "s" + hashlib.sha256("".join(text.split()).encode()).hexdigest()[:6]
        name = f"{self.above[-1][1]}-{mark}" if self.above else mark
        number, free = 1, name
        while free in self.used or free in self.anchors:
            number += 1
            free = f"{name}-{number}"
        return free


def _words(element: html.HtmlElement) -> str:
    """Return the text of a heading without page numbers that the printing left in it."""
    parts = [element.text or ""]
    for child in element:
        parts += ["" if child.get("class") == "page" else child.text_content(), child.tail or ""]
    return " ".join("".join(parts).split())


def _add_link(element: html.HtmlElement, back: BackLink) -> None:
    last = element[-1] if len(element) else None
    if last is not None:
        last.tail = (last.tail or "") + " "
    else:
        element.text = (element.text or "") + " "
    link = etree.SubElement(element, "a", {"class": "ps-back", "href": back.href})
    link.set("aria-label", back.label)
    link.set("lang", back.lang)
    link.text = back.text
