"""Chinese numerals and the numbers they stand for."""

from __future__ import annotations

import re

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
NUMERAL = "[零〇一二三四五六七八九两十百千万亿]"


def number_of(text: str) -> int | None:
    """Read a whole number in Arabic digits or Chinese numerals; None if it is neither."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= 15 else None
    if not text or not re.fullmatch(f"{NUMERAL}+", text):
        return None
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text)) if len(text) <= 15 else None
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in TENS:
            section += (digit or 1) * TENS[char]
            digit = 0
        else:
            total = (total + section + digit) * LARGE[char]
            section = digit = 0
    return total + section + digit


def chinese_numeral(number: int) -> str:
    """Write a number from 1 to 99 as headings do: 一, 十, 二十三."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    head = "" if tens == 0 else "十" if tens == 1 else "零一二三四五六七八九"[tens] + "十"
    return head + ("零一二三四五六七八九"[ones] if ones else "")
