"""Rules about the size of promised values: a lost decimal point, another unit, a year of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from plansite.model import Observation, Plan, Site, Target
from plansite.problems import ECHO, Origin, Problem
from plansite.records.plan import Promise
from plansite.values import value_of

TIMES = 5
"""A value so many times larger or smaller than all it can be compared with is looked at again."""
BEFORE_PLAN = 10
"""A baseline more years than this before the plan's first year is looked at again."""
WIDE = Decimal("0.25")
"""A tolerance beyond this share of its value is looked at again."""
DOUBLED = 100
"""A relative promise of more per cent than this is looked at again."""
REVISED = Decimal("0.15")
"""A baseline as printed and the figure as it is known now may differ by this share: it was revised."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def check_sizes(site: Site) -> Iterator[Problem]:
    """A value is of the size of its baseline, its figures and the promises of other plans."""
    for plan, target in _numeric(site):
        if target.record.note:
            continue
        promised = [(one, value) for one in target.promises for value in value_of(one)]
        figures, baseline = _figures(site, plan, target), target.record.baseline
        for promise, value in promised:
            others = [other for one, other in promised if one is not promise]
            known = [*others, *([baseline.value] if baseline else []), *figures]
            if near := _far_off(value, chain(known, _elsewhere(site, target))):
                yield _size(promise.origin.at(promise.given[0]), value, near)
        alike = chain(figures, _elsewhere(site, target))
        values = [value for _, value in promised]
        if baseline is None or (first := next(alike, None)) is None:
            continue  # there is nothing but the promise to compare the baseline with
        if near := _far_off(baseline.value, chain(values, [first], alike)):
            yield _size(baseline.origin.at("value"), baseline.value, near)


def _size(origin: Origin, value: Decimal, near: Decimal) -> Problem:
    return Problem(
        origin,
        f"{value:f} 与最接近的可比数值 {near:f} 相差 {TIMES} 倍以上；请核对小数点和单位，属实则在 note 中说明",
        f"{value:f} is more than {TIMES} times off the nearest value it can be compared with, {near:f}; check the decimal point and the unit and, if real, say so in `note`",
        "warning",
        cause=ECHO,
    )


def _far_off(value: Decimal, known: Iterable[Decimal]) -> Decimal | None:
    """Return the nearest of the known values if all of them are far off, else None.

    The first that is near ends the search: among thousands of plans it comes soon.
    """
    nearest: tuple[Decimal, Decimal] | None = None
    for one in known:
        if value > 0 and one > 0:
            apart = max(value / one, one / value)
            if apart < TIMES:
                return None
            if nearest is None or apart < nearest[0]:
                nearest = apart, one
    return nearest[1] if nearest else None


def _figures(site: Site, plan: Plan, target: Target) -> list[Decimal]:
    """Return what was observed of the target's indicator at the plan's place."""
    if target.indicator is None or target.record.population or target.record.kind == "cumulative":
        return []
    rows = site.observations_by_series.get((target.indicator.id, plan.jurisdiction.slug), ())
    return [one.value for one in rows if one.value is not None and not any(one.breakdown)]


def _elsewhere(site: Site, target: Target) -> Iterator[Decimal]:
    """Yield what other plans promise of the indicator: nothing while some are left out for faults.

    Counts are of a size of their own.
    """
    if target.indicator is None or target.indicator.unit == "count" or site.faulty:
        return
    for other in site.targets_by_indicator.get(target.indicator.id, ()):
        if other.plan != target.plan and other.strength == "numeric":
            for promise in other.promises:
                yield from value_of(promise)


def check_baseline_years(site: Site) -> Iterator[Problem]:
    """A baseline is of the years before the plan, and not of long before."""
    for plan in site.plans.values():
        first, years = plan.record.period[0], []
        for target in plan.targets:
            baseline = target.record.baseline
            if baseline and not target.record.note:
                years.append(baseline)
        odd = [one for one in years if not first - BEFORE_PLAN <= one.year <= first]
        if len(odd) > 1 and len(odd) == len(years):
            continue  # the period is wrong, which is told there
        for one in odd:
            yield Problem(
                one.origin.at("year"),
                f"基期 {one.year} 不在规划首年 {first} 及之前 {BEFORE_PLAN} 年之内；请核对，属实则在 note 中说明",
                f"the baseline year {one.year} is not the plan's first, {first}, nor one of the {BEFORE_PLAN} before; check it and, if real, say so in `note`",
                "warning",
                cause=ECHO,
            )


def check_baseline_values(site: Site) -> Iterator[Problem]:
    """A baseline is near a figure that the observations have of its year, if they have any."""
    for plan, target in _numeric(site):
        baseline = target.record.baseline
        if baseline is None or target.indicator is None or target.record.population:
            continue
        rows = site.observations_by_series.get((target.indicator.id, plan.jurisdiction.slug), ())
        known = [
            one
            for one in rows
            if one.year == baseline.year and one.value is not None and not any(one.breakdown)
        ]
        if known and not target.record.note and all(_differs(baseline.value, one) for one in known):
            at = f"{known[-1].origin.path}:{known[-1].origin.line}"
            yield Problem(
                baseline.origin.at("value"),
                f"基期 {baseline.value} 与 {at} 的 {known[-1].value}（{baseline.year} 年）不同；请核对，属实则在 note 中说明",
                f"the baseline {baseline.value} differs from {known[-1].value} of {baseline.year} at {at}; check it and, if real, say so in `note`",
                "warning",
                cause=ECHO,
            )


def _differs(value: Decimal, one: Observation) -> bool:
    """Return whether a baseline is no former vintage of a figure; by far more, its size is told."""
    if one.value is None or _far_off(value, [one.value]):
        return False
    return abs(value - one.value) > REVISED * abs(one.value)


def check_bands(site: Site) -> Iterator[Problem]:
    """A tolerance is a small part of its value."""
    for _, target in _numeric(site):
        for promise in target.promises:
            about, tolerance = promise.about, promise.tolerance
            if about and tolerance and not target.record.note and tolerance > abs(about) * WIDE:
                yield Problem(
                    promise.origin.at("tolerance"),
                    f"tolerance {tolerance} 超过 {about} 的四分之一；请核对小数点，属实则在 note 中说明",
                    f"the tolerance {tolerance} is more than a quarter of {about}; check the decimal point and, if real, say so in `note`",
                    "warning",
                )


def check_relative(site: Site) -> Iterator[Problem]:
    """A relative promise starts from a year before its end, and asks for no more than the double."""
    for plan in site.plans.values():
        for target in plan.targets:
            for promise in target.promises:
                if not target.record.note:
                    yield from _relative(target, promise)


def _relative(target: Target, promise: Promise) -> Iterator[Problem]:
    if promise.amount and promise.amount_unit == "percent" and promise.amount > DOUBLED:
        yield Problem(
            promise.origin.at("amount"),
            f"amount {promise.amount}% 超过一倍；请核对小数点，属实则在 note 中说明",
            f"the amount {promise.amount} % is more than double; check the decimal point and, if real, say so in `note`",
            "warning",
        )
    years = _YEAR.findall(promise.relative_to.zh) if promise.relative_to else []
    due = target.year(promise)
    for year in years:
        if int(year) >= due:
            yield Problem(
                promise.origin.at("relative_to"),
                f"relative_to 的 {year} 年应早于目标年 {due}；请改正其一",
                f"the year {year} of relative_to must lie before the target year {due}; correct one of them",
            )


def _numeric(site: Site) -> Iterator[tuple[Plan, Target]]:
    for plan in site.plans.values():
        for target in plan.targets:
            if target.strength == "numeric":
                yield plan, target


CHECKS = (check_sizes, check_baseline_years, check_baseline_values, check_bands, check_relative)
