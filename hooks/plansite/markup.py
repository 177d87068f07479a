"""Small pieces of HTML that pages hold by the thousand: written once, then remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from plansite.engine import escape
from plansite.pages import Link

Href = Callable[[str], str]


def link(one: Link, href: Href) -> Markup:
    """Return a link, or its text alone where it leads nowhere."""
    text = escape(one.text)
    if one.leaves:
        return Markup(f'<a href="{escape(one.address)}" rel="noopener external">{text}</a>')
    if one.address:
        return Markup(f'<a href="{escape(href(one.address))}">{text}</a>')
    return Markup(text)


class Marks:
    """The marks of statuses and warning levels, as their template draws them."""

    def __init__(self, drawn: Any) -> None:
        """Take the template's macros: `status` and `level`."""
        self._drawn = drawn
        self._kept: dict[tuple[str, ...], Markup] = {}

    def status(self, one: Any, href: Href | None = None) -> Markup:
        """Return shape and word of a status; with `href`, the word leads to the method."""
        address = href(f"method/#{one.code}") if href else ""
        key = (one.code, one.word, address)
        if key not in self._kept:
            self._kept[key] = self._drawn.status(one, address)
        return self._kept[key]

    def level(self, row: Any) -> Markup:
        """Return shape and word of a warning's level."""
        key = (row.level, row.level_word)
        if key not in self._kept:
            self._kept[key] = self._drawn.level(row)
        return self._kept[key]
