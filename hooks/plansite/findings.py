"""What is computed from a site, the same in every language: each part once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plansite.alignment import Alignment, align_site
from plansite.assessing import Assessed, assess_site
from plansite.model import Plan, Site
from plansite.progress_tables import progress_tables
from plansite.rankings import IndicatorRanking, site_rankings
from plansite.reporting import Standing, named_bodies, report_days, standings
from plansite.tables import Table, all_tables


@dataclass(frozen=True)
class Findings:
    """Links to the tiers above, assessments, and the tables of both; editions share them."""

    site: Site

    @cached_property
    def alignments(self) -> Mapping[str, tuple[Alignment, ...]]:
        """Links to the tiers above, by plan path."""
        return align_site(self.site)

    @cached_property
    def alignments_by_target(self) -> Mapping[tuple[str, str], tuple[Alignment, ...]]:
        """Links to the tiers above, by plan path and target id."""
        found: dict[tuple[str, str], list[Alignment]] = {}
        for alignments in self.alignments.values():
            for one in alignments:
                found.setdefault((one.target.plan, one.target.id), []).append(one)
        return {key: tuple(links) for key, links in found.items()}

    @cached_property
    def assessed(self) -> Mapping[tuple[str, str], Assessed]:
        """Targets assessed by the method, by plan path and target id."""
        return assess_site(self.site)

    @cached_property
    def assessed_by_series(self) -> Mapping[tuple[str, str], tuple[Assessed, ...]]:
        """Assessed targets by indicator and jurisdiction."""
        found: dict[tuple[str, str], list[Assessed]] = {}
        for indicator, targets in self.site.targets_by_indicator.items():
            for target in targets:
                if one := self.assessed.get((target.plan, target.id)):
                    found.setdefault((indicator, one.plan.jurisdiction.slug), []).append(one)
        return {key: tuple(group) for key, group in found.items()}

    @cached_property
    def reported(self) -> Mapping[str, Mapping[date, Standing]]:
        """Where each own plan stood on the days of its yearly reports, by plan path."""
        return {plan.path: self._reported(plan) for plan in self.site.plans.values() if _own(plan)}

    def _reported(self, plan: Plan) -> Mapping[date, Standing]:
        days = report_days(plan, self.site.settings.as_of)
        return standings(self.assessed, plan, days.values())

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """What is recorded, as data."""
        return all_tables(self.site)

    @cached_property
    def progress_tables(self) -> tuple[Table, ...]:
        """Assessments, warnings, gaps and rankings as data."""
        return progress_tables(self.site, self.assessed, self.rankings)

    @cached_property
    def rankings(self) -> tuple[IndicatorRanking, ...]:
        """The places of a tier by an indicator, year by year."""
        return tuple(site_rankings(self.site))

    @cached_property
    def bodies_named(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Ids of the bodies that answer for a target, by plan path and target id."""
        return {
            (plan.path, target): bodies
            for plan in self.site.plans.values()
            for target, bodies in named_bodies(plan).items()
        }

    @cached_property
    def assessed_by_body(self) -> Mapping[str, tuple[Assessed, ...]]:
        """Assessed targets of own plans that a body answers for, by body."""
        found: dict[str, list[Assessed]] = {}
        for key, one in self.assessed.items():
            if _own(one.plan):
                for body in self.bodies_named.get(key, ()):
                    found.setdefault(body, []).append(one)
        return {body: tuple(targets) for body, targets in found.items()}

    def prepare(self) -> None:
        """Compute everything that pages of every language ask for."""
        _ = self.alignments_by_target, self.assessed_by_body, self.tables, self.progress_tables
        for one in self.assessed.values():
            _ = one.status_history, one.gaps, one.ahead
        for days in self.reported.values():
            for standing in days.values():
                _ = standing.gaps


def _own(plan: Plan) -> bool:
    return plan.record.role == "own"
