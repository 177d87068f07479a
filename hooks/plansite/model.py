"""The model: frozen, linked, and free of language, address and MkDocs.

A Site holds the catalogue and the plans; a Plan its clauses; a Clause its targets; a Target the
indicator and what is promised of it. Everything refers upwards by id and downwards by object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from plansite.evaluation import Evaluation, Prose
from plansite.official import Lock, OfficialText
from plansite.problems import Origin, Problem
from plansite.records.base import Bilingual, Lang
from plansite.records.catalogue import (
    Body,
    CodeList,
    Indicator,
    Jurisdiction,
    Series,
    Source,
    Term,
    Unit,
)
from plansite.records.plan import ClauseRecord, ItemRecord, PlanRecord, Promise
from plansite.records.site import SiteRecord

ClauseKind = Literal["target", "measure", "project", "organisation", "monitoring"]
SECTION_OF: Mapping[str, str] = {
    "project": "projects",
    "organisation": "organisation",
    "monitoring": "monitoring",
}
"""Clauses outside the domains form sections of their own; the data files name them like a domain."""


@dataclass(frozen=True)
class Target:
    """One promise about one subject, at one place of a plan."""

    id: str
    """Domain or section, location and subject, e.g. health-2.1-maternal-mortality-ratio."""
    plan: str
    kind: ClauseKind
    domain: str
    number: str | None
    record: ItemRecord
    indicator: Indicator | None
    period_end: int
    origin: Origin

    @property
    def location(self) -> str:
        """Where the promise stands: `4`, `4.2`, `measure 7`, `project 1`; empty if not known."""
        number = self.number or ""
        if self.record.sub:
            number = f"{number}.{self.record.sub}"
        return number if self.kind == "target" else f"{self.kind} {number}".strip()

    @property
    def passage(self) -> str:
        """Anchor of the sub-item's own passage in the official text; empty if it has none."""
        sub = self.record.sub if self.kind == "target" and self.number else ""
        return f"{self.domain}-t{self.number}.{sub}" if sub else ""

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The milestones in order of year; the last is the target proper."""
        return (self.record, *self.record.then)

    @property
    def subject(self) -> str:
        """Id of the indicator or theme."""
        return self.record.indicator or self.record.theme or ""

    @property
    def strength(self) -> Literal["numeric", "relative", "qualitative"]:
        """Whether the promise has a value, a value relative to something, or a direction only."""
        given = self.record.given[0]
        if given in {"no_lower_than", "no_higher_than", "matching"} or self.record.relative_to:
            return "relative"
        return "qualitative" if given == "aim" else "numeric"

    def year(self, promise: Promise) -> int:
        """Return the year a promise is due: as stated, else the end of the plan."""
        return promise.by or self.period_end


@dataclass(frozen=True)
class Clause:
    """A numbered item of a plan."""

    kind: ClauseKind
    domain: str
    record: ClauseRecord
    targets: tuple[Target, ...]
    ordinal: int = 0
    """Its place in its file, from 1."""

    @property
    def anchor(self) -> str:
        """Id of the clause within its plan: its place or, without a number, its first subject."""
        first = f"-{self.targets[0].subject}" if self.targets else "x"
        return self._at(self.record.number or first)

    @property
    def passage(self) -> str:
        """Anchor of its passage in the official text; where no number is printed, its ordinal."""
        return self._at(self.record.number or str(self.ordinal))

    def _at(self, number: str) -> str:
        mark = {"target": "t", "measure": "m"}.get(self.kind, "")
        return f"{self.domain}-{mark}{number}"


@dataclass(frozen=True)
class Plan:
    """One adopted plan."""

    path: str
    """Path below plans/, e.g. heilongjiang/daqing/women-2021-2025."""
    record: PlanRecord
    jurisdiction: Jurisdiction
    series: Series
    clauses: tuple[Clause, ...]
    prose: Mapping[tuple[str, Lang], Prose] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    official: OfficialText | None = None
    lock: Lock | None = None

    @property
    def title(self) -> Bilingual:
        """The title as issued, and its English."""
        return self.record.title

    @property
    def end(self) -> int:
        """The last year of the plan."""
        return self.record.period[1]

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """All targets, in the order of the document."""
        return tuple(target for clause in self.clauses for target in clause.targets)

    def clauses_of(self, kind: ClauseKind, domain: str | None = None) -> tuple[Clause, ...]:
        """Return the clauses of one kind, of one domain or of all."""
        return tuple(
            one for one in self.clauses if one.kind == kind and domain in {None, one.domain}
        )

    def domain_name(self, domain: str) -> Bilingual:
        """Return the name of a domain of the plan's series."""
        return self.series.domain(domain).name

    def domain_short(self, domain: str) -> Bilingual:
        """Return the name of a domain for navigation."""
        return (one := self.series.domain(domain)).short or one.name


