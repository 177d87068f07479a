"""The ids an editor offers: every id of the catalogue with its names, and any other id of its form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plansite.model import Site

IDS_FILE = "ids.json"

_TEXT = {"type": "string", "minLength": 1}
_SLUG = {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$"}
_PATHS = frozenset({"unit", "jurisdiction", "plan"})
"""Kinds whose ids are no slugs: a unit may have an underscore, a path has slashes."""


def id_lists(site: Site) -> dict[str, Any]:
    """Return the definitions of all kinds of id."""
    domains = {one.id: one.name for series in site.series.values() for one in series.domains}
    named: Mapping[str, Iterable[tuple[str, Any]]] = {
        "indicator": ((one.id, one.name) for one in site.indicators.values()),
        "unit": ((one.id, one.name) for one in site.units.values()),
        "body": ((one.id, one.name) for one in site.bodies.values()),
        "series": ((one.id, one.name) for one in site.series.values()),
        "domain": domains.items(),
        "jurisdiction": ((one.slug, one.name) for one in site.jurisdictions.values()),
        "source": ((one.id, one.title) for one in site.sources.values()),
        "plan": ((path, one.record.title) for path, one in site.plans.items()),
    }
    return {
        kind: _known(entries, _TEXT if kind in _PATHS else _SLUG) for kind, entries in named.items()
    }


def _known(entries: Iterable[tuple[str, Any]], unknown: dict[str, Any]) -> dict[str, Any]:
    listed = [
        {"const": name, "title": f"{said.zh} · {said.en}"}
        for name, said in sorted(entries, key=_id)
    ]
    return {"anyOf": [*listed, unknown]}


def _id(entry: tuple[str, Any]) -> str:
    return entry[0]
