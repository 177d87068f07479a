"""One plan beside the plans above it: every link with its relation and both numbers."""

from __future__ import annotations

from collections import Counter

from plansite.alignment import Relation, missing_below, superiors
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Page
from plansite.views.plan_facts import page_of
from plansite.views.short import short_title
from plansite.views.targets import TargetRow, target_row, target_rows


def comparison_page(edition: Edition, plan: Plan) -> Page:
    """Return the page of links to the tiers above, and of what is found on one side only."""
    links = edition.alignments.get(plan.path, ())
    counts = Counter(one.relation for one in links)
    linked: list[TargetRow] = []
    added: list[TargetRow] = []
    seen: set[str] = set()
    for one in links:
        if one.target.id in seen:
            continue
        seen.add(one.target.id)
        row = target_row(edition, one.target)
        (added if one.superior is None else linked).append(row)
    missing = [
        (short_title(edition, other), target_rows(edition, missing_below(plan, other)))
        for other in superiors(plan, edition.site)
        if other.targets
    ]
    title = edition.word("tiers_above")
    return page_of(
        edition, plan, "comparison", "comparison", title,
        view={
            "heading": title,
            "linked": tuple(linked),
            "added": tuple(added),
            "missing": tuple((name, rows) for name, rows in missing if rows),
            "counts": tuple(
                (edition.word(f"relation_{relation}"), counts[relation], relation.value)
                for relation in Relation
                if counts[relation]
            ),
        },
        description=edition.word("comparison_description", title=edition.name(plan.title)),
        wide=True,
    )  # fmt: skip
