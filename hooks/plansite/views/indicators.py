"""Indicators: the list, and for each one its meaning and the targets of all tiers side by side."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.addresses import indicator_page
from plansite.edition import Edition
from plansite.model import Target
from plansite.pages import Heading, Link, Page
from plansite.records.catalogue import TIERS, Indicator
from plansite.statements import amount
from plansite.views.answer import answer
from plansite.views.axis import axis
from plansite.views.indicator_places import IndicatorPlace, PlacesView, indicator_places
from plansite.views.indicator_progress import IndicatorProgress, indicator_progress
from plansite.views.paging import Part, Step, part_page, split
from plansite.views.places_beside import PlacesBeside, choices, places_beside
from plansite.views.related import near_indicator
from plansite.views.statuses import StripPart, tally_view
from plansite.views.targets import TargetRow, target_rows

MOST_INDICATORS = 500
"""So many indicators stand in one list; with more, domains have lists of their own."""


def indicator_pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of indicators and a page for each."""
    yield from catalogue_pages(edition)
    for indicator in edition.site.indicators.values():
        yield from pages_of(edition, indicator)


def pages_of(edition: Edition, indicator: Indicator) -> Iterator[Page]:
    """Yield the page of an indicator; where its places are many, those by place too."""
    for here in indicator_places(edition, indicator):
        yield part_page(edition, _indicator_page(edition, indicator, here), here.part, _rows)


def _rows(one: IndicatorPlace) -> int:
    return max(len(one.targets), 1)


def domain_of(edition: Edition, indicator: Indicator) -> str:
    """Return the domain in which an indicator's targets mostly stand, or `context`."""
    targets = edition.site.targets_by_indicator.get(indicator.id, ())
    domains = [one.domain for one in targets if one.kind in {"target", "measure"}]
    if not domains:
        return targets[0].domain if targets else "context"
    return max(dict.fromkeys(domains), key=domains.count)


def domain_names(edition: Edition) -> dict[str, str]:
    """Return the names of all domains and sections, in order."""
    names: dict[str, str] = {}
    for series in edition.site.series.values():
        for domain in series.domains:
            names.setdefault(domain.id, edition.name(domain.name))
    for section in ("projects", "organisation", "monitoring", "context"):
        names[section] = edition.word(f"section_{section}")
    return names


def catalogue_pages(edition: Edition) -> Iterator[Page]:
    """Yield the catalogue, domain by domain; on pages of their own where it is long."""
    names = domain_names(edition)
    found: dict[str, list[Indicator]] = {key: [] for key in names}
    for indicator in edition.site.indicators.values():
        found[domain_of(edition, indicator)].append(indicator)
    rows = [(key, indicator) for key, ones in found.items() for indicator in ones]

    def way(row: tuple[str, Indicator]) -> tuple[Step, ...]:
        # an id of an indicator may be that of a domain, their pages stand side by side
        return (Step(f"domain-{row[0]}", names[row[0]], anchor=row[0]),)

    for part in split("indicators/", rows, way, MOST_INDICATORS).walk():
        yield part_page(edition, _catalogue_page(edition, part), part)


def _catalogue_page(edition: Edition, part: Part[tuple[str, Indicator]]) -> Page:
    groups: dict[str, list[tuple[Link, str, int, tuple[StripPart, ...]]]] = {}
    for domain, indicator in part.own:
        targets = edition.site.targets_by_indicator.get(indicator.id, ())
        entry = (
            Link(edition.name(indicator.name), indicator_page(indicator.id)),
            edition.name(edition.site.units[indicator.unit].name),
            len({one.plan for one in targets}),
            _strip(edition, targets),
        )
        groups.setdefault(domain, []).append(entry)
    names = domain_names(edition)
    ordered = [(key, names[key], tuple(entries)) for key, entries in groups.items()]
    return Page(
        address="indicators/",
        template="indicators",
        title=edition.word("indicators"),
        description=edition.word("indicators_description", count=len(part.rows)),
        view={"groups": tuple(ordered)},
        headings=tuple(Heading(key, name) for key, name, _ in ordered),
        edit_path="plans/indicators",
    )


def _strip(edition: Edition, targets: tuple[Target, ...]) -> tuple[StripPart, ...]:
    """Return the statuses of an indicator's targets; none where no figure is known at all."""
    judged = (one for one in targets if edition.site.plans[one.plan].record.role != "peer")
    tally = tally_view(edition, judged)
    return tally.parts if tally.known else ()


