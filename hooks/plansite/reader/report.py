"""The report: what was found, as JSON, in the vocabulary of site/data/targets.csv."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from .document import Reading
from .outline import Entry
from .plan import Item, NumericTarget, Plan
from .quantity import NO_COUNT
from .relative import CODES, base_of, relatives_in

UNPLACED = {
    "furniture": "page number or running head",
    "contents": "table of contents",
    "annex": "stands in an annex",
    "rest": "belongs to no section the reader knows",
}


def report_of(reading: Reading) -> dict[str, Any]:
    """The report of the first plan; further plans of the file stand in `other_plans`."""
    first, *others = [plan_report(plan) for plan in reading.plans]
    first["source"] = reading.source.name
    first["unplaced"] += [
        {"line": line.number, "text": line.text, "why": "outside the main content"}
        for line in reading.outside
    ]
    first["other_plans"] = others
    return first


def plan_report(plan: Plan) -> dict[str, Any]:
    """The report of one plan."""
    facts = plan.facts
    return {
        "title": facts.title,
        "title_inferred": facts.title_inferred,
        "period": list(facts.period) if facts.period else None,
        "period_basis": facts.period_basis,
        "jurisdiction": facts.jurisdiction,
        "tier": facts.tier,
        "draft": facts.draft,
        "issuer": facts.issuer,
        "issued_on": facts.issued_on,
        "document_number": facts.document_number,
        "superior_plans": list(facts.superior_plans),
        "other_plans_named": list(facts.other_plans),
        "laws": list(facts.laws),
        "domains": [
            {
                "id": domain.id,
                "heading": domain.heading,
                "line": domain.line,
                "targets": [{"location": i.location, "text": i.text} for i in domain.targets],
                "measures": [_heading(i) for i in domain.measures],
            }
            for domain in plan.domains
        ],
        "projects": [_heading(i) for i in plan.projects],
        "organisation": [_heading(i) for i in plan.organisation],
        "monitoring": [_heading(i) for i in plan.monitoring],
        "numeric_targets": [numeric_report(t) for t in plan.numeric_targets],
        "relative_targets": [r for i in plan.items for r in relative_reports(i)],
        "overall_targets": [numeric_report(t) for t in plan.overall],
        "glossary": [
            {"line": e.paragraph.line, "text": e.paragraph.passage(0, len(e.paragraph.text))}
            for e in plan.entries if e.section == "glossary" and not e.head
        ],
        "unplaced": unplaced(plan),
    }  # fmt: skip


def numeric_report(one: NumericTarget) -> dict[str, Any]:
    """One numeric target."""
    target = one.target
    record: dict[str, Any] = {
        "domain": one.domain,
        "location": one.location,
        "line": one.line,
        "quote": one.quote,
        "indicator": one.indicator,
        "indicator_zh": target.subject,
        "known": one.known,
        "comparator": target.comparator,
        "value": number(target.value),
        "unit": target.unit,
        "year": one.year,
        "year_basis": one.year_basis,
        "printed": target.words.replace("…", target.printed, 1),
    }
    if target.unit == "count" and target.counted in NO_COUNT:
        record["unit_printed"] = target.counted
    if target.high is not None:
        record["value"] = [number(target.value), number(target.high)]
    if target.comparator in {"increase", "decrease"}:
        record["relative_to"] = base_of(one.quote)[0]
    if target.stretch:
        record["stretch"] = True
    if target.baseline:
        record["baseline"] = {"value": number(target.baseline[0]), "year": target.baseline[1]}
    return record


def relative_reports(item: Item) -> Iterator[dict[str, Any]]:
    """Promises that print no figure but name what they are measured against."""
    for entry in item.entries:
        body = "" if entry.paragraph.cells else entry.body
        for one, start, end in relatives_in(body):
            yield {
                "domain": item.domain,
                "location": item.location,
                "line": entry.paragraph.line_at(entry.start + start),
                "quote": entry.paragraph.passage(entry.start + start, entry.start + end),
                "indicator_zh": one.subject,
                "comparator": CODES[one.key],
                "relative_to": one.base,
            }


def unplaced(plan: Plan) -> list[dict[str, Any]]:
    """What the official text holds but no section of the plan does."""
    ahead = _ahead(plan)
    found: list[dict[str, Any]] = []
    for at, entry in enumerate(plan.entries):
        paragraph = entry.paragraph
        for start, end in paragraph.hidden:
            found.append({"line": _line(entry, start), "text": paragraph.raw[start:end].strip(),
                          "why": UNPLACED["furniture"]})  # fmt: skip
        if entry.section in UNPLACED and not (
            entry.section == "rest" and (at < ahead or entry.domain)
        ):
            found.append({"line": paragraph.line, "text": paragraph.raw.strip(),
                          "why": UNPLACED[entry.section]})  # fmt: skip
    return found


def _ahead(plan: Plan) -> int:
    """How many paragraphs stand before the first heading: title, notice and preamble."""
    for at, entry in enumerate(plan.entries):
        if entry.level or entry.location:
            return at
    return 0


def _line(entry: Entry, place: int) -> int:
    return max(
        (s for s in entry.paragraph.starts if s[0] <= place), default=entry.paragraph.starts[0]
    )[1]


def _heading(item: Item) -> dict[str, Any]:
    place = {"location": item.location} if item.printed_number != item.number else {}
    return {"number": item.printed_number, "heading": item.heading, "line": item.line} | place


def number(value: Decimal) -> int | float:
    """A number as JSON writes it: 95, 14.5."""
    return int(value) if value == value.to_integral_value() else float(value)
