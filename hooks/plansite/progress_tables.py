"""The data contract of progress: assessments, warnings, gaps and rankings as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from plansite.assessing import Assessed
from plansite.model import Site
from plansite.progress import round_half_even
from plansite.rankings import IndicatorRanking
from plansite.tables import Row, Table

PLACES = 6
"""Decimals of computed numbers; values and gaps are exact, as published."""

ASSESSMENT_COLUMNS = (
    "plan", "target", "indicator", "as_of", "baseline_value", "baseline_year", "latest_value",
    "latest_year", "target_value", "target_year", "gap", "progress", "pace", "pace_other",
    "effort", "projection", "projection_low", "projection_high", "verdict", "status", "warnings",
    "confidence", "method_version",
)  # fmt: skip
WARNING_COLUMNS = (
    "plan", "target", "indicator", "rule", "level", "reason", "numbers", "raised_on", "as_of",
)  # fmt: skip
GAP_COLUMNS = ("plan", "target", "indicator", "kind", "years", "breakdown", "as_of")
RANKING_COLUMNS = (
    "indicator", "tier", "year", "rank", "jurisdiction", "code", "value", "unit", "marks",
    "ranked", "areas",
)  # fmt: skip

Found = Mapping[tuple[str, str], Assessed]


def progress_tables(
    site: Site, assessed: Found, rankings: Iterable[IndicatorRanking]
) -> tuple[Table, ...]:
    """Return the tables that are computed from observations."""
    every = assessed.values()
    return (
        Table("assessments", "assessments", ASSESSMENT_COLUMNS, tuple(_assessments(every))),
        Table("warnings", "warnings", WARNING_COLUMNS, tuple(_warnings(every))),
        Table("gaps", "gaps", GAP_COLUMNS, tuple(_gaps(every))),
        Table("rankings", "rankings", RANKING_COLUMNS, tuple(_rankings(site, rankings))),
    )


def _assessments(assessed: Iterable[Assessed]) -> Iterator[Row]:
    for one in assessed:
        now = one.assessment
        yield (
            *_name(one), now.as_of.isoformat(), now.baseline_value, now.baseline_year,
            now.latest_value, now.latest_year, now.target_value, now.target_year, now.gap,
            rounded(now.progress), rounded(now.pace), rounded(now.pace_other),
            rounded(now.effort), rounded(now.projection), rounded(now.projection_low),
            rounded(now.projection_high),
            f"{now.verdict}+overshoot" if now.overshoot else str(now.verdict), str(now.status),
            ";".join(map(str, now.warnings)), str(now.confidence), now.method_version,
        )  # fmt: skip


def _warnings(assessed: Iterable[Assessed]) -> Iterator[Row]:
    for one in assessed:
        if not one.assessment.warnings:
            continue
        since = {span.rule: span.raised_on for span in one.warning_history if not span.cleared_on}
        for warning in one.assessment.warnings:
            numbers = ";".join(f"{name}={_shown(value)}" for name, value in warning.numbers)
            raised = since.get(warning.rule)
            yield (
                *_name(one), str(warning.rule), str(warning.level), warning.reason, numbers,
                raised.isoformat() if raised else None, one.assessment.as_of.isoformat(),
            )  # fmt: skip


def _gaps(assessed: Iterable[Assessed]) -> Iterator[Row]:
    for one in assessed:
        for gap in one.gaps:
            years = ";".join(map(str, gap.years))
            as_of = one.assessment.as_of.isoformat()
            yield (*_name(one), str(gap.kind), years, gap.breakdown, as_of)


def _rankings(site: Site, rankings: Iterable[IndicatorRanking]) -> Iterator[Row]:
    for one in rankings:
        unit = site.indicators[one.indicator].unit
        for place in one.ranking.places:
            yield (
                one.indicator, one.tier, one.year, place.rank, place.area,
                site.jurisdictions[place.area].code, place.value, unit,
                ";".join(map(str, place.marks)), one.ranking.ranked, one.ranking.areas,
            )  # fmt: skip


def _name(one: Assessed) -> tuple[str, str, str | None]:
    return one.plan.path, one.target.id, one.target.record.indicator


def rounded(value: Decimal | None) -> Decimal | str | None:
    """Return a computed number to PLACES decimals, half to even; infinity as `inf`."""
    if value is None or value.is_infinite():
        return None if value is None else "inf"
    return round_half_even(value, PLACES)


def _shown(value: Decimal | int) -> str:
    if isinstance(value, int):
        return str(value)
    short = rounded(value)
    return f"{short.normalize():f}" if isinstance(short, Decimal) else str(short)
