"""Places beside each other: which are compared, in one picture and one table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from plansite.edition import Edition, load_labels
from plansite.load import load_site
from plansite.model import Observation, Site
from plansite.problems import Origin
from plansite.render import Renderer
from plansite.views.indicator_places import indicator_places
from plansite.views.indicators import pages_of
from plansite.views.places_beside import PlacesBeside, choices, places_beside

MORTALITY = "maternal-mortality-ratio"
PLACES = ("yunting", "qinglan")


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(Path(__file__).parent / "plans")


def row(place: str, year: int, value: str) -> Observation:
    return Observation(
        MORTALITY, place, year, "", "", "", Decimal(value), "per_100k", "A",
        "read", "yunting-statistics", None, "", "", Origin("x.csv"),
    )  # fmt: skip


def beside(site: Site, figures: dict[str, dict[int, str]], unit: str = "") -> PlacesBeside | None:
    """Return what stands beside each other where these are all figures of the indicator."""
    source = next(iter(site.sources))
    rows = {
        (MORTALITY, place): tuple(
            replace(row(place, year, value), source=source) for year, value in years.items()
        )
        for place, years in figures.items()
    }
    others = {
        key: found for key, found in site.observations_by_series.items() if key[0] != MORTALITY
    }
    changed = replace(site)
    changed.__dict__["observations_by_series"] = {**others, **rows}
    indicator = changed.indicators[MORTALITY]
    if unit:
        indicator = indicator.model_copy(update={"unit": unit})
    edition = Edition(changed, "en", load_labels())
    return places_beside(edition, indicator, indicator_places(edition, indicator)[0])


def test_each_place_has_a_line_a_key_and_a_column_with_what_is_missing_empty(site: Site) -> None:
    figures = {"yunting": {2020: "20", 2021: "18"}, "qinglan": {2021: "15", 2023: "14"}}
    found = beside(site, figures)
    assert found
    assert {slug for slug, _ in found.heads} == set(PLACES)
    order = [slug for slug, _ in found.heads]
    assert [year for year, _ in found.rows] == [2023, 2021, 2020]
    for year, cells in found.rows:
        assert cells == tuple(figures[slug].get(year, "") for slug in order)
    assert [key.split("|")[2] for key, _ in found.chart.key] == order
    assert {mark.of for mark in found.chart.marks} == set(PLACES)
    assert [line.of for line in found.chart.lines] == ["yunting"]  # 2022 is missing in the other


def test_lines_are_told_apart_by_more_than_colour(site: Site) -> None:
    found = beside(site, {"yunting": {2020: "20", 2021: "18"}, "qinglan": {2021: "15"}})
    assert found
    shapes = {mark.of: mark.shape for mark in found.chart.marks}
    assert len(set(shapes.values())) == len(shapes)


@pytest.mark.parametrize(
    "figures, unit",
    [
        ({"yunting": {2020: "20", 2021: "18", 2022: "17"}}, ""),
        ({"yunting": {2020: "20"}, "qinglan": {2020: "15"}}, ""),
        ({"yunting": {2020: "20", 2021: "18"}, "qinglan": {2020: "15"}}, "persons"),
    ],
)
def test_one_place_two_figures_or_counts_are_not_compared(
    site: Site, figures: dict[str, dict[int, str]], unit: str
) -> None:
    assert beside(site, figures, unit) is None


def test_every_row_of_a_place_belongs_to_one_that_can_be_chosen(site: Site) -> None:
    edition = Edition(site, "en", load_labels())
    indicator = site.indicators[MORTALITY]
    here = indicator_places(edition, indicator)[0]
    offered = {slug for slug, _ in choices(edition, here)}
    (page, *_) = pages_of(edition, indicator)
    body = Renderer(edition).body(page)
    belonging = {one.split('"')[0] for one in body.split('data-of="')[1:]}
    assert belonging and belonging <= offered
