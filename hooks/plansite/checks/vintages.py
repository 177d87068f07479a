"""Rules about a series of observations: each figure once a vintage, no jump that nobody confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plansite.checks.observations import possible
from plansite.model import Observation, Site
from plansite.problems import Origin, Problem

JUMP = 50
"""A change of more than this many per cent from one observation to the next must be confirmed."""


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
        for one in rows:
            if one.value is None or one.status == "F" or not possible(site, one):
                continue
            before, usual = latest.get(one.breakdown), alone.pop(one.breakdown, None)
            change = _jump(before, one) if before and not one.confirmed else None
            if before and change and not (usual and not _jump(usual, one)):
                alone[one.breakdown] = before
                yield Problem(
                    one.origin,
                    f"{before.year} 年 {before.value} 到 {one.year} 年 {one.value}，变化 {change:.0f}%；请核对，属实则在 confirmed 中说明",
                    f"from {before.value} in {before.year} to {one.value} in {one.year}, a change of {change:.0f} %; check it and, if real, say so in `confirmed`",
                    "warning",
                )
            latest[one.breakdown] = one


def _jump(before: Observation, one: Observation) -> Decimal | None:
    """Return the change in per cent from one figure to the next if it is a jump."""
    if not before.value or one.value is None or before.year >= one.year:
        return None
    change = abs((one.value - before.value) / before.value) * 100
    return change if change > JUMP * (one.year - before.year) else None


def _place(one: Observation) -> Origin:
    return one.origin


CHECKS = (check_vintages, check_jumps)
