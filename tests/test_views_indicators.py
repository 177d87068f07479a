"""Indicator pages: who comes first, what stands behind a figure, and what is only context."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from plansite.edition import Edition, load_labels
from plansite.export import data_files, indicator_files
from plansite.load import load_site
from plansite.model import Observation, Site
from plansite.problems import Origin
from plansite.render import Renderer
from plansite.tables import all_tables
from plansite.views import indicator_places as module
from plansite.views.indicator_places import indicator_places
from plansite.views.indicator_progress import IndicatorProgress, indicator_progress
from plansite.views.indicators import catalogue_pages, pages_of
from plansite.views.series import series_table
from plansite.views.sex_gap import sex_gap
from plansite.views.warning_words import WarningNote

MORTALITY = "maternal-mortality-ratio"


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(Path(__file__).parent / "plans")


@pytest.fixture(scope="module")
def edition(site: Site) -> Edition:
    return Edition(site, "en", load_labels())


@pytest.fixture(scope="module")
def progress(edition: Edition) -> IndicatorProgress:
    indicator = edition.site.indicators[MORTALITY]
    return indicator_progress(edition, indicator, *indicator_places(edition, indicator))


def observation(year: int, value: str | None, **fields: object) -> Observation:
    row = Observation(
        MORTALITY, "yunting", year, "", "", "", Decimal(value) if value else None, "per_100k", "A",
        "read", "source", None, "", "", Origin("x.csv"),
    )  # fmt: skip
    return replace(row, **fields)  # type: ignore[arg-type]


def test_own_places_come_first_then_from_the_nation_down(progress: IndicatorProgress) -> None:
    roles = [one.role for one in progress.places]
    assert roles == sorted(roles, key=("own", "superior").index)
    above = [one.tier for one in progress.places if one.role == "superior"]
    assert above[0] == "Nation"


def test_a_tier_that_stands_in_the_name_is_not_said_again(progress: IndicatorProgress) -> None:
    tiers = {one.name: one.tier for one in progress.places}
    assert tiers["Qinglan Province"] == ""
    assert tiers["Chengxi City"] == "Prefecture-level city"


def test_peers_are_folded(site: Site, progress: IndicatorProgress, edition: Edition) -> None:
    assert progress.peers
    html = Renderer(edition).body(next(pages_of(edition, site.indicators[MORTALITY])))
    fold = html.index("ps-peers")
    assert all(html.index(f'id="{one.anchor}"') > fold for one in progress.peers)


def test_places_without_figures_share_the_tier_above_as_context(
    progress: IndicatorProgress, site: Site, edition: Edition
) -> None:
    assert progress.silent
    for one in progress.silent:
        assert (one.table, one.latest, one.context is None) == (None, "", False)
        assert {target.status.code for target in one.targets} <= {"no_data"}
    assert {one.context for one in progress.silent} == set(progress.contexts)
    html = Renderer(edition).body(next(pages_of(edition, site.indicators[MORTALITY])))
    for context in progress.contexts:
        assert html.count(f'class="ps-context">{context.name}') == 1


def test_a_place_has_a_section_if_there_is_something_to_show_else_a_row(
    progress: IndicatorProgress, site: Site, edition: Edition
) -> None:
    html = Renderer(edition).body(next(pages_of(edition, site.indicators[MORTALITY])))
    assert {one.name for one in progress.told} and {one.name for one in progress.silent}
    for one in progress.told:
        assert f'<h3 id="{one.anchor}">' in html
        assert one.table or one.chart
    for one in progress.silent:
        row = html[html.index(f'<tr id="{one.anchor}" data-of="{one.slug}">') :]
        row = row[: row.index("</tr>")]
        for target in one.targets:
            assert target.promise.text in row
            own = target.warnings != progress.shared
            assert all((warning.text in row) is own for warning in target.warnings)


def test_a_warning_of_several_places_is_said_once(progress: IndicatorProgress) -> None:
    note = WarningNote("never_observed", "red", "red", "never observed", "4 figures", "", "")
    silent = progress.silent[0]
    place = replace(silent, targets=(replace(silent.targets[0], warnings=(note,)),))
    assert replace(progress, places=(*progress.told, place)).shared == ()
    assert replace(progress, places=(*progress.told, place, place)).shared == (note,)


def test_places_with_figures_have_no_context(progress: IndicatorProgress) -> None:
    assert all(one.context is None for one in progress.places if one.table)


def test_an_earlier_vintage_is_shown_with_its_day(site: Site, edition: Edition) -> None:
    rows = [
        observation(2023, "10.2", published_on=date(2026, 5, 6)),
        observation(2023, "10.4", published_on=date(2026, 7, 21), status="P"),
    ]
    table = series_table(
        edition, site.indicators[MORTALITY], site.jurisdictions["yunting"], rows, {"source": 1}
    )
    (cell,) = table.rows[0].cells
    assert cell.text == "10.4"
    assert cell.flags == ("provisional", "revised")
    assert cell.earlier == ("10.2 as published on 6 May 2026",)
    assert table.rows[0].published == (("2026-07-21", "21 July 2026"),)


def test_breakdowns_are_columns_and_a_missing_figure_has_none(site: Site, edition: Edition) -> None:
    rows = [observation(2023, "10.2"), observation(2024, "11.0", residence="rural")]
    table = series_table(
        edition, site.indicators[MORTALITY], site.jurisdictions["yunting"], rows, {"source": 1}
    )
    assert table.columns == ("all", "rural")
    assert [cell.text for row in table.rows for cell in row.cells] == ["", "11.0", "10.2", ""]


def test_the_sex_gap_has_difference_and_ratio(site: Site, edition: Edition) -> None:
    rows = [
        observation(2024, "80.0", sex="male"),
        observation(2024, "82.5", sex="female"),
        observation(2023, "79.0", sex="male"),
    ]
    gap = sex_gap(
        edition, site.indicators[MORTALITY], site.jurisdictions["yunting"], rows, date(2026, 1, 1)
    )
    assert gap is not None
    (row,) = gap.rows
    assert (row.year, row.women, row.men) == (2024, "82.5", "80.0")
    assert (row.difference, row.ratio, row.parity) == ("+2.5", "1.03", False)


def test_every_place_and_source_link_leads_somewhere(site: Site, edition: Edition) -> None:
    renderer = Renderer(edition)
    for indicator in site.indicators.values():
        html = renderer.body(next(pages_of(edition, indicator)))
        ids = set(re.findall(r'\bid="([^"]+)"', html))
        wanted = set(re.findall(r'href="#([^"]+)"', html))
        assert wanted <= ids, indicator.id


def test_targets_of_all_tiers_carry_their_status(site: Site, edition: Edition) -> None:
    html = Renderer(edition).body(next(pages_of(edition, site.indicators[MORTALITY])))
    table = html[html.index('id="targets"') :]
    assert '<th scope="col">Status</th>' in table
    assert re.search(r'href="[./]*method/#(achieved|on_track|behind|no_data)"', table)


def test_sections_stand_in_their_order(site: Site, edition: Edition) -> None:
    html = Renderer(edition).body(next(pages_of(edition, site.indicators[MORTALITY])))
    places = [html.index(f'<h2 id="{name}">') for name in ("glance", "progress", "targets", "sources", "downloads")]  # fmt: skip
    assert places == sorted(places)


def test_downloads_hold_figures_and_targets(site: Site) -> None:
    files = dict((*data_files(all_tables(site)), *indicator_files(site)))
    rows = files[f"data/indicators/{MORTALITY}.csv"].split("\r\n")
    kinds = {row.split(",")[0] for row in rows[1:] if row}
    assert kinds == {"observation", "baseline", "target"}
    about = json.loads(files[f"data/indicators/{MORTALITY}.json"])
    assert about["indicator"] == MORTALITY
    assert about["observations"] and about["targets"]


def test_every_linked_download_exists(site: Site, edition: Edition) -> None:
    files = dict((*data_files(all_tables(site)), *indicator_files(site)))
    for indicator in site.indicators.values():
        stem = indicator_progress(edition, indicator, *indicator_places(edition, indicator)).files
        assert not stem or {f"{stem}.csv", f"{stem}.json"} <= files.keys()


def test_the_list_shows_statuses(edition: Edition) -> None:
    html = Renderer(edition).body(next(catalogue_pages(edition)))
    assert "ps-statuses" in html


def test_places_with_plans_recorded_whole_stay_on_the_first_page_while_few(
    site: Site, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    indicator = site.indicators[MORTALITY]
    monkeypatch.setattr(module, "MOST", 1)
    first, *rest = indicator_places(edition, indicator)
    own = {place for place in first.known if first.known[place].role == "own"}
    assert len(own) > 1 and rest
    assert own <= {one.place.slug for one in first.part.own}
    monkeypatch.setattr(module, "MOST_FIRST", len(own) - 1)
    first, *rest = indicator_places(edition, indicator)
    assert not own & {one.place.slug for one in first.part.own}
    assert own <= {one.place.slug for here in rest for one in here.part.own}
