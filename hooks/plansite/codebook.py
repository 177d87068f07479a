"""What each column of the data means, in both languages: for the data page, for CSVW, as a table.

CSVW is the W3C's "CSV on the Web": a file `<name>.csv-metadata.json` beside each CSV.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plansite.records.base import Bilingual
from plansite.source.strict_yaml import parse_yaml
from plansite.tables import Table

COLUMNS_FILE = Path(__file__).parent / "templates" / "columns.yml"
LISTS = frozenset({"bodies", "warnings", "years", "numbers"})
"""Columns whose cells hold several values, separated by semicolons."""
_EVERY = "every"
_TYPES = {"number": "decimal", "integer": "integer", "date": "date"}
_KEYS: Mapping[str, tuple[str, ...]] = {
    "plans": ("plan",),
    "indicators": ("indicator",),
    "assessments": ("plan", "target"),
}
"""Tables one row of which is told by columns that are never empty."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    meaning: Bilingual
    kind: str
    """text, number, integer or date."""


@cache
def _meanings() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    found: Mapping[str, Mapping[str, Mapping[str, str]]] = parse_yaml(
        COLUMNS_FILE.read_text(encoding="utf-8"), COLUMNS_FILE.name
    )
    return found


def columns(table: str, names: Iterable[str]) -> tuple[Column, ...]:
    """Return what the named columns of a table mean. Raises KeyError for one that nobody described."""
    every, own = _meanings()[_EVERY], _meanings().get(table, {})
    return tuple(_column(name, own.get(name) or every[name]) for name in names)


def _column(name: str, said: Mapping[str, str]) -> Column:
    return Column(name, Bilingual(zh=said["zh"], en=said["en"]), said.get("type", "text"))


def codebook(tables: Iterable[Table]) -> Table:
    """Return all columns of all tables as a table of their own."""
    rows = tuple(
        (table.name, one.name, one.kind, one.meaning.zh, one.meaning.en)
        for table in tables
        for one in columns(table.name, table.columns)
    )
    return Table(
        "columns", "columns", ("table", "column", "type", "meaning_zh", "meaning_en"), rows
    )


def csvw(table: Table, title: Bilingual, licence: str) -> str:
    """Return the description of a table's CSV for machines, as CSVW has it."""
    described = [
        {
            "name": one.name,
            "titles": one.name,
            "dc:description": _both(one.meaning),
            "datatype": _TYPES.get(one.kind, "string"),
            **({"separator": ";"} if one.name in LISTS and one.kind == "text" else {}),
        }
        for one in columns(table.name, table.columns)
    ]
    key = _KEYS.get(table.name)
    about = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{table.name}.csv",
        "dc:title": _both(title),
        "dc:license": licence,
        "tableSchema": {"columns": described, **({"primaryKey": list(key)} if key else {})},
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _both(words: Bilingual) -> list[dict[str, str]]:
    return [
        {"@value": words.zh, "@language": "zh-Hans"},
        {"@value": words.en, "@language": "en"},
    ]
