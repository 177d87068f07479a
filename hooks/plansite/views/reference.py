"""Reference pages: glossary, A to Z, data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plansite.addresses import body_page, indicator_page, place_page, plan_page
from plansite.codebook import columns
from plansite.collation import initial, name_key
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Heading, Link, Page
from plansite.records.catalogue import Source, Term
from plansite.tables import Table
from plansite.views.paging import part_page, split_by_place
from plansite.views.source_links import source_link
from plansite.views.yearbook import site_chapters
from plansite.yearbook import COLUMNS as YEARBOOK

MOST_TERMS = 300
MOST_NAMES = 800
MOST_SOURCES = 400
"""So many entries stand on one page; with more, those of places have pages by place."""

Definition = tuple[Term, Plan | None]
"""A term of the site, or of the document of a plan."""
Name = tuple[Link, str]
"""Something by name, with the slug of its place; empty for what belongs to no place."""


@dataclass(frozen=True)
class BookView:
    """What the columns of one table mean."""

    anchor: str
    table: str
    content: str
    columns: tuple[tuple[str, str, str], ...]
    """Name, meaning, and the word for the kind of value."""


def glossary_pages(edition: Edition) -> Iterator[Page]:
    """Yield the terms of the site and of the documents, in alphabetical order; or by place."""
    terms: list[Definition] = [(one, None) for one in edition.site.terms]
    terms += [(one, plan) for plan in edition.site.plans.values() for one in plan.terms]
    whole = split_by_place(
        edition, "glossary/", terms,
        lambda one: one[1].jurisdiction.slug if one[1] else "", MOST_TERMS,
    )  # fmt: skip
    for part in whole.walk():
        yield part_page(edition, _glossary_page(edition, part.own), part)


def _glossary_page(edition: Edition, terms: Iterable[Definition]) -> Page:
    entries = [
        (
            edition.name(one.term),
            edition.name(one.definition),
            edition.word("comma").join(_readable(one.aliases, edition.lang)),
            one.term.en if edition.lang == "zh" else one.term.zh,
            Link(edition.name(plan.title), plan_page(plan)) if plan else None,
            "|".join((one.term.zh, one.term.en, *one.aliases)),
        )
        for one, plan in terms
    ]
    entries.sort(key=lambda entry: name_key(entry[0], edition.lang))
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


def index_pages(edition: Edition) -> Iterator[Page]:
    """Yield everything by name, for readers without JavaScript and for browsing.

    Where that is too much for a page, plans and places have pages by place.
    """
    whole = split_by_place(edition, "index/", _names(edition), lambda one: one[1], MOST_NAMES)
    for part in whole.walk():
        yield part_page(edition, _index_page(edition, [link for link, _ in part.own]), part)


def _names(edition: Edition) -> Iterator[Name]:
    site = edition.site
    for indicator in site.indicators.values():
        yield Link(edition.name(indicator.name), indicator_page(indicator.id)), ""
    for plan in site.plans.values():
        yield Link(edition.name(plan.title), plan_page(plan)), plan.jurisdiction.slug
    for place in site.jurisdictions.values():
        yield Link(edition.name(place.name), place_page(place.slug)), place.slug
    named = {
        body for plan in site.plans.values() for one in plan.clauses for body in one.record.bodies
    }
    for body in site.bodies.values():
        if body.id in named:
            yield Link(edition.name(body.name), body_page(body.id)), ""


def _index_page(edition: Edition, entries: Iterable[Link]) -> Page:
    groups: dict[str, list[Link]] = {}
    for entry in sorted(entries, key=lambda link: name_key(link.text, edition.lang)):
        groups.setdefault(initial(entry.text, edition.lang), []).append(entry)
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


def data_pages(edition: Edition, tables: tuple[Table, ...]) -> Iterator[Page]:
    """Yield the downloads and the sources, these by place where they are too many."""
    sources = sorted(edition.site.sources.values(), key=lambda one: one.id)
    whole = split_by_place(
        edition, "data/", sources, lambda one: _place_of(edition, one), MOST_SOURCES
    )
    for part in whole.walk():
        page = _data_page(edition, tables if not part.steps else (), part.own)
        yield part_page(edition, page, part)


def _place_of(edition: Edition, source: Source) -> str:
    """Return the slug of the place in whose folder a source stands; empty if there is none."""
    folder = source.origin.path.removeprefix("plans/").rpartition("/")[0]
    return folder if folder in edition.site.jurisdictions else ""


def _data_page(edition: Edition, tables: tuple[Table, ...], sources: Iterable[Source]) -> Page:
    return Page(
        address="data/",
        template="data",
        title=edition.word("data"),
        description=edition.word("data_description"),
        view={
            "files": tuple((one.name, edition.word(f"file_{one.kind}"), len(one.rows)) for one in tables),
            "books": tuple(_books(edition, tables)),
            "yearbook_rows": sum(one.size for one in site_chapters(edition)) if tables else 0,
            "sources": tuple((one.id, source_link(edition, one.id), one.evidence, edition.name(one.note)) for one in sources),
            "licence": edition.site.settings.content_licence,
        },
        headings=(
            *((Heading("files", edition.word("downloads")), Heading("columns", edition.word("columns"))) if tables else ()),
            Heading("sources", edition.word("sources")),
        ),
    )  # fmt: skip


def _books(edition: Edition, tables: tuple[Table, ...]) -> Iterator[BookView]:
    """Yield what the columns of each table mean, those of the yearbook last."""
    named = [(one.name, one.kind, one.columns) for one in tables]
    for name, kind, names in (*named, ("yearbook", "yearbook", YEARBOOK)) if tables else ():
        rows = tuple(
            (one.name, edition.name(one.meaning), edition.word(f"column_{one.kind}"))
            for one in columns(name, names)
        )
        yield BookView(f"columns-{name}", name, edition.word(f"file_{kind}"), rows)


def reference_pages(edition: Edition, tables: tuple[Table, ...]) -> Iterator[Page]:
    """Yield all of them."""
    yield from glossary_pages(edition)
    yield from index_pages(edition)
    yield from data_pages(edition, tables)
