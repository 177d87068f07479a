"""Files beside the pages: the sources as data and pictures, and what is computed from them."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.edition import Edition, load_labels
from plansite.export import data_files, indicator_files, to_csv, whole_files
from plansite.model import Site
from plansite.pictures import draw, drawable
from plansite.progress import METHOD_VERSION
from plansite.records.base import LANGS, Bilingual
from plansite.sharing import guide, robots
from plansite.tables import Table, all_tables
from plansite.views.changes_feed import change_feeds
from plansite.views.warnings import feed
from plansite.views.yearbook import site_chapters
from plansite.views.yearbook_book import yearbook_book
from plansite.yearbook import yearbook_table

File = tuple[str, str | bytes]
"""Path below the root of its language, and content."""


def recorded_files(site: Site, address: str) -> Iterator[File]:
    """Yield what is made of the sources alone, for the root of the site at `address`.

    Pictures stand beside shared links, which must name the whole address: without it there are none.
    """
    if address and site.settings.pictures:
        for sign in drawable(site, load_labels()):
            yield sign.path, draw(sign)
    yield from data_files(all_tables(site))
    yield from indicator_files(site)


def feeds(edition: Edition, address: str) -> Iterator[File]:
    """Yield the feeds of a language; `address` is that of the whole site."""
    yield "warnings/feed.xml", feed(edition, address)
    yield from change_feeds(edition, address)


def computed_files(edition: Edition, address: str) -> Iterator[File]:
    """Yield what needs the assessments, for the root of the site; of the Chinese edition."""
    yield "llms.txt", guide(edition, address)
    yield "robots.txt", robots(address)
    yield from data_files(edition.progress_tables)
    yearbook = yearbook_table(edition.site, site_chapters(edition))
    yield "data/yearbook.csv", to_csv(yearbook)
    yield "data/yearbook.xlsx", yearbook_book(edition)
    yield from _whole(edition, (*edition.findings.tables, *edition.progress_tables, yearbook))


def _whole(edition: Edition, tables: tuple[Table, ...]) -> Iterator[File]:
    """Yield what the columns mean, and all tables in one file."""
    settings, labels = edition.site.settings, edition.labels
    said = {table.kind: labels[f"file_{table.kind}"] for table in tables}
    titles = {kind: Bilingual(zh=words["zh"], en=words["en"]) for kind, words in said.items()}
    about = "\n".join(
        labels["bundle_about"][lang].format(
            name=settings.name[lang],
            day=settings.as_of.isoformat(),
            licence=settings.content_licence,
            version=METHOD_VERSION,
        )
        for lang in LANGS
    )
    yield from whole_files(tables, titles, settings.content_licence, f"{about}\n")
