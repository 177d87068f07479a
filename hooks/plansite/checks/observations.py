"""Rules about observations: known, sourced, possible, plausible, each stated once a vintage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from plansite.model import Observation, Site
from plansite.problems import Problem
from plansite.progress.observation_words import ObservationStatus
from plansite.records.unknown import close_match, unknown_place

# Words of the columns: SDMX observation status and the breakdowns.
STATUSES = frozenset(one.value for one in ObservationStatus)
MANY = 5
"""So many figures that one entry of the catalogue refuses: it is that entry to look at."""
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
    odd: dict[str, list[Observation]] = {}
    for one in site.observations:
        names = (one.indicator, one.unit, one.source)
        if names in sound:
            continue
        unnamed, other = list(_unknown(site, one)), list(_other_unit(site, one))
        yield from unnamed
        units += other
        if other:
            odd.setdefault(one.indicator, []).append(one)
        if not (unnamed or other):
            sound.add(names)
    for name, rows in odd.items():
        if len({row.unit for row in rows}) == 1 and len({row.origin.path for row in rows}) > MANY:
            units = [one for one in units if one.origin not in {row.origin for row in rows}]
            yield _other_catalogue(site, name, rows)
    yield from once_a_file(units)


def _other_catalogue(site: Site, name: str, rows: list[Observation]) -> Problem:
    """Return the problem of an indicator whose unit is that of none of its figures."""
    indicator, unit, at = site.indicators[name], rows[0].unit, rows[0].origin
    return Problem(
        indicator.origin.at("unit"),
        f"unit 为 {indicator.unit}，而 {name} 的数据（{at.path}:{at.line} 等）都用 {unit}；请改正此处的 unit，或换算数据",
        f"unit is {indicator.unit}, yet the figures of {name} ({at.path}:{at.line} and others) are all in {unit}; correct `unit` here, or convert the figures",
    )


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
)
