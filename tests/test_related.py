"""What stands near a page, and how honestly a page says what is not known."""

from __future__ import annotations

from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.views.related import MOST, near_indicator, near_plan_page
from plansite.views.statuses import coverage_words, tally_view

CITY = "qinglan/chengxi/women-2021-2025"


def near(site: Site, plan: str, section: str) -> dict[str, list[str]]:
    edition = Edition(site, "en", load_labels())
    groups = near_plan_page(edition, site.plans[plan], section)
    return {one.heading: [link.address for link in one.links] for one in groups}


def test_a_domain_leads_to_the_same_domain_above_below_and_elsewhere(fictional: Site) -> None:
    found = near(fictional, CITY, "health")
    assert "plans/qinglan/women-2021-2030/health/" in found["Plans above"]
    assert found["Plans below"] == ["plans/qinglan/chengxi/baiyu/women-2021-2030/health/"]
    assert f"plans/{CITY}/education/" in found["Nearby domains"]
    assert all(one.endswith("/health/") for one in found["The same part of other plans"])


def test_a_plan_without_the_domain_is_led_to_by_its_overview(fictional: Site) -> None:
    found = near(fictional, CITY, "law")
    assert "plans/qinglan/women-2021-2030/" in found["Plans above"]


def test_a_page_that_only_this_plan_has_leads_nowhere_of_the_same_kind(fictional: Site) -> None:
    assert "The same part of other plans" not in near(fictional, CITY, "reports/2024")


def test_an_indicator_leads_to_its_domain_and_to_who_answers_for_it(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    indicator = fictional.indicators["maternal-mortality-ratio"]
    targets = fictional.targets_by_indicator[indicator.id]
    groups = near_indicator(edition, indicator, targets)
    addresses = [link.address for one in groups for link in one.links]
    assert "domains/women/health/" in addresses
    assert any(one.startswith("bodies/") for one in addresses)
    assert all(0 < len(one.links) <= MOST for one in groups)


def test_missing_figures_are_said_in_one_sentence_with_their_number(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    draft = fictional.plans["qinglan/chengxi/hedeng/women-2026-2030"]
    silent = tally_view(edition, draft.targets)
    assert silent.known == 0 < silent.total
    said = f"{silent.total} targets can be measured; no local figure is on record for any of them"
    assert said in coverage_words(edition, silent)
    city = tally_view(edition, fictional.plans[CITY].targets)
    assert f"for {city.known} of them and still missing for {city.total - city.known}" in (
        coverage_words(edition, city)
    )
