"""Tags of a built page: what each does to the text that stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

SKIPPED = {"nav", "script", "style", "template", "noscript", "svg", "math", "button", "select",
           "option"}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark",
          "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}  # fmt: skip
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}  # fmt: skip
FLAT = {"caption", "dd", "dl", "dt", "figcaption", "ol", "p", "table", "tbody", "td", "th",
        "thead", "tr", "ul"}  # fmt: skip
"""Blocks that hold no heading, so that places do not change in them."""
APART = {"ps-printed", "ps-note", "ps-source", "ps-end", "ps-tier", "ps-theirs", "ps-year",
         "ps-promise"}  # fmt: skip
"""Spans that the stylesheet sets apart: their text does not run on from what stands before."""

VALUE = r"""(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_WITHIN = r"""[^>"]*(?:"[^"]*"[^>"]*)*"""
TAG = re.compile(f"<(/?)([a-z][a-z0-9-]*)({_WITHIN})>([^<]*)", re.ASCII)
_ATTRIBUTE = re.compile(rf"([^\s=/>\"']+)(?:\s*=\s*{VALUE})?")
_UNREAD = re.compile("hidden|headerlink")
_TELLING = re.compile(rf"hidden|headerlink|\b(?:id|data-kind)=|\b(?:{'|'.join(sorted(APART))})\b")
"""What may end a block, lead to a place or hide an element."""
PLAIN = FLAT | INLINE - VOID


@lru_cache(maxsize=16_384)
def tells(attributes: str) -> bool:
    """Whether attributes may change where text belongs; pages repeat most of theirs."""
    return _TELLING.search(attributes) is not None


def attributes_of(text: str) -> dict[str, str]:
    """Return the attributes of a start tag; of those given twice, the first."""
    found: dict[str, str] = {}
    for name, *value in _ATTRIBUTE.findall(text):
        found.setdefault(name, unescape("".join(value)))
    return found


def unread(attributes: str) -> bool:
    """Whether an element is not for reading."""
    if not _UNREAD.search(attributes):
        return False
    given = attributes_of(attributes)
    hidden = "hidden" in given or given.get("aria-hidden") == "true"
    return hidden or "headerlink" in given.get("class", "")


def set_apart(attributes: Mapping[str, str]) -> bool:
    """Whether the stylesheet sets an element apart from what stands before."""
    return "class" in attributes and not APART.isdisjoint(attributes["class"].split())
