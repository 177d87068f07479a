"""Rules about the number of an observation: there is one if there should be, and it is possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from plansite.checks.observations import MANY, wrong
from plansite.model import Observation, Site
from plansite.problems import Problem
from plansite.progress.observation_words import WITHOUT_NUMBER, ObservationStatus
from plansite.records.catalogue import Indicator

MISSING = frozenset(one.value for one in WITHOUT_NUMBER)
ELSEWHERE = ObservationStatus.K.value
"""The status of a figure that is part of another one: with or without a number."""
FAR = 1000
"""A percentage without an upper limit (a growth, a ratio) beyond this must be confirmed."""


def check_numbers(site: Site) -> Iterator[Problem]:
    """A missing status has no number, any other has one, and it lies within natural limits."""
    narrow = set()
    for name, problem in _narrow_limits(site):
        narrow.add(name)
        yield problem
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
        if indicator and one.value is not None and indicator.id not in narrow:
            yield from _size(site, one, one.value, indicator)


def _size(site: Site, one: Observation, value: Decimal, indicator: Indicator) -> Iterator[Problem]:
    low, high = indicator.bounds
    if not possible(site, one):
        yield wrong(
            one,
            "value",
            str(value),
            f"在自然界限 {low}..{high} 之内；请核对小数点和单位",
            f"within the natural limits {low}..{high}; check the decimal point and the unit",
        )
    elif indicator.unit == "percent" and abs(value) > FAR and not one.confirmed:
        yield wrong(
            one,
            "value",
            str(value),
            f"不超过 {FAR}%；请核对，属实则在 confirmed 中说明",
            f"no more than {FAR} %; check it and, if real, say so in `confirmed`",
        )


def _narrow_limits(site: Site) -> Iterator[tuple[str, Problem]]:
    """Yield the indicators whose limits most of their figures break: the limits are wrong."""
    out: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for one in site.observations:
        total[one.indicator] += one.value is not None
        out[one.indicator] += not possible(site, one)
    for name, times in out.items():
        if times > MANY and times * 2 > total[name]:
            indicator = site.indicators[name]
            low, high = indicator.bounds
            yield (
                name,
                Problem(
                    indicator.origin.at("limits"),
                    f"{name} 的 {total[name]} 条数据中有 {times} 条超出自然界限 {low}..{high}；请核对此处的 limits 和 unit",
                    f"{times} of the {total[name]} figures of {name} lie outside its natural limits {low}..{high}; check `limits` and `unit` here",
                    cause=f"limits {name}",
                ),
            )


def possible(site: Site, one: Observation) -> bool:
    """Return whether a value lies within the limits of its indicator, so far as they are known."""
    indicator = site.indicators.get(one.indicator)
    low, high = indicator.bounds if indicator else (None, None)
    value = one.value or Decimal(0)
    return (low is None or value >= low) and (high is None or value <= high)


CHECKS = (check_numbers,)
