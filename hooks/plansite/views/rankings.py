"""Rankings per indicator and year: ties share a rank, missing listed unranked, spread shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from plansite.addresses import indicator_page, place_page
from plansite.edition import Edition
from plansite.pages import Heading, Link, Page
from plansite.progress import Place
from plansite.rankings import IndicatorRanking
from plansite.statements import amount
from plansite.views.paging import Part, Step, part_page, place_way, split

MOST_ROWS = 400
"""So many rows stand on one page; with more, indicators have pages of their own."""

Ranked = tuple[IndicatorRanking, Place]
"""One row of a ranking."""


def rankings_pages(edition: Edition) -> Iterator[Page]:
    """Yield all rankings that the observations allow: one page, or pages by indicator and place."""
    rows = [(one, place) for one in _newest_first(edition) for place in one.ranking.places]
    indicators = edition.site.indicators
    ways = cache(partial(place_way, edition))

    def way(row: Ranked) -> tuple[Step, ...]:
        one, place = row
        name = edition.name(indicators[one.indicator].name)
        named = Step(one.indicator, name, anchor=one.indicator)
        tier = edition.word(f"tier_{one.tier}")
        year = Step(f"{one.tier}-{one.year}", edition.word("ranking_of", year=one.year, tier=tier))
        return (named, year, *ways(place.area))

    for part in split("rankings/", rows, way, MOST_ROWS).walk():
        yield part_page(edition, _page(edition, part), part)


def _newest_first(edition: Edition) -> Iterator[IndicatorRanking]:
    """Yield the rankings indicator by indicator, the latest of each list first."""
    groups: dict[str, list[IndicatorRanking]] = {}
    for one in edition.findings.rankings:
        groups.setdefault(one.indicator, []).append(one)
    for found in groups.values():
        yield from reversed(found)


def _page(edition: Edition, part: Part[Ranked]) -> Page:
    groups: dict[str, dict[int, tuple[IndicatorRanking, list[Place]]]] = {}
    for one, place in part.own:
        groups.setdefault(one.indicator, {}).setdefault(id(one), (one, []))[1].append(place)
    indicators = edition.site.indicators
    count = len({one.indicator for one, _ in part.rows})
    return Page(
        address="rankings/",
        template="rankings",
        title=edition.word("rankings"),
        description=edition.word("rankings_description", count=count),
        view={
            "groups": tuple(
                (
                    key,
                    Link(edition.name(indicators[key].name), indicator_page(key)),
                    edition.word(f"better_{indicators[key].better}"),
                    tuple(_ranking(edition, one, places) for one, places in found.values()),
                )
                for key, found in groups.items()
            )
        },
        headings=tuple(Heading(key, edition.name(indicators[key].name)) for key in groups),
        kind="report",
    )


class RankingTable(NamedTuple):
    """A ranking, or the part of it that a page shows."""

    caption: str
    spread: str
    """Its lowest and highest value; empty where there are none."""
    places: tuple[tuple[object, Link, str, str, str], ...]
    """Rank, name, value, marks, and change of the rank."""


def _ranking(edition: Edition, one: IndicatorRanking, shown: list[Place]) -> RankingTable:
    indicator = edition.site.indicators[one.indicator]
    unit = edition.site.units[indicator.unit]
    spread = one.ranking.spread
    places = []
    for place in shown:
        name = edition.name(edition.site.jurisdictions[place.area].name)
        value = (
            amount(place.value, indicator, unit, edition.lang) if place.value is not None else ""
        )
        marks = edition.word("comma").join(mark.label(edition.lang) for mark in place.marks)
        change = f"{place.change:+d}" if place.change is not None else ""
        places.append((place.rank or "", Link(name, place_page(place.area)), value, marks, change))
    return RankingTable(
        caption=edition.word(
            "ranking_caption", year=one.year, tier=edition.word(f"tier_{one.tier}"),
            ranked=one.ranking.ranked, areas=one.ranking.areas,
        ),
        spread=edition.word(
            "ranking_spread",
            low=amount(spread[0], indicator, unit, edition.lang),
            high=amount(spread[1], indicator, unit, edition.lang),
        ) if spread else "",
        places=tuple(places),
    )  # fmt: skip
