"""The whole plan as one document, for paper and for reading from end to end."""

from __future__ import annotations

from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Heading, Page
from plansite.views.chapters import Chapter, Group
from plansite.views.figures import day_words
from plansite.views.plan_facts import page_of, terms_of
from plansite.views.report_parts import SHORT_COMMIT


def print_page(
    edition: Edition, plan: Plan, chapters: tuple[Chapter, ...], groups: tuple[Group, ...]
) -> Page:
    """Return every part of a plan on one page."""
    introduction = plan.prose.get(("introduction", edition.lang))
    title = edition.word("print_title")
    return page_of(
        edition, plan, "print", "print", title,
        view={
            "heading": title,
            "introduction": introduction.markdown if introduction else "",
            "chapters": chapters,
            "groups": groups,
            "terms": terms_of(edition, plan),
            "day": day_words(edition.site.settings.as_of, edition.lang),
            "commit": edition.commit[:SHORT_COMMIT],
        },
        description=edition.word("print_description", title=edition.name(plan.title)),
        headings=(
            *(Heading(one.id, one.name) for one in chapters),
            *(Heading(one.kind, one.heading) for one in groups),
        ),
        related=(),
        search=False,
    )  # fmt: skip
