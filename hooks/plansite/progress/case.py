"""What is assessed: a goal and the points observed. Frozen, without language or address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from .method import DUE_MONTHS
from .observation_words import ObservationStatus
from .promise_words import BINARY, DIRECTIONS, NUMERIC, Comparator, Kind, Path


@dataclass(frozen=True)
class Bounds:
    """The values that meet a target: from `low` to `high`, open where None."""

    low: Decimal | None
    high: Decimal | None
    strict: bool = False
    """Whether equality with an end is not enough (gt, lt)."""


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A target in numbers. All values are in the indicator's unit; years are calendar years.

    `check.flaws` lists what is wrong with a goal; `assess` refuses a goal with flaws.
    """

    comparator: Comparator
    unit_in_last_place: Decimal
    """One unit in the last published place: 0.1 for one decimal."""
    target_year: int | None = None
    """The year the value is due; required with a value. A plan's last year for an aim without."""
    value: Decimal | None = None
    """The target value; the lower end of a range."""
    high: Decimal | None = None
    """The upper end of a range."""
    tolerance: Decimal | None = None
    """How far off `about` may be, stated in the data: there is no default."""
    baseline_value: Decimal | None = None
    """The value the target starts from; None takes the observation of `baseline_year`, else the
    first comparable observation stands in (SUBST)."""
    baseline_year: int | None = None
    rebased_value: Decimal | None = None
    """The baseline on the new definition; used once a break lies before the latest value."""
    rebased_year: int | None = None
    """Year of the re-based baseline; None means `baseline_year`."""
    path: Path = Path.LINEAR
    kind: Kind = Kind.LEVEL
    milestones: tuple[tuple[int, Decimal], ...] = ()
    """Stages (year, value) between baseline and target, by year."""
    limit_low: Decimal | None = None
    limit_high: Decimal | None = None
    """Natural limits of the indicator: values outside are errors, projections end there."""
    break_years: tuple[int, ...] = ()
    """First years on a new definition; observations with status B add theirs."""
    plan_start: int | None = None
    """First year of the plan: where no baseline is given, data count from here."""
    due_months: int = DUE_MONTHS
    """A year's figure is due this many months after its end."""
    every_years: int | None = 1
    """Years between two figures; None if there is no calendar: then only the target year is due."""
    good_direction: int = 0
    """For `keep` alone: 1 if higher is better, -1 if lower is, 0 if any change is bad."""
    unit: str = ""
    """Unit of all values; a point that names another is an error."""
    valid_from: date | None = None
    """Day an amended plan put this goal in force; None: from the beginning."""

    def __post_init__(self) -> None:
        """Take codes for words, so that a code read from a file cannot pass as another word."""
        for name, words in (("comparator", Comparator), ("path", Path), ("kind", Kind)):
            object.__setattr__(self, name, words(getattr(self, name)))

    @property
    def numeric(self) -> bool:
        """Whether there is a target value."""
        return self.comparator in NUMERIC

    @property
    def binary(self) -> bool:
        """Whether the target is met or not, with 1 or 0 for an observation."""
        return self.comparator in BINARY

    @property
    def directional(self) -> bool:
        """Whether only a direction is asked for."""
        return self.comparator in DIRECTIONS

    @property
    def paced(self) -> bool:
        """Whether progress, pace and projection make sense: a value, and not year by year."""
        return self.numeric and self.kind is not Kind.EACH_YEAR

    @property
    def direction(self) -> int:
        """Return the sign of a good change where it is fixed: 1, -1, or 0 for bands."""
        if self.comparator is Comparator.KEEP:
            return self.good_direction
        if self.directional:
            return DIRECTIONS[self.comparator]
        low, high = self.bounds.low, self.bounds.high
        return 1 if high is None else -1 if low is None else 0

    @cached_property
    def bounds(self) -> Bounds:
        """Return the values that meet the target (1); nothing bounds a direction."""
        value, kind = self.value, self.comparator
        if self.binary:
            return Bounds(Decimal(1), None)
        if value is None:
            return Bounds(None, None)
        if kind in {Comparator.GE, Comparator.GT}:
            return Bounds(value, None, kind is Comparator.GT)
        if kind in {Comparator.LE, Comparator.LT}:
            return Bounds(None, value, kind is Comparator.LT)
        if kind is Comparator.ABOUT:
            tolerance = self.tolerance or Decimal(0)
            return Bounds(value - tolerance, value + tolerance)
        return Bounds(value, self.high if kind is Comparator.RANGE else value)


@dataclass(frozen=True)
class Point:
    """One observation of one year, in one vintage."""

    year: int
    value: Decimal | None
    """The value as published, in the goal's unit; None for a missing status."""
    status: ObservationStatus = ObservationStatus.A
    published_on: date | None = None
    """Day of publication; None counts as 1 January after the year: it cannot be known earlier."""
    numerator: int | None = None
    """Number of cases behind a rate, where published (LOWCOUNT)."""
    unit: str = ""

    def __post_init__(self) -> None:
        """Take a code for the status."""
        object.__setattr__(self, "status", ObservationStatus(self.status))

    @cached_property
    def known_on(self) -> date:
        """Day from which the value counts in a replay; never before its year begins."""
        return known_from(self.year, self.published_on)


def known_from(year: int, published_on: date | None) -> date:
    """Return the day from which the figure of a year counts in a replay."""
    if published_on is None:
        return date(year + 1, 1, 1)
    return max(published_on, date(year, 1, 1))
