"""What a cell of goals promises: a value, several values, or a clause."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from .compare import compare
from .outline import Entry
from .per_head import PER_EACH, PER_UNITS
from .promise import Target
from .quantity import BASES, SAME
from .subject import split_subject
from .target import read_targets

ORDERED = re.compile(r"^\d{1,2}[.、](?!\d)")
DATED = re.compile(r"([^（），；、]+)（((?:19|20)\d\d)年?(?:底|末)?）")
SIGNS = {"≥": "ge", "≧": "ge", ">": "gt", "＞": "gt", "《": "lt", "》": "gt", "≤": "le", "≦": "le", "<": "lt",
         "＜": "lt", "约": "about"}  # fmt: skip
PARTS = re.compile(r"[/、；]")
MARKS = re.compile(r"[（）\[\]【】〔〕*∗＊]")
GROWTH = re.compile(r"^“?十.五”?(?:期间|时期)?(?:年均|累计)*(?:增长|新增|提高|增加)?(?=[\d≥>])")
RANGED = re.compile(r"^(\d+(?:\.\d+)?)(?:-|—{1,2}|~)(\d+(?:\.\d+)?)(?:%|，.*)?$")
GROWING = re.compile(r"(?:(?<!新)增长|增速|增幅|提高|提升)率?$")
SAID = re.compile(r"提高|提升|增|升|降|减|缩|保持|稳定|控制|完善|覆盖|建立|达到|实现|延长|消除")
CELL = re.compile(
    r"^(?P<sign>[≥≧>＞≤≦<＜《》约]|不低于|不少于|不高于|不超过|大于|小于|低于|高于|超过|[\u4e00-\u9fff]{1,6})*?"
    r"(?P<num>\d[\d,]*(?:\.\d+)?)(?P<scale>万|亿)?(?P<unit>[%‰]|/(?:1?[十百千]?万|1?[百千]|10万?|10{2,5})(?:人)?|[\u4e00-\u9fff]{0,4}?)"
    r"(?P<after>以上|及以上|以下|及以下|以内|左右)?$"
)


Years = tuple[int | None, ...]
"""The years a column is headed with: one, or one for each value of its cells."""


def cell_targets(name: str, unit: str, cell: str, years: Years, entry: Entry) -> list[Target]:
    """What a cell promises: a value, one for each name or year, or a clause such as 比2020年提高1岁."""
    dated = DATED.findall(cell) if DATED.sub("", cell).strip("，；、") == "" else []
    parts = dated or [(cell, "")]
    found = [(_target(name, unit, part, entry), year) for part, year in parts]
    last = years[-1] if years else None
    if all(target for target, _ in found):
        return [replace(t, year=int(year) if year else last) for t, year in found if t]
    several = _several(name, unit, cell, years, entry)
    if several or not SAID.search(cell):
        return several
    said = spoken(bare(name) + cell, None, entry)
    return [replace(target, year=target.year or last) for target in said]


def growth_targets(name: str, unit: str, cell: str, entry: Entry) -> list[Target]:
    """What stands under 年均/累计, by the end of the plan: a growth, a fall or a sum."""
    falls, grows = re.search(r"(?:降低|下降|减少)率?$", bare(name)), GROWING.search(bare(name))
    change = "decrease" if falls else "increase" if grows or "%" in cell else ""
    found = cell_targets(name, unit, cell, (), entry)
    return [replace(t, comparator=change or t.comparator) for t in found]


def _several(name: str, unit: str, cell: str, years: Years, entry: Entry) -> list[Target]:
    """95/98 under 男/女, 60、70 of two indicators, 4.5/5 under 2025年/2030年."""
    parts = [part for part in PARTS.split(cell) if part]
    each = (re.split(mark, unit) for mark in ("[、；]", "/"))
    units = next((found for found in each if len(found) == len(parts)), [unit] * len(parts))
    if len(parts) < 2:
        return []
    apart = len(years) == len(parts)
    names = [name] * len(parts) if apart else _names(name, len(parts))
    found = [_target(n, u, part, entry) for n, u, part in zip(names, units, parts, strict=True)]
    dates = years if apart else (years[-1:] or (None,)) * len(parts)
    whole = [target for target in found if target]
    if len(whole) < len(found):
        return []
    return [replace(target, year=year) for target, year in zip(whole, dates, strict=True)]


def _names(name: str, count: int) -> list[str]:
    """The names in a cell that holds several: 甲率/乙率, 甲、乙筛查率, 入学率（男/女）; else the whole name for each."""
    inner = re.search(r"（([^（）]+)）", name)
    if inner and len(PARTS.split(inner[1])) == count:
        rate = name[: inner.start()] + name[inner.end() :]
        return [part + rate for part in PARTS.split(inner[1])]
    parts = split_subject(bare(name).replace("/", "、"), together=True)
    parts = parts if len(parts) == count else bare(name).split("/")
    return parts if len(parts) == count else [name] * count


def spoken(sentence: str, first: int | None, entry: Entry) -> list[Target]:
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
        sign or compare(word[0] if word else "达到", found["after"] or "", bare(name)).comparator
    )
    bracket = re.search(r"（([^（）]{1,8})）$", name)
    written = found["unit"] or unit or (bracket[1] if bracket else "")
    scale = {"万": 10_000, "亿": 100_000_000}.get(found["scale"] or "", 0) or scale_of(written)
    value = Decimal(found["num"].replace(",", "")) * scale
    high = value if ranged else None
    if ranged:
        comparator, value = "range", Decimal(ranged[1]) * scale
    text = entry.paragraph.text
    return Target(
        start=0, end=len(text), subject=bare(name), comparator=comparator, value=value, high=high,
        unit=_unit_of(written, name), printed=cell, words="…", counted=written,
    )  # fmt: skip


def scale_of(written: str) -> int:
    """万人, 万人次, 万个, 万元/人: the column counts in ten thousands."""
    return 10_000 if re.match(r"万[\u4e00-\u9fff]", written.strip("（）")) else 1


def bare(name: str) -> str:
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
