"""An early warning: which rule, how pressing, and the numbers behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .result_words import Level
from .rule_words import Rule

Number = Decimal | int


@dataclass(frozen=True)
class EarlyWarning:
    """One warning of one target on one day."""

    rule: Rule
    level: Level
    reason: str = ""
    """Which part of the rule holds, as a code: `S1`, `S2`, `S1+S2`, `twice`, `once` ..."""
    numbers: tuple[tuple[str, Number], ...] = ()
    """Named evidence, in the indicator's unit, in years, or without unit for ratios."""

    def number(self, name: str) -> Number | None:
        """Return one number of the evidence by name."""
        return dict(self.numbers).get(name)

    def __str__(self) -> str:
        """Return the form of the data files: `HARD:red`."""
        return f"{self.rule}:{self.level}"


_LEVELS = {level: place for place, level in enumerate(Level)}
_RULES = {rule: place for place, rule in enumerate(Rule)}


def in_order(warnings: Iterable[EarlyWarning]) -> tuple[EarlyWarning, ...]:
    """Return warnings most pressing first, then in the order of the rules."""
    return tuple(sorted(warnings, key=lambda one: (_LEVELS[one.level], _RULES[one.rule])))


def evidence(**numbers: Number | None) -> tuple[tuple[str, Number], ...]:
    """Return the numbers that are there, by name."""
    return tuple((name, number) for name, number in numbers.items() if number is not None)
