"""Mid-term and final evaluations: a judgement beside the data of its day, frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plansite.addresses import body_page, plan_page
from plansite.edition import Edition
from plansite.evaluation import Evaluation
from plansite.model import Plan
from plansite.pages import Heading, Link, Page
from plansite.records.evaluation import EVALUATION_KINDS, SLOTS, EvaluationKind
from plansite.reporting import evaluation_days, standings
from plansite.views.figures import day_words
from plansite.views.plan_facts import crumbs, page_of
from plansite.views.report_changes import changes_view
from plansite.views.report_parts import report_headings, report_view

ORDER = (
    "judgement", "counts", "progress", "changes", "observed", "problems", "unobserved", "gaps",
    "bodies", "advice",
)  # fmt: skip
"""The parts of the page, in the order of its template."""


@dataclass(frozen=True)
class EvaluationEntry:
    """An evaluation that has been submitted, or is due."""

    kind: EvaluationKind
    link: Link
    due: str
    submitted: Evaluation | None
    day: date | None
    """The day its data are frozen at; None while it is not due."""

    @property
    def state(self) -> str:
        """Return `submitted`, `missing` (due, and nobody has submitted one) or `coming`."""
        return "submitted" if self.submitted else "missing" if self.day else "coming"


def evaluation_entries(edition: Edition, plan: Plan) -> tuple[EvaluationEntry, ...]:
    """Return the mid-term and the final evaluation of a plan, submitted or due."""
    as_of, due_days = edition.site.settings.as_of, evaluation_days(plan)
    found = []
    for kind in EVALUATION_KINDS:
        due = due_days[kind]
        submitted = next((one for one in plan.evaluations if one.kind == kind), None)
        day = submitted.record.as_of if submitted else due if due <= as_of else None
        name = submitted.name if submitted else f"{due.year}-{kind}"
        word = edition.word(f"evaluation_{kind}")
        address = plan_page(plan, f"evaluations/{name}") if day else ""
        found.append(
            EvaluationEntry(kind, Link(word, address), day_words(due, edition.lang), submitted, day)
        )
    return tuple(found)


def evaluation_page(edition: Edition, plan: Plan, entry: EvaluationEntry) -> Page:
    """Return the page of an evaluation, computed for its own day."""
    assert entry.day is not None  # only what is due or submitted has a page
    since = _since(edition, plan, entry)
    found = standings(edition.assessed, plan, (since, entry.day))
    standing, before = found[entry.day], found[since]
    changed = changes_view(edition, before, standing) if since < entry.day else None
    one = entry.submitted
    name = one.name if one else f"{entry.day.year}-{entry.kind}"
    title = edition.word(f"evaluation_{entry.kind}_title", year=entry.day.year)
    view: dict[str, Any] = {
        "heading": title,
        "due": entry.due,
        "submitted": one is not None,
        **_judgement(edition, one),
        **report_view(edition, standing, changed, _commit(one)),
    }
    return page_of(
        edition, plan, f"evaluations/{name}", "evaluation", title,
        view=view,
        description=edition.word("evaluation_description", name=title, title=edition.name(plan.title)),
        kind="report",
        crumbs=crumbs(edition, plan, Link(edition.word("reports"), plan_page(plan, "reports")), Link(title)),
        headings=_headings(edition, view),
        edit_path=one.texts[edition.lang].record.origin.path if one else plan.record.origin.path,
    )  # fmt: skip


def _headings(edition: Edition, view: Mapping[str, Any]) -> tuple[Heading, ...]:
    """Return the table of contents: the slots stand among the sections of the report."""
    sections = {one.id: one for one in report_headings(edition, view)}
    sections["counts"] = Heading("counts", edition.word("evaluation_counts"))
    for slot in view["slots"]:
        sections[slot] = Heading(slot, view["slot_names"][slot])
    return tuple(sections[key] for key in ORDER if key in sections)


def _since(edition: Edition, plan: Plan, entry: EvaluationEntry) -> date:
    """Return the day to compare with: the mid-term evaluation's, else the eve of the plan."""
    eve = date(plan.record.period[0] - 1, 12, 31)
    if entry.kind == "midterm":
        return eve
    midterm = next(one for one in evaluation_entries(edition, plan) if one.kind == "midterm")
    return midterm.day or eve


def _judgement(edition: Edition, one: Evaluation | None) -> dict[str, Any]:
    """Return what staff wrote; empty where nobody submitted anything."""
    if one is None:
        return {"body": None, "report_name": "", "slots": {}, "slot_names": {}}
    text = one.texts[edition.lang]
    body = edition.site.bodies[text.record.body]
    named = any(
        body.id in clause.record.bodies
        for plan in edition.site.plans.values()
        for clause in plan.clauses
    )
    return {
        "body": Link(edition.name(body.name), body_page(body.id) if named else ""),
        "report_name": text.record.title or "",
        "slots": {slot: prose.markdown for slot, prose in text.slots.items()},
        "slot_names": {slot: edition.name(words) for slot, words in SLOTS.items()},
    }


def _commit(one: Evaluation | None) -> str:
    return (one.record.data_commit or "") if one else ""
