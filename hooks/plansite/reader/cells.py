"""Tables copied cell by cell: every cell of a row stands on a line of its own."""

from __future__ import annotations

import re

from .columns import (
    KIND,
    ROWS,
    WIDEST,
    as_row,
    is_head,
    is_value,
    is_word_head,
    name_column,
    row_of,
)
from .furniture import page_marks
from .glyphs import normalise
from .line import Line
from .marker import marker_of
from .nesting import HEADING_KINDS

DIGIT = re.compile(r"\d")
KIND_HEAD = re.compile(r"属性|性质")
LONGEST = 60
NAME_LINES = 3
"""On so many lines the name of one row may stand."""
Placed = tuple[int, Line]
"""A line and the place of the first line it was made of."""


def with_cells(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put the cells of such tables together; all other lines stay as they are.

    Page numbers and running heads that stand between cells are set before the row they tear.
    """
    furniture = {
        i for i in page_marks(lines) if not normalise(lines[i].text).text.isdigit()
    }  # a bare number may be a cell
    kept = [(i, line) for i, line in enumerate(lines) if i not in furniture]
    placed = _walk([line for _, line in kept])
    result = [(kept[at][0], line) for at, line in placed]
    aside = [(i - 0.5, lines[i]) for i in furniture]
    return tuple(line for _, line in sorted([*result, *aside], key=lambda pair: pair[0]))


def _walk(lines: list[Line]) -> list[Placed]:
    result: list[Placed] = []
    at = 0
    while at < len(lines):
        heads, body = _headings(lines, at)
        rows, end = _rows(lines, body, heads) if heads else ([], at)
        if len(rows) < 2:
            result.append((at, lines[at]))
            at += 1
            continue
        parts = [line for line in lines[at:body] if line.text.strip()]
        result += [(at, as_row(parts, heads)), *rows]
        at = end
    return result


def _headings(lines: list[Line], at: int) -> tuple[list[str], int]:
    """The headings from this line on and where the rows begin, or nothing; one may stand on two lines."""
    found: list[str] = []
    i = at
    while i < min(len(lines), at + 3 * WIDEST):
        text = lines[i].text.strip() if len(lines[i].text) < 40 else ""
        plain = normalise(text).text
        if not lines[i].text.strip() and found:
            i += 1
            continue
        after = _filled(lines, i + 1)
        following = lines[after].text.strip() if after < len(lines) else ""
        joined = normalise(text + following).text
        if lines[i].cells or not plain or marker_of(plain):
            break
        if not is_head(plain) and (not following or not is_head(joined) or len(joined) > 8):
            break
        if not is_head(plain):
            text, i = text + following, after
        if text in found:
            return [], at
        found.append(text)
        i += 1
    named = name_column([normalise(head).text for head in found]) is not None
    return (found, i) if named else ([], at)


def _rows(lines: list[Line], at: int, heads: list[str]) -> tuple[list[Placed], int]:
    """The rows after the headings, and where the table ends."""
    name = name_column([normalise(head).text for head in heads]) or 0
    rows: list[Placed] = []
    end = at
    while len(rows) < ROWS:
        row, after = _row(lines, end, name, heads[name + 1 :])
        if row is None:
            place = _filled(lines, end)
            row, after = _row(lines, place + 1, name, heads[name + 1 :])
            if row is None or place >= len(lines) or len(lines[place].text.strip()) > 20:
                break
            rows.append((place, as_row([lines[place]], [lines[place].text.strip()])))
        rows.append(row)
        end = after
    return rows, end


def _filled(lines: list[Line], at: int) -> int:
    """The next line that holds something."""
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _fits(values: list[str], heads: list[str]) -> bool:
    """Each value is of the kind its column holds, and one of them is a figure."""
    plain = [normalise(value).text for value in values]
    kinds = all(
        KIND.match(value) and value
        for value, head in zip(plain, heads, strict=True)
        if KIND_HEAD.search(head)
    )
    fits = (is_word_head(head) or is_value(one) for one, head in zip(values, heads, strict=True))
    return kinds and all(fits) and bool(DIGIT.search("".join(plain)))


def _row(lines: list[Line], at: int, name: int, heads: list[str]) -> tuple[Placed | None, int]:
    """One row from this line on: its name, perhaps after a number and a group, then its values."""
    parts: list[Line] = []
    count, first = len(heads), _filled(lines, at)
    while len(parts) < count + name + NAME_LINES:
        at = _filled(lines, at)
        if at >= len(lines) or lines[at].cells or len(lines[at].text) > LONGEST:
            return None, at
        heading = marker_of(normalise(lines[at].text).text)
        if heading and heading.kind in HEADING_KINDS:
            return None, at
        parts.append(lines[at])
        at += 1
        values = [part.text.strip() for part in parts[-count:]]
        if len(parts) <= count or not _fits(values, heads):
            continue
        cells = row_of([part.text.strip() for part in parts[:-count]], values, name)
        if cells:
            return (first, as_row(parts, cells)), at
    return None, at
