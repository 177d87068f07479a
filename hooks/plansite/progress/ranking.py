"""Ranking of areas on one indicator and year (13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .case import Goal
from .gap import gap
from .method import LOW_COUNT
from .observation_words import UNSURE, ObservationStatus


@dataclass(frozen=True)
class Entry:
    """The value of one area; only like is ranked with like."""

    area: str
    year: int
    value: Decimal | None
    status: ObservationStatus = ObservationStatus.A
    numerator: int | None = None
    unit: str = ""
    progress: Decimal | None = None
    """P of the area's own target, for the ranking by progress."""


@dataclass(frozen=True)
class Place:
    """One line of a ranking."""

    area: str
    value: Decimal | None
    rank: int | None
    """1 is best; equal values share a rank (1, 2, 2, 4); None if not ranked."""
    marks: tuple[ObservationStatus, ...] = ()
    """P, E or U as published; U also for a numerator below 10, which is shown and not ranked."""
    change: int | None = None
    """Places gained since the year before; None unless both years ranked the same areas."""


@dataclass(frozen=True)
class Ranking:
    """Areas in order: ranked ones best first, then the others by name of the area."""

    places: tuple[Place, ...]

    @property
    def ranked(self) -> int:
        """Areas with a rank; print as n ranked / n areas."""
        return len(self._values)

    @property
    def areas(self) -> int:
        """All areas."""
        return len(self.places)

    @property
    def spread(self) -> tuple[Decimal, Decimal] | None:
        """Lowest and highest ranked value; None if nothing is ranked."""
        return (min(self._values), max(self._values)) if self._values else None

    @property
    def _values(self) -> list[Decimal]:
        return [place.value for place in self.places if place.rank and place.value is not None]


def rank_values(
    goal: Goal, entries: Sequence[Entry], before: Sequence[Entry] | None = None
) -> Ranking:
    """Return areas ranked by value in the good direction of `goal`, bands by gap to the target.

    `before` holds the entries of the year before, for the change in rank. Raises ValueError for
    areas named twice, entries of different years or units, and a goal without a good direction.
    """
    current = _ranked(entries, _scores(goal, entries))
    return _with_change(current, _ranked(before, _scores(goal, before))) if before else current


def rank_progress(entries: Sequence[Entry], before: Sequence[Entry] | None = None) -> Ranking:
    """Return areas ranked by progress P, largest first; the values of the places are P."""

    def ranking(listed: Sequence[Entry]) -> Ranking:
        shown = [replace(entry, value=entry.progress) for entry in listed]
        return _ranked(shown, {one.area: one.value for one in shown if one.value is not None})

    current = ranking(entries)
    return _with_change(current, ranking(before)) if before else current


def _scores(goal: Goal, entries: Sequence[Entry]) -> Mapping[str, Decimal]:
    """Return what to order by, larger is better."""
    given = {
        entry.area: entry.value
        for entry in entries
        if entry.value is not None and entry.status is not ObservationStatus.F
    }
    if goal.direction:
        return {area: goal.direction * value for area, value in given.items()}
    if not goal.numeric:
        raise ValueError(
            f"'{goal.comparator}' has no good direction to rank by; set good_direction"
        )
    return {area: -gap(goal, value) for area, value in given.items()}


def _ranked(entries: Sequence[Entry], scores: Mapping[str, Decimal]) -> Ranking:
    _refuse_mixture(entries)
    low = {entry.area for entry in entries if _is_low(entry)}
    order = sorted((score for area, score in scores.items() if area not in low), reverse=True)
    rank_of = {score: place for place, score in reversed(list(enumerate(order, start=1)))}
    places = [
        Place(
            entry.area,
            entry.value,
            rank_of[scores[entry.area]] if entry.area in scores and entry.area not in low else None,
            _marks(entry),
        )
        for entry in entries
    ]
    return Ranking(
        tuple(sorted(places, key=lambda place: (place.rank or len(places) + 1, place.area)))
    )


def _with_change(current: Ranking, before: Ranking) -> Ranking:
    former = {place.area: place.rank for place in before.places if place.rank}
    if {place.area for place in current.places if place.rank} != set(former):
        return current
    return Ranking(
        tuple(
            replace(place, change=former[place.area] - place.rank) if place.rank else place
            for place in current.places
        )
    )


def _is_low(entry: Entry) -> bool:
    return entry.numerator is not None and entry.numerator < LOW_COUNT


def _marks(entry: Entry) -> tuple[ObservationStatus, ...]:
    marks = [entry.status] if entry.status in UNSURE else []
    if _is_low(entry) and ObservationStatus.U not in marks:
        marks.append(ObservationStatus.U)
    return tuple(marks)


def _refuse_mixture(entries: Sequence[Entry]) -> None:
    areas = Counter(entry.area for entry in entries)
    twice = sorted(area for area, count in areas.items() if count > 1)
    if twice:
        raise ValueError(f"areas named twice: {', '.join(twice)}; keep one entry each")
    kinds = {(entry.year, entry.unit) for entry in entries}
    if len(kinds) > 1:
        raise ValueError(f"only like is ranked with like, found years and units {sorted(kinds)}")
