"""Jurisdictions by tier, and the list of plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plansite.addresses import place_page, plan_page
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Link, Page
from plansite.records.catalogue import TIERS, Jurisdiction
from plansite.views.paging import Part, part_page, place_at, split_by_place
from plansite.views.plan_facts import PlanFacts, place_crumbs, plan_facts
from plansite.views.short import years_words

RoleGroup = tuple[str, str, tuple[PlanFacts, ...]]
"""Plans of one role: its key, its name, the plans."""
TierGroup = tuple[str, tuple[PlanFacts, ...]]
"""Plans of one tier: its name, the plans."""

StatusGroup = tuple[str, tuple[tuple[Link, str], ...]]
"""Plans of one status: its word, each plan with what its title does not say."""
STATUSES = ("in-force", "draft", "closed", "superseded")

MOST_PLANS = 200
"""So many plans stand in one list; with more, pages of places have the lists."""
MOST_CARDS = 6
"""So many plans of a place stand as cards; with more, as lists of those in force and the others."""
MOST_LINES = 400
"""So many places and plans stand in one tree; with more, places have trees of their own."""


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
    whole = _by_place(edition)
    listed = {_place_address(edition, part): part for part in whole.walk() if part.steps}
    yield plans_page(edition)
    yield from jurisdictions_pages(edition)
    below = _children(edition)
    for place in edition.site.jurisdictions.values():
        children = below.get(place.slug, [])
        yield _place_page(edition, place, children, listed.get(place_page(place.slug)))


def _by_place(edition: Edition) -> Part[Plan]:
    """Return all plans; the parts by place stand on the pages of their places."""
    plans = edition.site.plans.values()
    return split_by_place(edition, "plans/", plans, lambda one: one.jurisdiction.slug, MOST_PLANS)


def _place_address(edition: Edition, part: Part[Plan]) -> str:
    """Return the page of the place that a part of the plans is of."""
    return place_page(place_at(edition, part.rows[0].jurisdiction.slug, len(part.steps)).slug)


def plans_page(edition: Edition) -> Page:
    """Return the list of all plans: recorded from documents, above, and for comparison.

    Where they are too many for a page, it has those of the nation and leads to the pages of the
    provinces, and these have or lead to the rest.
    """
    whole = _by_place(edition)
    links = tuple(
        (Link(one.steps[-1].name, _place_address(edition, one)), len(one.rows), "")
        for one in whole.parts
    )
    return Page(
        address="plans/",
        template="plans",
        title=edition.word("plans"),
        description=edition.word("plans_description", count=len(edition.site.plans)),
        view={
            "groups": tuple(
                (role, name, plans, _by_tier(edition, plans))
                for role, name, plans in _by_role(edition, whole.own)
            ),
            "split": links,
        },
    )


def _by_tier(edition: Edition, plans: Iterable[PlanFacts]) -> tuple[TierGroup, ...]:
    """Return plans by tier, from the nation down."""
    found: dict[str, list[PlanFacts]] = {edition.word(f"tier_{tier}"): [] for tier in TIERS}
    for plan in plans:
        found[plan.tier].append(plan)
    return tuple((tier, tuple(those)) for tier, those in found.items() if those)


def _by_role(edition: Edition, plans: Iterable[Plan]) -> tuple[RoleGroup, ...]:
    roles = ("own", "superior", "peer")
    groups = {role: [plan for plan in plans if plan.record.role == role] for role in roles}
    return tuple(
        (role, edition.word(f"role_{role}"), _facts(edition, found))
        for role, found in groups.items()
        if found
    )


def jurisdictions_pages(edition: Edition) -> Iterator[Page]:
    """Yield the tree of tiers; or trees of parts of it."""

    def plans(place: Jurisdiction) -> int:
        return len(edition.site.plans_of(place.slug))

    whole = split_by_place(
        edition, "jurisdictions/", edition.site.jurisdictions.values(),
        lambda one: one.slug, MOST_LINES, lambda one: 1 + plans(one),
    )  # fmt: skip
    for part in whole.walk():
        yield part_page(edition, _tree_page(edition, part), part, plans)


def _tree_page(edition: Edition, part: Part[Jurisdiction]) -> Page:
    shown = {place.slug for place in part.own}
    below = {
        slug: [place for place in places if place.slug in shown]
        for slug, places in _children(edition).items()
    }
    roots = [place for place in part.own if place.parent not in shown]
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


def _place_page(
    edition: Edition, place: Jurisdiction, children: list[Jurisdiction], part: Part[Plan] | None
) -> Page:
    """Return the page of a place; with a part of all plans, it lists those of places below too."""
    name = edition.name(place.name)
    plans = edition.site.plans_of(place.slug)
    inside = [one for one in part.own if one.jurisdiction is not place] if part else []
    return Page(
        address=place_page(place.slug),
        template="place",
        title=name,
        description=edition.word("place_description", name=name),
        view={
            "tier": edition.word(f"tier_{place.tier}"),
            "code": place.code if place.code.isdigit() and place.parent else "",
            "plans": _facts(edition, plans),
            "listed": _by_status(edition, plans) if len(plans) > MOST_CARDS else (),
            "inside": _by_role(edition, inside),
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


def _by_status(edition: Edition, plans: Iterable[Plan]) -> tuple[StatusGroup, ...]:
    """Return the plans of a place by status; first those of the series of the plans below it."""
    first = sorted(plans, key=lambda one: one.series.id not in edition.own_series)
    groups = {status: [one for one in first if one.record.status == status] for status in STATUSES}
    return tuple(
        (edition.word(f"status_{status}"), tuple(_unsaid(edition, one) for one in found))
        for status, found in groups.items()
        if found
    )


def _unsaid(edition: Edition, plan: Plan) -> tuple[Link, str]:
    """Return a plan with its period, unless its title says it, and how many targets are recorded."""
    title, count = edition.name(plan.title), len(plan.clauses_of("target"))
    period = "" if str(plan.end) in title else years_words(plan.record.period)
    key = "card_one_targets" if count == 1 else "card_targets"
    said = (period, edition.word(key, count=count) if count else "")
    return Link(title, plan_page(plan)), " · ".join(filter(None, said))


def _facts(edition: Edition, plans: Iterable[Plan]) -> tuple[PlanFacts, ...]:
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
