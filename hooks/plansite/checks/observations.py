"""Rules about observations: known, sourced, possible, plausible, each stated once a vintage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePosixPath

from plansite.model import Observation, Site
from plansite.problems import Problem
from plansite.progress.observation_words import WITHOUT_NUMBER, ObservationStatus
from plansite.records.unknown import close_match, unknown_place

# Words of the columns: SDMX observation status and the breakdowns.
STATUSES = frozenset(one.value for one in ObservationStatus)
MISSING = frozenset(one.value for one in WITHOUT_NUMBER)
ELSEWHERE = ObservationStatus.K.value
"""The status of a figure that is part of another one: with or without a number."""
FAR = 1000
"""A percentage without an upper limit (a growth, a ratio) beyond this must be confirmed."""
SEXES = frozenset({"", "female", "male"})
RESIDENCES = frozenset({"", "urban", "rural"})
KINDS = frozenset({"read", "derived"})
_CHINESE = {
    **dict.fromkeys(("女", "女性"), "female"),
    **dict.fromkeys(("男", "男性"), "male"),
    **dict.fromkeys(("城镇", "城市"), "urban"),
    **dict.fromkeys(("农村", "乡村"), "rural"),
}
"""Words that people write in a column, for a hint; the column itself knows the English ones only."""
_AGE = re.compile(r"[0-9]{1,3}-[0-9]{1,3}|[0-9]{1,3}\+")


def check_places(site: Site) -> Iterator[Problem]:
    """Observations stand in the folder of a jurisdiction."""
    first: dict[str, Observation] = {}
    for one in site.observations:
        first.setdefault(one.jurisdiction, one)
    for place, one in first.items():
        known = place in site.jurisdictions or {place, "jurisdictions.yml"} & site.faulty
        if site.jurisdictions and not known:
            yield unknown_place(one.origin, place, site.jurisdictions)


def check_known(site: Site) -> Iterator[Problem]:
    """Indicator and source are known, and the unit is the indicator's."""
    sound: set[tuple[str, ...]] = set()
    units: list[Problem] = []
    for one in site.observations:
        names = (one.indicator, one.unit, one.source)
        if names in sound:
            continue
        unnamed, other = list(_unknown(site, one)), list(_other_unit(site, one))
        yield from unnamed
        units += other
        if not (unnamed or other):
            sound.add(names)
    yield from once_a_file(units)


def check_words(site: Site) -> Iterator[Problem]:
    """Status, breakdown and kind are known words."""
    sound: set[tuple[object, ...]] = set()
    found: list[Problem] = []
    for one in site.observations:
        words = (one.status, one.sex, one.residence, one.age, one.kind)
        if words not in sound:
            if problems := list(_unknown_words(one)):
                found += problems
            else:
                sound.add(words)
    yield from once_a_file(found)


