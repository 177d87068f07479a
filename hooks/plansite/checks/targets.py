"""Rules about targets: places unique, years in order, values possible, milestones consistent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from plansite.checks.clauses import lost
from plansite.model import Clause, Plan, Site, Target
from plansite.problems import Origin, Problem
from plansite.values import direction, good_direction, value_of


def check_places(site: Site) -> Iterator[Problem]:
    """A number stands once among a plan's clauses of one kind and domain, a subject once in it."""
    for plan in site.plans.values():
        clauses: dict[str, Origin] = {}
        targets: dict[str, Origin] = {}
        for clause in plan.clauses:
            again = clause.record.number is not None and clause.anchor in clauses
            if clause.record.number is not None:
                yield from _once(clauses, clause.anchor, clause.record.origin)
            for target in () if again else clause.targets:
                yield from _once(targets, target.id, target.origin)


def check_noughts(site: Site) -> Iterator[Problem]:
    """`02` is 2: numbers of one list are written with a nought before them all, or none."""
    for plan in site.plans.values():
        lists: dict[tuple[str, str], list[Clause]] = {}
        for clause in plan.clauses:
            if (clause.record.number or "").isdecimal():
                lists.setdefault((clause.kind, clause.domain), []).append(clause)
        away = set(lost(plan))
        for clauses in lists.values():
            numbers = {one.record.number or "" for one in clauses}
            if not any(len(one) == 1 for one in numbers):
                continue  # printed 01, 02, ... throughout
            for clause in clauses:
                number = clause.record.number or ""
                meant = clause.passage.removesuffix(number) + number.lstrip("0")
                if number.startswith("0") and meant not in away:  # else it is told as lost
                    yield Problem(
                        clause.record.origin.at("number"),
                        f"number {number!r} 以 0 开头，而同一文件的其他编号不是；请写成 {number.lstrip('0') or '原文的编号'}",
                        f"number {number!r} begins with 0, others of its file do not; write {number.lstrip('0') or 'the number printed'}",
                    )


def check_years(site: Site) -> Iterator[Problem]:
    """Milestones come in order of year within the plan's period; a baseline comes earlier."""
    for plan, target in _targets(site):
        first, last = plan.record.period
        years = [target.year(promise) for promise in target.promises]
        for promise, (earlier, later) in zip(target.record.then, pairwise(years), strict=True):
            if later <= earlier:
                yield Problem(
                    promise.origin.at("by"),
                    f"年份 {years} 应逐个增大；请改正 by",
                    f"the years {years} must increase from milestone to milestone; correct `by`",
                )
        if years[0] < first:
            yield Problem(
                target.origin.at("by"),
                f"目标年 {years[0]} 早于规划期 {first}；请改正 by",
                f"the target year {years[0]} lies before the plan's first year {first}; correct `by`",
            )
        if max(years) > last and not target.record.note:
            yield Problem(
                target.promises[years.index(max(years))].origin.at("by"),
                f"目标年 {max(years)} 晚于规划期 {last}；请核对，属实则在 note 中说明",
                f"the target year {max(years)} lies after the plan's last year {last}; check it and, if real, say so in `note`",
            )
        baseline = target.record.baseline
        if baseline and baseline.year >= years[0] >= first:
            yield Problem(
                baseline.origin.at("year"),
                f"基期 {baseline.year} 应早于目标年 {years[0]}；请改正其一",
                f"the baseline year {baseline.year} must lie before the target year {years[0]}; correct one of them",
            )


def check_values(site: Site) -> Iterator[Problem]:
    """A value lies within its indicator's natural limits."""
    for _, target in _targets(site):
        if target.indicator is None or target.strength != "numeric":
            continue
        low, high = target.indicator.bounds
        for origin, value in _values(target):
            if (low is not None and value < low) or (high is not None and value > high):
                yield Problem(
                    origin,
                    f"{value} 超出 {target.indicator.id} 的自然界限 {low}..{high}；请核对原文",
                    f"{value} is outside the natural limits {low}..{high} of {target.indicator.id}; check the document",
                    cause=f"limits {target.indicator.id}",
                )


