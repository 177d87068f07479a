"""Lines of a Word document: paragraphs and tables, then its notes; heads and feet of pages apart."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.table import Table
from docx.text.paragraph import Paragraph

from .line import Line
from .problem import ReadProblem
from .word_numbers import Numbers
from .word_text import W, blocks, boxes, text_of

UNPACKED_LIMIT = 200_000_000
LONGEST_CELL = 600
"""A longer cell holds the text of the plan, not a value or a duty."""


def word_lines(content: bytes, place: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the paragraphs, table rows and notes of a .docx file, and what its pages repeat."""
    _guard(content, place)
    try:
        document = docx.Document(io.BytesIO(content))
        numbers = Numbers(document)
        parts = [*_blocks(document.element.body, document, numbers), *_notes(document)]
        lines = tuple(Line(number=at, **part) for at, part in enumerate(parts, start=1))
        heads = enumerate(_heads(document), start=len(lines) + 1)
        return lines, tuple(Line(number=at, text=text) for at, text in heads)
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


def _blocks(holder: Any, parent: Any, numbers: Numbers) -> Iterator[dict[str, Any]]:
    """The lines of what stands in the body of a document or in a cell."""
    for block in blocks(holder):
        if block.tag == f"{W}tbl":
            yield from _table(Table(block, parent), numbers)
        else:
            yield from _paragraph(Paragraph(block, parent), numbers)


def _notes(document: Any) -> Iterator[dict[str, Any]]:
    """The footnotes and endnotes, in their order; the rules drawn above them are none."""
    for part in document.part.rels.values():
        if part.is_external or not part.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        root = parse_xml(part.target_part.blob)
        for note in root.iterchildren():
            if note.get(f"{W}type") in {None, "normal"}:
                for inner in blocks(note):
                    text = text_of(inner) if inner.tag == f"{W}p" else ""
                    yield from [{"text": text, "note": True}] if text.strip() else []


def _heads(document: Any) -> Iterator[str]:
    """What stands at the head and foot of the pages, each text once."""
    seen: set[str] = set()
    for part in document.part.rels.values():
        if part.is_external or not part.reltype.endswith(("/header", "/footer")):
            continue
        for paragraph in part.target_part.element.iter(f"{W}p"):
            text = text_of(paragraph).strip()
            if text and text not in seen:
                seen.add(text)
                yield text


def _paragraph(paragraph: Paragraph, numbers: Numbers) -> Iterator[dict[str, Any]]:
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


def _table(table: Table, numbers: Numbers) -> Iterator[dict[str, Any]]:
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
