"""The site in one language: the model with everything computed from it, and the words of pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plansite.alignment import Alignment, align_site
from plansite.assessing import Assessed, assess_site
from plansite.model import Plan, Site, Target
from plansite.progress_tables import progress_tables
from plansite.records.base import Bilingual, Lang
from plansite.records.catalogue import Unit
from plansite.reporting import named_bodies
from plansite.source.strict_yaml import parse_yaml
from plansite.tables import Table

LABELS_FILE = Path(__file__).parent / "templates" / "labels.yml"


def load_labels() -> Mapping[str, Mapping[str, str]]:
    """Return the words of the pages: key, then language."""
    labels: Mapping[str, Mapping[str, str]] = parse_yaml(
        LABELS_FILE.read_text(encoding="utf-8"), LABELS_FILE.name
    )
    return labels


@dataclass(frozen=True)
class Edition:
    """What views read: one site, one language."""

    site: Site
    lang: Lang
    labels: Mapping[str, Mapping[str, str]]
    commit: str = ""
    """The state of the sources, where known."""
    only: str = ""
    """For a preview: the path of the one plan shown."""

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
    def progress_tables(self) -> tuple[Table, ...]:
        """Assessments, warnings, gaps and rankings as data."""
        return progress_tables(self.site, self.assessed)

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
            if one.plan.record.role == "own":
                for body in self.bodies_named.get(key, ()):
                    found.setdefault(body, []).append(one)
        return {body: tuple(targets) for body, targets in found.items()}

    @cached_property
    def plans_below(self) -> Mapping[str, tuple[Plan, ...]]:
        """Plans that name a plan as the one above them, by its path."""
        found: dict[str, list[Plan]] = {}
        for plan in self.site.plans.values():
            for superior in plan.record.superior:
                if superior.plan:
                    found.setdefault(superior.plan, []).append(plan)
        return {path: tuple(plans) for path, plans in found.items()}

    @cached_property
    def whole_plans(self) -> tuple[Plan, ...]:
        """All plans recorded from their documents; a preview shows one of them, links to all."""
        return tuple(one for one in self.site.plans.values() if one.record.role == "own")

    @cached_property
    def _domains_there(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (plan.path, clause.domain)
            for plan in self.site.plans.values()
            for clause in plan.clauses
            if clause.kind in {"target", "measure"}
        )

    def has_domain(self, plan: Plan, domain: str) -> bool:
        """Return whether a plan has a page of a domain."""
        return (plan.path, domain) in self._domains_there

    @cached_property
    def own_plans(self) -> tuple[Plan, ...]:
        """The plans recorded from their documents."""
        return tuple(plan for plan in self.whole_plans if self.only in {"", plan.path})

    def word(self, key: str, **fields: object) -> str:
        """Return a label; `fields` fill its {places}. Raises KeyError for an unknown key."""
        text = self.labels[key][self.lang]
        return text.format(**fields) if fields else text

    def name(self, text: Bilingual | None) -> str:
        """Return a text in this language, empty if there is none."""
        return text[self.lang] if text else ""

    def unit(self, target: Target) -> Unit | None:
        """Return the unit of a target's indicator."""
        return self.site.units[target.indicator.unit] if target.indicator else None
