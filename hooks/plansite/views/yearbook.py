"""The yearbook page: all observed values by domain, with status letters and numbered sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from plansite.addresses import indicator_page, place_page
from plansite.edition import Edition
from plansite.model import Observation
from plansite.pages import Heading, Link, Page
from plansite.progress import ObservationStatus
from plansite.views.figures import day_words, value_words
from plansite.views.indicators import domain_names, domain_of
from plansite.views.paging import Part, Step, part_page, place_way, split
from plansite.views.report_parts import SHORT_COMMIT
from plansite.views.source_links import source_link
from plansite.workbook import MISSING
from plansite.yearbook import Chapter, Line, chapters

MOST_VALUES = 400
"""So many values stand on one page; with more, domains and places have pages of their own."""

Placed = tuple[str, Line]
"""A line with its domain."""


@dataclass(frozen=True)
class YearValue:
    """The value of one year."""

    year: int
    value: str
    letters: tuple[str, ...]
    """Codes that are explained below the tables: status letters, `d` for derived figures."""
    source: int
    """Number of the source in the list."""


@dataclass(frozen=True)
class LineView:
    """One indicator in one place, by year."""

    indicator: Link
    place: Link
    group: str
    values: tuple[YearValue, ...]


@dataclass(frozen=True)
class ChapterView:
    """The table of one domain."""

    id: str
    name: str
    caption: str
    lines: tuple[LineView, ...]


def site_chapters(edition: Edition) -> tuple[Chapter, ...]:
    """Return the chapters of the site, domains in their own order."""
    order = list(domain_names(edition))
    domains = {one.id: domain_of(edition, one) for one in edition.site.indicators.values()}
    ordered = sorted(domains, key=lambda one: order.index(domains[one]))
    return chapters(edition.site, {one: domains[one] for one in ordered})


def source_numbers(found: tuple[Chapter, ...]) -> dict[str, int]:
    """Return the sources with numbers, in the order they first appear in."""
    used = [
        one.source
        for chapter in found
        for line in chapter.lines
        for one in line.values.values()
    ]  # fmt: skip
    return {source: number for number, source in enumerate(dict.fromkeys(used), start=1)}


def letters_of(one: Observation) -> tuple[str, ...]:
    """Return the codes beside a value: its status unless normal, and `d` if it was derived."""
    status = () if one.status == ObservationStatus.A else (one.status,)
    return (*status, "d") if one.kind == "derived" else status


def group_keys(line: Line) -> tuple[tuple[str, dict[str, str]], ...]:
    """Return the labels that say whom a line is about, with their fields; none for everyone."""
    sex, residence, age = line.breakdown
    keys: list[tuple[str, dict[str, str]]] = [
        (f"part_{one}", {}) for one in (sex, residence) if one
    ]
    return (*keys, ("part_age", {"age": age})) if age else tuple(keys)


def group_words(edition: Edition, line: Line) -> str:
    """Return whom a line is about, e.g. `rural`; empty for everyone."""
    parts = [edition.word(key, **fields) for key, fields in group_keys(line)]
    return edition.word("comma").join(parts)


def yearbook_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of all observed values, and pages by domain and place where they are many."""
    lines = [(one.domain, line) for one in site_chapters(edition) for line in one.lines]
    names, ways = domain_names(edition), cache(partial(place_way, edition))

    def way(pair: Placed) -> tuple[Step, ...]:
        domain, line = pair
        return (Step(domain, names[domain], anchor=f"domain-{domain}"), *ways(line.place.slug))

    for part in split("yearbook/", lines, way, MOST_VALUES, _values).walk():
        yield part_page(edition, _page(edition, part), part, _values)


def _values(pair: Placed) -> int:
    return len(pair[1].values)


def _chapters(pairs: Iterable[Placed]) -> tuple[Chapter, ...]:
    found: dict[str, list[Line]] = {}
    for domain, line in pairs:
        found.setdefault(domain, []).append(line)
    return tuple(Chapter(domain, tuple(lines)) for domain, lines in found.items())


def _page(edition: Edition, part: Part[Placed]) -> Page:
    found, whole, names = _chapters(part.own), _chapters(part.rows), domain_names(edition)
    numbers = source_numbers(found)
    views = tuple(_chapter(edition, one, names[one.domain], numbers) for one in found)
    letters = _letters(edition, views)
    ends = (
        Heading("letters", edition.word("yearbook_letters")),
        Heading("sources", edition.word("sources")),
    )
    return Page(
        address="yearbook/",
        template="yearbook",
        title=edition.word("yearbook"),
        description=edition.word("yearbook_description", count=sum(one.size for one in whole)),
        view={
            "day": day_words(edition.site.settings.as_of, edition.lang),
            "commit": edition.commit[:SHORT_COMMIT],
            "lead": _lead(edition, whole),
            "chapters": views,
            "letters": letters,
            "missing": MISSING,
            "sources": tuple((number, source_link(edition, source)) for source, number in numbers.items()),
        },
        headings=(
            *(Heading(one.id, one.name) for one in views),
            *(ends if views or not part.parts else ()),
        ),
        kind="report",
    )  # fmt: skip


def _letters(edition: Edition, views: tuple[ChapterView, ...]) -> tuple[tuple[str, str, str], ...]:
    """Return the marks in use, each with its name and meaning."""
    used = {letter for chapter in views for line in chapter.lines
            for value in line.values for letter in value.letters}  # fmt: skip
    letters = [(str(one), one.label(edition.lang), one.meaning(edition.lang))
               for one in ObservationStatus if str(one) in used]  # fmt: skip
    if "d" in used:
        letters.append(
            ("d", edition.word("yearbook_derived"), edition.word("yearbook_derived_note"))
        )
    return tuple(letters)


def _lead(edition: Edition, found: tuple[Chapter, ...]) -> str:
    lines = [line for chapter in found for line in chapter.lines]
    years = [year for chapter in found for year in chapter.years]
    if not years:
        return edition.word("yearbook_empty")
    return edition.word(
        "yearbook_lead",
        values=sum(one.size for one in found),
        indicators=len({line.indicator.id for line in lines}),
        places=len({line.place.slug for line in lines}),
        first=min(years),
        last=max(years),
    )


def _chapter(edition: Edition, one: Chapter, name: str, numbers: dict[str, int]) -> ChapterView:
    lines = tuple(
        LineView(
            indicator=Link(edition.name(line.indicator.name), indicator_page(line.indicator.id)),
            place=Link(edition.name(line.place.name), place_page(line.place.slug)),
            group=group_words(edition, line),
            values=tuple(
                YearValue(
                    row.year,
                    MISSING if row.value is None else value_words(edition, line.indicator, row.value),
                    letters_of(row),
                    numbers[row.source],
                )
                for row in line.values.values()
            ),
        )
        for line in one.lines
    )  # fmt: skip
    caption = edition.word("yearbook_caption", domain=name, lines=len(lines), values=one.size)
    return ChapterView(f"domain-{one.domain}", name, caption, lines)
