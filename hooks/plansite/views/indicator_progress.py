"""Progress of an indicator everywhere: own places first, then from the nation down, peers last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from plansite.assessing import observed
from plansite.edition import Edition
from plansite.indicator_files import has_files, indicator_path
from plansite.pages import Heading
from plansite.progress import METHOD_VERSION
from plansite.records.catalogue import Indicator
from plansite.views.chart import Chart
from plansite.views.figures import day_words
from plansite.views.indicator_places import PlacesView
from plansite.views.place_progress import Context, PlaceProgress, place_progress
from plansite.views.series import NumberedSource, numbered_sources, source_numbers
from plansite.views.statuses import TallyView, tally_view
from plansite.views.warning_words import WarningNote


@dataclass(frozen=True)
class IndicatorProgress:
    """What a page shows of an indicator's progress."""

    places: tuple[PlaceProgress, ...]
    peers: tuple[PlaceProgress, ...]
    lead: str
    tally: TallyView
    sources: tuple[NumberedSource, ...]
    files: str
    """Address of the downloads at the root of the site, without ending; empty if there are none."""

    @cached_property
    def told(self) -> tuple[PlaceProgress, ...]:
        """The places with figures or a chart: each has a section."""
        return tuple(one for one in self.places if not one.silent)

    @cached_property
    def silent(self) -> tuple[PlaceProgress, ...]:
        """The places that have promises and no figures: a table tells them together."""
        return tuple(one for one in self.places if one.silent)

    @cached_property
    def shared(self) -> tuple[WarningNote, ...]:
        """The warnings that most of the silent places have alike: they are said once, above them."""
        found = Counter(target.warnings for one in self.silent for target in one.targets)
        warnings, times = found.most_common(1)[0] if found else ((), 0)
        return warnings if times > 1 else ()

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts of all places."""
        found = (chart for one in (*self.told, *self.peers) for chart in (one.chart, *one.parts))
        return tuple(one for one in found if one)

    @property
    def contexts(self) -> tuple[Context, ...]:
        """Figures of the tiers above the silent places, each tier once."""
        found = {one.context.place: one.context for one in self.silent if one.context}
        return tuple(found.values())

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The sections of places as entries of the table of contents."""
        return tuple(Heading(one.anchor, one.name) for one in self.told)


def indicator_progress(
    edition: Edition, indicator: Indicator, here: PlacesView
) -> IndicatorProgress:
    """Return the progress of an indicator in the places of one of its pages."""
    rows = [
        row for place in here.places for row in observed(edition.site, indicator.id, place.slug)
    ]
    numbers = source_numbers(rows)
    found = [
        place_progress(edition, indicator, place, numbers, here.pages) for place in here.places
    ]
    return IndicatorProgress(
        places=tuple(one for one in found if one.role != "peer"),
        peers=tuple(one for one in found if one.role == "peer"),
        lead=edition.word(
            "glance_lead",
            day=day_words(edition.site.settings.as_of, edition.lang),
            version=METHOD_VERSION,
        ),
        tally=tally_view(
            edition,
            (one for one in here.all_targets if edition.site.plans[one.plan].record.role != "peer"),
        ),
        sources=numbered_sources(edition, numbers),
        files=indicator_path(indicator.id) if has_files(edition.site, indicator.id) else "",
    )
