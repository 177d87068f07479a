"""Loading evaluations: Markdown files with a head of facts and headings that open slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from plansite.evaluation import Evaluation, EvaluationText, Prose
from plansite.load.files import Reading
from plansite.problems import Origin, SourceError
from plansite.records.base import Lang
from plansite.records.errors import validated
from plansite.records.evaluation import (
    EVALUATION_KINDS,
    SLOTS,
    EvaluationKind,
    EvaluationRecord,
)
from plansite.records.unknown import close_match
from plansite.source.strict_yaml import parse_yaml

_NAME = re.compile(rf"([0-9]{{4}})-({'|'.join(EVALUATION_KINDS)})\.(zh|en)\.md")
_FENCE = "---"


def load_evaluations(reading: Reading, folder: Path) -> tuple[Evaluation, ...]:
    """Return the evaluations of the plan in `folder`, by year; files of other names are strays."""
    found: dict[tuple[int, EvaluationKind], dict[Lang, EvaluationText]] = {}
    for file in sorted((folder / "evaluations").glob("*.md")):
        if not (match := _NAME.fullmatch(file.name)):
            continue
        before = len(reading.problems)
        text = _load_text(reading, file, cast(Lang, match[3]))
        if len(reading.problems) > before:
            reading.faulty.add(reading.name(file))
        if text:
            key = (int(match[1]), cast(EvaluationKind, match[2]))
            found.setdefault(key, {})[cast(Lang, match[3])] = text
    return tuple(Evaluation(year, kind, texts) for (year, kind), texts in sorted(found.items()))


def _load_text(reading: Reading, file: Path, lang: Lang) -> EvaluationText | None:
    text = reading.text(file)
    if text is None:
        return None
    name, lines = reading.name(file), text.split("\n")
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() == _FENCE), 0)
    if lines[0].rstrip() != _FENCE or not end:
        reading.report(
            Origin(name),
            "文件开头应有两行 --- 之间的 as_of 和 body",
            "the file must begin with as_of and body between two lines of ---",
        )
        return None
    try:
        head = parse_yaml("\n".join(["", *lines[1:end]]), name)
    except SourceError as error:
        reading.problems.extend(error.problems)
        return None
    record, problems = validated(EvaluationRecord, {} if head is None else head, name)
    reading.problems.extend(problems)
    slots = dict(_slots(reading, name, lang, dict(enumerate(lines[end + 1 :], start=end + 2))))
    return EvaluationText(record, slots) if record else None


def _slots(
    reading: Reading, name: str, lang: Lang, lines: Mapping[int, str]
) -> Iterator[tuple[str, Prose]]:
    """Yield the prose below each second-level heading, with the line it begins at."""
    known = {words[lang]: slot for slot, words in SLOTS.items()}
    slot, start, seen = "", min(lines, default=0), set()
    gathered: list[str] = []
    for number, line in lines.items():
        if not line.startswith("## "):
            gathered.append(line)
            continue
        yield from _slot(reading, slot, gathered, Origin(name, start))
        slot, start, gathered = known.get(line[3:].strip(), "?"), number + 1, []
        _report_heading(reading, Origin(name, number), line[3:].strip(), known, slot in seen)
        seen.add(slot)
    yield from _slot(reading, slot, gathered, Origin(name, start))


def _slot(
    reading: Reading, slot: str, lines: list[str], origin: Origin
) -> Iterator[tuple[str, Prose]]:
    text = "\n".join(lines)
    if slot in SLOTS:
        yield slot, Prose(text, origin)
    elif not slot and text.strip():
        reading.report(
            origin,
            "正文应从二级标题开始，例如 ## 总体判断",
            "the text must begin with a second-level heading, e.g. ## Overall judgement",
        )


def _report_heading(
    reading: Reading, origin: Origin, heading: str, known: Mapping[str, str], again: bool
) -> None:
    if heading not in known:
        zh, en = close_match(heading, known)
        names = ", ".join(known)
        reading.report(
            origin,
            f"没有名为 {heading!r} 的部分{zh}；允许：{names}",
            f"there is no part {heading!r}{en}; allowed: {names}",
        )
    elif again:
        reading.report(
            origin,
            f"{heading} 出现了两次；请合并",
            f"{heading} stands twice; join the two",
        )
