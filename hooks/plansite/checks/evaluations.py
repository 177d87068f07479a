"""Rules about evaluations: both languages say the same, of a known body, at a day that has been."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.checks.languages import wrong_language
from plansite.checks.prose import text_problems
from plansite.evaluation import Evaluation
from plansite.model import Plan, Site
from plansite.problems import AS_OF, Origin, Problem
from plansite.records.base import LANGS
from plansite.records.evaluation import SLOTS, EvaluationRecord
from plansite.records.unknown import unknown


def check_pairs(site: Site) -> Iterator[Problem]:
    """An evaluation has a file in each language, with the same facts and the same parts."""
    for _, one in _evaluations(site):
        first, *others = one.texts.values()
        folder = first.record.origin.path.rpartition("/")[0]
        if any(f"{folder}/{one.name}.{lang}.md" in site.faulty for lang in LANGS):
            continue
        for lang in LANGS:
            if lang not in one.texts:
                yield Problem(
                    first.record.origin,
                    f"缺少 {one.name}.{lang}.md；两种语言都要有",
                    f"{one.name}.{lang}.md is missing; both languages are needed",
                )
        for other in others:
            yield from _differences(site, one, first.record, other.record)
            for slot in SLOTS:
                if (slot in first.slots) != (slot in other.slots):
                    words = SLOTS[slot]
                    yield Problem(
                        other.record.origin,
                        f"“{words.zh}”只有一种语言；请在两个文件中都写上",
                        f"the part “{words.en}” stands in one language only; write it in both files",
                    )


def _differences(
    site: Site, one: Evaluation, first: EvaluationRecord, other: EvaluationRecord
) -> Iterator[Problem]:
    """Yield the facts that differ between the languages, unless one of them is wrong by itself."""
    alone = {
        "as_of": first.as_of.year != one.year or other.as_of.year != one.year,
        "body": not {first.body, other.body} <= site.bodies.keys(),
    }
    for name in ("as_of", "body", "data_commit"):
        here, there = getattr(other, name), getattr(first, name)
        if here != there and not alone.get(name):
            lacking = first if there is None else other
            yield Problem(
                lacking.origin.at(name),
                f"{name} 两种语言不一致：{here} 与 {there}；请改成相同",
                f"{name} differs between the languages: {here} and {there}; make them the same",
            )


def check_titles(site: Site) -> Iterator[Problem]:
    """An evaluation has a title in both languages, or in none."""
    for _, one in _evaluations(site):
        without = [text.record for text in one.texts.values() if not text.record.title]
        if len(without) == 1 and len(one.texts) == len(LANGS):
            yield Problem(
                without[0].origin,
                "缺少 title，另一种语言有；请补上，或两种语言都不写",
                "has no title, the other language has one; add it, or leave it out in both",
            )


def check_facts(site: Site) -> Iterator[Problem]:
    """The body is known; the day lies in the year of the name, within the plan, and has been."""
    for plan, one in _evaluations(site):
        records = [text.record for text in one.texts.values()]
        for record in {record.body: record for record in reversed(records)}.values():
            if record.body not in site.bodies and not {record.body, "bodies.yml"} & site.faulty:
                at = record.origin.at("body")
                yield unknown(at, "body", record.body, site.bodies, "bodies.yml")
        for record in {record.as_of: record for record in reversed(records)}.values():
            yield from _day(site, plan, one, record)
        if sum(other.kind == one.kind for other in plan.evaluations) > 1:
            yield Problem(
                one.record.origin,
                f"一份规划只能有一次 {one.kind} 评估；请合并",
                f"a plan has one {one.kind} evaluation only; keep one",
            )


def _day(site: Site, plan: Plan, one: Evaluation, record: EvaluationRecord) -> Iterator[Problem]:
    last = site.settings.as_of
    if record.as_of.year != one.year:
        yield Problem(
            record.origin.at("as_of"),
            f"as_of {record.as_of} 不在文件名的 {one.year} 年；请改正其一",
            f"as_of {record.as_of} is not in {one.year}, the year of the file's name; correct one of them",
        )
    elif not plan.record.period[0] <= record.as_of.year or record.as_of > last:
        yield Problem(
            record.origin.at("as_of"),
            f"as_of {record.as_of} 应在 {plan.record.period[0]} 年至 site.yml 的 as_of（{last}）之间；请改正",
            f"as_of {record.as_of} must lie between {plan.record.period[0]} and the as_of of site.yml ({last}); correct it",
            cause=AS_OF if record.as_of > last else "",
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
            if (title := text.record.title) and (fault := wrong_language(title, lang)):
                yield Problem(text.record.origin.at("title"), *fault)
            for prose in text.slots.values():
                if lang == "zh" and (fault := wrong_language(prose.markdown, lang)):
                    yield Problem(prose.origin, *fault)
                yield from text_problems(prose)
                for number, line in enumerate(prose.markdown.split("\n"), start=prose.origin.line):
                    origin = Origin(prose.origin.path, number)
                    if lang == "en" and (fault := wrong_language(line, lang)):
                        yield Problem(origin, *fault)


def _evaluations(site: Site) -> Iterator[tuple[Plan, Evaluation]]:
    for plan in site.plans.values():
        for one in plan.evaluations:
            yield plan, one


CHECKS = (check_pairs, check_titles, check_facts, check_words)
