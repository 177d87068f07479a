"""Lines of a PDF that holds text (a scan holds none and is refused)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from pypdfium2 import PdfDocument

from .line import Line
from .problem import ReadProblem

PAGE_LIMIT = 500
TEXT_LIMIT = 5_000_000
SOFT_HYPHEN = "\ufffe"
"""What the library writes for a hyphen at a line's end."""


def page_lines(content: bytes, place: str) -> tuple[Line, ...]:
    """Return the lines of all pages, numbered through."""
    try:
        with closing(PdfDocument(content)) as document:
            if len(document) > PAGE_LIMIT:
                raise _too_long(place, len(document))
            rows: list[str] = []
            size = 0
            for text in _texts(document):
                size += len(text)
                if size > TEXT_LIMIT:
                    raise _too_long(place, len(document))
                rows += [*text.replace(SOFT_HYPHEN, "-").splitlines(), ""]
    except ReadProblem:
        raise
    except Exception as error:
        raise ReadProblem(
            place, 1,
            "读不出这个 PDF 文件；请确认文件完整、未加密，或把文字另存为 .docx 或 .txt 再导入",
            f"this PDF cannot be read ({type(error).__name__}); make sure it is whole and not "
            "encrypted, or save its text as .docx or .txt",
        ) from error  # fmt: skip
    if not any(row.strip() for row in rows):
        raise ReadProblem(
            place, 1,
            "这个 PDF 没有文字（可能是扫描件）；请先做文字识别再导入",
            "this PDF holds no text (it may be a scan); recognise its text first",
        )  # fmt: skip
    return tuple(Line(number=n, text=row) for n, row in enumerate(rows, start=1))


def _texts(document: PdfDocument) -> Iterator[str]:
    """The text of each page, in the order in which it is set."""
    for page in document:
        with closing(page), closing(page.get_textpage()) as text:
            yield str(text.get_text_range())


def _too_long(place: str, pages: int) -> ReadProblem:
    return ReadProblem(
        place, 1,
        f"PDF 有 {pages} 页，超过 {PAGE_LIMIT} 页或文字上限；请只留规划本身的页再导入",
        f"the PDF has {pages} pages; the limit is {PAGE_LIMIT} pages and {TEXT_LIMIT} "
        "characters; keep only the pages of the plan",
    )  # fmt: skip
