"""The figures that a text gives in digits: `1.5 million` and `150万` are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plansite.records.base import FIRST_YEAR, LAST_YEAR, Lang

_FIGURES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>万|亿)?(?P<share>%|个百分点)?"
        r"|(?P<tenths>[一二三四五六七八九])成(?P<half>半)?(?!不变)"
    ),
    "en": re.compile(
        r"(?P<number>[0-9](?:[0-9]|,(?=[0-9]{3}))*(?:\.[0-9]+)?)"
        r"(?: (?P<scale>thousand|million|billion))?(?P<share>%| per ?cent)?"
    ),
}
_SCALES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_DATES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[0-9]+\u6708(?:[0-9]+\u65e5)?|\u7b2c[0-9]+"),
    "en": re.compile(
        r"\b[0-9]{1,2} (?=January|February|March|April|May|June|July|August|September|October"
        r"|November|December)"
    ),
}
_WORDS_TO = 12
"""Whole numbers up to this are written in words as well: `3岁以下`, `under three`."""
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b(?! (?:other|more))", re.IGNORECASE)
_CHINESE_WORDS = re.compile("[一二三四五六七八九十两双半]")
_SHOWN = 6


def figures(text: str, lang: Lang) -> set[Decimal]:
    """Return the figures of a text."""
    return {value for value, _ in _found(text, lang)}


def shares(text: str, lang: Lang) -> set[Decimal]:
    """Return the figures of a text that are percentages."""
    return {value for value, is_share in _found(text, lang) if is_share}


def lacking(zh: str, en: str) -> dict[Lang, set[Decimal]]:
    """Return by language the figures that the other one has not and could not have in words."""
    return {
        "zh": _lacking(zh, "zh", figures(en, "en")),
        "en": _lacking(en, "en", figures(zh, "zh")),
    }


def other_words(zh: str, en: str) -> tuple[set[Decimal], set[Decimal]]:
    """Return the small figures of a Chinese text that the English has neither in digits nor in words,
    and the numbers in words that it has instead; nothing where the Chinese has words too.
    """
    if _CHINESE_WORDS.search(zh):
        return set(), set()
    given = {one for one in figures(_DATES["zh"].sub("", zh), "zh") if 2 < one <= _WORDS_TO}
    said = {Decimal(_WORDS.index(match[0].lower())) for match in _WORD.finditer(en)}
    return given - said - figures(en, "en"), {one for one in said if one > 2} - figures(zh, "zh")


def is_year(value: Decimal) -> bool:
    """Return whether a figure is most likely a year."""
    return FIRST_YEAR <= value <= LAST_YEAR


def listed(numbers: set[Decimal]) -> str:
    """Return figures as a finding shows them, the smallest first."""
    return ", ".join(f"{one:f}" for one in sorted(numbers)[:_SHOWN])


def _lacking(text: str, lang: Lang, other: set[Decimal]) -> set[Decimal]:
    return {
        value
        for value, is_share in _found(_DATES[lang].sub("", text), lang)
        if value not in other and (is_share or value > _WORDS_TO or value != int(value))
    }


def _found(text: str, lang: Lang) -> Iterator[tuple[Decimal, bool]]:
    """Yield each figure, and whether it is a percentage."""
    for match in _FIGURES[lang].finditer(text):
        if lang == "zh" and match["tenths"]:  # 八成半 is 85 %
            tenths = "一二三四五六七八九".index(match["tenths"]) + 1
            yield Decimal(tenths * 10 + (5 if match["half"] else 0)), True
            continue
        scale = _SCALES.get(match["scale"] or "", 1)
        value = Decimal(match["number"].replace(",", "")) * scale
        if scale > 1 and value == int(value):
            value = Decimal(int(value))  # 1.2万 is shown as 12000
        yield value, bool(match["share"])
