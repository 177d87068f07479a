"""Rules about evaluations: both languages say the same, of a known body, at a day that has been."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansite.checks.prose import text_problems
from plansite.evaluation import Evaluation
from plansite.model import Plan, Site
from plansite.problems import Origin, Problem
from plansite.records.base import LANGS
from plansite.records.errors import unknown
from plansite.records.evaluation import SLOTS

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def check_pairs(site: Site) -> Iterator[Problem]:
    """An evaluation has a file in each language, with the same facts and the same parts."""
    for _, one in _evaluations(site):
        first, *others = one.texts.values()
        for lang in LANGS:
            if lang not in one.texts:
                yield Problem(
                    first.record.origin,
                    f"缺少 {one.name}.{lang}.md；两种语言都要有",
                    f"{one.name}.{lang}.md is missing; both languages are needed",
                )
        for other in others:
            for name in ("as_of", "body", "data_commit"):
                here, there = getattr(other.record, name), getattr(first.record, name)
                if here != there:
                    yield Problem(
                        other.record.origin,
                        f"{name} 两种语言不一致：{here} 与 {there}；请改成相同",
                        f"{name} differs between the languages: {here} and {there}; make them the same",
                    )
            for slot in SLOTS:
                if (slot in first.slots) != (slot in other.slots):
                    words = SLOTS[slot]
                    yield Problem(
                        other.record.origin,
                        f"“{words.zh}”只有一种语言；请在两个文件中都写上",
                        f"the part “{words.en}” stands in one language only; write it in both files",
                    )


def check_facts(site: Site) -> Iterator[Problem]:
    """The body is known; the day lies in the year of the name, within the plan, and has been."""
    for plan, one in _evaluations(site):
        record, last = one.record, site.settings.as_of
        if record.body not in site.bodies and not {record.body, "bodies.yml"} & site.faulty:
            at = record.origin.at("body")
            yield unknown(at, "body", record.body, site.bodies, "bodies.yml")
        if record.as_of.year != one.year:
            yield Problem(
                record.origin.at("as_of"),
                f"as_of {record.as_of} 不在文件名的 {one.year} 年；请改正其一",
                f"as_of {record.as_of} is not in {one.year}, the year of the file's name; correct one of them",
            )
        if not plan.record.period[0] <= record.as_of.year or record.as_of > last:
            yield Problem(
                record.origin.at("as_of"),
                f"as_of {record.as_of} 应在 {plan.record.period[0]} 年至 site.yml 的 as_of（{last}）之间；请改正",
                f"as_of {record.as_of} must lie between {plan.record.period[0]} and the as_of of site.yml ({last}); correct it",
            )
        if sum(other.kind == one.kind for other in plan.evaluations) > 1:
            yield Problem(
                record.origin,
                f"一份规划只能有一次 {one.kind} 评估；请合并",
                f"a plan has one {one.kind} evaluation only; keep one",
            )


def check_words(site: Site) -> Iterator[Problem]:
    """The prose is plain Markdown, and English prose has no Chinese character."""
    for _, one in _evaluations(site):
        for lang, text in one.texts.items():
            if not any(prose.markdown.strip() for prose in text.slots.values()):
                yield Problem(
                    text.record.origin,
                    f"没有正文；请写上 {', '.join(words.zh for words in SLOTS.values())} 中的至少一部分",
                    f"there is no text; write at least one of {', '.join(words.en for words in SLOTS.values())}",
                )
            for prose in text.slots.values():
                yield from text_problems(prose)
                for number, line in enumerate(prose.markdown.split("\n"), start=prose.origin.line):
                    origin = Origin(prose.origin.path, number)
                    if lang == "en" and (match := _HAN.search(line)):
                        yield Problem(
                            origin,
                            f"英文中有中文字符 {match.group()!r}；请译出",
                            f"the English text has the Chinese character {match.group()!r}; translate it",
                        )


def _evaluations(site: Site) -> Iterator[tuple[Plan, Evaluation]]:
    for plan in site.plans.values():
        for one in plan.evaluations:
            yield plan, one


CHECKS = (check_pairs, check_facts, check_words)
