"""Early warnings in words: the rule, the level, the numbers behind it, and since when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.progress import EarlyWarning, ObservationStatus, Path, Rule, Status
from plansite.records.catalogue import Indicator
from plansite.statements import number
from plansite.views.figures import change_words, day_words, percent_words, times_words, value_words
from plansite.views.sentences import rounded


@dataclass(frozen=True)
class WarningNote:
    """One warning as a page shows it."""

    rule: str
    """Code of the rule; its anchor on the method page."""
    level: str
    """red, amber or info; with the level's word it is never colour alone."""
    level_word: str
    word: str
    text: str
    """The numbers behind it, as a sentence without full stop."""
    since: str
    since_iso: str


def warning_notes(edition: Edition, one: Assessed) -> tuple[WarningNote, ...]:
    """Return the warnings of a target, most pressing first."""
    if not one.assessment.warnings:
        return ()
    raised = {span.rule: span.raised_on for span in one.warning_history if span.cleared_on is None}
    return tuple(
        WarningNote(
            rule=str(warning.rule),
            level=str(warning.level),
            level_word=warning.level.label(edition.lang),
            word=warning.rule.label(edition.lang),
            text=numbers_words(edition, one, warning),
            since=day_words(raised[warning.rule], edition.lang),
            since_iso=raised[warning.rule].isoformat(),
        )
        for warning in one.assessment.warnings
    )


def numbers_words(edition: Edition, one: Assessed, warning: EarlyWarning) -> str:
    """Return the numbers that raised a warning, in words."""
    indicator = one.target.indicator
    assert indicator is not None  # an assessed target has one
    return _WORDS[warning.rule](edition, one, indicator, warning)


def _decimal(warning: EarlyWarning, name: str) -> Decimal:
    return Decimal(warning.number(name) or 0)


def _hard(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    parts = []
    if "S1" in warning.reason:
        parts.append(_ahead(edition, one, warning, "warn_hard_s1"))
    if "S2" in warning.reason:
        effort = _decimal(warning, "effort")
        if effort.is_infinite():
            parts.append(edition.word("warn_hard_none"))
        else:
            parts.append(edition.word("warn_hard_s2", effort=times_words(effort)))
    return edition.word("semicolon").join(parts)


def _ahead(edition: Edition, one: Assessed, warning: EarlyWarning, key: str) -> str:
    ends = {name: number(rounded(one, _decimal(warning, name))) for name in ("low", "high")}
    value = number(rounded(one, _decimal(warning, "projection")))
    return edition.word(key, value=value, year=one.goal.target_year, **ends)


def _hold(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    return _ahead(edition, one, warning, "warn_hold")


def _regress(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    change = _decimal(warning, "change")
    text = edition.word(
        "warn_rose" if change > 0 else "warn_fell",
        change=change_words(edition, indicator, change),
        year=warning.number("since"),
    )
    running = warning.number("running") or 1
    if running > 1:
        text += edition.word("warn_running", count=running)
    return text + (edition.word("warn_beyond") if warning.reason == "beyond_baseline" else "")


def _volatile(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    def size(name: str) -> str:
        value = abs(_decimal(warning, name))
        if one.goal.path is Path.GEOMETRIC:
            return percent_words(value)
        return change_words(edition, indicator, rounded(one, value))

    key = "warn_volatile_step" if warning.reason == "step" else "warn_volatile_level"
    return edition.word(key, sigma=size("sigma"), limit=size("limit"))


def _unusual(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    return edition.word(
        "warn_unusual",
        change=_signed(number(_decimal(warning, "change"))),
        low=_signed(number(rounded(one, _decimal(warning, "low")))),
        high=_signed(number(rounded(one, _decimal(warning, "high")))),
        count=warning.number("changes"),
    )


def _signed(digits: str) -> str:
    """Return digits with their sign; a true minus."""
    return digits.replace("-", "−") if digits.startswith("-") else f"+{digits}"


def _method(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    straight = one.goal.path is not Path.GEOMETRIC
    return edition.word(
        "warn_method_linear" if straight else "warn_method_geometric",
        pace=percent_words(_decimal(warning, "pace")),
        other=percent_words(_decimal(warning, "pace_other")),
        status=Status(warning.reason).label(edition.lang),
    )


def _overdue(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    return _span(edition, warning, "warn_overdue", warning.number("overdue"))


def _gap(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    return _span(edition, warning, "warn_gap", warning.number("missing"))


def _span(edition: Edition, warning: EarlyWarning, key: str, count: object) -> str:
    first, last = warning.number("first"), warning.number("last")
    if first == last:
        return edition.word(f"{key}_one", year=first)
    if count == 2:
        return edition.word(f"{key}_two", first=first, last=last)
    return edition.word(f"{key}_many", first=first, last=last, count=count)


def _subst(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    value = value_words(edition, indicator, _decimal(warning, "value"))
    return edition.word("warn_subst", year=warning.number("year"), value=value)


def _break(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    return edition.word(f"warn_break_{warning.reason}", year=warning.number("year"))


def _provisional(
    edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning
) -> str:
    status = ObservationStatus(warning.reason).label(edition.lang)
    return edition.word("warn_provisional", year=warning.number("year"), status=status)


def _revised(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    return edition.word("warn_revised", status=Status(warning.reason).label(edition.lang))


def _lowcount(edition: Edition, one: Assessed, indicator: Indicator, warning: EarlyWarning) -> str:
    return edition.word(
        "warn_lowcount", year=warning.number("year"), count=warning.number("numerator")
    )


_WORDS: Mapping[Rule, Callable[[Edition, Assessed, Indicator, EarlyWarning], str]] = {
    Rule.HARD: _hard,
    Rule.HOLD: _hold,
    Rule.REGRESS: _regress,
    Rule.VOLATILE: _volatile,
    Rule.UNUSUAL: _unusual,
    Rule.MISSING: _overdue,
    Rule.STALE: _overdue,
    Rule.GAP: _gap,
    Rule.METHOD: _method,
    Rule.SUBST: _subst,
    Rule.BREAK: _break,
    Rule.PROVISIONAL: _provisional,
    Rule.REVISED: _revised,
    Rule.LOWCOUNT: _lowcount,
}
