"""Two versions of a record, field by field, named as the sources name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from plansite.changes.change import FieldChange


def field_changes(
    before: BaseModel, after: BaseModel, without: frozenset[str] = frozenset()
) -> tuple[FieldChange, ...]:
    """Return the fields that differ, `then.1.by` for one within a list; `without` are left out."""
    old, new = flat(before, without), flat(after, without)
    names = dict.fromkeys([*old, *new])
    return tuple(
        FieldChange(name, old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name, "") != new.get(name, "")
    )


def flat(record: BaseModel, without: frozenset[str] = frozenset()) -> Mapping[str, str]:
    """Return the fields of a record that are set, nested ones by their path."""
    given = record.model_dump(exclude_defaults=True, exclude=set(without))
    return dict(_leaves(given, ""))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{path}.{name}" if path else str(name))
    elif isinstance(value, (list, tuple)) and any(isinstance(part, dict) for part in value):
        for index, part in enumerate(value, start=1):
            yield from _leaves(part, f"{path}.{index}")
    elif value is not None:
        yield path, written(value)


def written(value: Any) -> str:
    """Return a value as the sources write it: numbers with their own decimals."""
    if isinstance(value, (list, tuple)):
        return ", ".join(map(written, value))
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
