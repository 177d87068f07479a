"""The figures behind a chart: years down, breakdowns across, with status, source and vintages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plansite.assessing import EVERYONE
from plansite.edition import Edition
from plansite.model import Observation
from plansite.pages import Link
from plansite.progress import ObservationStatus
from plansite.records.catalogue import Indicator, Jurisdiction
from plansite.statements import number
from plansite.views.figures import day_words, note_words, unit_words
from plansite.views.source_links import source_link

Breakdown = tuple[str, str, str]


@dataclass(frozen=True)
class Cell:
    """One value as the table shows it."""

    text: str
    """The digits as published; empty if there is no figure."""
    flags: tuple[str, ...]
    """Status if not normal, `computed`, `revised`: in words."""
    note: str
    earlier: tuple[str, ...]
    """Earlier vintages, with the days they were published."""


@dataclass(frozen=True)
class SeriesRow:
    """One year."""

    year: int
    cells: tuple[Cell, ...]
    sources: tuple[int, ...]
    """Numbers of the sources in the list of the page."""
    published: tuple[tuple[str, str], ...]
    """Days of publication: ISO form and words."""


@dataclass(frozen=True)
class SeriesTable:
    """All figures of an indicator in a place."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[SeriesRow, ...]

    @property
    def sources(self) -> tuple[int, ...]:
        """Return the numbers of all its sources."""
        return tuple(sorted({number for row in self.rows for number in row.sources}))


@dataclass(frozen=True)
class NumberedSource:
    """A source in the list at the foot of a page."""

    number: int
    link: Link
    evidence: str
    note: str


def source_numbers(observations: Iterable[Observation]) -> dict[str, int]:
    """Return a number for each source, in the order they first appear."""
    return {
        name: index
        for index, name in enumerate(dict.fromkeys(one.source for one in observations), 1)
    }


def numbered_sources(edition: Edition, numbers: Mapping[str, int]) -> tuple[NumberedSource, ...]:
    """Return the sources of a page, each once."""
    return tuple(
        NumberedSource(
            index,
            source_link(edition, name),
            edition.site.sources[name].evidence,
            edition.name(edition.site.sources[name].note),
        )
        for name, index in numbers.items()
    )


def breakdowns(rows: Iterable[Observation]) -> tuple[Breakdown, ...]:
    """Return the breakdowns that have figures: everyone first, then by sex, residence and age."""
    order = ("", "female", "male", "urban", "rural")
    found = {row.breakdown for row in rows}

    def rank(key: Breakdown) -> tuple[bool, int, int, str]:
        return (key != EVERYONE, order.index(key[0]), order.index(key[1]), key[2])

    return tuple(sorted(found, key=rank))


def breakdown_words(edition: Edition, key: Breakdown) -> str:
    """Return a breakdown in words, e.g. `rural women aged 15-49`."""
    if key == EVERYONE:
        return edition.word("key_everyone")
    sex, residence, age = key
    words = [edition.word(f"part_{one}") for one in (residence, sex) if one]
    if age:
        words.append(edition.word("part_age", age=age))
    return ("" if edition.lang == "zh" else " ").join(words)


def series_table(
    edition: Edition,
    indicator: Indicator,
    place: Jurisdiction,
    rows: Sequence[Observation],
    numbers: Mapping[str, int],
) -> SeriesTable:
    """Return the table of all figures, latest year first."""
    keys = breakdowns(rows)
    years = sorted({row.year for row in rows}, reverse=True)
    return SeriesTable(
        caption=edition.word(
            "figures_caption",
            place=edition.name(place.name),
            name=edition.name(indicator.name),
            unit=unit_words(edition, indicator),
        ),
        columns=tuple(breakdown_words(edition, key) for key in keys),
        rows=tuple(
            _row(edition, year, keys, [row for row in rows if row.year == year], numbers)
            for year in years
        ),
    )


def _row(
    edition: Edition,
    year: int,
    keys: Sequence[Breakdown],
    rows: Sequence[Observation],
    numbers: Mapping[str, int],
) -> SeriesRow:
    vintages = {key: [row for row in rows if row.breakdown == key] for key in keys}
    shown = [found[-1] for found in vintages.values() if found]
    days = dict.fromkeys(row.published_on for row in shown if row.published_on)
    return SeriesRow(
        year=year,
        cells=tuple(_cell(edition, vintages[key]) for key in keys),
        sources=tuple(sorted({numbers[row.source] for row in shown})),
        published=tuple((day.isoformat(), day_words(day, edition.lang)) for day in days),
    )


def _cell(edition: Edition, vintages: Sequence[Observation]) -> Cell:
    """Return the latest vintage with the earlier ones behind it."""
    if not vintages:
        return Cell("", (), "", ())
    last = vintages[-1]
    flags = []
    if last.status != "A":
        flags.append(ObservationStatus(last.status).label(edition.lang))
    if last.kind == "derived":
        flags.append(edition.word("derived"))
    if len(vintages) > 1:
        flags.append(edition.word("revised"))
    return Cell(
        text="" if last.value is None else number(last.value),
        flags=tuple(flags),
        note=note_words(last.note, edition.lang),
        earlier=tuple(_vintage(edition, row) for row in vintages[:-1]),
    )


def _vintage(edition: Edition, row: Observation) -> str:
    value = edition.word("no_figure") if row.value is None else number(row.value)
    if row.published_on is None:
        return edition.word("earlier_vintage_undated", value=value)
    day = day_words(row.published_on, edition.lang)
    return edition.word("earlier_vintage", value=value, day=day)
