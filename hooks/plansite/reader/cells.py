"""Tables copied cell by cell: every cell of a row stands on a line of its own."""

from __future__ import annotations

import re

from .columns import ROWS, WIDEST, as_row, is_head, is_value, name_column, row_of
from .glyphs import normalise
from .line import Line
from .marker import marker_of
from .nesting import HEADING_KINDS

DIGIT = re.compile(r"\d")


def with_cells(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put the cells of such tables together; all other lines stay as they are."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        heads = _headings(lines, at)
        rows, end = (
            _rows(lines, heads[-1] + 1, [lines[i].text for i in heads]) if heads else ([], at)
        )
        if len(rows) < 2:
            result.append(lines[at])
            at += 1
            continue
        parts = [lines[i] for i in heads]
        result += [as_row(parts, [part.text.strip() for part in parts]), *rows]
        at = end
    return tuple(result)


def _headings(lines: tuple[Line, ...], at: int) -> list[int]:
    """The places of the headings from this line on, or nothing."""
    found: list[int] = []
    for i in range(at, min(len(lines), at + 3 * WIDEST)):
        text = normalise(lines[i].text).text if len(lines[i].text) < 40 else ""
        if not lines[i].text.strip() and found:
            continue
        if lines[i].cells or not text or not is_head(text) or marker_of(text):
            break
        if text in {lines[n].text.strip() for n in found}:
            return []
        found.append(i)
    plain = [normalise(lines[i].text).text for i in found]
    return found if name_column(plain) is not None else []


def _rows(lines: tuple[Line, ...], at: int, heads: list[str]) -> tuple[list[Line], int]:
    """The rows after the headings, and where the table ends."""
    name = name_column([normalise(head).text for head in heads]) or 0
    rows: list[Line] = []
    end = at
    while len(rows) < ROWS:
        row, after = _row(lines, end, name, len(heads) - name - 1)
        if row is None:
            place = _filled(lines, end)
            group, after = _row(lines, place + 1, name, len(heads) - name - 1)
            if group is None or place >= len(lines) or len(lines[place].text.strip()) > 20:
                break
            rows.append(as_row([lines[place]], [lines[place].text.strip()]))
            row = group
        rows.append(row)
        end = after
    return rows, end


def _filled(lines: tuple[Line, ...], at: int) -> int:
    """The next line that holds something."""
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _row(lines: tuple[Line, ...], at: int, name: int, count: int) -> tuple[Line | None, int]:
    """One row from this line on: its name, perhaps after a number and a group, then its values."""
    parts: list[Line] = []
    while len(parts) < count + name + 2:
        at = _filled(lines, at)
        if at >= len(lines) or lines[at].cells or len(lines[at].text) > 60:
            return None, at
        heading = marker_of(normalise(lines[at].text).text)
        if heading and heading.kind in HEADING_KINDS:
            return None, at
        parts.append(lines[at])
        at += 1
        values = [part.text.strip() for part in parts[-count:]]
        if (
            len(parts) <= count
            or not all(map(is_value, values))
            or not DIGIT.search("".join(values))
        ):
            continue
        cells = row_of([part.text.strip() for part in parts[:-count]], values, name)
        if cells:
            return as_row(parts, cells), at
    return None, at
