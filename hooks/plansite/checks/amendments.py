"""Rules about amended targets: every version has its days, its document and words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plansite.model import Plan, Site, Target
from plansite.problems import AS_OF, Problem
from plansite.records.base import last_day
from plansite.records.unknown import unknown
from plansite.statements import dated
from plansite.versions import versions


def check_days(site: Site) -> Iterator[Problem]:
    """Amendments come in order of day, after the plan was issued and not after the as-of date."""
    as_of = site.settings.as_of
    for plan, target in _amended(site):
        days = [one.until for one in target.record.earlier]
        for one, (former, day) in zip(target.record.earlier[1:], pairwise(days), strict=True):
            if day <= former:
                yield Problem(
                    one.origin.at("until"),
                    f"until {day} 应晚于前一次修改 {former}；请按时间先后排列",
                    f"until {day} must lie after the amendment before it, {former}; put the oldest first",
                )
        issued = plan.record.issued_on
        for one in target.record.earlier:
            if issued and one.until.isoformat() <= str(last_day(issued))[: len(issued)]:
                yield Problem(
                    one.origin.at("until"),
                    f"until {one.until} 不晚于规划印发日 {issued}；请核对",
                    f"until {one.until} does not lie after the day the plan was issued, {issued}; check it",
                )
            if one.until > as_of:
                yield Problem(
                    one.origin.at("until"),
                    f"until {one.until} 晚于评估日期 {as_of}；请核对，或更新 site.yml 的 as_of",
                    f"until {one.until} lies after the as-of date {as_of}; check it, or renew as_of in site.yml",
                    cause=AS_OF,
                )


def check_documents(site: Site) -> Iterator[Problem]:
    """The document that amended a target stands in sources.yml."""
    for _, target in _amended(site):
        for one in target.record.earlier:
            left_out = {one.amended_by, "sources.yml"} & site.faulty
            if one.amended_by not in site.sources and not left_out:
                at = one.origin.at("amended_by")
                yield unknown(at, "amended_by", one.amended_by, site.sources, "sources.yml")


def check_difference(site: Site) -> Iterator[Problem]:
    """An amendment changes what is promised."""
    for _, target in _amended(site):
        unit = site.units.get(target.indicator.unit) if target.indicator else None
        if target.indicator and unit is None:  # said where the unit is faulty
            continue
        for former, later in pairwise(versions(target)):
            same = dated(former.target, unit, "zh") == dated(later.target, unit, "zh")
            if same and former.ended_by and _aimless(former.target) == _aimless(later.target):
                yield Problem(
                    former.ended_by.origin,
                    "修改前后的承诺相同；请核对数值和年份，或删除这一版",
                    "the promise is the same before and after; check value and year, or remove this version",
                )


def _aimless(target: Target) -> str:
    """Return the printed words, which may be all that differs in a promise without a value."""
    return target.record.printed or ""


def _amended(site: Site) -> Iterator[tuple[Plan, Target]]:
    for plan in site.plans.values():
        for target in plan.targets:
            if target.record.earlier:
                yield plan, target


CHECKS = (check_days, check_documents, check_difference)
