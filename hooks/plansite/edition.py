"""The site in one language: the model with everything computed from it, and the words of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from plansite.alignment import Alignment
from plansite.assessing import Assessed
from plansite.changes.event import NO_HISTORY, Event, History
from plansite.counted import filled
from plansite.findings import Findings
from plansite.model import Plan, Site, Target
from plansite.pictures import drawable
from plansite.records.base import Bilingual, Lang
from plansite.records.catalogue import Unit
from plansite.source.strict_yaml import parse_yaml
from plansite.tables import Table

Made = TypeVar("Made")
_TIER_WORDS = frozenset({"Province", "City", "County", "District"})
LABELS_FILE = Path(__file__).parent / "templates" / "labels.yml"


@cache
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
    shared: Findings | None = None
    """What is computed from the site, where another edition has use for it too."""
    history: History = NO_HISTORY
    """What is known of the past of the sources."""

    @cached_property
    def findings(self) -> Findings:
        """What is computed from the site, the same in every language."""
        return self.shared or Findings(self.site)

    @cached_property
    def pictures(self) -> frozenset[str]:
        """Paths of the pictures that stand beside shared links; none in a preview."""
        if self.only or not self.site.settings.pictures:
            return frozenset()
        return frozenset(one.path for one in drawable(self.site, self.labels))

    @cached_property
    def _kept(self) -> dict[tuple[Any, str, str], Any]:
        return {}

    def once(self, make: Callable[[Edition, Target], Made], target: Target) -> Made:
        """Return what a function of this edition makes of a target: made once for all pages."""
        key = (make, target.plan, target.id)
        if key not in self._kept:
            self._kept[key] = make(self, target)
        made: Made = self._kept[key]
        return made

    @property
    def alignments(self) -> Mapping[str, tuple[Alignment, ...]]:
        """Links to the tiers above, by plan path."""
        return self.findings.alignments

    @property
    def alignments_by_target(self) -> Mapping[tuple[str, str], tuple[Alignment, ...]]:
        """Links to the tiers above, by plan path and target id."""
        return self.findings.alignments_by_target

    @property
    def assessed(self) -> Mapping[tuple[str, str], Assessed]:
        """Targets assessed by the method, by plan path and target id."""
        return self.findings.assessed

    @property
    def progress_tables(self) -> tuple[Table, ...]:
        """Assessments, warnings, gaps and rankings as data."""
        return self.findings.progress_tables

    @property
    def bodies_named(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Ids of the bodies that answer for a target, by plan path and target id."""
        return self.findings.bodies_named

    @property
    def assessed_by_body(self) -> Mapping[str, tuple[Assessed, ...]]:
        """Assessed targets of own plans that a body answers for, by body."""
        return self.findings.assessed_by_body

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
    def events_by_plan(self) -> Mapping[str, tuple[Event, ...]]:
        """What happened to each plan, newest first."""
        found: dict[str, list[Event]] = {}
        for event in self.history.events:
            found.setdefault(event.plan, []).append(event)
        return {plan: tuple(events) for plan, events in found.items()}

    @cached_property
    def own_plans(self) -> tuple[Plan, ...]:
        """The plans recorded from their documents."""
        return tuple(plan for plan in self.whole_plans if self.only in {"", plan.path})

    @cached_property
    def own_series(self) -> frozenset[str]:
        """Ids of the series that own plans belong to."""
        return frozenset(plan.series.id for plan in self.own_plans)

    @cached_property
    def above_own(self) -> frozenset[str]:
        """Slugs of the jurisdictions above those of own plans."""
        places = {plan.jurisdiction.slug for plan in self.own_plans}
        return frozenset(tier.slug for place in places for tier in self.site.ancestors(place))

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """English names of places without the word for their tier, by slug, where it can be spared.

        No other place has the name that is left, and in Chinese it has two characters or more:
        a name of one is never said without the word.
        """
        if self.lang == "zh":
            return {}
        found: dict[str, str] = {}
        for place in self.site.jurisdictions.values():
            name, _, word = place.name.en.rpartition(" ")
            if word in _TIER_WORDS and len(place.name.zh) > 2:
                found[place.slug] = name
        names = Counter(found.get(key, one.name.en) for key, one in self.site.jurisdictions.items())
        return {slug: name for slug, name in found.items() if names[name] == 1}

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {key: text[self.lang] for key, text in self.labels.items()}

    def word(self, key: str, **fields: object) -> str:
        """Return a label; `fields` fill its {places}. Raises KeyError for an unknown key.

        A word that depends on a number is given as both: {count:plan|plans}.
        """
        return filled(self._words[key], fields)

    def sentences(self, *said: str) -> str:
        """Return sentences one after another: in Chinese no space stands between them."""
        return ("" if self.lang == "zh" else " ").join(filter(None, said))

    def name(self, text: Bilingual | None) -> str:
        """Return a text in this language, empty if there is none."""
        return text[self.lang] if text else ""

    def unit(self, target: Target) -> Unit | None:
        """Return the unit of a target's indicator."""
        return self.site.units[target.indicator.unit] if target.indicator else None
