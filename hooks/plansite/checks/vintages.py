"""Rules about a series of observations: each figure once a vintage, no jump that nobody confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from plansite.checks.limits import possible
from plansite.checks.observations import once_a_file, wrong
from plansite.model import Observation, Site
from plansite.problems import AS_OF, ECHO, Origin, Problem

JUMP = 50
"""A change of more than this many per cent from one observation to the next must be confirmed."""
STALE = 5
"""So many years without a new figure: is the as-of date right?"""


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
    yield from _undated(site)


def _undated(site: Site) -> Iterator[Problem]:
    """Yield rows of one key of which only some say when they were published: which one counts?

    Forecasts are let be: the figure itself comes later.
    """
    for rows in site.observations_by_series.values():
        dated: dict[tuple[object, ...], Observation] = {}
        for one in rows:
            if one.status == "F":
                continue
            first = dated.setdefault((one.year, one.breakdown), one)
            if (first.published_on is None) != (one.published_on is None):
                late, early = max(first, one, key=_place), min(first, one, key=_place)
                at = f"{early.origin.path}:{early.origin.line}"
                yield Problem(
                    late.origin,
                    f"与 {at} 是同一指标、地区、年份和分组，其中一行没有 published_on；请删除重复的一行，更正则两行都写 published_on",
                    f"same indicator, place, year and breakdown as {at}, one of them without published_on; delete the row that is too many, or give both a published_on if this is a correction",
                )


def check_jumps(site: Site) -> Iterator[Problem]:
    """A change of more than JUMP per cent between neighbouring years is confirmed in the data.

    A figure that lies between the last two is no second jump: the one before it stood out alone.
    """
    for rows in site.observations_by_series.values():
        latest: dict[tuple[str, str, str], Observation] = {}
        alone: dict[tuple[str, str, str], Observation] = {}
        for one, confirmed in _counting(site, rows):
            before, usual = latest.get(one.breakdown), alone.pop(one.breakdown, None)
            change = _jump(before, one) if before and not confirmed else None
            if before and change and not (usual and not _jump(usual, one)):
                alone[one.breakdown] = before
                yield Problem(
                    one.origin,
                    f"{before.year} 年 {before.value} 到 {one.year} 年 {one.value}，变化 {change:.0f}%；请核对，属实则在 confirmed 中说明",
                    f"from {before.value} in {before.year} to {one.value} in {one.year}, a change of {change:.0f} %; check it and, if real, say so in `confirmed`",
                    "warning",
                )
            latest[one.breakdown] = one


def _counting(site: Site, rows: Iterable[Observation]) -> Iterator[tuple[Observation, bool]]:
    """Yield the figure that counts for each year, its last vintage, and whether it is confirmed.

    A correction is confirmed with what it corrects if the two are near each other.
    """
    vintages: dict[tuple[object, ...], list[Observation]] = {}
    for one in rows:
        if one.value is not None and one.status != "F" and possible(site, one):
            vintages.setdefault((one.year, one.breakdown), []).append(one)
    for *former, last in vintages.values():
        if former and former[-1].published_on == last.published_on:
            continue  # the same vintage twice: which of the two is meant is not known
        near = (one for one in former if one.confirmed and (_change(one, last) or 0) <= JUMP)
        yield last, bool(last.confirmed) or any(near)


def _jump(before: Observation, one: Observation) -> Decimal | None:
    """Return the change in per cent from one figure to a later one if it is a jump."""
    change = _change(before, one)
    return change if change and change > JUMP * (one.year - before.year) else None


def _change(before: Observation, one: Observation) -> Decimal | None:
    """Return by how many per cent two figures differ, None where the first is no base for it."""
    if not before.value or one.value is None:
        return None
    return abs((one.value - before.value) / before.value) * 100


def check_releases(site: Site) -> Iterator[Problem]:
    """A figure that was not out yet on the as-of date counts later only: is the day right?"""
    as_of = site.settings.as_of
    for source in site.sources.values():
        if source.date and source.date > as_of.isoformat()[: len(source.date)]:
            yield Problem(
                source.origin.at("date"),
                f"date {source.date} 晚于评估日期 {as_of}；请核对，或更新 site.yml 的 as_of",
                f"date {source.date} lies after the as-of date {as_of}; check it, or renew as_of in site.yml",
                "warning",
                cause=AS_OF,
            )
    for one in site.observations:
        if one.published_on and _after(one.published_on, as_of):
            yield Problem(
                one.origin,
                f"published_on {one.published_on} 晚于评估日期 {as_of}，到时才计入；请核对，或更新 site.yml 的 as_of",
                f"published_on {one.published_on} lies after the as-of date {as_of}, the figure counts from then on only; check it, or renew as_of in site.yml",
                "warning",
                cause=AS_OF,
            )


def check_evidence(site: Site) -> Iterator[Problem]:
    """A derived figure says how; nothing lies in the future or was published before its year."""
    ahead = [
        wrong(
            one,
            "year",
            str(one.year),
            f"不晚于 {site.settings.as_of.year}；预测请用状态 F",
            f"no later than {site.settings.as_of.year}; a forecast has status F",
        )
        for one in site.observations
        if one.year > site.settings.as_of.year and one.status != "F"
    ]
    many = len({one.year for one in site.observations if one.year > site.settings.as_of.year}) > 1
    told = ahead if many else once_a_file(ahead)
    yield from (replace(one, cause=AS_OF if many else ECHO) for one in told)
    for one in site.observations:
        if one.kind == "derived" and not one.note:
            yield wrong(
                one,
                "note",
                "",
                "写明算法（kind 为 derived）",
                "how it was computed, for a derived figure",
            )
        if one.published_on and one.published_on.year < one.year and one.status != "F":
            yield wrong(
                one,
                "published_on",
                one.published_on.isoformat(),
                f"不早于 {one.year}；请核对",
                f"no earlier than {one.year}; check it",
            )


def check_as_of(site: Site) -> Iterator[Problem]:
    """The as-of date does not lie years after the newest figure."""
    as_of = site.settings.as_of
    newest = max(
        (one.published_on.year if one.published_on else one.year for one in site.observations),
        default=as_of.year,
    )
    if as_of.year - newest > STALE and site.settings.origin.path:
        yield Problem(
            site.settings.origin.at("as_of"),
            f"as_of {as_of} 比最新的数据（{newest} 年）晚 {as_of.year - newest} 年；请核对",
            f"as_of {as_of} lies {as_of.year - newest} years after the newest figure, of {newest}; check it",
            "warning",
        )


def _after(day: date, as_of: date) -> bool:
    """Return whether a day lies after another; the last of a year or month may be the whole of it."""
    if (day.month, day.day) == (12, 31):
        return day.year > as_of.year
    return (day.year, day.month) > (as_of.year, as_of.month)


def _place(one: Observation) -> Origin:
    return one.origin


CHECKS = (check_vintages, check_jumps, check_releases, check_evidence, check_as_of)
