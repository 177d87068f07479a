"""Domains across plans: what they have in common and where they differ, from the data."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.addresses import domain_page, plan_page
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Link, Page
from plansite.records.catalogue import Domain, Series
from plansite.views.domain_comparison import domain_comparison, domain_said
from plansite.views.paging import Part, part_page, split_by_place

MOST_PLANS = 120
"""So many plans stand on the page of a domain; with more, it has a page for each place."""
OWN_PLAN = 5
"""An own plan counts as so many: it is a column in the comparison, not just a line."""


def domain_pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of domains and, per series, a page for each domain that a plan has."""
    found = []
    for series in edition.site.series.values():
        for domain in series.domains:
            plans = _plans(edition, series, domain.id)
            if plans:
                found.append((series, domain, plans))
    yield Page(
        address="domains/",
        template="domains",
        title=edition.word("domains"),
        description=edition.word("domains_description"),
        view={
            "entries": tuple(
                (
                    Link(edition.name(domain.name), domain_page(series.id, domain.id)),
                    edition.name(series.name),
                    len(plans),
                )
                for series, domain, plans in found
            )
        },
        edit_path="plans/series.yml",
    )
    for series, domain, plans in found:
        whole = split_by_place(
            edition, domain_page(series.id, domain.id), plans,
            lambda one: one.jurisdiction.slug, MOST_PLANS, _size,
        )  # fmt: skip
        for part in whole.walk():
            yield part_page(edition, _domain_page(edition, series, domain, part), part)


def _said(edition: Edition, domain: Domain, part: Part[Plan]) -> str:
    """Return what the plans of a part have in common, after the name of its place."""
    own = [plan for plan in part.rows if plan.record.role == "own"]
    said = domain_said(edition, own, domain.id)
    if not said or not part.steps:
        return said
    return edition.word("part_title", title=part.steps[-1].name, part=said)


def _size(plan: Plan) -> int:
    return OWN_PLAN if plan.record.role == "own" else 1


def _plans(edition: Edition, series: Series, domain: str) -> list[Plan]:
    return [
        plan
        for plan in edition.site.plans.values()
        if plan.series == series and any(target.domain == domain for target in plan.targets)
    ]


def _domain_page(edition: Edition, series: Series, domain: Domain, part: Part[Plan]) -> Page:
    """Return the page of a domain as it is for all plans, filled with a part of them."""
    own = [plan for plan in part.own if plan.record.role == "own"]
    name = edition.name(domain.name)
    return Page(
        address=domain_page(series.id, domain.id),
        template="domain_across",
        title=name,
        description=edition.word("domain_across_description", domain=name, count=len(part.rows)),
        view={
            "series": edition.name(series.name),
            "plans": tuple(_plan_row(edition, plan, domain.id) for plan in part.own),
            "partly": len(part.own) < len(part.rows) or bool(part.steps),
            "said": _said(edition, domain, part),
            **domain_comparison(edition, own, domain.id),
        },
        crumbs=(Link(edition.word("domains"), "domains/"), Link(name)),
        edit_path="plans/series.yml",
        facets={"domain": name},
        kind="domain",
        wide=True,
    )


def _plan_row(edition: Edition, plan: Plan, domain: str) -> tuple[Link, int, int | None, int]:
    """Return a plan with its numbers; those of measures are not known of a plan known in part."""
    numeric = sum(one.strength == "numeric" for one in plan.targets if one.domain == domain)
    measures = len(plan.clauses_of("measure", domain))
    whole = plan.record.completeness.recorded == "full"
    return (
        Link(edition.name(plan.title), plan_page(plan, domain)),
        len(plan.clauses_of("target", domain)),
        measures if measures or whole else None,
        numeric,
    )
