"""What one form asks: the figures of one year that a body answers for in a jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plansite.assessing import observed
from plansite.model import Observation, Plan, Site, Target
from plansite.progress import ObservationStatus
from plansite.records.catalogue import Body, Indicator, Jurisdiction
from plansite.reporting import named_bodies

COORDINATOR = "women-children-committee"
"""The body that is asked for the figures whose clauses name none."""

_GROUPS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "sex": (("female", "", ""), ("male", "", "")),
    "residence": (("", "urban", ""), ("", "rural", "")),
}
"""The rows of an expected breakdown. Ages have no fixed groups: those observed before are asked."""


@dataclass(frozen=True, order=True)
class Key:
    """One row of a form: an indicator for everyone or for one group."""

    indicator: str
    sex: str = ""
    residence: str = ""
    age: str = ""

    @property
    def breakdown(self) -> tuple[str, str, str]:
        """Sex, residence and age; empty texts mean everyone."""
        return (self.sex, self.residence, self.age)

    def __str__(self) -> str:
        return "|".join((self.indicator, *self.breakdown))


@dataclass(frozen=True)
class Ask:
    """One figure that is asked for, with the targets it is needed for."""

    key: Key
    indicator: Indicator
    targets: tuple[tuple[Plan, Target], ...]
    bodies: tuple[str, ...]
    """Every body that is named for it; none where the plan names none."""


@dataclass(frozen=True)
class Form:
    """The figures of one year asked of one body in one jurisdiction."""

    site: Site
    place: Jurisdiction
    body: Body
    year: int
    asks: tuple[Ask, ...]

    @property
    def id(self) -> str:
        """Place, body and year: what the file is of."""
        return f"{self.place.slug}:{self.body.id}:{self.year}"

    @property
    def name(self) -> str:
        """Name of the file, without its suffix."""
        return f"{self.year}-{self.place.slug.replace('/', '-')}-{self.body.id}"

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans it is needed for."""
        found = {plan.path: plan for ask in self.asks for plan, _ in ask.targets}
        return tuple(found.values())

    @cached_property
    def keys(self) -> frozenset[Key]:
        """The rows it has."""
        return frozenset(ask.key for ask in self.asks)

    def latest(self, key: Key, year: int) -> Observation | None:
        """Return the newest vintage recorded of a figure; forecasts do not count."""
        return latest(self.site, self.place.slug, key, year)


def latest(site: Site, place: str, key: Key, year: int) -> Observation | None:
    """Return the newest vintage recorded of a figure; forecasts do not count."""
    rows = [
        row
        for row in observed(site, key.indicator, place)
        if row.year == year and row.breakdown == key.breakdown and row.status != ObservationStatus.F
    ]
    return rows[-1] if rows else None


def forms_of(site: Site, year: int) -> tuple[Form, ...]:
    """Return the forms of a year, by place and body, in the order of their files.

    Asked are the indicators of the project's own plans whose period holds the year. A body is
    asked for what the clause of a target, or a measure that serves it, names it for. What names
    no body is asked of the coordinating one.
    """
    found = []
    for place in site.jurisdictions.values():
        by_body: dict[str, list[Ask]] = {}
        for ask in _asks(site, place, year):
            for name in ask.bodies or (COORDINATOR,):
                by_body.setdefault(name, []).append(ask)
        for body in site.bodies.values():
            if asks := by_body.get(body.id):
                found.append(Form(site, place, body, year, tuple(asks)))
    return tuple(found)


def _asks(site: Site, place: Jurisdiction, year: int) -> Iterator[Ask]:
    targets: dict[str, list[tuple[Plan, Target]]] = {}
    bodies: dict[str, dict[str, None]] = {}
    for plan in site.plans_of(place.slug):
        if not _asked(plan, year):
            continue
        named = named_bodies(plan)
        for target in plan.targets:
            if target.indicator:
                targets.setdefault(target.indicator.id, []).append((plan, target))
                known = [body for body in named[target.id] if body in site.bodies]
                bodies.setdefault(target.indicator.id, {}).update(dict.fromkeys(known))
    for name, pairs in targets.items():
        indicator = site.indicators[name]
        for breakdown in _breakdowns(site, place, indicator):
            yield Ask(Key(name, *breakdown), indicator, tuple(pairs), tuple(bodies[name]))


def _asked(plan: Plan, year: int) -> bool:
    first, last = plan.record.period
    own = plan.record.role == "own" and plan.record.status != "superseded"
    return own and first <= year <= last


def _breakdowns(
    site: Site, place: Jurisdiction, indicator: Indicator
) -> Iterator[tuple[str, str, str]]:
    """Yield everyone, then the expected groups, then other groups observed before."""
    expected = [("", "", "")]
    for name in indicator.breakdowns:
        expected.extend(_GROUPS.get(name, ()))
    seen = {row.breakdown for row in observed(site, indicator.id, place.slug)}
    yield from dict.fromkeys((*expected, *sorted(seen)))
