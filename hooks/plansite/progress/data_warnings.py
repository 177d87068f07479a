"""Warnings about the data: MISSING STALE GAP SUBST BREAK PROVISIONAL LOWCOUNT (10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .case import Goal
from .due import overdue_years
from .early_warning import EarlyWarning, evidence
from .holes import years_without_row
from .method import LOW_COUNT, OVERDUE_RED
from .observation_words import PROVISIONAL
from .result_words import Level
from .rule_words import Rule
from .series import Series


def data_warnings(goal: Goal, series: Series, as_of: date) -> Iterator[EarlyWarning]:
    """Yield the warnings about the data of a goal on a day."""
    yield from _overdue(goal, series, as_of)
    yield from _holes(goal, series)
    yield from _substitute(series)
    yield from _break(series)
    yield from _latest(series)


def _overdue(goal: Goal, series: Series, as_of: date) -> Iterator[EarlyWarning]:
    """MISSING: never observed and a figure is due. STALE: figures after the latest are due."""
    late = overdue_years(goal, series.seen, as_of)
    if not late:
        return
    level = Level.RED if len(late) >= OVERDUE_RED else Level.AMBER
    rule = Rule.MISSING if series.seen is None else Rule.STALE
    numbers = evidence(overdue=len(late), first=late[0], last=late[-1])
    yield EarlyWarning(rule, level, "overdue", numbers)


def _holes(goal: Goal, series: Series) -> Iterator[EarlyWarning]:
    years = years_without_row(goal, series)
    if years:
        numbers = evidence(missing=len(years), first=years[0], last=years[-1])
        yield EarlyWarning(Rule.GAP, Level.INFO, "hole", numbers)


def _substitute(series: Series) -> Iterator[EarlyWarning]:
    base = series.baseline
    if base and base.substituted:
        numbers = evidence(year=base.year, value=base.value)
        yield EarlyWarning(Rule.SUBST, Level.INFO, "first_observation", numbers)


def _break(series: Series) -> Iterator[EarlyWarning]:
    """BREAK: amber while nothing can be compared, a note once the baseline is re-based."""
    if series.break_year is not None:
        level = Level.INFO if series.comparable else Level.AMBER
        reason = "rebased" if series.comparable else "not_comparable"
        yield EarlyWarning(Rule.BREAK, level, reason, evidence(year=series.break_year))


def _latest(series: Series) -> Iterator[EarlyWarning]:
    latest = series.latest
    if latest is None:
        return
    if latest.status in PROVISIONAL:
        numbers = evidence(year=latest.year)
        yield EarlyWarning(Rule.PROVISIONAL, Level.INFO, latest.status.value, numbers)
    if latest.numerator is not None and latest.numerator < LOW_COUNT:
        numbers = evidence(year=latest.year, numerator=latest.numerator)
        yield EarlyWarning(Rule.LOWCOUNT, Level.INFO, "numerator", numbers)
