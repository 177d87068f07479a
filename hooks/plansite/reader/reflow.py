"""Lines to paragraphs: what a line end or a page end cut is joined, nothing else is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .cut_heading import heading_tails
from .furniture import page_marks
from .line import Line
from .marker import Marker, marker_of
from .paragraph import Paragraph, join, paragraph_of
from .vocabulary import DOMAIN_HEADING, is_title, role_of

CLOSED = re.compile(r"[。！？；：…][”’）》]*$|[。！？；：]$")
OPEN_END = re.compile(r"[，、（《“—和与及或的]$")
GOES_ON = re.compile(r"^[，。、；：）》”%‰！？]")
DEMANDS = re.compile(
    r"(?:[控稳保维][制定持]在|达到?|不低于|不少于|不高于|不超过|至少|超过|低于|高于|[高升加长降少小]到|[高升加长降少小]至|分别为)$"
)
"""A value must follow such words; a line that ends with them is cut."""
VALUE = re.compile(r"\d[\d.,]*(?:[%‰/万亿个名人岁元所张场次户家项件]|小时|平方)")
PARAGRAPH_LIMIT = 20_000
INSIDE = re.compile(r"[。；，：]")


@dataclass(frozen=True)
class _Habit:
    """How the document breaks its lines."""

    width: int
    """The length at which lines are broken; 0 where each paragraph is one line."""
    sentences: frozenset[tuple[str, str]]
    """Kinds of item (under a role heading) that end with a full stop as a rule."""


def reflow(
    lines: tuple[Line, ...], contents: frozenset[int] = frozenset()
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document in order, page furniture among them marked as such."""
    pages = page_marks(lines)
    kept = [(i, line) for i, line in enumerate(lines) if line.text.strip() or line.cells]
    pieces = [
        paragraph_of(line, i in pages and i not in contents, i in contents) for i, line in kept
    ]
    fixed = {n for n, (i, _) in enumerate(kept) if i in contents}
    habit = _habit([p for n, p in enumerate(pieces) if not p.furniture and n not in fixed])
    flow = _Flow(habit, heading_tails(pieces))
    for n, piece in enumerate(pieces):
        flow.add(n, piece, free=n not in fixed and n - 1 - len(flow.waiting) not in fixed)
    return (*flow.result, *flow.waiting)


class _Flow:
    """The paragraphs so far, and what the next line is held against."""

    def __init__(self, habit: _Habit, tails: frozenset[int]) -> None:
        self.habit = habit
        self.tails = tails
        self.result: list[Paragraph] = []
        self.waiting: list[Paragraph] = []
        self.last = -1
        self.role, self.tail, self.sofar = "", "", ""
        self.numbers: dict[str, int] = {}

    def add(self, at: int, piece: Paragraph, free: bool) -> None:
        """Join a line with the paragraph before it, or begin another; `free` lines may be joined."""
        if piece.furniture:
            self.waiting.append(piece)
            return
        previous = self.result[self.last] if self.last >= 0 else None
        marker = self._marker(piece)
        joined = previous is not None and len(self.sofar) < PARAGRAPH_LIMIT and free
        if joined and previous is not None and at not in self.tails:
            joined = _goes_on(
                previous, self.sofar, self.tail, piece, marker, self.habit, self.role, self.numbers
            )
        if joined and previous is not None:
            self.result[self.last] = join(previous, tuple(self.waiting), piece)
        else:
            self._begin(piece, marker)
        self.sofar = self.sofar + piece.text if joined else piece.text
        self.waiting, self.tail = [], piece.text

    def _marker(self, piece: Paragraph) -> Marker | None:
        ready = not self.tail or bool(CLOSED.search(self.tail)) or bool(role_of(self.tail))
        following = 1 if role_of(self.tail) else self.numbers.get("ar", 0) + 1
        return marker_of(piece.text, piece.raw, piece.mark, following if ready else 0)

    def _begin(self, piece: Paragraph, marker: Marker | None) -> None:
        self.result += [*self.waiting, piece]
        self.last = len(self.result) - 1
        if marker:
            self.numbers[marker.kind] = marker.number
        self.role = role_of(piece.text[marker.length if marker else 0 :]) or self.role


