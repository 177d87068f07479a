"""Promises in running text: of the overall aim, of a domain's introduction, of a chapter without a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .outline import Entry
from .promise import Target
from .target import read_targets
from .vocabulary import REVIEW, role_of

AHEAD = re.compile(
    r"力争|争取|确保|努力|将(?!近)|(?<![需重主简提])要(?![求素点件闻])|实现|目标|到期末"
)
FIVE = re.compile(r"“?十[一二三四五六七八]五”?(?:期间|时期|末|期末)")
AIM = re.compile(r"目标|总体要求|主要任务")
REMARK = re.compile(r"^(?:【|注|来源|资料来源)")
STOPS = "。！？"
SENTENCE = 400
"""How far back the words are sought that look ahead."""


def free_targets(entries: tuple[Entry, ...], first: int | None) -> Iterator[tuple[Entry, Target]]:
    """Yield the numeric targets of paragraphs that have no numbered place of their own."""
    reviews = reviews_of(entries)
    below, listed = 0, any(e.location and not e.paragraph.cells for e in entries)
    for at, entry in enumerate(entries):
        below = below or (at + 1 if entry.level else 0)
        if id(entry) in reviews or entry.paragraph.cells:
            continue
        strict = _strictness(entry, bool(below))
        if strict is None or not (below or not listed):
            continue
        text = entry.paragraph.text
        for target in read_targets(text, first):
            if not strict or _is_promised(target, text):
                yield entry, target


def _strictness(entry: Entry, inside: bool) -> bool | None:
    """Whether a sentence must say that it looks ahead; None where nothing is promised."""
    if entry.section == "overall":
        return False
    if entry.section == "targets":
        # A paragraph beside the table of targets has no number of its own.
        return False if not entry.location and not entry.head and not entry.domain else None
    if entry.head or entry.level or entry.location or role_of(entry.body):
        return None
    if entry.section not in {"rest", "domain"} or REMARK.match(entry.body):
        return None
    return entry.section == "domain" or not inside


def _is_promised(target: Target, text: str) -> bool:
    """The sentence names a year to come, the plan's own time or the will to reach the figure."""
    if target.year is not None:
        return True
    nearest = max(target.start - SENTENCE, 0)
    start = max(nearest, *(text.rfind(stop, nearest, target.start) + 1 for stop in STOPS))
    sentence = text[start : target.end]
    return bool(AHEAD.search(sentence) or FIVE.search(sentence))


def reviews_of(entries: tuple[Entry, ...]) -> set[int]:
    """What stands under a heading such as 发展现状 or 面临形势: it tells what was, and sets no target."""
    found: set[int] = set()
    level = 0
    for entry in entries:
        aim = bool(entry.level) and AIM.search(entry.body) is not None
        if entry.level and (not level or entry.level <= level or aim):
            level = entry.level if REVIEW.search(entry.body) and len(entry.body) <= 40 else 0
        if level:
            found.add(id(entry))
    return found
