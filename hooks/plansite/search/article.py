"""Reading a built page: its article as passages that can be found and landed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from plansite.cut import Cut, tag_of
from plansite.search.tags import END, HEADINGS, PLAIN, SKIP, STOP, Sign, Signs

FACETS = ("tier", "place", "domain", "plan")
"""What results can be narrowed by, besides their kind."""

_SIGNS = Signs()
_TOLD = " data-s"


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


def read_article(page: Cut, url: str) -> Article | None:
    """Return the article of a page, or None if it has none or is to be left out."""
    told = [tag_of(one).attributes for one in dict.fromkeys(_telling(page.inner))]
    given = next((one for one in told if "data-search" in one), {})
    if not page.inner or given.get("data-search") == "off":
        return None
    kind = given.get("data-kind", "page")
    reader = _Reader(kind)
    reader.read(map(_SIGNS.__getitem__, page.article))
    title = reader.title or page.title
    first = reader.passages[""]
    first.heading = title
    return Article(
        url=url,
        title=title,
        kind=kind,
        facets={key: given[f"data-{key}"] for key in FACETS if given.get(f"data-{key}")},
        passages=tuple(one for one in reader.passages.values() if one.blocks or one.heading),
        same=tuple(_names(one["data-same"]) for one in told if "data-same" in one),
    )


def _telling(html: str) -> Iterator[str]:
    """Yield the pieces that say something to the search: `data-search`, `data-same`."""
    at = html.find(_TOLD)
    while at >= 0:
        yield html[html.rfind("<", 0, at) + 1 : html.find("<", at)]
        at = html.find(_TOLD, at + 1)


@dataclass(frozen=True)
class _Place:
    """Where text belongs while its element is open."""

    anchor: str
    kind: str


@dataclass
class _Open:
    """An element whose end matters to the text in it."""

    name: str
    outer: _Place
    """The place its end goes back to."""
    heading: tuple[Passage, int] | None = None
    """Of a heading: the passage it stands in, and how many blocks that had before."""
    nested: int = 0
    """How many elements of the same name are open in it."""


class _Reader:
    """Walks an article once and sorts its text by landing place."""

    def __init__(self, kind: str) -> None:
        self.place = _Place("", kind)
        self.passages: dict[str, Passage] = {"": Passage("", kind)}
        self.title = ""
        self.pending: list[str] = []
        self.open: list[_Open] = []

    def read(self, signs: Iterable[Sign]) -> None:
        """Read what the pieces of an article mean."""
        pending = self.pending
        inner, skipped, depth = "", "", 0
        for sign in signs:
            act, name, text, _, _ = sign
            if depth:
                if name == skipped:
                    depth += -1 if act == END else 1
                if depth:
                    continue
            elif act == PLAIN:
                if name == inner:
                    self.open[-1].nested += 1
            elif act == END:
                if name == inner:
                    inner = self._end()
            elif act == SKIP:
                skipped, depth = name, 1
                continue
            else:
                self._begin(sign)
                inner = name
            if text:
                pending.append(text)
        self._settle()

    def _begin(self, sign: Sign) -> None:
        """Open an element that is set apart, a heading, or one that may be a place to land on."""
        if sign.name in HEADINGS:
            self._settle()
            if sign.anchor:
                self.place = _Place(sign.anchor, self.place.kind)
            passage = self._passage()
            self.open.append(_Open(sign.name, self.place, (passage, len(passage.blocks))))
            return
        self.open.append(_Open(sign.name, self.place))
        if not (sign.anchor or sign.kind):
            return
        self._settle()
        self.place = _Place(sign.anchor or self.place.anchor, sign.kind or self.place.kind)
        if sign.anchor:
            self._passage()

    def _end(self) -> str:
        """Close the innermost element, or one of its name in it; return the name of the next."""
        last = self.open[-1]
        if last.nested:
            last.nested -= 1
            return last.name
        self.open.pop()
        if last.heading or self.place is not last.outer:
            self._settle()
            self.place = last.outer
        else:
            self.pending.append(STOP)
        if last.heading:
            self._name(last.name, *last.heading)
        return self.open[-1].name if self.open else ""

    def _name(self, tag: str, passage: Passage, before: int) -> None:
        """Make the words of a heading the title of the page or the name of its passage."""
        text = " ".join(passage.blocks[before:])
        if tag == "h1" and not self.title:
            self.title, passage.blocks[before:] = text, []
        elif passage.anchor and not before and not passage.heading:
            passage.heading, passage.blocks[before:] = text, []

    def _passage(self) -> Passage:
        """Return the passage of the present place."""
        place = self.place
        if place.anchor not in self.passages:
            self.passages[place.anchor] = Passage(place.anchor, place.kind)
        return self.passages[place.anchor]

    def _settle(self) -> None:
        """Give the blocks read so far to their place."""
        text = " ".join(unescape("".join(self.pending)).split())
        self.pending.clear()
        blocks = text.replace(f" {STOP}", STOP).replace(f"{STOP} ", STOP).split(STOP)
        if any(blocks):
            self._passage().blocks += filter(None, blocks)


def _names(given: str) -> tuple[str, ...]:
    return tuple(_unique(name.strip() for name in given.split("|")))


def _unique(names: Iterable[str]) -> dict[str, None]:
    return {name: None for name in names if name}
