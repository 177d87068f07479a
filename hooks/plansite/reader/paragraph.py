"""A paragraph: one run of text, put together again where a line or page end cut it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from .glyphs import Normal, normalise
from .line import Line


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A run of text with the lines it came from."""

    raw: str
    """The characters of its lines, joined; white space at the ends of lines is dropped."""
    starts: tuple[tuple[int, int], ...]
    """Where each line begins: place in `raw`, number of the line."""
    hidden: tuple[tuple[int, int], ...] = ()
    """Spans that are page furniture: page numbers and running heads inside the paragraph."""
    mark: str = ""
    cells: tuple[str, ...] = ()
    heading: bool = False
    bold: int = 0
    bullet: bool = False
    furniture: bool = False
    """The whole paragraph is a page number or a running head."""
    note: bool = False
    """A footnote or an endnote that the format keeps apart from the text."""
    contents: bool = False
    """A line of a table of contents."""
    goes_on: bool = False
    """A page number stood within the line: this is the rest of the sentence before it."""

    @cached_property
    def normal(self) -> Normal:
        """The text in one form, without the hidden spans."""
        return normalise(self.raw, self.hidden)

    @property
    def text(self) -> str:
        return self.normal.text

    @property
    def line(self) -> int:
        return self.starts[0][1]

    def line_at(self, at: int) -> int:
        """The line on which a character of the normal text stands."""
        places = [start for start, _ in self.starts]
        return self.starts[max(0, bisect_right(places, self.normal.start(at)) - 1)][1]

    def passage(self, start: int, end: int) -> str:
        """The original characters of a span of the normal text, page furniture left out."""
        first, last = self.normal.start(start), self.normal.end(end)
        kept = [c for i, c in enumerate(self.raw[first:last], first) if not self._is_hidden(i)]
        return "".join(kept).strip()

    def split(self, at: int) -> tuple[Paragraph, Paragraph]:
        """Cut before the character `at` of the normal text."""
        cut = self.normal.start(at)
        line = self.line_at(at)
        head = replace(
            self,
            raw=self.raw[:cut],
            starts=tuple(s for s in self.starts if s[0] < cut) or self.starts[:1],
            hidden=tuple((a, min(b, cut)) for a, b in self.hidden if a < cut),
        )
        tail = replace(
            self,
            raw=self.raw[cut:],
            starts=((0, line), *((p - cut, n) for p, n in self.starts if p > cut)),
            hidden=tuple((max(a - cut, 0), b - cut) for a, b in self.hidden if b > cut),
            mark="",
            bold=0,
            bullet=False,
            heading=False,
            goes_on=False,
        )
        return head, tail

    def _is_hidden(self, at: int) -> bool:
        return any(a <= at < b for a, b in self.hidden)


def paragraph_of(line: Line, furniture: bool = False, contents: bool = False) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph(
        raw=line.text.strip() if not line.cells else line.text,
        starts=((0, line.number),),
        mark=line.mark,
        cells=line.cells,
        heading=line.heading,
        bold=line.bold,
        bullet=line.bullet,
        note=line.note,
        goes_on=line.goes_on,
        furniture=furniture,
        contents=contents,
    )


def join(first: Paragraph, between: tuple[Paragraph, ...], last: Paragraph) -> Paragraph:
    """One paragraph from two halves and the page furniture found between them."""
    raw, starts, hidden = first.raw, list(first.starts), list(first.hidden)
    for piece in (*between, last):
        offset = len(raw)
        starts += [(place + offset, line) for place, line in piece.starts]
        hidden += [(a + offset, b + offset) for a, b in piece.hidden]
        if piece.furniture:
            hidden.append((offset, offset + len(piece.raw)))
        raw += piece.raw
    return replace(first, raw=raw, starts=tuple(starts), hidden=tuple(hidden))
