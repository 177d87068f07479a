"""Cases typed into a table: one row a case, read liberally, every mistake with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from plansite.problems import Origin, Problem, SourceError

from .case import Goal, Point
from .case_row import CaseRow
from .check import case_flaws
from .flaw import Flaw

COLUMNS: Mapping[str, tuple[str, str]] = {
    "case": ("名称，随意", "a name, free text"),
    "comparator": (
        "比较方式:ge le gt lt eq about range increase decrease keep establish ensure,"
        "或以上、以下、左右等词",
        "ge le gt lt eq about range increase decrease keep establish ensure, or >= <= > < =",
    ),
    "target": ("目标值；区间的下限", "target value; the lower end of a range"),
    "target_high": ("区间的上限", "the upper end of a range"),
    "tolerance": ("“左右”允许的偏差，没有默认值", "how far off `about` may be; no default"),
    "target_year": ("目标年", "year the target is due"),
    "baseline": ("基期值，可空", "baseline value, may be empty"),
    "baseline_year": ("基期年", "baseline year"),
    "path": (
        "linear（默认）、geometric 或 milestones",
        "linear (default), geometric or milestones",
    ),
    "unit_in_last_place": (
        "末位单位，如 0.1；空则取基期值和观测值中最多的小数位",
        "0.1 for one decimal; if empty, the most decimals of baseline and observations",
    ),
    "limit_low": ("自然下限，可空", "natural lower limit, may be empty"),
    "limit_high": ("自然上限，可空", "natural upper limit, may be empty"),
    "as_of": (
        "评估日期，如 2026-11-21；空则取最近观测年次年的12月31日",
        "evaluation date, 2026-11-21; if empty, 31 December after the latest observed year",
    ),
    "observations": (
        "2021:84.5;2022:86.1P;2023:O，数值后可写观测状态",
        "2021:84.5;2022:86.1P;2023:O with an SDMX status after the value",
    ),
    "milestones": ("阶段目标,2025:9;2028:8.5", "stages, 2025:9;2028:8.5"),
    "kind": ("level（默认）、cumulative 或 each_year", "level (default), cumulative or each_year"),
}
"""Columns of the table, with what stands in them in Chinese and English; only `comparator` and
`observations` must be there, the last two may be left out."""

REQUIRED = ("comparator", "observations")

_COLUMN_OF = {"value": "target", "high": "target_high", "baseline_value": "baseline"}


@dataclass(frozen=True)
class Case:
    """One row: a goal, its points and the day to judge them."""

    name: str
    goal: Goal
    points: tuple[Point, ...]
    as_of: date


def read_cases(content: bytes, name: str) -> tuple[Case, ...]:
    """Return the cases of a CSV file in UTF-8 (with or without BOM), UTF-16 with BOM or GB18030.

    `name` is the file's name in messages. Raises SourceError with every problem of every row.
    """
    lines = _Lines(name)
    cases = [
        case for line, row in lines.rows(_decoded(content, name)) if (case := lines.case(row, line))
    ]
    if lines.problems:
        raise SourceError(lines.problems)
    return tuple(cases)


def _decoded(content: bytes, name: str) -> str:
    if content.startswith(b"PK\x03\x04"):
        raise _refusal(
            name,
            "是工作簿而不是 CSV；请另存为“CSV UTF-8”",
            "is a workbook, not CSV; save it as 'CSV UTF-8'",
        )
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refusal(
        name,
        "读不出编码；可用 UTF-8、UTF-16 或 GB18030；请另存为“CSV UTF-8”",
        "has an unknown encoding; UTF-8, UTF-16 and GB18030 are read; save it as 'CSV UTF-8'",
    )


def _refusal(name: str, zh: str, en: str) -> SourceError:
    return SourceError([Problem(Origin(name), zh, en)])


class _Lines:
    """Rows of one file on their way to cases; collects problems."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def report(self, line: int, zh: str, en: str) -> None:
        self.problems.append(Problem(Origin(self.name, line), zh, en))

    def rows(self, text: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield each row with the line it starts on, cells by column."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = [cell.strip().lower() for cell in next(reader, [])]
            if not self._usable(header):
                return
            start = reader.line_num + 1
            for row in reader:
                if any(cell.strip() for cell in row[len(header) :]):
                    self.report(
                        start,
                        f"有 {len(row)} 列，表头只有 {len(header)} 列；请检查逗号和引号",
                        f"has {len(row)} cells, the header {len(header)}; check commas and quotes",
                    )
                elif any(cell.strip() for cell in row):
                    yield start, dict(zip(header, row, strict=False))
                start = reader.line_num + 1
        except csv.Error as error:
            self.report(
                max(reader.line_num, 1),
                f"不是合格的 CSV（{error}）；请检查引号",
                f"is not valid CSV ({error}); check the quotes",
            )

    def _usable(self, header: list[str]) -> bool:
        lacking = [column for column in REQUIRED if column not in header]
        twice = sorted({column for column in header if column and header.count(column) > 1})
        if lacking:
            wanted = ",".join(COLUMNS)
            self.report(
                1,
                f"表头缺少 {'、'.join(lacking)}；可用的列：{wanted}；请补上",
                f"the header lacks {', '.join(lacking)}; columns: {wanted}; add them",
            )
        if twice:
            self.report(
                1,
                f"表头有重复的列 {'、'.join(twice)}；请删去其一",
                f"the header repeats {', '.join(twice)}; delete one of each",
            )
        return not (lacking or twice)

    def case(self, row: dict[str, str], line: int) -> Case | None:
        """Return the case of a row; None after reporting what is wrong with it."""
        before = len(self.problems)
        cells = CaseRow(row, lambda zh, en: self.report(line, zh, en))
        goal, points, as_of = cells.goal(), cells.points(), cells.as_of()
        for flaw in case_flaws(goal, points):
            column = _COLUMN_OF.get(flaw.field, flaw.field)
            if column not in cells.unreadable:
                self.report(line, *_worded(column, flaw))
        if as_of is None or len(self.problems) > before:
            return None
        return Case(cells.text("case"), goal, points, as_of)


def _worded(column: str, flaw: Flaw) -> tuple[str, str]:
    column = f"observations {column}" if column.isdigit() else column
    return f"{column}:{flaw.zh}", f"{column}: {flaw.en}"


def unknown_columns(content: bytes, name: str) -> tuple[Problem, ...]:
    """Return a remark for each column of the header that is not read, with the nearest name."""
    try:
        header = next(csv.reader(io.StringIO(_decoded(content, name))), [])
    except csv.Error:  # told by read_cases
        return ()
    typed = (cell.strip() for cell in header)
    return tuple(_unread(cell, name) for cell in typed if cell.lower() not in {*COLUMNS, ""})


def _unread(cell: str, name: str) -> Problem:
    near = get_close_matches(cell.lower(), COLUMNS, n=1)
    zh = f"；是否应为 {near[0]}" if near else ""
    en = f"; did you mean {near[0]}" if near else ""
    return Problem(
        Origin(name), f"列 {cell} 不读取{zh}", f"column {cell} is not read{en}", "warning"
    )
