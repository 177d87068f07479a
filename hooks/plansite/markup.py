"""Small pieces of HTML that pages hold by the thousand: written once, then remembered."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markupsafe import Markup

from plansite.engine import escape
from plansite.pages import Link

Href = Callable[[str], str]
_HAN = re.compile(r"[\u3400-\u9fff]")
_YEARS = re.compile(r"[（(]?(?<![0-9])[0-9]{4}[-–—][0-9]{4}(?![0-9])年?[)）]?|征求意见稿")
_LATIN = re.compile(r"[A-Za-z]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+(?:[\u3000-\u303f\uff00-\uffef]*[\u3400-\u9fff]+)*")


@cache
def whole_years(text: str) -> Markup:
    """Return a title whose years, as 2021-2030, and kind, as 征求意见稿, are not parted over two lines."""
    return Markup(_YEARS.sub(r'<span class="ps-nb">\g<0></span>', str(escape(text))))


def link(one: Link, href: Href) -> Markup:
    """Return a link, or its text alone where it leads nowhere."""
    text = whole_years(one.text)
    if one.leaves:
        return Markup(f'<a href="{escape(one.address)}" rel="noopener external">{text}</a>')
    if one.address:
        return Markup(f'<a href="{escape(href(one.address))}">{text}</a>')
    return Markup(text)


def foreign_tag(text: str, lang: str) -> str:
    """Return the language most of a text is in, by its script, if it is not that of the page."""
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    if lang == "zh":
        return "en" if latin > han else ""
    return "zh-Hans" if han > latin else ""


def original(text: str, lang: str) -> Markup:
    """Return words as they were written, with their language where it is not that of the page.

    Chinese names within an English sentence are marked one by one.
    """
    tag = foreign_tag(text, lang)
    words = escape(text)
    if not tag and lang != "zh":
        words = _CHINESE.sub(r'<span lang="zh-Hans">\g<0></span>', str(words))
    return Markup(f'<span lang="{tag}">{words}</span>' if tag else words)


class Marks:
    """The marks of statuses and warning levels, and keys of charts, as their template draws them."""

    def __init__(self, drawn: Any) -> None:
        """Take the template's macros: `status`, `level` and `key`."""
        self._drawn = drawn
        self._kept: dict[tuple[Any, ...], Markup] = {}

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

    def key(self, kinds: tuple[tuple[str, str], ...]) -> Markup:
        """Return the key of a chart that shows some kinds of things."""
        if kinds not in self._kept:
            self._kept[kinds] = self._drawn.key(kinds)
        return self._kept[kinds]
