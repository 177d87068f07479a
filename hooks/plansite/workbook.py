"""Workbooks for people: one table a sheet, nothing merged or blank, the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from plansite.progress.number import plain

XlsxCell = str | int | Decimal
"""Never empty: what is missing is a text in brackets, e.g. `[x]`."""

MISSING = "[x]"
"""Shorthand for a figure that is not available."""

LANGUAGES = "zh-Hans, en"
"""Every workbook is in both languages."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NAME_LENGTH = 31
_WIDTHS = (8, 44)


@dataclass(frozen=True)
class Sheet:
    """A sheet with a title, a line about it, and one table."""

    name: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[XlsxCell, ...], ...]


def sheet_name(text: str) -> str:
    """Return a text as a name that spreadsheets accept for a sheet."""
    return _NOT_IN_NAMES.sub(" ", text)[:_NAME_LENGTH].strip()


def to_xlsx(sheets: Sequence[Sheet], properties: Mapping[str, str], made_on: date) -> bytes:
    """Return a workbook; its dates are `made_on`, so that equal sheets give equal bytes.

    Raises ValueError for an empty cell, a row of the wrong length, and a sheet without rows.
    """
    import xlsxwriter  # it takes a while: only for who writes a workbook

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({**properties, "created": datetime.combine(made_on, time())})
    book.set_custom_property("Language", LANGUAGES)
    styles = _Styles(book)
    for number, sheet in enumerate(sheets, start=1):
        _check(sheet)
        _write(book.add_worksheet(sheet.name), sheet, f"table_{number}", styles)
    book.close()
    return out.getvalue()


class _Styles:
    """The formats of one workbook, made once each."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._numbers: dict[int, Any] = {}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})

    def number(self, value: Decimal | int) -> Any:
        """Return the format that shows a number with exactly its own decimals."""
        power = Decimal(value).as_tuple().exponent
        places = max(0, -power) if isinstance(power, int) else 0
        if places not in self._numbers:
            shown = f"0.{'0' * places}" if places else "0"
            self._numbers[places] = self._book.add_format({"num_format": shown, "valign": "top"})
        return self._numbers[places]


def _check(sheet: Sheet) -> None:
    if not sheet.rows:
        raise ValueError(f"the sheet {sheet.name} has no rows")
    for row in sheet.rows:
        if len(row) != len(sheet.columns) or any(cell == "" for cell in row):
            raise ValueError(f"the sheet {sheet.name} has an empty cell or a short row: {row}")


def _write(page: Any, sheet: Sheet, table: str, styles: _Styles) -> None:
    page.write_string(0, 0, sheet.title, styles.title)
    page.write_string(1, 0, sheet.note)
    page.add_table(
        2,
        0,
        2 + len(sheet.rows),
        len(sheet.columns) - 1,
        {
            "name": table,
            "style": "Table Style Light 1",
            "autofilter": False,
            "columns": [{"header": name, "header_format": styles.head} for name in sheet.columns],
        },
    )
    for at, row in enumerate(sheet.rows, start=3):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(at, column, cell, styles.text)
            else:
                page.write_number(at, column, float(cell), styles.number(cell))
    for column in range(len(sheet.columns)):
        page.set_column(column, column, _width(sheet, column))
    page.freeze_panes(3, 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(2)


def _width(sheet: Sheet, column: int) -> int:
    """Return a width that fits most cells; Chinese characters count double."""
    texts = [sheet.columns[column], *(_shown(row[column]) for row in sheet.rows)]
    widest = max(sum(2 if ord(sign) > 0x2E7F else 1 for sign in text) for text in texts)
    return min(max(widest + 2, _WIDTHS[0]), _WIDTHS[1])


def _shown(cell: XlsxCell) -> str:
    return cell if isinstance(cell, str) else plain(Decimal(cell))
