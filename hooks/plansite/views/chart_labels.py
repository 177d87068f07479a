"""Labels of a chart: each takes the first free place around its mark, and none overlaps another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from plansite.charts import text_width

SIZE = 12
"""Size of a label's letters in SVG units."""
BOLD = 1.12
"""How much wider a bold label may be than the estimate for ordinary letters."""
OFF = (14, 24)
"""How far from its point a label may stand where it finds no place beside it."""
Point = tuple[float, float]
Edges = tuple[float, float, float, float]
"""Left, top, right and bottom of a box; what is made by the thousand is no more than that."""


class Box(NamedTuple):
    """A rectangle of the chart."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether two rectangles share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def crossings(self, others: Iterable[Edges]) -> int:
        """Return how many other rectangles overlap this one."""
        return len(self.touched(others))

    def touched(self, others: Iterable[Edges]) -> list[Edges]:
        """Return the other rectangles that overlap this one."""
        left, top, right, bottom = self
        return [
            one
            for one in others
            if left < one[2] and one[0] < right and top < one[3] and one[1] < bottom
        ]

    def holds(self, other: Box) -> bool:
        """Whether another rectangle lies wholly within."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True)
class Wish:
    """A text that would like to stand beside a point."""

    text: str
    at: Point
    kind: str
    """What it names; the style of the text."""
    sides: str = "nsew"
    """Sides in order of preference: n above, s below, e right, w left."""
    also: tuple[Point, ...] = ()
    """Further points it may stand above, below or left of, best first."""
    reach: float = 6
    """Least distance from the point."""
    of: str = ""
    """Of which place or group it speaks, where a reader may choose."""


@dataclass(frozen=True)
class Label:
    """A text with its place: the start of its base line, and the room it takes."""

    text: str
    x: float
    y: float
    kind: str
    box: Box
    of: str = ""


def place_labels(
    wishes: Iterable[Wish], room: Box, marks: Sequence[Box], lines: Sequence[Edges] = ()
) -> tuple[Label, ...]:
    """Return the labels that find a place in `room`, in the order of the wishes.

    A label never covers a mark or another label, and crosses lines only where it must; one
    without any place is left out, for the table says the same.
    """
    placed: list[Label] = []
    for wish in wishes:
        reach = _reach(wish)
        taken = reach.touched((*marks, *(one.box for one in placed)))
        free = (box for box in _places(wish) if room.holds(box) and not box.crossings(taken))
        if box := _least_crossed(free, reach.touched(lines)):
            placed.append(
                Label(
                    wish.text, round(box.left, 1), round(box.bottom - 3, 1), wish.kind, box, wish.of
                )
            )
    return tuple(placed)


def _reach(wish: Wish) -> Box:
    """Return a rectangle that holds all places: only what overlaps it can overlap one of them."""
    wide, high = _room(wish)
    off = max(wish.reach, *OFF)
    across, down = zip(wish.at, *wish.also, strict=True)
    return Box(
        min(across) - wide - off, min(down) - high - off,
        max(across) + wide + off, max(down) + high + off,
    )  # fmt: skip


def _least_crossed(places: Iterable[Box], lines: Sequence[Edges]) -> Box | None:
    """Return the first place that crosses no line, else the first that crosses fewest."""
    best: Box | None = None
    least = len(lines) + 1
    for box in places:
        crossed = box.crossings(lines)
        if crossed < least:
            best, least = box, crossed
        if crossed == 0:
            break
    return best


def around(point: Point, reach: float = 5) -> Box:
    """Return the room a mark takes."""
    x, y = point
    return Box(x - reach, y - reach, x + reach, y + reach)


def along(points: Sequence[Point], step: float = 5) -> Iterator[Edges]:
    """Yield small boxes along a line through points."""
    for (x1, y1), (x2, y2) in pairwise(points):
        pieces = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / step))
        for index in range(pieces + 1):
            share = index / pieces
            x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
            yield x - 1, y - 1, x + 1, y + 1


def _room(wish: Wish) -> tuple[float, float]:
    """Return the width and the height of a label."""
    return text_width(wish.text, SIZE) * BOLD, SIZE + 2


def _places(wish: Wish) -> Iterator[Box]:
    """Yield the places of a label, best first: at its sides, then askew, then further off."""
    x, y = wish.at
    wide, high = _room(wish)
    for off in (wish.reach, *OFF):
        middle, rise = x - wide / 2, y - high / 2
        spots = {
            "n": (middle, y - off - high),
            "s": (middle, y + off),
            "e": (x + off, rise),
            "w": (x - off - wide, rise),
        }
        corners = (
            (x - 4, y - off - high),
            (x + 4 - wide, y - off - high),
            (x - 4, y + off),
            (x + 4 - wide, y + off),
            (x + off, y - high),
            (x - off - wide, y - high),
            (x + off, y),
            (x - off - wide, y),
        )
        for left, top in (*(spots[side] for side in wish.sides), *corners):
            yield Box(left, top, left + wide, top + high)
        if off == wish.reach:
            for also_x, also_y in wish.also:
                for top in (also_y - 3 - high, also_y + 4):
                    yield Box(also_x, top, also_x + wide, top + high)
                yield Box(also_x - 5 - wide, also_y - high / 2, also_x - 5, also_y + high / 2)
