"""Data gaps: what is missing, plan by plan and body by body."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from plansite.addresses import indicator_page, plan_page
from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.pages import Heading, Link, Page
from plansite.progress import DataGap
from plansite.progress.rule_words import GapKind
from plansite.views.statuses import assessed_of
from plansite.views.targets import short_title
from plansite.views.warnings import bodies_of


@dataclass(frozen=True)
class GapRow:
    """What is missing for one target."""

    indicator: Link
    gaps: tuple[str, ...]
    bodies: tuple[Link, ...]


@dataclass(frozen=True)
class PlanGaps:
    """What is missing for one plan."""

    id: str
    plan: Link
    counts: tuple[tuple[str, int], ...]
    rows: tuple[GapRow, ...]


def gaps_page(edition: Edition) -> Page:
    """Return the list of data gaps of the own plans, with totals by kind and by body."""
    groups, by_body = [], Counter[Link]()
    for index, plan in enumerate(edition.own_plans, start=1):
        found = [one for one in assessed_of(edition, plan) if one.gaps]
        counts = Counter(gap.kind for one in found for gap in one.gaps)
        rows = tuple(_row(edition, one) for one in found)
        by_body.update(body for row in rows for body in row.bodies)
        groups.append(
            PlanGaps(
                id=f"plan-{index}",
                plan=Link(short_title(edition, plan), plan_page(plan, "progress")),
                counts=tuple((kind.label(edition.lang), counts[kind]) for kind in GapKind if counts[kind]),
                rows=rows,
            )
        )  # fmt: skip
    return Page(
        address="gaps/",
        template="gaps",
        title=edition.word("gaps"),
        description=edition.word("gaps_description"),
        view={
            "as_of": edition.site.settings.as_of.isoformat(),
            "groups": tuple(groups),
            "bodies": tuple(by_body.most_common()),
            "kinds": tuple((kind.label(edition.lang), kind.meaning(edition.lang)) for kind in GapKind),
        },
        headings=tuple(Heading(group.id, group.plan.text) for group in groups),
        kind="report",
    )  # fmt: skip


def _row(edition: Edition, one: Assessed) -> GapRow:
    indicator = one.target.indicator
    name = edition.name(indicator.name) if indicator else ""
    return GapRow(
        Link(name, indicator_page(indicator.id) if indicator else ""),
        tuple(gap_words(edition, gap) for gap in one.gaps),
        bodies_of(edition, one),
    )


def gap_words(edition: Edition, gap: DataGap) -> str:
    """Return a gap in words, e.g. `overdue: 2021–2024`."""
    label = gap.kind.label(edition.lang)
    if gap.breakdown:
        return f"{label}{edition.word('colon')}{edition.word(f'breakdown_{gap.breakdown}')}"
    if not gap.years:
        return label
    first, last = gap.years[0], gap.years[-1]
    whole = last - first + 1 == len(gap.years)
    years = [f"{first}–{last}"] if whole and first != last else list(map(str, gap.years))
    return f"{label}{edition.word('colon')}{edition.word('comma').join(years)}"
