"""A chart: marks, lines, areas and labels in one frame, with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from plansite.edition import Edition
from plansite.views.chart_frame import Frame
from plansite.views.chart_labels import Box, Label, Point, Wish, along, around, place_labels

KEY_ORDER = (
    "observed", "hollow", "baseline", "required", "target", "milestone", "other", "promised",
    "elsewhere", "band", "projection", "interval", "break",
)  # fmt: skip
"""Kinds of marks, lines and areas in the order of the key."""


RING = 7
"""Half the width of the ring around a baseline."""


@dataclass(frozen=True)
class Mark:
    """A sign at a point."""

    kind: str
    at: Point
    tip: str = ""
    """What a pointer over it shows: year and value."""
    shape: str = "circle"
    of: str = ""
    """Of which place or group it is, where a reader may choose."""

    @property
    def radius(self) -> float:
        """How large its circle is; 0 if it has another shape."""
        if self.kind == "baseline":
            return RING
        return 3.6 if self.shape == "circle" else 0

    @property
    def x(self) -> str:
        """The position across as SVG writes it."""
        return f"{self.at[0]:g}"

    @property
    def y(self) -> str:
        """The position down as SVG writes it."""
        return f"{self.at[1]:g}"


@dataclass(frozen=True)
class Line:
    """A line through points."""

    kind: str
    points: tuple[Point, ...]
    of: str = ""

    @cached_property
    def coordinates(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)


@dataclass(frozen=True)
class Drawing:
    """What is drawn, before labels take their places."""

    areas: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    wishes: tuple[Wish, ...] = ()

    def __add__(self, other: Drawing) -> Drawing:
        return Drawing(
            self.areas + other.areas,
            self.lines + other.lines,
            self.marks + other.marks,
            self.wishes + other.wishes,
        )


@dataclass(frozen=True)
class Chart:
    """A picture with its title, the finding in words, a key and notes."""

    id: str
    frame: Frame
    title: str
    description: str
    areas: tuple[Line, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    key: tuple[tuple[str, str], ...]
    """Kinds that need explaining, and their words."""
    notes: tuple[str, ...]
    credit: tuple[str, ...] = ()
    """Where its figures and targets come from, for the file of the chart."""

    @property
    def width(self) -> int:
        """Width in SVG units."""
        return self.frame.width

    @property
    def height(self) -> int:
        """Height in SVG units."""
        return self.frame.height


def compose(
    edition: Edition,
    name: str,
    frame: Frame,
    drawing: Drawing,
    words: tuple[str, str],
    notes: Iterable[str] = (),
) -> Chart:
    """Return a chart from what is drawn; `words` are its title and the finding."""
    marks = [around(mark.at, RING if mark.kind == "baseline" else 5) for mark in drawing.marks]
    lines = [box for line in drawing.lines for box in along(line.points)]
    room = Box(frame.left, frame.top - 14, frame.width, frame.foot - 1)
    said = [edition.word("axis_truncated")] if frame.truncated else []
    return Chart(
        id=name,
        frame=frame,
        title=words[0],
        description=words[1],
        areas=drawing.areas,
        lines=drawing.lines,
        marks=drawing.marks,
        labels=place_labels(drawing.wishes, room, marks, lines),
        key=_key(edition, drawing),
        notes=(*said, *notes),
    )


def _key(edition: Edition, drawing: Drawing) -> tuple[tuple[str, str], ...]:
    used = {one.kind for one in (*drawing.areas, *drawing.lines)}
    used |= {mark.kind for mark in drawing.marks}
    return tuple((kind, edition.word(f"key_{kind}")) for kind in KEY_ORDER if kind in used)
