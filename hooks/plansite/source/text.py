"""Source files as text: size, encoding and characters are checked before anything is parsed."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from plansite.problems import Origin, Problem, SourceError

MAX_BYTES = 1_000_000
"""A source file larger than this is refused: it is not something a person edits."""

MAX_CSV_BYTES = 50_000_000
"""Observations of a large jurisdiction fit in this."""

# Control and invisible characters hide or break text, bidirectional ones make it read otherwise
# than it is, U+2028 and U+2029 end a line for some readers only, U+FFFD is what a lost character
# leaves behind.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\uffff\U000e0000-\U000e007f]"
)
_UNSHOWN = re.compile("[\xad\ue000-\uf8ff]")
"""A soft hyphen, which breaks a word for search, and signs that one font alone has."""
_RADICAL = re.compile("[\u2e80-\u2fdf]")
"""Radicals that look like characters; text copied from a PDF has them, and search does not find it."""
_LIKE_LATIN = "\u0391-\u03a1\u03a4-\u03a7\u03bf\u0400-\u04ff"
_MIXED = re.compile(f"[A-Za-z][{_LIKE_LATIN}]|[{_LIKE_LATIN}][A-Za-z]")
"""A Greek or Cyrillic letter within a Latin word looks like a Latin one and is none."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def read_text(path: Path, name: str, limit: int = MAX_BYTES) -> str:
    """Return the text of a UTF-8 source file; `name` is its path as shown in messages.

    Raises SourceError for a link, a file over `limit` bytes, bytes that are not UTF-8, the marks of
    an unfinished merge, control or bidirectional characters, and text that is not in Unicode normal
    form C.
    """
    text = _decoded(path, name, limit)
    if conflict := _CONFLICT.search(text):
        raise _refusal(
            name,
            text.count("\n", 0, conflict.start()) + 1,
            f"读到 {conflict.group()[:40]!r}，两人的修改还没有合并；请留下正确的内容，删除 <<<<<<<、=======、>>>>>>> 各行",
            f"{conflict.group()[:40]!r}: two edits are not merged yet; keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>",
        )
    strange = any(one.search(text) for one in (_FORBIDDEN, _UNSHOWN, _RADICAL, _MIXED))
    if strange or not unicodedata.is_normalized("NFC", text):
        raise SourceError(_character_problems(text, name))
    return text


def read_issued(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a document of others as issued, with a warning for each broken line.

    Characters that can not be seen are taken out. Raises SourceError as `read_text` does for a
    link, a size and bytes that are no text.
    """
    text = _decoded(path, name, MAX_BYTES)
    broken = (
        _broken_character(Origin(name, number), match.group())
        for number, line in enumerate(text.split("\n"), start=1)
        if (match := _FORBIDDEN.search(line))
    )
    return visible(text), tuple(broken)


def visible(text: str) -> str:
    """Return the text without control and format characters; ends of lines and tabs stay."""
    return _FORBIDDEN.sub(
        lambda match: "" if unicodedata.category(match.group()).startswith("C") else match.group(),
        text,
    )


def character_fault(text: str) -> tuple[str, str] | None:
    """Return in Chinese and English which character of a text no source may hold, or None."""
    if match := _FORBIDDEN.search(text) or _UNSHOWN.search(text):
        code = f"U+{ord(match.group()):04X}"
        return (
            f"含有控制字符或不可见字符 {code}；请删除",
            f"contains the control or invisible character {code}; delete it",
        )
    if match := _RADICAL.search(text):
        found, meant = match[0], unicodedata.normalize("NFKC", match[0])
        return (
            f"{found!r} 是部首符号 U+{ord(found):04X}，不是汉字（多从 PDF 复制而来）；请重新输入 {meant!r}",
            f"{found!r} is the sign of a radical, U+{ord(found):04X}, and no character, as text copied from a PDF has; type {meant!r} anew",
        )
    if match := _MIXED.search(text):
        odd = next(one for one in match[0] if not one.isascii())
        return (
            f"{match[0]!r} 中的 {odd!r}（U+{ord(odd):04X}）形似拉丁字母而不是；请重新输入这个词",
            f"{odd!r} in {match[0]!r} (U+{ord(odd):04X}) looks like a Latin letter and is none; type the word anew",
        )
    if not unicodedata.is_normalized("NFC", text):
        return (
            "文字不是 Unicode NFC 形式；请重新输入该行",
            "the text is not in Unicode form NFC; type the line again",
        )
    return None


def _decoded(path: Path, name: str, limit: int) -> str:
    if path.is_symlink():
        raise _refusal(
            name,
            1,
            "是符号链接，不允许；请换成普通文件",
            "is a symbolic link, not allowed; use a plain file",
        )
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise _refusal(
            name,
            1,
            "不是普通文件（是文件夹或设备），无法读取；请换成文件",
            "is no plain file (a folder or a device), it can not be read; put a file in its place",
        )
    if (size := about.st_size) > limit:
        raise _refusal(
            name,
            1,
            f"文件有 {size} 字节，上限 {limit}；请拆分",
            f"the file has {size} bytes, at most {limit} are allowed; split it",
        )
    data = path.read_bytes()
    if data.count(0) > len(data) // 8:
        raise _not_utf_8(name, 1)  # UTF-16, or no text at all
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf_8(name, data[: error.start].count(b"\n") + 1) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character_problems(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if fault := character_fault(line):
            yield Problem(Origin(name, number), *fault)


def _broken_character(origin: Origin, found: str) -> Problem:
    code = f"U+{ord(found):04X}"
    return Problem(
        origin,
        f"原文中有控制字符、不可见字符或丢失的字 {code}；请与印发的文件核对",
        f"the text has a control, invisible or lost character {code}; compare it with the issued document",
        "warning",
    )


def _not_utf_8(name: str, line: int) -> SourceError:
    return _refusal(
        name,
        line,
        "不是 UTF-8 文字；请另存为 UTF-8（表格软件中选“CSV UTF-8”）",
        "is not UTF-8 text; save the file as UTF-8 (in a spreadsheet program as “CSV UTF-8”)",
    )


def _refusal(name: str, line: int, zh: str, en: str) -> SourceError:
    return SourceError([Problem(Origin(name, line), zh, en)])
