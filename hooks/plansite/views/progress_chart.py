"""The charts of one place: figures against the target, and figures by breakdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plansite.assessing import Assessed
from plansite.assessing import observed as seen
from plansite.charts import text_width
from plansite.edition import Edition
from plansite.model import Observation
from plansite.progress import Goal, Kind, ObservationStatus
from plansite.records.catalogue import Indicator, Jurisdiction
from plansite.views.chart import Chart, Drawing, compose
from plansite.views.chart_frame import frame
from plansite.views.chart_goal import goal_drawing, goal_values, goal_years, others
from plansite.views.chart_labels import BOLD, SIZE, Wish
from plansite.views.chart_line import Dot, dots, end_words, ends_said, observed, parted
from plansite.views.chart_outlook import running_sums
from plansite.views.credit import credit
from plansite.views.sentences import figures, finding
from plansite.views.series import breakdown_words
from plansite.views.short import short_title

DIMENSIONS = ("sex", "residence", "age")


def progress_chart(
    edition: Edition,
    indicator: Indicator,
    place: Jurisdiction,
    line: Sequence[Dot],
    assessed: Sequence[Assessed],
) -> Chart | None:
    """Return the chart of a place: its figures, its main target, and the way between.

    None where fewer than two points would be drawn: a sentence says as much.
    """
    main = next((one for one in assessed if one.goal.numeric), None)
    sums = main is not None and main.goal.kind is Kind.CUMULATIVE
    rest = () if sums else tuple(_rest(assessed, main))
    if main and sums:
        line = [Dot(year, value, ObservationStatus.A) for year, value in running_sums(main)]
    if not _worth_drawing(line, main):
        return None
    years = [dot.year for dot in line] + _years(main, rest)
    area = frame(edition, indicator, years, [*(dot.value for dot in line), *_values(main, rest)])
    drawing = observed(edition, area, line)
    if main:
        drawing = goal_drawing(edition, area, main) + drawing
    drawing += others(edition, area, main.goal if main else None, rest)
    title = edition.word(
        "chart_title", place=edition.name(place.name), name=edition.name(indicator.name)
    )
    said = finding(edition, main) if main else figures(edition, indicator, line)
    name = f"chart-{place.slug.replace('/', '-')}"
    notes = _notes(edition, line, main)
    drawn = compose(edition, name, area, _in_order(drawing), (title, said), notes)
    plans = [one.plan for one in assessed if one.goal.value is not None]
    titles = tuple(dict.fromkeys(short_title(edition, plan) for plan in plans))
    rows = seen(edition.site, indicator.id, place.slug)
    return replace(drawn, credit=credit(edition, rows, titles))


def _rest(assessed: Sequence[Assessed], main: Assessed | None) -> Iterator[Goal]:
    """Yield the further goals that have a value on the same axis."""
    for one in assessed:
        if one is not main and one.goal.value is not None and one.goal.kind is not Kind.CUMULATIVE:
            yield one.goal


def _notes(edition: Edition, line: Sequence[Dot], main: Assessed | None) -> tuple[str, ...]:
    if not line:
        return (edition.word("chart_baseline_only"),)
    if main and main.goal.kind is Kind.CUMULATIVE:
        return (edition.word("chart_sums", year=line[0].year),)
    return ()


def _worth_drawing(line: Sequence[Dot], main: Assessed | None) -> bool:
    if main is None:
        return len(line) > 1
    return bool(line) or main.assessment.baseline_value is not None


def _years(main: Assessed | None, rest: Sequence[Goal]) -> list[int]:
    years = [one.target_year for one in rest if one.target_year is not None]
    return years + list(goal_years(main) if main else ())


def _values(main: Assessed | None, rest: Sequence[Goal]) -> list[Decimal]:
    values = [value for one in rest for value in (one.value, one.high) if value is not None]
    return values + list(goal_values(main) if main else ())


def _in_order(drawing: Drawing) -> Drawing:
    """Let labels choose their places by weight: the latest figure first, other plans last."""
    weight = ("latest", "target", "projection", "baseline", "milestone", "other")
    wishes: list[Wish] = []
    taken: set[tuple[str, tuple[float, float]]] = set()
    for wish in sorted(drawing.wishes, key=lambda one: weight.index(one.kind)):
        if (wish.text, wish.at) not in taken:
            taken.add((wish.text, wish.at))
            wishes.append(wish)
    return Drawing(drawing.areas, drawing.lines, drawing.marks, tuple(wishes))


def parts_charts(
    edition: Edition, indicator: Indicator, place: Jurisdiction, rows: Sequence[Observation]
) -> tuple[Chart, ...]:
    """Return a small chart for each breakdown that has two years or more."""
    return tuple(_parts(edition, indicator, place, rows))


def _parts(
    edition: Edition, indicator: Indicator, place: Jurisdiction, rows: Sequence[Observation]
) -> Iterator[Chart]:
    as_of = edition.site.settings.as_of
    for index, dimension in enumerate(DIMENSIONS):
        keys = dict.fromkeys(
            row.breakdown
            for row in sorted(rows, key=lambda row: row.breakdown)
            if row.breakdown[index] and sum(map(bool, row.breakdown)) == 1
        )
        lines = {
            "-".join(filter(None, key)): (breakdown_words(edition, key), line)
            for key in keys
            if len(line := dots(rows, key, as_of)) > 1
        }
        if lines:
            yield _parts_chart(edition, indicator, place, dimension, lines)


def _parts_chart(
    edition: Edition,
    indicator: Indicator,
    place: Jurisdiction,
    dimension: str,
    lines: Mapping[str, tuple[str, Sequence[Dot]]],
) -> Chart:
    ends = [end_words(edition, name, line[-1]) for name, line in lines.values()]
    area = frame(
        edition,
        indicator,
        [dot.year for _, line in lines.values() for dot in line],
        [dot.value for _, line in lines.values() for dot in line],
        height=190,
        margin=14 + max(text_width(end, SIZE) * BOLD for end in ends),
    )
    said = ends_said(edition, indicator, lines.values())
    title = edition.word(
        "chart_parts_title",
        place=edition.name(place.name),
        name=edition.name(indicator.name),
        by=edition.word(f"breakdown_{dimension}"),
    )
    drawn = compose(
        edition,
        f"chart-{place.slug.replace('/', '-')}-{dimension}",
        area,
        parted(edition, area, lines),
        (title, said + edition.word("full_stop")),
    )
    rows = seen(edition.site, indicator.id, place.slug)
    return replace(drawn, credit=credit(edition, rows, ()))
