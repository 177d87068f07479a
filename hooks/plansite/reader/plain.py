"""Lines of plain text and Markdown; marks of Markdown are taken off and never taken for text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .line import Line
from .markup import BOLD, unmark

HEADING = re.compile(r"^ {0,3}(#{1,6})(?=\s|\*|[^#\s])\s*(.*?)\s*#*\s*$")
BULLET = re.compile(r"^(\s*)[-*+]\s+(?=\S)(?![-*+]\s)")
TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$")
RULE = re.compile(r"^\s*([-*_])(\s*\1){2,}\s*$")
LEADING = re.compile(r"^(?:&(?:nbsp|emsp|ensp|#160|#12288);)+")
ONE = re.compile(r" {0,3}1[.)]\s")
STROKE = re.compile("[|｜│┃]")
QUOTE = re.compile(r"^ {0,3}(?:>(?:\s|$))+")


def plain_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text file; form feeds part lines as line ends do."""
    rows = re.split(r"\r\n|[\n\r\f\v\u2028\u2029\x85]", text.lstrip("\ufeff"))
    markdown = _is_markdown(rows)
    lines = tuple(_line(number, row, markdown) for number, row in enumerate(rows, start=1))
    return tuple(_counted(lines)) if markdown else tuple(_ruled(lines))


def _ruled(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Rows of a plain text whose cells stand between strokes; a lone stroke is a character as any other."""
    filled = [n for n, line in enumerate(lines) if line.text.strip()]
    widths = [0 if lines[n].cells else len(_between(lines[n].text)) for n in filled]
    rows = {
        filled[at]
        for at, width in enumerate(widths)
        if width > 1 and width in (*widths[max(at - 1, 0) : at], *widths[at + 1 : at + 2])
    }
    for n, line in enumerate(lines):
        cells = tuple(_between(line.text)) if n in rows else ()
        yield replace(line, text="　".join(cells), cells=cells) if cells else line


def _between(row: str) -> list[str]:
    """The cells of a row, which may begin and end with a stroke."""
    parts = [cell.strip() for cell in STROKE.split(row.strip())]
    inner = parts[not parts[0] : len(parts) - (not parts[-1])]
    return inner if len(inner) > 1 else []


def _counted(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Number the items of a list that writes 1. before each: Markdown counts them itself."""
    count = 0
    for line in lines:
        if ONE.match(line.text):
            count += 1
        elif line.text.strip() and not line.text.startswith("  "):
            count = 0
        yield replace(line, mark=f"{count}.") if count > 1 and ONE.match(line.text) else line


def _is_markdown(rows: list[str]) -> bool:
    """A text is Markdown if it has headings, bold text or a table of it: one sign could be chance."""
    signs = sum(bool(re.match(r"^ {0,3}#{1,6}\s*\S", r)) + len(BOLD.findall(r)) for r in rows)
    return signs >= 2 or any(TABLE_RULE.match(r) and "|" in r for r in rows)


def _line(number: int, row: str, markdown: bool) -> Line:
    if "\t" in row.strip():
        cells = tuple(c.strip() for c in row.strip("\n").split("\t"))
        if sum(bool(c) for c in cells) >= 3:
            return Line(number=number, text=row, cells=cells)
    if not markdown:
        return Line(number=number, text=row)
    if (TABLE_RULE.match(row) and "|" in row) or RULE.match(row):
        return Line(number=number, text="")
    if row.strip().startswith("|") and row.strip().endswith("|") and len(row.strip()) > 2:
        cells = tuple(unmark(c.strip()) for c in row.strip()[1:-1].split("|"))
        return Line(number=number, text="　".join(cells), cells=cells)
    row = QUOTE.sub("", row)
    row = LEADING.sub("", row)
    heading = HEADING.match(row)
    body = heading[2] if heading else row
    bullet = not heading and bool(BULLET.match(body))
    body = BULLET.sub(r"\1", body) if bullet else body
    run_in = BOLD.match(body.strip())
    bold = len(unmark(run_in[0])) if run_in else 0
    return Line(number=number, text=unmark(body), heading=bool(heading), bold=bold, bullet=bullet)
