"""What a plan says of itself: title, period, jurisdiction, tier, draft or final, superior plans, laws."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from .glyphs import normalise
from .outline import Entry
from .title import (
    made_title,
    notice_title,
    outside_title,
    place_in_text,
    place_of,
    tier_of,
    title_of,
)
from .vocabulary import PLAN_WORD

QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》){2,70})》")
PERIOD = re.compile(r"((?:19|20)\d\d)年?(?:-|—{1,2}|~|至|到)((?:19|20)?\d\d)年?")
RUN_ON = re.compile(r"(?<!\d)(20\d\d)(20\d\d)(?=年)")
"""2021—2025年 that lost its dash."""
FIVE = re.compile(r"“?十([一二三四五六七八])五”?")
LAW = re.compile(r"(?:法|条例|办法|规定|宪法|法典|公约|细则)(?:（[^（）]{1,12}）)?$")
DRAFT = re.compile(r"征求意见稿|草案|送审稿|讨论稿|审议稿|初稿|公开征求意见")
SERIES = re.compile(
    r"妇女|儿童|老龄|养老|残疾人|青年|教育|健康|卫生|就业|文化|体育|健身|托育|婴幼儿|家庭教育"
)
KIN = ({"托育", "婴幼儿"}, {"健康", "卫生"}, {"体育", "健身"})
"""Words for one subject."""
STAMPS = {
    "issuer": re.compile(
        r"发[文布](?:机关|机构|单位)：([\u4e00-\u9fff]{2,20}?)(?=(?:成文|发[文布]|生成|公开|主题|标题|文)|[^\u4e00-\u9fff]|$)"
    ),
    "issued_on": re.compile(r"成文日期：((?:19|20)\d\d年\d{1,2}月\d{1,2}日)"),
    "number": re.compile(
        r"(?:发文字号|文号)：([\u4e00-\u9fff]{2,10}[〔\[（](?:19|20)\d\d[〕\]）]\d{1,4}号)"
    ),
}
"""What a page prints above the text of an issued document."""
SUPERIOR_CONTEXT = re.compile(r"依据|依照|根据|按照|遵循|贯彻|落实|结合|参照|要求|衔接")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a plan says of itself; empty where it does not say."""

    title: str = ""
    title_inferred: bool = False
    title_lines: tuple[int, ...] = ()
    period: tuple[int, int] | None = None
    period_basis: str = ""
    """title, five-year plan, superior plan or text."""
    jurisdiction: str = ""
    tier: str = ""
    draft: bool = False
    superior_plans: tuple[str, ...] = ()
    other_plans: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    document_number: str = ""
    issued_on: str = ""
    issuer: str = ""


def facts_of(entries: tuple[Entry, ...], outside: tuple[str, ...] = ()) -> Facts:
    """Read the facts of one plan; `outside` is what a web page prints around it."""
    title, lines = title_of(entries)
    opening = _opening(entries)
    text = "\n".join(e.paragraph.text for e in opening)
    whole = "\n".join(e.paragraph.text for e in entries)
    notice = title or notice_title(text) or outside_title(outside)
    named = list(dict.fromkeys(m[1] for m in QUOTED.finditer(whole)))
    plans = [n for n in named if re.search(PLAN_WORD, n) and not LAW.search(n)]
    period, basis = _period(notice, text, whole, plans)
    place = place_of(notice) or place_in_text(text)
    inferred = notice or made_title(place, plans, period)
    superior, others = _superior(inferred, place, plans, period, whole)
    around = (*outside, *text.split("\n"))
    number = re.search(r"[\u4e00-\u9fff]{2,10}[〔\[（](?:19|20)\d\d[〕\]）]第?\d{1,4}号", text)
    issued = re.search(r"^((?:20|19)\d\d年\d{1,2}月\d{1,2}日)$", text, re.M)
    return Facts(
        title=inferred, title_inferred=not notice, title_lines=lines, period=period, period_basis=basis,
        jurisdiction=place, tier=tier_of(place), draft=bool(DRAFT.search(f"{title}\n{text[:600]}")),
        superior_plans=superior, other_plans=others,
        laws=tuple(n for n in named if LAW.search(n) and len(n) >= 3),
        document_number=re.sub(r"^.*文件(?=..)", "", number[0]) if number else _stamp("number", around),
        issued_on=issued[1] if issued else _stamp("issued_on", around),
        issuer=_issuer(text) or _stamp("issuer", around),
    )  # fmt: skip


