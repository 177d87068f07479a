"""Prose: Markdown to safe HTML. The only place where text becomes markup."""

from __future__ import annotations

import re
from functools import partial

import markdown
import nh3
from markupsafe import Markup

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "blockquote", "code", "br",
         "table", "thead", "tbody", "tr", "th", "td", "hr"}  # fmt: skip

_SCHEMES = ("https:", "mailto:")
_SCHEME = re.compile(r"[^/?#]*:")
_ASIDE = re.compile(r"^ *<!-- try: .+? -->\n", re.MULTILINE)
"""What a guide tells the test that follows it."""


def to_html(text: str, way: str = "") -> Markup:
    """Return Markdown as HTML of a short list of tags; links are https, mailto or relative.

    A relative link counts from the page the text belongs to; `way` is the way there from the page
    that shows it.
    """
    html = markdown.markdown(text, extensions=["tables"], output_format="html")
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "mailto"},
        link_rel="noopener",
        attribute_filter=partial(_own_or_named, way),
    )
    return Markup(clean)


def without_asides(text: str) -> str:
    """Return the Markdown of a guide without what it tells its test: no reader needs it."""
    return _ASIDE.sub("", text)


def _own_or_named(way: str, tag: str, attribute: str, value: str) -> str | None:
    """Drop a link's address that names a host without a scheme, or hides a scheme."""
    if attribute != "href":
        return value
    compact = "".join(value.split()).replace("\\", "/")
    if compact.lower().startswith(_SCHEMES):
        return value
    return None if _SCHEME.match(compact) or compact.startswith("/") else way + value
