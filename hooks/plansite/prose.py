"""Prose: Markdown to safe HTML. The only place where text becomes markup."""

from __future__ import annotations

import re

import markdown
import nh3
from markupsafe import Markup

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "blockquote", "code", "br",
         "table", "thead", "tbody", "tr", "th", "td", "hr"}  # fmt: skip

_SCHEMES = ("https:", "mailto:")
_SCHEME = re.compile(r"[^/?#]*:")


def to_html(text: str) -> Markup:
    """Return Markdown as HTML of a short list of tags; links are https, mailto or relative."""
    html = markdown.markdown(text, extensions=["tables"], output_format="html")
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "mailto"},
        link_rel="noopener",
        attribute_filter=_own_or_named,
    )
    return Markup(clean)


def _own_or_named(tag: str, attribute: str, value: str) -> str | None:
    """Drop a link's address that names a host without a scheme, or hides a scheme."""
    compact = "".join(value.split()).replace("\\", "/")
    hidden = _SCHEME.match(compact) and not compact.lower().startswith(_SCHEMES)
    return None if attribute == "href" and (hidden or compact.startswith("//")) else value
