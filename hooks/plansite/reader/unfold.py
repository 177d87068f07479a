"""Texts that lost their line ends: one long line is cut again before its headings and items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .glyphs import CIRCLED, Normal, normalise
from .line import Line
from .marker import Marker, marker_of
from .run_heading import LONGEST, ROLE_END, heading_length, headings_in, is_heading
from .run_pages import run_pages
from .vocabulary import ITEM_ROLES, is_title, role_of

LONG, WRAPPED = 30, 70
FEW = 2
WHOLE = 300
"""A line as long, cut in as many places as `MANY`, is no paragraph: it held the line ends of a chapter."""
MANY = 5
STARTS = set("一二三四五六七八九十第（【〔[0123456789—-目措任举策领专板项工行实")
ENDS = set("。；！？：")
CLOSERS = set("”’）》】")
CIRCLES = re.compile(rf"(?:^|(?<=[：；。，:;,\s])|(?<=目标|措施|任务|策略|举措))[{CIRCLED}]")
YEARS = r"（(?:19|20)\d\d年?(?:-|—{1,2}|~|至)(?:19|20)?\d\d年?）"
PLAN = r"(?:(?![\d一二三四五六七八九十]日)[^，。；：、《》]){2,24}(?:规划|纲要|计划|方案)"
NAME = re.compile(
    rf"^{PLAN}(?:{YEARS})?(?:（?征求意见稿）?)?|(?<=[。；！？：]){PLAN}{YEARS}|(?<=[\d一二三四五六七八九十]日){PLAN}{YEARS}"
)
"""A title at the start of a text, after a sentence or after the date of a notice."""
OPENS = re.compile(
    r"(?:征求意见稿|序[言章]?|前言|引言|目录|为(?!期|准|依)|根据|依据|按照|本规划|一、|第一|上篇|领域一|[\u4e00-\u9fff]{2,6}(?:是|事业|工作))"
)
WORDS = {"策略措施", "目标任务", "任务举措", "任务措施"}
"""策略措施 1、…: the number is not that of 措施."""
REMARK = 200
"""No remark in brackets is as long."""
BODIES = {"责任", "牵头", "负责", "主责", "落实", "配合"}
LABEL = set("目措任举策领专板附")
UNITS = set("年月日岁个名所家项万亿元人次周张")


def unfold(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Cut such lines; the parts keep the number of the line, and no character but white space goes."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: Line) -> Iterator[Line]:
    whole = line.cells or _is_whole(line.text)
    pages = run_pages(line.text) if not whole and len(line.text) >= WHOLE else ()
    places = [] if whole else places_in(line.text, pages)
    if len(places) < (MANY if line.heading else FEW):
        yield line
        return
    ends = {end for _, end in pages}
    starts = sorted({0, *places, *ends, *(start for start, _ in pages)})
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        text = line.text[start:end]
        if text.strip():
            first = start == 0
            yield replace(
                line, text=text, bold=min(line.bold, len(text)) if first else 0,
                mark=line.mark if first else "", bullet=line.bullet and first, heading=False,
                goes_on=start in ends and start not in places,
            )  # fmt: skip


def _is_whole(text: str) -> bool:
    """A short line is nothing to cut, nor is one of a text that is wrapped: it ends within a sentence."""
    if len(text) < LONG:
        return True
    marker = marker_of(normalise(text[:40]).text)
    heads = marker is not None and marker.kind in {"part", "section", "cn", "cnparen"}
    return len(text) < WRAPPED and not heads and not text.rstrip().endswith(("。", "；"))


def places_in(raw: str, hidden: tuple[tuple[int, int], ...] = ()) -> list[int]:
    """Where a line is to be cut: before items and headings, and after headings that text follows.

    `hidden` are page numbers and running heads within it.
    """
    normal = normalise(raw, hidden)
    cuts = _Cuts(normal, raw)
    cuts.walk()
    found = {normal.start(at) for at in cuts.found}
    circles = [m.end() - 1 for m in CIRCLES.finditer(raw)]
    if [raw[at] for at in circles[:2]] == ["①", "②"]:
        found |= set(circles)
    found |= {normal.start(at) for at in cuts.titles()}
    if len(raw) >= WHOLE and len(found) >= MANY:
        found |= {normal.start(at) for at in cuts.headings()}
    return sorted(found)


class _Cuts:
    """The places of items in a text, found from its start to its end."""

    def __init__(self, normal: Normal, raw: str) -> None:
        self.text = normal.text
        self.raw = raw
        self.origin = normal.origin
        self.found: set[int] = set()
        self.last: dict[str, int] = {}
        """The last number of each kind of marker."""
        self.open = 0
        """Where the present sentence or heading began."""
        self.earlier = 0
        """Where the one before it began."""

    def walk(self) -> None:
        """Go through the text once."""
        for at, char in enumerate(self.text):
            if at and self._ends(at):
                self._end(at)
            if char not in STARTS:
                continue
            expected = 1 if is_heading(self._run(at)[1]) else self.last.get("ar", 0) + 1
            marker = marker_of(self.text[at : at + 40], "", "", expected)
            if marker is not None and self._is_item(at, marker):
                self._cut(at, marker)

    def _ends(self, at: int) -> bool:
        """A sentence or a line ended just before this place."""
        before = self.text[at - 1]
        if before in CLOSERS and at > 1 and self.text[at - 2] in "。；！？":
            return True
        return before in ENDS or self._gap(at) or (before == "）" and self._remarked(at))

    def _remarked(self, at: int) -> bool:
        """…。（责任单位：县教育局）: a remark after the sentence ends the item."""
        start = self.text.rfind("（", max(0, at - REMARK), at)
        said = self.text[start + 1 : start + 3] if start > 0 else ""
        return start > 0 and (self.text[start - 1] in "。；！？" or said in BODIES)

    def _gap(self, at: int) -> bool:
        return self.origin[at] > self.origin[at - 1] + 1 and not (
            self.raw[self.origin[at - 1] + 1 : self.origin[at]].strip()
        )

    def _end(self, at: int) -> None:
        """Begin a new sentence; what stands between two gaps may be a heading of its own."""
        run = self.text[self.open : at]
        marker = marker_of(run)
        if marker is not None and marker.length == len(run):
            return
        if 2 <= len(run) <= 40 and self._gap(at) and (is_heading(run) or is_title(run)):
            self.found |= {self.open, at}
        if run.endswith("：") and role_of(run) in ITEM_ROLES:
            self.found |= {self.open, at}
        self.earlier, self.open = self.open, at

    def _run(self, at: int) -> tuple[int, str]:
        """What stands before a marker since the last end, e.g. 主要目标：."""
        start = self.open if self.open < at else self.earlier
        return start, self.text[start:at] if at - start <= LONGEST else ""

    def _is_item(self, at: int, marker: Marker) -> bool:
        kind, before = marker.kind, self.text[at - 1] if at else ""
        pointless = marker.kind == "ar" and self.text[at + marker.length - 1].isdigit()
        if pointless or (before.isdigit() and self.text[at].isdigit()):
            return False
        expected = self.last.get(kind, 0) + 1
        if not at or self._ends(at):
            return self._after_end(at, marker, expected)
        run = self._run(at)[1]
        if kind == "arparen" and marker.number == 1 and ROLE_END.search(run):
            return is_heading(run)
        if kind in {"dash", "arparen"} or not marker.number:
            return False
        heading = is_heading(run) or is_title(run)
        if self.text[at] in LABEL:
            torn = run[-2:] + self.text[at : at + 2] in WORDS
            return heading and not torn and (is_title(run) or ROLE_END.search(run) is not None)
        if marker.number == 1:
            return heading
        if kind in {"cn", "part"} and before in "一二三四五六七八九十第":
            return False
        following = self.text[at + marker.length :][:1]
        goes_on = kind in {"cnparen", "section"} or _may_follow(kind, following)
        return marker.number == expected and (heading or goes_on)

    def _after_end(self, at: int, marker: Marker, expected: int) -> bool:
        """After the end of a sentence a marker is one, but for numbers no list goes on with."""
        before = self.text[at - 1] if at else ""
        if marker.kind == "dash":
            return before != "：" or self.text.startswith("——", at)
        if before == "：" and marker.kind in {"arparen", "ar"} and at > 1:
            return marker.number == 1 and not self.text[at - 2].isdigit()
        if marker.kind == "ar" and at and self._gap(at) and before not in ENDS:
            return marker.number in {1, expected}
        return True

    def _cut(self, at: int, marker: Marker) -> None:
        start, run = self._run(at)
        if run and is_heading(run):
            self.found |= {start + place for place in headings_in(run)}
        self.found.add(at)
        self.last[marker.kind] = marker.number
        self.earlier = self.open = at

    def headings(self) -> Iterator[int]:
        """Where text follows a heading without a mark between them."""
        starts = [0, *sorted(self.found)]
        for start, end in zip(starts, [*starts[1:], len(self.text)], strict=True):
            part = self.text[start : min(end, start + 60)]
            marker = marker_of(part[:40])
            skip = marker.length if marker else 0
            if marker is None or marker.kind in {"part", "section", "cn", "cnparen"}:
                after = heading_length(part[skip:], end - start - skip, marker is not None)
                if after:
                    yield start + skip + after

    def titles(self) -> Iterator[int]:
        """Where a title begins and ends that stands on one line with what it heads."""
        for found in NAME.finditer(self.text):
            if is_title(found[0]) and OPENS.match(self.text, found.end()):
                yield from found.span()


def _may_follow(kind: str, char: str) -> bool:
    """A number that goes on with a list needs no mark before it, where words follow it."""
    return kind == "ar" and "\u4e00" <= char <= "\u9fff" and char not in UNITS
