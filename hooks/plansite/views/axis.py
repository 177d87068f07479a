"""The picture of one indicator's targets, all tiers on one axis."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plansite.charts import Scale, scale, text_width
from plansite.edition import Edition
from plansite.model import Target
from plansite.records.catalogue import Indicator
from plansite.statements import number
from plansite.values import value_of
from plansite.views.credit import credit
from plansite.views.figures import unit_words
from plansite.views.short import short_title

WIDTH = 420
"""Width in SVG units: narrow, so that its words stay readable on a phone."""
ROW = 40
"""Height of one plan's row."""
TOP = 6
LABEL = 11
"""Size of a label's letters."""
GAP = 9
"""Distance of a label from its mark."""


@dataclass(frozen=True)
class AxisMark:
    """One promised value on the axis; the label stands beside it."""

    x: float
    label: str
    label_x: float
    anchor: str
    kind: str


@dataclass(frozen=True)
class AxisRow:
    """One plan's line in the picture."""

    name: str
    y: float
    marks: tuple[AxisMark, ...]
    own: bool


@dataclass(frozen=True)
class Axis:
    """The targets of all tiers on one axis."""

    rows: tuple[AxisRow, ...]
    scale: Scale
    width: int
    height: int
    title: str
    description: str
    notes: tuple[str, ...]
    """What the marks mean, and the unit."""
    credit: tuple[str, ...]
    """Whose targets these are, for the file of the picture."""
    id: str = "chart"
    """The first picture of a page has this name, whatever it shows: its address stays."""
    key: tuple[tuple[str, str], ...] = ()
    """The marks are explained by a note."""


def axis(edition: Edition, indicator: Indicator, targets: tuple[Target, ...]) -> Axis | None:
    """Return the picture of all valued targets; None for fewer than two values."""
    valued = _once(edition, targets)
    values = [value for one in valued for promise in one.promises for value in value_of(promise)]
    if len(values) < 2:
        return None
    longest = max(text_width(label, LABEL) for one in valued for _, label in _points(edition, one))
    edge = longest + GAP + 2
    line = scale(values, edge, WIDTH - edge)
    rows = tuple(
        _row(edition, target, line, TOP + ROW * index) for index, target in enumerate(valued)
    )
    said = edition.word("semicolon").join(
        row.name
        + edition.word("colon")
        + edition.word("comma").join(mark.label for mark in row.marks if mark.label)
        for row in rows
    )
    unit = unit_words(edition, indicator)
    name = edition.name(indicator.name)
    height = TOP + ROW * len(rows) + 22
    title = edition.word("axis_title", name=name)
    hollow = any(mark.kind == "baseline" for row in rows for mark in row.marks)
    notes = (
        edition.word("axis_caption_baseline" if hollow else "axis_caption"),
        edition.word("axis_unit", unit=unit),
    )
    plans = tuple(dict.fromkeys(row.name for row in rows))
    return Axis(rows, line, WIDTH, height, title, said, notes, credit(edition, (), plans))


def _once(edition: Edition, targets: tuple[Target, ...]) -> list[Target]:
    """Return the valued targets; what a plan says in two places draws one line."""
    found: dict[object, Target] = {}
    for one in targets:
        if one.strength == "numeric":
            baseline = one.record.baseline
            key = one.plan, *_points(edition, one), baseline.value if baseline else None
            found.setdefault(key, one)
    return list(found.values())


def _row(edition: Edition, target: Target, line: Scale, top: float) -> AxisRow:
    plan = edition.site.plans[target.plan]
    points = [(line(value), label) for value, label in _points(edition, target)]
    baseline = target.record.baseline
    shown = baseline and line.low <= float(baseline.value) <= line.high
    sides = _sides(points, line(baseline.value) if baseline and shown else None)
    marks = [_mark(x, label, side) for (x, label), side in zip(points, sides, strict=True)]
    if baseline and shown:  # drawn last: the halo of a label must not hide it
        marks.append(AxisMark(line(baseline.value), "", 0, "", "baseline"))
    return AxisRow(short_title(edition, plan), top, tuple(marks), plan.record.role == "own")


def _points(edition: Edition, target: Target) -> list[tuple[Decimal, str]]:
    """Return the promised values with their labels, lowest first."""
    return sorted(
        (value, number(value) + edition.word("in_brackets", text=target.year(promise)))
        for promise in target.promises
        for value in value_of(promise)
    )


def _sides(points: list[tuple[float, str]], baseline: float | None = None) -> list[str]:
    """Say for each point, from the left, on which side its label stands.

    The first stands to the left and the last to the right, where nothing is in the way; one
    between them stands where it fits, or not at all: the table beside the picture has it. A single
    point gives way to the baseline.
    """
    if len(points) == 1:
        x, label = points[0]
        reach = 2 * GAP + text_width(label, LABEL)
        return ["end" if baseline is not None and x < baseline < x + reach else "start"]
    sides = ["end", *[""] * (len(points) - 2), "start"]
    for index in range(1, len(points) - 1):
        x, label = points[index]
        if x + 2 * GAP + text_width(label, LABEL) <= points[index + 1][0]:
            sides[index] = "start"
    return sides


def _mark(x: float, label: str, side: str) -> AxisMark:
    if not side:
        return AxisMark(x, "", x, "start", "target")
    return AxisMark(x, label, x - GAP if side == "end" else x + GAP, side, "target")
