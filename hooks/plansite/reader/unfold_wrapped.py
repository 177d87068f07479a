"""Texts that a program wrapped by width as a whole: no line end in them says where a paragraph ends."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from .furniture import page_marks
from .line import Line
from .paragraph import Paragraph
from .run_pages import run_pages
from .unfold import MANY, places_in

FEWEST = 6
"""Fewer lines may be as long by chance."""
NARROWEST = 12
SLACK = 2
"""Blanks at its end may have been taken off a line."""


def wrapped_paragraphs(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of such a text, each with the numbers of its lines; nothing for any other."""
    pages = page_marks(lines)
    if any(line.cells or line.mark or line.note or line.heading for line in lines):
        return ()
    filled = [(line, n in pages) for n, line in enumerate(lines) if line.text.strip()]
    widths = Counter(len(line.text.rstrip()) for line, aside in filled if not aside)
    total = sum(widths.values())
    width = max(widths, default=0)
    full = sum(widths[width - n] for n in range(SLACK + 1))
    ended = sum(line.text.rstrip().endswith(("。", "；", "：")) for line, _ in filled)
    if total < FEWEST or width < NARROWEST or full + 1 < total * 0.95 or ended * 4 > total:
        return ()
    return tuple(_cut(_whole(filled, width)))


def _whole(filled: list[tuple[Line, bool]], width: int) -> Paragraph:
    """All lines as one paragraph, page numbers and running heads hidden in it."""
    raw = ""
    starts: list[tuple[int, int]] = []
    hidden: list[tuple[int, int]] = []
    for line, aside in filled:
        starts.append((len(raw), line.number))
        if aside:
            hidden.append((len(raw), len(raw) + len(line.text)))
        raw += line.text if aside else line.text.rstrip().ljust(min(width, len(line.text)))
    return Paragraph(raw=raw, starts=tuple(starts), hidden=(*hidden, *run_pages(raw)))


def _cut(whole: Paragraph) -> Iterator[Paragraph]:
    """Cut before headings and items, as a line that lost its line ends is; nothing where there are few."""
    places = [place for place in places_in(whole.raw, whole.hidden) if place]
    if len(places) < MANY:
        return
    ends = [*places, len(whole.raw)]
    for start, end in zip([0, *ends], ends, strict=False):
        yield _part(whole, start, end)


def _part(whole: Paragraph, start: int, end: int) -> Paragraph:
    """What stands between two places of the whole."""
    first = bisect_right([place for place, _ in whole.starts], start) - 1
    inside = [(max(place - start, 0), n) for place, n in whole.starts[first:] if place < end]
    hidden = [(max(a - start, 0), min(b, end) - start) for a, b in whole.hidden if a < end]
    return Paragraph(
        raw=whole.raw[start:end],
        starts=tuple(inside),
        hidden=tuple((a, b) for a, b in hidden if b > 0),
    )
