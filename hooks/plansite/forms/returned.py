"""What came back, before it is judged: the filled cells of one form, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from plansite.forms.form import Key
from plansite.problems import Origin, Problem

_ROW = re.compile(r"[0-9]+")


@dataclass(frozen=True)
class Filled:
    """One filled cell."""

    text: str
    """What stands in it, spaces around removed."""
    file: str
    sheet: str
    """Empty for a CSV file."""
    address: str
    number: Decimal | None = None
    """Its value where the spreadsheet holds a number."""

    @property
    def where(self) -> str:
        """The place as messages name it, e.g. `2026数据 Figures 2026!I4`."""
        return f"{self.sheet}!{self.address}" if self.sheet else self.address

    def problem(self, zh: str, en: str, warning: bool = False) -> Problem:
        """Return a finding about this cell."""
        return cell_problem(self.file, self.sheet, self.address, zh, en, warning)


@dataclass(frozen=True)
class Line:
    """The filled cells of one figure, by field; at least one."""

    key: Key
    year: int
    cells: dict[str, Filled]
    unit: str = ""
    """The unit as the file has it, where nothing else tells that it is as handed out."""

    @property
    def first(self) -> Filled:
        """The cell that stands for the line in messages: the value, else whatever is filled."""
        return self.cells.get("value") or next(iter(self.cells.values()))


@dataclass(frozen=True)
class Returned:
    """What one file says."""

    file: str
    place: str
    body: str
    year: int
    lines: tuple[Line, ...]
    new_sources: dict[str, dict[str, Filled]]
    """Filled cells of new sources, by id and field."""
    recorded: dict[tuple[int, str], str]
    """What the form shows as recorded, by year and row, as text; only where it shows it."""


def cell_problem(
    file: str, sheet: str, address: str, zh: str, en: str, warning: bool = False
) -> Problem:
    """Return a finding about a cell; the line is the cell's row."""
    row = _ROW.search(address)
    where = f"{sheet}!{address}" if sheet else address
    origin = Origin(file, int(row.group()) if row else 1)
    return Problem(origin, f"{where}: {zh}", f"{where}: {en}", "warning" if warning else "error")
