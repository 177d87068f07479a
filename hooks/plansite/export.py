"""Tables as files: CSV by RFC 4180, and JSON with the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import add

from plansite.codebook import codebook, csvw
from plansite.formulas import guarded
from plansite.indicator_files import IndicatorTables, indicator_tables
from plansite.model import Site
from plansite.packing import zipped
from plansite.records.base import Bilingual
from plansite.tables import Cell, Row, Table

_guarded = lru_cache(maxsize=4096)(guarded)
"""Tables repeat most of their texts."""
_quoted = json.JSONEncoder(ensure_ascii=False).encode


def to_csv(table: Table) -> str:
    """Return a table as CSV text: UTF-8 without BOM, CRLF, numbers with their own decimals.

    A text that a spreadsheet would run as a formula begins with a single quote (OWASP ASVS 1.2.10).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def to_json(table: Table) -> str:
    """Return a table as a JSON list of objects; numbers stay numbers."""
    return f"{_json_list(table)}\n"


def _json_list(table: Table, indent: str = "") -> str:
    """Return a table's rows as json.dumps(..., indent=1) would, but for the time it takes."""
    if not table.rows:
        return "[]"
    inner = f"\n{indent}  "
    names = [f"{json.dumps(name)}: " for name in table.columns]

    def written(row: Row) -> str:
        cells = map(_json_cell, row)
        return f",{inner}".join(map(add, names, cells))

    rows = f"{inner[:-1]}}},{inner[:-1]}{{{inner}".join(map(written, table.rows))
    return f"[{inner[:-1]}{{{inner}{rows}{inner[:-1]}}}\n{indent}]"


def data_files(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """Yield path (relative to the site's root) and text of the data files of tables."""
    for table in tables:
        yield f"data/{table.name}.csv", to_csv(table)
        yield f"data/{table.name}.json", to_json(table)


def indicator_files(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path (relative to the site's root) and text of the data files of indicators."""
    for one in indicator_tables(site):
        yield f"{one.path}.csv", to_csv(one.tidy(site))
        yield f"{one.path}.json", _indicator_json(site, one)


def whole_files(
    tables: Iterable[Table], titles: Mapping[str, Bilingual], licence: str, about: str
) -> Iterator[tuple[str, str | bytes]]:
    """Yield what describes the tables, and everything in one ZIP file.

    `titles` are by kind of table, `about` is the text that goes with the ZIP file.
    """
    whole = tuple(tables)
    book = codebook(whole)
    found = {f"{book.name}.csv": to_csv(book)}
    for table in whole:
        found[f"{table.name}.csv-metadata.json"] = csvw(table, titles[table.kind], licence)
    for name, text in found.items():
        yield f"data/{name}", text
    found |= {f"{table.name}.csv": to_csv(table) for table in whole}
    packed = {"README.txt": about, **dict(sorted(found.items()))}
    yield "data/all.zip", zipped((name, text.encode()) for name, text in packed.items())


def _indicator_json(site: Site, one: IndicatorTables) -> str:
    """Return an indicator with its observations and targets as one JSON object."""
    indicator = site.indicators[one.indicator]
    about = {
        "indicator": indicator.id,
        "name": {"zh": indicator.name.zh, "en": indicator.name.en},
        "unit": indicator.unit,
        "as_of": site.settings.as_of.isoformat(),
    }
    head = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    observations = _json_list(one.observations, " ")
    targets = _json_list(one.targets, " ")
    return f'{head},\n "observations": {observations},\n "targets": {targets}\n}}\n'


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _guarded(cell)
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _json_cell(cell: Cell) -> str:
    """Return a cell as JSON."""
    if isinstance(cell, str):
        return _quoted(cell)
    if isinstance(cell, Decimal):
        return repr(int(cell) if cell == cell.to_integral_value() else float(cell))
    return "null" if cell is None else repr(cell)
