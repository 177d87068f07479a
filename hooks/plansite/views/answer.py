"""What an indicator's page answers at once: what was promised, by whom, by when, and how far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plansite.addresses import target_page
from plansite.assessing import EVERYONE, observed
from plansite.charts import text_width
from plansite.edition import Edition
from plansite.model import Target
from plansite.pages import Link
from plansite.records.catalogue import TIERS, Indicator, Jurisdiction
from plansite.records.plan import Promise
from plansite.statements import wording
from plansite.values import value_of
from plansite.views.chart import Chart, Drawing, Mark, compose
from plansite.views.chart_frame import COUNTS, Frame, frame
from plansite.views.chart_labels import BOLD, SIZE, Wish
from plansite.views.chart_line import Dot, dots
from plansite.views.chart_line import observed as drawn
from plansite.views.credit import credit
from plansite.views.figures import short_words, value_words
from plansite.views.indicator_places import PlacesView
from plansite.views.place_progress import role_of
from plansite.views.sentences import figures
from plansite.views.short import SIGNS, short_place, short_title

MOST_MARGIN = 118
"""So much room beside the plot, in SVG units, for the labels of the targets that end last."""
MOST_LABEL = 150
"""So wide may the label of a target be with the name of a place."""


@dataclass(frozen=True)
class Promised:
    """One value promised for one year, and the plans that promise it."""

    year: int
    values: tuple[Decimal, ...]
    sign: str
    text: str
    """The promise in words, without the year."""
    targets: tuple[Target, ...]
    plans: tuple[Link, ...]
    places: tuple[str, ...]
    """Names of the places, those with plans recorded whole first."""
    own: bool
    """Whether a plan recorded whole is among them."""


@dataclass(frozen=True)
class Answer:
    """The first screen of an indicator's page."""

    latest: tuple[str, str] | None
    """The latest figure of the longest series: place and year, and the value."""
    targets: int
    plans: int
    chart: Chart | None
    """The longest series, with the targets of all plans on the same axes."""
    promised: tuple[Promised, ...]
    """What the picture's targets are, by year."""
    more: Link | None
    """Where all figures of the series stand."""


def answer(edition: Edition, indicator: Indicator, here: PlacesView) -> Answer:
    """Return what the first screen of one of an indicator's pages says."""
    place, line = _longest(edition, indicator, here)
    promised = tuple(_promised(edition, _comparable(edition, indicator, here.targets, place)))
    chart = None
    if place and (len(line) > 1 or (line and promised)):
        chart = _chart(edition, indicator, place, line, promised)
    latest = None
    if place:
        name = edition.name(place.name)
        value = value_words(edition, indicator, line[-1].value)
        latest = (edition.word("latest_of", place=name, year=line[-1].year), value)
    return Answer(
        latest=latest,
        targets=len(here.all_targets),
        plans=len({one.plan for one in here.all_targets}),
        chart=chart,
        promised=promised if chart else (),
        more=_more(edition, here, place) if chart and place else None,
    )


def _longest(
    edition: Edition, indicator: Indicator, here: PlacesView
) -> tuple[Jurisdiction | None, tuple[Dot, ...]]:
    """Return the place with the most figures, on the page or above it; the higher one of equals."""
    site, as_of = edition.site, edition.site.settings.as_of
    own = [one for one in here.places if role_of(edition, one) != "peer"]
    above = {one.slug: one for place in own for one in site.ancestors(place.slug)}
    found = {one.slug: one for one in (*above.values(), *own)}
    lines = {
        slug: line
        for slug in found
        if (line := dots(observed(site, indicator.id, slug), EVERYONE, as_of))
    }
    if not lines:
        return None, ()
    best = min(lines, key=lambda one: (-len(lines[one]), TIERS.index(found[one].tier)))
    return found[best], lines[best]


def _comparable(
    edition: Edition, indicator: Indicator, targets: Iterable[Target], place: Jurisdiction | None
) -> Iterator[Target]:
    """Yield the targets that stand on the axes of the place's figures.

    A count of a district says nothing beside that of the nation, a sum over years nothing beside
    the figure of one.
    """
    counted = indicator.unit in COUNTS
    for one in targets:
        alike = one.strength == "numeric" and not one.record.population
        there = edition.site.plans[one.plan].jurisdiction is place
        if alike and (there or not counted) and one.record.kind != "cumulative":
            yield one


