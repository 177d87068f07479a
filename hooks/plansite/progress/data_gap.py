"""Data gaps of a target: what is missing, and for which years or breakdowns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .case import Goal, Point
from .due import overdue_years
from .holes import years_without_number
from .promise_words import Kind
from .rule_words import GapKind
from .series import Series, series


@dataclass(frozen=True)
class DataGap:
    """One thing that is missing."""

    kind: GapKind
    years: tuple[int, ...] = ()
    """Years it concerns, where it is about years."""
    breakdown: str = ""
    """Name of the breakdown that is missing: sex, residence, age."""

    @property
    def overdue(self) -> tuple[int, ...]:
        """The years whose figure is due and not there; none if the gap is of another kind."""
        return self.years if self.kind in _OVERDUE else ()


_KINDS = tuple(GapKind)
_OVERDUE = (GapKind.NEVER_OBSERVED, GapKind.OVERDUE)


def data_gaps(
    goal: Goal,
    points: Sequence[Point],
    as_of: date,
    *,
    expected: Iterable[str] = (),
    present: Iterable[str] = (),
) -> tuple[DataGap, ...]:
    """Return the gaps of a goal's data as known on a day, in the order of `GapKind`.

    `expected` names the breakdowns the indicator should have, `present` those it has.
    """
    return gaps_of(goal, series(goal, points, as_of), as_of, expected=expected, present=present)


def gaps_of(
    goal: Goal,
    data: Series,
    as_of: date,
    *,
    expected: Iterable[str] = (),
    present: Iterable[str] = (),
) -> tuple[DataGap, ...]:
    """Return the gaps in what was known on a day, as `data_gaps` does."""
    found = [*_gaps(goal, data, as_of)]
    there = set(present)
    found += [DataGap(GapKind.NO_BREAKDOWN, (), name) for name in expected if name not in there]
    return tuple(sorted(found, key=lambda gap: _KINDS.index(gap.kind)))


def _gaps(goal: Goal, data: Series, as_of: date) -> Iterator[DataGap]:
    late = overdue_years(goal, data.seen, as_of)
    if data.seen is None:
        yield DataGap(GapKind.NEVER_OBSERVED, late)
    elif late:
        yield DataGap(GapKind.OVERDUE, late)
    if holes := years_without_number(goal, data):
        yield DataGap(GapKind.HOLE, holes)
    needs_baseline = (goal.paced or goal.directional) and goal.kind is Kind.LEVEL
    if needs_baseline and (data.baseline is None or data.baseline.substituted):
        yield DataGap(GapKind.NO_BASELINE)
    if not data.comparable:
        yield DataGap(GapKind.NOT_COMPARABLE, (data.break_year,) if data.break_year else ())