def once_a_file(found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is wrong with rows at the first of a file, and how many more rows have it too."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for one in found:
        alike.setdefault((one.origin.path, one.en), []).append(one)
    for first, *more in alike.values():
        also = (f"（另有 {len(more)} 行相同）", f" ({len(more)} more rows alike)")
        zh, en = also if more else ("", "")
        yield replace(first, zh=first.zh + zh, en=first.en + en)


def _unknown(site: Site, one: Observation) -> Iterator[Problem]:
    for field, known, where in (
        ("indicator", site.indicators, "indicators/"),
        ("source", site.sources, "sources.yml"),
    ):
        name: str = getattr(one, field)
        if name in known or {name, where} & site.faulty:
            continue
        zh, en = close_match(_id_of(site, name), known)
        yield replace(
            wrong(
                one,
                field,
                name,
                f"为 {where} 中的 id{zh}；请改正或登记",
                f"an id of {where}{en}; correct it or add it there",
            ),
            cause=f"{where} {name}",
        )


def _other_unit(site: Site, one: Observation) -> Iterator[Problem]:
    indicator = site.indicators.get(one.indicator)
    if indicator is not None and one.unit != indicator.unit and indicator.unit in site.units:
        allowed = (
            f"为指标单位 {indicator.unit}；请换算数值或改正单位",
            f"the indicator's unit {indicator.unit}; convert the value or correct the unit",
        )
        yield wrong(one, "unit", one.unit, *allowed)


def _id_of(site: Site, written: str) -> str:
    """Return the id of the indicator whose Chinese name was written, or what was written."""
    for indicator in site.indicators.values():
        if written in (indicator.name.zh, *indicator.aliases.zh):
            return indicator.id
    return written


def _unknown_words(one: Observation) -> Iterator[Problem]:
    for field, read, known in (
        ("status", one.status, STATUSES),
        ("sex", one.sex, SEXES),
        ("residence", one.residence, RESIDENCES),
        ("kind", one.kind, KINDS),
    ):
        if read not in known:
            words = " ".join(sorted(filter(None, known)))
            zh, en = close_match(_CHINESE.get(read, read), known - {""}) if read else ("", "")
            empty = ("，全体留空", ", or nothing for everyone") if "" in known else ("", "")
            yield wrong(
                one,
                field,
                read,
                f"为 {words} 之一{zh}{empty[0]}；请改正",
                f"one of {words}{en}{empty[1]}; correct it",
            )
    if one.age and not _AGE.fullmatch(one.age):
        yield wrong(
            one,
            "age",
            one.age,
            "为 15-49 或 65+ 的形式，全体留空；请改正",
            "the form 15-49 or 65+, or nothing for everyone; correct it",
        )


def check_file_names(site: Site) -> Iterator[Problem]:
    """A row's year is that of its file's name; rows of one other year are named once."""
    seen: set[tuple[str, int]] = set()
    for one in site.observations:
        if (key := (one.origin.path, one.year)) in seen:
            continue
        seen.add(key)
        if (stem := PurePosixPath(one.origin.path).stem) != str(one.year):
            yield wrong(
                one,
                "year",
                str(one.year),
                f"与文件名 {stem} 相同；请改正年份，或移到 {one.year}.csv",
                f"the year of the file name, {stem}; correct it, or move the row to {one.year}.csv",
            )


def check_numbers(site: Site) -> Iterator[Problem]:
    """A missing status has no number, any other has one, and it lies within natural limits."""
    for one in site.observations:
        if one.status in MISSING and one.value is not None:
            yield wrong(
                one,
                "value",
                str(one.value),
                f"留空（状态 {one.status} 表示缺项），或改正状态",
                f"nothing, as status {one.status} means missing: leave it empty or correct the status",
            )
        if one.value is None and one.status not in MISSING and one.status != ELSEWHERE:
            yield wrong(
                one,
                "value",
                "",
                "为数字；缺项请用状态 O、L 或 M",
                "a number; for a missing one use status O, L or M",
            )
        indicator = site.indicators.get(one.indicator)
        if indicator is None or one.value is None:
            continue
        low, high = indicator.bounds
        if not possible(site, one):
            yield wrong(
                one,
                "value",
                str(one.value),
                f"在自然界限 {low}..{high} 之内；请核对小数点和单位",
                f"within the natural limits {low}..{high}; check the decimal point and the unit",
            )
        elif indicator.unit == "percent" and abs(one.value) > FAR and not one.confirmed:
            yield wrong(
                one,
                "value",
                str(one.value),
                f"不超过 {FAR}%；请核对，属实则在 confirmed 中说明",
                f"no more than {FAR} %; check it and, if real, say so in `confirmed`",
            )


def possible(site: Site, one: Observation) -> bool:
    """Return whether a value lies within the limits of its indicator, so far as they are known."""
    indicator = site.indicators.get(one.indicator)
    low, high = indicator.bounds if indicator else (None, None)
    value = one.value or Decimal(0)
    return (low is None or value >= low) and (high is None or value <= high)


def wrong(one: Observation, field: str, read: str, zh: str, en: str) -> Problem:
    """Return the problem of a cell: what was read, and what is expected."""
    return Problem(
        one.origin, f"{field} 读到 {read!r}，应{zh}", f"{field} is {read!r}, expected {en}"
    )


CHECKS = (
    check_places,
    check_known,
    check_words,
    check_file_names,
    check_numbers,
)
