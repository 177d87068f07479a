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
from plansite.views.paging import Part, part_page, split_by_place
from plansite.views.short import short_title, short_wording
from plansite.views.statuses import StatusMark, status_mark


@dataclass(frozen=True)
class BodyRow:
    """A target a body answers for: its status and the figures that are overdue."""

    subject: Link
    promise: str
    plan: Link
    status: StatusMark
    overdue: str


@dataclass(frozen=True)
class Duties:
    """What a body is named for in one plan."""

    plan: Plan
    clauses: tuple[Clause, ...]
    assessed: tuple[Assessed, ...]

    @property
    def size(self) -> int:
        """How many lines of a page it takes."""
        return len(self.clauses) + len(self.assessed)


Named = dict[str, dict[str, list[Clause]]]
"""Clauses by body and by the path of their plan."""

MOST_LINES = 300
"""So many lines stand on the page of a body; with more, it has a page for each place."""


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
                    sum(map(len, named[body.id].values())),
                    len(named[body.id]),
                )
                for body in bodies
            )
        },
        edit_path="plans/bodies.yml",
    )
    for body in bodies:
        whole = split_by_place(
            edition, body_page(body.id), _duties(edition, body, named[body.id]),
            lambda one: one.plan.jurisdiction.slug, MOST_LINES, lambda one: one.size,
        )  # fmt: skip
        for part in whole.walk():
            page = _body_page(edition, body, part)
            yield part_page(edition, page, part, lambda one: len(one.clauses))


def _named(edition: Edition) -> Named:
    found: Named = {}
    for plan in edition.site.plans.values():
        for clause in plan.clauses:
            for body in clause.record.bodies:
                found.setdefault(body, {}).setdefault(plan.path, []).append(clause)
    return found


def _duties(edition: Edition, body: Body, named: dict[str, list[Clause]]) -> Iterator[Duties]:
    """Yield what a body is named for, plan by plan."""
    assessed: dict[str, list[Assessed]] = {}
    for one in edition.assessed_by_body.get(body.id, ()):
        assessed.setdefault(one.plan.path, []).append(one)
    for path, clauses in named.items():
        yield Duties(edition.site.plans[path], tuple(clauses), tuple(assessed.get(path, ())))


def _body_page(edition: Edition, body: Body, part: Part[Duties]) -> Page:
    """Return the page of a body as it is for the whole list, filled with a part of it."""
    name = edition.name(body.name)
    numbered = tuple((f"plan-{index}", one) for index, one in enumerate(part.own, start=1))
    rows = tuple(_row(edition, one) for duties in part.own for one in duties.assessed)
    count = sum(len(one.clauses) for one in part.rows)
    first = (Heading("targets", edition.word("body_targets")),) if rows else ()
    return Page(
        address=body_page(body.id),
        template="body",
        title=_title(edition, name),
        description=edition.word("body_description", name=name, count=count),
        view={
            "aliases": edition.word("comma").join(body.aliases) if edition.lang == "zh" else "",
            "lead": edition.word("body_lead", name=name, count=count, plans=len(part.rows)),
            "rows": rows,
            "overdue": sum(bool(row.overdue) for row in rows),
            "groups": tuple(
                (
                    anchor,
                    Link(edition.name(one.plan.title), plan_page(one.plan)),
                    tuple(_entry(edition, one.plan, clause) for clause in one.clauses),
                )
                for anchor, one in numbered
            ),
        },
        crumbs=(Link(edition.word("bodies"), "bodies/"), Link(name)),
        headings=(
            *first,
            *(Heading(anchor, edition.name(one.plan.title)) for anchor, one in numbered),
        ),
        edit_path="plans/bodies.yml",
    )


def _title(edition: Edition, name: str) -> str:
    """Return the title of a body; where a domain has the same name, it says which of the two it is."""
    domains = (one for series in edition.site.series.values() for one in series.domains)
    same = any(edition.name(one.name) == name for one in domains)
    return edition.word("body_titled", name=name) if same else name


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
