"""The whole plan as one document, for paper and for reading from end to end."""

from __future__ import annotations

from dataclasses import dataclass

from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Heading, Page
from plansite.views.clauses import ClauseView, clause_view, serving
from plansite.views.figures import day_words
from plansite.views.plan_facts import page_of
from plansite.views.targets import TargetRow, target_rows


@dataclass(frozen=True)
class Chapter:
    """A domain of the plan."""

    id: str
    name: str
    overview: str
    numeric: tuple[TargetRow, ...]
    targets: tuple[ClauseView, ...]
    measures: tuple[ClauseView, ...]


def print_page(edition: Edition, plan: Plan) -> Page:
    """Return every part of a plan on one page."""
    introduction = plan.prose.get(("introduction", edition.lang))
    domains = (one for one in plan.record.domains if edition.has_domain(plan, one))
    chapters = tuple(_chapter(edition, plan, domain) for domain in domains)
    groups = tuple(
        (kind, edition.word(f"heading_{kind}"), clauses)
        for kind in ("project", "organisation", "monitoring")
        if (clauses := tuple(clause_view(edition, plan, one) for one in plan.clauses_of(kind)))
    )
    title = edition.word("print_title")
    return page_of(
        edition, plan, "print", "print", title,
        view={
            "heading": title,
            "introduction": introduction.markdown if introduction else "",
            "chapters": chapters,
            "groups": groups,
            "terms": tuple(
                (edition.name(one.term), edition.name(one.definition)) for one in plan.terms
            ),
            "day": day_words(edition.site.settings.as_of, edition.lang),
            "commit": edition.commit,
        },
        description=edition.word("print_description", title=edition.name(plan.title)),
        headings=(
            *(Heading(one.id, one.name) for one in chapters),
            *(Heading(kind, text) for kind, text, _ in groups),
        ),
        related=(),
        search=False,
    )  # fmt: skip


def _chapter(edition: Edition, plan: Plan, domain: str) -> Chapter:
    prose = plan.prose.get((domain, edition.lang))
    servants = serving(plan)
    return Chapter(
        id=domain,
        name=edition.name(plan.domain_name(domain)),
        overview=prose.markdown if prose else "",
        numeric=target_rows(
            edition,
            (one for one in plan.targets if one.domain == domain and one.strength != "qualitative"),
        ),
        targets=tuple(
            clause_view(edition, plan, one, servants) for one in plan.clauses_of("target", domain)
        ),
        measures=tuple(
            clause_view(edition, plan, one) for one in plan.clauses_of("measure", domain)
        ),
    )
