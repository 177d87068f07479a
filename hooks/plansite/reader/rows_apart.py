"""Tables whose rows run on in one line of text: the line is cut after its headings and before each row.

序号 指标 2025年 2030年 1 甲率（%） 50 60 2 乙率（%） 70 80 becomes a line of headings and a line for each row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .columns import BODY, KIND, VALUE, WIDEST, is_head, is_value, name_column
from .glyphs import normalise
from .line import Line

PART = re.compile(r"\S+")
ORDER = re.compile(r"^(?:序号|编号)$")
FIELD = re.compile(r"^(?:领域|类别|分类|方面|维度|一级指标)$")
NAMED = re.compile(r"[\u4e00-\u9fff]{2}")
LONGEST = 20_000
"""No table stands in a longer line."""
Part = tuple[str, int]
"""A part between blanks in its one form, and where it begins."""


def with_rows_apart(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Cut such lines; all other lines stay as they are, and no character but white space goes."""
    return tuple(_walk(lines))


def _walk(lines: tuple[Line, ...]) -> Iterator[Line]:
    heads: list[str] = []
    for line in lines:
        parts = _parts(line)
        if not parts:
            heads = heads if not line.text.strip() else []
            yield line
            continue
        first, end = _heads(parts)
        if end:
            heads = [text for text, _ in parts[first:end]]
        rows = [end + at for at in _rows(parts[end:], heads)] if heads else []
        cuts = {first, end, *rows} if end and rows else set(rows if len(rows) > 1 else ())
        if not rows and not end:
            heads = []
        yield from _cut(line, [parts[at][1] for at in sorted(cuts) if 0 < at < len(parts)])


def _parts(line: Line) -> list[Part]:
    if line.cells or line.heading or len(line.text) > LONGEST:
        return []
    found = list(PART.finditer(line.text))
    return [(normalise(one[0]).text, one.start()) for one in found] if len(found) > 2 else []


def _heads(parts: list[Part]) -> tuple[int, int]:
    """Where the headings of a table of targets begin and end in the line; 0 and 0 where there are none."""
    at = 0
    while at < len(parts):
        end = at
        while end < min(len(parts), at + WIDEST) and is_head(parts[end][0]):
            end += 1
        for start in range(at, end - 2):
            if name_column([text for text, _ in parts[start:end]]) is not None:
                return start, end
        at = max(end, at + 1)
    return 0, 0


def _rows(parts: list[Part], heads: list[str]) -> list[int]:
    """Where the rows begin: with the number that comes next, or with a name after the last value."""
    name = name_column(heads) or 0
    grouped = any(FIELD.match(head) for head in heads[:name])
    if not any(ORDER.match(head) for head in heads[:name]):
        return _named_rows([text for text, _ in parts], len(heads) - name - 1)
    found: list[int] = []
    expected = 0
    for at, (text, _) in enumerate(parts[:-1]):
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
        due = number == expected + 1 if expected else number > 0
        named = NAMED.search(parts[at + 1][0]) is not None
        group = grouped and at > 0 and not _is_last(parts[at - 1][0])
        ended = at == int(group) or _is_last(parts[at - 1 - group][0])
        if due and named and ended:
            found.append(at - group)
            expected = number
    return found


def _is_last(text: str) -> bool:
    """A row may end with it: a value, a kind or a body, not a unit, which any short word might be."""
    return bool(VALUE.match(text) or KIND.match(text) or BODY.match(text))


def _named_rows(parts: list[str], values: int) -> list[int]:
    """Rows without numbers: each is a name and as many values as there are columns."""
    found: list[int] = []
    at = 0
    while at + values < len(parts):
        row = parts[at + 1 : at + 1 + values]
        if not NAMED.search(parts[at]) or not all(map(is_value, row)):
            break
        if not any(re.search(r"\d", text) for text in row):
            break
        found.append(at)
        at += 1 + values
    return found if at == len(parts) else []


def _cut(line: Line, places: list[int]) -> Iterator[Line]:
    if not places:
        yield line
        return
    starts = [0, *places]
    for start, end in zip(starts, [*places, len(line.text)], strict=True):
        yield replace(line, text=line.text[start:end], mark=line.mark if not start else "", bold=0)
