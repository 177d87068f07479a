"""Lines of a Word document: paragraphs, tables and the numbers Word prints before list items."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from .line import Line
from .numeral import chinese_numeral
from .problem import ReadProblem
from .word_text import W, blocks, boxes, text_of

UNPACKED_LIMIT = 200_000_000
LONGEST_CELL = 600
"""A longer cell holds the text of the plan, not a value or a duty."""


def word_lines(content: bytes, place: str) -> tuple[Line, ...]:
    """Return the paragraphs and table rows of a .docx file in their order."""
    _guard(content, place)
    try:
        document = docx.Document(io.BytesIO(content))
        numbers = _Numbers(document)
        return tuple(
            Line(number=at, **parts)
            for at, parts in enumerate(_blocks(document.element.body, document, numbers), start=1)
        )
    except ReadProblem:
        raise
    except Exception as error:
        raise ReadProblem(
            place, 1,
            "读不出这个 Word 文件（只读 .docx）；请用文字处理软件打开后另存为 .docx 再导入",
            f"this Word file cannot be read ({type(error).__name__}); only .docx is read; "
            "open it in a word processor and save it as .docx again",
        ) from error  # fmt: skip


def _guard(content: bytes, place: str) -> None:
    """Refuse an archive that unpacks to far more than a document can hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadProblem(
            place, 1,
            "这不是 .docx 文件（旧式 .doc 不能读）；请另存为 .docx 再导入",
            "this is not a .docx file (the old .doc cannot be read); save it as .docx",
        ) from error  # fmt: skip
    if size > UNPACKED_LIMIT:
        raise ReadProblem(
            place, 1,
            f"文件解压后有 {size} 字节，超过 {UNPACKED_LIMIT} 字节的上限；请去掉图片后再导入",
            f"the file unpacks to {size} bytes, over the limit of {UNPACKED_LIMIT}; "
            "remove its pictures and import it again",
        )  # fmt: skip


def _blocks(holder: Any, parent: Any, numbers: _Numbers) -> Iterator[dict[str, Any]]:
    """The lines of what stands in the body of a document or in a cell."""
    for block in blocks(holder):
        if block.tag == f"{W}tbl":
            yield from _table(Table(block, parent), numbers)
        else:
            yield from _paragraph(Paragraph(block, parent), numbers)


def _paragraph(paragraph: Paragraph, numbers: _Numbers) -> Iterator[dict[str, Any]]:
    """A paragraph, a line for each of its line breaks; then the text boxes anchored in it."""
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    rows = text_of(paragraph._p).split("\n")
    yield {
        "text": rows[0],
        "mark": numbers.of(paragraph),
        "heading": style.lower().startswith(("heading", "title", "标题")),
        "bold": min(_bold(paragraph), len(rows[0])),
    }
    for row in rows[1:]:
        yield {"text": row}
    for box in boxes(paragraph._p):
        for inner in blocks(box):
            if inner.tag == f"{W}p":
                yield {"text": text_of(inner)}


def _table(table: Table, numbers: _Numbers) -> Iterator[dict[str, Any]]:
    """The rows of a table; a table of one column, or with a whole text in a cell, is none."""
    above: set[Any] = set()
    for row in table.rows:
        cells = list(dict.fromkeys(cell._tc for cell in row.cells))
        longest = max((len("".join(map(text_of, tc.iter(f"{W}p")))) for tc in cells), default=0)
        if len(table.columns) < 2 or longest > LONGEST_CELL:
            for tc in cells:
                yield from _blocks(tc, table, numbers) if tc not in above else ()
            above = set(cells)
            continue
        texts, above = _texts(row.cells, above)
        yield {"text": "　".join(t for t in texts if t), "cells": texts}


def _texts(cells: Any, above: set[Any]) -> tuple[tuple[str, ...], set[Any]]:
    """The texts of a row; a merged cell speaks once and stands empty where python-docx repeats it."""
    texts: list[str] = []
    seen: set[Any] = set()
    for cell in cells:
        repeated = cell._tc in seen or cell._tc in above
        words = " ".join(text_of(p) for p in cell._tc.iter(f"{W}p"))
        texts.append("" if repeated else " ".join(words.split()))
        seen.add(cell._tc)
    return tuple(texts), seen


def _bold(paragraph: Paragraph) -> int:
    count = 0
    for run in paragraph.runs:
        if run.text.strip() and not run.bold:
            break
        count += len(run.text)
    return count


class _Numbers:
    """The counters of a document's automatic lists."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._root: Any = next(
            (r.target_part.element for r in document.part.rels.values()
             if r.reltype.endswith("/numbering")), None,
        )  # fmt: skip

    def of(self, paragraph: Paragraph) -> str:
        """The number printed before this paragraph, or nothing."""
        numbered = _numbering(paragraph)
        if numbered is None or numbered.numId is None or self._root is None:
            return ""
        identity = str(numbered.numId.val)
        depth = int(numbered.ilvl.val) if numbered.ilvl is not None else 0
        form, pattern, start = self._level(identity, depth)
        if not pattern or form in {"bullet", "none"}:
            return "—" if form == "bullet" else ""
        counts = self._counts.setdefault(identity, {})
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        for level in range(depth + 1):
            form_here = self._level(identity, level)[0]
            pattern = pattern.replace(f"%{level + 1}", _written(counts.get(level, 1), form_here))
        return pattern

    def _level(self, identity: str, depth: int) -> tuple[str, str, int]:
        key = (identity, depth)
        if key not in self._levels:
            self._levels[key] = self._read(identity, depth)
        return self._levels[key]

    def _read(self, identity: str, depth: int) -> tuple[str, str, int]:
        for number in self._root.iter(f"{W}num"):
            if number.get(f"{W}numId") != identity:
                continue
            abstract = number.find(f"{W}abstractNumId").get(f"{W}val")
            for candidate in self._root.iter(f"{W}abstractNum"):
                if candidate.get(f"{W}abstractNumId") == abstract:
                    return _level_form(candidate, depth)
        return "none", "", 1


def _numbering(paragraph: Paragraph) -> Any:
    """The list a paragraph belongs to, by itself or by its style."""
    properties = paragraph._p.pPr
    if properties is not None and properties.numPr is not None:
        return properties.numPr
    style: Any = paragraph.style
    while style is not None:
        properties = style.element.pPr
        if properties is not None and properties.numPr is not None:
            return properties.numPr
        style = style.base_style
    return None


def _level_form(abstract: Any, depth: int) -> tuple[str, str, int]:
    for level in abstract.iter(f"{W}lvl"):
        if level.get(f"{W}ilvl") == str(depth):
            values = {name: level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start")}
            read = {k: v.get(f"{W}val") for k, v in values.items() if v is not None}
            start = read.get("start") or "1"
            return read.get("numFmt") or "decimal", read.get("lvlText") or "", int(start)
    return "none", "", 1


def _written(number: int, form: str) -> str:
    return chinese_numeral(number) if "hinese" in form or "deograph" in form else str(number)