def _promised(edition: Edition, targets: Iterable[Target]) -> Iterator[Promised]:
    """Yield what is promised, by year, each value with all plans that promise it."""
    found: dict[tuple[int, tuple[Decimal, ...], str, str], list[tuple[Target, Promise]]] = {}
    for target in targets:
        for promise in target.promises:
            if values := value_of(promise):
                sign = SIGNS.get(promise.given[0], "")
                text = wording(promise, target.indicator, edition.unit(target), edition.lang)
                key = (target.year(promise), values, sign, text)
                found.setdefault(key, []).append((target, promise))
    for (year, values, sign, text), pairs in sorted(found.items(), key=lambda one: one[0]):
        ranked = sorted(pairs, key=lambda pair: not _is_own(edition, pair[0]))
        theirs = tuple(dict.fromkeys(target for target, _ in ranked))
        first, _ = ranked[0]
        yield Promised(
            year=year,
            values=values,
            sign=sign,
            text=text,
            targets=theirs,
            plans=_plan_links(edition, theirs),
            places=tuple(dict.fromkeys(_place_name(edition, one) for one in theirs)),
            own=_is_own(edition, first),
        )


def _is_own(edition: Edition, target: Target) -> bool:
    return edition.site.plans[target.plan].record.role == "own"


def _plan_links(edition: Edition, targets: Iterable[Target]) -> tuple[Link, ...]:
    """Return the plans of targets, each once, with the way to its first target."""
    found: dict[str, Link] = {}
    for one in targets:
        title = short_title(edition, edition.site.plans[one.plan])
        found.setdefault(one.plan, Link(title, target_page(one)))
    return tuple(found.values())


def _place_name(edition: Edition, target: Target) -> str:
    return short_place(edition, edition.site.plans[target.plan].jurisdiction)


def _chart(
    edition: Edition,
    indicator: Indicator,
    place: Jurisdiction,
    line: Sequence[Dot],
    promised: Sequence[Promised],
) -> Chart:
    years = [*(dot.year for dot in line), *(one.year for one in promised)]
    values = [dot.value for dot in line] + [value for one in promised for value in one.values]
    last = [one for one in promised if one.year == max(years)]
    beside = max((_room(_label(edition, one)) for one in last), default=0)
    area = frame(edition, indicator, years, values, margin=16 + min(beside, MOST_MARGIN))
    drawing = drawn(edition, area, line)
    for own in (True, False):  # those recorded whole choose their places first
        for one in (one for one in promised if one.own is own):
            drawing += _marks(edition, area, one, last=one in last)
    name, where = edition.name(indicator.name), edition.name(place.name)
    title = edition.word("answer_title" if promised else "chart_title", name=name, place=where)
    said = edition.word("answer_said", place=where, said=figures(edition, indicator, line))
    picture = compose(edition, "chart", area, drawing, (title, said))
    plans = tuple(dict.fromkeys(plan.text for one in promised for plan in one.plans))
    rows = observed(edition.site, indicator.id, place.slug)
    return replace(picture, credit=credit(edition, rows, plans))


def _marks(edition: Edition, area: Frame, one: Promised, last: bool) -> Drawing:
    kind = "promised" if one.own else "elsewhere"
    places = [area.at(one.year, value) for value in one.values]
    tip = f"{one.year}{edition.word('colon')}{one.sign}{_value(edition, one)}"
    wish = Wish(_label(edition, one), places[-1], kind, "ewns" if last else "nsew")
    return Drawing(marks=tuple(Mark(kind, at, tip, "diamond") for at in places), wishes=(wish,))


def _value(edition: Edition, one: Promised) -> str:
    return "–".join(short_words(edition, value) for value in one.values)


def _label(edition: Edition, one: Promised) -> str:
    """Return the label of a target: its value, and the place if there is room for its name."""
    text, many = one.sign + _value(edition, one), len(one.places)
    named = f"{text} {one.places[0]}" + (f" +{many - 1}" if many > 1 else "")
    if _room(named) <= MOST_LABEL:
        return named
    return text + edition.word("answer_places", count=many) if many > 1 else text


def _room(label: str) -> float:
    return text_width(label, SIZE) * BOLD


def _more(edition: Edition, here: PlacesView, place: Jurisdiction) -> Link | None:
    address = here.pages.get(place.slug, "")
    name = edition.word("context_more", place=edition.name(place.name))
    return Link(name, address) if address else None
