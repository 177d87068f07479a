"""Rules about the parts of a figure: women and men, town and country, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from plansite.checks.observations import wrong
from plansite.model import Observation, Site
from plansite.problems import ECHO, Problem
from plansite.records.catalogue import Indicator

_WOMEN = re.compile("女|妇|孕|产妇|宫颈|乳腺")
_MEN = re.compile("男|性别|夫妇|夫妻|妇幼|妇联|妇儿|母婴")
"""Names that speak of women may speak of men as well."""
EXCHANGED = 2
"""Two parts so many times nearer to each other's former figures than to their own are exchanged."""
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
        if _is_of_women(indicator):
            yield wrong(
                one,
                "sex",
                one.sex,
                f"为空或 female，因为 {indicator.id} 是妇女的指标（{indicator.name.zh}）；请改正分组或指标",
                f"nothing or female, as {indicator.id} is about women; correct the breakdown or the indicator",
            )


def check_women(site: Site) -> Iterator[Problem]:
    """In an indicator about women everyone is a woman: a figure under `female` would stand apart."""
    for (name, _), rows in site.observations_by_series.items():
        indicator = site.indicators.get(name)
        whole = {one.year for one in rows if not any(one.breakdown)}
        for one in rows:
            apart = one.sex == "female" and not (one.residence or one.age) and one.year not in whole
            if indicator and apart and whole and _is_of_women(indicator):
                yield Problem(
                    one.origin,
                    f"sex 读到 'female'，而 {name} 本来就是妇女的指标，其他年份（{max(whole)} 等）都留空；请留空，否则不与它们相连",
                    f"sex is 'female', yet {name} is about women as it is, and empty in other years ({max(whole)} and so on); leave it empty, or the figure stands apart from them",
                    "warning",
                )


def _is_of_women(indicator: Indicator) -> bool:
    name = indicator.name.zh
    return bool(_WOMEN.search(name)) and not _MEN.search(name) and "sex" not in indicator.breakdowns


def check_expected(site: Site) -> Iterator[Problem]:
    """A single figure is not broken down as no other of its indicator is, nor as the catalogue says."""
    rows: dict[tuple[str, str], list[Observation]] = {}
    for one in site.observations:
        for field, word in (("sex", one.sex), ("residence", one.residence), ("age", one.age)):
            indicator = site.indicators.get(one.indicator)
            if indicator and word and field not in indicator.breakdowns:
                rows.setdefault((one.indicator, field), []).append(one)
    for (name, field), (one, *others) in rows.items():
        if not others:
            yield Problem(
                one.origin.at(field),
                f"{field} 读到 {getattr(one, field)!r}，而 {name} 的 breakdowns 没有 {field}；请留空，或在指标目录中加上",
                f"{field} is {getattr(one, field)!r}, yet {name} has no {field} in `breakdowns`; leave it empty, or add it in the catalogue",
                "warning",
                cause=ECHO,
            )


def check_exchanged(site: Site) -> Iterator[Problem]:
    """Women and men, town and country are not exchanged: else each lies where the other lay before."""
    for rows in site.observations_by_series.values():
        latest = {
            (one.year, one.breakdown): one
            for one in rows
            if one.value is not None and one.status != "F"
        }
        years = sorted({year for year, _ in latest})
        for field, (first, second) in _PARTS:
            for year, breakdown in list(latest):
                if getattr(latest[year, breakdown], field) != first:
                    continue
                other = _with(breakdown, field, second)
                known = [one for one in years if one < year and (one, breakdown) in latest]
                before = next((one for one in reversed(known) if (one, other) in latest), None)
                if before is not None and (year, other) in latest:
                    yield from _exchanged(
                        (latest[before, breakdown], latest[before, other]),
                        (latest[year, breakdown], latest[year, other]),
                    )


def _with(breakdown: tuple[str, str, str], field: str, word: str) -> tuple[str, str, str]:
    """Return a breakdown with another word for sex or residence."""
    sex, residence, age = breakdown
    return (word, residence, age) if field == "sex" else (sex, word, age)


def _exchanged(
    before: tuple[Observation, Observation], now: tuple[Observation, Observation]
) -> Iterator[Problem]:
    a, b, c, d = (one.value or Decimal(0) for one in (*before, *now))
    if (a - b) * (c - d) < 0 and EXCHANGED * (abs(a - d) + abs(b - c)) < abs(a - c) + abs(b - d):
        at = f"{before[0].origin.path}:{before[0].origin.line}"
        if not any(one.confirmed for one in now):
            yield Problem(
                max(one.origin for one in now),
                f"{c} 和 {d} 与 {before[0].year} 年的 {a} 和 {b}（{at}）正好相反；请核对是否写反，属实则在 confirmed 中说明",
                f"{c} and {d} are the reverse of {a} and {b} in {before[0].year} ({at}); check that they are not exchanged and, if real, say so in `confirmed`",
                "warning",
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
    return latest.get((whole.year, _with(breakdown, field, word)))


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
            cause=ECHO,
        )


CHECKS = (check_men, check_women, check_expected, check_exchanged, check_ages, check_whole)
