"""What readers come to do: find, compare, take away, change language, print, go back, by any hand."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import PHONE, Reader
from browser.pages import KINDS, MMR, PLAN

SHORTCUTS = ("p", "n", ",", ".")


def test_a_plan_is_found_from_the_search_box_of_the_home_page(phone: Reader) -> None:
    page = phone.open("en/")
    page.get_by_role("searchbox").fill("Xigang")
    page.get_by_role("button", name="Search", exact=True).last.click()
    page.locator(".md-search-result__link", has_text="Xigang District Women").first.click()
    page.wait_for_load_state("networkidle")
    assert "/plans/liaoning/dalian/xigang/" in page.url
    assert phone.faults == []


def test_the_home_page_leads_to_every_plan_its_progress_and_what_needs_attention(
    reader: Reader,
) -> None:
    page = reader.open("en/")
    assert page.locator(".ps-lines__name a").count() == 5
    assert page.locator(".ps-concerns li").count() >= 1
    for first in (".ps-lines li", "#far", ".ps-concerns li"):  # one screen of a desktop begins each
        box = page.locator(first).first.bounding_box()
        assert box and box["y"] + box["height"] <= 900, first


def test_a_target_is_found_by_a_word_in_it_and_the_nation_stands_beside_it(
    reader: Reader,
) -> None:
    page = reader.open(f"en/{PLAN}targets/")
    page.get_by_label("Filter").fill("maternal mortality")
    row = page.locator("table[data-ps-table] tbody tr:visible").first
    assert "at most 8 per 100,000" in row.inner_text()
    row.get_by_role("link", name="China 2021–2030").first.click()
    page.wait_for_load_state("networkidle")
    assert "/plans/china/women-2021-2030/" in page.url
    page.go_back()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"{PLAN}targets/")


def test_the_language_is_switched_in_the_middle_of_a_page_and_the_place_is_kept(
    phone: Reader,
) -> None:
    page = phone.open(f"{PLAN}health/#health-2-maternal-mortality-ratio")
    page.locator("a.ps-language").click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"en/{PLAN}health/#health-2-maternal-mortality-ratio")
    assert page.locator(":target").is_visible()


def test_a_reader_who_scrolled_keeps_the_section_across_languages(reader: Reader) -> None:
    page = reader.open(MMR)
    page.locator("h2#about").evaluate("one => one.scrollIntoView()")
    page.locator("a.ps-language").click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"en/{MMR}#about")


def test_the_whole_plan_prints_as_one_document(reader: Reader, tmp_path: Path) -> None:
    page = reader.open(f"en/{PLAN}")
    page.get_by_role("link", name="The whole plan on one page").click()
    page.wait_for_load_state("networkidle")
    file = tmp_path / "plan.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    printed = pypdf.PdfReader(file)
    text = "\n".join(sheet.extract_text() for sheet in printed.pages)
    assert len(printed.pages) > 10
    for word in ("Women and Health", "Women and the Law", "Organisation", "Monitoring"):
        assert word in text
    for furniture in ("See also", "Table of contents", "You are here"):
        assert furniture not in text


def test_related_pages_stand_at_the_foot_and_lead_to_the_same_domain_elsewhere(
    reader: Reader,
) -> None:
    page = reader.open(f"en/{PLAN}health/")
    foot = page.get_by_role("navigation", name="See also")
    foot.get_by_role("link", name="Daqing City 2021–2025").click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("plans/heilongjiang/daqing/women-2021-2025/health/")


def test_single_keys_do_not_turn_the_page(reader: Reader) -> None:
    page = reader.open("en/about/")
    for key in SHORTCUTS:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url.endswith("en/about/")


@pytest.mark.parametrize("path", ["en/", "plans/", f"en/{PLAN}targets/"])
def test_a_skip_link_stands_first_also_on_pages_without_contents(reader: Reader, path: str) -> None:
    page = reader.open(path)
    page.keyboard.press("Tab")
    assert page.locator("a.md-skip:focus").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article'))")


def _focused(page: Page) -> tuple[str, bool]:
    """Return what has the focus, and whether something drawn shows it."""
    found: tuple[str, bool] = tuple(
        page.evaluate(
            """() => {
              const one = document.activeElement, style = getComputedStyle(one);
              // A hidden choice is shown by its label, a box by its form.
              const label = one.matches('.md-option') ? one.nextElementSibling : null;
              const around = getComputedStyle(label ?? one.closest('.ps-ask, label') ?? one);
              const drawn = [style, around].some((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0);
              return [one.tagName + ' ' + (one.className.baseVal ?? one.className) + ' ' + one.textContent.trim().slice(0, 30), drawn];
            }"""
        )
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["en/", f"en/{PLAN}targets/"])
def test_the_keyboard_walks_the_page_and_focus_is_always_seen(
    browser: Browser, address: str, path: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    try:
        page = Reader(context.new_page(), address).open(path)
        unseen, walked = [], set()
        for _ in range(45):
            page.keyboard.press("Tab")
            name, drawn = _focused(page)
            walked.add(name)
            if not drawn:
                unseen.append(name)
        assert unseen == []
        assert len(walked) > 20
    finally:
        context.close()


def test_a_table_is_sorted_by_the_keyboard_alone(reader: Reader) -> None:
    page = reader.open(f"en/{PLAN}targets/")
    page.get_by_role("button", name="Year").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Year")


def test_statuses_differ_without_colour(reader: Reader) -> None:
    # Each status is drawn with a shape of its own, beside its word.
    page = reader.open("en/method/")
    marks = page.locator("#statuses ~ .ps-tablewrap .ps-status, #statuses ~ * .ps-status")
    found = marks.evaluate_all(
        "all => all.map(one => [one.textContent.trim(), one.querySelector('svg').innerHTML.trim()])"
    )
    words = {word for word, _ in found}
    assert len(words) >= 10
    assert all(shape for _, shape in found)


@pytest.mark.parametrize("width", [320, 180])
@pytest.mark.parametrize("path", KINDS)
def test_nothing_scrolls_in_two_directions_in_a_narrow_window(
    browser: Browser, address: str, path: str, width: int
) -> None:
    # On a phone of 360 pixels whose letters are twice as large there is room as on 180.
    context = browser.new_context(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    try:
        page = Reader(context.new_page(), address).open(f"en/{path}")
        excess = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert excess <= 0
    finally:
        context.close()


def test_without_javascript_the_home_search_leads_to_the_index(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{address}en/")
        page.get_by_role("searchbox").fill("x")
        page.locator(".ps-ask button").click()
        page.wait_for_load_state()
        assert "/en/index/" in page.url
        assert page.locator("h1").is_visible()
    finally:
        context.close()


@pytest.mark.parametrize(
    ("path", "asked", "found"),
    [
        ("", "数字有误", "about/"),
        ("", "下载数据", "data/"),
    ],
)
def test_what_readers_want_to_do_is_found_by_the_words_they_use_for_it(
    phone: Reader, path: str, asked: str, found: str
) -> None:
    page = phone.open(path)
    page.get_by_role("searchbox").fill(asked)
    page.get_by_role("searchbox").press("Enter")
    results = page.locator(".md-search-result__link")
    results.first.wait_for()
    ways = [
        one.split("?")[0].split("#")[0]
        for one in results.evaluate_all("all => all.map(one => one.href)")
    ]
    assert phone.address + found in ways[:3]
    assert phone.faults == []


@pytest.mark.parametrize("path", ["", "en/"])
def test_all_figures_are_downloaded_two_taps_from_home(phone: Reader, path: str) -> None:
    page = phone.open(path)
    page.locator('main a[href="data/"]').tap()
    with page.expect_download() as download:
        page.locator('main a[href$="all.zip"]').tap()
    assert download.value.suggested_filename.endswith(".zip")


def test_each_download_says_by_its_name_alone_what_it_is(reader: Reader) -> None:
    page = reader.open("en/data/")
    links = page.locator(".ps-files a[download]")
    names = [one.get_attribute("aria-label") for one in links.all()]
    assert all(names) and len(set(names)) == len(names)
    assert all(
        (one.text_content() or "?") in (one.get_attribute("aria-label") or "")
        for one in links.all()
    )
