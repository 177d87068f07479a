"""A returned file before it is opened: its kind, its size, and what it would unpack to."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from plansite.problems import Origin, Problem, SourceError

MAX_FILE = 5_000_000
"""Bytes of a returned file; a form has about a tenth of a million."""

MAX_UNPACKED = 60_000_000
MAX_PART = 40_000_000
MAX_ENTRIES = 200
MAX_RATIO = 100
"""What a file may unpack to: all of it, one part, how many parts, how many times its size."""

_RATIO_FROM = 1_000_000
"""Small parts of equal cells shrink well; only from this size on the ratio counts."""

_OLE = b"\xd0\xcf\x11\xe0"
"""Beginning of an encrypted workbook, and of the old .xls."""

_ACTIVE = (
    ("vbaproject", "宏", "a macro"),
    ("macrosheets", "宏表", "a macro sheet"),
    ("externallinks/", "外部链接", "links to other workbooks"),
    ("activex", "控件", "controls"),
    ("embeddings/", "嵌入文件", "embedded files"),
    ("connections.xml", "数据连接", "data connections"),
    ("querytables/", "数据查询", "data queries"),
)
"""Parts of a workbook that a form never has: a word of their names, and what they are."""

Finding = tuple[str, str]


def read_file(path: Path) -> bytes:
    """Return the bytes of a returned file.

    Raises SourceError for a link, a folder, a file that can not be read or is too large.
    """
    try:
        if path.is_symlink() or not path.is_file():
            raise _refusal(str(path), "不是普通文件；请给出交回的文件", "is no file; name the file that was returned")  # fmt: skip
        if (size := path.stat().st_size) > MAX_FILE:
            raise _refusal(
                str(path),
                f"文件有 {size} 字节，上限 {MAX_FILE}；请用原表重新填写",
                f"the file has {size} bytes, at most {MAX_FILE} are allowed; fill in the form again",
            )
        return path.read_bytes()
    except OSError as error:
        raise _refusal(
            str(path),
            f"读不到文件（{error.strerror}）；请检查路径",
            f"can not be read ({error.strerror}); check the path",
        ) from error


def check_archive(content: bytes, name: str) -> None:
    """Refuse whatever is no plain workbook, before a part of it is parsed.

    Raises SourceError with every finding.
    """
    if content.startswith(_OLE):
        raise _refusal(
            name,
            "是加密的或旧式 .xls 工作簿；请去掉密码，另存为 .xlsx",
            "is encrypted or an old .xls workbook; remove the password and save it as .xlsx",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = list(_sizes(archive)) or list(_parts(archive))
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, EOFError,
            NotImplementedError) as error:  # fmt: skip
        raise _refusal(
            name,
            f"不是 .xlsx 工作簿或已损坏（{type(error).__name__}）；请用表格软件打开后另存为 .xlsx",
            f"is no .xlsx workbook or is damaged ({type(error).__name__}); open it in a spreadsheet program and save it as .xlsx",
        ) from error
    if found:
        raise SourceError([Problem(Origin(name), zh, en) for zh, en in found])


def _sizes(archive: zipfile.ZipFile) -> Iterator[Finding]:
    """Yield what is too large, by the sizes that unpacking is held to."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        yield (
            f"压缩包有 {len(entries)} 个部件，上限 {MAX_ENTRIES}；请用原表重新填写",
            f"the archive has {len(entries)} parts, at most {MAX_ENTRIES} are allowed; fill in the form again",
        )
    total = sum(entry.file_size for entry in entries)
    if total > MAX_UNPACKED:
        yield (
            f"解压后有 {total} 字节，上限 {MAX_UNPACKED}；这不是本表，请用原表重新填写",
            f"unpacks to {total} bytes, at most {MAX_UNPACKED} are allowed; this is no form, fill in the form again",
        )
    for entry in entries:
        packed = max(entry.compress_size, 1)
        bomb = entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * packed
        if entry.file_size > MAX_PART or bomb:
            ratio = entry.file_size // packed
            yield (
                f"部件 {_named(entry)} 解压后有 {entry.file_size} 字节，是压缩后的 {ratio} 倍（上限 {MAX_RATIO} 倍）；请用原表重新填写",
                f"the part {_named(entry)} unpacks to {entry.file_size} bytes, {ratio} times its size (at most {MAX_RATIO}); fill in the form again",
            )


def _parts(archive: zipfile.ZipFile) -> Iterator[Finding]:
    """Yield parts that a form never has."""
    seen: set[str] = set()
    for entry in archive.infolist():
        low = entry.filename.lower()
        if entry.flag_bits & 1:
            yield (
                f"部件 {_named(entry)} 加密；请去掉密码",
                f"the part {_named(entry)} is encrypted; remove the password",
            )
            return
        if low in seen or low.startswith("/") or "\\" in low or ".." in low.split("/"):
            yield (
                f"部件名 {_named(entry)} 重复或不合规；请另存为 .xlsx",
                f"the part name {_named(entry)} stands twice or is not allowed; save the file as .xlsx again",
            )
        seen.add(low)
        for mark, zh, en in _ACTIVE:
            if mark in low:
                yield (
                    f"含有{zh}（{_named(entry)}），不允许；请另存为不带{zh}的 .xlsx",
                    f"contains {en} ({_named(entry)}), not allowed; save it as .xlsx without them",
                )
        if low.endswith((".xml", ".rels")):
            yield from _declared(archive.read(entry), entry)
    if "[content_types].xml" not in seen or "xl/workbook.xml" not in seen:
        yield (
            "压缩包里没有工作簿；请交回 .xlsx 表",
            "the archive holds no workbook; return the .xlsx form",
        )


def _declared(text: bytes, entry: zipfile.ZipInfo) -> Iterator[Finding]:
    plain = text.replace(b"\0", b"")  # also in UTF-16, which has a zero beside each letter
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        yield (
            f"部件 {_named(entry)} 有 XML 实体声明，不允许；请另存为 .xlsx",
            f"the part {_named(entry)} declares XML entities, not allowed; save the file as .xlsx again",
        )
    if entry.filename.lower() == "[content_types].xml" and b"macroEnabled" in plain:
        yield (
            "是启用宏的工作簿（.xlsm）；请另存为 .xlsx",
            "is a workbook with macros (.xlsm); save it as .xlsx",
        )


def _named(entry: zipfile.ZipInfo) -> str:
    return ascii(entry.filename[:80])[1:-1]


def _refusal(name: str, zh: str, en: str) -> SourceError:
    return SourceError([Problem(Origin(name), zh, en)])
