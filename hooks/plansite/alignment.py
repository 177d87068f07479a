"""How a target relates to the tiers above: a typed relation, always with both numbers.

Two targets are linked by the same indicator, or by an explicit `aligns`. A link through a related
indicator (other population or measure) is one of subject only and is never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plansite.model import Plan, Site, Target
from plansite.records.plan import Promise
from plansite.values import comparator, direction, good_direction, value_of


class Relation(StrEnum):
    """What a lower target is beside a higher one."""

    SAME = "same"
    STRICTER = "stricter"
    LOOSER = "looser"
    EARLIER = "earlier"
    LATER = "later"
    ADDS = "adds"
    """No recorded plan above has such a target."""
    NOT_COMPARABLE = "not_comparable"


class Reason(StrEnum):
    """Why two targets can not be compared."""

    NONE = ""
    UNIT = "unit"
    POPULATION = "population"
    PERIOD = "period"
    FORM = "form"


@dataclass(frozen=True)
class Alignment:
    """One target beside one target of a plan above."""

    target: Target
    superior: Target | None
    """None if no recorded plan above has a counterpart (relation ADDS)."""
    relation: Relation
    reason: Reason = Reason.NONE


def superiors(plan: Plan, site: Site) -> Iterator[Plan]:
    """Yield the recorded plans above `plan`: those it names, then those of its tiers above."""
    named = [one.plan for one in plan.record.superior if one.plan in site.plans]
    for path in named:
        if path is not None:
            yield site.plans[path]
    for place in site.ancestors(plan.jurisdiction.slug):
        for other in site.plans_of(place.slug):
            if other.path not in named and _guides(other, plan):
                yield other


def _guides(other: Plan, plan: Plan) -> bool:
    """Return whether a plan of a tier above is one to compare with: its period meets ours."""
    first, last = plan.record.period
    begins, ends = other.record.period
    return other.record.role == "superior" and begins <= last and ends >= first


def align_plan(plan: Plan, site: Site) -> tuple[Alignment, ...]:
    """Return, for each target with an indicator, its links upwards; ADDS where there is none."""
    above = _Above([target for other in superiors(plan, site) for target in other.targets])
    found: list[Alignment] = []
    for target in plan.targets:
        if target.indicator is None and not target.record.aligns:
            continue
        found.extend(above.links(target) or [Alignment(target, None, Relation.ADDS)])
    return tuple(found)


def align_site(site: Site) -> Mapping[str, tuple[Alignment, ...]]:
    """Return the alignments of every own plan by its path."""
    return {
        path: align_plan(plan, site)
        for path, plan in site.plans.items()
        if plan.record.role == "own"
    }


def missing_below(plan: Plan, superior: Plan) -> tuple[Target, ...]:
    """Return the superior's targets whose indicator the plan does not take up anywhere."""
    taken = {target.indicator.id for target in plan.targets if target.indicator}
    return tuple(
        target
        for target in superior.targets
        if target.indicator and target.indicator.id not in taken
    )


class _Above:
    """The targets above a plan, found by what can link a target to them."""

    def __init__(self, targets: list[Target]) -> None:
        self.targets = targets
        self.by_address: dict[str, list[int]] = {}
        self.by_indicator: dict[str, list[int]] = {}
        self.by_related: dict[str, list[int]] = {}
        for index, one in enumerate(targets):
            self.by_address.setdefault(f"{one.plan}#{one.id}", []).append(index)
            if one.indicator:
                self.by_indicator.setdefault(one.indicator.id, []).append(index)
                for related in one.indicator.related:
                    self.by_related.setdefault(related, []).append(index)

    def links(self, target: Target) -> list[Alignment]:
        """Return a target's links, in the order of the plans above."""
        found = {at for name in target.record.aligns for at in self.by_address.get(name, ())}
        if indicator := target.indicator:
            for name in (indicator.id, *indicator.related):
                found.update(self.by_indicator.get(name, ()))
            found.update(self.by_related.get(indicator.id, ()))
        return [_link(target, self.targets[index]) for index in sorted(found)]


def _link(target: Target, other: Target) -> Alignment:
    if target.indicator and other.indicator and target.indicator.id == other.indicator.id:
        return compare(target, other)
    return Alignment(target, other, Relation.NOT_COMPARABLE, Reason.POPULATION)


def compare(target: Target, superior: Target) -> Alignment:
    """Return the relation of two targets of one indicator.

    Compared are the milestones of the same year if there are any, else the final ones. A better
    value in a longer time (or a weaker one in a shorter time) is neither stricter nor looser.
    """
    ours, theirs = _pair(target, superior)
    mine, other = value_of(ours), value_of(theirs)
    if target.record.population != superior.record.population:
        return Alignment(target, superior, Relation.NOT_COMPARABLE, Reason.POPULATION)
    if target.strength != superior.strength or "relative" in (target.strength, superior.strength):
        return Alignment(target, superior, Relation.NOT_COMPARABLE, Reason.FORM)
    years = target.year(ours) - superior.year(theirs)
    if not mine or not other:
        same = comparator(ours) == comparator(theirs)
        relation = _by_year(years) if same else Relation.NOT_COMPARABLE
        return Alignment(target, superior, relation, Reason.NONE if same else Reason.FORM)
    better = _better(target, ours, theirs)
    if better is None:
        return Alignment(target, superior, Relation.NOT_COMPARABLE, Reason.FORM)
    if better == 0:
        return Alignment(target, superior, _by_year(years))
    if (better > 0 and years <= 0) or (better < 0 and years >= 0):
        return Alignment(target, superior, Relation.STRICTER if better > 0 else Relation.LOOSER)
    return Alignment(target, superior, Relation.NOT_COMPARABLE, Reason.PERIOD)


def _pair(target: Target, superior: Target) -> tuple[Promise, Promise]:
    theirs = {superior.year(promise): promise for promise in superior.promises}
    for promise in reversed(target.promises):
        if (year := target.year(promise)) in theirs:
            return promise, theirs[year]
    return target.promises[-1], superior.promises[-1]


def _by_year(years: int) -> Relation:
    if years == 0:
        return Relation.SAME
    return Relation.EARLIER if years < 0 else Relation.LATER


_FIRMNESS = {"gt": 2, "lt": 2, "ge": 1, "le": 1, "eq": 1, "about": 0}


def _better(target: Target, ours: Promise, theirs: Promise) -> int | None:
    """Return 1, 0 or -1 as our value is better, equal or weaker; None if that can not be said."""
    if "range" in (comparator(ours), comparator(theirs)):
        return 0 if value_of(ours) == value_of(theirs) else None
    sign = direction(ours) or direction(theirs) or good_direction(target.indicator)
    if sign == 0:
        return 0 if value_of(ours) == value_of(theirs) else None
    if direction(ours) * direction(theirs) < 0:
        return None
    difference = sign * (value_of(ours)[0] - value_of(theirs)[0])
    if difference == 0:
        difference = type(difference)(_FIRMNESS[comparator(ours)] - _FIRMNESS[comparator(theirs)])
    return (difference > 0) - (difference < 0)
