"""The text of a Word paragraph, with what python-docx passes over: accepted changes, fields, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
HOLDERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
GONE = {
    f"{W}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "txbxContent", "rPr", "pPr")
}
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def blocks(holder: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables an element holds, also inside content controls."""
    for child in holder.iterchildren():
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in HOLDERS:
            yield from blocks(child)


def text_of(paragraph: Any) -> str:
    """The characters a reader sees; what was struck out is gone, a line break is a line end."""
    return "".join(_pieces(paragraph))


def boxes(paragraph: Any) -> Iterator[Any]:
    """The contents of text boxes anchored in a paragraph; each box is stored twice, once for old programs."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(parent.tag == FALLBACK for parent in box.iterancestors()):
            yield box


def _pieces(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in GONE and child.tag != FALLBACK:
            yield from _pieces(child)
