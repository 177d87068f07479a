"""Loading observations: tidy rows of CSV, each value exact, each row with its line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from plansite.load.files import Reading
from plansite.model import Observation
from plansite.problems import Origin, Problem
from plansite.records.base import has_tags, last_day, one_line
from plansite.source.strict_yaml import MAX_DIGITS
from plansite.source.text import MAX_CSV_BYTES

COLUMNS = (
    "indicator", "year", "sex", "residence", "age", "value", "unit", "status", "kind", "source",
    "published_on", "confirmed", "note",
)  # fmt: skip

_VALUE = re.compile(r"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)?")
_YEAR = re.compile(r"[0-9]{4}")


def load_observations(reading: Reading) -> tuple[Observation, ...]:
    """Return the observations of every jurisdiction, in order of file and line."""
    found: list[Observation] = []
    for file in sorted(reading.plans.rglob("observations/*.csv")):
        if file.name.startswith(("~$", ".~lock.")):
            continue  # an office program's own, while the table is open in it
        found.extend(_rows(reading, file))
    return tuple(found)


def _rows(reading: Reading, file: Path) -> Iterator[Observation]:
    """Yield the sound rows of one file."""
    name = reading.name(file)
    place = file.parent.parent.relative_to(reading.plans).as_posix()
    text = reading.text(file, limit=MAX_CSV_BYTES)
    if text is None:
        return
    if not _YEAR.fullmatch(file.stem):
        reading.report(
            Origin(name),
            f"文件名读到 {file.stem!r}，应为数据的年份，如 2024.csv；请改名",
            f"the file's name is {file.stem!r}, the year observed is expected, 2024.csv for example; rename it",
        )
        return
    rows, line = csv.reader(text.split("\n"), strict=True), 1
    try:
        if not _header(reading, next(rows, []), name):
            return
        line = rows.line_num + 1
        for row in rows:
            if row and (one := _observation(reading, row, Origin(name, line), place)):
                yield one
            line = rows.line_num + 1
    except csv.Error as error:
        reading.report(
            Origin(name, line),
            f"不是合格的 CSV（{error}）；请检查引号",
            f"is not valid CSV ({error}); check the quotes",
        )


def _header(reading: Reading, header: list[str], name: str) -> bool:
    """Return whether the first row names the columns; note it if not."""
    if tuple(header) == COLUMNS:
        return True
    read, expected = ",".join(header), ",".join(COLUMNS)
    zh, en = _remedy(header, read)
    reading.report(
        Origin(name),
        f"表头是 {read[:200]!r}，应为 {expected}；{zh}",
        f"the header is {read[:200]!r}, it must be {expected}; {en}",
    )
    return False


def _remedy(header: list[str], read: str) -> tuple[str, str]:
    """Return in both languages what to do about a header that is not the expected one."""
    for sign, zh, en in (
        (";", "分号", "semicolons"),
        ("\t", "制表符", "tabs"),
        ("，", "全角逗号", "full-width commas"),
    ):
        if sign in read and len(header) < len(COLUMNS):
            return (
                f"各列用{zh}隔开，请另存为以半角逗号分隔的 CSV UTF-8",
                f"the columns are separated by {en}, save the file as CSV UTF-8 with commas",
            )
    lacking = [name for name in COLUMNS if name not in header]
    extra = [name for name in header if name not in COLUMNS]
    if len(header) == 1 and "," in read:
        return (
            "每行都在一对引号里，成了一列；请去掉引号，另存为以半角逗号分隔的 CSV UTF-8",
            "each line stands between quotes as one column; take the quotes off, save the file as CSV UTF-8 with commas",
        )
    if header and header[0].startswith("sep="):
        return (
            "请删除第一行，它是表格软件加的",
            "delete the first line, a spreadsheet program added it",
        )
    if not lacking and not extra:
        return "请恢复列的次序", "restore the order of the columns"
    if not lacking and not any(extra):
        return (
            "表头之后有空列；请删除各行末尾多出的逗号",
            "empty columns follow; delete the commas at the end of each line",
        )
    if not set(COLUMNS) & set(header):
        return "请在第一行补上表头", "put the header into the first line"
    return (
        f"请改正表头（缺少：{', '.join(lacking) or '无'}；多出：{', '.join(extra)[:200] or '无'}）",
        f"correct it (missing: {', '.join(lacking) or 'none'}; not known: {', '.join(extra)[:200] or 'none'})",
    )


def _observation(
    reading: Reading, row: list[str], origin: Origin, place: str
) -> Observation | None:
    """Return a row as an observation, or None with its problem noted."""
    if len(row) != len(COLUMNS) and any(row):
        cause = f"columns {origin.path} {len(row)}"
        reading.problems.append(Problem(origin, *_columns(row), cause=cause))
        return None
    if no_figure := _no_figure(row):
        reading.report(origin, *no_figure)
        return None
    (
        indicator, year, sex, residence, age, value, unit, status, kind, source, day, confirmed,
        note,
    ) = row  # fmt: skip
    if fault := _fault(value, year, day, confirmed + note):
        zh, en = fault
        reading.problems.append(Problem(origin, zh, en, cause=f"cells {origin.path} {en}"))
        return None
    return Observation(
        indicator, place, int(year), sex, residence, age, Decimal(value) if value else None, unit,
        status, kind, source, _published(day), one_line(confirmed), one_line(note), origin,
    )  # fmt: skip


def _no_figure(row: list[str]) -> tuple[str, str] | None:
    """Return in both languages what a row is that is none of a figure, or None."""
    if not any(row):
        return "一行只有逗号，没有内容；请删除此行", "the row has commas only; delete it"
    if tuple(row) == COLUMNS:
        return "又是一行表头；请删除此行", "the header stands here again; delete the row"
    cells = dict(zip(COLUMNS, row, strict=True))
    needed = ("unit", "status", "kind", "source")
    if any(cells[name] for name in needed):
        return None
    return (
        f"{', '.join(needed)} 都是空的；请填写，若是合计或说明则删除此行",
        f"{', '.join(needed)} are all empty; fill them in, or delete the row if it is a total or a remark",
    )


def _columns(row: list[str]) -> tuple[str, str]:
    """Return in both languages what is wrong with a row of too few or too many columns."""
    if len(row) == 1 and row[0].count(",") == len(COLUMNS) - 1:
        return (
            f"整行都在一对引号里，成了一列，应为 {len(COLUMNS)} 列；请去掉行首和行尾的引号",
            f"the whole line stands between quotes as one column, {len(COLUMNS)} are expected; take off the quotes at its beginning and end",
        )
    return (
        f"有 {len(row)} 列，应为 {len(COLUMNS)} 列；请检查逗号，含逗号的文字请加双引号",
        f"has {len(row)} columns, {len(COLUMNS)} are expected; check the commas, and put a text with a comma between double quotes",
    )


def _fault(value: str, year: str, day: str, words: str) -> tuple[str, str] | None:
    """Return in both languages which of these cells can not be read, or None."""
    if len(value) > MAX_DIGITS or not _VALUE.fullmatch(value):
        return (
            f"value {value[:60]!r} 不是数字；只写半角数字，不带单位、符号、空格和千分位",
            f"the value {value[:60]!r} is no number; write ASCII digits only, without unit, sign, space or thousands separator",
        )
    if not _YEAR.fullmatch(year):
        return (
            f"year {year[:60]!r} 应为四位年份；只写半角数字，不带“年”字和空格",
            f"the year {year[:60]!r} must have four digits; write ASCII digits only, without 年 and spaces",
        )
    if has_tags(words):
        return (
            "note 或 confirmed 含有 HTML 标记；请只写文字",
            "note or confirmed contains HTML; write plain text",
        )
    try:
        _published(day)
    except ValueError:
        return (
            f"published_on {day[:60]!r} 应为 2025、2025-12 或 2025-12-31 的形式，不知道就留空",
            f"published_on {day[:60]!r} must look like 2025, 2025-12 or 2025-12-31; leave it empty if unknown",
        )
    return None


@lru_cache(maxsize=4096)
def _published(day: str) -> date | None:
    """Return the day by which a figure was out; a year or month counts as its last day."""
    return last_day(day) if day else None
