"""Pace: the value required now (4), the pace ratio (5) and the remaining effort (6)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .case import Goal
from .gap import folded, is_met, near_edge
from .method import BEHIND, FAR_BEHIND, ON_TRACK, SAME_DIGITS
from .number import ln
from .promise_words import Path
from .result_words import Status
from .series import Series

INFINITE = Decimal("Infinity")
"""The remaining effort where nothing has been gained so far."""


@dataclass(frozen=True)
class Pace:
    """How fast a goal has moved against how fast it has to."""

    required: Decimal | None = None
    """Value the path asks for in the year of the latest value (4), in the indicator's unit."""
    ratio: Decimal | None = None
    """Pace so far over pace needed, on the goal's own path (5)."""
    other: Decimal | None = None
    """The same on the other path: geometric beside linear, else linear; None if impossible."""
    effort: Decimal | None = None
    """The pace needed from now on over the pace so far (6); infinite if nothing was gained."""
    step: Decimal | None = None
    """Change needed per year: in the unit, or in logarithms on a geometric path."""


NO_PACE = Pace()
"""No baseline, a baseline that already met the goal, or a goal without a value."""


def pace(goal: Goal, series: Series) -> Pace:
    """Return the pace of a goal; `NO_PACE` where none is defined."""
    base, latest = series.baseline, series.latest
    if not (goal.paced and series.comparable and base and latest and latest.value is not None):
        return NO_PACE
    edge = near_edge(goal, base.value)
    if edge is None or goal.target_year is None or is_met(goal, base.value):
        return NO_PACE
    if goal.target_year <= base.year:
        return NO_PACE
    value = folded(goal, latest.value, base.value)
    trip = _Trip(
        goal, base.value, edge, value, latest.year - base.year, goal.target_year, base.year
    )
    own = trip.by_path(goal.path)
    other = trip.by_path(Path.GEOMETRIC if goal.path is Path.LINEAR else Path.LINEAR)
    effort = None if is_met(goal, latest.value) else trip.effort()
    return Pace(trip.required(min(latest.year, goal.target_year)), own, other, effort, trip.step())


def pace_status(ratio: Decimal) -> Status:
    """Return the status a pace ratio means (7)."""
    if ratio >= ON_TRACK:
        return Status.ON_TRACK
    if ratio >= BEHIND:
        return Status.BEHIND
    return Status.FAR_BEHIND if ratio >= FAR_BEHIND else Status.REGRESSING


@dataclass(frozen=True)
class _Trip:
    """The way from the baseline to the near edge, and how far it has been gone."""

    goal: Goal
    start: Decimal
    edge: Decimal
    value: Decimal
    elapsed: int
    end_year: int
    start_year: int

    @property
    def whole(self) -> int:
        return self.end_year - self.start_year

    def required(self, year: int) -> Decimal | None:
        """Return the value the path asks for in `year` (4)."""
        if self.goal.path is Path.GEOMETRIC:
            growth = (ln(self.edge) - ln(self.start)) * (year - self.start_year) / self.whole
            return SAME_DIGITS.plus(self.start * growth.exp())
        stops = [(self.start_year, self.start), (self.end_year, self.edge)]
        stops[1:1] = [stop for stop in self.goal.milestones if stop[0] < self.end_year]
        before = max(stop for stop in stops if stop[0] <= year)
        after = min((stop for stop in stops if stop[0] > year), default=before)
        if after == before:
            return before[1]
        climb = (after[1] - before[1]) * (year - before[0])
        return before[1] + climb / (after[0] - before[0])

    def by_path(self, path: Path) -> Decimal | None:
        """Return the pace ratio on a path (5); None before the first year, or if impossible."""
        if self.elapsed <= 0 or self.edge == self.start:
            return None
        if path is Path.LINEAR:
            gone = (self.value - self.start) * self.whole
            return gone / ((self.edge - self.start) * self.elapsed)
        return self._staged() if path is Path.MILESTONES else self._compound()

    def _staged(self) -> Decimal | None:
        required = self.required(self.start_year + self.elapsed)
        if required is None or required == self.start:
            return None
        return (self.value - self.start) / (required - self.start)

    def _compound(self) -> Decimal | None:
        if min(self.start, self.edge, self.value) <= 0:
            return None
        actual = self._rate(self.value, self.elapsed)
        needed = self._rate(self.edge, self.whole)
        sign = 1 if self.edge > self.start else -1
        return sign * actual / abs(needed)

    def _rate(self, end: Decimal, years: int) -> Decimal:
        return ((ln(end) - ln(self.start)) / years).exp() - 1

    def effort(self) -> Decimal | None:
        """Return the remaining effort (6): needed from now on over gained so far."""
        left = self.whole - self.elapsed
        if self.elapsed <= 0 or left <= 0 or self.edge == self.start:
            return None
        gone, ahead = self._legs()
        if gone <= 0:
            return INFINITE
        return ahead * self.elapsed / (gone * left)

    def _legs(self) -> tuple[Decimal, Decimal]:
        """Return the way gone and the way ahead, positive towards the target, on f."""
        sign = 1 if self.edge > self.start else -1
        if self.goal.path is not Path.GEOMETRIC:
            return sign * (self.value - self.start), sign * (self.edge - self.value)
        start, value, edge = map(ln, (self.start, self.value, self.edge))
        return sign * (value - start), sign * (edge - value)

    def step(self) -> Decimal:
        """Return the change needed per year, c* of the volatility rule (10), on f."""
        distance = self.edge - self.start
        if self.goal.path is Path.GEOMETRIC:
            distance = ln(self.edge) - ln(self.start)
        return distance / self.whole
