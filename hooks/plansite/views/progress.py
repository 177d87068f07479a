"""The dashboard, and the progress of one plan: counts by status, coverage, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plansite.addresses import domain_page, indicator_page, place_page, plan_page, target_page
from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.pages import Heading, Link, Page
from plansite.progress import Status
from plansite.statements import amount
from plansite.views.figures import day_words
from plansite.views.paging import Part, part_page, split_by_place
from plansite.views.plan_facts import page_of
from plansite.views.short import short_title, short_wording
from plansite.views.statuses import (
    StatusMark,
    TallyView,
    assessed_of,
    coverage_words,
    status_mark,
    tally_view,
)
from plansite.views.warnings import pressing

MOST_PLANS = 100
"""So many plans stand on one dashboard; with more, places have dashboards of their own."""
OWN_PLAN = 5
"""An own plan counts as so many: it brings most of the changes."""


@dataclass(frozen=True)
class Change:
    """A status that differs from a year ago."""

    subject: Link
    plan: Link
    before: StatusMark
    now: StatusMark


@dataclass(frozen=True)
class ProgressRow:
    """One assessed target that has figures."""

    subject: Link
    promise: Link
    latest: str
    status: StatusMark
    verdict: str


def progress_pages(edition: Edition) -> Iterator[Page]:
    """Yield the dashboard and the progress page of every own plan."""
    yield from dashboard_pages(edition)
    for plan in edition.own_plans:
        yield plan_progress(edition, plan)


def dashboard_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of all plans: own ones, by domain, and the tiers above; or pages by place."""
    found = [
        plan
        for plan in edition.site.plans.values()
        if plan.record.role == "own" or assessed_of(edition, plan)
    ]
    plans = [plan for plan in found if plan.record.role != "peer"]
    whole = split_by_place(
        edition, "progress/", plans, lambda one: one.jurisdiction.slug, MOST_PLANS,
        size=lambda one: OWN_PLAN if one.record.role == "own" else 1,
    )  # fmt: skip
    for part in whole.walk():
        yield part_page(edition, _dashboard(edition, part), part)


def _dashboard(edition: Edition, part: Part[Plan]) -> Page:
    own = [plan for plan in part.rows if plan.record.role == "own"]
    listed = [plan for plan in part.own if plan.record.role == "own"]
    above = [
        plan
        for plan in part.own
        if plan.record.role == "superior" and assessed_of(edition, plan, figures=True)
    ]
    overall = tally_view(edition, _targets(own))
    keys = ("pressing", "own", "domains", "places", "above", "changes")
    return Page(
        address="progress/",
        template="progress",
        title=edition.word("progress"),
        description=edition.word("progress_description", count=len(own)),
        view={
            "as_of": day_words(edition.site.settings.as_of, edition.lang),
            "overall": overall,
            "coverage": coverage_words(edition, overall),
            "plans": tuple(_plan_tally(edition, plan) for plan in listed),
            "domains": _domain_tallies(edition, own),
            "above": tuple(_plan_tally(edition, plan) for plan in above),
            "places": _place_tallies(edition, part.own),
            "changes": changes(edition, [*listed, *above]),
            "pressing": () if part.steps else pressing(edition, 8),
        },
        headings=tuple(
            Heading(key, edition.word(f"progress_{key}"))
            for key in keys
            if key != "pressing" or not part.steps
        ),
        wide=True,
    )


def plan_progress(edition: Edition, plan: Plan) -> Page:
    """Return the progress page of one plan."""
    rows = tuple(progress_row(edition, one) for one in assessed_of(edition, plan, figures=True))
    silent = [one for one in assessed_of(edition, plan) if one.assessment.latest_value is None]
    title = edition.word("progress")
    overall = tally_view(edition, plan.targets)
    return page_of(
        edition, plan, "progress", "plan_progress", title,
        view={
            "heading": title,
            "as_of": day_words(edition.site.settings.as_of, edition.lang),
            "overall": overall,
            "coverage": coverage_words(edition, overall),
            "outside": len(plan.targets) - len(assessed_of(edition, plan)),
            "domains": _plan_domains(edition, plan),
            "rows": rows,
            "silent": tuple(
                (Link(edition.name(one.target.indicator.name), indicator_page(one.target.indicator.id)),
                 Link(short_wording(edition, one.target), target_page(one.target)))
                for one in silent
                if one.target.indicator
            ),
            "changes": changes(edition, [plan]),
        },
        description=edition.word("plan_progress_description", title=edition.name(plan.title)),
        kind="report",
        wide=True,
    )  # fmt: skip


