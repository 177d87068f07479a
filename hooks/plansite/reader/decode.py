"""Bytes to text: the encodings Chinese offices use, tried in the order that cannot mistake one for another."""

from __future__ import annotations

import codecs

from .problem import ReadProblem

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(content: bytes, place: str) -> str:
    """Return the text of a file, or say that its encoding is none we know."""
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return _strict(content[len(bom) :], encoding, place)
    wide = _utf16_without_bom(content)
    if wide:
        return _strict(content, wide, place)
    for encoding in ("utf-8", "gb18030", "big5"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "utf-8" and not _looks_chinese(text):
            continue
        return text
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, "replace") if len(content) % 2 == 0 else ""
        if text and "\ufffd" not in text and _looks_chinese(text):
            return text
    raise _unknown(place)


def _utf16_without_bom(content: bytes) -> str:
    """Name the byte order of UTF-16 text without a mark: nearly every other byte is a plane byte."""
    sample = content[:4000]
    if len(sample) < 4 or len(content) % 2:
        return ""
    if sample.count(0) < len(sample) // 50 or b"\x00\x00" in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return "utf-16-be" if even > odd * 4 else "utf-16-le" if odd > even * 4 else ""


def _looks_chinese(text: str) -> bool:
    """Tell Chinese text from bytes that happen to decode: common characters are in the majority."""
    high = [c for c in text if ord(c) > 0x7F]
    good = sum("\u4e00" <= c <= "\u9fff" or c in "，。、；：？！“”‘’（）《》—…·　％" for c in high)
    return good * 10 >= len(high) * 7


def _strict(content: bytes, encoding: str, place: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown(place) from error


def _unknown(place: str) -> ReadProblem:
    return ReadProblem(
        place,
        1,
        "读不出文字编码；可用 UTF-8、GB18030、UTF-16 或 Big5；请用文字处理软件另存为 UTF-8 文本再导入",
        "the text encoding was not recognised; UTF-8, GB18030, UTF-16 and Big5 are read; "
        "save the file as UTF-8 text and import it again",
    )
