"""Documents and releases as links."""

from __future__ import annotations

from plansite.edition import Edition
from plansite.pages import Link


def source_link(edition: Edition, identifier: str) -> Link:
    """Return a source as a link; without an address where it is not to be printed."""
    source = edition.site.sources[identifier]
    title = edition.name(source.title)
    details = [edition.name(source.publisher), source.date or ""]
    comma = "，" if edition.lang == "zh" else ", "
    words = comma.join(filter(None, [title, *details]))
    return Link(words, source.url or "" if source.citable else "")
