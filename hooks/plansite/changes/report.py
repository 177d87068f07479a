"""Changes written down: Markdown for people in both languages, JSON for programs.

Nothing in the sources can become Markdown or HTML here: every sign with a meaning is written as a
character reference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from plansite.changes.change import Both, Change, FieldChange, Kind, of_kind
from plansite.changes.snapshot import Snapshot
from plansite.escaping import escaped

MOST = 100
"""Entries listed of one kind; the rest is counted."""
LONGEST = 300
"""Characters shown of one text."""
FIELDS = 20
"""Fields listed of one record."""
WHOLE = 900_000
"""Bytes of the whole summary; GitHub takes no more than 1 MiB a step."""

HEADINGS: Mapping[Kind, tuple[str, str]] = {
    Kind.PLAN_ADDED: ("新增规划", "Plans added"),
    Kind.PLAN_GONE: ("删除规划", "Plans gone"),
    Kind.PLAN_CHANGED: ("规划信息变动", "Facts of plans changed"),
    Kind.TARGET_ADDED: ("新增目标", "Targets added"),
    Kind.TARGET_GONE: ("删除目标", "Targets gone"),
    Kind.TARGET_CHANGED: ("目标变动", "Targets changed"),
    Kind.CLAUSE_ADDED: ("新增条目", "Clauses added"),
    Kind.CLAUSE_GONE: ("删除条目", "Clauses gone"),
    Kind.CLAUSE_CHANGED: ("条目文字变动", "Clauses reworded"),
    Kind.TEXT_ADDED: ("新增文章", "Prose added"),
    Kind.TEXT_GONE: ("删除文章", "Prose gone"),
    Kind.TEXT_CHANGED: ("文章变动", "Prose changed"),
    Kind.OBSERVATION_ADDED: ("新增数据", "Figures added"),
    Kind.OBSERVATION_REVISED: ("修订数据", "Figures revised by a later publication"),
    Kind.OBSERVATION_CHANGED: ("直接改动的数据(更正应新增一行)", "Figures changed in place (a correction is a new row)"),
    Kind.OBSERVATION_GONE: ("删除的数据行(数据行不应删除)", "Rows of figures gone (rows are not to be removed)"),
    Kind.CATALOGUE_ADDED: ("目录新增", "Catalogue entries added"),
    Kind.CATALOGUE_GONE: ("目录删除", "Catalogue entries gone"),
    Kind.CATALOGUE_CHANGED: ("目录变动", "Catalogue entries changed"),
    Kind.STATUS_CHANGED: ("进展状态变动", "Statuses that change"),
    Kind.WARNING_RAISED: ("出现的预警", "Early warnings that appear"),
    Kind.WARNING_CLEARED: ("消除的预警", "Early warnings that clear"),
    Kind.FINDING_RAISED: ("检查新提示", "New findings of the check"),
    Kind.FINDING_CLEARED: ("检查不再提示", "Findings of the check that clear"),
    Kind.TRANSLATION_MISSING: ("缺少译文", "Translations missing"),
    Kind.TRANSLATION_SUPPLIED: ("补上译文", "Translations supplied"),
    Kind.PAGE_ADDED: ("新增网页", "Pages added"),
    Kind.PAGE_GONE: ("消失的网页(旧链接将失效)", "Pages gone (old links will break)"),
}  # fmt: skip


def _shown(text: str) -> str:
    return escaped(text, LONGEST)


def to_markdown(before: Snapshot, after: Snapshot, changes: Sequence[Change]) -> str:
    """Return the summary: Chinese first, English beside it."""
    lines: list[str] = []
    room = WHOLE
    for line in _lines(before, after, changes):
        room -= len(line.encode()) + 1
        if room < 0:
            lines.append("- …其余从略 · the rest is left out")
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _lines(before: Snapshot, after: Snapshot, changes: Sequence[Change]) -> Iterator[str]:
    yield "# 本次改动 · What this changes"
    yield ""
    yield f"{_shown(before.name)} → {_shown(after.name)}"
    broken = [state for state in (before, after) if state.site is None]
    for state in broken:
        yield from _broken(state)
    if broken:
        return
    yield ""
    if not changes:
        yield "公开内容没有变化。 · Nothing that is published changes."
        return
    for kind, (zh, en) in HEADINGS.items():
        if count := len(of_kind(changes, kind)):
            yield f"- {zh} · {en}: **{count}**"
    for kind, (zh, en) in HEADINGS.items():
        if found := of_kind(changes, kind):
            yield from ("", f"## {zh} · {en} ({len(found)})", "")
            for change in found[:MOST]:
                yield from _entry(change)
            if len(found) > MOST:
                rest = len(found) - MOST
                yield f"- …另有 {rest} 项 · and {rest} more"


def _broken(state: Snapshot) -> Iterator[str]:
    name, count = _shown(state.name), len(state.problems)
    yield ""
    yield (
        f"**{name}** 的内容有错误，无法比较；共 {count} 个问题: · "
        f"The sources of **{name}** have errors and can not be compared; {count} problems:"
    )
    yield ""
    for problem in state.problems[:MOST]:
        yield f"- {_shown(str(problem))}"
    if count > MOST:
        yield f"- …另有 {count - MOST} 项 · and {count - MOST} more"


def _entry(change: Change) -> Iterator[str]:
    named = dict.fromkeys((change.place, change.key))  # of a whole plan both are its path
    place = " ".join(_shown(one) for one in named if one)
    name = _both(change.name)
    yield f"- {place}{f' — {name}' if name else ''}"
    if words := _from_to(change.before, change.after):
        yield from (f"  - {line}" for line in words)
    for field in change.fields[:FIELDS]:
        yield f"  - {_field(field)}"
    if (rest := len(change.fields) - FIELDS) > 0:
        yield f"  - …另有 {rest} 项 · and {rest} more"


def _both(words: Both) -> str:
    if words.zh == words.en:
        return _shown(words.zh)
    return " · ".join(_shown(text) for text in (words.zh, words.en) if text)


def _from_to(before: Both, after: Both) -> Iterator[str]:
    """Yield one line a language; one for both where they are alike."""
    alike = before.zh == before.en and after.zh == after.en
    for old, new in [(before.zh, after.zh), (before.en, after.en)][: 1 if alike else 2]:
        if old or new:
            yield " → ".join(_shown(text) if text else "—" for text in (old, new))


def _field(one: FieldChange) -> str:
    before, after = (_shown(text) if text else "—" for text in (one.before, one.after))
    return f"{_shown(one.field)}: {before} → {after}"


def to_json(before: Snapshot, after: Snapshot, changes: Sequence[Change]) -> str:
    """Return the same as JSON: the two states with their problems, and every change."""
    data: dict[str, Any] = {
        "base": _state(before),
        "head": _state(after),
        "changes": [asdict(change) for change in changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _state(state: Snapshot) -> dict[str, Any]:
    problems = [] if state.site else [str(problem) for problem in state.problems]
    return {"name": state.name, "usable": state.site is not None, "problems": problems}
