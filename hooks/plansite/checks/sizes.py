"""Rules about the size of a promised value: that of its baseline, its figures, other plans' promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from plansite.checks.digits import figures as figures_of
from plansite.model import Plan, Site, Target
from plansite.problems import ECHO, Origin, Problem
from plansite.records.plan import Promise
from plansite.values import direction, value_of

TIMES = 5
"""A value so many times larger or smaller than all it can be compared with is looked at again."""
NEAR, SEVERAL = Decimal("1.8"), 3
"""So is one this many times off, where several are known elsewhere or it is weaker than what is reached."""


def check_sizes(site: Site) -> Iterator[Problem]:
    """A value is of the size of its baseline, its figures and the promises of other plans."""
    for plan, target in numeric(site):
        told = False
        promised = [(one, value) for one in target.promises for value in value_of(one)]
        figures, baseline = _figures(site, plan, target), target.record.baseline
        for promise, value in promised:
            others = [other for one, other in promised if one is not promise]
            known = [*others, *([baseline.value] if baseline else []), *figures]
            weak = _is_weak(promise, value, figures)
            near = far_off(value, known, _elsewhere(site, target), weak)
            if near and not _explained(target, value, near):
                told = True
                yield _size(promise.origin.at(promise.given[0]), value, near)
        values = [value for _, value in promised]
        if not told:  # else it is the value of now that is wrong
            yield from _former(target, values)
        first = next(chain(figures, _elsewhere(site, target)), None)
        if baseline is None or first is None:
            continue  # there is nothing but the promise to compare the baseline with
        near = far_off(baseline.value, chain(values, figures, _elsewhere(site, target)))
        if near and not _explained(target, baseline.value, near):
            yield _size(baseline.origin.at("value"), baseline.value, near)


def _former(target: Target, values: list[Decimal]) -> Iterator[Problem]:
    """Yield what an amended target promised before, where that is of another size than all it promises now."""
    for earlier in target.record.earlier:
        for promise in (earlier, *earlier.then):
            for value in value_of(promise):
                if (near := far_off(value, values)) and not _explained(target, value, near):
                    yield _size(promise.origin.at(promise.given[0]), value, near)


def _explained(target: Target, value: Decimal, near: Decimal) -> bool:
    """Return whether the note of a target gives one of two figures: a note on other things will not do."""
    note = target.record.note
    return note is not None and not {value, near}.isdisjoint(figures_of(note.zh, "zh"))


def _size(origin: Origin, value: Decimal, near: Decimal) -> Problem:
    times = TIMES if _apart(value, near) >= TIMES else NEAR
    return Problem(
        origin,
        f"{value:f} 与最接近的可比数值 {near:f} 相差 {times} 倍以上；请核对小数点和单位，属实则在 note 中写明这个数",
        f"{value:f} is more than {times} times off the nearest value it can be compared with, {near:f}; check the decimal point and the unit and, if real, say so in `note`, with the figure",
        "warning",
        cause=ECHO,
    )


def far_off(
    value: Decimal,
    known: Iterable[Decimal],
    promised: Iterable[Decimal] = (),
    weak: bool = False,
) -> Decimal | None:
    """Return the nearest of the known values if all of them are far off, else None.

    A value of half its size that no summary, figure, baseline nor other plan speaks of can not be told from a true one.
    Far off is TIMES; it is NEAR where SEVERAL values are promised elsewhere, and for a `weak` one. The first that is near
    for sure ends the search: among thousands of plans it comes soon.
    """
    nearest, elsewhere, least = Decimal(0), 0, NEAR if promised else Decimal(TIMES)
    for one, is_promise in chain(((one, 0) for one in known), ((one, 1) for one in promised)):
        if value > 0 and one > 0:
            elsewhere += is_promise
            if _apart(value, one) < least:
                return None
            if not nearest or _apart(value, one) < _apart(value, nearest):
                nearest = one
    far = NEAR if weak or elsewhere >= SEVERAL else Decimal(TIMES)
    return nearest if nearest and _apart(value, nearest) >= far else None


def _is_weak(promise: Promise, value: Decimal, figures: Iterable[Decimal]) -> bool:
    """Return whether all the figures there are were better than what is promised."""
    signs = [direction(promise) * (one - value) for one in figures]
    return bool(signs) and all(sign > 0 for sign in signs)


def _apart(one: Decimal, other: Decimal) -> Decimal:
    """Return how many times the larger of two numbers above zero is the smaller."""
    return max(one / other, other / one)


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


def numeric(site: Site) -> Iterator[tuple[Plan, Target]]:
    """Yield every target that has a value, with its plan."""
    for plan in site.plans.values():
        for target in plan.targets:
            if target.strength == "numeric":
                yield plan, target


CHECKS = (check_sizes,)
