"""Targets for a finger, and links known by more than colour, measured on the open page."""

from __future__ import annotations

from playwright.sync_api import Page

SMALL = r"""
() => {
  const LEAST = 24, NEARLY = 0.05;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true })
    && !one.closest("[hidden], [inert]") && !one.matches(".md-toggle, .md-option, .md-skip");
  // A card is one target: its link covers it.
  const box = (one) => (one.closest(".ps-card") ?? one).getBoundingClientRect();
  const all = [...document.querySelectorAll("a[href], button, input, select, summary, label[for]")]
    .filter(shown).map((one) => ({ one, at: box(one) })).filter(({ at }) => at.width > 1 && at.height > 1);
  const small = ({ at }) => Math.min(at.width, at.height) < LEAST - NEARLY;
  const middle = ({ at }) => [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
  // Spacing: a circle of 24 pixels around the middle of a small target meets no other target, nor its circle.
  const meets = (mine, other) => {
    const [x, y] = middle(mine), [a, b] = middle(other), { at } = other;
    const away = Math.hypot(Math.max(at.left - x, 0, x - at.right), Math.max(at.top - y, 0, y - at.bottom));
    return away < LEAST / 2 - NEARLY || (small(other) && Math.hypot(a - x, b - y) < LEAST - NEARLY);
  };
  const apart = (mine, other) => mine !== other && !mine.one.contains(other.one) && !other.one.contains(mine.one);
  return all.filter(small).filter((mine) => all.some((other) => apart(mine, other) && meets(mine, other)))
    .map(({ one, at }) => `${at.width.toFixed(1)} × ${at.height.toFixed(1)}: ${one.outerHTML.slice(0, 120)}`);
}
"""


COLOUR_ALONE = r"""
() => {
  const shown = (one) => one.getClientRects().length > 0;
  const words = (node) => [...node.childNodes].map((one) => one.nodeType === Node.TEXT_NODE ? one.data
    : one.nodeType !== Node.ELEMENT_NODE || one.matches("a, button, svg, ul, ol, dl, table, details, p") ? "" : words(one)).join("");
  const line = (one) => getComputedStyle(one).textDecorationLine.includes("underline");
  return [...document.querySelectorAll("article :is(p, li, dd, td, figcaption) a[href]")].filter(shown).filter((one) => {
    const block = one.closest("p, li, dd, td, figcaption");
    const differs = getComputedStyle(one).fontWeight !== getComputedStyle(block).fontWeight;
    return /[\p{L}\p{N}]{2}/u.test(words(block)) && !line(one) && !differs && !one.matches(".ps-back");
  }).map((one) => one.parentNode.outerHTML.slice(0, 160));
}
"""


def too_small(page: Page) -> list[str]:
    """Return the targets that are small and have no room around them (2.5.8)."""
    found: list[str] = page.evaluate(SMALL)
    return found


def known_by_colour_alone(page: Page) -> list[str]:
    """Return where a link stands among words and has neither a line nor another weight (1.4.1)."""
    found: list[str] = page.evaluate(COLOUR_ALONE)
    return found
