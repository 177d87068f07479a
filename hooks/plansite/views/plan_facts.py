"""What every page of a plan shares: its facts, crumbs, local navigation and facets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plansite.addresses import place_page, plan_page
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Link, Page
from plansite.records.plan import SuperiorRecord
from plansite.views.related import near_plan_page
from plansite.views.short import years_words
from plansite.views.source_links import source_link


@dataclass(frozen=True)
class PlanFacts:
    """What every page of a plan says about it."""

    title: str
    place: Link
    tier: str
    period: str
    running: str
    """Which year of its period the evaluation date is in; empty outside of it."""
    status: str
    status_word: str
    draft: bool
    partial: str
    role: str
    issuer: str
    issued_on: str
    document_number: str
    source: Link | None
    superiors: tuple[Link, ...]
    laws: tuple[str, ...]
    series: str
    link: Link
    counts: tuple[tuple[str, int], ...]


def plan_facts(edition: Edition, plan: Plan) -> PlanFacts:
    """Return the facts of a plan in words."""
    record = plan.record
    first, last = record.period
    return PlanFacts(
        title=edition.name(plan.title),
        place=Link(edition.name(plan.jurisdiction.name), place_page(plan.jurisdiction.slug)),
        tier=edition.word(f"tier_{plan.jurisdiction.tier}"),
        period=years_words(record.period),
        running=_running(edition, first, last),
        status=record.status,
        status_word=edition.word(f"status_{record.status}"),
        draft=record.status == "draft",
        partial=_partial(edition, plan),
        role=record.role,
        issuer=edition.name(record.issuer),
        issued_on=record.issued_on or "",
        document_number=record.document_number or "",
        source=source_link(edition, record.source) if record.source else None,
        superiors=tuple(_superior(edition, one) for one in record.superior),
        laws=tuple(edition.name(law) for law in record.laws),
        series=edition.name(plan.series.name),
        link=Link(edition.name(plan.title), plan_page(plan)),
        counts=_counts(edition, plan),
    )


def _running(edition: Edition, first: int, last: int) -> str:
    year = edition.site.settings.as_of.year
    if not first <= year <= last or first == last:
        return ""
    return edition.word("report_ordinal", number=year - first + 1, total=last - first + 1)


def _counts(edition: Edition, plan: Plan) -> tuple[tuple[str, int], ...]:
    kinds = (
        ("domains", len(plan.record.domains)),
        ("targets", len(plan.clauses_of("target"))),
        ("numeric", sum(target.strength == "numeric" for target in plan.targets)),
        ("measures", len(plan.clauses_of("measure"))),
        ("projects", len(plan.clauses_of("project"))),
        ("organisation", len(plan.clauses_of("organisation"))),
        ("monitoring", len(plan.clauses_of("monitoring"))),
    )
    return tuple(
        (edition.word(f"one_{key}" if count == 1 else f"count_{key}"), count)
        for key, count in kinds
        if count
    )


def _partial(edition: Edition, plan: Plan) -> str:
    completeness = plan.record.completeness
    if completeness.recorded == "full":
        return ""
    note = edition.name(completeness.note)
    if completeness.recorded == "named":
        return edition.sentences(edition.word("only_named"), note)
    recorded = len(plan.clauses_of("target"))
    total = completeness.counts.targets if completeness.counts else None
    text = (
        edition.word("recorded_of", recorded=recorded, total=total)
        if total
        else edition.word("recorded_some", recorded=recorded)
    )
    return edition.sentences(text, note)


def _superior(edition: Edition, one: SuperiorRecord) -> Link:
    if one.plan:
        return Link(edition.name(edition.site.plans[one.plan].title), plan_page(one.plan))
    return Link(edition.name(one.title))


def local_links(edition: Edition, plan: Plan) -> tuple[Link, ...]:
    """Return the pages of a plan, for its own navigation."""
    if not (plan.clauses or plan.official):
        return ()
    links = [Link(edition.word("overview"), plan_page(plan))]
    if plan.clauses:
        links.append(Link(edition.word("all_targets"), plan_page(plan, "targets")))
    for domain in plan.record.domains:
        if edition.has_domain(plan, domain):
            links.append(Link(edition.name(plan.domain_short(domain)), plan_page(plan, domain)))
    if plan.clauses_of("project"):
        links.append(Link(edition.word("projects"), plan_page(plan, "projects")))
    if plan.clauses_of("organisation") or plan.clauses_of("monitoring"):
        links.append(Link(edition.word("implementation_short"), plan_page(plan, "implementation")))
    if plan.official:
        links.append(Link(edition.word("official"), plan_page(plan, "official")))
    if plan.record.role == "own":
        links.append(Link(edition.word("tiers_short"), plan_page(plan, "comparison")))
        links.append(Link(edition.word("progress"), plan_page(plan, "progress")))
        links.append(Link(edition.word("reports_short"), plan_page(plan, "reports")))
    if plan.clauses:
        links.append(Link(edition.word("changes_short"), plan_page(plan, "changes")))
    return tuple(links)


def crumbs(edition: Edition, plan: Plan, *more: Link) -> tuple[Link, ...]:
    """Return the way from the nation down to the plan and on."""
    return (*place_crumbs(edition, plan.jurisdiction.slug),
            Link(edition.name(plan.title), plan_page(plan)), *more)  # fmt: skip


def place_crumbs(edition: Edition, slug: str) -> tuple[Link, ...]:
    """Return the way from the nation down to a jurisdiction."""
    places = [*reversed(list(edition.site.ancestors(slug))), edition.site.jurisdictions[slug]]
    return tuple(Link(edition.name(place.name), place_page(place.slug)) for place in places)


def facets(edition: Edition, plan: Plan, domain: str = "") -> dict[str, str]:
    """Return what search can narrow a page of the plan by."""
    found = {
        "tier": edition.word(f"tier_{plan.jurisdiction.tier}"),
        "place": edition.name(plan.jurisdiction.name),
        "plan": edition.name(plan.title),
    }
    if domain:
        found["domain"] = edition.name(plan.domain_name(domain))
    return found


def rank(edition: Edition, plan: Plan) -> int:
    """Return how soon readers look for a plan: the site's own, then its kind, then what holds today."""
    own = [one.series.id for one in edition.site.plans.values() if one.record.role == "own"]
    if plan.record.role == "own":
        return 0
    if plan.record.status != "in-force":
        return 3
    return 1 if plan.series.id in own else 2


def terms_of(edition: Edition, plan: Plan) -> tuple[tuple[str, str], ...]:
    """Return the document's own terms with what they mean."""
    return tuple((edition.name(one.term), edition.name(one.definition)) for one in plan.terms)


def page_of(
    edition: Edition, plan: Plan, section: str, template: str, title: str, **fields: Any
) -> Page:
    """Return a page of a plan with what all of them share; `fields` are those of Page."""
    shared = {
        "crumbs": crumbs(edition, plan, *([Link(title)] if section else [])),
        "siblings": local_links(edition, plan),
        "facets": facets(edition, plan),
        "rank": rank(edition, plan),
        "related": near_plan_page(edition, plan, section),
        "edit_path": plan.record.origin.path,
    }
    view = {"plan": plan_facts(edition, plan), **fields.pop("view", {})}
    full = f"{title} · {edition.name(plan.title)}" if section else title
    return Page(
        address=plan_page(plan, section),
        template=template,
        title=full,
        view=view,
        **{**shared, **fields},
    )
