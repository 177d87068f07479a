"""Values of a promise: the comparator code, the numbers, and the good direction."""

from __future__ import annotations

from decimal import Decimal

from plansite.records.catalogue import Indicator
from plansite.records.plan import Promise

COMPARATORS = {
    "at_least": "ge",
    "at_most": "le",
    "above": "gt",
    "below": "lt",
    "about": "about",
    "between": "range",
    "equal": "eq",
    "no_lower_than": "ge",
    "no_higher_than": "le",
    "matching": "eq",
}
"""Code of each promise field in the data files; an aim is its own code."""

_SIGNS = {"ge": 1, "gt": 1, "le": -1, "lt": -1}


def comparator(promise: Promise) -> str:
    """Return the code: ge le gt lt eq about range increase decrease keep establish ensure."""
    return promise.aim or COMPARATORS[promise.given[0]]


def value_of(promise: Promise) -> tuple[Decimal, ...]:
    """Return the promised value, both ends of a range, or nothing for a promise without one."""
    field = promise.given[0]
    if field == "between":
        return promise.between or ()
    value = getattr(promise, field)
    return (value,) if isinstance(value, Decimal) else ()


def direction(promise: Promise) -> int:
    """Return 1 if more is asked for, -1 if less, 0 for bands and promises without a value."""
    return _SIGNS.get(comparator(promise), 0) if value_of(promise) else 0


def good_direction(indicator: Indicator | None) -> int:
    """Return 1 if more of the indicator is better, -1 if less, 0 if neither or not known."""
    return {"higher": 1, "lower": -1}.get(indicator.better if indicator else "", 0)
