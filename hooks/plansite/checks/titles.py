"""Rules about titles: English names the same place and people, a number is one of the plan's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plansite.model import Plan, Site
from plansite.problems import ECHO, Problem
from plansite.records.catalogue import Jurisdiction

TIER_WORDS = re.compile(
    r"\s+(?:Province|City|County|District|Banner|Prefecture|Municipality|(?:\w+ )?Autonomous .*)$"
)
"""What follows the name of a place in English and says its tier."""
_PEOPLE = (("妇女", re.compile("wom[ae]n|maternal", re.I)), ("儿童", re.compile("child", re.I)))
_ORGAN = re.compile("(?P<place>[\u4e00-\u9fff])(?:政|府|党|委|发|办|卫|教|民|妇)")
_NUMBER = re.compile(r"[\u4e00-\u9fff]+〔[0-9]{4}〕[0-9]+号")
_SHORT: Mapping[str, str] = {
    "京": "北京市", "津": "天津市", "冀": "河北省", "晋": "山西省", "蒙": "内蒙古自治区",
    "辽": "辽宁省", "吉": "吉林省", "黑": "黑龙江省", "沪": "上海市", "苏": "江苏省",
    "浙": "浙江省", "皖": "安徽省", "闽": "福建省", "赣": "江西省", "鲁": "山东省",
    "豫": "河南省", "鄂": "湖北省", "湘": "湖南省", "粤": "广东省", "桂": "广西壮族自治区",
    "琼": "海南省", "渝": "重庆市", "川": "四川省", "黔": "贵州省", "滇": "云南省",
    "藏": "西藏自治区", "陕": "陕西省", "甘": "甘肃省", "青": "青海省", "宁": "宁夏回族自治区",
    "新": "新疆维吾尔自治区",
}  # fmt: skip
"""The one letter by which numbers of documents name a province, where its name need not hold it."""


def check_places(site: Site) -> Iterator[Problem]:
    """The English of a title and of an issuer names no place but the plan's own and those around it."""
    for plan in site.plans.values():
        own = _around(site, plan)
        texts = [("title", plan.title.en)]
        texts += [("issuer", plan.record.issuer.en)] if plan.record.issuer else []
        for field, text in texts:
            if any(_names(one, text) for one in own):
                continue
            for place in site.jurisdictions.values():
                inner = place.slug.startswith(f"{plan.jurisdiction.slug}/")
                if not inner and _names(place, text):
                    yield Problem(
                        plan.record.origin.at(field),
                        f"{field} 的英文写的是 {place.name.en}，而规划在 {plan.jurisdiction.slug} 的文件夹中；请改正英文",
                        f"the English of {field} speaks of {place.name.en}, yet the plan stands in the folder of {plan.jurisdiction.slug}; correct it",
                        "warning",
                        cause=ECHO,
                    )
                    break


def check_people(site: Site) -> Iterator[Problem]:
    """A title speaks of women, or of children, in both languages."""
    for plan in site.plans.values():
        zh, en = plan.title.zh, plan.title.en
        said = [bool(words.search(en)) == (name in zh) for name, words in _PEOPLE]
        if not all(said) and any(name in zh for name, _ in _PEOPLE):
            yield Problem(
                plan.record.origin.at("title"),
                f"title 的中文 {zh!r} 与英文 {en!r} 说的不是同样的人（妇女、儿童）；请核对，改成一致",
                f"the Chinese title {zh!r} and the English {en!r} do not speak of the same people, women or children; check them and make them agree",
                "warning",
                cause=ECHO,
            )


def check_numbers(site: Site) -> Iterator[Problem]:
    """A document number has its form, and begins with the letter of the plan's place.

    Letters that belong to no recorded place are let be: cities choose theirs freely.
    """
    for plan in site.plans.values():
        number = plan.record.document_number
        if number is None:
            continue
        if not _NUMBER.search(number):
            yield Problem(
                plan.record.origin.at("document_number"),
                f"document_number 读到 {number!r}，应为“国发〔2021〕16号”的形式（六角括号）；请按原文改正，没有则删除",
                f"document_number is {number!r}, the form 国发〔2021〕16号 is expected, with these brackets; correct it from the document, or take it out",
                "warning",
            )
        elif (other := _elsewhere(site, plan, number)) is not None:
            yield Problem(
                plan.record.origin.at("document_number"),
                f"document_number {number!r} 像是{other}的文号，而规划属于{plan.jurisdiction.name.zh}；请核对原文",
                f"document_number {number!r} looks like one of {other}, yet the plan is of {plan.jurisdiction.name.en}; check the document",
                "warning",
            )


def _elsewhere(site: Site, plan: Plan, number: str) -> str | None:
    """Return the place whose letter a document number begins with, None if that may be the plan's."""
    match = _ORGAN.match(number)
    if match is None:
        return None
    letter, own = match["place"], {one.name.zh for one in _around(site, plan)}
    if any(letter in name for name in own) or _SHORT.get(letter) in own:
        return None
    others = (one.name.zh for one in site.jurisdictions.values() if one.name.zh.startswith(letter))
    return _SHORT.get(letter) or next(others, None)


def _around(site: Site, plan: Plan) -> list[Jurisdiction]:
    return [plan.jurisdiction, *site.ancestors(plan.jurisdiction.slug)]


def _names(place: Jurisdiction, text: str) -> bool:
    """Return whether an English text has the name of a place as words of its own."""
    core = TIER_WORDS.sub("", place.name.en)
    return re.search(rf"\b{re.escape(core)}\b", text) is not None


CHECKS = (check_people, check_numbers)
FINAL = (check_places,)
