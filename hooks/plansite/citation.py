"""How to cite a page: who, what, as of when, from which state of the sources, where."""

from __future__ import annotations

from plansite.edition import Edition
from plansite.pages import Page

COMMIT = 12
"""Signs of a commit that are enough to find it."""


def citation(edition: Edition, page: Page, address: str = "") -> str:
    """Return the words that cite a page; `address` is that of the whole site, if it is known."""
    settings = edition.site.settings
    parts = [
        edition.word(
            "cite_form",
            publisher=edition.name(settings.publisher),
            title=page.title,
            site=edition.name(settings.name),
            day=settings.as_of.isoformat(),
        )
    ]
    if edition.commit:
        parts.append(edition.word("cite_state", commit=edition.commit[:COMMIT]))
    parts.append(edition.word("cite_licence", licence=settings.content_licence))
    if address:
        below = page.address if edition.lang == "zh" else f"{edition.lang}/{page.address}"
        parts.append(address + below)
    return edition.word("cite_between").join(parts)
