"""Domains across plans: what they have in common and where they differ, from the data."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.addresses import domain_page, plan_page
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Link, Page
from plansite.records.catalogue import Domain, Series
from plansite.views.domain_comparison import domain_comparison


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
        yield _domain_page(edition, series, domain, plans)


def _plans(edition: Edition, series: Series, domain: str) -> list[Plan]:
    return [
        plan
        for plan in edition.site.plans.values()
        if plan.series == series and any(target.domain == domain for target in plan.targets)
    ]


def _domain_page(edition: Edition, series: Series, domain: Domain, plans: list[Plan]) -> Page:
    own = [plan for plan in plans if plan.record.role == "own"]
    name = edition.name(domain.name)
    return Page(
        address=domain_page(series.id, domain.id),
        template="domain_across",
        title=name,
        description=edition.word("domain_across_description", domain=name, count=len(plans)),
        view={
            "series": edition.name(series.name),
            "plans": tuple(_plan_row(edition, plan, domain.id) for plan in plans),
            **domain_comparison(edition, own, domain.id),
        },
        crumbs=(Link(edition.word("domains"), "domains/"), Link(name)),
        edit_path="plans/series.yml",
        facets={"domain": name},
        kind="domain",
        wide=True,
    )


def _plan_row(edition: Edition, plan: Plan, domain: str) -> tuple[Link, int, int, int]:
    numeric = sum(one.strength == "numeric" for one in plan.targets if one.domain == domain)
    return (
        Link(edition.name(plan.title), plan_page(plan, domain)),
        len(plan.clauses_of("target", domain)),
        len(plan.clauses_of("measure", domain)),
        numeric,
    )
