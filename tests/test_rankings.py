"""Rankings of places: only like with like."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from plansite.model import Observation, Site
from plansite.rankings import site_rankings


def with_rows(site: Site, rows: list[tuple[str, int, str]], **fields: object) -> Site:
    """Return the site with these (place, year, value) of one indicator and nothing else."""
    first = next(one for one in site.observations if one.value is not None)
    indicator = next(one.id for one in site.indicators.values() if one.better == "higher")
    made = tuple(
        replace(
            first, indicator=indicator, jurisdiction=place, year=year, sex="", residence="", age="",
            value=Decimal(value) if value else None, status="A" if value else "O", kind="read",
            published_on=None, **fields,  # type: ignore[arg-type]
        )
        for place, year, value in rows
    )  # fmt: skip
    return replace(site, observations=made)


def places(site: Site) -> tuple[str, str]:
    """Return two places of one tier."""
    tiers: dict[str, list[str]] = {}
    for one in site.jurisdictions.values():
        tiers.setdefault(one.tier, []).append(one.slug)
    first, second = next(found for found in tiers.values() if len(found) > 1)[:2]
    return first, second


def test_equal_values_share_a_rank(fictional: Site) -> None:
    first, second = places(fictional)
    (found,) = site_rankings(with_rows(fictional, [(first, 2022, "90.0"), (second, 2022, "90")]))
    assert [place.rank for place in found.ranking.places] == [1, 1]


def test_a_place_without_a_figure_is_listed_unranked(fictional: Site) -> None:
    first, second = places(fictional)
    rows = [(first, 2022, "90"), (second, 2022, "80"), (first, 2023, "91"), (second, 2023, "")]
    found = list(site_rankings(with_rows(fictional, rows)))
    assert [(one.year, one.ranking.ranked, one.ranking.areas) for one in found] == [(2022, 2, 2)]


def test_a_derived_figure_takes_no_part(fictional: Site) -> None:
    first, second = places(fictional)
    site = with_rows(fictional, [(first, 2022, "90"), (second, 2022, "80")])
    changed = (replace(site.observations[0], kind="derived"), site.observations[1])
    assert list(site_rankings(replace(site, observations=changed))) == []


def test_places_of_different_tiers_are_not_ranked_together(fictional: Site) -> None:
    by_tier = {one.tier: one.slug for one in fictional.jurisdictions.values()}
    first, second = list(by_tier.values())[:2]
    site = with_rows(fictional, [(first, 2022, "90"), (second, 2022, "80")])
    assert list(site_rankings(site)) == []


def test_a_figure_published_after_the_evaluation_date_is_not_ranked(fictional: Site) -> None:
    first, second = places(fictional)
    site = with_rows(fictional, [(first, 2022, "90"), (second, 2022, "80")])
    late = fictional.settings.as_of.replace(year=fictional.settings.as_of.year + 1)
    rows: tuple[Observation, ...] = (
        replace(site.observations[0], published_on=late),
        site.observations[1],
    )
    assert list(site_rankings(replace(site, observations=rows))) == []
