"""Projects in a table: 序号 项目名称 建设内容 … opens it, and each row is a project."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from .glyphs import normalise
from .outline import Entry
from .promise import Target
from .table_heads import ORDER
from .target import read_targets

NAME = re.compile(r"^(?:重点|重大)?(?:项目|工程|行动)(?:名称)?$|^名称$")
CONTENT = re.compile(
    r"^(?:主要)?(?:建设|实施|工作|项目|具体)*(?:内容|任务|举措|措施)(?:及规模|和规模)?$|^建设规模"
)
NUMBERED = re.compile(r"^(?:项目|工程)?(?:序号|编号|号)$")


def place_projects(
    entries: tuple[Entry, ...], first: int | None
) -> tuple[tuple[Entry, ...], dict[int, tuple[Target, ...]]]:
    """Give the rows of such tables their places, and the targets that stand in their cells."""
    result: list[Entry] = []
    targets: dict[int, tuple[Target, ...]] = {}
    columns: tuple[int, int, int] | None = None
    count = 0
    for entry in entries:
        cells = [normalise(cell).text for cell in entry.paragraph.cells]
        if not cells:
            columns = columns if entry.section == "furniture" else None
            result.append(entry)
            continue
        if entry.section == "projects" and columns is None:
            columns = _columns(cells)
            count = 0 if columns else count
            result.append(replace(entry, location="", head=False))
            continue
        if columns is None or not _cell(cells, columns[1]):
            result.append(entry)
            continue
        count += 1
        number = re.sub(r"\D", "", _cell(cells, columns[0])) or str(count)
        placed = replace(
            entry, section="projects", location=f"project {number}", head=True, start=0
        )
        targets[id(placed)] = _targets(_cell(cells, columns[2]), first, entry)
        result.append(placed)
    return _without_captions(result, targets), targets


def _without_captions(result: list[Entry], targets: Mapping[int, object]) -> tuple[Entry, ...]:
    """What stands above such a table heads it and is no project of its own."""
    kept: list[Entry] = []
    following: Entry | None = None
    for entry in reversed(result):
        heads = entry.section == "projects" and entry.location and not entry.paragraph.cells
        opens = following is not None and bool(following.paragraph.cells)
        if heads and opens and following and not following.location and targets:
            entry = replace(entry, location="")
        following = entry if entry.section != "furniture" else following
        kept.append(entry)
    return tuple(reversed(kept))


def _columns(cells: list[str]) -> tuple[int, int, int] | None:
    """The places of number, name and content; nothing if these are no such headings."""
    number = next(
        (n for n, cell in enumerate(cells) if ORDER.match(cell) or NUMBERED.match(cell)), -1
    )
    name = next((n for n, cell in enumerate(cells) if NAME.match(cell)), None)
    content = next((n for n, cell in enumerate(cells) if CONTENT.match(cell)), None)
    return None if name is None or content is None else (number, name, content)


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if 0 <= at < len(cells) else ""


def _targets(text: str, first: int | None, entry: Entry) -> tuple[Target, ...]:
    end = len(entry.paragraph.text)
    return tuple(replace(target, start=0, end=end) for target in read_targets(text, first))
