"""Rules about the two languages: English texts are English, Chinese texts Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from plansite.checks.digits import figures, listed
from plansite.model import Site
from plansite.problems import Origin, Problem
from plansite.records.base import LANGS, Bilingual, Lang, PlacedRecord
from plansite.records.catalogue import Source, Symbol
from plansite.records.wording import Words

Text = Bilingual | Symbol
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WIDE = re.compile(r"[\u3001\u3002\uff01-\uff5e]")
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z0-9/+.-]{2,15}")
"""HPV, HIV/AIDS: alike in both languages."""
_UNFINISHED = re.compile(
    r"(?:TODO|TBD|FIXME|XXX|N/?A|待定|待补充|待填写|待翻译|待核实|无|略)[.。…]*", re.IGNORECASE
)
"""What people write where the text is still to come."""
_PAIRS = ("《》", "（）", "()", "“”", "〔〕", "[]")
_TORN = re.compile(r"[\u4e00-\u9fff]{1,4}[ \u3000]+[\u4e00-\u9fff]{1,4}")
_MARKS = re.compile(r"\*\*|\]\(|\{[{%#]")
_MOJIBAKE = re.compile("[\xa1-\xff]{3,}")
"""Chinese letters that were read in a western encoding."""
_LATIN = re.compile(r"[A-Za-z]")


def check_texts(site: Site) -> Iterator[Problem]:
    """Each text in two languages is in them, whole and plain."""
    for record in records(site):
        for origin, text in texts(record, record.origin):
            yield from _in_its_language(record, origin, text)
            for rule in (_paired, _untorn, _plain):
                if words := rule(text):
                    yield Problem(origin, *words, "warning")


def _in_its_language(record: object, origin: Origin, text: Text) -> Iterator[Problem]:
    """There is no Chinese character in the English, and some in the Chinese.

    Sources may have an English name only.
    """
    if match := _HAN.search(text.en) or _WIDE.search(text.en):
        yield Problem(origin, *_has_han(match.group()))
    elif isinstance(text, Bilingual) and not _LATIN.search(text.en):
        yield Problem(
            origin,
            f"英文 {text.en[:40]!r} 中没有字母；请译出",
            f"the English text {text.en[:40]!r} has no letter; translate it",
        )
    if match := _UNFINISHED.fullmatch(text.en) or _UNFINISHED.fullmatch(text.zh):
        yield Problem(
            origin,
            f"{match[0]!r} 是占位的文字；请写上内容，或删除这个字段",
            f"{match[0]!r} stands in for a text; write it, or take the field out",
            "warning",
        )
    named = isinstance(record, Source) or not isinstance(text, Bilingual)
    if not (named or _HAN.search(text.zh) or _ACRONYM.fullmatch(text.zh)):
        yield Problem(
            origin,
            f"中文 {text.zh[:40]!r} 中没有汉字；请译出",
            f"the Chinese text {text.zh[:40]!r} has no Chinese character; translate it",
        )


def _paired(text: Text) -> Words | None:
    """Brackets and quotes open as often as they close."""
    for said in (text.zh, text.en):
        if odd := [pair for pair in _PAIRS if said.count(pair[0]) != said.count(pair[1])]:
            return (
                f"{said[:40]!r} 中的 {odd[0]} 不成对；请补上或删除",
                f"the signs {odd[0]} of {said[:40]!r} do not pair; add or delete one",
            )
    return None


def _untorn(text: Text) -> Words | None:
    """No space parts two Chinese characters: a word torn so is not found by search."""
    if match := _TORN.search(text.zh):
        return (
            f"{match[0]!r} 中的空格把词隔开了；请删除空格",
            f"the space in {match[0]!r} tears the Chinese apart; delete it",
        )
    return None


def _plain(text: Text) -> Words | None:
    """There is no sign of Markdown or of a template, nor what a wrong encoding left."""
    for said, marks in ((text.zh, _MARKS), (text.zh, _MOJIBAKE), (text.en, _MARKS)):
        if match := marks.search(said):
            return (
                f"{said[:40]!r} 中的 {match[0]!r} 会照样印出来；请改成普通的文字",
                f"{match[0]!r} in {said[:40]!r} would be printed as it stands; write plain words",
            )
    return None


def check_signs(site: Site) -> Iterator[Problem]:
    """The sign of a unit is one in both languages: % is not ‰."""
    for unit in site.units.values():
        signs = [{one for one in "%‰" if one in text} for text in (unit.symbol.zh, unit.symbol.en)]
        if signs[0] != signs[1]:
            yield Problem(
                unit.origin.at("symbol"),
                f"{unit.id} 的 symbol 中文为 {unit.symbol.zh!r}，英文为 {unit.symbol.en!r}；请改成一致",
                f"the symbol of {unit.id} is {unit.symbol.zh!r} in Chinese and {unit.symbol.en!r} in English; make them agree",
            )


def check_unit_figures(site: Site) -> Iterator[Problem]:
    """A symbol counts against the same number in both languages: /10万 is per 100,000."""
    for unit in site.units.values():
        counted = [figures(unit.symbol[lang], lang) for lang in LANGS]
        if counted[1] and counted[0] and counted[0] != counted[1]:
            yield Problem(
                unit.origin.at("symbol"),
                f"{unit.id} 的 symbol 中文是每 {listed(counted[0])}，英文是每 {listed(counted[1])}；请核对，改成一致",
                f"the symbol of {unit.id} is per {listed(counted[0])} in Chinese and per {listed(counted[1])} in English; check it and make them agree",
            )


def check_prose(site: Site) -> Iterator[Problem]:
    """English prose has no Chinese character, and Chinese prose has some."""
    for plan in site.plans.values():
        for (_, lang), prose in plan.prose.items():
            if lang == "zh":
                if prose.markdown.strip() and (fault := wrong_language(prose.markdown, lang)):
                    yield Problem(prose.origin, *fault)
            elif match := _HAN.search(prose.markdown):
                line = prose.markdown[: match.start()].count("\n") + 1
                yield Problem(Origin(prose.origin.path, line), *_has_han(match.group()))


def wrong_language(text: str, lang: Lang) -> Words | None:
    """Return in both languages what shows that a text is not of its language, or None."""
    if lang == "en":
        match = _HAN.search(text)
        return _has_han(match.group()) if match else None
    if _HAN.search(text) or not _LATIN.search(text):
        return None
    shown = text.strip()[:40]
    return (
        f"中文 {shown!r} 中没有汉字；请译出",
        f"the Chinese text {shown!r} has no Chinese character; translate it",
    )


def check_notes(site: Site) -> Iterator[Problem]:
    """The note of an observation has both languages: `中文 / English`."""
    for one in site.observations:
        zh, _, en = one.note.partition(" / ")
        if one.note and (not _HAN.search(zh) or not en.strip() or _HAN.search(en)):
            yield Problem(
                one.origin.at("note"),
                f"说明 {one.note[:40]!r} 不是“中文 / English”；请补上另一种语言，两者之间写“ / ”",
                f"the note {one.note[:40]!r} is not 中文 / English; add the other language, with ` / ` between them",
                "warning",
            )


def records(site: Site) -> Iterator[PlacedRecord]:
    """Yield every entry that people read, in order of the files of the catalogue, then by plan."""
    if site.settings.origin.path:  # it stands in a file
        yield site.settings
    tables: tuple[Iterable[PlacedRecord], ...] = (
        site.series.values(), site.jurisdictions.values(), site.units.values(),
        site.bodies.values(), site.indicators.values(), site.terms, site.sources.values(),
    )  # fmt: skip
    for table in tables:
        yield from table
    for plan in site.plans.values():
        yield plan.record
        yield from plan.terms
        for clause in plan.clauses:
            yield clause.record


def texts(value: object, origin: Origin) -> Iterator[tuple[Origin, Text]]:
    """Yield every text in two languages within a record, with the place nearest to it."""
    if isinstance(value, (Bilingual, Symbol)):
        yield origin, value
    elif isinstance(value, BaseModel):
        place = value.origin if isinstance(value, PlacedRecord) else origin
        for name, part in value.__dict__.items():
            if isinstance(part, (BaseModel, tuple)):
                yield from texts(part, place.at(name))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, origin)


def _has_han(found: str) -> Words:
    return (
        f"英文中有中文字符 {found!r}；请译出",
        f"the English text has the Chinese character {found!r}; translate it",
    )


CHECKS = (
    check_texts,
    check_signs,
    check_unit_figures,
    check_prose,
    check_notes,
)
