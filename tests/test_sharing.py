"""What machines read of a page: data about plans and indicators, portal tags, the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import Sources
from plansite import sharing
from plansite.edition import Edition, load_labels
from plansite.generate import generate
from plansite.model import Site
from plansite.sharing import guide, robots, structured, trail
from plansite.views import all_pages, indicator_places, warnings

ROOT = "https://plans.example.org/"


def _data(site: Site, lang: Any) -> Iterator[dict[str, Any]]:
    edition = Edition(site, lang, load_labels())
    for page in all_pages(edition):
        if found := structured(edition, page, ROOT):
            yield dict(found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_way_down_to_a_page_leads_from_the_home_page_to_pages_that_are_there(
    fictional: Site, lang: Any
) -> None:
    edition = Edition(fictional, lang, load_labels())
    pages = {one.address: one for one in all_pages(edition)}
    home = ROOT if lang == "zh" else f"{ROOT}en/"
    shown = 0
    for address, page in pages.items():
        found = trail(edition, page, ROOT)
        if not found:
            assert not any(one.address not in {"", address} for one in page.crumbs)
            continue
        steps = found["itemListElement"]
        assert [one["position"] for one in steps] == [*range(1, len(steps) + 1)]
        assert steps[0]["item"] == home and steps[-1]["item"] == home + address
        assert all(one["item"].removeprefix(home) in pages for one in steps)
        assert all(one["name"] for one in steps)
        assert len({one["item"] for one in steps}) == len(steps) > 2
        shown += 1
    assert shown > len(fictional.plans) + len(fictional.indicators)
    assert trail(edition, pages["indicators/"], ROOT) is None
    assert all(trail(edition, page, "") is None for page in pages.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_dataset_is_free_and_lies_in_the_catalogue_of_its_language(
    fictional: Site, lang: Any
) -> None:
    catalogue = next(one for one in _data(fictional, lang) if one["@type"] == "DataCatalog")
    assert catalogue["license"] and catalogue["name"] and catalogue["publisher"]
    for one in _data(fictional, lang):
        if one["@type"] == "Dataset":
            assert one["isAccessibleForFree"] is True
            assert one["includedInDataCatalog"]["@id"] == catalogue["@id"]
            assert one["@id"].endswith(f"/{one['identifier']}/")
            assert one["name"] not in one.get("alternateName", ())


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
        for way in ("", "en/"):
            assert f"({ROOT}{way}plans/{plan.path}/)" in text
    assert f"{ROOT}data/targets.csv" in text


def test_the_guide_says_everything_in_both_languages(fictional: Site) -> None:
    for line in guide(Edition(fictional, "zh", load_labels()), ROOT).splitlines():
        if line.startswith(("#", "- ")):
            assert re.search("[a-z]", line) and re.search("[\u4e00-\u9fff]", line), line


def test_crawlers_are_told_where_the_lists_of_pages_are() -> None:
    lines = robots(ROOT).splitlines()
    assert f"Sitemap: {ROOT}sitemap.xml" in lines and f"Sitemap: {ROOT}en/sitemap.xml" in lines
    assert not any(line.startswith("Disallow") for line in lines)
    assert "Sitemap" not in robots("")


def test_what_describes_a_dataset_of_many_places_names_only_some(
    fictional: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = {one["@id"]: one for one in _data(fictional, "en") if one["@type"] == "Dataset"}
    monkeypatch.setattr(sharing, "MOST_NAMED", 1)
    fewer = {one["@id"]: one for one in _data(fictional, "en") if one["@type"] == "Dataset"}
    assert everything.keys() == fewer.keys()
    above = {
        fictional.jurisdictions[slug].name.en: {one.name.en for one in fictional.ancestors(slug)}
        for slug in fictional.jurisdictions
    }
    shorter = 0
    for name, one in fewer.items():
        assert len(one.get("isBasedOn", ())) <= 1
        there = set(one.get("spatialCoverage", ()))
        assert there <= set(everything[name].get("spatialCoverage", ()))
        assert not any(above[place] & there for place in there), "none lies in another"
        shorter += len(there) < len(everything[name].get("spatialCoverage", ()))
    assert shorter


def test_a_page_by_place_is_no_dataset_of_its_own(
    fictional: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indicator_places, "MOST", 1)
    found = list(_data(fictional, "en"))
    assert len({one["@id"] for one in found}) == len(found)
    datasets = [one for one in found if one["@type"] == "Dataset"]
    assert len(datasets) == len(fictional.indicators)


def test_the_guide_of_many_plans_leads_to_their_list(
    fictional: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "MOST_NAMED", 1)
    edition = Edition(fictional, "zh", load_labels())
    text = guide(edition, "https://example.org/")
    named = [one for one in edition.own_plans if f"/{one.path}/)" in text]
    assert len(named) == 1 < len(edition.own_plans)
    assert f"All {len(edition.own_plans)} plans, by place](https://example.org/en/plans/)" in text


def test_the_feed_has_the_latest_warnings(fictional: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = Edition(fictional, "en", load_labels())
    days = re.findall(r"<entry>.*?<updated>(.*?)</updated>", _feed(edition), re.DOTALL)
    assert days == sorted(days, reverse=True) and len(set(days)) > 2
    monkeypatch.setattr(warnings, "FEED_ENTRIES", 2)
    fewer = re.findall(r"<entry>.*?<updated>(.*?)</updated>", _feed(edition), re.DOTALL)
    assert fewer == days[:2]


def _feed(edition: Edition) -> str:
    return warnings.feed(edition, "https://example.org/")
