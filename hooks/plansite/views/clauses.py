"""Numbered clauses as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plansite.addresses import body_page, plan_page, section_of
from plansite.checks.references import served
from plansite.edition import Edition
from plansite.model import Clause, Plan
from plansite.pages import Heading, Link
from plansite.views.passages import clause_passage
from plansite.views.targets import TargetRow, target_rows

Serving = Mapping[tuple[str, str], tuple[Clause, ...]]


@dataclass(frozen=True)
class ClauseView:
    """A numbered clause as a page shows it."""

    anchor: str
    kind: str
    """For search: what it is to a reader, a target or a measure."""
    number: str
    title: str
    summary: str
    bodies: tuple[Link, ...]
    serves: tuple[Link, ...]
    served_by: tuple[Link, ...]
    rows: tuple[TargetRow, ...]
    passage: Link | None = None
    """Its words in the official text."""


def serving(plan: Plan) -> Serving:
    """Return the clauses that serve a numbered target, by domain and number."""
    found: dict[tuple[str, str], list[Clause]] = {}
    for clause in plan.clauses:
        for name in clause.record.serves:
            found.setdefault(served(name, clause.domain), []).append(clause)
    return {key: tuple(clauses) for key, clauses in found.items()}


def clause_view(
    edition: Edition, plan: Plan, clause: Clause, serving: Serving | None = None
) -> ClauseView:
    """Return one clause; with `serving`, a target also lists the measures that serve it."""
    record = clause.record
    key = (clause.domain, record.number or "")
    servants = serving.get(key, ()) if serving and clause.kind == "target" else ()
    bodies = [edition.site.bodies[one] for one in record.bodies]
    return ClauseView(
        anchor=clause.anchor,
        kind="target" if clause.kind == "target" else "measure",
        number=record.number or "",
        title=edition.name(record.title),
        summary=edition.name(record.summary),
        bodies=tuple(Link(edition.name(body.name), body_page(body.id)) for body in bodies),
        serves=tuple(_served(edition, plan, clause, name) for name in record.serves),
        served_by=tuple(_servant(edition, plan, other) for other in servants),
        rows=target_rows(edition, clause.targets),
        passage=clause_passage(edition, plan, clause),
    )


def headings(clauses: tuple[ClauseView, ...]) -> tuple[Heading, ...]:
    """Return the clauses as entries of a table of contents."""
    return tuple(Heading(one.anchor, f"{one.number} {one.title}".strip()) for one in clauses)


def _served(edition: Edition, plan: Plan, clause: Clause, name: str) -> Link:
    domain, number = served(name, clause.domain)
    label = edition.word("target_number", number=number)
    if domain != clause.domain:
        label = f"{edition.name(plan.domain_name(domain))} {label}"
    return Link(label, plan_page(plan, domain) + f"#{domain}-t{number}")


def _servant(edition: Edition, plan: Plan, clause: Clause) -> Link:
    label = edition.word(f"{clause.kind}_number", number=clause.record.number or "")
    return Link(label, plan_page(plan, section_of(clause.domain)) + f"#{clause.anchor}")
