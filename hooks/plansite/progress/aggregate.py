"""Counts by status, 达标率 and coverage over many targets (12). No averaged scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from .method import RATE_COVERAGE
from .number import round_half_even
from .result_words import MET, UNMET, Status


@dataclass(frozen=True)
class Tally:
    """Targets by status. Always print met / assessable / total together."""

    counts: Mapping[Status, int]
    """Every status in order, with zero where no target has it."""

    @property
    def total(self) -> int:
        """All targets."""
        return sum(self.counts.values())

    @property
    def met(self) -> int:
        """Targets achieved or met early."""
        return sum(self.counts[status] for status in MET)

    @property
    def assessable(self) -> int:
        """Targets with a value to meet and data to judge by.

        Left out: no data, not comparable, awaiting final data, and aims without a value.
        """
        return self.met + sum(self.counts[status] for status in UNMET)

    @property
    def rate(self) -> Decimal | None:
        """达标率: met / assessable, a share of 1; None if nothing can be assessed."""
        return _share(self.met, self.assessable)

    @property
    def coverage(self) -> Decimal | None:
        """Assessable / total, a share of 1; None without targets."""
        return _share(self.assessable, self.total)

    @property
    def telling(self) -> bool:
        """Whether the rate may stand for all targets: enough of them can be assessed.

        One target met of one assessable, of hundreds, is no success of 100 %.
        """
        return self.coverage is not None and self.coverage >= RATE_COVERAGE


def tally(statuses: Iterable[Status]) -> Tally:
    """Return the targets counted by status."""
    counts = Counter(statuses)
    return Tally({status: counts[status] for status in Status})


def percent(share: Decimal, decimals: int = 1) -> Decimal:
    """Return a share of 1 as a percentage, rounded once, half to even."""
    return round_half_even(100 * share, decimals)


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / whole if whole else None
