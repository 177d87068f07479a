"""Page numbers and running heads inside a text that lost its line ends: …妇女群众—1—对美好生活….

A number between dashes or dots is a page's where the numbers after it go on one by one; what stands right before
or after several of them in the same words is the running head of the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

MARK = re.compile(
    r"(?<![\d—-])(?:—|－|–|-|·|•)[ \u3000]?(\d{1,3})[ \u3000]?(?:—|－|–|-|·|•)(?![—-])"
)
FEWEST = 3
SHORTEST, LONGEST = 6, 40
"""How long a running head may be."""
WORDS = re.compile(r"规划|纲要|公报|文件|方案|计划|人民政府|办公室|内部资料")
Span = tuple[int, int]


def run_pages(raw: str) -> tuple[Span, ...]:
    """The spans of page numbers, with the running heads beside them, in one long line."""
    marks = _counted([(m.start(), m.end(), int(m[1])) for m in MARK.finditer(raw)])
    if len(marks) < FEWEST:
        return ()
    after = _repeated([raw[end : end + LONGEST] for _, end in marks])
    before = _repeated([raw[max(0, start - LONGEST) : start][::-1] for start, _ in marks])
    return tuple(
        (start - _width(raw[max(0, start - LONGEST) : start][::-1], before),
         end + _width(raw[end : end + LONGEST], after))
        for start, end in marks
    )  # fmt: skip


def _counted(found: list[tuple[int, int, int]]) -> list[Span]:
    """Those whose numbers go up by one or two: 0—6 or 1—3 in the text do not."""
    marks: list[Span] = []
    last = 0
    for start, end, number in found:
        if not marks or last < number <= last + 2:
            marks.append((start, end))
            last = number
    return marks


def _repeated(texts: list[str]) -> list[str]:
    """What the texts of several pages begin with in the same words; left and right pages may differ."""
    alike = Counter(text[:SHORTEST] for text in texts)
    groups = [opening for opening, count in alike.items() if count >= FEWEST]
    heads = [_shared([text for text in texts if text.startswith(one)]) for one in groups]
    return [head for head in heads if WORDS.search(head) or WORDS.search(head[::-1])]


def _shared(texts: list[str]) -> str:
    """What all the texts begin with."""
    alike = takewhile(lambda chars: len(set(chars)) == 1, zip(*texts, strict=False))
    return "".join(chars[0] for chars in alike)


def _width(text: str, heads: list[str]) -> int:
    return next((len(head) for head in heads if text.startswith(head)), 0)
