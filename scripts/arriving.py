"""Coming to a page as a reader does who waits until it answers."""

from __future__ import annotations

from playwright.sync_api import Page

WHOLE = "html[data-whole]"
"""Is there once the scripts have run and the page is laid out below the window too."""


def arrive(page: Page, address: str) -> None:
    """Open an address and wait for its scripts, which are fetched after the first paint."""
    page.goto(address)
    page.locator(WHOLE).wait_for(state="attached")
