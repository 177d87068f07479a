"""Sentences and clauses of a text, the years they name, and whether they speak of the past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?=年|、|和|—|-|至|$)(?!年?(?:—{1,2}|-|~|至)(?:19|20)?\d\d)年?(?:底|末|初|以?前)?"
)
PERIOD_END = re.compile(r"“?十([二三四五六七八])五”?(?:规划)?(?:期?末|时期末|期间末?|时期)")
TITLES = re.compile(r"《[^《》]*》|（?(?:19|20)\d\d年?(?:—{1,2}|-|~|至)(?:19|20)?\d\d年?）?")
REFERENCE_AFTER = re.compile(
    r"^(?:年?(?:底|末)?)(?:的)?(?:[^，。；]{0,10})(?:基础上|为基数|为基期|相比|以来|起|减少|增加|提高|下降|降低|翻|水平上|的水平|同期|增长)"
)
FUTURE = re.compile(r"力争|确保|争取|要(?:达|求|提)|努力|目标是")
PAST = re.compile(
    r"截至|截止|截止到|(?<!对)已(?:经)?(?:达|实现|建(?!工会|档|制|成[^，。；\d]{1,8}(?:每|不低于|不少于))|完成|超|成|提|下|有|覆盖|形成)|过去|近年来|近[一二三四五十\d]+年|五年来|十年来|大以来|以来$|[三四五]年间|(?<![较比从由在])目前|(?<!提升)(?<!改造)(?<!规范)(?<!利用)(?<!依托)(?<!整合)(?<!盘活)现有(?!基础|水平)|(?:人口|经济|农业|污染源)普查|普查(?:结果|数据)|显示|据统计|据测算|现已|同比|"
    r"比上年|较上年|上一(?:周期|轮)|历史性|基本情况|累计(?:完成|投入|发放|救助|建成|培训)了"
)
FORECAST = re.compile(r"(?:预计|据预测|预测到)[^。；]{0,30}(?:人口|老年人|老龄化|需求|缺口|出生)")
"""How a population is expected to grow is no promise."""
FIVE_YEARS = re.compile(r"十([一二三四五六七八])五”?(?:期间|时期|以来|末|规划|收官)")
COMPARED = re.compile(r"(?:(?<!占)比|较|相比|以)“?$")
"""比“十三五”末下降10%: the time before is what the promise is measured against."""
SPAN = re.compile(r"(?<!\d)(?:19|20)\d\d年?(?:—{1,2}|-|~|至)((?:19|20)\d\d)年")
THROUGH = re.compile(
    r"(?<!\d)20\d\d年?(?:—{1,2}|-|~|至|到)(20\d\d)年(?=期间|间|，|每年|年均|累计|共|新增|逐年|分年)"
)
"""2022年至2025年每年…: the promise holds until the last year of the span."""
LONGEST = 1500
"""No clause of a plan is as long: what is, is cut, for the grammar's time grows faster than its length."""
BRACKET = re.compile(r"（[^（）]*）")
LONG_AGO = re.compile(
    r"(?:由|从)((?:19|20)\d\d)年[^，。；]{0,24}(?:降|升|提|增|缩|扩|延|达)[^，。；]{0,4}(?:到|至)"
)
AGO = re.compile(r"(?:由|从)[^，。；]{0,16}$")


@dataclass(frozen=True)
class Clause:
    """A clause: its span in the text, and where its sentence begins."""

    start: int
    end: int
    sentence: int
    """The number of its sentence."""


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a text; what stands in brackets does not part a clause."""
    start, depth, sentence = 0, 0, 0
    for i, char in enumerate(text):
        if char in "（《“":
            depth = min(depth + 1, 3)
        elif char in "）》”":
            depth = max(depth - 1, 0)
        ends = char in "。！？" or (char in "，；" and depth == 0)
        if i - start >= LONGEST and not ends:
            yield Clause(start, i, sentence)
            start = i
        if ends:
            if i > start:
                yield Clause(start, i, sentence)
            start = i + 1
            if char in "。！？":
                sentence, depth = sentence + 1, 0
    if start < len(text):
        yield Clause(start, len(text), sentence)


def years_in(text: str, first: int | None) -> tuple[list[tuple[int, int]], bool]:
    """The years a clause promises for, with their places, and whether it names a past year.

    A year that a figure is compared with (比2020年提高) is neither.
    """
    found: list[tuple[int, int]] = []
    past = first is not None and _tells_past(_bare(text), first)
    aside = {i for m in BRACKET.finditer(text) for i in range(*m.span())}
    bare = re.sub(r"《[^《》]*》|（[^（）]*）", lambda m: "□" * len(m[0]), text)
    found += [
        (m.start(), int(m[1]))
        for m in THROUGH.finditer(bare)
        if first is None or int(m[1]) >= first
    ]
    text = TITLES.sub(lambda m: "□" * len(m[0]), text)
    for match in YEAR.finditer(text):
        year = int(match[1])
        if re.match(r"年?(?:以)?前[^，]{1,8}的|年?(?:起|开始|以来)", text[match.start() + 4 :]):
            continue
        before, after = text[: match.start()], text[match.start() + 4 :]
        if _is_reference(before, after, year, first):
            continue
        if first is not None and year < first:
            past = past or match.start() not in aside
        else:
            found.append((match.start(), year))
    for match in PERIOD_END.finditer(text):
        number = "二三四五六七八".index(match[1]) + 12
        year = 2015 + (number - 12) * 5
        if first is None or year >= first:
            found.append((match.start(), year))
    return sorted(found), past


def _tells_past(text: str, first: int) -> bool:
    """A span of years before the plan, or a change since long before it: 由2010年的9‰降至5‰."""
    spans = any(int(m[1]) < first for m in SPAN.finditer(text))
    since = LONG_AGO.search(text)
    later = any(int(year) > first for year in re.findall(r"(?:19|20)\d\d(?=年)", text))
    return spans or (since is not None and int(since[1]) < first - 3 and not later)


def _bare(text: str) -> str:
    """The text without titles and remarks in brackets, whose years say nothing of its own."""
    return BRACKET.sub("", re.sub(r"《[^《》]*》", "", text))


def is_past(text: str, first: int | None = None) -> bool:
    """The clause tells what was reached, not what is to be."""
    spoken = (m for m in FIVE_YEARS.finditer(text) if not COMPARED.search(text[: m.start()]))
    ended = any(_last_of_five(m[1]) < (first or 2021) for m in spoken)
    return (ended or bool(PAST.search(text))) and not FUTURE.search(PAST.sub("", text, count=1))


def _last_of_five(numeral: str) -> int:
    """The last year of a five-year plan: 十四五 ends in 2025."""
    return 2010 + 5 * ("一二三四五六七八".index(numeral))


def _is_reference(before: str, after: str, year: int, first: int | None) -> bool:
    if re.search(r"(?:(?<!占)比|较|相比|以|与|从|由|自|于)$", before) and not (
        first is not None and year >= first and before.endswith("于")
    ):
        return True
    if before.endswith("在") and REFERENCE_AFTER.match(after):
        return True
    if re.search(r"(?:比|较|在)[^，。；]{0,8}(?:和|、|与)$", before) and REFERENCE_AFTER.match(
        after
    ):
        return True
    return re.search(r"分别在$|分别比$|分别较$", before) is not None or (
        before.endswith("在")
        and re.match(r"年?(?:底|末)?(?:和|、)(?:19|20)\d\d年[^，。；]{0,6}基础", after) is not None
    )
