"""The number or sign an item begins with, in every mixture offices use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .glyphs import CIRCLED
from .numeral import number_of

CN = "[零〇一二三四五六七八九十百]{1,4}"
PATTERNS = (
    ("part", re.compile(rf"第({CN}|\d{{1,2}})[篇编章部](分)?[：、.]?")),
    ("half", re.compile(r"([上中下])[篇编卷](?!幅)[：、]?")),
    ("section", re.compile(rf"第({CN}|\d{{1,2}})节[：、.]?")),
    ("box", re.compile(rf"(?:专栏|附件|附表)({CN}|\d{{1,2}})[：、.]?")),
    (
        "cn",
        re.compile(
            rf"(?:领域|专题|板块)({CN}|\d{{1,2}})(?:[：、.](?!\d)|(?=妇女|儿童|女性|青少?年|老年))"
        ),
    ),
    ("project", re.compile(rf"[【]?(?:项目|工程|行动|实事)({CN}|\d{{1,2}})[】]?(?:：|、|(?<=】))")),
    (
        "ar",
        re.compile(
            rf"[【]?(?:目标|措施|策略|任务|举措)({CN}|\d{{1,2}})[】]?(?:：|[、.。](?!\d)|(?<=】))"
        ),
    ),
    ("cnparen", re.compile(rf"[（【〔\[]({CN})[）】〕\]][、.。]?")),
    ("cnparen", re.compile(rf"({CN})）(?=\D)")),
    ("arparen", re.compile(r"[（【\[](\d{1,2})[）】\]][、.。]?")),
    ("cn", re.compile(rf"({CN})(?:、|\.|。)(?![一二三四五六七八九十]+[、产次级])")),
    ("arparen", re.compile(r"(\d{1,2})）")),
    ("ardeep", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})[、.]?(?=[\u4e00-\u9fff“《])")),
    ("ar", re.compile(r"(\d{1,2})(?:、|\.|。(?=[\u4e00-\u9fff“《]))(?!\d)")),
    ("ar", re.compile(r"(\d{1,2})[.、](?=20\d\d年?(?:-|—|~|至|年))")),
    (
        "letter",
        re.compile(r"([A-Ha-h])(?:[、.）]|。(?=[\u4e00-\u9fff“《]))(?=[\u4e00-\u9fff“《\d])"),
    ),
    ("circled", re.compile(f"([{CIRCLED}])[、.]?")),
    ("dash", re.compile(r"(?:—{2,3}|-{2,3}|[—-](?=\D)|[·●■◆◇★▲▪◦□*+※]|[\ue000-\uf8ff])(?=[^—%-])")),
)
TIGHT = re.compile(r"(\d{1,2})[.、。](?=\d+(?:-|—|周?岁|个月|月龄|%|年)|\d{3,}[\u4e00-\u9fff])")
APART = re.compile(r"\s*(\d{1,2})\s+(?=\d+(?:周?岁|个月|月龄|%))")
BARE = re.compile(
    r"(\d{1,2})(?=[\u4e00-\u9fff“《])(?![年月日岁个名所家项万亿元人次周张类种级大处支间场户倍位对条分成号期批届])"
)
"""1完善制度。: pages lose the point after a number; it is one only where it is the next of its list."""
LABELLED = re.compile(
    rf"^\s*(任务|领域|专题|板块|行动|项目|工程|实事)({CN}|\d{{1,2}})\s+(?=[\u4e00-\u9fff“《])"
)
"""任务一 补齐短板: only the blank parts the number from its heading."""
ALONE = re.compile(rf"^(?:项目|工程|行动)({CN}|\d{{1,2}})$")
"""项目一: its name stands on the next line."""
ITEMS = {"项目", "工程", "行动", "实事"}
SPACED = re.compile(rf"^\s*({CN}|\d{{1,2}})\s+(?=[\u4e00-\u9fff“《])")
UNIT_AFTER = re.compile(
    r"^(?:平方|平米|公里|公顷|小时|克|米|倍|分|‰|年|月|日|岁|%|个|名|所|家|项|万|亿|元|次|周|张|/|："
    r"|人(?![身民才口员工均格文大体社])|场(?![所景馆地])|户(?![外籍口])|期(?![间待])|册|辆|例(?!如)|学时|课时|分钟)"
)
RANK = (
    "part",
    "section",
    "cn",
    "cnparen",
    "ar",
    "ardeep2",
    "ardeep3",
    "ardeep4",
    "arparen",
    "letter",
    "circled",
    "dash",
)


@dataclass(frozen=True)
class Marker:
    """What an item begins with."""

    kind: str
    """part, section, box, project (项目一), cn (一、), cnparen (（一）), ar (1.), ardeep2 (1.1), arparen, letter, circled, dash."""
    number: int
    """Its number; 0 for a dash."""
    length: int
    """How many characters of the normal text it takes."""
    path: tuple[int, ...] = ()
    """All parts of a number such as 1.2.3."""


def marker_of(text: str, raw: str = "", mark: str = "", expected: int = 0) -> Marker | None:
    """Recognise the marker at the start of a normal text (or the one the format prints).

    `1.65岁以上` begins with item 1 only where an item 1 is expected.
    """
    if expected and (tight := TIGHT.match(text)) and int(tight[1]) == expected:
        return Marker("ar", expected, tight.end())
    apart = APART.match(raw) if expected else None
    if apart and int(apart[1]) == expected:
        return Marker("ar", expected, len(apart[1]))
    bare = BARE.match(text) if expected else None
    if bare and int(bare[1]) == expected and not mark:
        return Marker("ar", expected, bare.end())
    if mark:
        from_format = marker_of(mark.replace("(", "（").replace(")", "）").strip() + "文")
        if from_format:
            typed = re.match(r"\d{1,2}[.）](?!\d)", text)
            length = typed.end() if typed else 0
            return Marker(from_format.kind, from_format.number, length, from_format.path)
    for kind, pattern in PATTERNS:
        found = pattern.match(text)
        if found:
            marker = _marker(kind, found, text)
            if marker:
                return marker
    alone = ALONE.match(text)
    if alone and number_of(alone[1]):
        return Marker("project", number_of(alone[1]) or 0, len(text))
    labelled = LABELLED.match(raw)
    number = number_of(labelled[2]) if labelled else None
    if labelled and number:
        kind = "project" if labelled[1] in ITEMS else "cn"
        return Marker(kind, number, len(re.sub(r"\s", "", labelled[0])))
    spaced = SPACED.match(raw)
    if spaced and not UNIT_AFTER.match(raw[spaced.end() :].lstrip()):
        number = number_of(spaced[1])
        if number:
            kind = "ar" if spaced[1].isascii() else "cn"
            return Marker(kind, number, len(spaced[1]))
    return None


def _marker(kind: str, found: re.Match[str], text: str) -> Marker | None:
    if kind == "dash":
        return Marker(kind, 0, found.end())
    if kind == "circled":
        return Marker(kind, CIRCLED.index(found[1]) + 1, found.end())
    if kind == "ardeep":
        path = tuple(int(part) for part in found[1].split("."))
        rest = text[found.end() :]
        if UNIT_AFTER.match(rest) or 0 in path:
            return None
        return Marker(f"ardeep{len(path)}", path[-1], found.end(), path)
    if kind == "letter":
        return Marker(kind, ord(found[1].upper()) - ord("A") + 1, found.end())
    if kind == "half":
        return Marker("part", "上中下".index(found[1]) + 1, found.end())
    number = number_of(found[1])
    if not number or (kind == "cn" and found[1] in {"百", "千"}):
        return None
    if kind == "box" and not text.startswith("专栏"):
        return None
    return Marker(kind, number, found.end())
