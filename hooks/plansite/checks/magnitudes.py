"""Rules about what stands beside a promised value: the baseline, the tolerance, the other end of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plansite.checks.sizes import far_off, numeric
from plansite.model import Observation, Plan, Site, Target
from plansite.problems import ECHO, Problem
from plansite.records.plan import Promise

APART = 2
"""A range whose upper end is more than so many times the lower one is looked at again."""
BEFORE_PLAN = 10
"""A baseline more years than this before the plan's first year is looked at again."""
WIDE = Decimal("0.25")
"""A tolerance beyond this share of its value is looked at again."""
DOUBLED = 100
"""A relative promise of more per cent than this is looked at again."""
REVISED = Decimal("0.15")
"""A baseline as printed and the figure as it is known now may differ by this share: it was revised."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def check_ranges(site: Site) -> Iterator[Problem]:
    """The ends of a range are of one size."""
    for _, target in numeric(site):
        for promise in target.promises:
            low, high = promise.between or (Decimal(1), Decimal(1))
            if low > 0 and high > APART * low and not target.record.note:
                yield Problem(
                    promise.origin.at("between"),
                    f"between 的上限 {high:f} 超过下限 {low:f} 的 {APART} 倍；请核对小数点，属实则在 note 中说明",
                    f"the upper end {high:f} of `between` is more than {APART} times the lower one, {low:f}; check the decimal point and, if real, say so in `note`",
                    "warning",
                    cause=ECHO,
                )


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
    for plan, target in numeric(site):
        baseline = target.record.baseline
        if baseline is None or target.indicator is None or target.record.population:
            continue
        rows = site.observations_by_series.get((target.indicator.id, plan.jurisdiction.slug), ())
        known = [
            one
            for one in rows
            if one.year == baseline.year and one.value is not None and not any(one.breakdown)
        ]
        own = plan.record.source if _is_its_document(site, plan) else None
        cited = [one for one in known if one.source == baseline.source == own]
        if cited and baseline.value not in {one.value for one in cited}:
            at = f"{cited[-1].origin.path}:{cited[-1].origin.line}"
            yield Problem(
                baseline.origin.at("value"),
                f"基期 {baseline.value} 与同一文件 {baseline.source} 的 {cited[-1].value}（{baseline.year} 年，{at}）不同；请核对文件，改正其一",
                f"the baseline {baseline.value} differs from {cited[-1].value} of {baseline.year}, read in the same document, {baseline.source} ({at}); check it and correct one of them",
                "warning",
            )
        elif (
            known and not target.record.note and all(_differs(baseline.value, one) for one in known)
        ):
            at = f"{known[-1].origin.path}:{known[-1].origin.line}"
            yield Problem(
                baseline.origin.at("value"),
                f"基期 {baseline.value} 与 {at} 的 {known[-1].value}（{baseline.year} 年）不同；请核对，属实则在 note 中说明",
                f"the baseline {baseline.value} differs from {known[-1].value} of {baseline.year} at {at}; check it and, if real, say so in `note`",
                "warning",
                cause=ECHO,
            )


def _is_its_document(site: Site, plan: Plan) -> bool:
    """Return whether the source of a plan is its own text, which says each thing once."""
    source = site.sources.get(plan.record.source or "")
    return source is not None and source.title.zh == plan.title.zh


def _differs(value: Decimal, one: Observation) -> bool:
    """Return whether a baseline is no former vintage of a figure; by far more, its size is told."""
    if one.value is None or far_off(value, [one.value]):
        return False
    return abs(value - one.value) > REVISED * abs(one.value)


def check_bands(site: Site) -> Iterator[Problem]:
    """A tolerance is a small part of its value."""
    for _, target in numeric(site):
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


CHECKS = (
    check_ranges,
    check_baseline_years,
    check_baseline_values,
    check_bands,
    check_relative,
)
