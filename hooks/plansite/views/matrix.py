"""The matrix: domain by domain, indicator by plan and tier, gaps visible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plansite.addresses import indicator_page, plan_page
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.pages import Heading, Link, Page
from plansite.records.catalogue import TIERS, Indicator
from plansite.views.indicators import domain_names, domain_of
from plansite.views.paging import Part, Step, part_page, place_at, split_by_place
from plansite.views.short import column_title, short_links, unit_beside

ADDRESS = "matrix/"

MOST_COLUMNS = 24
"""More plans than this do not fit a table; domains then have pages of their own, and places."""

Rows = Mapping[str, Sequence[Indicator]]
"""Indicators with a target of an own plan, by domain."""
Cells = Mapping[tuple[str, str], Sequence[Target]]
"""Targets by indicator and plan."""


@dataclass(frozen=True)
class MatrixRow:
    """One indicator and what each plan promises of it."""

    indicator: Link
    unit: str
    """Empty for percentages: % stands with each value."""
    cells: tuple[tuple[Link, ...], ...]


def matrix_pages(edition: Edition) -> Iterator[Page]:
    """Yield the table of all indicators with a target, by plan; or by domain and place."""
    found = _by_domain(edition)
    cells: dict[tuple[str, str], list[Target]] = {}
    for indicator in (one for ones in found.values() for one in ones):
        for target in edition.site.targets_by_indicator[indicator.id]:
            cells.setdefault((indicator.id, target.plan), []).append(target)
    for part in _parts(edition, found).walk():
        key = part.steps[0].key if part.steps else ""
        rows = {key: found[key]} if key else {} if part.parts else found
        page = _page(edition, rows, _columns_of(edition, part), cells)
        yield part_page(edition, page, part)


def _by_domain(edition: Edition) -> Rows:
    """Return the indicators of the own plans by domain, in the order of the domains."""
    found: dict[str, list[Indicator]] = {key: [] for key in domain_names(edition)}
    for indicator in edition.site.indicators.values():
        targets = edition.site.targets_by_indicator.get(indicator.id, ())
        if any(edition.site.plans[one.plan].record.role == "own" for one in targets):
            found[domain_of(edition, indicator)].append(indicator)
    return {key: ones for key, ones in found.items() if ones}


def _parts(edition: Edition, rows: Rows) -> Part[Plan]:
    """Return the plans as parts: all as columns of one page, or by domain and then by place."""
    plans, names = tuple(_columns(edition)), domain_names(edition)
    if len(plans) <= MOST_COLUMNS:
        return Part(ADDRESS, (), plans, plans)
    below = tuple(
        split_by_place(
            edition, f"{ADDRESS}{key}/", plans, lambda one: one.jurisdiction.slug, MOST_COLUMNS,
            steps=(Step(key, names[key], anchor=key),),
        )
        for key in rows
    )  # fmt: skip
    return Part(ADDRESS, (), plans, (), below)


def _columns_of(edition: Edition, part: Part[Plan]) -> list[Plan]:
    """Return the plans beside each other on a page: of the tiers above its place, then its own."""
    if len(part.steps) < 2:
        return list(part.own)
    here = place_at(edition, part.rows[0].jurisdiction.slug, len(part.steps) - 1).slug
    above = [one.slug for one in edition.site.ancestors(here)]
    context = [plan for slug in reversed(above) for plan in _columns(edition, slug)]
    return [*context, *sorted(part.own, key=lambda one: TIERS.index(one.jurisdiction.tier))]


def _page(edition: Edition, rows: Rows, columns: list[Plan], cells: Cells) -> Page:
    names = domain_names(edition)
    groups = {
        key: [_row(edition, indicator, columns, cells) for indicator in indicators]
        for key, indicators in rows.items()
    }
    ordered = tuple(
        (key, names[key], tuple(sorted(found, key=_taken_by, reverse=True)))
        for key, found in groups.items()
        if columns
    )
    return Page(
        address=ADDRESS,
        template="matrix",
        title=edition.word("matrix"),
        description=edition.word("matrix_description"),
        view={
            "columns": tuple(
                (
                    Link(column_title(edition, plan), plan_page(plan)),
                    edition.word(f"tier_{plan.jurisdiction.tier}"),
                )
                for plan in columns
            ),
            "chosen": tuple((plan.path, column_title(edition, plan)) for plan in columns),
            "groups": ordered,
        },
        headings=tuple(Heading(key, name) for key, name, _ in ordered),
        wide=True,
    )


def _columns(edition: Edition, place: str = "") -> list[Plan]:
    """Return the plans of the series of the own plans: those above first, then the own ones.

    Plans that ended before any of these began come last. With `place`, only those of one
    jurisdiction.
    """
    plans = edition.site.plans_of(place) if place else edition.site.plans.values()
    found = [
        plan
        for plan in plans
        if plan.series.id in edition.own_series and plan.targets and plan.record.role != "peer"
        and plan.record.status in {"in-force", "closed", "draft"}
    ]  # fmt: skip
    begin = min((plan.record.period[0] for plan in edition.whole_plans), default=0)
    found.sort(key=lambda plan: (plan.record.period[1] < begin, plan.record.role == "own"))
    return found


def _row(edition: Edition, indicator: Indicator, columns: list[Plan], cells: Cells) -> MatrixRow:
    return MatrixRow(
        Link(edition.name(indicator.name), indicator_page(indicator.id)),
        unit_beside(edition, indicator),
        tuple(
            short_links(edition, cells.get((indicator.id, plan.path), ()), bare=True)
            for plan in columns
        ),
    )


def _taken_by(row: MatrixRow) -> int:
    """Return how many plans have a target; rows shared by many come first."""
    return sum(bool(cell) for cell in row.cells)
