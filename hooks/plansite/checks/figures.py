"""Rules about figures in the texts of clauses: the two languages and the record give the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plansite.checks.digits import figures, is_year, lacking, listed, other_words, shares
from plansite.checks.languages import records, texts
from plansite.model import Clause, Plan, Site, Target
from plansite.problems import ECHO, Problem
from plansite.records.base import Bilingual
from plansite.values import value_of

_DIGIT = re.compile("[0-9]|[一二三四五六七八九]成")
_TIMES = 5


def check_languages(site: Site) -> Iterator[Problem]:
    """A text has no figure in one language while the other has another in its place."""
    for record in records(site):
        for origin, text in texts(record, record.origin):
            if not (isinstance(text, Bilingual) and _DIGIT.search(text.zh)):
                continue
            odd = lacking(text.zh, text.en)
            if odd["zh"] and odd["en"]:
                yield Problem(
                    origin,
                    f"中文的数字 {listed(odd['zh'])} 英文没有，英文的 {listed(odd['en'])} 中文没有；请核对原文，两种语言用数字写同一个数",
                    f"the Chinese has {listed(odd['zh'])}, which the English has not, and the English {listed(odd['en'])}; check the document and write the same figures in digits in both",
                )


def check_words(site: Site) -> Iterator[Problem]:
    """A small figure of the Chinese may stand in words in English: in those of the same number."""
    for record in records(site):
        for origin, text in texts(record, record.origin):
            if not (isinstance(text, Bilingual) and _DIGIT.search(text.zh)):
                continue
            given, said = other_words(text.zh, text.en)
            if given and said:
                yield Problem(
                    origin,
                    f"中文的 {listed(given)} 英文没有，英文却用文字写了 {listed(said)}；请核对原文，改成同一个数",
                    f"the Chinese has {listed(given)}, which the English has not; that has {listed(said)} in words instead; check the document and write one number",
                    "warning",
                    cause=ECHO,
                )


def check_summaries(site: Site) -> Iterator[Problem]:
    """A summary that gives figures gives the value that is recorded, unless that is printed in words."""
    for plan in site.plans.values():
        for clause in plan.clauses:
            yield from _summary(clause)


def _summary(clause: Clause) -> Iterator[Problem]:
    if (summary := clause.record.summary) is None:
        return
    zh, en = figures(summary.zh, "zh"), figures(summary.en, "en")
    given = zh | en
    other = {one for one in given if not is_year(one)}
    odd = {here: {one for one in mine - theirs if one in other} for here, mine, theirs in
           (("zh", zh, en), ("en", en, zh))}  # fmt: skip
    for target in clause.targets:
        for promise in target.promises:
            if promise.value_printed or not other:
                continue
            for value in value_of(promise):
                without = "zh" if value not in zh else "en" if value not in en else ""
                near = {one for one in odd.get(without, ()) if _alike(one, value)}
                if value in given and near:  # one in words stands beside no other figure like it
                    strange = listed(near)
                    yield Problem(
                        clause.record.origin.at("summary"),
                        f"summary 的{'中文' if without == 'zh' else '英文'}有 {strange}，没有记录的 {promise.given[0]} {value}，另一种语言有；请核对原文，改成一致",
                        f"the {'Chinese' if without == 'zh' else 'English'} of summary has {strange} and not {promise.given[0]} {value}, which is recorded and stands in the other language; check the document and make them agree",
                        cause=ECHO,
                    )
                if value not in given:
                    yield Problem(
                        promise.origin.at(promise.given[0]),
                        f"{promise.given[0]} {value} 不在本条 summary 中（其中的数字：{listed(other)}）；请核对原文，改正其一；原文用文字表示的数请写 value_printed",
                        f"{promise.given[0]} {value} does not stand in the clause's summary (figures there: {listed(other)}); check the document and correct one of them; add value_printed where the document has words",
                        cause=ECHO,
                    )


def _alike(one: Decimal, other: Decimal) -> bool:
    """Return whether two figures are of one size, so that one may be written for the other."""
    return bool(one and other) and max(one / other, other / one) < _TIMES


def check_recorded(site: Site) -> Iterator[Problem]:
    """A percentage that a summary gives is recorded: in the clause or, if it has no items, in the plan.

    Where the plan has its official text, a figure of the clause's own passage will do.
    """
    for plan in site.plans.values():
        everywhere: set[Decimal] | None = None
        for clause in plan.clauses:
            summary = clause.record.summary
            given = shares(summary.zh, "zh") & figures(summary.en, "en") if summary else set()
            if not given:
                continue  # what one language alone has is told above
            if not clause.targets and everywhere is None:
                everywhere = {one for target in plan.targets for one in recorded(target)}
            own = {one for target in clause.targets for one in recorded(target)}
            strange = given - (own or everywhere or set()) - _printed(plan, clause)
            if strange:
                yield Problem(
                    clause.record.origin.at("summary"),
                    f"summary 的 {listed(strange)}% 不在本条记录的数值中；请核对原文，改正数字，或在 items 中记录这个承诺",
                    f"{listed(strange)} % of the summary is no value that the clause records; check the document, correct the figure, or record the promise in `items`",
                    "warning",
                    cause=ECHO,
                )


def recorded(target: Target) -> set[Decimal]:
    """Return every figure that the record of a target holds: values, baseline, those of its texts."""
    record = target.record
    former = [one for earlier in record.earlier for one in (earlier, *earlier.then)]
    found = {record.baseline.value} if record.baseline else set()
    for promise in (*target.promises, *former, *([record.stretch] if record.stretch else [])):
        found |= {*value_of(promise), *filter(None, (promise.amount, promise.tolerance))}
    for _, text in texts(record, record.origin):
        found |= figures(text.zh, "zh")
    return found


def _printed(plan: Plan, clause: Clause) -> set[Decimal]:
    """Return the figures of a clause's passage in the official text; nothing without that."""
    if plan.official is None or not (anchor := plan.official.passage(clause.passage)):
        return set()
    lines = plan.official.markdown.split("\n")
    first = plan.official.lines[anchor]
    ends = [line for line in plan.official.lines.values() if line > first]
    return figures("\n".join(lines[first - 1 : min(ends, default=len(lines) + 1) - 1]), "zh")


CHECKS = (check_languages, check_words, check_summaries)
FINAL = (check_recorded,)
