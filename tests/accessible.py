"""What axe-core finds on the page that a browser shows."""

from __future__ import annotations

from axe import TAGS
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    # What passed is not wanted: writing it down takes longer than the checks.
    "resultTypes": ["violations"],
}


def violations(page: Page, part: str | None = None) -> list[str]:
    """Return what axe finds on the open page, or on a part of it (a selector), one line a rule."""
    found = Axe().run(page, context=part, options=OPTIONS).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {len(one['nodes'])} × "
        f"{one['nodes'][0]['target']} {one['nodes'][0]['html'][:120]}"
        for one in found
    ]
