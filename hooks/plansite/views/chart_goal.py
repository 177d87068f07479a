"""The target in a chart: line or band, required path, milestones, projection and interval."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.progress import Comparator, Goal, Kind
from plansite.progress.outlook import Outlook
from plansite.statements import number
from plansite.views.chart import RING, Drawing, Line, Mark
from plansite.views.chart_frame import Frame
from plansite.views.chart_labels import Point, Wish
from plansite.views.chart_outlook import required_path
from plansite.views.figures import short_words
from plansite.views.sentences import rounded

_SIGNS = {
    Comparator.GE: "≥", Comparator.LE: "≤", Comparator.GT: ">", Comparator.LT: "<",
    Comparator.ABOUT: "≈", Comparator.EQ: "=",
}  # fmt: skip


def sign_words(edition: Edition, goal: Goal) -> str:
    """Return a goal in signs, e.g. `≤12 (2030)`."""
    assert goal.value is not None  # callers ask only for goals with a value
    text = _SIGNS.get(goal.comparator, "") + short_words(edition, goal.value)
    if goal.high is not None:
        text += f"–{short_words(edition, goal.high)}"
    return f"{text}{edition.word('in_brackets', text=goal.target_year)}"


def goal_values(one: Assessed) -> tuple[Decimal, ...]:
    """Return every value a chart of the target has to hold."""
    found = one.assessment
    own = (found.baseline_value, one.goal.value, one.goal.high, found.projection)
    ends = (found.projection_low, found.projection_high)
    stages = [value for _, value in one.goal.milestones]
    return tuple(value for value in (*own, *ends, *stages) if value is not None)


def goal_years(one: Assessed) -> tuple[int, ...]:
    """Return the years a chart of the target has to hold."""
    years = (one.assessment.baseline_year, one.goal.target_year)
    return tuple(year for year in years if year is not None)


def goal_drawing(edition: Edition, frame: Frame, one: Assessed) -> Drawing:
    """Return everything a chart shows of the main target of a place."""
    return (
        _target(edition, frame, one)
        + _path(frame, one)
        + _projection(edition, frame, one)
        + _baseline(edition, frame, one)
        + _milestones(edition, frame, one)
    )


def others(edition: Edition, frame: Frame, main: Goal | None, goals: Iterable[Goal]) -> Drawing:
    """Return the targets of further plans of the place that differ from the main one."""
    drawn = (main.value, main.high, main.target_year) if main else None
    found: dict[str, Mark] = {}
    for goal in goals:
        if (
            goal.value is not None
            and goal.target_year is not None
            and (goal.value, goal.high, goal.target_year) != drawn
        ):
            words = sign_words(edition, goal)
            found.setdefault(
                words, Mark("other", frame.at(goal.target_year, goal.value), words, "diamond")
            )
    return Drawing(
        marks=tuple(found.values()),
        wishes=tuple(Wish(text, mark.at, "other", "nsew") for text, mark in found.items()),
    )


def _target(edition: Edition, frame: Frame, one: Assessed) -> Drawing:
    goal = one.goal
    if goal.value is None or goal.target_year is None:
        return Drawing()
    start = one.assessment.baseline_year or goal.plan_start or goal.target_year - 1
    start = min(max(start, int(frame.x.low)), goal.target_year - 1)
    low, high = goal.bounds.low, goal.bounds.high
    edges = [value for value in (low, high) if value is not None]
    lines = tuple(
        Line("target", (frame.at(start, edge), frame.at(goal.target_year, edge)))
        for edge in dict.fromkeys(edges)
    )
    areas: tuple[Line, ...] = ()
    if low is not None and high is not None and low != high:
        areas = (_strip("band", frame, (start, goal.target_year), (low, high)),)
    ends = tuple(line.points[1] for line in lines)
    end = ends[-1]
    text = edition.word("target_label", text=sign_words(edition, goal))
    return Drawing(
        areas,
        lines,
        tuple(Mark("target", at, text, "diamond") for at in ends),
        (Wish(text, end, "target", "nsew", _rests(frame, start, end)),),
    )


def _rests(frame: Frame, start: int, end: Point) -> tuple[Point, ...]:
    """Return points of the target line, from its end backwards, above which its label may stand."""
    first = frame.x(start)
    return tuple((first + share * (end[0] - first), end[1]) for share in (0.6, 0.45, 0.3, 0.15, 0))


def _strip(kind: str, frame: Frame, years: tuple[int, int], ends: tuple[Decimal, Decimal]) -> Line:
    low, high = ends
    corners = [(years[0], low), (years[1], low), (years[1], high), (years[0], high)]
    return Line(kind, tuple(frame.at(year, value) for year, value in corners))


def _path(frame: Frame, one: Assessed) -> Drawing:
    stops = required_path(one)
    if len(stops) < 2:
        return Drawing()
    return Drawing(lines=(Line("required", tuple(frame.at(year, value) for year, value in stops)),))


def _projection(edition: Edition, frame: Frame, one: Assessed) -> Drawing:
    ahead = one.ahead
    if len(ahead) < 2:
        return Drawing()
    end = frame.at(ahead[-1].year, ahead[-1].value)
    text = short_words(edition, rounded(one, ahead[-1].value))
    line = Line("projection", tuple(frame.at(step.year, step.value) for step in ahead))
    return Drawing(
        _interval(frame, ahead),
        (line,),
        (Mark("projection", end, f"{ahead[-1].year}: {text}", "cross"),),
        (Wish(text, end, "projection", "snwe"),),
    )


def _interval(frame: Frame, ahead: tuple[Outlook, ...]) -> tuple[Line, ...]:
    """Return the 80 % interval as an area; nothing where none is given."""
    if ahead[-1].low is None or ahead[-1].high is None:
        return ()
    upper = [frame.at(step.year, step.high) for step in ahead if step.high is not None]
    lower = [frame.at(step.year, step.low) for step in ahead if step.low is not None]
    return (Line("interval", (*upper, *reversed(lower))),)


def _baseline(edition: Edition, frame: Frame, one: Assessed) -> Drawing:
    value, year = one.assessment.baseline_value, one.assessment.baseline_year
    if value is None or year is None or one.goal.kind is Kind.CUMULATIVE:
        return Drawing()
    at = frame.at(year, value)
    return Drawing(
        marks=(Mark("baseline", at, f"{year}: {number(value)}"),),
        wishes=(Wish(short_words(edition, value), at, "baseline", reach=RING + 2),),
    )


def _milestones(edition: Edition, frame: Frame, one: Assessed) -> Drawing:
    marks = tuple(
        Mark(
            "milestone",
            frame.at(year, value),
            f"{_SIGNS.get(one.goal.comparator, '')}{short_words(edition, value)}"
            f"{edition.word('in_brackets', text=year)}",
            "diamond",
        )
        for year, value in one.goal.milestones
    )
    return Drawing(
        marks=marks, wishes=tuple(Wish(mark.tip, mark.at, "milestone") for mark in marks)
    )
