"""A desk for forms in tests: export from a copy of the fictional plans, fill in, import."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import report_forms
from plansite.forms.form import forms_of
from plansite.forms.grid import HEAD
from plansite.forms.importing import prepare
from plansite.model import Site
from plansite.problems import SourceError

YEAR = 2025
CITY = "qinglan/chengxi"
BODY = "health-commission"
DATA, EARLIER, SOURCES = 1, 2, 3
COLUMNS = {
    "value": "I", "status": "J", "source": "K", "published_on": "L", "confirmed": "M", "note": "N",
}  # fmt: skip
RURAL = "cervical-screening-rate||rural|"
EVERYONE = "cervical-screening-rate|||"
MORTALITY = "maternal-mortality-ratio|||"
SOUND = {"value": 88.4, "source": "chengxi-yearbook", "published_on": "2026-09"}
ROWS = f"plans/{CITY}/observations/{YEAR}.csv"

NEW_ID = f"qinglan-chengxi-2025-{BODY}-1"
NEW = {
    "B4": "澄汐市卫生年报",
    "C4": "Chengxi Health Report",
    "D4": "澄汐市卫生健康委",
    "E4": "Health Commission of Chengxi City",
    "F4": "2026-08",
    "H4": "A",
}


class Desk:
    """Forms of one copy of the plans."""

    def __init__(self, root: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.site, self._capsys = root, site, capsys
        self.out = root / "forms"
        self.out.mkdir()

    def export(self, body: str = BODY, suffix: str = "xlsx") -> Path:
        """Write one form of the plans as they were at first, and return its file."""
        form = next(
            one
            for one in forms_of(self.site, YEAR)
            if (one.place.slug, one.body.id) == (CITY, body)
        )
        path = self.out / f"{form.name}.{suffix}"
        path.write_bytes(report_forms.FORMATS[suffix](form))
        return path

    def take(self, *files: Path, more: tuple[str, ...] = ()) -> tuple[int, str, str]:
        """Import files; return exit status, output and problems."""
        names = map(str, files)
        status = report_forms.main(["import", "--root", str(self.root), *names, *more])
        return (status, *self._capsys.readouterr())

    def refused(self, *files: Path, year: int | None = None) -> str:
        """Prepare an import that is refused; return the problems, one a line."""
        with pytest.raises(SourceError) as error:
            prepare(files, self.root, self.site, year)
        return str(error.value)

    def refused_by_command(self, *files: Path) -> str:
        """Import files that are refused; return the problems, and see that nothing changed."""
        before = self.state()
        status, out, problems = self.take(*files)
        assert status == 1, out
        assert "Traceback" not in problems
        assert self.state() == before
        return problems

    def state(self) -> Mapping[str, bytes]:
        """Return every file of the plans."""
        plans = self.root / "plans"
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(plans.rglob("*"))
            if path.is_file()
        }

    def added(self, before: Mapping[str, bytes]) -> dict[str, str]:
        """Return what was appended to each file since; every byte that stood there still stands."""
        now, found = self.state(), {}
        assert set(before) <= set(now)
        for path, content in now.items():
            assert content.startswith(before.get(path, b"")), path
            if content != before.get(path):
                found[path] = content[len(before.get(path, b"")) :].decode()
        return found


def row_of(page: Any, key: str) -> int:
    """Return the row of a figure."""
    return next(
        row for row in range(HEAD + 2, page.max_row + 1) if page[f"O{row}"].value == key
    )  # fmt: skip


def fill(path: Path, key: str, sheet: int = DATA, **cells: object) -> Path:
    """Fill in cells of one figure and save the form."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[sheet]
    for field, value in cells.items():
        page[f"{COLUMNS[field]}{row_of(page, key)}"] = value
    book.save(path)
    return path


def put(path: Path, sheet: int, **cells: object) -> Path:
    """Write cells by address and save the form."""
    book = openpyxl.load_workbook(path)
    for address, value in cells.items():
        book.worksheets[sheet][address] = value
    book.save(path)
    return path
