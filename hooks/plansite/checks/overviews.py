"""Rules about figures in prose: both languages give the same ones, and they are recorded ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from itertools import zip_longest

from plansite.checks.clauses import lost
from plansite.checks.digits import is_year, lacking, listed, shares
from plansite.checks.figures import recorded
from plansite.evaluation import Prose
from plansite.model import Plan, Site
from plansite.problems import Origin, Problem
from plansite.records.base import LANGS, Lang

_LARGE = 100
"""A number beyond this is written in digits in both languages."""
_MEASURES = ("措施", "measures")
_COUNTED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("(?P<number>[0-9]+)[项条个](?P<kind>目标|主要目标|措施|策略措施)"),
    "en": re.compile(r"\b(?P<number>[0-9]+) (?:main )?(?P<kind>targets|goals|measures)\b"),
}


_SIZE = re.compile("(?P<number>[0-9]+)[项条个](?P<kind>主要目标|策略措施)")
"""Said of all that a plan has, where 5项目标 may be some of them."""


def check_languages(site: Site) -> Iterator[Problem]:
    """A paragraph has no figure in one language that the other does not give."""
    for plan in site.plans.values():
        for section in dict.fromkeys(section for section, _ in plan.prose):
            both = [plan.prose.get((section, lang)) for lang in LANGS]
            if both[0] and both[1]:
                yield from _paragraphs(both[0], both[1])
        for one in plan.evaluations:
            zh, en = (one.texts[lang].slots if lang in one.texts else {} for lang in LANGS)
            for slot in zh.keys() & en.keys():
                yield from _paragraphs(zh[slot], en[slot])


def _paragraphs(zh: Prose, en: Prose) -> Iterator[Problem]:
    """Yield where two texts differ: by paragraph if they have as many, else as a whole."""
    pairs = list(zip_longest(_parts(zh), _parts(en)))
    if any(None in pair for pair in pairs):
        pairs = [((zh.origin, unescape(zh.markdown)), (en.origin, unescape(en.markdown)))]
    for (at, chinese), (there, english) in pairs:
        odd = lacking(chinese, english)
        percent = {"zh": shares(chinese, "zh"), "en": shares(english, "en")}
        sure = {
            lang: {one for one in odd[lang] if one > _LARGE and not is_year(one)}
            | (odd[lang] & percent[lang])
            for lang in LANGS
        }
        if (odd["zh"] and odd["en"]) or sure["zh"] or sure["en"]:
            yield Problem(
                at,
                f"与 {there.path.rpartition('/')[2]}:{there.line} 的数字不同（只在中文：{listed(odd['zh']) or '无'}；只在英文：{listed(odd['en']) or '无'}）；请核对原文，两种语言用数字写同一个数",
                f"the figures differ from those of {there.path.rpartition('/')[2]}:{there.line} (Chinese only: {listed(odd['zh']) or 'none'}; English only: {listed(odd['en']) or 'none'}); check the document and write the same figures in digits in both",
            )


def _parts(prose: Prose) -> Iterator[tuple[Origin, str]]:
    """Yield the paragraphs of a text, each with the place of its first line."""
    lines: list[str] = []
    for number, line in enumerate([*prose.markdown.split("\n"), ""], start=prose.origin.line):
        if line.strip():
            lines.append(line)
        elif lines:
            yield Origin(prose.origin.path, number - len(lines)), unescape("\n".join(lines))
            lines = []


def check_recorded(site: Site) -> Iterator[Problem]:
    """A percentage in prose is one that is recorded, of the plan or of its place."""
    seen: dict[str, set[Decimal]] = {}
    for one in site.observations:
        if one.value is not None:
            seen.setdefault(one.jurisdiction, set()).add(one.value)
    for plan in site.plans.values():
        known: set[Decimal] | None = None
        for (_, lang), prose in plan.prose.items():
            if not shares(prose.markdown, lang):
                continue
            if known is None:
                promised = {one for target in plan.targets for one in recorded(target)}
                known = promised | seen.get(plan.jurisdiction.slug, set())
            for at, text in _parts(prose):
                if strange := shares(text, lang) - known:
                    yield Problem(
                        at,
                        f"{listed(strange)}% 不在本规划和本地区记录的数值中；请核对原文，改正数字，或把它记入 items 或 observations",
                        f"{listed(strange)} % is no value recorded of this plan or its place; check the document, correct the figure, or record it in `items` or observations",
                        "warning",
                    )


def check_counts(site: Site) -> Iterator[Problem]:
    """The number of targets and measures that prose gives is that of a plan recorded in full."""
    for plan in site.plans.values():
        if plan.record.completeness.recorded != "full" or plan.path in site.faulty:
            continue
        if lost(plan):
            continue  # told there
        for (section, lang), prose in plan.prose.items():
            for at, text in _parts(prose):
                yield from _counted(plan, section, at, text, lang)


def check_noted_counts(site: Site) -> Iterator[Problem]:
    """What the note of a plan says of its size is what `counts` gives."""
    for plan in site.plans.values():
        counts, note = plan.record.completeness.counts, plan.record.completeness.note
        if counts is None or note is None:
            continue
        for match in _SIZE.finditer(note.zh):
            measures = match["kind"].endswith(_MEASURES)
            stated = counts.measures if measures else counts.targets
            if stated is not None and int(match["number"]) != stated:
                field = "measures" if measures else "targets"
                yield Problem(
                    plan.record.origin.at("completeness"),
                    f"counts.{field} 为 {stated}，而 note 写{match[0]}；请核对原文，改正其一",
                    f"counts.{field} is {stated}, yet the note says {match[0]}; check the document and correct one of them",
                    "warning",
                )


def _counted(plan: Plan, section: str, at: Origin, text: str, lang: Lang) -> Iterator[Problem]:
    domain = None if section == "introduction" else section
    for match in _COUNTED[lang].finditer(text):
        kind = "measure" if match["kind"].endswith(_MEASURES) else "target"
        there = len(plan.clauses_of(kind, domain))  # type: ignore[arg-type]
        if int(match["number"]) != there:
            yield Problem(
                at,
                f"写的是{match[0]}，而收录了 {there} 条；请核对，改正数字或补上条款",
                f"gives {match[0]!r}, yet {there} are recorded; check it, correct the number or add the clauses",
                "warning",
            )


CHECKS = (check_languages, check_noted_counts)
FINAL = (check_recorded, check_counts)
