"""Rules about figures in the texts of clauses: the two languages and the record give the same ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plansite.checks.languages import texts
from plansite.model import Clause, Site
from plansite.problems import ECHO, Problem
from plansite.records.base import FIRST_YEAR, LAST_YEAR, Bilingual, Lang
from plansite.values import value_of

_FIGURES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>万|亿)?(?P<share>%|个百分点)?"),
    "en": re.compile(
        r"(?P<number>[0-9](?:[0-9]|,(?=[0-9]{3}))*(?:\.[0-9]+)?)"
        r"(?: (?P<scale>thousand|million|billion))?(?P<share>%| per ?cent)?"
    ),
}
_DIGIT = re.compile("[0-9]")
_SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_DATES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[0-9]+\u6708(?:[0-9]+\u65e5)?|\u7b2c[0-9]+"),
    "en": re.compile(
        r"\b[0-9]{1,2} (?=January|February|March|April|May|June|July|August|September|October"
        r"|November|December)"
    ),
}
_TIMES = 5
_WORDS_TO = 12
"""Whole numbers up to this are written in words as well: `3岁以下`, `under three`."""


def check_languages(site: Site) -> Iterator[Problem]:
    """A text of a clause has no figure in one language while the other has another in its place."""
    for plan in site.plans.values():
        for clause in plan.clauses:
            for origin, text in texts(clause.record, clause.record.origin):
                if not (isinstance(text, Bilingual) and _DIGIT.search(text.zh)):
                    continue
                zh, en = _lacking(text, "zh", "en"), _lacking(text, "en", "zh")
                if zh and en:
                    yield Problem(
                        origin,
                        f"中文的数字 {_shown(zh)} 英文没有，英文的 {_shown(en)} 中文没有；请核对原文，两种语言用数字写同一个数",
                        f"the Chinese has {_shown(zh)}, which the English has not, and the English {_shown(en)}; check the document and write the same figures in digits in both",
                    )


def check_summaries(site: Site) -> Iterator[Problem]:
    """A summary that gives figures gives the value that is recorded, unless that is printed in words."""
    for plan in site.plans.values():
        for clause in plan.clauses:
            yield from _summary(clause)


def _summary(clause: Clause) -> Iterator[Problem]:
    if (summary := clause.record.summary) is None:
        return
    zh, en = figures(summary, "zh"), figures(summary, "en")
    given = zh | en
    other = {one for one in given if not FIRST_YEAR <= one <= LAST_YEAR}
    odd = {here: {one for one in mine - theirs if one in other} for here, mine, theirs in
           (("zh", zh, en), ("en", en, zh))}  # fmt: skip
    for target in clause.targets:
        for promise in target.promises:
            if promise.value_printed or not other:
                continue
            for value in value_of(promise):
                lacking = "zh" if value not in zh else "en" if value not in en else ""
                near = {one for one in odd.get(lacking, ()) if _alike(one, value)}
                if value in given and near:  # one in words stands beside no other figure like it
                    strange = _shown(near)
                    yield Problem(
                        clause.record.origin.at("summary"),
                        f"summary 的{'中文' if lacking == 'zh' else '英文'}有 {strange}，没有记录的 {promise.given[0]} {value}，另一种语言有；请核对原文，改成一致",
                        f"the {'Chinese' if lacking == 'zh' else 'English'} of summary has {strange} and not {promise.given[0]} {value}, which is recorded and stands in the other language; check the document and make them agree",
                        cause=ECHO,
                    )
                if value not in given:
                    yield Problem(
                        promise.origin.at(promise.given[0]),
                        f"{promise.given[0]} {value} 不在本条 summary 中（其中的数字：{_shown(other)}）；请核对原文，改正其一；原文用文字表示的数请写 value_printed",
                        f"{promise.given[0]} {value} does not stand in the clause's summary (figures there: {_shown(other)}); check the document and correct one of them; add value_printed where the document has words",
                        cause=ECHO,
                    )


def _alike(one: Decimal, other: Decimal) -> bool:
    """Return whether two figures are of one size, so that one may be written for the other."""
    return bool(one and other) and max(one / other, other / one) < _TIMES


def figures(text: Bilingual, lang: Lang) -> set[Decimal]:
    """Return the figures of a text in digits, 1.5 million and 150万 as numbers."""
    return {value for value, _ in _figures(text[lang], lang)}


def _lacking(text: Bilingual, here: Lang, there: Lang) -> set[Decimal]:
    """Return the figures of one language that the other has not and could not have in words."""
    other = figures(text, there)
    plain = _DATES[here].sub("", text[here])
    return {
        value
        for value, is_share in _figures(plain, here)
        if value not in other and (is_share or value > _WORDS_TO or value != int(value))
    }


def _figures(text: str, lang: Lang) -> Iterator[tuple[Decimal, bool]]:
    """Yield each figure, and whether it is a percentage."""
    for match in _FIGURES[lang].finditer(text):
        scale = _SCALES.get(match["scale"] or "", 1)
        yield Decimal(match["number"].replace(",", "")) * scale, bool(match["share"])


def _shown(numbers: set[Decimal]) -> str:
    return ", ".join(f"{one:f}" for one in sorted(numbers)[:6])


CHECKS = (check_languages, check_summaries)
