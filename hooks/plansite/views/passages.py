"""Links from a record to its passage in the official text."""

from __future__ import annotations

from plansite.addresses import plan_page
from plansite.edition import Edition
from plansite.model import Clause, Plan, Target
from plansite.pages import Link


def clause_passage(edition: Edition, plan: Plan, clause: Clause) -> Link | None:
    """Return the link to the passage of a clause; None if there is no such passage."""
    return _link(edition, plan, clause.passage, clause_place(edition, clause))


def target_passage(edition: Edition, target: Target) -> Link | None:
    """Return the link to the passage of a sub-item; None if the target has none of its own."""
    place = edition.word("target_number", number=target.location)
    return _link(edition, edition.site.plans[target.plan], target.passage, place)


def clause_place(edition: Edition, clause: Clause) -> str:
    """Return where a clause stands, e.g. `measure 7`; where no number is printed, its ordinal."""
    number = clause.record.number or str(clause.ordinal)
    return edition.word(f"{clause.kind}_number", number=number)


def _link(edition: Edition, plan: Plan, anchor: str, place: str) -> Link | None:
    found = plan.official.passage(anchor) if plan.official else ""
    if not found:
        return None
    words = edition.word("official_passage_of", place=place)
    return Link(words, plan_page(plan, "official") + f"#{found}")
