"""A promised value, and what a sentence has said before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

Known = Callable[[str, str], bool]


def unknown(_name: str, _unit: str) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Target:
    """A promised value as the passage prints it."""

    start: int
    end: int
    subject: str
    comparator: str
    value: Decimal
    unit: str
    high: Decimal | None = None
    year: int | None = None
    """The year the passage states; nothing if it states none."""
    printed: str = ""
    """The figure as printed."""
    words: str = ""
    """The comparing words as printed, with … for the figure."""
    baseline: tuple[Decimal, int | None] | None = None
    stretch: bool = False
    counted: str = ""


@dataclass
class State:
    """What a sentence has said so far."""

    sentence: int = -1
    years: list[int] = field(default_factory=list)
    framed: bool = False
    """The year stands apart, for all that follows: 到2025年，…；…"""
    tied: bool = False
    """The year stands after the name of one indicator: …率到2015年达到100%，…"""
    subject: str = ""
    topic: str = ""
    """The last name of an indicator that stood without a figure."""
    past: bool = False
    last: Target | None = None
    paired: bool = False
    """The sentence names several years for several figures."""
