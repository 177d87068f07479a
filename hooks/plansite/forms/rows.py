"""From answers to observation rows: what is unchanged adds none, what is corrected adds a vintage."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plansite.assessing import observed
from plansite.forms.answers import Answer
from plansite.forms.form import latest
from plansite.forms.seal import canonical
from plansite.load.observations import COLUMNS
from plansite.model import Observation, Site
from plansite.problems import Problem
from plansite.progress.number import plain
from plansite.records.base import last_day


@dataclass(frozen=True)
class Change:
    """A figure that is new, or another than recorded."""

    answer: Answer
    before: Observation | None
    """The vintage it follows; None for a new figure."""


def changes_of(
    answers: Iterable[Answer], site: Site, problems: list[Problem]
) -> tuple[Change, ...]:
    """Return what the answers change; contradictions and late vintages are noted."""
    found: dict[tuple[object, ...], Answer] = {}
    for one in answers:
        key = (one.place, one.key, one.year)
        other = found.setdefault(key, one)
        if other is not one and _content(other) != _content(one):
            problems.append(one.cell.problem(
                f"与 {other.cell.file} 的 {other.cell.where} 是同一指标、年份和分组，内容不同（{_shown(other.value)} 与 {_shown(one.value)}）；请核对后只留一个",
                f"the same indicator, year and group as {other.cell.where} of {other.cell.file}, with other contents ({_shown(other.value)} and {_shown(one.value)}); settle it and keep one",
            ))  # fmt: skip
    changes = []
    for one in found.values():
        before = latest(site, one.place, one.key, one.year)
        if before is not None and _unchanged(one, before):
            continue
        faults = list(_faults(one, before, site))
        problems.extend(faults)
        if not faults:
            changes.append(Change(one, before))
    return tuple(changes)


def row_text(change: Change, unit: str, line_end: str) -> str:
    """Return the row as it is appended to the observations of its year."""
    one = change.answer
    out = io.StringIO()
    cells = (
        one.key.indicator, one.year, *one.key.breakdown,
        "" if one.value is None else plain(one.value), unit, one.status, "read", one.source,
        one.published_on, one.confirmed, one.note,
    )  # fmt: skip
    assert len(cells) == len(COLUMNS)
    csv.writer(out, lineterminator=line_end).writerow(cells)
    return out.getvalue()


def _content(one: Answer) -> tuple[object, ...]:
    return (one.value, one.status, one.source, one.published_on)


def _unchanged(one: Answer, before: Observation) -> bool:
    """Whether the figure stands already: same number, and same status unless none was chosen."""
    same = one.value == before.value
    return same and (one.status == before.status or not one.status_given)


def _faults(one: Answer, before: Observation | None, site: Site) -> Iterable[Problem]:
    """Yield why the figure can not be a new vintage."""
    now = canonical(before.value) if before is not None and before.value is not None else ""
    if one.shown is not None and one.shown != now:
        at = f"{before.origin.path}:{before.origin.line}" if before else ""
        yield one.cell.problem(
            f"导出此表后登记的数已变（{one.shown or '无'} → {now or '无'}，{at}）；请重新导出核对",
            f"the recorded figure has changed since the form was exported ({one.shown or 'none'} → {now or 'none'}, {at}); export the form again and compare",
        )
        return
    day = last_day(one.published_on) if one.published_on else None
    if before is not None and (day or date.min) <= (before.published_on or date.min):
        known = before.published_on.isoformat() if before.published_on else "—"
        yield one.cell.problem(
            f"更正 {_shown(before.value)} → {_shown(one.value)} 要写晚于原数值的发布日期（原为 {known}，读到 {one.published_on or '—'}）",
            f"the correction {_shown(before.value)} → {_shown(one.value)} needs a release date later than that of the figure before ({known}; read {one.published_on or '—'})",
        )
        return
    for row in observed(site, one.key.indicator, one.place):
        same = row.year == one.year and row.breakdown == one.key.breakdown
        if same and row.published_on == day:
            yield one.cell.problem(
                f"{row.origin.path}:{row.origin.line} 已有同一发布日期的数值（状态 {row.status}）；请写实际的发布日期",
                f"{row.origin.path}:{row.origin.line} has a figure of the same release date (status {row.status}); write the date of this release",
            )


def _shown(value: Decimal | None) -> str:
    return "—" if value is None else plain(value)
