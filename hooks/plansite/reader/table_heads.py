"""What each column of a table of targets holds, by its headings, which may stand on two rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAME = re.compile(r"指标(?!属性|性质|类)|名称|^目标$|^项目$|主要内容")
UNIT = re.compile(r"^(?:计量)?单位$")
START = re.compile(r"基期|基线|现状|基数|实际|完成值|(?:19|20)\d\d年?(?:值|基)")
GOAL = re.compile(r"目标|规划|预期|((?:19|20)\d\d)年")
GROWTH = re.compile(r"\D*(?:年均|累计)\D*")
"""年均/累计: what is promised where the column of goals has a stroke."""
ORDER = re.compile(r"^(?:序号|编号|号)$")
FIELD = re.compile(r"^(?:领域|类别|分类|方面|维度|一级指标)$")
SEVERAL = re.compile(r"(?:19|20)\d\d年?(?:[/、和]|及)(?:19|20)\d\d")
"""2025年/2030年目标值: the column holds a value for each year."""
BELOW = re.compile(r"(?:19|20)\d\d年?(?:目标|基期|现状)?值?|目标值?|现状值?|基期值?|规划值")


def with_name(
    cells: list[str], above: str, columns: Mapping[str, list[tuple[int, int | None]]]
) -> tuple[list[str], str]:
    """A name that spans several rows is that of each; an empty cell beside values stands for it."""
    at = columns["name"][0][0]
    goals = [cells[n] for n, _ in columns["goal"] if n < len(cells)]
    if at < len(cells) and not cells[at] and above and all(re.search(r"\d", g) for g in goals):
        return [*cells[:at], above, *cells[at + 1 :]], above
    return cells, cells[at] if at < len(cells) else ""


def joined_heads(heads: list[str], cells: list[str]) -> list[str]:
    """Headings on two rows: 指标值 spans 2020年, 2023年 and 2025年 on the row below; else the cells."""
    below = [cell for cell in cells if cell]
    second = len(heads) == len(cells) and below and len(below) < len(cells)
    if not second or not all(BELOW.fullmatch(cell) for cell in below):
        return cells
    return [low or high for high, low in zip(heads, cells, strict=True)]


def columns_of(cells: list[str], first: int | None) -> dict[str, list[tuple[int, int | None]]]:
    """What each column holds, by its heading; empty if this is no heading of a table of targets."""
    found: dict[str, list[tuple[int, int | None]]] = {}
    for at, cell in enumerate(cells):
        years = [int(year) for year in re.findall(r"(?:19|20)\d\d", cell)]
        number = years[0] if years else None
        if ORDER.match(cell):
            kind = "order"
        elif FIELD.match(cell):
            kind = "field"
            if cell == "领域":
                found["domain"] = [(at, None)]
        elif UNIT.match(cell):
            kind = "unit"
        elif (
            START.search(cell)
            and not re.search(r"目标", cell)
            and not (number and first and number >= first)
        ) or (number and first and number < first):
            kind = "start"
        elif GOAL.search(cell) and not (NAME.search(cell) and not re.search(r"值|年", cell)):
            kind = "goal"
        elif NAME.search(cell):
            kind = "name"
        elif GROWTH.fullmatch(cell):
            kind = "growth"
        else:
            continue
        heads = years if kind == "goal" and SEVERAL.search(cell) else [number]
        found.setdefault(kind, []).extend((at, year) for year in heads)
    if "name" not in found and len(found.get("goal", [])) == 1 and len(cells) > 1:
        # 领域、主要目标、责任单位: the column holds whole sentences.
        found["name"], found["sentence"] = found["goal"], found["goal"]
    return found if "name" in found and "goal" in found else {}
