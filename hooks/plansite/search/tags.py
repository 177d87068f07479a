"""Tags of a built page: what each does to the text that stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from plansite.cut import tag_of

SKIPPED = {"nav", "script", "style", "template", "noscript", "svg", "math", "button", "select",
           "option", "thead", "caption"}  # fmt: skip
"""What is no text to find: controls and pictures, and the heads of tables, which every page repeats."""
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark",
           "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
           "wbr"}  # fmt: skip
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}  # fmt: skip
FLAT = {"dd", "dl", "dt", "figcaption", "ol", "p", "table", "tbody", "td", "th",
        "tr", "ul"}  # fmt: skip
"""Blocks that hold no heading, so that places do not change in them."""
_RUNS_ON = INLINE | SKIPPED - {"thead", "caption"}
SET_APART = {"ps-printed", "ps-note", "ps-source", "ps-end", "ps-tier", "ps-theirs", "ps-year",
             "ps-promise"}  # fmt: skip
"""Spans that the stylesheet sets apart: their text does not run on from what stands before."""
UNREAD = {"headerlink", "ps-take", "ps-choose", "ps-report", "ps-embed"}
"""Ways to an address or a file, and choices, which say nothing of what the page is about."""

PLAIN, END, APART, SKIP = range(4)
"""What a tag does: open an element like any other, close one, open one whose end matters too (a
place, a heading, a span that is set apart), open one that is not for reading."""
STOP = "\0"
"""Stands where a block ends; no page holds it."""
_ALWAYS_PLAIN = INLINE | FLAT
_USUAL = re.compile(r"""([a-z]+)(?: (?:href|data-label)="[^"]*")?>([^<]*)""")
"""Most pieces that differ from page to page: a tag with nothing in it that reading goes by."""


class Sign(NamedTuple):
    """What a piece of a page means for reading."""

    act: int
    name: str
    text: str
    """What is read: the text behind the tag, after a STOP where the tag ends a block."""
    anchor: str = ""
    kind: str = ""


class Signs(dict[str, Sign]):
    """What pieces mean: they are looked at once, for pages repeat most of theirs."""

    most = 65_536
    """So many are kept: each page of a large site has some of its own."""

    def __missing__(self, piece: str) -> Sign:
        if len(self) >= self.most:
            self.clear()
        self[piece] = found = _sign(piece)
        return found


def _sign(piece: str) -> Sign:
    if piece.startswith("/"):
        name, _, text = piece[1:].partition(">")
        return Sign(END, name, text if name in _RUNS_ON else STOP + text.lstrip())
    usual = _USUAL.fullmatch(piece)
    if usual and usual[1] in _ALWAYS_PLAIN:
        return Sign(PLAIN, usual[1], usual[2] if usual[1] in INLINE else STOP + usual[2].lstrip())
    tag = tag_of(piece)
    name, given, text = tag.name, tag.attributes, tag.after
    if name in SKIPPED or _unread(given):
        return Sign(PLAIN if name in VOID else SKIP, name, text)
    anchor, kind = given.get("id", ""), given.get("data-kind", "")
    if name in INLINE and not (anchor or kind or _set_apart(given)):
        return Sign(PLAIN, name, text)
    text = STOP + text.lstrip()
    if name in VOID or not name:
        return Sign(PLAIN, name, text)
    plain = name in FLAT and not (anchor or kind)
    return Sign(PLAIN if plain else APART, name, text, anchor, kind)


def _unread(given: Mapping[str, str]) -> bool:
    """Whether an element is not for reading."""
    hidden = "hidden" in given or given.get("aria-hidden") == "true"
    return hidden or not UNREAD.isdisjoint(given.get("class", "").split())


def _set_apart(given: Mapping[str, str]) -> bool:
    """Whether the stylesheet sets an element apart from what stands before."""
    return not SET_APART.isdisjoint(given.get("class", "").split())