def _plan_domains(edition: Edition, plan: Plan) -> tuple[tuple[Link, TallyView], ...]:
    tallies = (
        (domain, tally_view(edition, (one for one in plan.targets if one.domain == domain)))
        for domain in plan.record.domains
    )
    return tuple(
        (Link(edition.name(plan.domain_name(domain)), plan_page(plan, domain)), tally)
        for domain, tally in tallies
        if tally.total
    )


def progress_row(edition: Edition, one: Assessed) -> ProgressRow:
    """Return the row of a target with its latest figure."""
    now, indicator = one.assessment, one.target.indicator
    unit = edition.unit(one.target)
    latest = ""
    if now.latest_value is not None and unit:
        value = amount(now.latest_value, indicator, unit, edition.lang)
        latest = edition.word("value_in_year", value=value, year=now.latest_year)
    verdict = now.verdict.hold_label(edition.lang) if now.met else now.verdict.label(edition.lang)
    return ProgressRow(
        subject=Link(edition.name(indicator.name), indicator_page(indicator.id))
        if indicator
        else Link(""),
        promise=Link(short_wording(edition, one.target), target_page(one.target)),
        latest=latest,
        status=status_mark(edition, now.status),
        verdict=verdict,
    )


def changes(edition: Edition, plans: Iterable[Plan]) -> tuple[Change, ...]:
    """Return the statuses that were different a year before the as-of date."""
    as_of = edition.site.settings.as_of
    before_day = date(as_of.year - 1, as_of.month, min(as_of.day, 28))
    found = []
    for one in (one for plan in plans for one in assessed_of(edition, plan, figures=True)):
        before = one.on(before_day).status
        now = one.assessment.status
        if before is now or before is Status.NO_DATA:
            continue
        name = edition.name(one.target.indicator.name) if one.target.indicator else ""
        found.append(
            Change(
                Link(name, target_page(one.target)),
                Link(short_title(edition, one.plan), plan_page(one.plan)),
                status_mark(edition, before),
                status_mark(edition, now),
            )
        )
    return tuple(found)


def _targets(plans: Iterable[Plan]) -> Iterator[Target]:
    for plan in plans:
        yield from plan.targets


def _plan_tally(edition: Edition, plan: Plan) -> tuple[Link, TallyView]:
    section = "progress" if plan.record.role == "own" else ""
    return (
        Link(short_title(edition, plan), plan_page(plan, section)),
        tally_view(edition, plan.targets),
    )


def _domain_tallies(edition: Edition, plans: Iterable[Plan]) -> tuple[tuple[Link, TallyView], ...]:
    found: dict[tuple[str, str], list[Target]] = {}
    names: dict[tuple[str, str], str] = {}
    for plan in plans:
        for domain in plan.record.domains:
            key = (plan.series.id, domain)
            names[key] = edition.name(plan.domain_name(domain))
            found.setdefault(key, []).extend(one for one in plan.targets if one.domain == domain)
    tallies = ((key, tally_view(edition, targets)) for key, targets in found.items())
    return tuple(
        (Link(names[key], domain_page(*key)), tally) for key, tally in tallies if tally.total
    )


def _place_tallies(edition: Edition, shown: Iterable[Plan]) -> tuple[tuple[Link, TallyView], ...]:
    """Return tallies by jurisdiction, all its own and superior plans together."""
    found, there = [], {plan.jurisdiction.slug for plan in shown}
    for place in edition.site.jurisdictions.values():
        if place.slug not in there:
            continue
        plans = [one for one in edition.site.plans_of(place.slug) if one.record.role != "peer"]
        if any(assessed_of(edition, plan) for plan in plans):
            name = edition.name(place.name)
            tally = tally_view(edition, _targets(plans))
            found.append((Link(name, place_page(place.slug)), tally))
    return tuple(found)
