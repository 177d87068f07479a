"""Women and men side by side: difference, ratio and distance from parity (14)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .method import PARITY_HIGH, PARITY_LOW

_HALF = Decimal(50)


@dataclass(frozen=True)
class SexGap:
    """The value of women against that of men, for one area and year."""

    female: Decimal | None
    male: Decimal | None

    @property
    def missing(self) -> tuple[str, ...]:
        """Which sexes have no value: a data gap of its own."""
        pairs = (("female", self.female), ("male", self.male))
        return tuple(sex for sex, value in pairs if value is None)

    @property
    def difference(self) -> Decimal | None:
        """Female minus male, in the unit; of percentages, in points."""
        if self.female is None or self.male is None:
            return None
        return self.female - self.male

    @property
    def ratio(self) -> Decimal | None:
        """Female over male; None if the value of men is zero."""
        if self.female is None or not self.male:
            return None
        return self.female / self.male

    @property
    def parity(self) -> bool | None:
        """Whether the ratio lies within 0.97 to 1.03, both included."""
        return None if self.ratio is None else PARITY_LOW <= self.ratio <= PARITY_HIGH

    @property
    def distance(self) -> Decimal | None:
        """max(r, 1/r), 1 at parity; None unless both values are above zero."""
        if self.ratio is None or self.ratio <= 0:
            return None
        return max(self.ratio, 1 / self.ratio)


def share_distance(share: Decimal) -> Decimal:
    """Return 50 + |share - 50| for a share of women in percent: the larger sex's share."""
    return _HALF + abs(share - _HALF)
