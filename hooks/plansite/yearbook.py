"""The yearbook: the observed values of all places by domain, indicator and year, latest vintages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plansite.model import Observation, Site
from plansite.progress import ObservationStatus
from plansite.records.catalogue import Indicator, Jurisdiction
from plansite.tables import Row, Table

COLUMNS = (
    "domain", "indicator", "indicator_zh", "indicator_en", "jurisdiction", "code", "place_zh",
    "place_en", "sex", "residence", "age", "year", "value", "unit", "status", "kind", "source",
    "source_zh", "source_en", "published_on",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One indicator in one place, for everyone or for one group, by year."""

    indicator: Indicator
    place: Jurisdiction
    breakdown: tuple[str, str, str]
    values: Mapping[int, Observation]
    """The latest vintage of each year that has a row, by year."""


@dataclass(frozen=True)
class Chapter:
    """The lines of one domain."""

    domain: str
    lines: tuple[Line, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that any line has a row for."""
        return tuple(sorted({year for line in self.lines for year in line.values}))

    @property
    def size(self) -> int:
        """How many rows the lines have together."""
        return sum(len(line.values) for line in self.lines)


def chapters(site: Site, domains: Mapping[str, str]) -> tuple[Chapter, ...]:
    """Return the chapters in the order of `domains`, which gives each indicator its domain.

    Within a chapter: indicators in the order of the catalogue, places from the nation down.
    """
    found: dict[str, list[Line]] = {domain: [] for domain in dict.fromkeys(domains.values())}
    for indicator in site.indicators.values():
        for place in site.jurisdictions.values():
            rows = site.observations_by_series.get((indicator.id, place.slug), ())
            found[domains[indicator.id]] += _lines(indicator, place, rows)
    return tuple(Chapter(domain, tuple(lines)) for domain, lines in found.items() if lines)


def _lines(
    indicator: Indicator, place: Jurisdiction, rows: tuple[Observation, ...]
) -> Iterator[Line]:
    groups: dict[tuple[str, str, str], dict[int, Observation]] = {}
    for row in rows:  # by year and day of publication: a later vintage takes the place
        if row.status == ObservationStatus.F:  # a forecast is no observation
            continue
        groups.setdefault(row.breakdown, {})[row.year] = row
    for breakdown in sorted(groups):
        yield Line(indicator, place, breakdown, groups[breakdown])


def yearbook_table(site: Site, found: tuple[Chapter, ...]) -> Table:
    """Return the yearbook as one tidy table."""
    return Table("yearbook", "yearbook", COLUMNS, tuple(_rows(site, found)))


def _rows(site: Site, found: tuple[Chapter, ...]) -> Iterator[Row]:
    for chapter in found:
        for line in chapter.lines:
            for one in line.values.values():
                title = site.sources[one.source].title
                yield (
                    chapter.domain, line.indicator.id, line.indicator.name.zh,
                    line.indicator.name.en, line.place.slug, line.place.code, line.place.name.zh,
                    line.place.name.en, *line.breakdown, one.year, one.value, one.unit,
                    one.status, one.kind, one.source, title.zh, title.en,
                    one.published_on.isoformat() if one.published_on else None,
                )  # fmt: skip
