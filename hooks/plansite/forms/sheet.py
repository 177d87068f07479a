"""Forms as .xlsx: protected sheets, lists, limits, A4 landscape; the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime, time
from decimal import Decimal
from typing import Any

import xlsxwriter

from plansite.forms.form import Form
from plansite.forms.grid import HEAD, MAX_DECIMALS, Blank, Cell, Grid
from plansite.forms.height import row_height
from plansite.forms.layout import grids, source_choices, status_choices
from plansite.forms.seal import SHEET, Seal, seal_of
from plansite.forms.words import both, lines, word
from plansite.progress.number import plain
from plansite.workbook import LANGUAGES

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FREE_TO_USE = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
}
"""What a protected sheet still lets people do: widen a column, heighten a row."""

_YELLOW = "#FFF9D6"
_TEXT_WIDTH = 255
"""Longest message and address range that spreadsheets accept."""


def to_workbook(form: Form) -> bytes:
    """Return a form as a workbook; equal sources give equal bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    settings = form.site.settings
    title = " ".join((both("title", year=form.year), form.place.name.zh, form.body.name.zh))
    book.set_properties({
        "title": title,
        "subject": form.id,
        "author": f"{settings.publisher.zh} {settings.publisher.en}",
        "created": datetime.combine(settings.as_of, time()),
    })  # fmt: skip
    book.set_custom_property("Language", LANGUAGES)
    sheets = grids(form)
    styles = _Styles(book)
    for grid in sheets:
        _write(book.add_worksheet(grid.name), grid, form, styles)
    _hide(book.add_worksheet(SHEET), seal_of(form, sheets))
    book.close()
    return out.getvalue()


class _Styles:
    """The formats of one workbook, made once each."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def get(self, **properties: object) -> Any:
        """Return the format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(dict(properties))
        return self._made[key]

    def of(self, cell: Cell, row: int) -> Any:
        """Return the format of a cell in a row."""
        if row == 0:
            return self.get(bold=True, font_size=14)
        if row == 1:
            return self.get()
        if row == HEAD:
            return self.get(bold=True, text_wrap=True, valign="top", border=1, bg_color="#E8EEF4")
        base: dict[str, object] = {"valign": "top", "border": 1}
        if isinstance(cell, Blank):
            base |= {"locked": False, "bg_color": _YELLOW}
            if cell.field == "value":
                return self.get(**base, num_format=_shown(cell.decimals))
            return self.get(**base, num_format="@", text_wrap=True)
        if isinstance(cell, str):
            return self.get(**base, text_wrap=True)
        exponent = Decimal(cell).as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        return self.get(**base, num_format=_shown(places))


def _shown(decimals: int | None) -> str:
    """Return the number format with so many decimals; as typed if they are not fixed."""
    if decimals is None:
        return "General"
    return f"0.{'0' * decimals}" if decimals else "0"


def _write(page: Any, grid: Grid, form: Form, styles: _Styles) -> None:
    for row, column, cell in grid.cells():
        style = styles.of(cell, row)
        if isinstance(cell, Blank):
            page.write_blank(row, column, None, style)
            _validate(page, row, column, cell, form)
        elif isinstance(cell, str):
            page.write_string(row, column, cell, style)
        else:
            page.write_number(row, column, float(cell), style)
    _size(page, grid)
    page.protect("", _FREE_TO_USE)
    _for_paper(page, grid)


def _size(page: Any, grid: Grid) -> None:
    """Set widths and heights, so that no text is clipped."""
    page.set_row(0, 40 if "\n" in grid.title else 22)
    page.set_row(1, 32 if "\n" in grid.note else 17)
    widths = [column.width for column in grid.columns]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    heads = tuple(column.header for column in grid.columns)
    for row, cells in enumerate((heads, *grid.rows), start=HEAD):
        texts = [cell if isinstance(cell, str) else "" for cell in cells]
        page.set_row(row, row_height(list(zip(texts, widths, strict=True))))


def _for_paper(page: Any, grid: Grid) -> None:
    page.freeze_panes(HEAD + 1, min(2, len(grid.columns) - 1))
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD)
    name = grid.name.replace("&", "&&")
    page.set_footer(f"&L{name}&R{word('page', 'zh')} &P {word('of', 'zh')} &N 页 · page &P of &N")


def _validate(page: Any, row: int, column: int, cell: Blank, form: Form) -> None:
    """Let a spreadsheet refuse what the import would refuse, with the reason in both languages."""
    rule: dict[str, object] = {"ignore_blank": True, "error_title": both("wrong_value_title")}
    if cell.field == "value":
        said = {"decimals": _decimals(cell), "limits": _limits(cell)}
        rule |= {
            "validate": "custom",
            "value": _condition(cell, f"{_letter(column)}{row + 1}"),
            "input_title": both("tip_value_title"),
            "input_message": lines("tip_value", **said)[:_TEXT_WIDTH],
            "error_message": lines("wrong_value", **said)[:_TEXT_WIDTH],
        }
    elif cell.field in {"published_on", "date"}:
        rule |= {"validate": "any", "input_message": lines("tip_date")}
    elif source := _list(cell, form):
        rule |= {
            "validate": "list",
            "source": source,
            "input_message": lines("tip_list"),
            "error_message": lines("wrong_list"),
        }
    else:
        return
    page.data_validation(row, column, row, column, rule)


def _condition(cell: Blank, at: str) -> str:
    """Return the formula of a number with its decimals and limits."""
    places = MAX_DECIMALS if cell.decimals is None else cell.decimals
    parts = [f"ISNUMBER({at})", f"ROUND({at},{places})={at}"]
    if cell.low is not None:
        parts.append(f"{at}>={plain(cell.low)}")
    if cell.high is not None:
        parts.append(f"{at}<={plain(cell.high)}")
    return f"=AND({','.join(parts)})"


def _list(cell: Blank, form: Form) -> str | list[str]:
    """Return the entries of a list, or the range that holds them; nothing for free text."""
    if cell.field == "status":
        return _range(both("codes"), len(status_choices()))
    if cell.field == "source":
        return _range(both("sources"), len(source_choices(form)))
    if cell.field == "evidence":
        return ["A", "B", "C"]
    return [both("yes"), both("no")] if cell.field == "citable" else ""


def _range(sheet: str, count: int) -> str:
    return f"='{sheet}'!$A${HEAD + 2}:$A${HEAD + 1 + count}"


def _letter(column: int) -> str:
    return chr(ord("A") + column)


def _decimals(cell: Blank) -> str:
    return both("any") if cell.decimals is None else str(cell.decimals)


def _limits(cell: Blank) -> str:
    ends = (both("no_limit") if one is None else plain(one) for one in (cell.low, cell.high))
    return " … ".join(ends)


def _hide(page: Any, seal: Seal) -> None:
    rows: Iterable[tuple[str, ...]] = seal.rows()
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            page.write_string(row, column, text)
    page.protect("", {})
    page.hide()
