"""Progress of an indicator in one place: figures, targets, charts, and the tier above for context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plansite.addresses import place_page, plan_page, target_page
from plansite.assessing import Assessed, context_place, observed
from plansite.edition import Edition
from plansite.model import Observation
from plansite.pages import Link
from plansite.progress import Kind
from plansite.records.catalogue import Indicator, Jurisdiction
from plansite.statements import dated, number
from plansite.views.chart import Chart
from plansite.views.chart_line import Dot, dots
from plansite.views.figures import day_words, unit_words, value_words
from plansite.views.progress_chart import parts_charts, progress_chart
from plansite.views.sentences import figures, finding
from plansite.views.series import SeriesTable, series_table
from plansite.views.sex_gap import SexGapTable, sex_gap
from plansite.views.short import short_title
from plansite.views.statuses import StatusMark, status_mark
from plansite.views.targets import place_words
from plansite.views.warning_words import WarningNote, warning_notes

CONTEXT_YEARS = 5
"""Latest years of the tier above that are shown for context."""


@dataclass(frozen=True)
class TargetProgress:
    """One assessed target: status, finding in words, warnings, history."""

    status: StatusMark
    plan: Link
    promise: Link
    said: str
    warnings: tuple[WarningNote, ...]
    history: tuple[tuple[StatusMark, str], ...]


@dataclass(frozen=True)
class Context:
    """Latest figures of the nearest tier above: never the place's own status."""

    place: Link
    name: str
    """Name of the tier above, with the unit of its figures."""
    figures: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class PlaceProgress:
    """Everything a page shows of an indicator in one place."""

    anchor: str
    slug: str
    name: str
    tier: str
    """Word of the tier; empty where the name ends with it."""
    page: Link
    role: str
    latest: str
    unassessed: bool
    """Whether its plans have targets that the method does not apply to."""
    targets: tuple[TargetProgress, ...]
    said: str
    """The finding where the place has figures and no target that the method assesses."""
    chart: Chart | None
    parts: tuple[Chart, ...]
    table: SeriesTable | None
    gap: SexGapTable | None
    context: Context | None

    @property
    def silent(self) -> bool:
        """Whether there is nothing to show but promises."""
        return not (self.table or self.chart or self.parts)


def anchor_of(place: str) -> str:
    """Return the id of a place's section."""
    return f"at-{place.replace('/', '-')}"


def place_progress(
    edition: Edition,
    indicator: Indicator,
    place: Jurisdiction,
    numbers: Mapping[str, int],
    pages: Mapping[str, str],
) -> PlaceProgress:
    """Return the progress of an indicator in a place.

    `numbers` are those of the sources on the page; `pages` says where each place's figures stand.
    """
    as_of = edition.site.settings.as_of
    rows = observed(edition.site, indicator.id, place.slug)
    assessed = assessed_in(edition, indicator, place)
    line = dots(rows, ("", "", ""), as_of)
    plans = Counter(one.plan.path for one in assessed)
    targets = tuple(_target(edition, one, plans[one.plan.path] > 1) for one in assessed)
    said = figures(edition, indicator, line)
    name, tier = edition.name(place.name), edition.word(f"tier_{place.tier}")
    return PlaceProgress(
        anchor=anchor_of(place.slug),
        slug=place.slug,
        name=name,
        tier="" if name.endswith(tier) else tier,
        page=Link(name, place_page(place.slug)),
        role=role_of(edition, place),
        latest=_latest(edition, indicator, line, assessed),
        unassessed=any(
            edition.site.plans[target.plan].jurisdiction.slug == place.slug
            for target in edition.site.targets_by_indicator.get(indicator.id, ())
        ),
        targets=targets,
        said="" if targets else said,
        chart=progress_chart(edition, indicator, place, line, assessed),
        parts=parts_charts(edition, indicator, place, rows),
        table=series_table(edition, indicator, place, rows, numbers) if rows else None,
        gap=sex_gap(edition, indicator, place, rows, as_of),
        context=None if rows else _context(edition, indicator, place, pages),
    )


def _latest(
    edition: Edition, indicator: Indicator, line: Sequence[Dot], assessed: Sequence[Assessed]
) -> str:
    """Return the latest figure with its year; the sum so far where the main target counts sums."""
    if assessed and assessed[0].goal.kind is Kind.CUMULATIVE:
        found = assessed[0].assessment
        if found.latest_value is not None and found.baseline_year is not None:
            value = value_words(edition, indicator, found.latest_value)
            return edition.word(
                "sum_in_years", value=value, first=found.baseline_year + 1, year=found.latest_year
            )
    if not line:
        return ""
    value = value_words(edition, indicator, line[-1].value)
    return edition.word("value_in_year", value=value, year=line[-1].year)


def assessed_in(
    edition: Edition, indicator: Indicator, place: Jurisdiction
) -> tuple[Assessed, ...]:
    """Return the assessed targets of a place's plans, the one that matters most first.

    First plans recorded from their documents, then those in force, those of the series of such
    plans, and those that reach furthest.
    """
    found = edition.findings.assessed_by_series.get((indicator.id, place.slug), ())
    series = edition.own_series

    def rank(one: Assessed) -> tuple[bool, bool, bool, bool, int]:
        record = one.plan.record
        return (
            record.role != "own",
            record.status != "in-force",
            not one.goal.numeric,
            record.series not in series,
            -(one.goal.target_year or 0),
        )

    return tuple(sorted(found, key=rank))


def role_of(edition: Edition, place: Jurisdiction) -> str:
    """Return own, superior or peer: which plans a place has, or stands above."""
    roles = {plan.record.role for plan in edition.site.plans_of(place.slug)}
    if "own" in roles:
        return "own"
    return "superior" if "superior" in roles or place.slug in edition.above_own else "peer"


def _target(edition: Edition, one: Assessed, again: bool) -> TargetProgress:
    """Return a target; where it stands is said if its plan promises the same thing again."""
    unit = edition.unit(one.target)
    plan = short_title(edition, one.plan)
    spot = edition.word("in_brackets", text=place_words(edition, one.target))
    return TargetProgress(
        status=status_mark(edition, one.assessment.status),
        plan=Link(plan + spot if again else plan, plan_page(one.plan)),
        promise=Link(dated(one.target, unit, edition.lang), target_page(one.target)),
        said=finding(edition, one),
        warnings=warning_notes(edition, one),
        history=_history(edition, one),
    )


def _history(edition: Edition, one: Assessed) -> tuple[tuple[StatusMark, str], ...]:
    """Return the statuses since the plan began, where there was more than one."""
    start = one.plan.record.period[0]
    spans = [span for span in one.status_history if span.until is None or span.until.year >= start]
    if len(spans) < 2:
        return ()
    return tuple(
        (
            status_mark(edition, span.status),
            day_words(span.since, edition.lang) if span.since.year >= start else "",
        )
        for span in spans
    )


def _context(
    edition: Edition, indicator: Indicator, place: Jurisdiction, pages: Mapping[str, str]
) -> Context | None:
    """Return the latest figures of the nearest tier above that has any."""
    above = context_place(edition.site, indicator.id, place.slug)
    rows: Sequence[Observation] = observed(edition.site, indicator.id, above) if above else ()
    line = dots(rows, ("", "", ""), edition.site.settings.as_of)
    if not line:
        return None
    name = edition.name(edition.site.jurisdictions[above].name)
    return Context(
        place=Link(edition.word("context_more", place=name), pages[above]),
        name=edition.word("context_name", place=name, unit=unit_words(edition, indicator)),
        figures=tuple((dot.year, number(dot.value)) for dot in line[-CONTEXT_YEARS:]),
    )
