"""Forms as CSV: one row a figure and year, in UTF-8 out, and in UTF-8 or GB18030 back in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from xlsxwriter.utility import xl_rowcol_to_cell

from plansite.forms.archive import read_file
from plansite.forms.form import Ask, Form, Key
from plansite.forms.layout import MISSING, group_name
from plansite.forms.returned import Filled, Line, Returned, cell_problem
from plansite.forms.seal import VERSION, canonical
from plansite.formulas import guarded
from plansite.problems import Origin, Problem, SourceError
from plansite.source.text import visible

LOCKED = (
    "form", "version", "place", "body", "form_year", "indicator", "sex", "residence", "age", "year",
    "name_zh", "name_en", "group_zh", "group_en", "definition_zh", "definition_en", "unit",
    "decimals", "value_before", "recorded",
)  # fmt: skip
FILLED = ("value", "status", "source", "published_on", "confirmed", "note")
COLUMNS = (*LOCKED, *FILLED)
_FORM = "plansite-form"
_FACTS = ("form", "version", "place", "body", "form_year")
"""Columns that say what the file is of; equal in all rows."""

_YEAR = re.compile(r"[0-9]{4}")


def to_csv(form: Form) -> bytes:
    """Return a form as CSV with a byte order mark, so that Excel shows Chinese."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for year in (form.year, form.year - 1):
        for ask in form.asks:
            writer.writerow([*_locked(form, ask, year), *("" for _ in FILLED)])
    return out.getvalue().encode("utf-8-sig")


def _locked(form: Form, ask: Ask, year: int) -> Iterator[str]:
    indicator, key = ask.indicator, ask.key
    group, definition = group_name(key.breakdown), indicator.definition
    known = [form.latest(key, one) for one in (year - 1, year)]
    yield from (_FORM, str(VERSION), form.place.slug, form.body.id, str(form.year))
    yield from (key.indicator, *key.breakdown, str(year))
    texts = [indicator.name.zh, indicator.name.en, group.zh, group.en]
    texts += [definition.zh, definition.en] if definition else ["", ""]
    yield from map(guarded, texts)
    yield from (indicator.unit, "" if indicator.decimals is None else str(indicator.decimals))
    yield from (
        MISSING if row is None or row.value is None else canonical(row.value) for row in known
    )


def read_csv(path: Path) -> Returned:
    """Return what a form in CSV says.

    Raises SourceError with all problems: encoding, header, rows of two forms, lost columns.
    """
    name = str(path)
    text = _decoded(read_file(path), name)
    if visible(text) != text:
        raise _refusal(
            name,
            "含有控制字符或不可见字符；请用表格软件另存为 CSV",
            "contains control or invisible characters; save it as CSV from a spreadsheet program",
        )
    rows = _rows(text, name)
    facts = {tuple(row[column] for column in _FACTS) for _, row in rows}
    if len(facts) != 1:
        raise _refusal(
            name,
            f"含有 {len(facts)} 个表的行；一个文件应有一个表的行",
            f"has the rows of {len(facts)} forms; a file holds those of one form",
        )
    form, version, place, body, year = facts.pop()
    if (form, version) != (_FORM, str(VERSION)) or not _YEAR.fullmatch(year):
        raise _refusal(
            name,
            f"表的标识是 {form[:40]!r} {version[:10]!r} {year[:10]!r}，应为 {_FORM!r} '{VERSION}' 和年份；请重新导出",
            f"the form id is {form[:40]!r} {version[:10]!r} {year[:10]!r}, it must be {_FORM!r} '{VERSION}' and a year; export it again",
        )
    recorded = {
        (int(row["year"]), str(_key(row))): _number_text(row["recorded"])
        for _, row in rows
        if _YEAR.fullmatch(row["year"])
    }
    return Returned(name, place, body, int(year), tuple(_lines(rows, name)), {}, recorded)


def _decoded(content: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise _refusal(
        name,
        "文字编码不是 UTF-8 或 GB18030；请另存为“CSV UTF-8”",
        "the encoding is neither UTF-8 nor GB18030; save it as CSV UTF-8",
    )


def _rows(text: str, name: str) -> list[tuple[int, dict[str, str]]]:
    """Return the rows with their line, each a cell by column."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found, problems = [], []
    try:
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            read = ",".join(header)[:200]
            raise _refusal(
                name,
                f"表头是 {read!r}，应为 {','.join(COLUMNS)}；请恢复表头，用逗号分隔",
                f"the header is {read!r}, it must be {','.join(COLUMNS)}; restore it, separated by commas",
            )
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(COLUMNS):
                problems.append(cell_problem(
                    name, "", f"A{reader.line_num}",
                    f"有 {len(row)} 列，应为 {len(COLUMNS)} 列；请检查逗号和引号",
                    f"has {len(row)} columns, {len(COLUMNS)} are expected; check commas and quotes",
                ))  # fmt: skip
                continue
            cells = (" ".join(cell.split()) for cell in row)
            found.append((reader.line_num, dict(zip(COLUMNS, cells, strict=True))))
    except csv.Error as error:
        problems.append(cell_problem(
            name, "", f"A{reader.line_num}",
            f"不是合格的 CSV（{error}）；请检查引号", f"is not valid CSV ({error}); check the quotes",
        ))  # fmt: skip
    if problems:
        raise SourceError(problems)
    return found


def _lines(rows: list[tuple[int, dict[str, str]]], name: str) -> Iterator[Line]:
    """Yield the filled rows; a year that is none is left to be refused with its row."""
    for number, row in rows:
        cells = {
            field: Filled(row[field], name, "", xl_rowcol_to_cell(number - 1, COLUMNS.index(field)))
            for field in FILLED
            if row[field]
        }
        if cells:
            year = int(row["year"]) if _YEAR.fullmatch(row["year"]) else 0
            yield Line(_key(row), year, cells, row["unit"])


def _key(row: dict[str, str]) -> Key:
    return Key(row["indicator"], row["sex"], row["residence"], row["age"])


def _number_text(text: str) -> str:
    """Return a recorded figure as it is compared; nothing where none was recorded."""
    try:
        return canonical(Decimal(text))
    except InvalidOperation:
        return "" if text in {MISSING, ""} else text


def _refusal(name: str, zh: str, en: str) -> SourceError:
    return SourceError([Problem(Origin(name), zh, en)])
