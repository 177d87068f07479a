"""A chart as a file of its own: the picture with its title, key, sources, date and address in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plansite.charts import RUNNING, text_width, wrapped
from plansite.edition import Edition
from plansite.views.axis import Axis
from plansite.views.chart import Chart

MARGIN = 16
TITLE, SMALL = 15, 10.5
"""Sizes of letters, in SVG units."""
BOLD = 0.68
"""Width of a bold letter in ems, in the widest of the fonts that readers have."""
LEADING = 1.45
SIGN = 34
"""Room that the sign of a key takes before its word."""
MEASURES = {"margin": MARGIN, "title_size": TITLE, "small_size": SMALL, "sign_room": SIGN}
"""What the template must know of them."""
Words = tuple[float, float, str]
"""Where a line of words begins, and the words."""


@dataclass(frozen=True)
class ChartFile:
    """A chart and the words around it; positions in SVG units."""

    name: str
    drawn: Chart | Axis
    width: int
    height: float
    top: float
    """Where the chart itself begins."""
    title: tuple[Words, ...]
    key: tuple[tuple[str, float, float, str], ...]
    """Kind, place and word of each sign."""
    foot: tuple[Words, ...]

    @property
    def axis(self) -> bool:
        """Whether it shows targets on one axis, without years."""
        return isinstance(self.drawn, Axis)


def file_name(drawn: Chart | Axis) -> str:
    """Return the name of a chart's file, which stands beside its page and stays the same."""
    return f"{drawn.id}.svg"


def chart_file(edition: Edition, drawn: Chart | Axis, where: str) -> ChartFile:
    """Return the file of a chart; `where` is the address of its page, empty if it is not known."""
    inner = drawn.width
    title = _lines([drawn.title], inner, TITLE, 0, BOLD)
    top = _end(title, TITLE) + 6
    signs = tuple(_key(drawn, inner, top + drawn.height + 16))
    below = signs[-1][2] + 16 if signs else top + drawn.height + 12
    settings = edition.site.settings
    said = [*drawn.notes, *drawn.credit]
    said.append(
        edition.word(
            "chart_file_day",
            day=settings.as_of.isoformat(),
            site=edition.name(settings.name),
            licence=settings.content_licence,
        )
    )
    foot = _lines([*said, *([where] if where else [])], inner, SMALL, below)
    return ChartFile(
        name=file_name(drawn),
        drawn=drawn,
        width=inner + 2 * MARGIN,
        height=round(_end(foot, SMALL) + 2 * MARGIN, 1),
        top=top,
        title=title,
        key=signs,
        foot=foot,
    )


def _lines(
    texts: Iterable[str], width: float, size: float, top: float, latin: float = RUNNING
) -> tuple[Words, ...]:
    lines = [line for text in texts for line in wrapped(text, width, size, latin)]
    return tuple((0.0, round(top + size * (1 + LEADING * i), 1), x) for i, x in enumerate(lines))


def _end(lines: Sequence[Words], size: float) -> float:
    return round(lines[-1][1] + size * 0.4, 1)


def _key(drawn: Chart | Axis, width: float, y: float) -> Iterator[tuple[str, float, float, str]]:
    """Yield the signs in rows, as many as fit beside each other."""
    x = 0.0
    for kind, word in drawn.key:
        room = SIGN + text_width(word, SMALL) + 14
        if x and x + room > width + 14:
            x, y = 0.0, y + 16
        yield kind, x, y, word
        x = round(x + room, 1)