def _opening(entries: tuple[Entry, ...]) -> list[Entry]:
    """What stands before the first domain, or the first forty paragraphs."""
    for i, entry in enumerate(entries):
        if entry.section in {"domain", "targets", "measures"} or (entry.domain and i > 3):
            return list(entries[:i]) + list(entries[-4:])
    return list(entries[:40]) + list(entries[-4:])


def _period(
    title: str, text: str, whole: str, plans: list[str]
) -> tuple[tuple[int, int] | None, str]:
    """The years of the title; else of the plans it names; else the five years it speaks of most."""
    found = PERIOD.search(RUN_ON.sub(r"\1-\2", normalise(title).text))
    if found:
        return _span(found), "title"
    five = FIVE.search(title)
    if five:
        return _five(five[1]), "five-year plan"
    named = Counter(
        _span(m) for p in plans for m in PERIOD.finditer(p) if re.search(r"妇女|儿童|发展", p)
    )
    ahead = [(span, n) for span, n in named.items() if span[1] - span[0] in range(3, 16)]
    if ahead:
        latest = max(span[0] for span, _ in ahead)
        span = max((s for s in ahead if s[0][0] == latest), key=lambda s: s[1])[0]
        return span, "superior plan"
    fives = Counter(FIVE.findall(text) or FIVE.findall(whole))
    if fives:
        return _five(max(fives, key=lambda numeral: (fives[numeral], _five(numeral)))), "text"
    return None, ""


def _span(found: re.Match[str]) -> tuple[int, int]:
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    return first, last


def _five(numeral: str) -> tuple[int, int]:
    first = 2001 + ("一二三四五六七八".index(numeral) + 1 - 1) * 5 + 5
    return first, first + 4


def _superior(
    title: str, place: str, plans: list[str], period: tuple[int, int] | None, text: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Plans of the same series from other places, for the same time; and all others named."""
    main = SERIES.search(title)
    series = next((kin for kin in KIN if main and main[0] in kin), {main[0]} if main else set())
    words = "规划|纲要|计划|方案" if re.search("计划|方案", title) else "规划|纲要"
    superior: list[str] = []
    others: list[str] = []
    for plan in plans:
        if _same(plan, title) or title.endswith(plan) or plan.endswith("的通知"):
            continue
        own = bool(place) and plan.startswith(place) and not re.search(r"^中国", plan)
        spans = [_span(m) for m in PERIOD.finditer(plan)]
        timely = not spans or period is None or spans[0][1] > period[0]
        alike = any(word in plan for word in series) and re.search(words, plan) is not None
        if (
            alike
            and timely
            and not own
            and "行动计划" not in plan
            and SUPERIOR_CONTEXT.search(text)
        ):
            superior.append(plan)
        else:
            others.append(plan)
    return tuple(superior), tuple(others)


def _issuer(text: str) -> str:
    found = re.findall(
        r"^([\u4e00-\u9fff]{2,20}(?:人民政府|妇女儿童工作委员会|办公室|委员会|人民政府办公厅))$",
        text,
        re.M,
    )
    return found[-1] if found else ""


def _stamp(kind: str, lines: tuple[str, ...]) -> str:
    found = (STAMPS[kind].search(line) for line in lines)
    return next((one[1] for one in found if one), "")


def _same(one: str, other: str) -> bool:
    def bare(text: str) -> str:
        return re.sub(r"[-—~（）()年稿\s]|征求意见", "", text)

    return bool(other) and bare(one) == bare(other)
