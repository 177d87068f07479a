"""One form for every character: what recognition reads, while the original is kept for printing.

`normalise` gives the text in simplified characters, half-width digits and full-width marks, without
white space, control bytes and footnote marks, and for each of its characters the place in the original.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .traditional import SIMPLE_FORM

FORMS = {
    "．": ".", "％": "%", "﹪": "%", "－": "-", "–": "—", "―": "—", "─": "—", "━": "—", "⸺": "—", "➖": "—",
    "‐": "-", "‑": "-", "−": "-", "～": "~", "〜": "~", "∶": "：", ":": "：", ";": "；", "(": "（",
    ")": "）", "?": "？", "!": "！", "﹙": "（", "﹚": "）", "〈": "《", "〉": "》", "‧": "·", "•": "·",
    "㎡": "㎡", "／": "/", "⁄": "/", "∕": "/", "＋": "+", "Ｏ": "O", "「": "“", "」": "”", "『": "‘",
    "』": "’", "﹔": "；", "﹐": "，", "、": "、", "﹑": "、", "＂": '"', "ⅲ": "Ⅲ", "○": "〇", "◯": "〇",
    "零": "零", "於": "于", "︰": "：", "〕": "〕", "［": "[", "］": "]", "｛": "{", "｝": "}", "＜": "《", "＞": "》",
}  # fmt: skip
RADICALS = dict(
    zip(
        "⺟⺠⻁⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Signs for parts of characters, which some programs print in a PDF in place of the characters."""
ROUND = set("ΟОοоOoＯ")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
SUPER = set("¹²³⁰⁴⁵⁶⁷⁸⁹")
NOTE = re.compile(r"[\[〔［]\s*[注]?\s*\d{1,2}\s*[\]〕］]")
RING = re.compile(r"[oO0〇°ОοоＯ]|。(?=[、，；。]|以[下内上]|左右|和\d|及\d)")
AFTER_POINT = re.compile(r"\d{1,2}(?:%|‰|个百分点|/1[0O]|张|名|年(?![前底末内，])|岁|万|人)")
COUNTED = set("所个名次家处间张项人万年")
CJK_DIGIT = set("零〇一二三四五六七八九十")


@dataclass(frozen=True)
class Normal:
    """A text in one form, and where each of its characters stands in the original."""

    text: str
    origin: tuple[int, ...]

    def start(self, at: int) -> int:
        """The place in the original where the character `at` of the text begins."""
        if at < len(self.origin):
            return self.origin[at]
        return self.origin[-1] + 1 if self.origin else 0

    def end(self, at: int) -> int:
        """The place in the original just after the character before `at`."""
        return self.origin[at - 1] + 1 if 0 < at <= len(self.origin) else self.start(at)


def normalise(raw: str, hidden: tuple[tuple[int, int], ...] = ()) -> Normal:
    """Return the one form of a text; the spans in `hidden` are left out of it."""
    skip = _notes(raw) | {i for a, b in hidden for i in range(a, b)}
    chars: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(raw):
        if (
            index in skip
            or char.isspace()
            or unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn"}
        ):
            continue
        if char in SUPER or (char in CIRCLED and chars):
            continue
        chars.append(_form(char))
        origin.append(index)
    _mend(chars)
    places = tuple(place for char, place in zip(chars, origin, strict=True) if char)
    return Normal("".join(chars), places)


def readable(text: str) -> str:
    """The text with characters where a PDF holds the signs for parts of them."""
    return "".join(_character(char) for char in text)


def _character(char: str) -> str:
    if "\u2f00" <= char <= "\u2fdf":
        plain = unicodedata.normalize("NFKC", char)
        return SIMPLE_FORM.get(plain, plain)
    return RADICALS.get(char, char)


def _form(char: str) -> str:
    if char in FORMS:
        return FORMS[char]
    if char in RADICALS:
        return RADICALS[char]
    if char in SIMPLE_FORM:
        return SIMPLE_FORM[char]
    if "！" <= char <= "～" and char not in "，。；：？！（）、":
        return chr(ord(char) - 0xFEE0)
    if "\u2f00" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        plain = unicodedata.normalize("NFKC", char)[:1]
        return SIMPLE_FORM.get(plain, plain)
    return char


def _notes(raw: str) -> set[int]:
    """Places of footnote marks such as [1]; a document number 〔2021〕 has four digits."""
    return {i for m in NOTE.finditer(raw) if m.start() for i in range(*m.span())}


def _mend(chars: list[str]) -> None:
    """Mend what recognition of print confuses (l and 1, O and 0) and half-width marks, in place."""
    last = len(chars) - 1
    for i, char in enumerate(chars):
        before = chars[i - 1] if i else ""
        after = chars[i + 1] if i < last else ""
        if char in ROUND and before != "%":
            decimal = before == "." and i > 1 and chars[i - 2].isdigit()
            chars[i] = "0" if decimal else _mend_round(char, before, after)
        elif before == "%" and _is_ring(chars, i):
            chars[i - 1], chars[i] = "", "‰"
        elif char == "。" and _is_point(chars, i):
            chars[i] = "."
        elif char in "lI|" and (_mend_one(i, before, after) or _in_figure(chars, i)):
            chars[i] = "1"
        elif char == "," and not (before.isdigit() and after.isdigit()):
            chars[i] = "，"
        elif char == "." and before and not before.isascii() and (not after or not after.isascii()):
            chars[i] = "。"


def _mend_round(char: str, before: str, after: str) -> str:
    beside = (before.isdigit() and before.isascii()) or (after.isdigit() and after.isascii())
    if beside and not (before.isascii() and before.isalpha() and before not in "OolI"):
        return "0"
    if before in CJK_DIGIT and after in CJK_DIGIT:
        return "〇"
    if char not in "OoＯ":
        return "〇"
    return "O" if char == "Ｏ" else char


def _is_ring(chars: list[str], at: int) -> bool:
    """3%o, 3%。、4%。以下: recognition reads the sign ‰ as a percent sign and a ring."""
    return bool(RING.match("".join(chars[at : at + 3])))


def _is_point(chars: list[str], at: int) -> bool:
    """99。5%: a full stop between the digits of one figure; not after the number of an item."""
    start = at
    while start and chars[start - 1].isascii() and chars[start - 1].isdigit():
        start -= 1
    return (
        start > 0
        and 1 <= at - start <= 3
        and bool(AFTER_POINT.match("".join(chars[at + 1 : at + 7])))
    )


def _in_figure(chars: list[str], at: int) -> bool:
    """The letter stands within a figure: 9.l, 12/lO万, l.12名, l所."""
    if at >= 2 and chars[at - 1] in "./" and chars[at - 2].isascii() and chars[at - 2].isdigit():
        return True
    if at and chars[at - 1].isascii():
        return False
    after = "".join(chars[at + 1 : at + 3])
    return bool(re.match(r"\.\d", after)) or (at > 0 and after[:1] in COUNTED)


def _mend_one(index: int, before: str, after: str) -> bool:
    """A letter that can only be the digit 1: beside a digit, or the number of an item."""
    if (before.isascii() and before.isdigit()) or (after.isascii() and after.isdigit()):
        return not (before.isascii() and before.isalpha()) and not (
            after.isascii() and after.isalpha() and after not in "OolI"
        )
    return (index == 0 and after in {".", "、", "．"}) or (after == "%" and not before.isascii())
