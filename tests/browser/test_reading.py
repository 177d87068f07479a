"""A reader finds a plan, a target, a comparison, a table, and the same page in the other language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from arriving import WHOLE, arrive
from lxml import html
from playwright.sync_api import Browser

from browser.conftest import PHONE, Reader
from browser.pages import DRAFT, KINDS, MMR, PLAN

HAN = re.compile("[\u3400-\u9fff]")
EVERYWHERE = [prefix + kind for kind in KINDS for prefix in ("", "en/")]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_a_page_opens_on_phone_without_fault_or_sideways_scrolling(
    phone: Reader, path: str
) -> None:
    page = phone.open(path)
    assert page.locator("h1").count() == 1
    excess = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert excess <= 0
    assert phone.faults == []


@pytest.mark.parametrize("path", EVERYWHERE)
def test_a_page_opens_on_desktop_without_fault(reader: Reader, path: str) -> None:
    page = reader.open(path)
    assert page.locator("h1").inner_text().strip()
    assert reader.faults == []


LONG = [MMR, PLAN + "health/", PLAN + "targets/", PLAN + "print/", "matrix/", "index/"]
SKIPPED = """() => [...document.querySelectorAll("article *")]
  .filter((one) => one.checkVisibility() && !one.checkVisibility({contentVisibilityAuto: true})).length"""
"""What is laid out only near the window; it is missing from pictures of the page and from print."""
PLACED = """() => [...document.querySelectorAll("article *")]
  .map((one) => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.width]; })"""


@pytest.mark.parametrize("path", LONG)
def test_a_long_page_is_laid_out_whole(phone: Reader, path: str) -> None:
    assert phone.open(path).evaluate(SKIPPED) == 0


def test_the_first_paint_leaves_out_what_is_far_below_the_window(phone: Reader) -> None:
    phone.page.add_init_script("requestIdleCallback = () => {}")
    phone.page.goto(phone.address + PLAN + "targets/")
    assert phone.page.evaluate(SKIPPED) > 1000
    phone.page.emulate_media(media="print")
    assert phone.page.evaluate(SKIPPED) == 0


@pytest.mark.parametrize("path", LONG)
def test_a_page_without_scripts_is_whole_and_the_same(
    browser: Browser, phone: Reader, path: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(phone.address + path)
    assert page.evaluate(SKIPPED) == 0
    context.close()


@pytest.mark.parametrize("path", [MMR, PLAN + "health/", "matrix/", "plans/liaoning/dalian/"])
def test_what_was_left_out_comes_to_where_it_would_have_been(
    browser: Browser, phone: Reader, path: str
) -> None:
    """A page that was laid out bit by bit looks like one that was laid out at once."""
    by_bits = phone.open(path).evaluate(PLACED)
    at_once = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    arrive(at_once, phone.address + path + "#nowhere")
    assert at_once.evaluate(PLACED) == by_bits
    at_once.context.close()


def test_a_place_far_down_is_led_to_and_stays(phone: Reader) -> None:
    page = phone.open(PLAN + "targets/#of-education")
    for _ in range(2):
        top = page.locator("#of-education").evaluate("one => one.getBoundingClientRect().top")
        assert 0 <= top < 150
        page.reload()
        page.locator(WHOLE).wait_for(state="attached")


@pytest.mark.parametrize("path", ["", PLAN, PLAN + "health/", MMR, "matrix/"])
def test_the_language_switch_leads_to_the_same_page_and_back(reader: Reader, path: str) -> None:
    page = reader.open(path)
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.locator("a.ps-language").click()
    page.wait_for_load_state("networkidle")
    assert page.url == f"{reader.address}en/{path}"
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("a.ps-language").click()
    page.wait_for_load_state("networkidle")
    assert page.url == f"{reader.address}{path}"


def _chinese_outside(element: html.HtmlElement, language: str) -> Iterator[str]:
    """Yield the Chinese of an element that does not say that it is Chinese."""
    language = element.get("lang", language)
    if not isinstance(element.tag, str) or element.tag in {"script", "style", "template"}:
        return
    said = (
        element.text,
        *(element.get(name) for name in ("title", "alt", "aria-label", "content")),
    )
    if not language.startswith("zh"):
        yield from (text.strip()[:60] for text in said if text and HAN.search(text))
    for child in element:
        yield from _chinese_outside(child, language)
        if child.tail and HAN.search(child.tail) and not language.startswith("zh"):
            yield child.tail.strip()[:60]


def test_english_pages_hold_no_chinese_but_what_carries_its_language(site: Path) -> None:
    pages = sorted((site / "en").rglob("*.html"))
    found = {
        path.relative_to(site).as_posix(): texts[:3]
        for path in pages
        if (texts := list(_chinese_outside(html.parse(str(path)).getroot(), "")))
    }
    assert len(pages) > 500
    assert found == {}


@pytest.mark.parametrize(
    ("path", "tab", "current"),
    [
        ("plans/", "Plans", "page"),
        (PLAN, "Plans", "true"),
        (PLAN + "health/", "Plans", "true"),
        (MMR, "Indicators", "true"),
        ("domains/women/health/", "Domains", "true"),
        ("", "Home", "page"),
        ("glossary/", None, None),
    ],
)
def test_the_tab_of_the_section_a_page_is_in_is_marked(
    site: Path, path: str, tab: str | None, current: str | None
) -> None:
    tree = html.parse(str(site / "en" / path / "index.html")).getroot()
    tabs = tree.xpath("//nav[@data-md-component='tabs']//li[contains(@class, '--active')]/a")
    found = [(one.text_content().strip(), one.get("aria-current")) for one in tabs]
    assert found == ([(tab, current)] if tab else [])


def test_a_draft_is_marked_on_every_page_of_the_plan(reader: Reader) -> None:
    for section in ("", "targets/", "health/", "projects/", "implementation/", "comparison/"):
        page = reader.open(f"en/{DRAFT}{section}")
        assert page.locator(".ps-notice--draft").is_visible(), section


def test_a_district_target_shows_the_nation_beside_it(reader: Reader) -> None:
    page = reader.open(f"en/{PLAN}comparison/")
    row = page.locator("tr", has_text="Maternal mortality ratio").first
    assert "at most 9 per 100,000" in row.inner_text()
    assert "stricter" in row.inner_text()
    assert "China 2021–2030" in row.inner_text()
    assert "at most 12 per 100,000 (2030)" in row.inner_text()


def test_a_target_links_to_its_place_in_the_document_and_back(reader: Reader) -> None:
    page = reader.open(f"en/{MMR}")
    page.locator("tr", has_text="Xigang District").get_by_role(
        "link", name="Health, target 2"
    ).first.click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"{PLAN}health/#health-2-maternal-mortality-ratio")
    target = page.locator(":target")
    assert "at most 8 per 100,000" in target.inner_text()


def test_a_table_is_filtered_and_sorted(reader: Reader) -> None:
    page = reader.open(f"en/{PLAN}targets/")
    rows = page.locator("table[data-ps-table] tbody tr")
    total = rows.count()
    page.get_by_label("Filter").fill("screening")
    assert 0 < page.locator("table[data-ps-table] tbody tr:visible").count() < total
    page.get_by_label("Filter").fill("no such words")
    assert not page.locator("h2#of-health").is_visible()
    page.get_by_label("Filter").fill("")
    page.get_by_label("Kind").select_option("numeric")
    assert page.locator("h2#of-health").is_visible()
    page.get_by_role("button", name="Year").first.click()
    table = page.locator("table[data-ps-table]").first
    years = table.locator("tbody tr:visible [data-label=Year]").evaluate_all(
        "cells => cells.map(cell => Number(cell.dataset.sort))"
    )
    assert years == sorted(years) and len(years) > 10


def test_the_data_page_offers_the_targets_with_the_figures_of_the_site(
    reader: Reader, site: Path
) -> None:
    page = reader.open("en/data/")
    with page.expect_download() as started:
        page.locator(
            "tr", has=page.get_by_role("rowheader", name="targets", exact=True)
        ).get_by_role("link", name="CSV").click()
    text = started.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert text == (site / "data/targets.csv").read_text(encoding="utf-8")
    chosen = [
        (row["value"], row["year"], row["comparator"], row["unit"])
        for row in rows
        if row["plan"] == "liaoning/dalian/xigang/women-2021-2030"
        and row["indicator"] == "maternal-mortality-ratio"
    ]
    assert chosen == [("9", "2025", "le", "per_100k"), ("8", "2030", "le", "per_100k")]


def test_the_print_of_a_plan_has_no_page_furniture(reader: Reader) -> None:
    page = reader.open(f"{PLAN}health/")
    page.emulate_media(media="print")
    for furniture in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".ps-local"):
        assert not page.locator(furniture).first.is_visible(), furniture
    assert page.locator("table").first.is_visible()
