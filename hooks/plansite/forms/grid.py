"""A sheet before it is written: locked cells and cells to fill in, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from xlsxwriter.utility import xl_rowcol_to_cell

Field = Literal[
    "value", "status", "source", "published_on", "confirmed", "note", "title_zh", "title_en",
    "publisher_zh", "publisher_en", "date", "url", "evidence", "citable", "free",
]  # fmt: skip
"""What a cell to fill in is for; `free` is not imported."""

HEAD = 2
"""Row of the table's header, counted from 0: after the title and a line about the sheet."""

MAX_DECIMALS = 6
"""More decimals than these no statistic has, where the catalogue does not say."""


@dataclass(frozen=True)
class Blank:
    """A cell to fill in."""

    field: Field
    key: str
    """What the cell belongs to: year and row of a figure, or the id of a new source."""
    decimals: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None


Cell = str | int | Decimal | Blank


@dataclass(frozen=True)
class Column:
    """A column of the table: its header and its width in characters."""

    header: str
    width: int


@dataclass(frozen=True)
class Grid:
    """A sheet: a title, a line about it, and one table."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """Yield every cell with its row and column, counted from 0."""
        yield 0, 0, self.title
        yield 1, 0, self.note
        for at, column in enumerate(self.columns):
            yield HEAD, at, column.header
        for row, cells in enumerate(self.rows, start=HEAD + 1):
            for at, cell in enumerate(cells):
                yield row, at, cell

    def addressed(self) -> Iterator[tuple[str, Cell]]:
        """Yield every cell with its address, e.g. `B4`."""
        for row, column, cell in self.cells():
            yield xl_rowcol_to_cell(row, column), cell
