"""Everything that makes a case impossible to assess, found at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .case import Goal, Point
from .flaw import Flaw
from .goal_flaws import goal_flaws
from .point_flaws import point_flaws


def case_flaws(goal: Goal, points: Sequence[Point]) -> tuple[Flaw, ...]:
    """Return what is wrong with a goal and its points; nothing if they can be assessed.

    Numbers that are none (NaN, infinity) are reported alone: nothing can be compared with them.
    """
    endless = tuple(_endless(goal, points))
    return endless or (*goal_flaws(goal), *point_flaws(goal, points))


def _endless(goal: Goal, points: Sequence[Point]) -> Iterator[Flaw]:
    named = [(name, value) for name, value in vars(goal).items() if isinstance(value, Decimal)]
    named += [(f"{year}", value) for year, value in goal.milestones]
    named += [(f"{point.year}", point.value) for point in points if point.value is not None]
    for name, value in named:
        if not value.is_finite():
            yield Flaw(name, f"{value} 不是数；请写数字", f"{value} is no number; write digits")