def by_tier(edition: Edition, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Return targets from the nation down, peers last within their tier."""

    def order(target: Target) -> tuple[int, bool, str]:
        plan = edition.site.plans[target.plan]
        return (
            TIERS.index(plan.jurisdiction.tier),
            plan.record.role == "peer",
            plan.jurisdiction.code,
        )

    return tuple(sorted(targets, key=order))


def _indicator_page(edition: Edition, indicator: Indicator, here: PlacesView) -> Page:
    """Return the page of one indicator as it is for all places, filled with those of one part."""
    targets = by_tier(edition, here.targets)
    name = edition.name(indicator.name)
    progress = indicator_progress(edition, indicator, here)
    domain = domain_of(edition, indicator)
    printed = tuple(dict.fromkeys(t.record.name_printed for t in targets if t.record.name_printed))
    first = answer(edition, indicator, here)
    line = None if first.chart else axis(edition, indicator, targets)
    beside = places_beside(edition, indicator, here)
    view = {
        "name": name,
        "definition": edition.name(indicator.definition),
        "facts": _facts(edition, indicator),
        "tiers": _tiers(edition, targets),
        "answer": first,
        "progress": progress,
        "beside": beside,
        "choices": choices(edition, here),
        "axis": line,
        "related": tuple(_related(edition, indicator, here)),
        "printed": printed,
        "unit": edition.name(edition.site.units[indicator.unit].name),
    }  # fmt: skip
    return Page(
        address=indicator_page(indicator.id),
        template="indicator",
        title=name,
        description=edition.word("indicator_description", name=name, count=len(here.all_targets)),
        view=view,
        crumbs=(Link(edition.word("indicators"), "indicators/"), Link(name)),
        related=near_indicator(edition, indicator, targets),
        edit_path=indicator.origin.path,
        kind="indicator",
        facets={"domain": domain_names(edition).get(domain, "")},
        same=_names(indicator, printed),
        headings=_headings(edition, progress, beside, bool(indicator.related)),
        charts=tuple(filter(None, (first.chart, line, beside and beside.chart, *progress.charts))),
    )


def _related(
    edition: Edition, indicator: Indicator, here: PlacesView
) -> Iterator[tuple[Link, tuple[TargetRow, ...]]]:
    """Yield the related indicators, each with the targets that these places have for it."""
    for one in (edition.site.indicators[name] for name in indicator.related):
        link = Link(edition.name(one.name), indicator_page(one.id))
        yield link, target_rows(edition, here.related(one.id))


def _headings(
    edition: Edition, progress: IndicatorProgress, beside: PlacesBeside | None, related: bool
) -> tuple[Heading, ...]:
    found = (
        ("glance", "at_a_glance", bool(progress.places)),
        ("beside", "beside", beside is not None),
        ("progress", "progress_by_place", bool(progress.told or progress.peers)),
        ("targets", "targets_of_all_tiers", True),
        ("about", "about_indicator", True),
        ("related", "related", related),
        ("sources", "figure_sources", bool(progress.sources)),
        ("downloads", "downloads", bool(progress.files)),
    )
    return tuple(
        Heading(anchor, edition.word(key), progress.headings if anchor == "progress" else ())
        for anchor, key, there in found
        if there
    )


def _names(indicator: Indicator, printed: tuple[str, ...]) -> tuple[str, ...]:
    """Return every name of an indicator, for search; its own first."""
    aliases = (*indicator.aliases.zh, *indicator.aliases.en)
    return (indicator.name.zh, indicator.name.en, *aliases, *printed)


def _facts(edition: Edition, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    unit = edition.site.units[indicator.unit]
    facts = [
        ("unit", edition.name(unit.name)),
        ("direction", edition.word(f"better_{indicator.better}")),
    ]
    if any(end is not None for end in indicator.limits):
        facts.append(("limits", _limits(edition, indicator)))
    if indicator.breakdowns:
        words = [edition.word(f"breakdown_{one}") for one in indicator.breakdowns]
        facts.append(("breakdowns", edition.word("comma").join(words)))
    aliases = indicator.aliases.zh if edition.lang == "zh" else indicator.aliases.en
    if aliases:
        facts.append(("aliases", edition.word("comma").join(aliases)))
    if indicator.sdg:
        facts.append(("sdg", indicator.sdg))
    return tuple((edition.word(key), text) for key, text in facts)


def _limits(edition: Edition, indicator: Indicator) -> str:
    """Return the values that are possible, as `0% – 100%`, or `0 or more` where only one end is."""
    unit = edition.site.units[indicator.unit]
    low, high = (
        amount(end, indicator, unit, edition.lang) if end is not None else ""
        for end in indicator.limits
    )
    if low and high:
        return f"{low} – {high}"
    return edition.word("limit_low" if low else "limit_high", value=low or high)


def _tiers(
    edition: Edition, targets: tuple[Target, ...]
) -> tuple[tuple[str, str, tuple[TargetRow, ...]], ...]:
    groups: dict[str, list[Target]] = {}
    for target in targets:
        plan = edition.site.plans[target.plan]
        groups.setdefault(f"{plan.jurisdiction.tier}", []).append(target)
    return tuple(
        (tier, edition.word(f"tier_{tier}"), target_rows(edition, found))
        for tier, found in groups.items()
    )
