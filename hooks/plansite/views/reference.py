"""Reference pages: glossary, A to Z, data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from plansite.addresses import body_page, indicator_page, place_page, plan_page
from plansite.edition import Edition
from plansite.pages import Heading, Link, Page
from plansite.views.source_links import source_link


def glossary_page(edition: Edition) -> Page:
    """Return the terms of the site and of the documents, in alphabetical order."""
    terms = [(one, None) for one in edition.site.terms]
    terms += [(one, plan) for plan in edition.site.plans.values() for one in plan.terms]  # type: ignore[misc]
    entries = sorted(
        (
            edition.name(one.term),
            edition.name(one.definition),
            edition.word("comma").join(_readable(one.aliases, edition.lang)),
            one.term.en if edition.lang == "zh" else one.term.zh,
            Link(edition.name(plan.title), plan_page(plan)) if plan else None,
            "|".join((one.term.zh, one.term.en, *one.aliases)),
        )
        for one, plan in terms
    )
    return Page(
        address="glossary/",
        template="glossary",
        title=edition.word("glossary"),
        description=edition.word("glossary_description"),
        view={"entries": tuple(entries), "other": "en" if edition.lang == "zh" else "zh-Hans"},
        edit_path="plans/glossary.yml",
    )


def _readable(aliases: tuple[str, ...], lang: str) -> list[str]:
    """Return the other names in the script of the language; Chinese readers see all of them."""
    return [one for one in aliases if lang == "zh" or one.isascii()]


def index_page(edition: Edition) -> Page:
    """Return everything by name, for readers without JavaScript and for browsing."""
    site = edition.site
    entries = [
        Link(edition.name(one.name), indicator_page(one.id)) for one in site.indicators.values()
    ]
    entries += [Link(edition.name(one.title), plan_page(one)) for one in site.plans.values()]
    entries += [
        Link(edition.name(one.name), place_page(one.slug)) for one in site.jurisdictions.values()
    ]
    named = {
        body for plan in site.plans.values() for one in plan.clauses for body in one.record.bodies
    }
    entries += [
        Link(edition.name(one.name), body_page(one.id))
        for one in site.bodies.values()
        if one.id in named
    ]
    groups: dict[str, list[Link]] = {}
    for entry in sorted(
        entries, key=lambda link: (_initial(link.text, edition.lang), link.text.lower())
    ):
        groups.setdefault(_initial(entry.text, edition.lang), []).append(entry)
    letters = tuple(
        (f"letter-{n}", key, tuple(links)) for n, (key, links) in enumerate(groups.items())
    )
    return Page(
        address="index/",
        template="az",
        title=edition.word("az"),
        description=edition.word("az_description"),
        view={"groups": letters},
        headings=tuple(Heading(anchor, key) for anchor, key, _ in letters),
    )


def data_page(edition: Edition, files: tuple[tuple[str, str, int], ...]) -> Page:
    """Return the downloads; `files` are name, kind of content and number of rows."""
    sources = sorted(edition.site.sources.values(), key=lambda one: one.id)
    return Page(
        address="data/",
        template="data",
        title=edition.word("data"),
        description=edition.word("data_description"),
        view={
            "files": tuple((name, edition.word(f"file_{kind}"), rows) for name, kind, rows in files),
            "sources": tuple((one.id, source_link(edition, one.id), one.evidence, edition.name(one.note)) for one in sources),
            "licence": edition.site.settings.content_licence,
        },
        headings=(Heading("files", edition.word("downloads")), Heading("sources", edition.word("sources"))),
    )  # fmt: skip


def reference_pages(edition: Edition, files: tuple[tuple[str, str, int], ...]) -> Iterator[Page]:
    """Yield all of them."""
    yield glossary_page(edition)
    yield index_page(edition)
    yield data_page(edition, files)


def _initial(text: str, lang: str) -> str:
    """Return the heading of the index: a Latin letter, or the first Han character."""
    letter = unicodedata.normalize("NFKD", text.lstrip("“\"'"))[:1].upper()
    return letter if lang == "zh" or letter.isalpha() else "#"
