"""Responsible bodies: what each of them is named for, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.addresses import body_page, plan_page, section_of
from plansite.edition import Edition
from plansite.model import Clause, Plan
from plansite.pages import Heading, Link, Page
from plansite.records.catalogue import Body

Named = dict[str, list[tuple[Plan, Clause]]]


def body_pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of bodies and a page for each that a clause names."""
    named = _named(edition)
    bodies = [body for body in edition.site.bodies.values() if body.id in named]
    yield Page(
        address="bodies/",
        template="bodies",
        title=edition.word("bodies"),
        description=edition.word("bodies_description"),
        view={
            "bodies": tuple(
                (
                    Link(edition.name(body.name), body_page(body.id)),
                    len(named[body.id]),
                    len({plan.path for plan, _ in named[body.id]}),
                )
                for body in bodies
            )
        },
        edit_path="plans/bodies.yml",
    )
    for body in bodies:
        yield _body_page(edition, body, named[body.id])


def _named(edition: Edition) -> Named:
    found: Named = {}
    for plan in edition.site.plans.values():
        for clause in plan.clauses:
            for body in clause.record.bodies:
                found.setdefault(body, []).append((plan, clause))
    return found


def _body_page(edition: Edition, body: Body, clauses: list[tuple[Plan, Clause]]) -> Page:
    name = edition.name(body.name)
    groups: dict[str, tuple[Plan, list[tuple[Link, str, str]]]] = {}
    for plan, clause in clauses:
        number = clause.record.number or ""
        place = edition.word(f"{clause.kind}_number", number=number)
        if clause.kind in {"target", "measure"}:
            domain = edition.name(plan.domain_name(clause.domain))
            place = edition.word("in_domain", domain=domain, place=place)
        address = plan_page(plan, section_of(clause.domain)) + f"#{clause.anchor}"
        entry = (
            Link(edition.name(clause.record.title), address),
            place,
            edition.name(clause.record.summary),
        )
        groups.setdefault(plan.path, (plan, []))[1].append(entry)
    return Page(
        address=body_page(body.id),
        template="body",
        title=name,
        description=edition.word("body_description", name=name, count=len(clauses)),
        view={
            "aliases": edition.word("comma").join(body.aliases) if edition.lang == "zh" else "",
            "groups": tuple(
                (f"plan-{index}", Link(edition.name(plan.title), plan_page(plan)), tuple(entries))
                for index, (plan, entries) in enumerate(groups.values(), start=1)
            ),
        },
        crumbs=(Link(edition.word("bodies"), "bodies/"), Link(name)),
        headings=tuple(
            Heading(f"plan-{index}", edition.name(plan.title))
            for index, (plan, _) in enumerate(groups.values(), start=1)
        ),
        edit_path="plans/bodies.yml",
    )
