"""Tables that lost their cells: in a text file or a PDF only white space parts the columns.

A line of headings (指标, 2025年目标值, 属性 …) opens such a table. The rows are read from their right end,
where the values stand; what precedes them is the number, the group and the name, which may be broken
over lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .glyphs import normalise
from .line import Line
from .marker import marker_of
from .nesting import HEADING_KINDS

HEAD_NAME = re.compile(r"^(?:主要|核心)?(?:指标(?:名称)?|名称)$")
HEAD_GOAL = re.compile(r"目标|规划值|预期值|^(?:19|20)\d\d年?$")
HEAD_WORDS = re.compile(
    r"^(?:数据来源|资料来源|来源|(?:牵头|责任|负责|实施|主管|落实|配合|监测)(?:单位|部门)|备注|说明)$"
)
"""A column of words: bodies, sources, remarks."""
HEAD_OTHER = re.compile(
    rf"{HEAD_WORDS.pattern}|^(?:序号|编号|领域|类别|分类|一级指标|(?:计量)?单位|(?:指标)?(?:属性|性质|类型)|.{{0,8}}(?:基期|现状|基数|完成)值?|.*(?:19|20)\d\d年?.{{0,6}}|\D{{0,6}}(?:年均|累计)\D{{0,8}})$"
)
VALUE = re.compile(
    r"^(?:[≥≧>≤≦<《》约]|保持|不低于|不少于|不高于|不超过|大于|小于|低于|高于|超过|达到|控制在|[\[【〔])*\d[\d.,]*(?:万|亿)?"
    r"(?:%|‰|/\d+万?|岁|年|个|张|名|人|平方米)?[】〕\]]?(?:以上|以下|以内|左右)?[】〕\]]?[*∗＊]?$|^[—/-]+$|^(?:逐年|持续|有所|明显|稳步|不断|保持|进一步)[\u4e00-\u9fff]{1,6}$"
)
KIND = re.compile(r"^(?:约束|预期|预测|引导)性?$")
BODY = re.compile(
    r"^[\u4e00-\u9fff（）、]{1,40}(?:局|委|委员会|厅|办|办公室|部|联|院|会|署|中心|政府|公司|队|街道|镇)$"
)
"""What stands in a column of bodies."""
GAP = re.compile(r"[ \t\u3000\u00a0]{2,}")
SPACE = re.compile(r"[ \t\u3000\u00a0]+")
ROWS = 200
WIDEST = 9
LONGEST_HEAD = 16


def with_columns(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give the rows of such tables their cells; all other lines stay as they are."""
    return tuple(_walk(lines))


def _walk(lines: tuple[Line, ...]) -> Iterator[Line]:
    at = 0
    while at < len(lines):
        heads = _headings(lines[at])
        rows, end = _rows(lines, at + 1, heads) if heads else ([], at)
        if not rows:
            yield lines[at]
            at += 1
            continue
        yield as_row(lines[at : at + 1], heads)
        yield from rows
        at = end


def _headings(line: Line) -> list[str]:
    """The headings of a table of targets, or nothing."""
    cells = _split(line)
    return cells if name_column([normalise(cell).text for cell in cells]) is not None else []


def is_head(text: str) -> bool:
    """The text heads a column of a table of targets."""
    goal = HEAD_GOAL.search(text) is not None and len(text) <= LONGEST_HEAD
    return bool(HEAD_NAME.match(text) or HEAD_OTHER.match(text)) or goal


def name_column(heads: list[str]) -> int | None:
    """The place of the column of names among the headings of a table of targets; none if it is no such table."""
    names = [at for at, head in enumerate(heads) if HEAD_NAME.match(head)]
    if not 3 <= len(heads) <= WIDEST or len(names) != 1 or not all(map(is_head, heads)):
        return None
    return names[0] if any(HEAD_GOAL.search(head) for head in heads[names[0] + 1 :]) else None


