"""Texts that lost their line ends: one long line is cut again before its headings and items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .line import Line

LONG = 300
FEW = 5
CN = "[一二三四五六七八九十]{1,3}"
HEAD = r"(?:主要目标|发展目标|具体目标|工作目标|策略措施|主要措施|支持措施|具体措施|工作措施|主要任务|重点任务)[:：。]?"
FIRST = r"\s*(?:1[.、．]|[（(][1一][)）]|——|--|━━)"
CUT = re.compile(
    "|".join(
        (
            rf"(?:(?<=[。；;])\s*|(?<!\s)\s+)(?={CN}、|[（(]{CN}[)）]|第{CN}[章节篇]|{HEAD}(?:\s|\d|[（(—-]|$)|--|——|━━)",
            rf"(?=(?:主要目标|策略措施)[:：。]{FIRST})",
            rf"(?<=主要目标[:：。])(?={FIRST})|(?<=策略措施[:：。])(?={FIRST})",
            r"(?<!\s)\s+(?=\d{1,2}[.、．](?!\d))|(?<=[。；;])\s+(?=\d{1,2}[.．]\d{1,2}(?:周?岁|个月|月龄|%))",
        )
    )
)


def unfold(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Cut such lines; the parts keep the number of the line, and no character but white space goes."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: Line) -> Iterator[Line]:
    places = (
        [] if line.cells or len(line.text) < LONG else [m.end() for m in CUT.finditer(line.text)]
    )
    if len(places) < FEW:
        yield line
        return
    starts = [0, *(place for place in dict.fromkeys(places) if place)]
    for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
        text = line.text[start:end]
        if text.strip():
            yield replace(
                line, text=text, bold=0, mark=line.mark if start == 0 else "", heading=False
            )
