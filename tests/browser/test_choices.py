"""What a reader chose is shown, stays in the address, and is the same for whoever opens that."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from accessible import violations
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import DESKTOP, PHONE, Reader
from browser.pages import MMR, PLAN
from browser.targets import too_small

CHINA = "china/women-2021-2030"
DAQING = "heilongjiang/daqing/women-2021-2025"
CHOICE = f"plans={CHINA},{DAQING}"


def _heads(page: Page) -> list[str]:
    heads = page.locator(".ps-matrix").first.locator("thead th:visible")
    return [text.splitlines()[0] for text in heads.all_inner_texts()]


def _rows(page: Page) -> Locator:
    return page.locator("table[data-ps-table] tbody tr:visible")


def test_two_plans_are_chosen_and_stand_beside_each_other(reader: Reader) -> None:
    page = reader.open("en/matrix/")
    before = page.locator(".ps-matrix tbody tr:visible").count()
    page.get_by_text("Choose plans to compare").click()
    page.get_by_label("China 2021–2030").check()
    page.get_by_label("Daqing 2021–2025").check()
    assert _heads(page) == ["Indicator or theme", "China 2021–2030", "Daqing 2021–2025"]
    assert page.url.endswith(f"?{CHOICE}")
    rows = page.locator(".ps-matrix tbody tr:visible")
    assert 0 < rows.count() < before
    for row in rows.all():  # what neither of them promises is gone
        assert row.locator("td:visible a").count() >= 1
    assert page.get_by_role("status").inner_text() == (
        "Shown only: China 2021–2030, Daqing 2021–2025"
    )
    page.get_by_role("button", name="Show all").click()
    assert "?" not in page.url
    assert page.locator(".ps-matrix tbody tr:visible").count() == before
    assert reader.faults == []


def test_whoever_gets_the_address_sees_the_same_in_either_language(phone: Reader) -> None:
    page = phone.open(f"matrix/?{CHOICE}&other=1")
    assert page.locator(".ps-choose input:checked").count() == 2
    shown = page.locator(".ps-matrix tbody tr:visible").count()
    page.locator("a.ps-language").click()
    page.wait_for_load_state("networkidle")
    assert "en/matrix/?plans=" in page.url
    expect(page.locator(".ps-choose input:checked")).to_have_count(2)
    assert page.locator(".ps-matrix tbody tr:visible").count() == shown


def test_a_plan_that_is_not_there_leaves_the_page_whole(reader: Reader) -> None:
    page = reader.open("en/matrix/?plans=nowhere/women-2021-2030")
    assert len(_heads(page)) > 3
    assert page.locator(".ps-chosen").is_hidden()


def test_a_choice_is_made_by_keyboard(reader: Reader) -> None:
    page = reader.open("en/matrix/")
    page.locator(".ps-choose summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(_heads(page)) == 2
    assert "plans=" in page.url


def test_a_print_of_a_choice_says_that_it_is_one(reader: Reader) -> None:
    page = reader.open(f"en/matrix/?{CHOICE}")
    page.emulate_media(media="print")
    assert page.locator(".ps-choose").is_hidden()
    assert page.locator(".ps-chosen").is_visible()
    assert len(_heads(page)) == 3


def test_without_javascript_everything_is_there_and_no_choice_is_offered(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/matrix/?{CHOICE}")
    assert page.locator(".ps-choose").is_hidden()
    assert len(_heads(page)) > 3
    context.close()


def test_a_filtered_and_sorted_list_is_sent_by_its_address(reader: Reader) -> None:
    page = reader.open(f"en/{PLAN}targets/")
    total = _rows(page).count()
    page.get_by_label("Filter").fill("rate")
    page.get_by_label("Kind").select_option("numeric")
    page.locator("section.ps-part:visible thead").first.get_by_role("button", name="Year").click()
    page.wait_for_url(re.compile("filter=rate"))
    there = [_rows(page).all_inner_texts(), page.url]
    assert 0 < _rows(page).count() < total
    other = reader.open(page.url.removeprefix(reader.address))
    assert [_rows(other).all_inner_texts(), other.url] == there
    assert other.get_by_label("Filter").input_value() == "rate"
    assert other.locator("th[aria-sort=ascending]").count() == 1


@pytest.mark.parametrize(
    "query", ["kind=none", "sort=health.99", "sort=.,-", "filter=%20&kind=", "sort=health.0-"]
)
def test_an_address_that_asks_for_nothing_there_is_shows_everything(
    reader: Reader, query: str
) -> None:
    whole = _rows(reader.open(f"en/{PLAN}targets/")).all_inner_texts()
    assert _rows(reader.open(f"en/{PLAN}targets/?{query}")).all_inner_texts() == whole
    assert reader.faults == []


def test_places_of_an_indicator_are_chosen_in_chart_table_and_targets(reader: Reader) -> None:
    page = reader.open(f"en/{MMR}?places=china,guangdong")
    assert page.get_by_role("status").inner_text() == "Shown only: China, Guangdong"
    chart = page.locator(".ps-chart[aria-labelledby^=chart-places]")
    drawn = chart.locator("[data-of]").evaluate_all(
        "all => [...new Set(all.filter((one) => one.checkVisibility()).map((one) => one.dataset.of))]"
    )
    assert sorted(drawn) == ["china", "guangdong"]
    page.get_by_text("Data table").first.click()
    table = page.locator(".ps-beside")
    assert table.locator("thead th:visible").all_inner_texts() == ["Year", "China", "Guangdong"]
    for row in table.locator("tbody tr:visible").all():  # a year with no figure of either is gone
        assert row.locator("td:visible:not(:has(.ps-gap))").count() >= 1
    shown = page.locator("#glance ~ .ps-tablewrap tr[data-of]:visible, section[data-of]:visible")
    of = {one.get_attribute("data-of") for one in shown.all()}
    assert of == {"china", "guangdong"}
    assert page.locator("h3[id^=tier-]:visible").count() < page.locator("h3[id^=tier-]").count()
    assert reader.faults == []


def test_without_a_choice_every_place_is_drawn_and_named(reader: Reader) -> None:
    page = reader.open(f"en/{MMR}")
    figure = page.locator("figure:has(.ps-chart[aria-labelledby^=chart-places])")
    named = figure.locator(".ps-key li").evaluate_all("all => all.map((one) => one.dataset.of)")
    drawn = figure.locator(".ps-dot[data-of]").evaluate_all(
        "all => [...new Set(all.map((one) => one.dataset.of))]"
    )
    assert len(named) > 2
    assert sorted(named) == sorted(drawn)
    assert page.locator("[data-of][hidden]").count() == 0


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("path", ["matrix/?plans=china/women-2021-2030", f"{MMR}?places=china"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_choice_that_is_open_can_be_read_by_everybody(
    browser: Browser, address: str, lang: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport=PHONE, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page = Reader(context.new_page(), address).open(lang + path)
    page.locator(".ps-choose summary").click()
    assert violations(page) == []
    assert too_small(page) == []
    context.close()