def _habit(pieces: list[Paragraph]) -> _Habit:
    lengths = sorted(len(p.text) for p in pieces if not p.cells)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    full = sum(n >= width - 4 for n in lengths)
    wrapped = 12 <= width <= 64 and full * 10 >= len(lengths) * 3 and len(lengths) > 10
    if not wrapped and _breaks_at(lengths[-1] if lengths else 0, pieces):
        width, wrapped = lengths[-1], True
    seen: Counter[tuple[str, str]] = Counter()
    closed: Counter[tuple[str, str]] = Counter()
    role = ""
    for piece in pieces:
        marker = marker_of(piece.text, piece.raw, piece.mark)
        role = role_of(piece.text[marker.length if marker else 0 :]) or role
        if marker:
            seen[marker.kind, role] += 1
            closed[marker.kind, role] += bool(CLOSED.search(piece.text))
    habits = frozenset(k for k, n in seen.items() if n >= 3 and closed[k] * 10 >= n * 6)
    return _Habit(width if wrapped else 0, habits)


def _breaks_at(longest: int, pieces: list[Paragraph]) -> bool:
    """Short items among it hide a width: many lines end just there, and hardly one with a full stop."""
    if not 12 <= longest <= 64:
        return False
    full = [p for p in pieces if not p.cells and len(p.text) >= longest - 3]
    cut = sum(not CLOSED.search(p.text) for p in full)
    return len(full) >= 6 and cut * 4 >= len(full) * 3


def _goes_on(
    previous: Paragraph, sofar: str, tail: str, piece: Paragraph, marker: Marker | None,
    habit: _Habit, role: str, numbers: dict[str, int],
) -> bool:  # fmt: skip
    """Tell whether a line continues the paragraph before it."""
    if previous.cells or piece.cells or piece.bullet or previous.note or piece.note or not tail:
        return False
    if piece.goes_on or (DEMANDS.search(tail) and VALUE.match(piece.text)):
        return True
    if marker and not _is_false_marker(marker, piece.text, tail, numbers):
        return False
    if sofar.endswith(("和", "与", "及", "、", "，")) and len(sofar) > 8:
        return True
    if marker is None and (role_of(piece.text) or piece.heading):
        return habit.width > 0 and len(tail) >= habit.width and _ends_sentence(piece, tail)
    if GOES_ON.match(piece.text) or _is_open(sofar):
        return True
    if tail.endswith("日") and _is_whole_title(piece.text):
        return False
    if CLOSED.search(tail) or previous.heading or _is_whole_title(sofar):
        return False
    return _is_cut(previous, sofar, tail, habit, role)


def _ends_sentence(piece: Paragraph, tail: str) -> bool:
    """…报送规划 / 实施情况。: no heading, but the end of a sentence that a full line began."""
    return piece.text.endswith("。") and not piece.heading and not CLOSED.search(tail)


def _is_false_marker(marker: Marker, text: str, tail: str, numbers: dict[str, int]) -> bool:
    """A number at a line's start that only looks like an item's: the line before is unfinished."""
    if marker.kind not in {"ar", "cn"} or marker.number == 1:
        return False
    if numbers.get(marker.kind, 0) + 1 == marker.number:
        return False
    bare = text[marker.length - 1].isdigit() and len(tail) > 12 and not CLOSED.search(tail)
    return bare or bool(re.search(r"[，、（《]$", tail))


def _is_open(text: str) -> bool:
    """A book title, a quotation or a bracket is open, or the line ends in the middle of a list."""
    recent = text[-60:]
    pairs = (("《", "》"), ("（", "）"), ("“", "”"))
    if any(recent.rfind(a) > recent.rfind(b) for a, b in pairs):
        return True
    return (bool(OPEN_END.search(text)) and len(text) > 12) or text.endswith(("，", "、"))


def _is_whole_title(text: str) -> bool:
    """A title with its period: nothing of it can stand on the next line."""
    return len(text) <= 50 and text.endswith("）") and is_title(text)


def _is_cut(previous: Paragraph, text: str, tail: str, habit: _Habit, role: str) -> bool:
    """Tell a cut line from a heading; both end without a full stop."""
    marker = marker_of(text, previous.raw, previous.mark)
    body = text[marker.length if marker else 0 :]
    if role_of(body) or DOMAIN_HEADING.fullmatch(body):
        return False
    if habit.width:
        return len(tail) >= habit.width - 4 or (bool(INSIDE.search(body)) and len(tail) > 12)
    if INSIDE.search(body):
        return True
    if marker:
        return (marker.kind, role) in habit.sentences
    return len(body) > 40
