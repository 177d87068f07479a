"""The draft plan folder: sources in the formats of plans/README.md, as far as a machine can know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from .catalogue import Indicator, match
from .compare import LOWER
from .decisions import decisions_text
from .lock import fingerprints, lock_text
from .official import official_text
from .plan import Item, NumericTarget, Plan
from .report import number
from .subject import clean, is_rate
from .yaml_text import yaml_text

KEYS = {
    "ge": "at_least",
    "le": "at_most",
    "gt": "above",
    "lt": "below",
    "about": "about",
    "eq": "equal",
}
AIMS = (
    ("decrease", r"下降|减少|缩小|减缓|遏制|降低|消除"),
    ("increase", r"提高|提升|增强|延长|扩大|增加|拓展|上升|增长"),
    ("keep", r"保持|稳定|均衡"),
    ("establish", r"建立|健全|完善|建成|构建"),
    ("ensure", r"保障|普及|落实|覆盖|得到|实现|发挥|推进|促进|引导"),
)


def draft_files(plan: Plan, catalogue: tuple[Indicator, ...]) -> dict[str, str]:
    """The files of a draft, by their path in the plan folder."""
    names = _Names()
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
    files["official.lock.yml"] = lock_text(fingerprints(files["official.zh.md"]))
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


class _Names:
    """Ids for indicators the catalogue does not know, the same for the same printed name."""

    def __init__(self) -> None:
        self.new: dict[str, tuple[str, NumericTarget]] = {}

    def of(self, one: NumericTarget) -> str:
        if one.known:
            return one.indicator
        if one.indicator not in self.new:
            self.new[one.indicator] = (f"new-indicator-{len(self.new) + 1}", one)
        return self.new[one.indicator][0]

    def records(self) -> list[dict[str, Any]]:
        """Entries for the catalogue, to be named and defined by a person."""
        return [
            {
                "id": name,
                "name": {"zh": printed, "en": ""},
                "definition": {"zh": "", "en": ""},
                "unit": one.target.unit or "count",
                "better": "lower" if LOWER.search(printed) else "higher",
            }
            for printed, (name, one) in self.new.items()
        ]


def _targets(
    items: tuple[Item, ...], catalogue: tuple[Indicator, ...], names: _Names
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
        found = _promises(item, names)
        found += _aims(item, catalogue, len(records[main]["items"]))
        records[main]["items"] += [{"sub": sub, **f} if sub else f for f in found]
    return [
        r if r["items"] else {k: v for k, v in r.items() if k != "items"} for r in records.values()
    ]


def _clause(item: Item, names: _Names, label: str = "") -> dict[str, Any]:
    record: dict[str, Any] = {
        "number": label or item.number,
        "title": {"zh": item.heading[:60], "en": ""},
        "summary": {"zh": "", "en": ""},
    }
    if item.targets and not label:
        record["items"] = _promises(item, names)
    return record


def _promises(item: Item, names: _Names) -> list[dict[str, Any]]:
    """The promises of a place: later milestones and what is striven for stand under the first."""
    found: dict[str, dict[str, Any]] = {}
    others: list[dict[str, Any]] = []
    for one in item.targets:
        record = _promise(one, names)
        first = found.setdefault(record["indicator"], record)
        if first is record:
            continue
        value = {
            k: v for k, v in record.items() if k in {*KEYS.values(), "between", "by", "printed"}
        }
        if one.target.stretch:
            first["stretch"] = value
        elif "by" in record and "then" not in first and "aim" not in record:
            first["then"] = value
        else:
            others.append(record)
    return [*found.values(), *others]


def _promise(one: NumericTarget, names: _Names) -> dict[str, Any]:
    target = one.target
    record: dict[str, Any] = {"indicator": names.of(one)}
    value = number(target.value)
    if target.comparator == "range" and target.high is not None:
        record["between"] = [value, number(target.high)]
    elif target.comparator in {"increase", "decrease"}:
        record |= {"aim": target.comparator, "amount": value, "amount_unit": target.unit}
    else:
        record[KEYS.get(target.comparator, "at_least")] = value
    record["printed"] = target.words
    if one.year_basis == "stated":
        record["by"] = one.year
    record["name_printed"] = target.subject
    if (
        not re.match(r"[\d.,]+", target.printed)
        or target.unit == "ratio"
        or "/" in target.printed[:3]
    ):
        record["value_printed"] = target.printed
    if target.baseline:
        record["baseline"] = {"value": _bare(target.baseline[0]), "year": target.baseline[1]}
    return record


def _bare(value: Decimal) -> int | float:
    return number(value)


def _aims(item: Item, catalogue: tuple[Indicator, ...], count: int) -> Iterable[dict[str, Any]]:
    """What an item promises without a figure, clause by clause."""
    found: list[dict[str, Any]] = []
    covered = [t.quote for t in item.targets]
    for part in re.split(r"[，。；]", item.text):
        text = re.sub(r"\s+", "", part)
        if len(text) < 5 or any(text in q.replace(" ", "") or q[:8] in text for q in covered):
            continue
        aim = next((name for name, rule in AIMS if re.search(rule, text)), "")
        if not aim:
            continue
        name = clean(
            re.split(
                r"逐步|稳步|持续|不断|明显|显著|进一步|得到|" + "|".join(r for _, r in AIMS), text
            )[0]
        )
        indicator = match(name, "", catalogue) if is_rate(name) else None
        if indicator:
            found.append({"indicator": indicator.id, "aim": aim, "name_printed": name})
        else:
            theme = f"theme-{count + len(found) + 1}"
            found.append({"theme": theme, "text": {"zh": text[:60], "en": ""}, "aim": aim})
    return found


def _glossary(plan: Plan) -> list[dict[str, Any]]:
    found = []
    for entry in plan.entries:
        if entry.section == "glossary" and not entry.head:
            term, _, meaning = entry.paragraph.text.partition("：")
            if meaning:
                term = re.sub(r"^[^\u4e00-\u9fffA-Za-z“]+", "", term)
                found.append({"term": {"zh": term, "en": ""}, "definition": {"zh": "", "en": ""}})
    return found