def _split(line: Line) -> list[str]:
    """The parts between gaps; single spaces part where there is no wider gap."""
    text = line.text.strip()
    if line.cells or not text:
        return []
    return GAP.split(text) if GAP.search(text) else SPACE.split(text)


def _rows(lines: tuple[Line, ...], at: int, heads: list[str]) -> tuple[list[Line], int]:
    """The rows after the headings, and where the table ends."""
    name = name_column([normalise(head).text for head in heads]) or 0
    words = frozenset(n - len(heads) for n, head in enumerate(heads) if is_word_head(head))
    rows: list[Line] = []
    waiting: list[Line] = []
    end = at
    for place in range(at, min(len(lines), at + ROWS)):
        line = lines[place]
        if not line.text.strip():
            continue
        cells = _cells([*waiting, line], len(heads), name, words)
        if cells:
            rows.append(as_row((*waiting, line), cells))
            waiting, end = [], place + 1
        elif _may_wait(line) and len(waiting) < 6:
            waiting.append(line)
        else:
            break
    return rows, end


def _cells(lines: list[Line], width: int, name: int, words: frozenset[int]) -> list[str]:
    """The cells of a row: values from the right end of its last line, number, group and name before."""
    last = _values(lines[-1], width - name - 1, words)
    if last is None:
        return []
    return row_of([part for line in lines[:-1] for part in _split(line)] + last[0], last[1], name)


def row_of(before: list[str], values: list[str], name: int) -> list[str]:
    """The cells of a row: number, group and name as the columns before the values ask, or nothing."""
    cells = [""] * name
    if len(before) > 2 and name > 1 and re.fullmatch(r"\d{1,2}", normalise(before[1]).text):
        before[:2] = before[1::-1]  # the group stands before the number
    if name and before and re.fullmatch(r"\d{1,2}[.、]?", normalise(before[0]).text):
        cells[0] = before.pop(0)
    if len(before) > 1 and name > 1 and not re.search(r"[\d%‰]", before[0]):
        cells[1] = before.pop(0)
    title = "".join(before)
    return [*cells, title, *values] if re.search(r"[\u4e00-\u9fff]{2}", title) else []


def is_value(text: str) -> bool:
    """The text is what stands in a column of values, of units or of kinds."""
    plain = normalise(text).text
    return bool(VALUE.match(plain) or KIND.match(plain) or _is_unit(plain))


def is_word_head(head: str) -> bool:
    """The column holds words and no values."""
    return HEAD_WORDS.match(normalise(head).text) is not None


def _values(line: Line, count: int, words: frozenset[int]) -> tuple[list[str], list[str]] | None:
    """Split a line into what precedes its values and the values, as many as the table has columns.

    `words` are the columns that hold words, counted from the right end.
    """
    for parts in (_split(line), SPACE.split(line.text.strip())):
        tail = [normalise(part).text for part in parts[-count:]]
        numbers = sum(bool(re.search(r"\d", t)) for t in tail if VALUE.match(t))
        fits = all(n - count in words or is_value(part) for n, part in enumerate(tail))
        if len(parts) >= count and fits and numbers:
            return parts[:-count], parts[-count:]
    return None


def _is_unit(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"%|‰|[\u4e00-\u9fff/]{1,4}|1?/?\d*十?万|[\u4e00-\u9fff]/[\d\u4e00-\u9fff]{1,5}", text
        )
    )


def _may_wait(line: Line) -> bool:
    """A number, the name of a group or the first part of a name, on a line of its own."""
    text = normalise(line.text).text
    marker = marker_of(text)
    heading = marker is not None and marker.kind in HEADING_KINDS
    return (
        len(text) <= 24 and not heading and not line.heading and not re.search(r"[。；：，]", text)
    )


def as_row(lines: tuple[Line, ...] | list[Line], cells: list[str]) -> Line:
    """One line with cells from the lines it was made of."""
    first = lines[0]
    text = first.text if len(lines) == 1 else "　".join(line.text.strip() for line in lines)
    return Line(number=first.number, text=text, cells=tuple(cells))
