"""Rankings: places of one tier, one indicator, one year, only like with like (method, 13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from plansite.assessing import EVERYONE
from plansite.model import Observation, Site
from plansite.progress import Comparator, Entry, Goal, ObservationStatus, Ranking, rank_values
from plansite.records.catalogue import TIERS, Tier

LEAST = 2
"""Fewer places than this with a figure make no ranking."""


@dataclass(frozen=True)
class IndicatorRanking:
    """The places of one tier by one indicator in one year."""

    indicator: str
    tier: Tier
    year: int
    ranking: Ranking


def site_rankings(site: Site) -> Iterator[IndicatorRanking]:
    """Yield a ranking for each indicator, tier and year that has figures of two places or more.

    The latest vintage known at the as-of date counts. A place that has figures of other years
    only is listed unranked. Derived figures are left out: they were not published as such.
    """
    series: dict[tuple[str, Tier], dict[int, dict[str, Observation]]] = {}
    as_of = site.settings.as_of
    for rows in site.observations_by_series.values():
        for row in rows:
            known = row.published_on is None or row.published_on <= as_of
            if row.breakdown != EVERYONE or row.kind == "derived" or not known:
                continue
            tier = site.jurisdictions[row.jurisdiction].tier
            years = series.setdefault((row.indicator, tier), {})
            years.setdefault(row.year, {})[row.jurisdiction] = row
    order = {name: place for place, name in enumerate(site.indicators)}
    ordered = sorted(
        series.items(), key=lambda one: (order[one[0][0]], list(TIERS).index(one[0][1]))
    )
    for (indicator, tier), years in ordered:
        direction, unit = site.indicators[indicator].better, site.indicators[indicator].unit
        if direction not in {"higher", "lower"}:
            continue
        everyone = sorted({place for found in years.values() for place in found})
        for year in sorted(years):
            if sum(row.value is not None for row in years[year].values()) < LEAST:
                continue
            before = years.get(year - 1)
            yield IndicatorRanking(
                indicator,
                tier,
                year,
                rank_values(
                    _goal(direction),
                    _entries(years[year], everyone, year, unit),
                    _entries(before, everyone, year - 1, unit) if before else None,
                ),
            )


@cache
def _goal(direction: str) -> Goal:
    """Return a goal that only says which way is better."""
    sign = 1 if direction == "higher" else -1
    return Goal(comparator=Comparator.KEEP, unit_in_last_place=Decimal(1), good_direction=sign)


def _entries(found: dict[str, Observation], places: list[str], year: int, unit: str) -> list[Entry]:
    return [
        Entry(place, year, row.value, ObservationStatus(row.status), unit=row.unit)
        if (row := found.get(place))
        else Entry(place, year, None, ObservationStatus.O, unit=unit)
        for place in places
    ]
