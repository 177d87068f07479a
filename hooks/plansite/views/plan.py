"""Pages of one plan: overview, domains, projects, implementation, all targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plansite.addresses import plan_page, section_of
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.pages import Heading, Link, Page
from plansite.views.chapters import Chapter, Group, chapters, groups
from plansite.views.clauses import headings
from plansite.views.official import official_page
from plansite.views.plan_facts import facets, page_of, terms_of
from plansite.views.printing import print_page
from plansite.views.statuses import coverage_words, tally_view
from plansite.views.targets import TargetRow, target_rows

FEW_TARGETS = 8
"""So many targets are seen at one look, without a filter."""


@dataclass(frozen=True)
class DomainCard:
    """A domain in the overview."""

    link: Link
    counts: str


def plan_pages(edition: Edition, plan: Plan) -> Iterator[Page]:
    """Yield every page of one plan."""
    yield overview(edition, plan)
    if plan.official:
        yield official_page(edition, plan, plan.official)
    if not plan.clauses:
        return
    yield targets_page(edition, plan)
    domains, others = chapters(edition, plan), groups(edition, plan)
    if plan.record.role == "own":
        yield print_page(edition, plan, domains, others)
    for chapter in domains:
        yield domain_page(edition, plan, chapter)
    if projects := tuple(one for one in others if one.kind == "project"):
        yield section_page(edition, plan, "projects", projects)
    if duties := tuple(one for one in others if one.kind != "project"):
        yield section_page(edition, plan, "implementation", duties)


def overview(edition: Edition, plan: Plan) -> Page:
    """Return the overview: facts, counts, introduction, domains."""
    introduction = plan.prose.get(("introduction", edition.lang))
    cards = []
    for domain in plan.record.domains:
        numeric = sum(
            target.strength == "numeric" for target in plan.targets if target.domain == domain
        )
        name, count = edition.name(plan.domain_name(domain)), len(plan.clauses_of("target", domain))
        measures = len(plan.clauses_of("measure", domain))
        address = plan_page(plan, domain) if count or measures else ""
        counts = {"targets": count, "numeric": numeric, "measures": measures}
        cards.append(DomainCard(Link(name, address), _card_counts(edition, counts)))
    own = plan.record.role == "own" and bool(plan.clauses)
    tally = tally_view(edition, plan.targets) if own else None
    view = {
        "introduction": introduction.markdown if introduction else "",
        "cards": tuple(cards),
        "printable": own,
        "empty": tuple(one.link.text for one in cards if not one.link.address),
        "rows": target_rows(edition, plan.targets) if plan.record.role != "own" else (),
        "terms": terms_of(edition, plan),
        "tally": tally,
        "coverage": coverage_words(edition, tally) if tally else "",
    }
    description = edition.word(
        "plan_description", title=edition.name(plan.title), count=len(plan.clauses_of("target"))
    )
    return page_of(
        edition,
        plan,
        "",
        "plan",
        edition.name(plan.title),
        view=view,
        description=description,
        kind="plan",
    )


def _card_counts(edition: Edition, counts: Mapping[str, int]) -> str:
    """Return what a domain holds; of what nothing is recorded, nothing is said."""
    return " · ".join(
        edition.word(f"card_one_{key}" if count == 1 else f"card_{key}", count=count)
        for key, count in counts.items()
        if count
    )


def domain_page(edition: Edition, plan: Plan, chapter: Chapter) -> Page:
    """Return the page of one domain: overview, target table, targets, measures; or all targets as a table."""
    listed = chapter.listed
    table = Heading("numeric", edition.word("numeric_targets"))
    contents = [
        *([table] if chapter.numeric and not listed else []),
        Heading("targets", edition.word("targets"), () if listed else headings(chapter.targets)),
        Heading("measures", edition.word("measures"), headings(chapter.measures)),
    ]
    found = {"numeric", "targets"} if listed else {"numeric"}
    return page_of(
        edition, plan, chapter.id, "domain", chapter.name,
        view={"chapter": chapter, "listed": listed},
        description=edition.word("domain_description", domain=chapter.name, title=edition.name(plan.title)),
        kind="domain",
        headings=tuple(one for one in contents if one.children or one.id in found),
        facets=facets(edition, plan, chapter.id),
        edit_path=f"plans/{plan.path}/targets/{chapter.id}.yml",
    )  # fmt: skip


def section_page(edition: Edition, plan: Plan, section: str, found: tuple[Group, ...]) -> Page:
    """Return the page of the projects, or of organisation and monitoring."""
    title = edition.word(section)
    return page_of(
        edition, plan, section, "section", title,
        view={"heading": title, "groups": found},
        description=edition.word("section_description", section=title, title=edition.name(plan.title)),
        kind="measure",
        headings=tuple(Heading(one.kind, one.heading, headings(one.clauses)) for one in found),
        edit_path=f"plans/{plan.path}/{section}.yml",
    )  # fmt: skip


def targets_page(edition: Edition, plan: Plan) -> Page:
    """Return the table of all targets of a plan."""
    title = edition.word("all_targets")
    sections: dict[str, list[Target]] = {}
    for target in plan.targets:
        sections.setdefault(section_of(target.domain), []).append(target)
    found = tuple(
        (f"of-{section}", _section_name(edition, plan, section), target_rows(edition, targets))
        for section, targets in sections.items()
    )
    return page_of(
        edition, plan, "targets", "targets", title,
        view={
            "heading": title,
            "groups": found,
            "total": len(plan.targets),
            "few": FEW_TARGETS,
            "without_baseline": sum(not any(map(_based, rows)) for _, _, rows in found),
            "without_relation": sum(not any(map(_related, rows)) for _, _, rows in found)
            if plan.record.superior
            else 0,
        },
        description=edition.word("targets_description", title=edition.name(plan.title), count=len(plan.targets)),
        kind="target",
        headings=tuple(Heading(key, name) for key, name, _ in found),
        wide=True,
    )  # fmt: skip


def _section_name(edition: Edition, plan: Plan, section: str) -> str:
    """Return the name of a domain, or of the projects or the implementation."""
    if section in {"projects", "implementation"}:
        return edition.word(section)
    return edition.name(plan.domain_name(section))


def _related(row: TargetRow) -> bool:
    return bool(row.relations or row.others)


def _based(row: TargetRow) -> bool:
    return bool(row.baseline)
