"""The home page: which plans, how far, what needs attention, where to look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansite.addresses import plan_page
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Link, Page
from plansite.progress import Level
from plansite.views.evaluations import evaluation_entries
from plansite.views.figures import day_words
from plansite.views.plan_facts import PlanFacts, plan_facts
from plansite.views.short import short_title
from plansite.views.statuses import TallyView, assessed_of, coverage_words, tally_view
from plansite.views.warnings import pressing

MOST_PRESSING = 3
MOST_PLANS = 12
"""So many own plans stand on the home page; the list of plans has all."""
MOST_NAMED = 8
"""So many plans are named beside one thing that needs attention; its page has all."""


@dataclass(frozen=True)
class Line:
    """One own plan with its progress."""

    facts: PlanFacts
    said: str
    """What the document has, in one line."""
    tally: TallyView
    coverage: str


@dataclass(frozen=True)
class Concern:
    """One thing that needs attention."""

    level: str
    level_word: str
    link: Link
    said: str
    about: tuple[Link, ...] = ()


def home_page(edition: Edition) -> Page:
    """Return the home page."""
    own = edition.own_plans
    overall = tally_view(edition, (one for plan in own for one in plan.targets))
    return Page(
        address="",
        template="home",
        title=edition.name(edition.site.settings.name),
        description=edition.word("home_description", count=len(own)),
        view={
            "lines": tuple(_line(edition, plan) for plan in own[:MOST_PLANS]),
            "count": len(edition.site.plans),
            "as_of": day_words(edition.site.settings.as_of, edition.lang),
            "overall": overall,
            "coverage": coverage_words(edition, overall),
            "above": _known_above(edition),
            "concerns": tuple(_concerns(edition, overall)),
        },
        wide=True,
    )


def _line(edition: Edition, plan: Plan) -> Line:
    tally = tally_view(edition, plan.targets)
    said = edition.word(
        "home_plan",
        targets=len(plan.clauses_of("target")),
        measures=len(plan.clauses_of("measure")),
        numeric=sum(one.strength == "numeric" for one in plan.targets),
    )
    brief = edition.word("home_known", known=tally.known, total=tally.total) if tally.total else ""
    return Line(plan_facts(edition, plan), said, tally, brief)


def _known_above(edition: Edition) -> int:
    """Return how many targets of the tiers above have figures."""
    return sum(
        len(assessed_of(edition, plan, figures=True))
        for plan in edition.site.plans.values()
        if plan.record.role == "superior"
    )


def _concerns(edition: Edition, overall: TallyView) -> Iterator[Concern]:
    for row in pressing(edition, MOST_PRESSING):
        yield Concern(row.level, row.level_word, row.subject, row.rule_word, (row.plan,))
    note = (str(Level.INFO), Level.INFO.label(edition.lang))
    late = [
        plan
        for plan in edition.own_plans
        if any(one.state == "missing" for one in evaluation_entries(edition, plan))
    ]
    if late:
        link = Link(edition.word("home_not_evaluated", count=len(late)), "reports/")
        about = (
            Link(short_title(edition, one), plan_page(one, "reports")) for one in late[:MOST_NAMED]
        )
        yield Concern(*note, link, edition.word("home_not_evaluated_why"), tuple(about))
    if missing := overall.total - overall.known:
        link = Link(edition.word("home_no_figures", count=missing), "gaps/")
        yield Concern(*note, link, edition.word("home_no_figures_why"))
    drafts = [plan for plan in edition.own_plans if plan.record.status == "draft"]
    for plan in drafts[:MOST_NAMED]:
        link = Link(edition.word("home_draft"), plan_page(plan))
        place = Link(short_title(edition, plan), plan_page(plan))
        yield Concern(*note, link, "", (place,))
