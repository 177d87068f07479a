"""What machines read of a page: data about plans and indicators, portal tags, the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Sources
from plansite.edition import Edition, load_labels
from plansite.generate import generate
from plansite.model import Site
from plansite.sharing import guide, structured
from plansite.views import all_pages

ROOT = "https://plans.example.org/"


def _data(site: Site, lang: Any) -> Iterator[dict[str, Any]]:
    edition = Edition(site, lang, load_labels())
    for page in all_pages(edition):
        if found := structured(edition, page, ROOT):
            yield dict(found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_indicator_is_a_dataset_that_dataset_search_takes(fictional: Site, lang: Any) -> None:
    found = [one for one in _data(fictional, lang) if one["@type"] == "Dataset"]
    assert len(found) == len(fictional.indicators)
    for one in found:
        assert 50 <= len(one["description"]) <= 5000, one["name"]
        assert {"name", "creator", "license", "variableMeasured", "distribution"} <= one.keys()
        assert {part["encodingFormat"] for part in one["distribution"]} == {
            "text/csv",
            "application/json",
        }
        assert one["variableMeasured"]["unitText"]
        assert all(place.startswith(ROOT) for place in one.get("isBasedOn", ()))


def test_a_dataset_says_which_years_and_places_have_figures_and_which_plans_it_is_based_on(
    fictional: Site,
) -> None:
    observed = {one.indicator for one in fictional.observations}
    for one in _data(fictional, "en"):
        identifier = one["@id"].rstrip("/").rpartition("/")[2]
        if one["@type"] != "Dataset":
            continue
        assert ("temporalCoverage" in one) == (identifier in observed)
        assert ("spatialCoverage" in one) == (identifier in observed)
        if "temporalCoverage" in one:
            assert re.fullmatch(r"\d{4}/\d{4}", one["temporalCoverage"])
        plans = {target.plan for target in fictional.targets_by_indicator.get(identifier, ())}
        based = one.get("isBasedOn", [])
        assert {place.removeprefix(f"{ROOT}en/plans/").rstrip("/") for place in based} == plans


def test_every_plan_is_a_work_with_its_period_and_place(fictional: Site) -> None:
    works = {one["name"]: one for one in _data(fictional, "zh") if one["@type"] == "CreativeWork"}
    assert set(works) == {plan.title.zh for plan in fictional.plans.values()}
    for plan in fictional.plans.values():
        first, last = plan.record.period
        assert works[plan.title.zh]["temporalCoverage"] == f"{first}/{last}"
        assert works[plan.title.zh]["spatialCoverage"] == plan.jurisdiction.name.zh


def test_portal_tags_are_off_until_the_settings_name_them(sources: Sources) -> None:
    assert {str(one.meta["portal"]) for one in generate(sources.root, "zh").pages} == {"{}"}
    sources.append("site.yml", 'portal: {SiteName: "某<市>", ColumnName: 规划}\n')
    page = generate(sources.root, "zh").pages[0]
    assert page.meta["portal"] == {"SiteName": "某&lt;市&gt;", "ColumnName": "规划"}


def test_the_guide_names_every_own_plan_and_the_data(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    text = guide(edition, ROOT)
    for plan in edition.own_plans:
        assert plan.title.en in text and plan.title.zh in text
    assert f"{ROOT}data/targets.csv" in text
