"""Targets in tables: a row is an indicator, a column its unit, its start or its goal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .glyphs import normalise
from .goal_cell import (
    CELL,
    ORDERED,
    SAID,
    bare,
    cell_targets,
    growth_targets,
    scale_of,
    spoken,
)
from .outline import Entry
from .promise import Target
from .table_heads import columns_of, joined_heads, with_name

DONE = re.compile(r"(?:完成|实现|执行|实施|进展)情况")
"""The caption of a table that tells how a plan was fulfilled."""

STROKE = re.compile(r"[—\-/–]*")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row that sets a target."""

    entry: Entry
    number: str
    """Its number in the table, or its place."""
    field: str
    """The heading of its group, if the table has one."""
    by_domain: bool = False
    """The column of groups is headed 领域."""
    name: str
    targets: tuple[Target, ...]


def table_rows(entries: tuple[Entry, ...], first: int | None) -> Iterator[Row]:
    """Yield the target rows of all tables that have a column of goals."""
    columns: dict[str, list[tuple[int, int | None]]] = {}
    heads: list[str] = []
    count, group, named = 0, "", ""
    previous, done = -1, False
    for at, entry in enumerate(entries):
        if entry.section == "furniture":
            previous += previous == at - 1  # a page may end within the table
            continue
        cells = [normalise(c).text for c in entry.paragraph.cells]
        if not cells:
            text = entry.paragraph.text
            done = bool(DONE.search(text[-40:])) or (done and not entry.level and len(text) < 20)
            continue
        if at != previous + 1 or not columns:
            heads = heads if at == previous + 1 else []
            columns, count, group, named = {}, 0, "", ""
        previous = at
        if not columns:
            cells = joined_heads(heads, cells) if heads else cells
            columns, heads = ({} if done else columns_of(cells, first)), cells
            continue
        if cells == heads:
            continue  # a page repeats them
        if not count and joined_heads(heads, cells) != cells:
            heads = joined_heads(heads, cells)
            columns = columns_of(heads, first)
            continue
        cells, named = with_name(cells, named, columns)
        row = _row(entry, cells, columns, first)
        if row is None:
            filled = [c for c in cells if c]
            group = filled[0] if len(filled) == 1 else group
            continue
        count += 1
        group = row.field or group
        number = row.number or str(count)
        yield replace(row, number=number, field=group, by_domain="domain" in columns)


def _row(
    entry: Entry, cells: list[str], columns: dict[str, list[tuple[int, int | None]]], first: int | None
) -> Row | None:  # fmt: skip
    def cell(kind: str) -> str:
        at = columns[kind][0][0] if kind in columns else -1
        return cells[at] if 0 <= at < len(cells) else ""

    name = cell("name")
    if not name:
        return None
    baseline = CELL.match(cell("start"))
    start = (
        (Decimal(baseline["num"].replace(",", "")), columns["start"][0][1]) if baseline else None
    )
    targets: list[Target] = []
    said = "sentence" in columns
    goals = columns["goal"]
    for at in dict.fromkeys(at for at, _ in goals):
        years = tuple(year for place, year in goals if place == at)
        goal = cells[at] if at < len(cells) else ""
        said = said or bool(SAID.search(goal))
        if "sentence" in columns:
            targets += spoken(ORDERED.sub("", goal), first, entry)
            continue
        for target in cell_targets(name, cell("unit"), goal, years, entry):
            below = start and (start[0] * scale_of(target.counted), start[1])
            targets.append(replace(target, baseline=below))
    if not targets and all(at >= len(cells) or STROKE.fullmatch(cells[at]) for at, _ in goals):
        targets = growth_targets(name, cell("unit"), cell("growth"), entry)
    if not targets and not said:
        return None
    order = re.sub(r"\D", "", cell("order") or (ORDERED.match(name) or [""])[0])
    return Row(
        entry=entry, number=order, field=cell("field"), name=bare(name), targets=tuple(targets)
    )
