"""Figures in a clause: value, unit, and the words before and after that compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from .numeral import number_of

NUM = r"\d+(?:,\d{3})*(?:\.\d+)?"
CN = r"[一二两三四五六七八九十百千]{1,5}"
COUNTERS = (
    "微克/立方米", "毫克/立方米", "μg/m3", "µg/m3", "ug/m3", "μg/m", "µg/m", "ug/m", "ppm", "分贝",
    "个百分点", "万人次", "人次", "平方米", "平米", "㎡", "平方公里", "公顷", "公里", "美元", "亿元", "万元", "元", "千瓦时", "千瓦", "吨标准煤", "个月", "个工作日", "工作日", "个小时",
    "小时", "学时", "课时", "分钟", "条次", "场次", "期次", "批次", "届", "次", "所", "个", "家", "处", "张", "名", "人", "位", "支", "项", "座", "间", "户", "场", "对", "套", "辆",
    "台", "部", "件", "条", "片", "组", "批", "岁", "年", "天", "日", "例", "期", "分", "门", "册", "株", "亩", "吨", "块", "篇", "堂", "节",
    "副", "本", "种", "幢", "栋", "床", "盏", "棵", "只", "头", "份", "封", "面", "班",
)  # fmt: skip
COUNTER = "|".join(COUNTERS)
CONCENTRATIONS = {c for c in COUNTERS if re.search(r"克|g/m|ppm|分贝", c)}
NO_COUNT = CONCENTRATIONS | {"美元", "千瓦时", "千瓦", "吨标准煤", "吨", "亩", "分"}
"""Units no list of the sources holds: the value is a number, and the report names the unit printed."""
RANGE = r"(?:-|—{1,2}|~|至|到)"
BASE = r"(?:每)?(?:10万|十万|100000|100,000|万|10000|千|1000|百|100)"
FIGURE = re.compile(
    "|".join(
        (
            rf"(?P<r1>{NUM})：(?P<r2>{NUM})",
            rf"(?P<lo>{NUM})(?:%|‰|/{BASE}|{COUNTER})?{RANGE}(?P<hi>{NUM})(?P<rscale>[万亿千百])?(?P<runit>%|‰|/{BASE}|{COUNTER}|(?=之间))",
            r"翻(?P<double>[一两二1-4])?番(?!计划|行动|工程|目标|[一两二\d])",
            r"(?<=[增提扩][加高长大])(?:了)?(?P<fold>[一两二三四五]|\d(?:\.\d)?)倍",
            r"“?(?P<zero>清零|(?<=为)零(?=$|[，。；、])|(?<=[为至到])0(?=$|[，。；、])|零(?:新发|发生|死亡|感染|事故|伤亡|辍学|失学|流失))”?",
            rf"(?P<all>所有|全部)(?=[^，。；\d]{{2,30}}(?:以及|及|和|与){NUM}%的)",
            r"(?P<over>半数以上|过半数?|超过?半数|超过?一半|一半以上|半数|一半)",
            rf"(?P<f1>\d)/(?P<f2>\d)(?![\d万])|(?P<fd>[一二两三四五六七八九十百千万]{{1,5}})分之(?P<fn>{NUM}|{CN}(?:点{CN})?)",
            r"(?P<tenth>[一二两三四五六七八九])成(?P<half>[一二三四五六七八九半])?(?=以|左|，|。|；|的|$)",
            rf"(?P<num>{NUM})(?P<scale>万|亿|千|百)?(?P<more>余|多)?(?P<unit>%|‰|个千分点|/{BASE}|(?:张|名|人|个|块|位|所)/{BASE}(?:人口|人|名)?|{COUNTER})",
            rf"(?P<many>{NUM}[万亿])(?:余|多)?(?=[\u4e00-\u9fff，。；、]|$)",
            rf"(?P<cnum>{CN})(?P<cunit>次|小时|本|所|个月|个|家|处|名|人|位|支|项|座|间|场|张)",
            rf"(?P<bare>{NUM})(?![\d年月.]|：|/)",
        )
    )
)
AFTER = re.compile(
    r"^(?:活产数?|人口|儿童|人|名)?(?:（[^（）]{0,12}）)?(及以上|及以下|以上|以下|以内|之内|内|左右|上下)"
)
SCALES = {"万": 10_000, "亿": 100_000_000, "千": 1000, "百": 100}
BASES = {"10万": "per_100k", "十万": "per_100k", "100000": "per_100k", "100,000": "per_100k",
         "万": "per_10k", "10000": "per_10k", "千": "per_1000", "1000": "per_1000", "百": "per_100",
         "100": "per_100"}  # fmt: skip
SAME = {"%": "percent", "‰": "per_1000", "个百分点": "percent", "个千分点": "per_1000", "平方米": "m2", "平米": "m2", "㎡": "m2",
        "个月": "months", "岁": "years", "年": "years", "元": "yuan", "小时": "hours", "个小时": "hours", "学时": "hours", "课时": "hours",
        "平方公里": "km2", "分钟": "minutes", "公里": "km", "天": "days", "日": "days", "个工作日": "days", "工作日": "days"}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure, where it stands, and how it is written."""

    start: int
    end: int
    """After the comparing word that follows the figure."""
    value: Decimal
    unit: str
    counter: str = ""
    """The counter as printed: 所, 名, %, 个百分点, …"""
    after: str = ""
    high: Decimal | None = None
    """The upper end of a range."""
    printed: str = ""
    chinese: bool = False
    """Written in Chinese numerals: a weaker sign of a target."""


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a covered text in order."""
    for found in FIGURE.finditer(text):
        figure = _figure(found)
        if figure is None:
            continue
        tail = AFTER.match(text[figure.end :])
        after = tail[1] if tail else ("以上" if "以上" in figure.printed else "")
        end = figure.end + (tail.end() if tail else 0)
        yield Figure(**{**figure.__dict__, "after": after, "end": end})


def _figure(found: re.Match[str]) -> Figure | None:
    group = found.groupdict()
    make: dict[str, Any] = {"start": found.start(), "end": found.end(), "printed": found[0]}
    try:
        if group["r1"]:
            return _ratio(Decimal(group["r1"]), Decimal(group["r2"]), make)
        if group["lo"]:
            unit = _unit(group["runit"])
            scale = SCALES.get(group["rscale"] or "", 1)
            low, high = _decimal(group["lo"]) * scale, _decimal(group["hi"]) * scale
            return Figure(value=low, high=high, unit=unit,
                          counter=group["runit"], **make)  # fmt: skip
        if group["over"]:
            return Figure(value=Decimal(50), unit="percent", counter="半", **make)
        if group["f1"]:
            return _share(Decimal(group["f1"]), Decimal(group["f2"]), make)
        if group["fd"]:
            return _fraction(group["fd"], group["fn"], make)
        if found[0].startswith("翻") or any(group[k] for k in ("tenth", "fold", "zero", "all")):
            return _in_words(group, make)
        if group["num"]:
            if group["scale"] == "亿" and group["unit"] == "元":
                return Figure(
                    value=_decimal(group["num"]), unit=_unit("亿元"), counter="亿元", **make
                )
            value = _decimal(group["num"]) * SCALES.get(group["scale"] or "", 1)
            return Figure(value=_scaled(value, group["unit"]), unit=_unit(group["unit"]),
                          counter=group["unit"], **make)  # fmt: skip
        if group["many"]:
            many = _decimal(group["many"][:-1]) * SCALES[group["many"][-1]]
            return Figure(value=_scaled(many, ""), unit="count", **make)
        if group["cnum"]:
            number = number_of(group["cnum"])
            if not number:
                return None
            return Figure(value=Decimal(number), unit=_unit(group["cunit"]),
                          counter=group["cunit"], chinese=True, **make)  # fmt: skip
        return Figure(value=_decimal(group["bare"]), unit="", **make)
    except (InvalidOperation, ZeroDivisionError):
        return None


def _in_words(group: dict[str, Any], make: dict[str, Any]) -> Figure:
    """九成五, 翻一番, 增加一倍, 清零, 所有: figures that print no digit."""
    if group["tenth"]:
        half = 5 if group["half"] == "半" else number_of(group["half"] or "") or 0
        value = (number_of(group["tenth"]) or 0) * 10 + half
        return Figure(value=Decimal(value), unit="percent", **make)
    if group["fold"]:
        fold = Decimal(number_of(group["fold"]) or group["fold"])
        return Figure(value=fold * 100, unit="percent", counter="番", **make)
    if make["printed"].startswith("翻"):
        times = 2 ** (number_of(group["double"] or "一") or 1)
        return Figure(value=Decimal((times - 1) * 100), unit="percent", counter="番", **make)
    if group["zero"]:
        return Figure(value=Decimal(0), unit="count", counter="零", **make)
    return Figure(value=Decimal(100), unit="percent", counter="所有", **make)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _ratio(one: Decimal, other: Decimal, make: dict[str, Any]) -> Figure | None:
    if not other or one > 200 or other > 200:
        return None
    return Figure(value=_short(one / other), unit="ratio", counter="：", **make)


def _share(part: Decimal, whole: Decimal, make: dict[str, Any]) -> Figure | None:
    if not 0 < part < whole:
        return None
    return Figure(value=_short(part * 100 / whole, 1), unit="percent", counter="/", **make)


def _fraction(whole: str, part: str, make: dict[str, Any]) -> Figure | None:
    """百分之九十五, 三分之一, 十万分之十二."""
    text = part.partition("点")
    number = number_of(text[0]) if not part[0].isdigit() else None
    value = _decimal(part) if part[0].isdigit() else Decimal(number or 0)
    if text[2]:
        digits = "".join(str(number_of(c) or 0) for c in text[2])
        value = Decimal(f"{number}.{digits}")
    base = 10_000 if whole == "万" else number_of(whole)
    units = {100: "percent", 1000: "per_1000", 100_000: "per_100k", 10_000: "per_10k"}
    if base in units:
        return Figure(value=value, unit=units[base], counter="分之", **make)
    return _share(value, Decimal(base or 1), make)


def _short(value: Decimal, decimals: int = 4) -> Decimal:
    """Round a quotient; whole numbers lose their point."""
    return Decimal(f"{value:.{decimals}f}".rstrip("0").rstrip("."))


def _scaled(value: Decimal, unit: str) -> Decimal:
    value *= {"万人次": 10_000, "万元": 10_000, "亿元": 1, "公顷": 10_000}.get(unit, 1)
    return Decimal(int(value)) if value > 1000 and value == int(value) else value


def _unit(counter: str) -> str:
    if "/" in counter and counter not in CONCENTRATIONS:
        base = re.sub(r"(?:人口|人|名)$", "", counter.split("/")[1]).removeprefix("每")
        return BASES.get(base, "count")
    if counter == "亿元":
        return "hundred_million_yuan"
    if counter == "万元":
        return "yuan"
    return SAME.get(counter, "count") if counter else ""
