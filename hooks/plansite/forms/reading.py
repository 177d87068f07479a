"""Reading a returned workbook: nothing locked has changed, and what was filled in, cell by cell."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import openpyxl

from plansite.forms.archive import check_archive, read_file
from plansite.forms.form import Key
from plansite.forms.layout import MISSING
from plansite.forms.returned import Filled, Line, Returned, cell_problem
from plansite.forms.seal import FACTS, LOCKED, SHEET, VERSION, Entry, Seal, canonical
from plansite.problems import Origin, Problem, SourceError, errors
from plansite.source.text import visible

_MAX_LISTED = 40
"""So many changed cells are named one by one: an inserted row moves all that follow."""

_MAX_CELLS = 100_000
_RECORDED = "H"
"""Column of what is recorded, on the sheets of figures."""


def read_workbook(path: Path) -> Returned:
    """Return what a form says.

    Raises SourceError with all problems: no workbook, no form, formulas, changed locked cells,
    cells that are no part of the form.
    """
    if path.suffix.lower() != ".xlsx":
        raise SourceError([_of_file(
            str(path), f"后缀是 {path.suffix[:10]!r}，只收 .xlsx 或 .csv；请另存为 .xlsx",
            f"the suffix is {path.suffix[:10]!r}, only .xlsx and .csv are taken; save it as .xlsx",
        )])  # fmt: skip
    content = read_file(path)
    check_archive(content, str(path))
    book = _opened(content, str(path))
    seal = _seal(book, str(path))
    problems = list(_changes(book, seal, str(path)))
    if errors(problems):
        raise SourceError(problems)
    return _returned(book, seal, str(path))


def _opened(content: bytes, name: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a spreadsheet program adds is no news
            return openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
    except Exception as error:  # a damaged workbook fails in many ways
        raise SourceError([_of_file(
            name,
            f"读不出工作簿（{type(error).__name__}）；请用表格软件打开后另存为 .xlsx",
            f"the workbook can not be read ({type(error).__name__}); open it in a spreadsheet program and save it as .xlsx",
        )]) from error  # fmt: skip


def _seal(book: Any, name: str) -> Seal:
    """Return what the hidden sheet lists."""
    rows = _hidden_rows(book) if SHEET in book.sheetnames else []
    facts = {row[0]: row[1] for row in rows[: len(FACTS)]}
    if tuple(facts) != FACTS or not facts["year"].isascii() or not facts["year"].isdigit():
        raise SourceError([_of_file(
            name, "没有表的标识（隐藏工作表 _form）；请用导出的原表填写",
            "has no form id (hidden sheet _form); fill in the form that was exported",
        )])  # fmt: skip
    if facts["version"] != str(VERSION):
        raise SourceError([_of_file(
            name,
            f"表的版本是 {facts['version']!r}，现为 {VERSION}；请重新导出",
            f"the form is of version {facts['version']!r}, now it is {VERSION}; export it again",
        )])  # fmt: skip
    seal = Seal(facts, tuple(Entry(*row) for row in rows[len(FACTS) :]))
    if seal.hash != facts["hash"]:
        raise SourceError([_of_file(
            name, "隐藏工作表 _form 被改过（校验码不符）；请用导出的原表填写",
            "the hidden sheet _form was changed (its hash differs); fill in the form that was exported",
        )])  # fmt: skip
    return seal


def _hidden_rows(book: Any) -> list[tuple[str, str, str, str]]:
    sheet = book[SHEET]
    if sheet.max_row > _MAX_CELLS or not hasattr(sheet, "iter_rows"):
        return []
    rows = sheet.iter_rows(min_col=1, max_col=4, values_only=True)
    texts = (tuple(canonical(cell) for cell in row) for row in rows)
    return [(row[0], row[1], row[2], row[3]) for row in texts if any(row)]


def _changes(book: Any, seal: Seal, name: str) -> Iterator[Problem]:
    """Yield every locked cell that changed, every formula, and every cell beside the form."""
    listed: dict[str, dict[str, Entry]] = {}
    for entry in seal.entries:
        listed.setdefault(entry.sheet, {})[entry.address] = entry
    for sheet, entries in listed.items():
        if sheet not in book.sheetnames:
            yield _of_file(
                name,
                f"缺少工作表 {sheet!r}；请恢复或用原表填写",
                f"the sheet {sheet!r} is missing; restore it or fill in the form again",
            )
            continue
        found = list(_of_sheet(book[sheet], entries, name))
        yield from found[:_MAX_LISTED]
        if (more := len(found) - _MAX_LISTED) > 0:
            yield _of_file(
                name,
                f"工作表 {sheet!r} 还有 {more} 个同类问题（可能插入或删除了行列）；请用原表填写",
                f"the sheet {sheet!r} has {more} more such problems (a row or column may have been inserted or deleted); fill in the form again",
            )
    for sheet in book.sheetnames:
        if sheet not in listed and sheet != SHEET:
            yield _of_file(
                name,
                f"工作表 {sheet[:40]!r} 不属于本表；请删除",
                f"the sheet {sheet[:40]!r} is no part of the form; delete it",
            )


def _of_sheet(page: Any, entries: dict[str, Entry], name: str) -> Iterator[Problem]:
    if not hasattr(page, "iter_rows") or page.max_row * page.max_column > _MAX_CELLS:
        yield _of_file(
            name,
            f"工作表 {page.title!r} 不是表格或过大；请用原表填写",
            f"the sheet {page.title!r} is no table or too large; fill in the form again",
        )
        return
    for address, entry in entries.items():
        if entry.kind == LOCKED and (read := canonical(page[address].value)) != entry.content:
            zh, en = f"锁定的内容是 {_cut(entry.content)!r}，读到 {_cut(read)!r}", (
                f"the locked cell held {_cut(entry.content)!r}, it reads {_cut(read)!r}"
            )  # fmt: skip
            yield cell_problem(
                name, entry.sheet, address,
                f"{zh}；请改回。更正上年数值请填更正表", f"{en}; restore it. A figure of the year before is corrected on the sheet of corrections",
            )  # fmt: skip
    for row in page.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield cell_problem(
                    name, page.title, cell.coordinate,
                    "是公式，不允许；请复制后“选择性粘贴→数值”",
                    "is a formula, not allowed; copy it and paste its value only",
                )  # fmt: skip
            elif cell.value is not None and cell.coordinate not in entries:
                yield cell_problem(
                    name, page.title, cell.coordinate,
                    f"不属于本表的单元格，读到 {_cut(canonical(cell.value))!r}；请清空，说明写在备注列",
                    f"is no cell of the form and reads {_cut(canonical(cell.value))!r}; clear it and use the column of notes",
                )  # fmt: skip


def _returned(book: Any, seal: Seal, name: str) -> Returned:
    lines: dict[tuple[int, Key], dict[str, Filled]] = {}
    sources: dict[str, dict[str, Filled]] = {}
    recorded: dict[tuple[int, str], str] = {}
    shown = {(one.sheet, one.address): one.content for one in seal.entries if one.kind == LOCKED}
    problems = []
    for entry in seal.entries:
        if entry.kind in {LOCKED, "free"}:
            continue
        if entry.kind == "value":
            year, row = entry.content.split("|", 1)
            was = shown.get((entry.sheet, _RECORDED + entry.address.lstrip(ascii_uppercase)), "")
            recorded[int(year), row] = "" if was == MISSING else was
        cell = _filled(book[entry.sheet][entry.address].value, entry, name)
        if cell is None:
            continue
        if cell.text != visible(cell.text):
            problems.append(cell.problem(
                "含有不可见字符；请重新输入", "contains an invisible character; type it again"
            ))  # fmt: skip
        if "|" in entry.content:
            year, *parts = entry.content.split("|")
            lines.setdefault((int(year), Key(*parts)), {})[entry.kind] = cell
        else:
            sources.setdefault(entry.content, {})[entry.kind] = cell
    if problems:
        raise SourceError(problems)
    found = tuple(Line(key, year, cells) for (year, key), cells in lines.items())
    facts = seal.facts
    return Returned(
        name, facts["place"], facts["body"], int(facts["year"]), found, sources, recorded
    )


def _filled(value: Any, entry: Entry, name: str) -> Filled | None:
    """Return a cell with its text, and its number where it holds one; None if it is empty."""
    number = None
    if isinstance(value, (datetime, date)):
        text = value.strftime("%Y-%m-%d")
    else:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            number = Decimal(repr(value))
        text = " ".join(canonical(value).split())
    return Filled(text, name, entry.sheet, entry.address, number) if text else None


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


def _of_file(name: str, zh: str, en: str) -> Problem:
    return Problem(Origin(name), zh, en)
