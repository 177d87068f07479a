"""What stands near a page: the tier above and below, the same part elsewhere, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from plansite.addresses import body_page, domain_page, plan_page
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.pages import Link, Related
from plansite.records.catalogue import Indicator
from plansite.views.short import short_title

MOST = 8
"""Links of one group: the foot of a page is no list of everything."""


def near_plan_page(edition: Edition, plan: Plan, section: str) -> tuple[Related, ...]:
    """Return what stands near a page of a plan: its overview (no section) or a part of it."""
    domain = section if section in plan.record.domains else ""
    groups = (
        ("related_next", _neighbours(edition, plan, domain) if domain else ()),
        ("related_above", _parts(edition, _above(edition, plan), domain)),
        ("related_below", _parts(edition, edition.plans_below.get(plan.path, ()), domain)),
        ("related_same", _elsewhere(edition, plan, section, domain)),
        ("related_place", _same_place(edition, plan) if not section else ()),
    )
    return _groups(edition, groups)


def near_indicator(
    edition: Edition, indicator: Indicator, targets: tuple[Target, ...]
) -> tuple[Related, ...]:
    """Return the domains an indicator stands in, and who answers for its targets."""
    site = edition.site
    domains: dict[str, Link] = {}
    bodies: dict[str, Link] = {}
    for one in targets:
        plan = site.plans[one.plan]
        if one.domain in plan.record.domains:
            address = domain_page(plan.series.id, one.domain)
            domains[address] = Link(edition.name(plan.domain_name(one.domain)), address)
        for name in edition.bodies_named.get((one.plan, one.id), ()):
            bodies[name] = Link(edition.name(site.bodies[name].name), body_page(name))
    groups = (("related_domains", domains.values()), ("related_bodies", bodies.values()))
    return _groups(edition, groups)


def _groups(edition: Edition, groups: Iterable[tuple[str, Iterable[Link]]]) -> tuple[Related, ...]:
    found = ((edition.word(key), tuple(islice(links, MOST))) for key, links in groups)
    return tuple(Related(heading, links) for heading, links in found if links)


def _neighbours(edition: Edition, plan: Plan, domain: str) -> Iterator[Link]:
    """Yield the domains before and after one, and the comparison of all plans in it."""
    there = [one for one in plan.record.domains if edition.has_domain(plan, one)]
    at = there.index(domain) if domain in there else -1
    for other in there[max(at - 1, 0) : at] + there[at + 1 : at + 2]:
        yield Link(edition.name(plan.domain_name(other)), plan_page(plan, other))
    if any(target.domain == domain for target in plan.targets):
        name = edition.name(plan.domain_name(domain))
        yield Link(
            edition.word("related_compare", domain=name), domain_page(plan.series.id, domain)
        )


def _above(edition: Edition, plan: Plan) -> list[Plan]:
    return [edition.site.plans[one.plan] for one in plan.record.superior if one.plan]


def _parts(edition: Edition, plans: Iterable[Plan], domain: str) -> Iterator[Link]:
    """Yield other plans: their page of the same domain where they have one, else their overview."""
    for plan in plans:
        section = domain if domain and edition.has_domain(plan, domain) else ""
        yield Link(short_title(edition, plan), plan_page(plan, section))


def _elsewhere(edition: Edition, plan: Plan, section: str, domain: str) -> Iterator[Link]:
    """Yield the same part of the other plans of the series that are recorded whole."""
    for other in edition.whole_plans:
        if other is plan or other.series is not plan.series:
            continue
        if edition.has_domain(other, domain) if domain else _has(other, section):
            yield Link(short_title(edition, other), plan_page(other, section))


def _has(plan: Plan, section: str) -> bool:
    """Return whether a plan recorded whole has a section page that others may have too."""
    if section == "projects":
        return bool(plan.clauses_of("project"))
    if section == "implementation":
        return bool(plan.clauses_of("organisation") or plan.clauses_of("monitoring"))
    return section in {"comparison", "progress", "reports"} or (
        section == "targets" and bool(plan.clauses)
    )


def _same_place(edition: Edition, plan: Plan) -> Iterator[Link]:
    for other in edition.site.plans_of(plan.jurisdiction.slug):
        if other is not plan:
            yield Link(edition.name(other.title), plan_page(other))
