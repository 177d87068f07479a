"""Tables with tabs whose rows a program broke: cells that a line end tore are one row again."""

from __future__ import annotations

from .columns import as_row, name_column
from .glyphs import normalise
from .line import Line

MOST = 3
"""On so many lines one row may stand."""


def with_whole_rows(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put the parts of such rows together; all other lines stay as they are."""
    result: list[Line] = []
    at, width = 0, 0
    while at < len(lines):
        line = lines[at]
        if line.cells:
            named = name_column([normalise(cell).text for cell in line.cells]) is not None
            width = len(line.cells) if named else width
        elif "\t" not in line.text and line.text.strip() and not _continues(lines, at):
            width = width if len(line.text.strip()) < 40 else 0
        row, end = _row(lines, at, width) if width else (None, at)
        result.append(row or line)
        at = end if row else at + 1
    return tuple(result)


def _continues(lines: tuple[Line, ...], at: int) -> bool:
    return at + 1 < len(lines) and "\t" in lines[at + 1].text


def _row(lines: tuple[Line, ...], at: int, width: int) -> tuple[Line | None, int]:
    """The row that begins on this line and is whole only with the next ones."""
    parts: list[Line] = []
    cells: list[str] = []
    for place in range(at, min(at + MOST, len(lines))):
        text = lines[place].text
        if not text.strip() or (place == at and "\t" not in text):
            break
        parts.append(lines[place])
        cells += [cell.strip() for cell in text.strip(" \n").rstrip("\t").split("\t")]
        if len(cells) >= width:
            break
    if len(parts) < 2 or len(cells) != width or not cells[0]:
        return None, at
    return as_row(parts, cells), at + len(parts)
