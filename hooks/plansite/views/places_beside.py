"""The figures of an indicator in several places beside each other: one picture, one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plansite.assessing import EVERYONE, observed
from plansite.charts import text_width
from plansite.edition import Edition
from plansite.records.catalogue import Indicator
from plansite.statements import number
from plansite.views.chart import Chart, compose
from plansite.views.chart_frame import COUNTS, frame
from plansite.views.chart_labels import BOLD, SIZE
from plansite.views.chart_line import Dot, dots, end_words, ends_said, part_key, parted
from plansite.views.credit import credit
from plansite.views.figures import unit_words
from plansite.views.indicator_places import PlacesView
from plansite.views.short import short_place

MOST_LINES = 8
"""More lines than this can not be told apart: those with most figures are drawn."""
MOST_MARGIN = 96
"""So much room beside the plot, in SVG units, for the names at the ends of the lines."""
FEWEST_FIGURES = 3
"""Fewer figures than this in all make no picture."""

Lines = Mapping[str, tuple[str, Sequence[Dot]]]
"""Name and figures of each place, by slug."""


@dataclass(frozen=True)
class PlacesBeside:
    """Places whose figures can be compared."""

    chart: Chart
    caption: str
    heads: tuple[tuple[str, str], ...]
    """Slug and name of the place of each column."""
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Year, and the figure of each place; empty where there is none."""


def choices(edition: Edition, here: PlacesView) -> tuple[tuple[str, str], ...]:
    """Return slug and name of every place that a page of an indicator speaks of."""
    found = {one.slug: one for one in here.places}
    for target in here.targets:
        place = edition.site.plans[target.plan].jurisdiction
        found.setdefault(place.slug, place)
    return tuple((slug, short_place(edition, place)) for slug, place in found.items())


def places_beside(edition: Edition, indicator: Indicator, here: PlacesView) -> PlacesBeside | None:
    """Return the figures of the places of a page; None where there is nothing to compare.

    A count of a district says nothing beside that of the nation.
    """
    lines = _lines(edition, indicator, here)
    figures = sum(len(line) for _, line in lines.values())
    if indicator.unit in COUNTS or len(lines) < 2 or figures < FEWEST_FIGURES:
        return None
    years = sorted({dot.year for _, line in lines.values() for dot in line}, reverse=True)
    values = [{dot.year: number(dot.value) for dot in line} for _, line in lines.values()]
    name, unit = edition.name(indicator.name), unit_words(edition, indicator)
    return PlacesBeside(
        chart=_chart(edition, indicator, lines),
        caption=edition.word("beside_caption", name=name, unit=unit),
        heads=tuple((slug, name) for slug, (name, _) in lines.items()),
        rows=tuple((year, tuple(one.get(year, "") for one in values)) for year in years),
    )


def _lines(edition: Edition, indicator: Indicator, here: PlacesView) -> Lines:
    site = edition.site
    found = {
        place.slug: (short_place(edition, place), line)
        for place in here.places
        if (line := dots(observed(site, indicator.id, place.slug), EVERYONE, site.settings.as_of))
    }
    longest = sorted(found, key=lambda slug: -len(found[slug][1]))[:MOST_LINES]
    return {slug: one for slug, one in found.items() if slug in longest}


def _chart(edition: Edition, indicator: Indicator, lines: Lines) -> Chart:
    ends = [end_words(edition, name, line[-1]) for name, line in lines.values()]
    area = frame(
        edition,
        indicator,
        [dot.year for _, line in lines.values() for dot in line],
        [dot.value for _, line in lines.values() for dot in line],
        margin=14 + min(max(text_width(end, SIZE) * BOLD for end in ends), MOST_MARGIN),
    )
    said = ends_said(edition, indicator, lines.values())
    title = edition.word("beside_title", name=edition.name(indicator.name))
    drawn = compose(
        edition,
        "chart-places",
        area,
        parted(edition, area, lines, chosen=True),
        (title, said + edition.word("full_stop")),
        (edition.word("beside_note"),),
    )
    rows = [row for slug in lines for row in observed(edition.site, indicator.id, slug)]
    return replace(drawn, key=part_key(lines), credit=credit(edition, rows, ()))
