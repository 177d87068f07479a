"""Pages are usable by everyone: axe finds nothing, and nothing needs a script or a mouse."""

from __future__ import annotations

import pytest
from accessible import violations
from playwright.sync_api import Browser

from browser.conftest import DESKTOP, PHONE, Reader
from browser.pages import KINDS, PLAN
from browser.targets import known_by_colour_alone, too_small


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_no_violation(browser: Browser, address: str, path: str, scheme: str) -> None:
    # The checker is put into the page, which the site's own policy would refuse.
    language = "en/" if scheme == "dark" else ""
    size = PHONE if scheme == "dark" else DESKTOP
    context = browser.new_context(
        viewport=size, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    try:
        reader = Reader(context.new_page(), address)
        page = reader.open(language + path)
        assert violations(page) == []
        assert too_small(page) == []
        assert known_by_colour_alone(page) == []
    finally:
        context.close()


@pytest.mark.parametrize(
    "path", ["", PLAN, PLAN + "targets/", "indicators/maternal-mortality-ratio/"]
)
def test_a_page_is_complete_without_javascript(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(address + path)
        assert page.locator("h1").is_visible()
        shown = page.locator("article.md-content__inner").inner_text()
        assert len(shown) > 200
        assert page.locator("a.ps-language").is_visible()
    finally:
        context.close()


def test_the_keyboard_reaches_the_content_by_the_skip_link(reader: Reader) -> None:
    page = reader.open(f"{PLAN}health/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.className")
    assert "md-skip" in focused


def test_text_of_four_times_the_size_needs_no_sideways_scrolling(
    browser: Browser, address: str
) -> None:
    # 1280 pixels at 400 per cent are 320 CSS pixels.
    context = browser.new_context(viewport={"width": 320, "height": 256})
    try:
        page = context.new_page()
        for path in ("", PLAN, PLAN + "health/", "progress/"):
            page.goto(address + path)
            excess = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert excess <= 0, path
    finally:
        context.close()


FOCUSED = "document.activeElement.getBoundingClientRect().right > 0"


def test_the_menu_of_a_narrow_window_opens_by_keyboard_and_gives_the_focus_back(
    phone: Reader,
) -> None:
    page = phone.open("en/plans/")
    opener = page.get_by_role("button", name="Menu", exact=True)
    for _ in range(30):  # a closed menu takes no focus, which nobody would see
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)
    opener.focus()
    page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    assert page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Menu"
    assert phone.faults == []


def test_a_wide_window_has_its_tabs_and_no_button_for_a_menu(reader: Reader) -> None:
    page = reader.open("en/about/")
    page.wait_for_selector(".ps-menu", state="attached")
    assert not page.get_by_role("button", name="Menu", exact=True).is_visible()
    assert page.get_by_role("navigation", name="Tabs").is_visible()


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_page_not_found_is_words_alone_where_its_style_is_out_of_reach(
    reader: Reader, language: str
) -> None:
    reader.page.route("**/*.css", lambda route: route.abort())
    reader.page.goto(f"{reader.address}{language}404.html")
    assert reader.page.locator("h1").is_visible()
    assert reader.page.locator("svg:visible, input:visible, nav:visible").count() == 0
