"""Charts: what is drawn lies in the plot, labels keep apart, every picture is told in words."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from plansite.edition import Edition, load_labels
from plansite.load import load_site
from plansite.model import Site
from plansite.progress import ObservationStatus
from plansite.records.base import Lang
from plansite.records.catalogue import Indicator
from plansite.render import Renderer
from plansite.views.chart import Chart
from plansite.views.chart_frame import frame, year_ticks
from plansite.views.chart_labels import Box, Wish, around, place_labels
from plansite.views.chart_line import Dot, runs
from plansite.views.indicator_places import indicator_places
from plansite.views.indicator_progress import IndicatorProgress, indicator_progress
from plansite.views.indicators import pages_of

ROOT = Path(__file__).parent / "plans"


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(ROOT)


@pytest.fixture(scope="module", params=["zh", "en"])
def edition(site: Site, request: pytest.FixtureRequest) -> Edition:
    return Edition(site, request.param, load_labels())


@pytest.fixture(scope="module")
def drawn(edition: Edition) -> list[Chart]:
    found: list[Chart] = []
    for indicator in edition.site.indicators.values():
        progress = progress_of(edition, indicator)
        for place in (*progress.places, *progress.peers):
            found += [place.chart] if place.chart else []
            found += place.parts
    return found


def progress_of(edition: Edition, indicator: Indicator) -> IndicatorProgress:
    return indicator_progress(edition, indicator, *indicator_places(edition, indicator))


def dot(year: int, status: str = "A") -> Dot:
    return Dot(year, Decimal(1), ObservationStatus(status))


def years(line: list[Dot]) -> list[list[int]]:
    return [[one.year for one in piece] for piece in runs(line)]


def test_a_missing_year_is_a_gap_in_the_line() -> None:
    assert years([dot(2010), dot(2011), dot(2014), dot(2015)]) == [[2010, 2011], [2014, 2015]]


def test_a_break_begins_a_new_line() -> None:
    assert years([dot(2010), dot(2011, "B"), dot(2012)]) == [[2010], [2011, 2012]]


def test_a_value_of_another_definition_stands_alone() -> None:
    assert years([dot(2010), dot(2011, "D"), dot(2012)]) == [[2010], [2011], [2012]]


def test_fictional_plans_have_charts(drawn: list[Chart]) -> None:
    assert len(drawn) > 20


def test_everything_drawn_lies_in_the_plot(drawn: list[Chart]) -> None:
    for chart in drawn:
        area = chart.frame
        points = [mark.at for mark in chart.marks]
        points += [at for line in (*chart.lines, *chart.areas) for at in line.points]
        for x, y in points:
            assert area.left <= x <= area.right, chart.id
            assert area.top <= y <= area.foot, chart.id


def test_coordinates_have_one_decimal(drawn: list[Chart]) -> None:
    for chart in drawn:
        for line in (*chart.lines, *chart.areas):
            assert not re.search(r"\.\d\d", line.coordinates), chart.id


def test_labels_keep_apart_and_within_the_picture(drawn: list[Chart]) -> None:
    for chart in drawn:
        room = Box(0, 0, chart.frame.width, chart.frame.height)
        assert all(room.holds(label.box) for label in chart.labels), chart.id
        for one, other in combinations(chart.labels, 2):
            assert not one.box.overlaps(other.box), (chart.id, one.text, other.text)


def test_labels_cover_no_mark(drawn: list[Chart]) -> None:
    for chart in drawn:
        for label in chart.labels:
            for mark in chart.marks:
                assert not label.box.overlaps(around(mark.at, 4)), (chart.id, label.text)


def test_the_latest_figure_is_always_named(drawn: list[Chart]) -> None:
    for chart in drawn:
        kinds = {mark.kind for mark in chart.marks}
        if kinds & {"observed", "hollow"}:
            assert "latest" in {label.kind for label in chart.labels}, chart.id


def test_ids_are_unique_and_titles_are_given(edition: Edition) -> None:
    for indicator in edition.site.indicators.values():
        progress = progress_of(edition, indicator)
        found = [
            chart
            for place in (*progress.places, *progress.peers)
            for chart in (place.chart, *place.parts)
            if chart
        ]
        assert len({chart.id for chart in found}) == len(found)
        assert all(chart.title and chart.description for chart in found)


def test_every_chart_of_figures_has_its_table(edition: Edition) -> None:
    for indicator in edition.site.indicators.values():
        for place in progress_of(edition, indicator).places:
            if place.chart and any(mark.kind == "observed" for mark in place.chart.marks):
                assert place.table is not None


def test_page_gives_every_picture_title_and_description(edition: Edition) -> None:
    renderer = Renderer(edition)
    for indicator in edition.site.indicators.values():
        html = renderer.body(next(pages_of(edition, indicator)))
        pictures = re.findall(r'<svg class="ps-chart".*?</svg>', html, re.DOTALL)
        for picture in pictures:
            labelled = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', picture)
            assert labelled
            assert f'<title id="{labelled[1]}">' in picture
            assert re.search(rf'<desc id="{labelled[2]}">[^<]+</desc>', picture)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), indicator.id
        assert " style=" not in html


def test_counts_begin_at_zero_and_rates_need_not(site: Site) -> None:
    edition = Edition(site, "en", load_labels())
    rate, count = (
        next(one for one in site.indicators.values() if one.unit == unit)
        for unit in ("per_100k", "count")
    )
    assert frame(edition, rate, [2020, 2030], [12, 17]).truncated
    assert not frame(edition, count, [2020, 2030], [12, 17]).truncated


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (2020, 2025, ["2020", "2021", "2022", "2023", "2024", "2025"]),
        (2010, 2030, ["2010", "2015", "2020", "2025", "2030"]),
        (2012, 2031, ["2015", "2020", "2025", "2030"]),
        (1990, 2030, ["1990", "2000", "2010", "2020", "2030"]),
    ],
)
def test_years_are_ticked_by_one_two_five(
    site: Site, first: int, last: int, expected: list[str]
) -> None:
    edition = Edition(site, "en", load_labels())
    rate = next(one for one in site.indicators.values() if one.unit == "per_100k")
    area = frame(edition, rate, [first, last], [12, 17])
    assert [label for _, label in year_ticks(area.x)] == expected


@pytest.mark.parametrize(("lang", "unit"), [("zh", "万"), ("en", "million")])
def test_large_counts_are_shortened_on_the_axis(site: Site, lang: Lang, unit: str) -> None:
    count = next(one for one in site.indicators.values() if one.unit == "count")
    area = frame(Edition(site, lang, load_labels()), count, [2020, 2025], [12_000_000])
    assert area.unit.startswith(unit)
    assert area.values[0][1] == "0"


def test_a_label_moves_out_of_the_way_of_another() -> None:
    room = Box(0, 0, 200, 200)
    wishes = [Wish("12.5", (100, 100), "latest"), Wish("13.0", (100, 104), "baseline")]
    one, other = place_labels(wishes, room, [around(wish.at) for wish in wishes])
    assert not one.box.overlaps(other.box)


def test_a_label_without_any_place_is_left_out() -> None:
    room = Box(0, 0, 30, 30)
    assert place_labels([Wish("a label much too long", (15, 15), "other")], room, []) == ()
