"""Reading a built page: its article as passages that can be found and landed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import html

OPENING = '<article class="md-content__inner'
SKIPPED = {"nav", "script", "style", "template", "noscript", "svg", "math", "button", "select",
           "option"}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark",
          "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}  # fmt: skip
APART = {"ps-printed", "ps-note", "ps-source", "ps-end", "ps-tier", "ps-theirs", "ps-year",
         "ps-promise"}  # fmt: skip
"""Spans that the stylesheet sets apart: their text does not run on from what stands before."""
FACETS = ("tier", "place", "domain", "plan")
"""What results can be narrowed by, besides their kind."""


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
    """Return the article of a page, or None if it has none or is to be left out."""
    start = page.find(OPENING)
    end = page.rfind("</article>")
    if start < 0 or end < start:
        return None
    root = html.fragment_fromstring(page[start:end] + "</article>")
    facts = next(iter(root.xpath("//*[@data-search]")), None)
    given: Mapping[str, str] = dict(facts.attrib) if facts is not None else {}
    if given.get("data-search") == "off":
        return None
    kind = given.get("data-kind", "page")
    reader = _Reader(kind)
    reader.read(root, reader.place)
    reader.flush()
    title = reader.title or _title(page)
    first = reader.passages[""]
    first.heading = title
    return Article(
        url=url,
        title=title,
        kind=kind,
        facets={key: given[f"data-{key}"] for key in FACETS if given.get(f"data-{key}")},
        passages=tuple(one for one in reader.passages.values() if one.blocks or one.heading),
        same=tuple(_names(one.get("data-same", "")) for one in root.xpath("//*[@data-same]")),
    )


@dataclass
class _Place:
    """Where text belongs while its element is open."""

    anchor: str
    kind: str


class _Reader:
    """Walks an article once and sorts its text by landing place."""

    def __init__(self, kind: str) -> None:
        self.place = _Place("", kind)
        self.passages: dict[str, Passage] = {"": Passage("", kind)}
        self.title = ""
        self.pending: list[str] = []
        self.owner = self.place.anchor

    def read(self, element: html.HtmlElement, place: _Place) -> None:
        """Read what an element holds; `place` is its own and may move with its headings."""
        pending = self.pending
        if text := element.text:
            pending.append(text)
        for child in element:
            if isinstance(child.tag, str):
                attributes = dict(child.attrib)
                if child.tag not in SKIPPED and not (attributes and _hidden(attributes)):
                    self._read_child(child, attributes, place)
            if tail := child.tail:
                pending.append(tail)

    def _read_child(
        self, child: html.HtmlElement, attributes: Mapping[str, str], place: _Place
    ) -> None:
        if child.tag in HEADINGS:
            self._read_heading(child, place)
            return
        identifier = attributes.get("id")
        apart = identifier or child.tag not in INLINE or _set_apart(attributes)
        if apart:
            self.flush()
        if identifier or len(child):
            kind = attributes.get("data-kind") or place.kind
            inner = _Place(identifier or place.anchor, kind)
            if identifier:
                self.open(inner)
            self.read(child, inner)
            if apart:
                self.flush()
            self.open(place)
        elif text := child.text:  # nothing inside that could move the place
            self.pending.append(text)
            if apart:
                self.flush()

    def _read_heading(self, heading: html.HtmlElement, place: _Place) -> None:
        self.flush()
        if identifier := heading.get("id"):
            place.anchor = identifier
        passage = self.open(place)
        before = len(passage.blocks)
        self.read(heading, _Place(place.anchor, place.kind))
        self.flush()
        text = " ".join(passage.blocks[before:])
        if heading.tag == "h1" and not self.title:
            self.title, passage.blocks[before:] = text, []
        elif place.anchor and not before and not passage.heading:
            passage.heading, passage.blocks[before:] = text, []

    def open(self, place: _Place) -> Passage:
        """Make a place the one that text goes to."""
        self.owner = place.anchor
        if self.owner not in self.passages:
            self.passages[self.owner] = Passage(self.owner, place.kind)
        return self.passages[self.owner]

    def flush(self) -> None:
        """End a block."""
        if not self.pending:
            return
        text = " ".join("".join(self.pending).split())
        self.pending.clear()
        if text:
            self.passages[self.owner].blocks.append(text)


def _hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element is not for reading."""
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "headerlink" in attributes.get("class", "")
    )


def _set_apart(attributes: Mapping[str, str]) -> bool:
    return "class" in attributes and not APART.isdisjoint(attributes["class"].split())


def _title(page: str) -> str:
    start, end = page.find("<title>"), page.find("</title>")
    text = page[start + 7 : end] if 0 <= start < end else ""
    return html.fromstring(f"<p>{text}</p>").text_content().strip() if text.strip() else ""


def _names(given: str) -> tuple[str, ...]:
    return tuple(_unique(name.strip() for name in given.split("|")))


def _unique(names: Iterable[str]) -> dict[str, None]:
    return {name: None for name in names if name}
