"""Rows of the tables of a report: targets with and without figures, gaps, bodies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from plansite.addresses import body_page, place_page, target_page
from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.pages import Link
from plansite.progress import MET, Assessment, EarlyWarning, GapKind, Level
from plansite.records.base import Lang
from plansite.reporting import Standing, figure_above, next_due
from plansite.statements import subject
from plansite.views.figures import (
    change_words,
    day_words,
    full_marks,
    percent_words,
    value_words,
)
from plansite.views.short import short_wording
from plansite.views.source_links import source_link
from plansite.views.statuses import StatusMark, status_mark
from plansite.views.warnings import DATA_RULES

LISTED = 8
"""Up to this many targets are named in a group; of more, the tables tell which they are."""


@dataclass(frozen=True)
class WarningMark:
    """A warning in words: rule and level."""

    rule: str
    rule_word: str
    level: str
    level_word: str


@dataclass(frozen=True)
class ObservedRow:
    """An assessed target that has a figure."""

    subject: Link
    promise: str
    value: str
    letter: str
    """Status letter of the figure where it is not a normal one."""
    gap: str
    pace: str
    early: bool
    verdict: str
    status: StatusMark
    warnings: tuple[WarningMark, ...]


@dataclass(frozen=True)
class UnobservedRow:
    """An assessed target without a figure: what is due, and what the tier above has."""

    subject: Link
    promise: str
    late: str
    coming: str
    above: str
    above_place: Link | None
    source: Link | None
    bodies: tuple[Link, ...]


@dataclass(frozen=True)
class GapGroup:
    """One kind of data gap and the targets that have it."""

    word: str
    meaning: str
    count: int
    targets: tuple[Link, ...]
    """Empty if there are too many to name."""


@dataclass(frozen=True)
class BodyRow:
    """What a responsible body is named for, in numbers."""

    body: Link
    targets: int
    observed: int
    met: int
    warned: int
    overdue: int


def target_link(edition: Edition, one: Assessed) -> Link:
    """Return a target by its subject, leading to its row in the plan."""
    return Link(subject(one.target, edition.lang), target_page(one.target))


def body_links(edition: Edition, one: Assessed) -> tuple[Link, ...]:
    """Return the bodies that answer for a target."""
    named = edition.bodies_named[one.plan.path, one.target.id]
    bodies = (edition.site.bodies[body] for body in named)
    return tuple(Link(edition.name(body.name), body_page(body.id)) for body in bodies)


def warning_marks(edition: Edition, one: Assessed) -> tuple[WarningMark, ...]:
    """Return the warnings of a target, most pressing first."""
    return tuple(
        WarningMark(
            str(warning.rule),
            warning.rule.label(edition.lang),
            str(warning.level),
            warning.level.label(edition.lang),
        )
        for warning in one.assessment.warnings
    )


def verdict_words(now: Assessment, lang: Lang) -> str:
    """Return the verdict; of a target already met, whether it will hold."""
    label = now.verdict.hold_label if now.verdict_holds else now.verdict.label
    return full_marks(label(lang), lang)


def red_warnings(one: Assessed) -> list[EarlyWarning]:
    """Return the red warnings about the course; overdue figures are counted on their own."""
    return [
        warning
        for warning in one.assessment.warnings
        if warning.level is Level.RED and warning.rule not in DATA_RULES
    ]


def observed_row(edition: Edition, one: Assessed) -> ObservedRow:
    """Return the row of a target that has a figure."""
    now, indicator = one.assessment, one.target.indicator
    assert indicator is not None and now.latest_value is not None
    value = edition.word(
        "value_in_year",
        value=value_words(edition, indicator, now.latest_value),
        year=now.latest_year,
    )
    gap = ""
    if now.gap is not None:
        gap = change_words(edition, indicator, now.gap) if now.gap else edition.word("report_met")
    letter = now.latest_status
    return ObservedRow(
        subject=target_link(edition, one),
        promise=short_wording(edition, one.promised),
        value=value,
        letter=letter.label(edition.lang) if letter and letter != "A" else "",
        gap=gap,
        pace=percent_words(now.pace) if now.pace is not None else "",
        early=now.early_pace,
        verdict=verdict_words(now, edition.lang),
        status=status_mark(edition, now.status),
        warnings=warning_marks(edition, one),
    )


def unobserved_row(edition: Edition, standing: Standing, one: Assessed) -> UnobservedRow:
    """Return the row of a target without a figure."""
    indicator, place = one.target.indicator, one.plan.jurisdiction.slug
    assert indicator is not None
    late, coming = standing.overdue[one.target.id], next_due(one)
    above = figure_above(edition.site, indicator.id, place, one.assessment.as_of)
    words, above_place, source = "", None, None
    if above and above.value is not None:
        there = edition.site.jurisdictions[above.jurisdiction]
        above_place = Link(edition.name(there.name), place_page(there.slug))
        shown = value_words(edition, indicator, above.value)
        words = edition.word("value_in_year", value=shown, year=above.year)
        source = source_link(edition, above.source)
    return UnobservedRow(
        subject=target_link(edition, one),
        promise=short_wording(edition, one.promised),
        late=years_words(edition, late),
        coming=edition.word("report_due_by", year=coming[0], day=day_words(coming[1], edition.lang))
        if coming
        else "",
        above=words,
        above_place=above_place,
        source=source,
        bodies=body_links(edition, one),
    )


def years_words(edition: Edition, years: tuple[int, ...]) -> str:
    """Return years as runs: `2021–2023, 2025`."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return edition.word("comma").join(parts)


def gap_groups(edition: Edition, standing: Standing) -> tuple[GapGroup, ...]:
    """Return the data gaps of a day by kind, in the order of the method."""
    found: dict[GapKind, list[Link]] = {}
    for one in standing.targets:
        for kind in dict.fromkeys(gap.kind for gap in standing.gaps[one.target.id]):
            found.setdefault(kind, []).append(target_link(edition, one))
    return tuple(
        GapGroup(
            kind.label(edition.lang),
            full_marks(kind.meaning(edition.lang), edition.lang),
            len(found[kind]),
            tuple(found[kind]) if len(found[kind]) <= LISTED else (),
        )
        for kind in GapKind
        if kind in found
    )


def body_rows(edition: Edition, standing: Standing) -> tuple[tuple[BodyRow, ...], int]:
    """Return the responsible bodies, those named most first, and the targets naming none."""
    counts: dict[Link, Counter[str]] = {}
    unnamed = 0
    for one in standing.targets:
        bodies, now = body_links(edition, one), one.assessment
        unnamed += not bodies
        for body in bodies:
            counts.setdefault(body, Counter()).update(
                targets=1,
                observed=int(now.latest_year is not None),
                met=int(now.status in MET),
                warned=len(red_warnings(one)),
                overdue=len(standing.overdue[one.target.id]),
            )
    rows = [BodyRow(body, *(c[k] for k in _COUNTED)) for body, c in counts.items()]
    return tuple(sorted(rows, key=lambda row: -row.targets)), unnamed


_COUNTED = ("targets", "observed", "met", "warned", "overdue")