def check_directions(site: Site) -> Iterator[Problem]:
    """A promise asks for the indicator's good direction, or a note says why not."""
    for _, target in _targets(site):
        good = good_direction(target.indicator)
        former = (one for earlier in target.record.earlier for one in (earlier, *earlier.then))
        for promise in (*target.promises, *former):
            if direction(promise) * good < 0 and not target.record.note:
                asked = promise.given[0]
                if target.indicator and _all_against(site, target.indicator.id, good):
                    cause = f"better {target.indicator.id}"
                else:
                    cause = ""
                better = "越高越好" if good > 0 else "越低越好"
                yield Problem(
                    promise.origin.at(asked),
                    f"{asked} 与指标方向（{better}）相反；请核对，属实则在 note 中说明",
                    f"{asked} runs against the indicator, of which {'more' if good > 0 else 'less'} is better; check it and, if real, say so in `note`",
                    cause=cause,
                )


def _all_against(site: Site, indicator: str, good: int) -> bool:
    """Return whether every promise of an indicator runs against its good direction."""
    asked = {
        direction(promise)
        for target in site.targets_by_indicator.get(indicator, ())
        for promise in target.promises
    }
    return asked - {0} == {-good}


def check_milestones(site: Site) -> Iterator[Problem]:
    """A later milestone, and what a plan strives for beyond, is not weaker than what comes before."""
    for _, target in _targets(site):
        promises = [*target.promises, *([target.record.stretch] if target.record.stretch else [])]
        for earlier, later in pairwise(promises):
            before, after = value_of(earlier), value_of(later)
            sign = direction(later) or direction(earlier) or good_direction(target.indicator)
            if before and after and sign * (after[0] - before[0]) < 0:
                yield Problem(
                    later.origin.at(later.given[0]),
                    f"{after[0]} 比此前的阶段目标 {before[0]} 更弱；请核对原文",
                    f"{after[0]} is weaker than the earlier milestone {before[0]}; check the document",
                )
            elif before == after and later is target.record.stretch and not target.record.note:
                yield Problem(
                    later.origin.at(later.given[0]),
                    f"stretch 的 {after[0]} 与目标 {before[0]} 相同，不是更高的要求；请核对原文，改正或删除 stretch",
                    f"the {after[0]} of `stretch` is the target's own, {before[0]}, and strives for nothing beyond; check the document, correct it or take it out",
                    "warning",
                )


def check_baselines(site: Site) -> Iterator[Problem]:
    """A baseline lies on the far side of its target, or a note says why not."""
    for _, target in _targets(site):
        baseline, wanted = target.record.baseline, value_of(target.record)
        if baseline is None or not wanted or target.record.note:
            continue
        if direction(target.record) * (baseline.value - wanted[0]) > 0:
            yield Problem(
                baseline.origin.at("value"),
                f"基期 {baseline.value} 已优于目标 {wanted[0]}；请核对，或在 note 中说明",
                f"the baseline {baseline.value} is already better than the target {wanted[0]}; check it, or say why in `note`",
            )


def _values(target: Target) -> Iterator[tuple[Origin, Decimal]]:
    """Yield every value of a target with its place: milestones, stretch, baseline."""
    record = target.record
    former = [one for earlier in record.earlier for one in (earlier, *earlier.then)]
    for promise in (*target.promises, *former, *([record.stretch] if record.stretch else [])):
        for value in value_of(promise):
            yield promise.origin.at(promise.given[0]), value
    if record.baseline:
        yield record.baseline.origin.at("value"), record.baseline.value


def _targets(site: Site) -> Iterator[tuple[Plan, Target]]:
    for plan in site.plans.values():
        for target in plan.targets:
            yield plan, target


def _once(seen: dict[str, Origin], key: str, origin: Origin) -> Iterator[Problem]:
    if key in seen:
        first = seen[key]
        yield Problem(
            origin,
            f"位置 {key} 已在 {first.path}:{first.line} 记录；请改编号或合并",
            f"the place {key} is already recorded at {first.path}:{first.line}; correct the number or merge",
        )
    seen.setdefault(key, origin)


CHECKS = (
    check_places,
    check_noughts,
    check_years,
    check_values,
    check_directions,
    check_milestones,
    check_baselines,
)
