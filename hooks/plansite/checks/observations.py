"""Rules about observations: known, sourced, possible, plausible, each stated once a vintage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plansite.model import Observation, Site
from plansite.problems import Problem

STATUSES = frozenset("ABDEFGHIJKLMNOPQSUVW")
MISSING = frozenset("LMOQ")
JUMP = 50
"""A change of more than this many per cent from one observation to the next must be confirmed."""
_WORDS = {
    "sex": {"", "female", "male"},
    "residence": {"", "urban", "rural"},
    "kind": {"read", "derived"},
}
_AGE = re.compile(r"|[0-9]{1,3}-[0-9]{1,3}|[0-9]{1,3}\+")


def check_words(site: Site) -> Iterator[Problem]:
    """Indicator, unit, source, status, breakdown and kind are known; the file holds its own year."""
    for one in site.observations:
        indicator = site.indicators.get(one.indicator)
        if indicator is None:
            yield _wrong(
                one, "indicator", one.indicator, "indicators/ 中的 id", "an id of indicators/"
            )
        elif one.unit != indicator.unit:
            yield _wrong(
                one,
                "unit",
                one.unit,
                f"指标单位 {indicator.unit}",
                f"the indicator's unit {indicator.unit}",
            )
        if one.source not in site.sources:
            yield _wrong(one, "source", one.source, "sources.yml 中的 id", "an id of sources.yml")
        if one.status not in STATUSES:
            codes = " ".join(sorted(STATUSES))
            yield _wrong(
                one, "status", one.status, f"SDMX 代码 {codes}", f"one of the SDMX codes {codes}"
            )
        for field, allowed in _WORDS.items():
            if (value := getattr(one, field)) not in allowed:
                words = " ".join(sorted(filter(None, allowed)))
                yield _wrong(one, field, value, words, words)
        if not _AGE.fullmatch(one.age):
            yield _wrong(one, "age", one.age, "15-49 或 65+ 的形式", "the form 15-49 or 65+")
        stem = PurePosixPath(one.origin.path).stem
        if stem != str(one.year):
            yield _wrong(
                one,
                "year",
                str(one.year),
                f"与文件名 {stem} 相同",
                f"the year of the file name, {stem}",
            )


def check_numbers(site: Site) -> Iterator[Problem]:
    """A missing status has no number, any other has one, and it lies within natural limits."""
    for one in site.observations:
        if one.status in MISSING and one.value is not None:
            yield _wrong(
                one,
                "value",
                str(one.value),
                f"状态 {one.status} 表示缺项,应留空",
                f"status {one.status} means missing: leave it empty",
            )
        if one.status not in MISSING and one.value is None:
            yield _wrong(
                one,
                "value",
                "",
                "数字;缺项请用状态 O、L 或 M",
                "a number; for a missing one use status O, L or M",
            )
        indicator = site.indicators.get(one.indicator)
        if indicator is None or one.value is None:
            continue
        low, high = indicator.limits
        if (low is not None and one.value < low) or (high is not None and one.value > high):
            yield _wrong(
                one,
                "value",
                str(one.value),
                f"在自然界限 {low}..{high} 之内",
                f"within the natural limits {low}..{high}",
            )


def check_evidence(site: Site) -> Iterator[Problem]:
    """A derived figure says how; no observation lies in the future."""
    for one in site.observations:
        if one.kind == "derived" and not one.note:
            yield _wrong(
                one,
                "note",
                "",
                "算法(kind 为 derived)",
                "how it was computed, for a derived figure",
            )
        if one.year > site.settings.as_of.year and one.status != "F":
            yield _wrong(
                one,
                "year",
                str(one.year),
                f"不晚于 {site.settings.as_of.year}",
                f"no later than {site.settings.as_of.year}",
            )


def check_vintages(site: Site) -> Iterator[Problem]:
    """One key has one value a vintage; a correction is a new row with a later published_on."""
    seen: dict[tuple[object, ...], Observation] = {}
    for one in site.observations:
        key = (one.indicator, one.jurisdiction, one.year, one.breakdown, one.published_on)
        if first := seen.get(key):
            at = f"{first.origin.path}:{first.origin.line}"
            yield Problem(
                one.origin,
                f"与 {at} 是同一指标、地区、年份、分组和发布日;更正请另写一行并用更晚的 published_on",
                f"same indicator, place, year, breakdown and release as {at}; write a correction as a row with a later published_on",
            )
        seen.setdefault(key, one)


def check_jumps(site: Site) -> Iterator[Problem]:
    """A change of more than JUMP per cent between neighbouring years is confirmed in the data."""
    for rows in site.observations_by_series.values():
        latest: dict[tuple[str, str, str], Observation] = {}
        for one in rows:
            before = latest.get(one.breakdown)
            if one.value is None or one.status == "F":
                continue
            if before and before.value and before.year < one.year and not one.confirmed:
                change = abs(one.value - before.value) * 100 / abs(before.value)
                if change > JUMP * (one.year - before.year):
                    yield Problem(
                        one.origin,
                        f"{before.year} 年 {before.value} 到 {one.year} 年 {one.value},变化 {change:.0f}%;请核对,属实则在 confirmed 中说明",
                        f"from {before.value} in {before.year} to {one.value} in {one.year}, a change of {change:.0f} %; check it and, if real, say so in `confirmed`",
                        "warning",
                    )
            latest[one.breakdown] = one


def _wrong(one: Observation, field: str, read: str, zh: str, en: str) -> Problem:
    return Problem(
        one.origin, f"{field} 读到 {read!r},应为{zh}", f"{field} is {read!r}, expected {en}"
    )


CHECKS = (check_words, check_numbers, check_evidence, check_vintages, check_jumps)
