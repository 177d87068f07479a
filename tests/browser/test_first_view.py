"""What a phone receives before the first use of a page: little, at once, and nothing that moves."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from first_view import LIMIT, Packing, first_view, packed_size, weigh
from loopback import served
from playwright.sync_api import Browser

from .pages import KINDS

STILL = 0.02
"""Layout shift that no reader notices; 0.1 counts as good."""


@pytest.fixture(scope="module")
def packed(site: Path) -> Iterator[str]:
    """Return the address of the site, served compressed."""
    with served(site, Packing) as address:
        yield address


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_first_view_of_every_kind_of_page_is_light_and_still(
    browser: Browser, packed: str, language: str
) -> None:
    views = [first_view(browser, packed, language + path) for path in KINDS]
    assert [(view.path, view.weight) for view in views if view.weight > LIMIT] == []
    assert [(view.path, view.shift) for view in views if view.shift > STILL] == []
    assert [view.sizes for view in views if any("/search/" in url for url, _ in view.sizes)] == []
    # The browser asks for the icon when it likes, and guides have pictures.
    files = [[url for url, _ in one.sizes if not url.endswith((".webp", ".svg"))] for one in views]
    chosen = [sum("/choose." in url for url in one) for one in files]  # where there is a choice
    assert set(map(int.__sub__, map(len, files), chosen)) == {4}, "page, style, two scripts"
    assert 0 < sum(chosen) < len(chosen) and max(chosen) == 1


class Late(Packing):
    """Serves a site whose style sheet takes its time."""

    def do_GET(self) -> None:  # noqa: N802 -- the name http.server calls
        if self.path.endswith(".css"):
            time.sleep(0.4)
        super().do_GET()


def test_a_page_is_not_done_and_laid_out_before_its_style_sheet_is_there(
    browser: Browser, site: Path
) -> None:
    page = browser.new_page()
    try:
        with served(site, Late) as address:
            page.goto(f"{address}matrix/")
            done, styled = page.evaluate(
                """[performance.getEntriesByType("navigation")[0].domContentLoadedEventStart,
                    performance.getEntriesByType("resource").find((one) => one.name.endsWith(".css")).responseEnd]"""
            )
        assert done >= styled
    finally:
        page.close()


def test_what_is_not_needed_to_read_is_asked_for_after_the_first_paint(
    browser: Browser, packed: str
) -> None:
    page = browser.new_page()
    try:
        page.goto(f"{packed}matrix/")
        page.wait_for_function(
            "performance.getEntriesByType('resource').some(({name}) => name.includes('/choose.'))"
        )
        painted, *asked = page.evaluate(
            """[performance.getEntriesByName("first-contentful-paint")[0].startTime,
                ...performance.getEntriesByType("resource")
                  .filter(({name}) => /\\/(site|choose)\\.[^/]+js$/.test(name)).map((one) => one.startTime)]"""
        )
        assert len(asked) == 2
        assert min(asked) >= painted
    finally:
        page.close()


def test_no_page_of_the_whole_site_is_heavier(site: Path) -> None:
    assert [(path, size) for size, path in weigh(site) if size > LIMIT] == []


def test_what_is_weighed_is_what_the_browser_asks_for(
    browser: Browser, packed: str, site: Path
) -> None:
    weights = {path.removesuffix("index.html"): size for size, path in weigh(site)}
    view = first_view(browser, packed, "method/")
    icon = site / "assets/images/favicon.svg"
    unasked = 0 if any(url.endswith(icon.name) for url, _ in view.sizes) else packed_size(icon)
    assert view.weight + unasked == weights["method/"]
