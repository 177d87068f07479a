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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_and_marks_take_the_colours_of_high_contrast(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    try:
        page = context.new_page()
        page.goto(f"{address}indicators/maternal-mortality-ratio/")
        ink = page.evaluate("getComputedStyle(document.body).color")
        for one in (".ps-chart text", ".ps-chart .ps-dot--target", ".ps-status__mark"):
            fill = f"getComputedStyle(document.querySelector('{one}')).fill"
            assert page.evaluate(fill) == ink, one
    finally:
        context.close()


@pytest.mark.parametrize("path", ["", "plans/liaoning/dalian/xigang/women-2021-2030/targets/"])
def test_nothing_moves_where_less_motion_is_asked_for(
    browser: Browser, address: str, path: str
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    try:
        page = context.new_page()
        page.goto(address + path)
        moving = page.evaluate(
            """[...document.querySelectorAll("*")].map((one) => getComputedStyle(one))
            .filter((style) => style.animationName !== "none"
              || style.transitionDuration.split(", ").some((time) => time !== "0s")).length"""
        )
        assert moving == 0
    finally:
        context.close()
