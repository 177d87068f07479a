"""Loading what all plans share, and refusing ids that stand twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from plansite.load.files import PLAIN_NAME, Reading, holder
from plansite.records.base import PlacedRecord
from plansite.records.catalogue import (
    Body,
    CodeList,
    Indicator,
    Jurisdiction,
    JurisdictionFile,
    Series,
    Source,
    Term,
    Unit,
)

R = TypeVar("R", bound=PlacedRecord)


def by_id(
    reading: Reading,
    entries: Iterable[R],
    key: Callable[[R], str] = lambda entry: entry.id,  # type: ignore[attr-defined]
) -> dict[str, R]:
    """Return entries by id; a second one of the same id (in any case) is a problem."""
    found: dict[str, R] = {}
    seen: dict[str, R] = {}
    for entry in entries:
        name = key(entry)
        if first := seen.get(name.lower()):
            at = f"{first.origin.path}:{first.origin.line}"
            reading.report(
                entry.origin.at("id"),
                f"id {name!r} 已在 {at} 使用；请改名",
                f"the id {name!r} is taken at {at}; choose another",
            )
            reading.faulty.add(holder(entry.origin.path))  # what it was meant to be is not known
            continue
        seen[name.lower()] = found[name] = entry
    return found


def _in_use(reading: Reading) -> bool:
    """Return whether there is a plan, which refers to what all plans share."""
    return any(True for _ in reading.plans.rglob("plan.yml"))


def load_jurisdictions(reading: Reading) -> tuple[CodeList | None, dict[str, Jurisdiction]]:
    """Return the code list of jurisdictions.yml and its places by slug."""
    path = reading.plans / "jurisdictions.yml"
    file = reading.record(path, JurisdictionFile)
    if file is None:
        return None, {}
    places = reading.entries(file.jurisdictions, Jurisdiction, reading.name(path))
    return file.codes, by_id(reading, places, lambda one: one.slug)


def load_series(reading: Reading) -> dict[str, Series]:
    """Return the plan series by id."""
    return by_id(
        reading, reading.records(reading.plans / "series.yml", Series, needed=_in_use(reading))
    )


def load_units(reading: Reading) -> dict[str, Unit]:
    """Return the units by id."""
    return by_id(
        reading, reading.records(reading.plans / "units.yml", Unit, needed=_in_use(reading))
    )


def load_bodies(reading: Reading) -> dict[str, Body]:
    """Return the responsible bodies by id."""
    return by_id(
        reading, reading.records(reading.plans / "bodies.yml", Body, needed=_in_use(reading))
    )


def load_terms(reading: Reading) -> tuple[Term, ...]:
    """Return the glossary that belongs to no single plan."""
    return reading.records(reading.plans / "glossary.yml", Term)


def load_indicators(reading: Reading) -> dict[str, Indicator]:
    """Return the catalogue, read from every file of indicators/."""
    entries = [
        entry
        for path in sorted((reading.plans / "indicators").glob("*.yml"))
        if PLAIN_NAME.fullmatch(path.stem)
        for entry in reading.records(path, Indicator)
    ]
    return by_id(reading, entries)


def load_sources(reading: Reading) -> dict[str, Source]:
    """Return the sources of all jurisdictions by id."""
    entries = [
        entry
        for path in sorted(reading.plans.rglob("sources.yml"))
        for entry in reading.records(path, Source)
    ]
    return by_id(reading, entries)
