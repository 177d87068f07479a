"""Versions of a target that later documents amended, each with the days it held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from plansite.model import Target
from plansite.records.plan import Earlier, ItemRecord, Promise


@dataclass(frozen=True)
class Version:
    """A target as it stood for a time."""

    target: Target
    since: date | None
    """The day it took effect; None for the first version: with the plan."""
    until: date | None
    """The day the next took effect; None for the present version."""
    ended_by: Earlier | None
    """The amendment that replaced it; None for the present version."""


def versions(target: Target) -> tuple[Version, ...]:
    """Return the versions of a target, oldest first; the last is the present one."""
    return tuple(_versions(target))


def _versions(target: Target) -> Iterator[Version]:
    since: date | None = None
    for earlier in target.record.earlier:
        record = _as_it_stood(target.record, earlier)
        yield Version(replace(target, record=record), since, earlier.until, earlier)
        since = earlier.until
    yield Version(target, since, None, None)


def _as_it_stood(record: ItemRecord, earlier: Earlier) -> ItemRecord:
    """Return the item with the earlier promise; what it is about stays as it is."""
    fields = {name: getattr(record, name) for name in ItemRecord.model_fields}
    fields |= {name: getattr(earlier, name) for name in Promise.model_fields}
    fields |= {"then": earlier.then, "stretch": earlier.stretch, "earlier": ()}
    return ItemRecord.model_construct(**fields)