@dataclass(frozen=True, slots=True)
class Observation:
    """One published value of an indicator for one place, year and breakdown, in one vintage."""

    indicator: str
    jurisdiction: str
    year: int
    sex: str
    residence: str
    age: str
    value: Decimal | None
    unit: str
    status: str
    kind: str
    source: str
    published_on: date | None
    confirmed: str
    note: str
    origin: Origin

    @property
    def breakdown(self) -> tuple[str, str, str]:
        """Sex, residence and age; empty texts mean everyone."""
        return (self.sex, self.residence, self.age)


@dataclass(frozen=True)
class Site:
    """Everything that is published."""

    settings: SiteRecord
    codes: CodeList
    series: Mapping[str, Series]
    jurisdictions: Mapping[str, Jurisdiction]
    units: Mapping[str, Unit]
    bodies: Mapping[str, Body]
    indicators: Mapping[str, Indicator]
    terms: tuple[Term, ...]
    sources: Mapping[str, Source]
    plans: Mapping[str, Plan]
    observations: tuple[Observation, ...]
    warnings: tuple[Problem, ...] = ()
    faulty: frozenset[str] = frozenset()
    """Ids and files left out for faults of their own, while checks run; later always empty."""

    @cached_property
    def targets_by_indicator(self) -> Mapping[str, tuple[Target, ...]]:
        """Targets of all plans, by indicator id, in the order of the plans."""
        found: dict[str, list[Target]] = {}
        for plan in self.plans.values():
            for target in plan.targets:
                if target.indicator:
                    found.setdefault(target.indicator.id, []).append(target)
        return {key: tuple(targets) for key, targets in found.items()}

    @cached_property
    def observations_by_series(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """Observations by indicator and jurisdiction, in order of year and publication."""
        found: dict[tuple[str, str], list[Observation]] = {}
        for one in self.observations:
            found.setdefault((one.indicator, one.jurisdiction), []).append(one)
        for rows in found.values():
            rows.sort(key=lambda row: (row.year, row.published_on or date.min))
        return {key: tuple(rows) for key, rows in found.items()}

    def ancestors(self, slug: str) -> Iterator[Jurisdiction]:
        """Yield the jurisdictions above one, nearest first; a circle of parents ends where it began."""
        seen, above = {slug}, self.jurisdictions[slug].parent
        while above and above in self.jurisdictions and above not in seen:
            seen.add(above)
            yield (place := self.jurisdictions[above])
            above = place.parent

    def plans_of(self, slug: str) -> tuple[Plan, ...]:
        """Return the plans of one jurisdiction."""
        return self._plans_by_place.get(slug, ())

    @cached_property
    def _plans_by_place(self) -> Mapping[str, tuple[Plan, ...]]:
        found: dict[str, list[Plan]] = {}
        for plan in self.plans.values():
            found.setdefault(plan.jurisdiction.slug, []).append(plan)
        return {slug: tuple(plans) for slug, plans in found.items()}
