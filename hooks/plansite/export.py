"""Tables as files: CSV by RFC 4180, and JSON with the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from plansite.indicator_files import IndicatorTables, indicator_tables
from plansite.model import Site
from plansite.tables import Cell, Table, all_tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


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
    rows = [dict(zip(table.columns, map(_json_cell, row), strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def data_files(site: Site, more: Iterable[Table] = ()) -> Iterator[tuple[str, str]]:
    """Yield path (relative to the site's root) and text of every data file."""
    for table in (*all_tables(site), *more):
        yield f"data/{table.name}.csv", to_csv(table)
        yield f"data/{table.name}.json", to_json(table)
    for one in indicator_tables(site):
        yield f"{one.path}.csv", to_csv(one.tidy(site))
        yield f"{one.path}.json", _indicator_json(site, one)


def _indicator_json(site: Site, one: IndicatorTables) -> str:
    """Return an indicator with its observations and targets as one JSON object."""
    indicator = site.indicators[one.indicator]
    about = {
        "indicator": indicator.id,
        "name": {"zh": indicator.name.zh, "en": indicator.name.en},
        "unit": indicator.unit,
        "as_of": site.settings.as_of.isoformat(),
        "observations": json.loads(to_json(one.observations)),
        "targets": json.loads(to_json(one.targets)),
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _json_cell(cell: Cell) -> Any:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell
