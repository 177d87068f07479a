"""Tables whose rows carry a running number: cells that a page broke over lines are put together again.

序号 指标 2025年 2030年目标 属性 opens such a table. A row begins with the number that comes next and ends before
the one after it; what stands between is its name, its values and its kind, on however many lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .columns import BODY, GAP, KIND, SPACE, as_row, is_value, is_word_head, name_column
from .furniture import PAGE
from .glyphs import normalise
from .line import Line
from .marker import marker_of
from .nesting import HEADING_KINDS
from .vocabulary import role_of

ORDER = re.compile(r"^(?:序号|编号)$")
KIND_HEAD = re.compile(r"属性|性质")
UNIT_HEAD = re.compile(r"^(?:计量)?单\s*位$")
FEWEST = 4
LONGEST = 90
REACH = 30
"""On so many lines one row may stand."""
ENDS = re.compile(
    r"^(?:注[：:]|注\d|备注：|说明：|附[件表录](?:\d{1,2}|[一二三四五六七八九十])?(?:：|$))|[。；]$"
)


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
    table = _Table(heads, name, at)
    for place in range(at, len(lines)):
        text = lines[place].text
        plain = normalise(text).text if len(text) <= 4 * LONGEST else text
        if plain and not table.take(place, lines[place], plain):
            break
    if table.expected <= FEWEST:
        return [], at
    return _written(table.rows, table.aside, heads, name, table.end)


class _Table:
    """The rows so far, while line after line is taken in."""

    def __init__(self, heads: list[str], name: int, at: int) -> None:
        self.heads = heads
        self.name = name
        self.last_is_kind = bool(KIND_HEAD.search(heads[-1]))
        self.rows = [_Row()]
        self.aside: dict[int, list[Line]] = {}
        self.expected = 1
        self.end = self.begun = at

    def take(self, place: int, line: Line, text: str) -> bool:
        """Take a line in; false where the table ended before it."""
        if place - self.begun > REACH:
            return False
        parts = _split(line)
        if PAGE.fullmatch(text) and text != str(self.expected):
            self.aside.setdefault(len(self.rows), []).append(line)  # a page ends within the table
            return True
        if [normalise(part).text for part in parts] == self.heads:
            self.aside.setdefault(len(self.rows), []).append(as_row([line], parts))
            return self.expected > 1  # else headings that nothing stands under
        return not _is_end(line, text) and self._add(place, line, parts)

    def _add(self, place: int, line: Line, parts: list[str]) -> bool:
        """Begin the next row, or go on with the present one or with the name of a group."""
        numbers = (n for n, part in enumerate(parts[: self.name]) if part == str(self.expected))
        order = next(numbers, None)
        row = self.rows[-1]
        closed = self.last_is_kind and bool(row.parts) and bool(KIND.match(row.parts[-1]))
        waiting = not row.parts
        if order is not None:
            self._open(place, line, parts, order)
        elif not closed and not waiting:
            row.parts += parts
            row.lines.append(line)
        elif _may_group(row, waiting, parts):
            if closed or not row.lines:
                self.rows.append(_Row())
            self.rows[-1].group += parts
            self.rows[-1].lines.append(line)
        else:
            return False
        self.end = place + 1 if self.rows[-1].parts else self.end
        return True

    def _open(self, place: int, line: Line, parts: list[str], order: int) -> None:
        """Begin the row whose number was expected."""
        if self.rows[-1].parts or not self.rows[-1].lines:
            self.rows.append(_Row())
        self.rows[-1].group += parts[:order]
        self.rows[-1].parts += parts[order:]
        self.rows[-1].lines.append(line)
        self.expected, self.begun = self.expected + 1, place


def _may_group(row: _Row, waiting: bool, parts: list[str]) -> bool:
    """The name of a group, on one line or on a few."""
    short = sum(map(len, parts)) <= 14 and not KIND.match(parts[-1])
    return short and (not waiting or len(row.lines) < 4)


def _is_end(line: Line, text: str) -> bool:
    marker = marker_of(text)
    heading = marker is not None and marker.kind in HEADING_KINDS
    heading = heading or role_of(text) == "glossary"
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
    words = [n for n in range(name + 1, len(heads)) if is_word_head(heads[n])]
    columns = [n for n in range(name + 1, len(heads)) if n not in (*kinds, *words)]
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
            elif _is_words(part, len(values), columns, words) and title:
                cells[_free(cells, words)] += part
            elif values or (title and _is_figure(part)) or (kinds and cells[kinds[0]]):
                values.append(part)
            else:
                title.append(part)
        if UNIT_HEAD.match(heads[columns[0]]):
            values = _with_unit(title, values, len(columns))
        cells[name] += "".join(title)
        for n, column in enumerate(columns):
            last = n == len(columns) - 1
            cells[column] = "".join(values[n:]) if last else "".join(values[n : n + 1])
        result.append(as_row(row.lines if not result else row.lines[-1:], cells))
    if len(result) < 2:
        return result
    # Rows that share their lines print each what stands in its own cells.
    return [replace(one, text="　".join(filter(None, one.cells))) for one in result]


def _is_words(part: str, values: int, columns: list[int], words: list[int]) -> bool:
    """The part stands in a column of words: a body beside the values, or what follows the last of them."""
    beside = bool(words) and (values > 0 or words[0] < columns[0])
    return beside and (BODY.match(part) is not None or values >= len(columns))


def _free(cells: list[str], words: list[int]) -> int:
    """The first column of words that is empty yet, else the last one."""
    return next((n for n in words if not cells[n]), words[-1])


def _with_unit(title: list[str], values: list[str], width: int) -> list[str]:
    """The last part of a name is its unit where a column of units follows; an empty cell keeps its place."""
    if len(title) > 1 and is_value(normalise(title[-1]).text):
        return [title.pop(), *values]
    return ["", *values] if len(values) < width else values


def _opens(rest: list[str], full: bool) -> bool:
    """A further name with a figure of its own begins: 药品抽检合格率(%) >99."""
    named = re.search(r"[（(][^（()）]{1,10}[)）]$", rest[0]) and not _is_figure(rest[0])
    return bool(full and named and any(_is_figure(part) for part in rest[1:4]))


def _is_figure(part: str) -> bool:
    text = re.sub(r"[*∗＊]$", "", normalise(part).text)
    return is_value(text) and not KIND.match(text) and bool(re.search(r"\d|^[—-]+$", text))
