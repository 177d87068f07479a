"""Responsible bodies: what each of them is named for, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansite.addresses import body_page, plan_page, section_of, target_page
from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.model import Clause, Plan
from plansite.pages import Heading, Link, Page
from plansite.records.catalogue import Body
from plansite.statements import subject
from plansite.views.gaps import gap_words
from plansite.views.statuses import StatusMark, status_mark
from plansite.views.targets import short_title, short_wording


@dataclass(frozen=True)
class BodyRow:
    """A target a body answers for: its status and the figures that are overdue."""

    subject: Link
    promise: str
    plan: Link
    status: StatusMark
    overdue: str


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
        groups.setdefault(plan.path, (plan, []))[1].append(_entry(edition, plan, clause))
    numbered = list(enumerate(groups.values(), start=1))
    rows = tuple(_row(edition, one) for one in edition.assessed_by_body.get(body.id, ()))
    first = (Heading("targets", edition.word("body_targets")),) if rows else ()
    return Page(
        address=body_page(body.id),
        template="body",
        title=name,
        description=edition.word("body_description", name=name, count=len(clauses)),
        view={
            "aliases": edition.word("comma").join(body.aliases) if edition.lang == "zh" else "",
            "rows": rows,
            "overdue": sum(bool(row.overdue) for row in rows),
            "groups": tuple(
                (f"plan-{index}", Link(edition.name(plan.title), plan_page(plan)), tuple(entries))
                for index, (plan, entries) in numbered
            ),
        },
        crumbs=(Link(edition.word("bodies"), "bodies/"), Link(name)),
        headings=(
            *first,
            *(Heading(f"plan-{n}", edition.name(plan.title)) for n, (plan, _) in numbered),
        ),
        edit_path="plans/bodies.yml",
    )


def _entry(edition: Edition, plan: Plan, clause: Clause) -> tuple[Link, str, str]:
    place = edition.word(f"{clause.kind}_number", number=clause.record.number or "")
    if clause.kind in {"target", "measure"}:
        domain = edition.name(plan.domain_name(clause.domain))
        place = edition.word("in_domain", domain=domain, place=place)
    address = plan_page(plan, section_of(clause.domain)) + f"#{clause.anchor}"
    record = clause.record
    return Link(edition.name(record.title), address), place, edition.name(record.summary)


def _row(edition: Edition, one: Assessed) -> BodyRow:
    overdue = [gap_words(edition, gap) for gap in one.gaps if gap.overdue]
    return BodyRow(
        subject=Link(subject(one.target, edition.lang), target_page(one.target)),
        promise=short_wording(edition, one.target),
        plan=Link(short_title(edition, one.plan), plan_page(one.plan, "progress")),
        status=status_mark(edition, one.assessment.status),
        overdue=edition.word("semicolon").join(overdue),
    )
