"""A built page cut at its tags: once, for the search and for the check of links.

Pages are as templates and Markdown write them: names in small letters, and in attributes angle
brackets are escaped. Drawings and comments are left out: nothing in them leads anywhere or is
searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from typing import NamedTuple

_ARTICLE = '<article class="md-content__inner'
_TITLE = re.compile("<title>([^<]*)</title>")
_NAME = re.compile(r"/?([a-z][^\s/]*)?")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_TAG = re.compile(r"""[^>"]*(?:"[^"]*"[^>"]*)*""")


@dataclass(frozen=True)
class Cut:
    """A page in pieces, each a tag without its first bracket and the text behind it.

    Pages have most of their pieces in common: what reads them may keep what each means.
    """

    around: tuple[str, str]
    """The HTML before and behind the article; the whole page if it has none."""
    inner: str
    """The HTML of the article, from its tag; empty if there is none."""
    title: str

    @cached_property
    def frame(self) -> list[str]:
        """The pieces before and behind the article."""
        return [piece for html in self.around for piece in _pieces(html)]

    @cached_property
    def article(self) -> list[str]:
        """The pieces of the article; the first opens it."""
        return _pieces(self.inner)

    @property
    def different(self) -> Iterable[str]:
        """Every piece once, in order, the article's first."""
        return dict.fromkeys([*self.article, *self.frame])


class Tag(NamedTuple):
    """What a piece begins with."""

    name: str
    """Empty if it is no tag: a declaration."""
    attributes: dict[str, str]
    """Of those given twice, the first."""
    after: str
    """The text behind it."""


def cut(page: str) -> Cut:
    """Return the pieces of a page."""
    found = _TITLE.search(page)
    title = " ".join(unescape(found[1]).split()) if found else ""
    start, end = page.find(_ARTICLE), page.rfind("</article>")
    if start < 0 or end < start:
        return Cut((page, ""), "", title)
    return Cut((page[:start], page[end:]), page[start:end], title)


def _pieces(html: str) -> list[str]:
    """Return the pieces of a part of a page, without drawings and comments."""
    return _without(_without(html, "<svg", "</svg>"), "<!--", "-->").split("<")[1:]


@lru_cache(maxsize=65_536)
def tag_of(piece: str) -> Tag:
    """Return the tag of a piece."""
    text, _, after = piece.partition(">")
    if text.count('"') % 2:  # a bracket stands in an attribute after all
        text = _TAG.match(piece)[0]  # type: ignore[index] # it matches anything
        after = piece[len(text) + 1 :]
    name = _NAME.match(text)[1] or ""  # type: ignore[index] # it matches anything
    found: dict[str, str] = {}
    for key, *value in _ATTRIBUTE.findall(text, len(name)):
        found.setdefault(key, unescape("".join(value)))
    return Tag(name, found, after)


def _without(page: str, start: str, end: str) -> str:
    """Return a page without what stands between two marks."""
    first, *rest = page.split(start)
    return first + "".join(one.partition(end)[2] for one in rest)
