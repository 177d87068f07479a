"""A file on disk to a source document, by its kind and within fixed limits."""

from __future__ import annotations

import re
from pathlib import Path

from .cells import with_cells
from .columns import with_columns
from .counted_rows import with_counted_rows
from .decode import decode
from .line import Line, Source
from .plain import plain_lines
from .problem import ReadProblem
from .rows_apart import with_rows_apart
from .tab_rows import with_whole_rows

SIZE_LIMIT = 20_000_000
TEXT_LIMIT = 1_000_000
LINE_LIMIT = 40_000
PAGE = re.compile(r"<!doctype html|<html[\s>]", re.I)
PAGE_WITHIN = 2000
"""A page saved under another name says so at its beginning."""
KINDS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")


def read_source(path: Path) -> Source:
    """Read a document from disk, or say in one sentence why it cannot be read."""
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise _too_big(str(path), size)
        content = path.read_bytes()
    except OSError as error:
        raise ReadProblem(
            str(path), 1, "打不开文件；请核对路径和读取权限",
            f"the file cannot be opened ({error.strerror}); check its path and permissions",
        ) from error  # fmt: skip
    return parse_source(content, path.name, str(path))


def parse_source(content: bytes, name: str, place: str = "") -> Source:
    """Turn the bytes of a file into lines; the name's ending says the kind."""
    place = place or name
    kind = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if len(content) > SIZE_LIMIT:
        raise _too_big(place, len(content))
    if kind not in KINDS:
        raise ReadProblem(
            place, 1, f"不认识文件类型 {kind or '（无）'}；可用 {' '.join(KINDS)}；请另存后再导入",
            f"file type {kind or '(none)'} is not known; allowed: {' '.join(KINDS)}; save it as one",
        )  # fmt: skip
    source = _parse(content, kind, name, place)
    size = sum(len(line.text) for line in source.lines)
    if size > TEXT_LIMIT or len(source.lines) > LINE_LIMIT:
        raise _too_big(place, len(content))
    if not any(line.text.strip() for line in source.lines):
        raise ReadProblem(
            place, 1, "文件里没有文字；请换一个有文字的文件",
            "the file holds no text; choose a file that does",
        )  # fmt: skip
    return source


def _parse(content: bytes, kind: str, name: str, place: str) -> Source:
    """Read one kind; the libraries for it are loaded only then, which a build of the site never needs."""
    if kind == ".docx":
        from .word import word_lines

        body, repeated = word_lines(content, place)
        return Source(name=name, lines=body, outside=repeated)
    if kind == ".pdf":
        from .pages import page_lines

        return Source(name=name, lines=_tables(page_lines(content, place)))
    text = decode(content, place)
    if kind in {".html", ".htm"} or PAGE.search(text, 0, PAGE_WITHIN):
        from .web import web_lines

        try:
            inside, outside = web_lines(text)
        except RecursionError as error:
            raise ReadProblem(
                place, 1, "网页嵌套过深，读不完；请把正文另存为文本再导入",
                "the page nests too deep; save its main text as a text file",
            ) from error  # fmt: skip
        return Source(name=name, lines=with_cells(inside), outside=outside)
    return Source(name=name, lines=_tables(plain_lines(text)))


def _tables(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Tables that lost their cells, one form after the other."""
    return with_cells(with_columns(with_counted_rows(with_whole_rows(with_rows_apart(lines)))))


def _too_big(place: str, size: int) -> ReadProblem:
    return ReadProblem(
        place, 1,
        f"文件有 {size} 字节，上限是 {SIZE_LIMIT} 字节、{TEXT_LIMIT} 字、{LINE_LIMIT} 行；请只留规划正文再导入",
        f"the file has {size} bytes; the limit is {SIZE_LIMIT} bytes, {TEXT_LIMIT} characters "
        f"and {LINE_LIMIT} lines; keep only the text of the plan",
    )  # fmt: skip
