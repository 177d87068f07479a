"""Files of every kind, whole and broken."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from plansite.reader import ReadProblem, official_text, plain_text, read_bytes, read_document
from reader.samples import pdf_bytes

TEXT = "白榆县妇女发展规划（2021—2025年）\n一、主要目标\n（一）妇女与健康\n主要目标：\n1.筛查率达到80%以上。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    plan = read_bytes(TEXT.encode(encoding), "plan.txt").plans[0]
    assert plan.facts.jurisdiction == "白榆县"
    assert len(plan.numeric_targets) == 1


def test_windows_line_ends_are_line_ends() -> None:
    assert read_bytes(TEXT.replace("\n", "\r\n").encode(), "a.txt").plans[0].facts.period == (
        2021,
        2025,
    )


def test_a_pdf_with_text_is_read() -> None:
    reading = read_bytes(pdf_bytes([TEXT.split("\n"), ["2.参保率稳定在95%", "以上。"]]), "plan.pdf")
    assert [t.location for t in reading.plans[0].numeric_targets] == ["1", "2"]
    assert plain_text(official_text(reading.plans[0])) == reading.text


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("plan.txt", b"", "没有文字"), ("plan.doc", b"abc", "不认识文件类型"), ("plan", b"abc", "不认识文件类型"),
        ("plan.docx", b"not a zip", "不是 .docx"), ("plan.pdf", b"%PDF-1.4 broken", "读不出这个 PDF"),
        ("plan.txt", bytes(range(128, 256)) * 3, "编码"), ("plan.txt", b"x" * 20_000_001, "上限"), ("plan.txt", b"x\n" * 40_001, "上限"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_both_languages(
    name: str, content: bytes, word: str
) -> None:
    with pytest.raises(ReadProblem) as caught:
        read_bytes(content, name)
    assert word in caught.value.zh
    assert caught.value.en.isascii()
    assert str(caught.value).startswith(f"{name}:1: ")


def test_a_scanned_pdf_is_refused() -> None:
    with pytest.raises(ReadProblem, match="扫描件"):
        read_bytes(pdf_bytes([[]]), "scan.pdf")


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 210_000_000)
    with pytest.raises(ReadProblem, match="解压"):
        read_bytes(buffer.getvalue(), "bomb.docx")


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ReadProblem, match="打不开"):
        read_document(tmp_path / "none.txt")
