"""The matrix: domain by domain, indicator by plan and tier, gaps visible."""

from __future__ import annotations

from dataclasses import dataclass

from plansite.addresses import indicator_page, plan_page, target_page
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.pages import Heading, Link, Page
from plansite.records.catalogue import Indicator
from plansite.views.indicators import domain_names, domain_of
from plansite.views.targets import short_wording

MAX_COLUMNS = 24
"""More plans than this do not fit a table; the matrix then keeps to the widest tiers."""


@dataclass(frozen=True)
class MatrixRow:
    """One indicator and what each plan promises of it."""

    indicator: Link
    unit: str
    cells: tuple[tuple[Link, ...], ...]


def matrix_page(edition: Edition) -> Page:
    """Return the table of all indicators with a target, by plan."""
    columns = _columns(edition)
    names = domain_names(edition)
    groups: dict[str, list[MatrixRow]] = {}
    for indicator in edition.site.indicators.values():
        targets = edition.site.targets_by_indicator.get(indicator.id, ())
        if any(edition.site.plans[one.plan].record.role == "own" for one in targets):
            row = _row(edition, indicator, targets, columns)
            groups.setdefault(domain_of(edition, indicator), []).append(row)
    ordered = tuple(
        (key, names[key], tuple(sorted(groups[key], key=_taken_by, reverse=True)))
        for key in names
        if key in groups
    )
    return Page(
        address="matrix/",
        template="matrix",
        title=edition.word("matrix"),
        description=edition.word("matrix_description"),
        view={
            "columns": tuple(
                (
                    Link(_column_name(edition, plan), plan_page(plan)),
                    edition.word(f"tier_{plan.jurisdiction.tier}"),
                )
                for plan in columns
            ),
            "groups": ordered,
        },
        headings=tuple(Heading(key, name) for key, name, _ in ordered),
        wide=True,
    )


def _columns(edition: Edition) -> list[Plan]:
    """Return the plans of the series of the own plans: those above first, then the own ones."""
    series = {plan.series.id for plan in edition.own_plans}
    found = [
        plan
        for plan in edition.site.plans.values()
        if plan.series.id in series and plan.targets and plan.record.role != "peer"
        and plan.record.status in {"in-force", "closed", "draft"}
    ]  # fmt: skip
    found.sort(key=lambda plan: plan.record.role == "own")
    return found[:MAX_COLUMNS]


def _row(
    edition: Edition, indicator: Indicator, targets: tuple[Target, ...], columns: list[Plan]
) -> MatrixRow:
    cells = tuple(
        tuple(
            Link(short_wording(edition, one), target_page(one))
            for one in targets
            if one.plan == plan.path
        )
        for plan in columns
    )
    unit = edition.site.units[indicator.unit]
    return MatrixRow(
        Link(edition.name(indicator.name), indicator_page(indicator.id)),
        edition.name(unit.name),
        cells,
    )


def _taken_by(row: MatrixRow) -> int:
    """Return how many plans have a target; rows shared by many come first."""
    return sum(bool(cell) for cell in row.cells)


def _column_name(edition: Edition, plan: Plan) -> str:
    first, last = plan.record.period
    return f"{edition.name(plan.jurisdiction.name)} {first}–{last}"
