"""Rules about observations: known, sourced, possible, plausible, each stated once a vintage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plansite.model import Observation, Site
from plansite.problems import Problem
from plansite.progress.observation_words import WITHOUT_NUMBER, ObservationStatus
from plansite.records.errors import close_match

# Words of the columns: SDMX observation status and the breakdowns.
STATUSES = frozenset(one.value for one in ObservationStatus)
MISSING = frozenset(one.value for one in WITHOUT_NUMBER)
ELSEWHERE = ObservationStatus.K.value
"""The status of a figure that is part of another one: with or without a number."""
JUMP = 50
"""A change of more than this many per cent from one observation to the next must be confirmed."""
SEXES = frozenset({"", "female", "male"})
RESIDENCES = frozenset({"", "urban", "rural"})
KINDS = frozenset({"read", "derived"})
_AGE = re.compile(r"[0-9]{1,3}-[0-9]{1,3}|[0-9]{1,3}\+")


def check_places(site: Site) -> Iterator[Problem]:
    """Observations stand in the folder of a jurisdiction."""
    first: dict[str, Observation] = {}
    for one in site.observations:
        first.setdefault(one.jurisdiction, one)
    for place, one in first.items():
        if place not in site.jurisdictions and site.jurisdictions and place not in site.faulty:
            zh, en = close_match(place, site.jurisdictions)
            yield Problem(
                one.origin,
                f"文件夹 {place} 不是 jurisdictions.yml 中的地区{zh}；请移动文件夹或登记地区",
                f"the folder {place} is no jurisdiction of jurisdictions.yml{en}; move it or add the place",
            )


def check_known(site: Site) -> Iterator[Problem]:
    """Indicator and source are known, and the unit is the indicator's."""
    sound: set[tuple[str, ...]] = set()
    for one in site.observations:
        names = (one.indicator, one.unit, one.source)
        if names not in sound:
            if problems := list(_unknown(site, one)):
                yield from problems
            else:
                sound.add(names)


def check_words(site: Site) -> Iterator[Problem]:
    """Status, breakdown and kind are known words; the file is named after the year."""
    sound: set[tuple[object, ...]] = set()
    for one in site.observations:
        words = (one.status, one.sex, one.residence, one.age, one.kind, one.year, one.origin.path)
        if words not in sound:
            if problems := list(_unknown_words(one)):
                yield from problems
            else:
                sound.add(words)


def _unknown(site: Site, one: Observation) -> Iterator[Problem]:
    indicator = site.indicators.get(one.indicator)
    if indicator is None and not {one.indicator, "indicators/"} & site.faulty:
        zh, en = close_match(one.indicator, site.indicators)
        allowed = (f"indicators/ 中的 id{zh}", f"an id of indicators/{en}")
        yield _wrong(one, "indicator", one.indicator, *allowed)
    if indicator is not None and one.unit != indicator.unit and indicator.unit in site.units:
        allowed = (f"指标单位 {indicator.unit}", f"the indicator's unit {indicator.unit}")
        yield _wrong(one, "unit", one.unit, *allowed)
    if one.source not in site.sources and not {one.source, "sources.yml"} & site.faulty:
        zh, en = close_match(one.source, site.sources)
        allowed = (f"sources.yml 中的 id{zh}", f"an id of sources.yml{en}")
        yield _wrong(one, "source", one.source, *allowed)


def _unknown_words(one: Observation) -> Iterator[Problem]:
    for field, read, known in (
        ("status", one.status, STATUSES),
        ("sex", one.sex, SEXES),
        ("residence", one.residence, RESIDENCES),
        ("kind", one.kind, KINDS),
    ):
        if read not in known:
            words = " ".join(sorted(filter(None, known)))
            yield _wrong(one, field, read, f" {words} 之一", f"one of {words}")
    if one.age and not _AGE.fullmatch(one.age):
        yield _wrong(one, "age", one.age, " 15-49 或 65+ 的形式", "the form 15-49 or 65+")
    if (stem := PurePosixPath(one.origin.path).stem) != str(one.year):
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
                f"状态 {one.status} 表示缺项，应留空",
                f"status {one.status} means missing: leave it empty",
            )
        if one.value is None and one.status not in MISSING and one.status != ELSEWHERE:
            yield _wrong(
                one,
                "value",
                "",
                "数字；缺项请用状态 O、L 或 M",
                "a number; for a missing one use status O, L or M",
            )
        indicator = site.indicators.get(one.indicator)
        if indicator is None or one.value is None:
            continue
        low, high = indicator.bounds
        if (low is not None and one.value < low) or (high is not None and one.value > high):
            yield _wrong(
                one,
                "value",
                str(one.value),
                f"在自然界限 {low}..{high} 之内",
                f"within the natural limits {low}..{high}",
            )


def check_evidence(site: Site) -> Iterator[Problem]:
    """A derived figure says how; nothing lies in the future or was published before its year."""
    for one in site.observations:
        if one.kind == "derived" and not one.note:
            yield _wrong(
                one,
                "note",
                "",
                "算法（kind 为 derived）",
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
        if one.published_on and one.published_on.year < one.year and one.status != "F":
            yield _wrong(
                one,
                "published_on",
                one.published_on.isoformat(),
                f"不早于 {one.year}",
                f"no earlier than {one.year}",
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
                f"与 {at} 是同一指标、地区、年份、分组和发布日；更正请另写一行并用更晚的 published_on",
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
                change = abs((one.value - before.value) / before.value) * 100
                if change > JUMP * (one.year - before.year):
                    yield Problem(
                        one.origin,
                        f"{before.year} 年 {before.value} 到 {one.year} 年 {one.value}，变化 {change:.0f}%；请核对，属实则在 confirmed 中说明",
                        f"from {before.value} in {before.year} to {one.value} in {one.year}, a change of {change:.0f} %; check it and, if real, say so in `confirmed`",
                        "warning",
                    )
            latest[one.breakdown] = one


def _wrong(one: Observation, field: str, read: str, zh: str, en: str) -> Problem:
    return Problem(
        one.origin, f"{field} 读到 {read!r}，应为{zh}", f"{field} is {read!r}, expected {en}"
    )


CHECKS = (
    check_places,
    check_known,
    check_words,
    check_numbers,
    check_evidence,
    check_vintages,
    check_jumps,
)
