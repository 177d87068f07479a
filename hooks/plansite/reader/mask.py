"""Digits that can never be targets are covered, so that what reads figures does not see them."""

from __future__ import annotations

import re

COVER = "□"
AGE = (
    r"(?<![\d.])\d{1,3}(?:周)?岁?(?:-|—|~|至|到)\d{1,3}(?:周)?岁(?:及?以[上下]|以内)?"
    r"|(?:不满|未满|年满|满)?(?<![\d.])\d{1,3}(?:\.\d+)?(?:周)?岁(?:及)?(?:以[上下内])?"
    r"|\d{1,2}个月(?:以?内|以下|以上)?(?=婴|儿|龄|幼|的婴|宝)|\d{1,2}月龄(?:以[上下内])?|\d{1,2}(?:-|—|~|至)\d{1,2}月龄|\d{1,2}-\d{1,2}个月(?:婴幼儿|儿童)"
)
LIFE = re.compile(r"寿命|平均年龄|初婚年龄|生育年龄")
NEVER = re.compile(
    "|".join(
        (
            r"《[^《》]{0,120}》",
            r"“[^“”%‰]{0,24}”",
            r"‘[^‘’]{0,24}’",
            r"\d{1,4}·\d{1,2}",
            r"[〔\[（(](?:19|20)\d\d[〕\]）)]第?\d+号",
            r"第[\d一二三四五六七八九十百]+(?:个|条|款|项|次|届|期|轮|产业|批|章|节|周期)",
            r"(?:19|20)\d\d年?(?:-|—{1,2}|~|至|到)(?:19|20)?\d\d(?:学年|年度|年)",
            r"(?<!\d)(?:19|20)\d\d(?=年|、(?:19|20)\d\d|和(?:19|20)\d\d)",
            r"\d{1,2}月\d{1,2}日?|(?<=月)\d{1,2}日|\d{1,2}月(?:底|末|份)",
            r"\d{1,4}(?:分钟|小时|公里|千米|米)(?=[^，。；]{0,8}圈)|\d{1,4}小时(?=服务|在线|热线|圈|开放|值班|值守|不间断|接|响应|全)|(?<!不少于)(?<!不低于)(?<!至少)(?<!达到)(?<!超过)(?<!多于)(?<!控制在)(?<!缩短[到至])24小时(?!内|以内|之内)",
            r"(?<![\d.%])\d{5,}(?![\d.]|万|亿|元|人|户|张|个|名|平方|%)",
            r"(?<![到至\d])\d{1,6}(?:类|种|大类|级|型|年级|版|时代|G|g)(?!以)",
            r"(?<=每)(?!10?万)\d[\d.]*万人口?(?=[^，。；]{0,8}\d)",
            r"\d{1,4}\+\d{1,4}(?:\+[\dN])*|\d{1,4}\+N",
            r"(?:每|近|过去|未来|前|后|连续|历时|为期|满)\d{1,4}年(?!至少|召|开|举|进行|评|组织|一次|1次|\d次)",
        )
    )
)
NORM = re.compile(
    r"\d[\d.]{0,11}(?:万|千|百)?(?:平方米|平米|㎡|人次|人口|人|名|张|户|家|所|个|床|元|公里|层|年|小时|次)(?:（含）)?"
    r"(?:及)?(?:以上|以下|以内)(?:（含）)?(?=的|且|规模|单位|企业|用人|公共|大型|幼儿园|学校|班|机构|医院|医疗|社区|村|女职工|安置|小区|园区|超?大班)"
    r"|(?:招收|接收|接纳|设有|拥有)\d+[人名](?:及?以[上下])[\u4e00-\u9fff]{2,8}的(?=[\u4e00-\u9fff]{0,4}(?:学校|幼儿园|机构|单位|企业))"
    r"|人口(?:在|达到?|超过|满)?\d[\d.]*万人?(?:及?以[上下])?(?:的)?(?=县|市|区|乡|镇|街)"
    r"|(?<=[所个家处座间])(?:不少于|不低于|不小于|不超过)\d[\d.]*(?:万|千|百)?(?:平方米|㎡|人|名|户|张)[\u4e00-\u9fff]{0,4}的"
    r"|(?<!不)(?:超过|大于|达到|不足|少于|多于|满|不满|超)\d[\d.]*(?:万|千|百)?(?:平方米|㎡|人次|人|名|户|张|公里)(?:以上)?[\u4e00-\u9fff]{0,3}(?:的|或)"
)


def cover(text: str) -> str:
    """Return the text with such digits covered; every character keeps its place."""
    chars = list(text)
    for found in NEVER.finditer(text):
        _cover(chars, *found.span())
    for found in re.finditer(AGE, text):
        if not _is_life(text, found):
            _cover(chars, *found.span())
    for found in NORM.finditer(text):
        before = text[max(0, found.start() - 2) : found.start()]
        built = (
            re.search(r"(?:建设|新建|建成)[^，。]{0,8}$", text[: found.start()])
            and "米" in found[0]
        )
        if built:
            continue
        if re.search(r"(?:都要|应|须|至少|各|均|都|必须|配)(?:有|备)$", text[: found.start()]):
            continue
        if found[0].endswith(("的", "或")) or not re.search(
            r"至少|建成|建设|培育|新增|达到|组建|招募|选派|引进|培养|吸纳|储备|打造", before
        ):
            _cover(chars, *found.span())
    return "".join(chars)


def _is_life(text: str, found: re.Match[str]) -> bool:
    """The years of a life expectancy are a value, not the age of a group."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；，")
    before = text[max(start, 0) : found.start()]
    after = text[found.end() : found.end() + 1]
    if not LIFE.search(text[max(0, found.start() - 60) : found.start()]):
        return False
    verb = re.search(
        r"(寿命|年龄|：|达|到|至|在|为|于|增加|提高|延长|超过|至少|约|左右|力争|由|从|的|岁)$",
        before,
    )
    return bool(verb) and after in {
        "",
        "，",
        "。",
        "；",
        "、",
        "左",
        "（",
        "提",
        "增",
        "延",
        "上",
        "和",
        "以",
    }


def _cover(chars: list[str], start: int, end: int) -> None:
    for i in range(start, end):
        if chars[i].isdigit() or chars[i] in "一二三四五六七八九十百千两%‰":
            chars[i] = COVER
