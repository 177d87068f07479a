"""Jurisdictions by tier, and the list of plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansite.addresses import place_page
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Link, Page
from plansite.records.catalogue import Jurisdiction
from plansite.views.plan_facts import PlanFacts, place_crumbs, plan_facts


@dataclass(frozen=True)
class PlaceNode:
    """A jurisdiction in the tree, with its plans and what lies below it."""

    link: Link
    tier: str
    code: str
    plans: tuple[PlanFacts, ...]
    children: tuple[PlaceNode, ...]


def place_pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of plans, the tree of jurisdictions, and a page for each of them."""
    yield plans_page(edition)
    yield jurisdictions_page(edition)
    below = _children(edition)
    for place in edition.site.jurisdictions.values():
        yield _place_page(edition, place, below.get(place.slug, []))


def plans_page(edition: Edition) -> Page:
    """Return the list of all plans: recorded from documents, above, and for comparison."""
    groups = []
    for role in ("own", "superior", "peer"):
        plans = [plan for plan in edition.site.plans.values() if plan.record.role == role]
        if plans:
            groups.append((role, edition.word(f"role_{role}"), _facts(edition, plans)))
    return Page(
        address="plans/",
        template="plans",
        title=edition.word("plans"),
        description=edition.word("plans_description", count=len(edition.site.plans)),
        view={"groups": tuple(groups)},
    )


def jurisdictions_page(edition: Edition) -> Page:
    """Return the tree of tiers."""
    below = _children(edition)
    roots = [place for place in edition.site.jurisdictions.values() if place.parent is None]
    return Page(
        address="jurisdictions/",
        template="jurisdictions",
        title=edition.word("jurisdictions"),
        description=edition.word("jurisdictions_description"),
        view={
            "roots": tuple(_node(edition, place, below) for place in roots),
            "codes": f"{edition.name(edition.site.codes.list)}, {edition.site.codes.date}",
        },
        edit_path="plans/jurisdictions.yml",
    )


def _place_page(edition: Edition, place: Jurisdiction, children: list[Jurisdiction]) -> Page:
    name = edition.name(place.name)
    return Page(
        address=place_page(place.slug),
        template="place",
        title=name,
        description=edition.word("place_description", name=name),
        view={
            "tier": edition.word(f"tier_{place.tier}"),
            "code": place.code if place.code.isdigit() and place.parent else "",
            "plans": _facts(edition, edition.site.plans_of(place.slug)),
            "above": tuple(
                (
                    Link(edition.name(one.name), place_page(one.slug)),
                    edition.word(f"tier_{one.tier}"),
                )
                for one in edition.site.ancestors(place.slug)
            ),
            "below": tuple(
                (
                    Link(edition.name(one.name), place_page(one.slug)),
                    edition.word(f"tier_{one.tier}"),
                )
                for one in children
            ),
        },
        crumbs=place_crumbs(edition, place.slug),
        edit_path="plans/jurisdictions.yml",
        kind="plan",
        facets={"tier": edition.word(f"tier_{place.tier}"), "place": name},
    )


def _facts(edition: Edition, plans: list[Plan] | tuple[Plan, ...]) -> tuple[PlanFacts, ...]:
    return tuple(plan_facts(edition, plan) for plan in plans)


def _children(edition: Edition) -> dict[str, list[Jurisdiction]]:
    below: dict[str, list[Jurisdiction]] = {}
    for place in edition.site.jurisdictions.values():
        if place.parent:
            below.setdefault(place.parent, []).append(place)
    return below


def _node(edition: Edition, place: Jurisdiction, below: dict[str, list[Jurisdiction]]) -> PlaceNode:
    return PlaceNode(
        link=Link(edition.name(place.name), place_page(place.slug)),
        tier=edition.word(f"tier_{place.tier}"),
        code=place.code,
        plans=_facts(edition, edition.site.plans_of(place.slug)),
        children=tuple(_node(edition, child, below) for child in below.get(place.slug, [])),
    )
