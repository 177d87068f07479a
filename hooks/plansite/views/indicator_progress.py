"""Progress of an indicator everywhere: own places first, then from the nation down, peers last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plansite.assessing import observed
from plansite.edition import Edition
from plansite.indicator_files import has_files, indicator_path
from plansite.pages import Heading
from plansite.progress import METHOD_VERSION
from plansite.records.catalogue import TIERS, Indicator, Jurisdiction
from plansite.views.figures import day_words
from plansite.views.place_progress import PlaceProgress, assessed_in, place_progress, role_of
from plansite.views.series import NumberedSource, numbered_sources, source_numbers
from plansite.views.statuses import TallyView, tally_view


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

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The places as entries of the table of contents."""
        return tuple(Heading(one.anchor, one.name) for one in self.places)


def indicator_progress(edition: Edition, indicator: Indicator) -> IndicatorProgress:
    """Return the progress of an indicator in every place that has figures or assessed targets."""
    shown = tuple(_places(edition, indicator))
    rows = [row for place in shown for row in observed(edition.site, indicator.id, place.slug)]
    numbers = source_numbers(rows)
    found = [place_progress(edition, indicator, place, numbers) for place in shown]
    targets = edition.site.targets_by_indicator.get(indicator.id, ())
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
            (one for one in targets if edition.site.plans[one.plan].record.role != "peer"),
        ),
        sources=numbered_sources(edition, numbers),
        files=indicator_path(indicator.id) if has_files(edition.site, indicator.id) else "",
    )


def _places(edition: Edition, indicator: Indicator) -> Iterable[Jurisdiction]:
    """Return the places in the order of the page."""
    roles = ("own", "superior", "peer")
    found: list[tuple[tuple[int, int, str], Jurisdiction]] = []
    for place in edition.site.jurisdictions.values():
        role = role_of(edition, place)
        there = bool(observed(edition.site, indicator.id, place.slug))
        if there or (role != "peer" and assessed_in(edition, indicator, place)):
            found.append(((roles.index(role), TIERS.index(place.tier), place.code), place))
    return (place for _, place in sorted(found, key=lambda one: one[0]))
