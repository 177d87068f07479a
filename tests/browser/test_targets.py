"""The checks of targets and links notice what they are there for; test_access.py applies them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.targets import known_by_colour_alone, too_small

STYLE = "<style>a { font: 10px/16px sans-serif; text-decoration: none } p { margin: 0 }</style>"


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """Return a page of nothing."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("between, small", [("", 2), ("<p style='height: 24px'></p>", 0)])
def test_targets_that_are_small_and_close_are_noticed(
    blank: Page, between: str, small: int
) -> None:
    blank.set_content(f"{STYLE}<p><a href='#a'>one</a></p>{between}<p><a href='#b'>two</a></p>")
    assert len(too_small(blank)) == small


@pytest.mark.parametrize(
    "style, noticed",
    [("color: blue", 1), ("text-decoration: underline", 0), ("font-weight: 700", 0)],
)
def test_a_link_among_words_that_has_only_a_colour_is_noticed(
    blank: Page, style: str, noticed: int
) -> None:
    link = f"<a href='#a' style='{style}'>report</a>"
    blank.set_content(f"{STYLE}<article><p>See the {link} of the year.</p></article>")
    assert len(known_by_colour_alone(blank)) == noticed
    blank.set_content(f"{STYLE}<article><p>{link} · {link}</p></article>")
    assert known_by_colour_alone(blank) == []
