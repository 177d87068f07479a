"""Targets in tables: a row is an indicator, a column its unit, its start or its goal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .compare import compare
from .glyphs import normalise
from .outline import Entry
from .per_head import PER_EACH, PER_UNITS
from .promise import Target
from .quantity import BASES, SAME
from .table_heads import columns_of, joined_heads, with_name
from .target import read_targets

ORDERED = re.compile(r"^\d{1,2}[.、](?!\d)")
DATED = re.compile(r"([^（），；、]+)（((?:19|20)\d\d)年?(?:底|末)?）")
SIGNS = {"≥": "ge", "≧": "ge", ">": "gt", "＞": "gt", "《": "lt", "》": "gt", "≤": "le", "≦": "le", "<": "lt",
         "＜": "lt", "约": "about"}  # fmt: skip
MARKS = re.compile(r"[（）\[\]【】〔〕*∗＊]")
GROWTH = re.compile(r"^“?十.五”?(?:期间|时期)?(?:年均|累计)*(?:增长|新增|提高|增加)?(?=[\d≥>])")
RANGED = re.compile(r"^(\d+(?:\.\d+)?)(?:-|—{1,2}|~)(\d+(?:\.\d+)?)(?:%|，.*)?$")
DONE = re.compile(r"(?:完成|实现|执行|实施|进展)情况")
"""The caption of a table that tells how a plan was fulfilled."""
SAID = re.compile(r"提高|提升|增|升|降|减|缩|保持|稳定|控制|完善|覆盖|建立|达到|实现|延长|消除")
CELL = re.compile(
    r"^(?P<sign>[≥≧>＞≤≦<＜《》约]|不低于|不少于|不高于|不超过|大于|小于|低于|高于|超过|[\u4e00-\u9fff]{1,6})*?"
    r"(?P<num>\d[\d,]*(?:\.\d+)?)(?P<scale>万|亿)?(?P<unit>[%‰]|/[\d十百千万]+|[\u4e00-\u9fff]{0,4}?)"
    r"(?P<after>以上|及以上|以下|及以下|以内|左右)?$"
)


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
    for at, year in columns["goal"]:
        goal = cells[at] if at < len(cells) else ""
        said = said or bool(SAID.search(goal))
        if "sentence" in columns:
            targets += _spoken(ORDERED.sub("", goal), first, entry)
            continue
        for target in _targets(name, cell("unit"), goal, entry):
            below = start and (start[0] * _scale(target.counted), start[1])
            targets.append(replace(target, year=target.year or year, baseline=below))
    if not targets and not said:
        return None
    order = re.sub(r"\D", "", cell("order") or (ORDERED.match(name) or [""])[0])
    return Row(
        entry=entry, number=order, field=cell("field"), name=_bare(name), targets=tuple(targets)
    )


def _targets(name: str, unit: str, cell: str, entry: Entry) -> list[Target]:
    """What a cell promises: a value, or a clause such as 比2020年提高1岁."""
    dated = DATED.findall(cell) if DATED.sub("", cell).strip("，；、") == "" else []
    parts = dated or [(cell, "")]
    found = [(_target(name, unit, part, entry), year) for part, year in parts]
    if all(target for target, _ in found):
        return [replace(t, year=int(year) if year else None) for t, year in found if t]
    return _spoken(_bare(name) + cell, None, entry) if SAID.search(cell) else []


def _spoken(sentence: str, first: int | None, entry: Entry) -> list[Target]:
    """The targets of a cell that holds a clause or a sentence."""
    said = read_targets(sentence, first)
    return [replace(t, start=0, end=len(entry.paragraph.text)) for t in said]


def _target(name: str, unit: str, cell: str, entry: Entry) -> Target | None:
    cell = GROWTH.sub("", MARKS.sub("", cell))
    ranged = RANGED.match(cell)
    found = CELL.match(ranged[2] if ranged else cell)
    if not found:
        return None
    sign = next((SIGNS[c] for c in cell[:2] if c in SIGNS), "")
    word = re.match(r"[\u4e00-\u9fff]+", cell)
    comparator = (
        sign or compare(word[0] if word else "达到", found["after"] or "", _bare(name)).comparator
    )
    bracket = re.search(r"（([^（）]{1,8})）$", name)
    written = found["unit"] or unit or (bracket[1] if bracket else "")
    scale = {"万": 10_000, "亿": 100_000_000}.get(found["scale"] or "", 0) or _scale(written)
    value = Decimal(found["num"].replace(",", "")) * scale
    high = value if ranged else None
    if ranged:
        comparator, value = "range", Decimal(ranged[1]) * scale
    text = entry.paragraph.text
    return Target(
        start=0, end=len(text), subject=_bare(name), comparator=comparator, value=value, high=high,
        unit=_unit_of(written, name), printed=cell, words="…", counted=written,
    )  # fmt: skip


def _scale(written: str) -> int:
    """万人, 万人次, 万个, 万元/人: the column counts in ten thousands."""
    return 10_000 if re.match(r"万[\u4e00-\u9fff]", written.strip("（）")) else 1


def _bare(name: str) -> str:
    return re.sub(r"（[^（）]{1,8}）$", "", ORDERED.sub("", name)).strip()


def _unit_of(written: str, name: str) -> str:
    written = written.strip("（）")
    each = PER_EACH.search(name)
    each = each or re.match(r"(十万|万|千|百)(?:名)?(?:常住)?人口", name)
    if each and written in {"", "个", "张", "名", "人", "所", "件", "位", "项", "辆", "支"}:
        return PER_UNITS[each[1]]
    if re.search(r"(?:收入|人数)比值?$|倍差$|性别比$", name) and written in {"", "—", "-"}:
        return "per_100" if name.endswith("性别比") else "ratio"
    money = re.match(r"(万?亿)?(?:万)?元(?:/[人户年])?$", written)
    if money:
        return "hundred_million_yuan" if money[1] else "yuan"
    if written in SAME:
        return SAME[written]
    per = re.search(r"(?:/|每)(10万|十万|100000|万|千|1000|百|100)", written)
    if per:
        return BASES[per[1]]
    if re.search(r"次/年", written):
        return "times_per_year"
    return {"百分比": "percent", "‰": "per_1000", "": "count"}.get(written, "count")
