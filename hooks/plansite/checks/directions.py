"""Rules about the words around a value in a summary: they ask the way, and name the year, recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from plansite.model import Clause, Site
from plansite.problems import ECHO, Problem
from plansite.records.base import LANGS, Lang
from plansite.values import good_direction, value_of

_YEAR = re.compile("((?:19|20)[0-9]{2})年")
_ASKS = {"at_least": 1, "above": 1, "at_most": -1, "below": -1}
_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?![0-9.,]|\s*(?:[万亿年]|million|thousand))"
_WORDS: Mapping[Lang, tuple[tuple[re.Pattern[str], int], ...]] = {
    "zh": (
        (re.compile(rf"(?:不低于|不少于|至少)(?:每10万)?{_NUMBER}"), 1),
        (re.compile(rf"(?:不高于|不超过|不多于|至多)(?:每10万)?{_NUMBER}"), -1),
        (re.compile(rf"{_NUMBER}(?:[%‰]|)以上"), 1),
        (re.compile(rf"{_NUMBER}(?:[%‰]|)(?:以下|以内)"), -1),
    ),
    "en": (
        (re.compile(rf"\b(?:at least|no less than|no fewer than) {_NUMBER}", re.I), 1),
        (re.compile(rf"\b(?:at most|no more than|not exceeding) {_NUMBER}", re.I), -1),
        (re.compile(rf"{_NUMBER}%?(?: per [0-9,]+)? or (?:more|above)\b", re.I), 1),
        (re.compile(rf"{_NUMBER}%?(?: per [0-9,]+)? or (?:fewer|less|below)\b", re.I), -1),
    ),
}
"""Words that belong to a value, in either language, and the way they mean it."""


def check_summaries(site: Site) -> Iterator[Problem]:
    """A summary says at least where at least is recorded, and at most where at most is."""
    for plan in site.plans.values():
        for clause in plan.clauses:
            yield from _clause(clause)


def _clause(clause: Clause) -> Iterator[Problem]:
    summary = clause.record.summary
    if summary is None:
        return
    asked: dict[Decimal, set[int]] = {}
    for target in clause.targets:
        stretch = [target.record.stretch] if target.record.stretch else []
        good = good_direction(target.indicator)
        for promise in (*target.promises, *stretch):
            sign = _ASKS.get(promise.given[0], 0)
            against = sign * good < 0 and not target.record.note  # which is told there
            for value in value_of(promise):
                asked.setdefault(value, set()).add(0 if against else sign)
    for lang in LANGS:
        for words, sign in _WORDS[lang]:
            for match in words.finditer(summary[lang]):
                if asked.get(Decimal(match["number"])) == {-sign}:
                    recorded = "at_most" if sign > 0 else "at_least"
                    language = ("中文", "Chinese") if lang == "zh" else ("英文", "English")
                    yield Problem(
                        clause.record.origin.at("summary"),
                        f"summary 的{language[0]}写 {match[0]!r}，而记录的是相反的方向（{recorded}）；请核对原文，改正其一",
                        f"the {language[1]} of summary says {match[0]!r}, yet the other way is recorded ({recorded}); check the document and correct one of them",
                        cause=ECHO,
                    )


def check_years(site: Site) -> Iterator[Problem]:
    """A summary that names years of the plan names that of each of its milestones."""
    for plan in site.plans.values():
        first, last = plan.record.period
        for clause in plan.clauses:
            summary = clause.record.summary
            said = {int(year) for year in _YEAR.findall(summary.zh)} if summary else set()
            named = {year for year in said if first < year <= last}
            for target in clause.targets:
                for promise in target.promises:
                    year = promise.by
                    if year and year not in said and named and len(target.promises) > 1:
                        yield Problem(
                            promise.origin.at("by"),
                            f"by {year} 不在本条 summary 的年份中（{', '.join(map(str, sorted(named)))}）；请核对原文，改正其一",
                            f"by {year} is none of the years in the clause's summary ({', '.join(map(str, sorted(named)))}); check the document and correct one of them",
                            cause=ECHO,
                        )


CHECKS = (check_summaries, check_years)
