"""Yearly monitoring reports: one a plan and year, a list a plan, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plansite.addresses import plan_page
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Heading, Link, Page
from plansite.progress import METHOD_VERSION
from plansite.reporting import Standing, report_days
from plansite.views.evaluations import EvaluationEntry, evaluation_entries, evaluation_page
from plansite.views.figures import day_words
from plansite.views.paging import Part, part_page, split_by_place
from plansite.views.plan_facts import crumbs, page_of
from plansite.views.report_changes import ChangesView, changes_view
from plansite.views.report_parts import report_headings, report_view
from plansite.views.report_rows import red_warnings
from plansite.views.short import short_title


@dataclass(frozen=True)
class ReportEntry:
    """A report in a list: its year, its day, and its counts."""

    link: Link
    day: str
    total: int
    observed: int
    met: int
    assessable: int
    red: int
    """Red warnings about the course of an indicator."""
    overdue: int
    """Figures due and not published."""


Listed = tuple[Plan, tuple[ReportEntry, ...], tuple[EvaluationEntry, ...]]
"""A plan with its reports and evaluations."""

MOST_ENTRIES = 300
"""So many reports and evaluations stand in one list; with more, places have lists of their own."""


def report_pages(edition: Edition) -> Iterator[Page]:
    """Yield the reports and evaluations of every own plan, and the lists."""
    listed: list[Listed] = []
    for plan in edition.own_plans:
        days = report_days(plan, edition.site.settings.as_of)
        found = edition.findings.reported[plan.path]
        entries = tuple(_entry(edition, plan, year, found[day]) for year, day in days.items())
        evaluations = evaluation_entries(edition, plan)
        listed.append((plan, entries, evaluations))
        yield list_page(edition, plan, entries, evaluations)
        for year, day in days.items():
            yield report_page(edition, plan, year, found[day], found.get(_before(days, year)))
        for one in evaluations:
            if one.day:
                yield evaluation_page(edition, plan, one)
    yield from index_pages(edition, listed)


def report_page(
    edition: Edition, plan: Plan, year: int, standing: Standing, before: Standing | None
) -> Page:
    """Return the monitoring report of one year."""
    changed: ChangesView | None = changes_view(edition, before, standing) if before else None
    first, last = plan.record.period
    years = report_days(plan, edition.site.settings.as_of)
    title = edition.word("report_title", year=year)
    view: dict[str, Any] = {
        "heading": title,
        "running": standing.day == edition.site.settings.as_of,
        "ordinal": edition.word("report_ordinal", number=year - first + 1, total=last - first + 1),
        "neighbours": tuple(_link(edition, plan, other) for other in years if abs(other - year) == 1),
        **report_view(edition, standing, changed),
    }  # fmt: skip
    return page_of(
        edition, plan, f"reports/{year}", "report", title,
        view=view,
        description=edition.word("report_description", year=year, title=edition.name(plan.title)),
        kind="report",
        crumbs=crumbs(edition, plan, _list_link(edition, plan), Link(str(year))),
        headings=report_headings(edition, view),
    )  # fmt: skip


def list_page(
    edition: Edition,
    plan: Plan,
    entries: tuple[ReportEntry, ...],
    evaluations: tuple[EvaluationEntry, ...],
) -> Page:
    """Return the list of the reports and evaluations of one plan."""
    title = edition.word("reports")
    return page_of(
        edition, plan, "reports", "reports", title,
        view={
            "heading": title,
            "entries": tuple(reversed(entries)),
            "evaluations": evaluations,
            "method_version": METHOD_VERSION,
        },
        description=edition.word("reports_description", title=edition.name(plan.title)),
        kind="report",
        headings=(
            Heading("yearly", edition.word("reports_yearly")),
            Heading("evaluations", edition.word("reports_evaluations")),
        ),
    )  # fmt: skip


def index_pages(edition: Edition, listed: list[Listed]) -> Iterator[Page]:
    """Yield the list of all reports of all own plans; or lists by place."""

    def count(one: Listed) -> int:
        _, entries, evaluations = one
        return len(entries) + len(evaluations)

    whole = split_by_place(
        edition, "reports/", listed, lambda one: one[0].jurisdiction.slug, MOST_ENTRIES, count
    )
    for part in whole.walk():
        yield part_page(edition, _index_page(edition, part), part, count)


def _index_page(edition: Edition, part: Part[Listed]) -> Page:
    groups = tuple(
        (
            Link(short_title(edition, plan), plan_page(plan, "reports")),
            edition.name(plan.title),
            tuple(reversed(entries)),
            evaluations,
        )
        for plan, entries, evaluations in part.own
    )
    return Page(
        address="reports/",
        template="reports_index",
        title=edition.word("reports_all"),
        description=edition.word("reports_all_description", count=len(part.rows)),
        view={"groups": groups},
        kind="report",
    )


def _entry(edition: Edition, plan: Plan, year: int, standing: Standing) -> ReportEntry:
    return ReportEntry(
        link=_link(edition, plan, year),
        day=day_words(standing.day, edition.lang),
        total=standing.tally.total,
        observed=len(standing.observed),
        met=standing.tally.met,
        assessable=standing.tally.assessable,
        red=sum(len(red_warnings(one)) for one in standing.targets),
        overdue=sum(map(len, standing.overdue.values())),
    )


def _link(edition: Edition, plan: Plan, year: int) -> Link:
    return Link(edition.word("report_title", year=year), plan_page(plan, f"reports/{year}"))


def _list_link(edition: Edition, plan: Plan) -> Link:
    return Link(edition.word("reports"), plan_page(plan, "reports"))


def _before(days: Mapping[int, date], year: int) -> date:
    """Return the day of the report before; a day without any report for the first."""
    return days.get(year - 1, date.min)
