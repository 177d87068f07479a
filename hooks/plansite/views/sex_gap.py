"""Women beside men: the years in which both have a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plansite.edition import Edition
from plansite.model import Observation
from plansite.progress import SexGap, round_half_even
from plansite.records.catalogue import Indicator, Jurisdiction
from plansite.statements import number
from plansite.views.chart_line import dots


@dataclass(frozen=True)
class SexGapRow:
    """One year: women, men, difference and ratio in digits."""

    year: int
    women: str
    men: str
    difference: str
    ratio: str
    parity: bool


@dataclass(frozen=True)
class SexGapTable:
    """The gap between women and men over the years."""

    caption: str
    difference_head: str
    rows: tuple[SexGapRow, ...]


def sex_gap(
    edition: Edition,
    indicator: Indicator,
    place: Jurisdiction,
    rows: Sequence[Observation],
    as_of: date,
) -> SexGapTable | None:
    """Return the gap, latest year first; None unless a year has figures of both sexes."""
    women = {dot.year: dot.value for dot in dots(rows, ("female", "", ""), as_of)}
    men = {dot.year: dot.value for dot in dots(rows, ("male", "", ""), as_of)}
    both = sorted(women.keys() & men.keys(), reverse=True)
    if not both:
        return None
    unit = edition.site.units[indicator.unit]
    caption = edition.word(
        "sex_gap_caption", place=edition.name(place.name), name=edition.name(indicator.name)
    )
    head = edition.word("gap_difference", unit=edition.name(unit.points or unit.name))
    found = tuple(_row(year, SexGap(women[year], men[year])) for year in both)
    return SexGapTable(caption, head, found)


def _row(year: int, gap: SexGap) -> SexGapRow:
    assert gap.female is not None and gap.male is not None and gap.difference is not None
    sign = "+" if gap.difference > 0 else "−" if gap.difference < 0 else ""
    return SexGapRow(
        year=year,
        women=number(gap.female),
        men=number(gap.male),
        difference=sign + number(abs(gap.difference)),
        ratio="" if gap.ratio is None else number(round_half_even(gap.ratio, 2)),
        parity=bool(gap.parity),
    )
