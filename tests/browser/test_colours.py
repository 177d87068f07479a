"""Dark or light: the system decides, without a script; a reader's own choice comes first and stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

PAPER = "getComputedStyle(document.body).backgroundColor"
CODE = "getComputedStyle(document.querySelector('article code')).backgroundColor"
COLOURS = {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 21, 28)"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_system_decides_with_and_without_scripts(
    browser: Browser, address: str, scheme: str, scripts: bool
) -> None:
    context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)
    try:
        page = context.new_page()
        page.goto(f"{address}method/")
        assert page.evaluate(PAPER) == COLOURS[scheme]
        assert (page.evaluate(CODE) == "rgb(245, 245, 245)") is (scheme == "light")
    finally:
        context.close()


def _switch(page: Page) -> None:
    page.locator("[data-md-component=palette] label:visible").click()


def test_a_choice_stays_on_the_next_page_until_the_system_is_followed_again(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(color_scheme="light")
    try:
        page = context.new_page()
        page.goto(address)
        _switch(page)
        _switch(page)
        assert page.evaluate(PAPER) == COLOURS["dark"]
        page.goto(f"{address}en/plans/")
        assert page.evaluate(PAPER) == COLOURS["dark"]
        _switch(page)
        assert page.evaluate(PAPER) == COLOURS["light"]
        page.emulate_media(color_scheme="dark")
        assert page.evaluate(PAPER) == COLOURS["dark"]
    finally:
        context.close()
