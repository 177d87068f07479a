"""Documents and releases as links."""

from __future__ import annotations

from datetime import date

from plansite.edition import Edition
from plansite.pages import Link
from plansite.records.base import LANGS
from plansite.views.figures import day_words


def source_link(edition: Edition, identifier: str) -> Link:
    """Return a source as a link; without an address where it is not to be printed."""
    source = edition.site.sources[identifier]
    title = edition.name(source.title)
    details = [edition.name(source.publisher), "" if _dated(title, source.date) else source.date]
    comma = "，" if edition.lang == "zh" else ", "
    words = comma.join(filter(None, [title, *details]))
    return Link(words, source.url or "" if source.citable else "")


def _dated(title: str, day: str | None) -> bool:
    """Whether a title ends with its date, as `… (2 November 2023)`: said once, it is enough."""
    if day is None or len(day) < len("2023-11-02"):
        return False
    written = (day, *(day_words(date.fromisoformat(day), lang) for lang in LANGS))
    return title.rstrip("）)").endswith(written)
