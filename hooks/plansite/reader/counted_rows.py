"""Tables whose rows carry a running number: cells that a page broke over lines are put together again.

序号 指标 2025年 2030年目标 属性 opens such a table. A row begins with the number that comes next and ends before
the one after it; what stands between is its name, its values and its kind, on however many lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .columns import GAP, KIND, SPACE, as_row, is_value, name_column
from .furniture import PAGE
from .glyphs import normalise
from .line import Line
from .marker import marker_of
from .nesting import HEADING_KINDS

ORDER = re.compile(r"^(?:序号|编号)$")
KIND_HEAD = re.compile(r"属性|性质")
FEWEST = 4
LONGEST = 90
REACH = 30
"""On so many lines one row may stand."""
ENDS = re.compile(r"^(?:注[：:]|注\d|备注：|说明：)|[。；]$")


@dataclass
class _Row:
    """The parts of one row, and the lines they stand on."""

    group: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def with_counted_rows(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give the rows of such tables their cells; all other lines stay as they are."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        heads = _split(lines[at])
        plain = [normalise(head).text for head in heads]
        name = name_column(plain)
        orders = [n for n, head in enumerate(plain) if ORDER.match(head)]
        rows: list[Line] = []
        end = at
        if name is not None and orders and orders[0] == name - 1:
            rows, end = _rows(lines, at + 1, plain, name)
        if not rows:
            result.append(lines[at])
            at += 1
            continue
        result += [as_row(lines[at : at + 1], heads), *rows]
        at = end
    return tuple(result)


def _split(line: Line) -> list[str]:
    text = line.text.strip()
    if line.cells or not text or len(text) > 4 * LONGEST:
        return []
    return GAP.split(text) if GAP.search(text) else SPACE.split(text)


def _rows(lines: tuple[Line, ...], at: int, heads: list[str], name: int) -> tuple[list[Line], int]:
    """The rows after the headings, and where the table ends."""
    last_is_kind = bool(KIND_HEAD.search(heads[-1]))
    rows: list[_Row] = [_Row()]
    aside: dict[int, list[Line]] = {}
    expected, end, begun = 1, at, at
    for place in range(at, len(lines)):
        if place - begun > REACH:
            break
        line = lines[place]
        text = normalise(line.text).text if len(line.text) <= 4 * LONGEST else line.text
        if not text:
            continue
        parts = _split(line)
        if PAGE.fullmatch(text) and text != str(expected):
            aside.setdefault(len(rows), []).append(line)  # a page ends within the table
            continue
        if [normalise(part).text for part in parts] == heads:
            if expected == 1:
                break  # headings that nothing stands under
            aside.setdefault(len(rows), []).append(as_row([line], parts))
            continue
        if _is_end(line, text):
            break
        order = next((n for n, part in enumerate(parts[:name]) if part == str(expected)), None)
        closed = last_is_kind and bool(rows[-1].parts) and bool(KIND.match(rows[-1].parts[-1]))
        waiting = not rows[-1].parts
        if order is None and (closed or waiting) and not _may_group(rows[-1], waiting, parts):
            break
        if order is None and not closed and not waiting:
            rows[-1].parts += parts
            rows[-1].lines.append(line)
        elif order is None:
            rows.append(_Row()) if closed or not rows[-1].lines else None
            rows[-1].group += parts
            rows[-1].lines.append(line)
        else:
            if rows[-1].parts or not rows[-1].lines:
                rows.append(_Row())
            rows[-1].group += parts[:order]
            rows[-1].parts += parts[order:]
            rows[-1].lines.append(line)
            expected, end, begun = expected + 1, place + 1, place
        end = place + 1 if rows[-1].parts else end
    return _written(rows, aside, heads, name, end) if expected > FEWEST else ([], at)


def _may_group(row: _Row, waiting: bool, parts: list[str]) -> bool:
    """The name of a group, on one line or on a few."""
    short = sum(map(len, parts)) <= 14 and not KIND.match(parts[-1])
    return short and (not waiting or len(row.lines) < 4)


def _is_end(line: Line, text: str) -> bool:
    marker = marker_of(text)
    heading = marker is not None and marker.kind in HEADING_KINDS
    return bool(line.cells) or heading or len(text) > LONGEST or bool(ENDS.search(text))


def _written(
    rows: list[_Row], aside: dict[int, list[Line]], heads: list[str], name: int, end: int
) -> tuple[list[Line], int]:
    """The rows with their cells; page numbers and repeated headings stay beside them."""
    result: list[Line] = []
    for at, row in enumerate(rows, start=1):
        if row.parts:
            result += _cells(row, heads, name)
        result += aside.get(at, []) if row.parts or not row.lines else []
    return result, end


def _cells(row: _Row, heads: list[str], name: int) -> list[Line]:
    """One row as a line with cells; a row that holds several names becomes as many."""
    kinds = [n for n, head in enumerate(heads) if KIND_HEAD.search(head)]
    columns = [n for n in range(name + 1, len(heads)) if n not in kinds]
    result: list[Line] = []
    rest = row.parts[1:]
    while rest or not result:
        cells = [""] * len(heads)
        if not result:
            cells[name - 1] = row.parts[0]
            cells[0 if name > 1 else name] = "".join(row.group)
        values: list[str] = []
        title: list[str] = []
        while rest and not (values and _opens(rest, len(values) >= len(columns))):
            part = rest.pop(0)
            kind = bool(KIND.match(part)) and bool(kinds) and not cells[kinds[0]]
            if kind:
                cells[kinds[0]] = part
            elif values or (title and _is_figure(part)) or (kinds and cells[kinds[0]]):
                values.append(part)
            else:
                title.append(part)
        cells[name] += "".join(title)
        for n, column in enumerate(columns):
            last = n == len(columns) - 1
            cells[column] = "".join(values[n:]) if last else "".join(values[n : n + 1])
        result.append(as_row(row.lines if not result else row.lines[-1:], cells))
    if len(result) < 2:
        return result
    # Rows that share their lines print each what stands in its own cells.
    return [replace(one, text="　".join(filter(None, one.cells))) for one in result]


def _opens(rest: list[str], full: bool) -> bool:
    """A further name with a figure of its own begins: 药品抽检合格率(%) >99."""
    named = re.search(r"[（(][^（()）]{1,10}[)）]$", rest[0]) and not _is_figure(rest[0])
    return bool(full and named and any(_is_figure(part) for part in rest[1:4]))


def _is_figure(part: str) -> bool:
    text = re.sub(r"[*∗＊]$", "", normalise(part).text)
    return is_value(text) and not KIND.match(text) and bool(re.search(r"\d|^[—-]+$", text))
