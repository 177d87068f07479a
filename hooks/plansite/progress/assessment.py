"""An assessment: what the method says of one goal on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .case import Goal
from .early_warning import EarlyWarning
from .method import METHOD_VERSION
from .observation_words import ObservationStatus
from .result_words import Confidence, Status, Verdict
from .rule_words import Rule


@dataclass(frozen=True)
class Assessment:
    """What the method says of one goal on one day. None: not defined, never zero."""

    as_of: date
    goal: Goal
    baseline_value: Decimal | None
    """The baseline used: as given, re-based, or the first observation standing in."""
    baseline_year: int | None
    baseline_substituted: bool
    latest_value: Decimal | None
    """The latest value known, in the unit; for a cumulative goal the sum."""
    latest_year: int | None
    latest_status: ObservationStatus | None
    met: bool | None
    """Whether the latest value meets the goal; None without value to compare."""
    gap: Decimal | None
    """Distance to the target, in the unit, exact (1)."""
    progress: Decimal | None
    """Share of the way gone, 1 at most (3)."""
    required_now: Decimal | None
    """Value the path asks for in the latest year (4)."""
    pace: Decimal | None
    """R on the goal's own path, without unit (5)."""
    pace_other: Decimal | None
    """R on the other path."""
    early_pace: bool
    """Whether the pace rests on the first year alone: 初期，仅供参考."""
    effort: Decimal | None
    """Q, without unit; infinite if nothing was gained (6)."""
    step_needed: Decimal | None
    """Change needed per year; on a geometric path in logarithms."""
    projection: Decimal | None
    """Value projected for the target year, in the unit (8)."""
    projection_low: Decimal | None
    projection_high: Decimal | None
    sigma: Decimal | None
    """One year's noise; on a geometric path in logarithms."""
    verdict: Verdict
    overshoot: bool
    status: Status
    warnings: tuple[EarlyWarning, ...]
    confidence: Confidence
    points: int
    """n: values behind the projection, with the baseline."""
    span: int
    """S: years from the first of them to the last."""
    horizon: int
    """h: years from the latest value to the target year."""
    years_met: int | None
    """For a yearly goal: years that met it, of `years_counted` with a value (11)."""
    years_counted: int | None
    method_version: str = METHOD_VERSION

    @property
    def target_value(self) -> Decimal | None:
        """The target value, the lower end of a range."""
        return self.goal.value

    @property
    def target_high(self) -> Decimal | None:
        """The upper end of a range."""
        return self.goal.high

    @property
    def target_year(self) -> int | None:
        """The year the target is due."""
        return self.goal.target_year

    @property
    def verdict_holds(self) -> bool:
        """Whether the verdict is about holding a target already met (`Verdict.hold_label`)."""
        return bool(self.met)

    def warning(self, rule: Rule) -> EarlyWarning | None:
        """Return the warning of a rule, if it is raised."""
        return next((one for one in self.warnings if one.rule is rule), None)
