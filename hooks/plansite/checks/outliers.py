"""Rules about figures that stand out: against the years beside them, their decimals, their source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median

from plansite.checks.observations import once_a_file, wrong
from plansite.checks.vintages import JUMP
from plansite.model import Observation, Site
from plansite.problems import ECHO, Problem
from plansite.records.base import FIRST_YEAR

STEPS = 8
"""A step so many times the usual one of its series is looked at again."""
SMALL = 3
"""Steps of less than this many per cent are let be."""
FEW = 5
"""A series with fewer figures has no usual step."""
PERSONS = frozenset({"persons", "person_times"})
"""Units of what has no half: 7502.4 persons are 10,000 times as many."""
COPIED = 5
"""So many figures of a file all equal to those of the year before: it is a copy."""


def check_steps(site: Site) -> Iterator[Problem]:
    """A figure does not leave its series by many times the usual step, unless that is confirmed."""
    for rows in site.observations_by_series.values():
        for line in _lines(rows):
            yield from _steps(line)


def _lines(rows: tuple[Observation, ...]) -> Iterator[list[Observation]]:
    """Yield the last vintages of each breakdown of a series, by year."""
    found: dict[tuple[str, str, str], dict[int, Observation]] = {}
    for one in rows:
        if one.value is not None and one.status != "F":
            found.setdefault(one.breakdown, {})[one.year] = one
    for years in found.values():
        yield [years[year] for year in sorted(years)]


def _steps(line: list[Observation]) -> Iterator[Problem]:
    """Yield each figure that lies far off both its neighbours, or the last one off its own."""
    if len(line) < FEW:
        return
    values = [one.value or Decimal(0) for one in line]
    usual = median(
        abs(b - a) / (two.year - one.year)
        for (one, two), (a, b) in zip(pairwise(line), pairwise(values), strict=True)
    )
    told = False
    for index, one in enumerate(line[1:], start=1):
        before, after = values[index - 1], values[index + 1 : index + 2]
        away = [values[index] - value for value in (before, *after)]
        step = min(map(abs, away))
        apart = all(one > 0 for one in away) or all(one < 0 for one in away)
        large = before and SMALL < step / abs(before) * 100 <= JUMP
        odd = bool(apart and large and usual and step > STEPS * usual and not one.confirmed)
        if odd and not told:
            yield Problem(
                one.origin,
                f"{one.year} 年 {one.value} 与前后年份相差 {step:f}，通常每年只变 {usual:f}；请核对，属实则在 confirmed 中说明",
                f"{one.value} of {one.year} lies {step:f} off the years beside it, where the usual step is {usual:f}; check it and, if real, say so in `confirmed`",
                "warning",
            )
        told = odd


def check_copies(site: Site) -> Iterator[Problem]:
    """The figures of a year are not all those of the year before."""
    files: dict[str, list[Observation]] = {}
    for one in site.observations:
        if one.value is not None:
            files.setdefault(one.origin.path, []).append(one)
    known = {
        (one.jurisdiction, one.indicator, one.breakdown, one.year): one.value
        for one in site.observations
    }
    for rows in files.values():
        before = [
            known.get((one.jurisdiction, one.indicator, one.breakdown, one.year - 1))
            for one in rows
        ]
        same = sum(one.value == former for one, former in zip(rows, before, strict=True))
        if same >= COPIED and same == sum(former is not None for former in before):
            yield Problem(
                rows[0].origin,
                f"{rows[0].year} 年的 {same} 个数值与上一年完全相同；请核对是否误用了上一年的表",
                f"the {same} figures of {rows[0].year} are all those of the year before; check that this is not last year's table",
                "warning",
            )


def check_places(site: Site) -> Iterator[Problem]:
    """The figures of a place are not all those of another place and year: the file was copied."""
    known: dict[tuple[str, tuple[str, str, str], int, Decimal | None], list[Observation]] = {}
    files: dict[str, list[Observation]] = {}
    for one in site.observations:
        if one.value is not None:
            known.setdefault((one.indicator, one.breakdown, one.year, one.value), []).append(one)
            files.setdefault(one.origin.path, []).append(one)
    for path, rows in files.items():
        place = rows[0].jurisdiction
        alike = [known[one.indicator, one.breakdown, one.year, one.value] for one in rows]
        others = [{one.jurisdiction for one in found} - {place} for found in alike]
        if len(rows) < COPIED or not (shared := set.intersection(*others)):
            continue
        other = min(shared)
        twin = next(one for one in alike[0] if one.jurisdiction == other).origin.path
        if other.count("/") < place.count("/") or (other.count("/"), twin) < (
            place.count("/"),
            path,
        ):
            yield Problem(
                rows[0].origin,
                f"这个文件的 {len(rows)} 个数值与 {twin} 完全相同，而地区不同；请核对是否误把别处的表放到了这里",
                f"the {len(rows)} figures of this file are all those of {twin}, of another place; check that it was not copied from there by mistake",
                "warning",
            )


def check_decimals(site: Site) -> Iterator[Problem]:
    """A figure has at most one decimal more than its statistics; what is counted has none."""
    found = []
    for one in site.observations:
        indicator = site.indicators.get(one.indicator)
        if indicator is None or one.value is None or one.confirmed:
            continue
        persons = indicator.unit in PERSONS
        if indicator.decimals is None and not persons:
            continue
        exponent = one.value.as_tuple().exponent
        given = -exponent if isinstance(exponent, int) else 0
        published = indicator.decimals or 0
        allowed = 0 if persons or indicator.unit == "count" else published + 1
        if given > max(allowed, 0) and one.kind != "derived":
            found.append(
                Problem(
                    one.origin,
                    f"{one.value} 有 {given} 位小数，{indicator.id} 发布时为 {published} 位；请核对，属实则在 confirmed 中说明",
                    f"{one.value} has {given} decimals, {indicator.id} is published with {published}; check it and, if real, say so in `confirmed`",
                    "warning",
                )
            )
    yield from once_a_file(found)


def check_times(site: Site) -> Iterator[Problem]:
    """A figure is of a year of this record, was published after it, in a source not older than it."""
    found = []
    for one in site.observations:
        source = site.sources.get(one.source)
        if one.year < FIRST_YEAR:
            found.append(
                wrong(
                    one,
                    "year",
                    str(one.year),
                    f"不早于 {FIRST_YEAR}；请改正",
                    f"{FIRST_YEAR} or later; correct it",
                )
            )
        elif one.status == "F" or one.year > site.settings.as_of.year:
            continue  # a forecast is said before its year; no other figure can be
        elif source and source.date and int(source.date[:4]) < one.year:
            found.append(
                Problem(
                    one.origin,
                    f"来源 {one.source} 的日期 {source.date} 早于数据年份 {one.year}；请改正来源或年份",
                    f"the source {one.source} is dated {source.date}, before the year of the figure, {one.year}; correct the source or the year",
                    "warning",
                    cause=ECHO,
                )
            )
        elif _within_year(one):
            found.append(
                Problem(
                    one.origin,
                    f"published_on {one.published_on} 早于 {one.year} 年末；请核对，年中的数据请用状态 P",
                    f"published_on {one.published_on} lies before the end of {one.year}; check it, a figure of part of the year has status P",
                    "warning",
                )
            )
    yield from once_a_file(found)


def _within_year(one: Observation) -> bool:
    """Return whether a figure of a whole year was published while that year ran."""
    day = one.published_on
    whole = one.status != "P"
    return whole and day is not None and date(one.year, 1, 1) <= day < date(one.year, 12, 1)


CHECKS = (check_steps, check_copies, check_places, check_decimals, check_times)
