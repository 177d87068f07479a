"""What the newest axe-core finds on pages of a built site: light and dark, phone and desktop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from first_view import PHONE
from playwright.sync_api import Browser, sync_playwright

AXE = Path(__file__).parent / "audit" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
LOOKS = (("light", {"width": 1280, "height": 900}), ("dark", PHONE))
"""Colours and window; both languages are among the pages."""
_RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"


def check_access(executable: str, address: str, paths: Sequence[str]) -> int:
    """Print the violations of pages, alike ones once, and return how many there are."""
    found: Counter[str] = Counter()
    first: dict[str, str] = {}
    with sync_playwright() as play:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=executable, args=arguments)
        for path in paths:
            for rule, where in _violations(browser, address + path):
                found[rule] += 1
                first.setdefault(rule, f"/{path} {where}")
        browser.close()
    for rule, count in found.most_common():
        print(f"{count} × {rule}\n    {first[rule]}")
    print(f"axe: {found.total()} violations on {len(paths)} pages")
    return found.total()


def _violations(browser: Browser, url: str) -> Iterator[tuple[str, str]]:
    """Yield the rule and the place of each violation, in every look."""
    for scheme, size in LOOKS:
        context: Any = browser.new_context(
            viewport=size,  # type: ignore[arg-type]
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.goto(url)
        page.wait_for_load_state("networkidle")
        # What is far below the window is laid out later; it is judged where it will stand.
        page.evaluate("document.documentElement.classList.add('ps-whole')")
        page.add_script_tag(path=AXE)
        for rule in page.evaluate(_RUN, TAGS)["violations"]:
            for node in rule["nodes"]:
                yield f"{rule['id']}: {rule['help']}", f"({scheme}) {node['html'][:160]}"
        context.close()
