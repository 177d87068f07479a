"""Data gaps: what is missing, plan by plan and body by body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plansite.addresses import body_page, indicator_page, plan_page
from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Heading, Link, Page
from plansite.progress import DataGap
from plansite.progress.rule_words import GapKind
from plansite.views.figures import day_words
from plansite.views.paging import Part, part_page, split_by_place
from plansite.views.short import short_title
from plansite.views.statuses import assessed_of
from plansite.views.warnings import bodies_of

MOST_GAPS = 500
"""Gaps of so many targets stand on one page; with more, places have pages of their own."""
MOST_BODIES = 50
"""So many responsible bodies are named where plans have pages of their own."""


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


def gaps_pages(edition: Edition) -> Iterator[Page]:
    """Yield the data gaps of the own plans, with totals by kind and by body, or by place."""
    found = {
        plan.path: [one for one in assessed_of(edition, plan) if one.gaps]
        for plan in edition.own_plans
    }

    def rows(plan: Plan) -> int:
        return len(found[plan.path])

    def size(plan: Plan) -> int:
        return rows(plan) + 1

    whole = split_by_place(
        edition, "gaps/", edition.own_plans, lambda one: one.jurisdiction.slug, MOST_GAPS, size
    )
    for part in whole.walk():
        yield part_page(edition, _page(edition, part, found), part, rows)


def _page(edition: Edition, part: Part[Plan], found: dict[str, list[Assessed]]) -> Page:
    groups = tuple(
        _group(edition, index, plan, found[plan.path])
        for index, plan in enumerate(part.own, start=1)
    )
    by_body = Counter(
        body
        for plan in part.rows
        for one in found[plan.path]
        for body in edition.bodies_named.get((plan.path, one.target.id), ())
    )
    bodies = edition.site.bodies
    return Page(
        address="gaps/",
        template="gaps",
        title=edition.word("gaps"),
        description=edition.word("gaps_description"),
        view={
            "as_of": day_words(edition.site.settings.as_of, edition.lang),
            "groups": groups,
            "bodies": tuple(
                (Link(edition.name(bodies[one].name), body_page(one)), count)
                for one, count in by_body.most_common(MOST_BODIES if part.parts else None)
            ),
            "kinds": tuple((kind.label(edition.lang), kind.meaning(edition.lang)) for kind in GapKind),
        },
        headings=tuple(Heading(group.id, group.plan.text) for group in groups),
        kind="report",
    )  # fmt: skip


def _group(edition: Edition, index: int, plan: Plan, found: list[Assessed]) -> PlanGaps:
    counts = Counter(gap.kind for one in found for gap in one.gaps)
    kinds = ((kind.label(edition.lang), counts[kind]) for kind in GapKind if counts[kind])
    return PlanGaps(
        id=f"plan-{index}",
        plan=Link(short_title(edition, plan), plan_page(plan, "progress")),
        counts=tuple(kinds),
        rows=tuple(_row(edition, one) for one in found),
    )


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
