"""Rules about what a rate counts against: the texts of a clause and the unit of the indicator agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from plansite.model import Clause, Site
from plansite.problems import ECHO, Origin, Problem
from plansite.records.plan import Promise
from plansite.values import value_of

_SIGNS: Mapping[str, frozenset[str]] = {
    "percent": frozenset({"%", "百", "100"}),
    "per_1000": frozenset({"‰", "千", "1,000"}),
    "per_10k": frozenset({"万", "10,000"}),
    "per_100k": frozenset({"10万", "十万", "100,000"}),
}
"""What stands after or before the number in each unit; other units are not judged."""
_AFTER = r"(?P<sign>%|‰)|/(?P<per>10万|十万|万|千)"
_BEFORE = r"每(?P<sign>10万|十万|万|千|百)[^，。；0-9]{0,16}"
_ENGLISH = r"(?P<sign>%)|[^.,;0-9]{0,30}? per (?P<per>100,000|10,000|1,000|100)\b"


def check_units(site: Site) -> Iterator[Problem]:
    """A value is said per hundred, thousand or 100,000 as its indicator counts it."""
    for plan in site.plans.values():
        for clause in plan.clauses:
            yield from _clause(clause)


def _clause(clause: Clause) -> Iterator[Problem]:
    summary = clause.record.summary
    texts = (summary.zh, summary.en) if summary else ()
    for target in clause.targets:
        unit = target.indicator.unit if target.indicator else ""
        if not (allowed := _SIGNS.get(unit)):
            continue
        for promise in target.promises:
            printed = set(_printed(promise))
            if printed and not printed & allowed:
                at = promise.origin.at("printed")
                yield _other(at, "printed", printed, target.subject, unit)
            said = [set(_said(text, value)) for value in value_of(promise) for text in texts]
            if odd := [signs for signs in said if signs and not signs & allowed]:
                at = clause.record.origin.at("summary")
                yield _other(at, "summary", odd[0], target.subject, unit)


def _other(origin: Origin, field: str, signs: set[str], subject: str, unit: str) -> Problem:
    said = ", ".join(sorted(signs))
    return Problem(
        origin,
        f"{field} 写“{said}”，而 {subject} 的单位是 {unit}；请核对原文，改正文字、指标或数值",
        f"{field} says {said}, yet the unit of {subject} is {unit}; check the document, correct the words, the indicator or the value",
        cause=ECHO,
    )


def _printed(promise: Promise) -> Iterator[str]:
    """Yield the sign after the place of the value in the printed words."""
    for match in re.finditer(f"…(?:{_AFTER})", promise.printed or ""):
        yield match["sign"] or match["per"]


def _said(text: str, value: Decimal) -> Iterator[str]:
    """Yield what a text of either language says a value counts against."""
    number = rf"(?<![0-9.,]){re.escape(f'{value:f}')}"
    for pattern in (f"{number}(?:{_AFTER})", f"{number}(?:{_ENGLISH})"):
        for match in re.finditer(pattern, text):
            yield match["sign"] or match["per"]
    for match in re.finditer(rf"{_BEFORE}{number}(?![0-9.%‰])", text):
        yield match["sign"]


CHECKS = (check_units,)
