"""Reading a built page: its article as passages that can be found and landed on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

from plansite.search.tags import (
    HEADINGS,
    INLINE,
    PLAIN,
    SKIPPED,
    TAG,
    VALUE,
    VOID,
    attributes_of,
    set_apart,
    tells,
    unread,
)

OPENING = '<article class="md-content__inner'
FACETS = ("tier", "place", "domain", "plan")
"""What results can be narrowed by, besides their kind."""

_DRAWN = re.compile(r"<svg\b.*?</svg>|<!--.*?-->", re.DOTALL)
_SAME = re.compile(rf"\sdata-same={VALUE}")
_TITLE = re.compile("<title>([^<]*)</title>")


@dataclass
class Passage:
    """The text between one landing place of a page and the next."""

    anchor: str
    kind: str
    heading: str = ""
    """The heading at this place; of the page's first passage it is the title."""
    blocks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the blocks, a line each: a phrase never runs from one into the next."""
        return "\n".join(self.blocks)


@dataclass(frozen=True)
class Article:
    """What search knows of a page."""

    url: str
    """From the root of its language."""
    title: str
    kind: str
    facets: Mapping[str, str]
    passages: tuple[Passage, ...]
    same: tuple[tuple[str, ...], ...]
    """Names that mean the same, as the page gives them in `data-same`, separated by |."""


def read_article(page: str, url: str) -> Article | None:
    """Return the article of a page, or None if it has none or is to be left out.

    The page is as templates and Markdown write it: every element that has an end tag is closed.
    """
    start = page.find(OPENING)
    end = page.rfind("</article>")
    if start < 0 or end < start:
        return None
    text = page[start:end]
    given = _facts(text)
    if given.get("data-search") == "off":
        return None
    kind = given.get("data-kind", "page")
    reader = _Reader(kind)
    reader.read(_DRAWN.sub("", text))
    title = reader.title or _title(page)
    first = reader.passages[""]
    first.heading = title
    return Article(
        url=url,
        title=title,
        kind=kind,
        facets={key: given[f"data-{key}"] for key in FACETS if given.get(f"data-{key}")},
        passages=tuple(one for one in reader.passages.values() if one.blocks or one.heading),
        same=tuple(_names(unescape("".join(value))) for value in _SAME.findall(text)),
    )


@dataclass
class _Place:
    """Where text belongs while its element is open."""

    anchor: str
    kind: str


@dataclass(frozen=True)
class _Effect:
    """What an element does to the text in it, and what its end undoes."""

    outer: _Place
    apart: bool
    heading: tuple[str, Passage, int] | None = None
    """Of a heading: its tag, the passage it stands in, and how many blocks that had before."""


class _Reader:
    """Walks an article once and sorts its text by landing place."""

    def __init__(self, kind: str) -> None:
        self.place = _Place("", kind)
        self.passages: dict[str, Passage] = {"": Passage("", kind)}
        self.title = ""
        self.pending: list[str] = []
        self.open: list[tuple[str, _Effect | None]] = []

    def read(self, text: str) -> None:
        """Read an article's HTML without its drawings."""
        skipped, depth = "", 0
        for end, tag, attributes, after in TAG.findall(text):
            if depth:
                if tag == skipped:
                    depth += -1 if end else 1
                if depth:
                    continue
            elif end:
                self._end(tag)
            elif tag in PLAIN and not (attributes and tells(attributes)):
                if self.pending and tag not in INLINE:
                    self.flush()
                self.open.append((tag, None))
            elif tag in SKIPPED or (attributes and unread(attributes)):
                if tag not in VOID:
                    skipped, depth = tag, 1
                    continue
            else:
                self._begin(tag, attributes)
            if after:
                self.pending.append(after)
        self.flush()

    def _begin(self, tag: str, attributes: str) -> None:
        """Open an element that ends a block, is a place to land on, or is set apart."""
        given = attributes_of(attributes) if attributes else {}
        identifier = given.get("id")
        apart = bool(identifier) or tag not in INLINE or set_apart(given)
        if apart:
            self.flush()
        if tag in VOID:
            return
        outer = self.place
        if tag in HEADINGS:
            if identifier:
                outer.anchor = identifier
            passage = self._passage(outer)
            effect = _Effect(outer, True, (tag, passage, len(passage.blocks)))
            self.place = _Place(outer.anchor, outer.kind)
        else:
            effect = _Effect(outer, apart)
            self.place = _Place(identifier or outer.anchor, given.get("data-kind") or outer.kind)
            if identifier:
                self._passage(self.place)
        self.open.append((tag, effect))

    def _end(self, tag: str) -> None:
        """Close an element, and what in it was left open."""
        opened = self.open
        if not opened or (opened[-1][0] != tag and all(one != tag for one, _ in opened)):
            return
        closed = ""
        while closed != tag:
            closed, effect = opened.pop()
            if self.pending and (effect.apart if effect else closed not in INLINE):
                self.flush()
            if effect:
                self.place = effect.outer
                if effect.heading:
                    self._name(*effect.heading)

    def _name(self, tag: str, passage: Passage, before: int) -> None:
        """Make the words of a heading the title of the page or the name of its passage."""
        text = " ".join(passage.blocks[before:])
        if tag == "h1" and not self.title:
            self.title, passage.blocks[before:] = text, []
        elif passage.anchor and not before and not passage.heading:
            passage.heading, passage.blocks[before:] = text, []

    def _passage(self, place: _Place) -> Passage:
        """Return the passage of a place."""
        if place.anchor not in self.passages:
            self.passages[place.anchor] = Passage(place.anchor, place.kind)
        return self.passages[place.anchor]

    def flush(self) -> None:
        """End a block."""
        if not self.pending:
            return
        text = "".join(self.pending)
        self.pending.clear()
        if "&" in text:
            text = unescape(text)
        if text := " ".join(text.split()):
            self._passage(self.place).blocks.append(text)


def _facts(text: str) -> dict[str, str]:
    """Return the attributes of the element that tells search what the page is about."""
    place = text.find(" data-search")
    element = TAG.match(text, text.rfind("<", 0, place)) if place >= 0 else None
    return attributes_of(element[3]) if element else {}


def _title(page: str) -> str:
    found = _TITLE.search(page)
    return " ".join(unescape(found[1]).split()) if found else ""


def _names(given: str) -> tuple[str, ...]:
    return tuple(_unique(name.strip() for name in given.split("|")))


def _unique(names: Iterable[str]) -> dict[str, None]:
    return {name: None for name in names if name}
