"""Rules about the parts of a figure: women and men, town and country, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from plansite.checks.observations import wrong
from plansite.model import Observation, Site
from plansite.problems import Problem

_WOMEN = re.compile("女|妇|孕|产妇|宫颈|乳腺")
_MEN = re.compile("男|性别|夫妇|夫妻|妇幼|妇联|妇儿|母婴")
"""Names that speak of women may speak of men as well."""
_PARTS: tuple[tuple[Literal["sex", "residence"], tuple[str, str]], ...] = (
    ("sex", ("female", "male")),
    ("residence", ("urban", "rural")),
)


def check_men(site: Site) -> Iterator[Problem]:
    """A figure of men does not stand in an indicator about women."""
    for one in site.observations:
        indicator = site.indicators.get(one.indicator)
        if indicator is None or one.sex != "male" or "sex" in indicator.breakdowns:
            continue
        if _WOMEN.search(indicator.name.zh) and not _MEN.search(indicator.name.zh):
            yield wrong(
                one,
                "sex",
                one.sex,
                f"为空或 female，因为 {indicator.id} 是妇女的指标（{indicator.name.zh}）；请改正分组或指标",
                f"nothing or female, as {indicator.id} is about women; correct the breakdown or the indicator",
            )


def check_ages(site: Site) -> Iterator[Problem]:
    """Of two ages the lower one stands first."""
    for one in site.observations:
        low, _, high = one.age.partition("-")
        if low.isdecimal() and high.isdecimal() and int(low) >= int(high):
            yield wrong(
                one,
                "age",
                one.age,
                "由小到大，如 15-49；请改正",
                "the lower age first, 15-49 for example; correct it",
            )


def check_whole(site: Site) -> Iterator[Problem]:
    """A rate of the whole lies between those of its two parts; a count is their sum."""
    for (name, _), rows in site.observations_by_series.items():
        indicator = site.indicators.get(name)
        if indicator is None:
            continue
        latest = {
            (one.year, one.breakdown): one
            for one in rows
            if one.value is not None and one.status != "F"
        }
        for (_, breakdown), whole in latest.items():
            for field, (first, second) in _PARTS:
                if getattr(whole, field):
                    continue
                parts = [_part(latest, whole, breakdown, field, word) for word in (first, second)]
                known = [one.value for one in parts if one and one.value is not None]
                if len(known) == 2 and whole.value is not None:
                    yield from _against(whole, whole.value, known, indicator.unit == "count", field)


def _part(
    latest: dict[tuple[int, tuple[str, str, str]], Observation],
    whole: Observation,
    breakdown: tuple[str, str, str],
    field: str,
    word: str,
) -> Observation | None:
    sex, residence, age = breakdown
    key = (word, residence, age) if field == "sex" else (sex, word, age)
    return latest.get((whole.year, key))


def _against(
    one: Observation, whole: Decimal, parts: list[Decimal], adds: bool, field: str
) -> Iterator[Problem]:
    low, high, said = min(parts), max(parts), f"{parts[0]:f}, {parts[1]:f}"
    if one.confirmed:
        return
    last = Decimal(1).scaleb(int(whole.as_tuple().exponent))
    if adds and sum(parts) != whole:
        yield Problem(
            one.origin,
            f"全体 {whole:f} 不等于 {field} 两部分（{said}）之和 {sum(parts):f}；请核对，属实则在 confirmed 中说明",
            f"the whole, {whole:f}, is not the sum of its parts by {field} ({said}), {sum(parts):f}; check it and, if real, say so in `confirmed`",
            "warning",
        )
    elif not adds and not low - last <= whole <= high + last:  # each of the three is rounded
        yield Problem(
            one.origin,
            f"全体 {whole:f} 不在 {field} 两部分（{said}）之间；请核对，属实则在 confirmed 中说明",
            f"the whole, {whole:f}, does not lie between its parts by {field} ({said}); check it and, if real, say so in `confirmed`",
            "warning",
        )


CHECKS = (check_men, check_ages, check_whole)
