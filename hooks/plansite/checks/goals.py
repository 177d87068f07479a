"""Rules about targets and their data together: what the method of assessment can not work with."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.assessing import goal_of, observed, points_of
from plansite.model import Site
from plansite.problems import Problem
from plansite.progress import case_flaws


def check_assessable(site: Site) -> Iterator[Problem]:
    """A target that is to be assessed has no flaw that makes it impossible."""
    for plan in site.plans.values():
        for target in plan.targets:
            goal = goal_of(target, plan)
            if goal is None or target.indicator is None:
                continue
            rows = observed(site, target.indicator.id, plan.jurisdiction.slug)
            for flaw in case_flaws(goal, points_of(rows)):
                at = target.origin.at(flaw.field)
                yield Problem(at, f"{flaw.field}：{flaw.zh}", f"{flaw.field}: {flaw.en}")
