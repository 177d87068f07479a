"""Decimal numbers: rounding for print, and differences with their unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

from .method import ARITHMETIC

_WIDE = Context(prec=60, rounding=ROUND_HALF_EVEN)

DIFFERENCE_UNITS: Mapping[str, tuple[str, str]] = {
    "%": ("百分点", "percentage points"),
    "percent": ("百分点", "percentage points"),
    "‰": ("千分点", "per-mille points"),
    "per_1000": ("千分点", "per-mille points"),
}
"""Unit of the difference of two values of a unit, in Chinese and English, where it has its own."""


def round_half_even(value: Decimal | int, decimals: int) -> Decimal:
    """Return `value` rounded once to `decimals` places, half to even (GB/T 8170-2008).

    A negative `decimals` rounds to tens, hundreds and so on. The absolute value is rounded and the
    sign restored last; a result of zero has no sign. Floats are refused with TypeError: 0.35 as
    a float is less than 0.35.
    """
    if isinstance(value, float):
        raise TypeError("round_half_even takes Decimal or int, not float; write Decimal('0.35')")
    step = Decimal(1).scaleb(-decimals)
    rounded = abs(Decimal(value)).quantize(step, context=_WIDE)
    return -rounded if value < 0 and rounded else rounded


@lru_cache(maxsize=100_000)
def ln(value: Decimal) -> Decimal:
    """Return the natural logarithm to 28 digits; remembered, for a series meets it many times."""
    return ARITHMETIC.ln(value)


def plain(value: Decimal, digits: int | None = None) -> str:
    """Return the number without exponent; rounded to `digits` significant digits if given.

    Rounding drops zeros at the end; an unrounded value keeps those it was published with.
    Infinity is `inf`.
    """
    if value.is_infinite():
        return "inf" if value > 0 else "-inf"
    if digits is None:
        return f"{value:f}"
    rounded = Context(prec=digits, rounding=ROUND_HALF_EVEN).plus(value)
    text = f"{rounded:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def difference(new: Decimal, old: Decimal) -> Decimal:
    """Return new - old, exactly; its unit is `difference_unit` of theirs."""
    return new - old


def difference_unit(unit: str, lang: str) -> str:
    """Return the unit of a difference in `zh` or `en`: of two percentages, points (百分点)."""
    zh, en = DIFFERENCE_UNITS.get(unit, (unit, unit))
    return zh if lang == "zh" else en


def relative_change(new: Decimal, old: Decimal) -> Decimal | None:
    """Return (new - old) / |old| as a share of 1; None if `old` is zero."""
    if not old:
        return None
    return (new - old) / abs(old)
