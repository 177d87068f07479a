"""What an import changes, as a table for people: text for the terminal, Markdown for a request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansite.escaping import escaped
from plansite.forms.layout import group_name
from plansite.forms.rows import Change
from plansite.model import Site
from plansite.progress.number import plain
from plansite.records.catalogue import Source

_HEADER = (
    "指标 indicator", "地区 place", "年份 year", "分组 group", "原值 old", "新值 new", "单位 unit",
    "状态 status", "来源 source", "发布日期 released", "类型 kind",
)  # fmt: skip
_NONE = "—"
_NOTHING = "没有变化 nothing changes"
_WIDE_FROM = 0x2E80

Rows = Sequence[Sequence[str]]


def difference(changes: Iterable[Change], site: Site) -> Rows:
    """Return one row per figure that is new or corrected."""
    return tuple(_row(change, site) for change in changes)


def as_text(rows: Rows, sources: Iterable[tuple[str, Source]] = ()) -> str:
    """Return the table with columns in line, Chinese characters counting double."""
    table = [_HEADER, *rows]
    widths = [max(_width(row[at]) for row in table) for at in range(len(_HEADER))]
    lines = [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        for row in table
    ]  # fmt: skip
    if not rows:
        lines = [_NOTHING]
    lines += [
        f"+ plans/{place}/sources.yml: {one.id} {one.title.zh} {one.title.en}"
        for place, one in sources
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def as_markdown(rows: Rows, sources: Iterable[tuple[str, Source]] = ()) -> str:
    """Return the table as Markdown; what was typed in can not become markup."""
    if rows:
        ruler = ["---"] * len(_HEADER)
        lines = [
            _line(_HEADER),
            _line(ruler),
            *(_line([escaped(cell) for cell in row]) for row in rows),
        ]
    else:
        lines = [_NOTHING]
    added = [
        f"- `plans/{place}/sources.yml`: `{one.id}` {escaped(one.title.zh)} {escaped(one.title.en)}"
        for place, one in sources
    ]
    return "\n".join([*lines, *(["", *added] if added else [])]) + "\n"


def _row(change: Change, site: Site) -> tuple[str, ...]:
    one, before = change.answer, change.before
    indicator = site.indicators[one.key.indicator]
    place, unit = site.jurisdictions[one.place].name, site.units[indicator.unit].name
    group = group_name(one.key.breakdown)
    old = _NONE if before is None or before.value is None else plain(before.value)
    return (
        f"{indicator.name.zh} {indicator.name.en}", f"{place.zh} {place.en}", str(one.year),
        f"{group.zh} {group.en}", old, _NONE if one.value is None else plain(one.value),
        f"{unit.zh} {unit.en}", one.status, one.source, one.published_on or _NONE,
        "新增 new" if before is None else "更正 correction",
    )  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _width(text: str) -> int:
    return sum(2 if ord(sign) >= _WIDE_FROM else 1 for sign in text)
