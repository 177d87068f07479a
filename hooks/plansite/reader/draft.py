"""The draft plan folder: sources in the formats of plans/README.md, as far as a machine can know."""

from __future__ import annotations

import re
from typing import Any

from .catalogue import Indicator
from .decisions import decisions_text
from .draft_items import Names, aims_of, promises_of
from .lock import fingerprints, lock_text
from .official import official_text
from .plan import Item, Plan
from .yaml_text import yaml_text


def draft_files(plan: Plan, catalogue: tuple[Indicator, ...]) -> dict[str, str]:
    """The files of a draft, by their path in the plan folder."""
    names = Names()
    files = {"plan.yml": yaml_text(_plan_record(plan))}
    for domain in plan.domains:
        if domain.targets:
            files[f"targets/{domain.id}.yml"] = yaml_text(
                _targets(domain.targets, catalogue, names)
            )
        if domain.measures:
            files[f"measures/{domain.id}.yml"] = yaml_text(
                [_clause(i, names) for i in domain.measures]
            )
    for name, items in (
        ("projects", plan.projects), ("implementation", plan.organisation), ("monitoring", plan.monitoring),
    ):  # fmt: skip
        if items:
            files[f"{name}.yml"] = yaml_text([_clause(i, names) for i in items])
    if names.new:
        files["new-indicators.yml"] = yaml_text(names.records())
    glossary = _glossary(plan)
    if glossary:
        files["glossary.yml"] = yaml_text(glossary)
    files["official.zh.md"] = official_text(plan)
    hashes = fingerprints(files["official.zh.md"])
    if hashes:
        files["official.lock.yml"] = lock_text(hashes)
    files["DECISIONS.md"] = decisions_text(plan, names.new)
    return files


def _plan_record(plan: Plan) -> dict[str, Any]:
    facts = plan.facts
    series = (
        "women" if "妇女" in facts.title else "children" if "儿童" in facts.title else "special"
    )
    record: dict[str, Any] = {"title": {"zh": facts.title, "en": ""}, "series": series}
    if facts.period:
        record["period"] = list(facts.period)
    record |= {"status": "draft", "role": "own"}
    if facts.issuer:
        record["issuer"] = {"zh": facts.issuer, "en": ""}
    if facts.issued_on:
        year, month, day = re.findall(r"\d+", facts.issued_on)
        record["issued_on"] = f"{year}-{int(month):02}-{int(day):02}"
    if facts.document_number:
        record["document_number"] = facts.document_number
    record["source"] = ""
    record["superior"] = [{"title": {"zh": name, "en": ""}} for name in facts.superior_plans]
    record["laws"] = [{"zh": name, "en": ""} for name in facts.laws]
    record["domains"] = [domain.id for domain in plan.domains]
    record["completeness"] = {"recorded": "full"}
    return record


def _targets(
    items: tuple[Item, ...], catalogue: tuple[Indicator, ...], names: Names
) -> list[dict[str, Any]]:
    """Targets with their sub-items, each with what it promises."""
    records: dict[str, dict[str, Any]] = {}
    for item in items:
        main, _, sub = item.number.partition(".")
        if main not in records:
            records[main] = _clause(item, names, main)
            if sub:
                records[main]["title"]["zh"] = ""
            records[main]["items"] = []
        found = promises_of(item, names)
        found += aims_of(item, catalogue, len(records[main]["items"]))
        records[main]["items"] += [{"sub": sub, **f} if sub else f for f in found]
    return [
        r if r["items"] else {k: v for k, v in r.items() if k != "items"} for r in records.values()
    ]


def _clause(item: Item, names: Names, label: str = "") -> dict[str, Any]:
    record: dict[str, Any] = {
        "number": label or item.number,
        "title": {"zh": item.heading[:60], "en": ""},
        "summary": {"zh": "", "en": ""},
    }
    if item.targets and not label:
        record["items"] = promises_of(item, names)
    return record


def _glossary(plan: Plan) -> list[dict[str, Any]]:
    found = []
    for entry in plan.entries:
        if entry.section == "glossary" and not entry.head:
            term, _, meaning = entry.paragraph.text.partition("：")
            if meaning:
                term = re.sub(r"^[^\u4e00-\u9fffA-Za-z“]+", "", term)
                found.append({"term": {"zh": term, "en": ""}, "definition": {"zh": "", "en": ""}})
    return found
