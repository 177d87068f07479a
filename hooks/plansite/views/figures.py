"""Numbers, changes and days in words, rounded once and as stated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from plansite.edition import Edition
from plansite.progress import round_half_even
from plansite.records.base import Lang
from plansite.records.catalogue import Indicator
from plansite.statements import amount, number

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

LARGE = {"zh": (("亿", 10**8), ("万", 10**4)), "en": (("million", 10**6),)}
"""Words for large numbers on axes and labels, largest first."""


def decimals(value: Decimal) -> int:
    """Return the decimals a value is written with."""
    power = value.as_tuple().exponent
    return max(0, -power) if isinstance(power, int) else 0


def value_words(edition: Edition, indicator: Indicator, value: Decimal) -> str:
    """Return a value with its unit, e.g. `14.3 per 100,000`."""
    return amount(value, indicator, edition.site.units[indicator.unit], edition.lang)


def unit_words(edition: Edition, indicator: Indicator) -> str:
    """Return the name of the unit, or of what is counted."""
    return edition.name(indicator.counted or edition.site.units[indicator.unit].name)


def change_words(edition: Edition, indicator: Indicator, change: Decimal) -> str:
    """Return the size of a difference: of percentages in points, else in the unit."""
    unit = edition.site.units[indicator.unit]
    if unit.points is None:
        return value_words(edition, indicator, abs(change))
    space = "" if edition.lang == "zh" else " "
    return f"{number(abs(change))}{space}{edition.name(unit.points)}"


def short_words(edition: Edition, value: Decimal) -> str:
    """Return digits short enough for a label: `66.842 million`, `6684.2万`; exact all the same."""
    for word, factor in LARGE[edition.lang]:
        if abs(value) >= factor:
            short = (value / factor).normalize()
            return f"{number(Decimal(f'{short:f}'))}{'' if edition.lang == 'zh' else ' '}{word}"
    return number(value)


def percent_words(share: Decimal) -> str:
    """Return a share as a percentage without decimals, e.g. `133%` for 1.33."""
    return f"{number(round_half_even(share * 100, 0))}%"


def times_words(ratio: Decimal) -> str:
    """Return a ratio with one decimal, two below one tenth."""
    return number(round_half_even(ratio, 1 if ratio >= Decimal("0.1") or not ratio else 2))


def day_words(day: date, lang: Lang) -> str:
    """Return a day as prose writes it: `21 November 2026`, `2026年11月21日`."""
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def full_marks(text: str, lang: Lang) -> str:
    """Return Chinese text with full-width commas, as prose needs them."""
    return text.replace(",", "，") if lang == "zh" else text


def note_words(note: str, lang: Lang) -> str:
    """Return one language of the note of a CSV file, `中文 / English`; what there is, if it is one."""
    zh, _, en = note.partition(" / ")
    return (zh if lang == "zh" else en) or note
