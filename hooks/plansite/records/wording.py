"""The words of schema errors: what is allowed and what to do, by kind of fault, in both languages."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

Words = tuple[str, str]
"""Chinese and English."""

KINDS: dict[str, Words] = {
    "missing": ("缺少字段；请补上", "the field is missing; add it"),
    "string_type": (
        "应为文字；若是编号或日期请加引号",
        "text is expected; quote a number used as a label or a date",
    ),
    "string_too_short": ("不能为空；请填写", "may not be empty; fill it in"),
    "tuple_type": (
        "应为列表；请写成 [a, b] 或每项一行、以 - 开头",
        "a list is expected; write [a, b], or one entry a line after -",
    ),
    "bool_type": (
        "应为 true 或 false；请改成其一，不加引号",
        "true or false is expected; write one of them, without quotes",
    ),
    "too_short": ("不能为空列表；请填写", "may not be an empty list; fill it in"),
    "too_long": ("多出一项；请删除", "has an entry too many; remove it"),
}
KINDS |= dict.fromkeys(("list_type", "is_instance_of"), KINDS["tuple_type"])
KINDS |= dict.fromkeys(
    ("dict_type", "model_type", "model_attributes_type"),
    (
        "应为键值；请写成 {key: value} 或每个键一行（冒号后留一个空格）",
        "a mapping is expected; write {key: value}, or a key a line with a space after the colon",
    ),
)
TORN: Words = (
    "含逗号的文字在 { } 中被拆开了；请给整段文字加引号",
    "a text with a comma between { } was torn apart; put the whole text between quotes",
)
RULES: dict[str, Words] = {
    "markup": (
        "含有 HTML 标记；请只写文字",
        "contains HTML; write plain text",
    ),
    "text_length": (
        "超过 4000 个字；请缩短，长文写进 Markdown 文件",
        "has more than 4000 characters; shorten it, long prose belongs in a Markdown file",
    ),
    "plain_number": (
        "应为数字：半角，不加引号，不带单位、符号和千分位",
        "a plain number is expected: ASCII digits without quotes, unit, sign or thousands separator",
    ),
    "whole_number": (
        "应为整数；只写半角数字，不加引号",
        "a whole number is expected, without quotes; write ASCII digits only",
    ),
    "year": (
        "应为 1949 至 2100 之间的四位年份；只写半角数字，不加引号和“年”字",
        "a year of four digits from 1949 to 2100 is expected; write ASCII digits only, without quotes or 年",
    ),
    "feedback_place": (
        "花括号里只能是 {title}（页面标题）或 {address}（页面网址）；请改写或删去",
        "between braces only {title} (of the page) or {address} (of the page) is allowed; write one of them, or remove it",
    ),
    "feedback_none": (
        "没有写任何反馈途径；请写 email、form、issues 中的一项或几项，或删去 feedback",
        "names no way to report; write one or more of email, form, issues, or remove feedback",
    ),
    "iso_date": (
        "应为 2025-12-31 形式的日期；请改写",
        "a date like 2025-12-31 is expected; write it so",
    ),
    "partial_date": (
        "应为年、月或日：2025、2025-12 或 2025-12-31（加引号）",
        "a year, month or day is expected: 2025, 2025-12 or 2025-12-31, quoted",
    ),
    "sdg": (
        "应为可持续发展目标的指标编号，如 3.1.1（目标须是 169 个具体目标之一，加引号）；请核对联合国的指标清单",
        "the code of an SDG indicator is expected, 3.1.1 for example (below one of the 169 targets, quoted); check the list of the United Nations",
    ),
    "commit_id": (
        "应为提交号：7 至 40 位小写十六进制数字（加引号）",
        "a commit id is expected: 7 to 40 lower-case hexadecimal digits, quoted",
    ),
    "empty_list": ("不能为空列表；请填写", "may not be an empty list; fill it in"),
    "owner": (
        "应为 @账号、@组织/团队 或电子邮箱；请改写",
        "an @account, an @organisation/team or an e-mail address is expected; write it so",
    ),
    "device_name": (
        "是系统保留的设备名；请改名",
        "is a name that Windows keeps for a device; choose another",
    ),
    "no_origin": ("没有 origin 这个字段；请删除", "there is no field `origin`; remove it"),
    "years_in_order": (
        "年份应先小后大；请对调或改正",
        "the years must be in order, the earlier first; correct them",
    ),
    "range_in_order": (
        "区间应先小后大；请对调或改正",
        "the lower bound comes first, and the two differ; correct them",
    ),
    "amount_needs_base": (
        "amount 与 relative_to 必须同时出现，并带 aim；请补上",
        "amount and relative_to go together, with an aim; add what is missing",
    ),
    "tolerance_needs_about": (
        "tolerance 只用于 about；请删除，或改用 about",
        "tolerance goes with about only; remove it, or use about",
    ),
    "words_need_aim": (
        "words 只用于没有幅度的 aim；请删除，或改用 aim",
        "words goes with an aim without an amount only; remove it, or use aim",
    ),
    "theme_needs_text": (
        "theme 必须有 text，且 text 只用于 theme；请补上或删除",
        "a theme needs a text, and text goes with a theme only; add or remove it",
    ),
}
_ID = (
    "只允许小写字母、数字和连字符，以字母或数字开头，不超过 63 个字符；请改写",
    "only lower-case letters, digits and hyphens are allowed, a letter or digit first, at most 63 of them; write it so",
)
_PATTERNS: dict[str, Words] = {
    "{1,64}@": (
        "应为电子邮箱，如 office@example.gov.cn；只写邮箱本身",
        "an e-mail address such as office@example.gov.cn is expected; write it alone",
    ),
    "0-9_": (
        "只允许小写字母、数字和下划线，以字母开头，不超过 31 个字符；请改写",
        "only lower-case letters, digits and underscores are allowed, a letter first, at most 31 of them; write it so",
    ),
    "a-z0-9": _ID,
    "https": (
        "应为 https:// 开头的网址；请从浏览器地址栏复制",
        "an address beginning with https:// is expected; copy it from the browser",
    ),
    "{1,20}": (
        "应为原文的编号：不含空格、引号、斜线、尖括号和全角数字，不超过 20 个字符；请改写",
        "the number as printed is expected: no spaces, quotes, slashes, angle brackets or full-width digits, at most 20 characters; write it so",
    ),
}
_WIDE = re.compile("[，：；（）［］｛｝“”‘’０-９％．－]")


def of_pattern(pattern: str, read: Any) -> Words:
    """Return the words for a text that does not have the form of its field."""
    zh, en = next(words for mark, words in _PATTERNS.items() if mark in pattern)
    if (zh, en) == _ID and read == "":
        return KINDS["string_too_short"]
    if (zh, en) == _ID and (better := _as_id(read)):
        return f"{zh}，例如 {better}", f"{en}, {better} for example"
    return zh, en


def of_rule(code: str) -> Words:
    """Return the words for a rule of a record that was broken."""
    if code.startswith("give_one:"):
        allowed, given = (part.replace(",", ", ") for part in code.split(":")[1:])
        return (
            f"必须且只能给出其中一个：{allowed}" + (f"（读到 {given}）" if given else ""),
            f"give exactly one of: {allowed}" + (f" (read: {given})" if given else ""),
        )
    return RULES.get(code, (code, code))


def of_range(sign: str, bound: Any) -> Words:
    """Return the words for a number that is too small or too large."""
    limit = f"{sign} {bound}"
    return f"超出允许范围（{limit}）；请核对", f"outside the allowed range ({limit}); check it"


def of_width(read: Any) -> Words:
    """Return a hint where full-width signs may be the reason, or empty texts."""
    found = "".join(dict.fromkeys(_WIDE.findall(read))) if isinstance(read, str) else ""
    if not found:
        return "", ""
    return (
        f"（读到全角符号 {found}；数字、标点和引号请用半角）",
        f" (the full-width signs {found} were read; type digits, punctuation and quotes in half width)",
    )


def _as_id(read: Any) -> str:
    """Return the id that is nearest to a text, or nothing if there is none."""
    if not isinstance(read, str) or not read.isascii():
        return ""
    plain = unicodedata.normalize("NFKD", read).lower()
    better = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    return better if 1 < len(better) < 64 else ""
