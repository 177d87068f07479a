"""The places of an indicator, on one page while few: which page shows which, and beside what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plansite.addresses import indicator_page
from plansite.assessing import observed
from plansite.edition import Edition
from plansite.model import Target
from plansite.records.catalogue import TIERS, Indicator, Jurisdiction
from plansite.views.paging import Part, place_at, split_by_place
from plansite.views.place_progress import anchor_of, assessed_in, role_of

MOST = 220
"""So much stands on the page of an indicator, about in kilobytes; with more, places have pages."""
CHARTED, SILENT, TARGET, RELATED = 13, 4, 2, 1
"""What a place with charts takes, one without, a target, and one of a related indicator."""
MOST_FIRST = 12
"""So many places with plans recorded whole stay on the first page, before the pages by place."""


@dataclass(frozen=True)
class IndicatorPlace:
    """A place that an indicator's page has something to say of."""

    place: Jurisdiction
    role: str
    charted: bool
    """Whether it has figures, or a baseline at least, and with them a section."""
    progress: bool
    """Whether it has figures or assessed targets."""
    targets: tuple[Target, ...]
    related: tuple[tuple[int, Target], ...]
    """Targets of related indicators, each with its place among all of its indicator."""

    @property
    def size(self) -> int:
        """How much of a page it takes."""
        rows = TARGET * len(self.targets) + RELATED * len(self.related)
        return rows + (CHARTED if self.charted else SILENT if self.progress else 0)


@dataclass(frozen=True)
class PlacesView:
    """What one of an indicator's pages shows."""

    edition: Edition
    part: Part[IndicatorPlace]
    known: Mapping[str, IndicatorPlace]
    """All places of the indicator, by slug."""
    pages: Mapping[str, str]
    """Where the figures of each place stand, by slug: page and anchor."""

    @cached_property
    def places(self) -> tuple[Jurisdiction, ...]:
        """The places whose figures and charts stand on the page."""
        return tuple(one.place for one in self.part.own if one.progress)

    @property
    def all_targets(self) -> tuple[Target, ...]:
        """Targets of all places of the part."""
        return tuple(target for one in self.part.rows for target in one.targets)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Targets beside each other: of the places here, the tiers above, and the next below."""
        own = {one.place.slug for one in self.part.own}
        beside = sorted({*own, *self._above(), *self._heads()})
        known = (self.known.get(slug) for slug in beside)
        return tuple(target for one in known if one for target in one.targets)

    def related(self, indicator: str) -> tuple[Target, ...]:
        """Return the targets of a related indicator in the places here."""
        found = (pair for one in self.part.own for pair in one.related)
        theirs = [
            (at, target)
            for at, target in found
            if target.indicator and target.indicator.id == indicator
        ]
        return tuple(target for _, target in sorted(theirs, key=lambda pair: pair[0]))

    def _above(self) -> Iterator[str]:
        if self.part.steps:
            here = self._place_of(self.part)
            yield from (here, *(one.slug for one in self.edition.site.ancestors(here)))

    def _heads(self) -> Iterator[str]:
        """Yield the slugs of the places that the pages below this one are named for."""
        return map(self._place_of, self.part.parts)

    def _place_of(self, part: Part[IndicatorPlace]) -> str:
        return place_at(self.edition, part.rows[0].place.slug, len(part.steps)).slug


def indicator_places(edition: Edition, indicator: Indicator) -> tuple[PlacesView, ...]:
    """Return what each page of an indicator shows; the first is the indicator's own."""
    found = _places(edition, indicator)
    own = [one.place.slug for one in found if one.role == "own"]
    first = set(own) if len(own) <= MOST_FIRST else set()
    whole = split_by_place(
        edition, indicator_page(indicator.id), found,
        lambda one: "" if one.place.slug in first else one.place.slug,
        MOST, lambda one: one.size,
    )  # fmt: skip
    pages = {
        one.place.slug: f"{part.address}#{anchor_of(one.place.slug)}"
        for part in whole.walk()
        for one in part.own
        if one.progress
    }
    known = {one.place.slug: one for one in found}
    return tuple(PlacesView(edition, part, known, pages) for part in whole.walk())


def _places(edition: Edition, indicator: Indicator) -> list[IndicatorPlace]:
    """Return the places in the order of the page: own ones, then from the nation down, peers."""
    targets = _by_place(edition, [indicator.id])
    related = _by_place(edition, indicator.related)
    roles = ("own", "superior", "peer")
    found: list[tuple[tuple[int, int, str], IndicatorPlace]] = []
    for place in edition.site.jurisdictions.values():
        role, slug = role_of(edition, place), place.slug
        figures = bool(observed(edition.site, indicator.id, slug))
        progress = figures or (role != "peer" and bool(assessed_in(edition, indicator, place)))
        if progress or slug in targets or slug in related:
            there = tuple(target for _, target in targets.get(slug, ()))
            charted = figures or any(target.record.baseline for target in there)
            beside = tuple(related.get(slug, ()))
            one = IndicatorPlace(place, role, charted, progress, there, beside)
            found.append(((roles.index(role), TIERS.index(place.tier), place.code), one))
    return [one for _, one in sorted(found, key=lambda entry: entry[0])]


def _by_place(edition: Edition, indicators: Iterable[str]) -> dict[str, list[tuple[int, Target]]]:
    """Return the targets of indicators, counted, by the slug of their place."""
    found: dict[str, list[tuple[int, Target]]] = {}
    for indicator in indicators:
        for at, target in enumerate(edition.site.targets_by_indicator.get(indicator, ())):
            slug = edition.site.plans[target.plan].jurisdiction.slug
            found.setdefault(slug, []).append((at, target))
    return found
