"""Rankings per indicator and year: ties share a rank, missing listed unranked, spread shown."""

from __future__ import annotations

from plansite.addresses import indicator_page, place_page
from plansite.edition import Edition
from plansite.pages import Heading, Link, Page
from plansite.rankings import IndicatorRanking, site_rankings
from plansite.statements import amount


def rankings_page(edition: Edition) -> Page:
    """Return all rankings that the observations allow."""
    groups: dict[str, list[IndicatorRanking]] = {}
    for one in site_rankings(edition.site):
        groups.setdefault(one.indicator, []).append(one)
    indicators = edition.site.indicators
    return Page(
        address="rankings/",
        template="rankings",
        title=edition.word("rankings"),
        description=edition.word("rankings_description", count=len(groups)),
        view={
            "groups": tuple(
                (
                    key,
                    Link(edition.name(indicators[key].name), indicator_page(key)),
                    edition.word(f"better_{indicators[key].better}"),
                    tuple(_ranking(edition, one) for one in reversed(found)),
                )
                for key, found in groups.items()
            )
        },
        headings=tuple(Heading(key, edition.name(indicators[key].name)) for key in groups),
        kind="report",
    )


def _ranking(edition: Edition, one: IndicatorRanking) -> dict[str, object]:
    indicator = edition.site.indicators[one.indicator]
    unit = edition.site.units[indicator.unit]
    spread = one.ranking.spread
    places = []
    for place in one.ranking.places:
        name = edition.name(edition.site.jurisdictions[place.area].name)
        value = (
            amount(place.value, indicator, unit, edition.lang) if place.value is not None else ""
        )
        marks = edition.word("comma").join(mark.label(edition.lang) for mark in place.marks)
        change = f"{place.change:+d}" if place.change is not None else ""
        places.append((place.rank or "", Link(name, place_page(place.area)), value, marks, change))
    return {
        "caption": edition.word(
            "ranking_caption", year=one.year, tier=edition.word(f"tier_{one.tier}"),
            ranked=one.ranking.ranked, areas=one.ranking.areas,
        ),
        "spread": edition.word(
            "ranking_spread",
            low=amount(spread[0], indicator, unit, edition.lang),
            high=amount(spread[1], indicator, unit, edition.lang),
        ) if spread else "",
        "places": tuple(places),
    }  # fmt: skip
