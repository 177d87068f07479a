"""Hostile and damaged files are refused before a part of them is parsed, and never with a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from forms_desk import DATA, EVERYONE, Desk, fill, put
from plansite.forms import archive

Edit = Callable[[dict[str, bytes]], None]


def repacked(path: Path, edit: Edit) -> Path:
    """Change the parts of a workbook and pack it again."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    edit(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def macro(parts: dict[str, bytes]) -> None:
    parts["xl/vbaProject.bin"] = b"\0"


def macro_type(parts: dict[str, bytes]) -> None:
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml"
    )


def link(parts: dict[str, bytes]) -> None:
    parts["xl/externalLinks/externalLink1.xml"] = b"<x/>"


def bomb(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet9.xml"] = b" " * 20_000_000


def huge(parts: dict[str, bytes]) -> None:
    parts["xl/media/a.bin"] = b" " * (archive.MAX_PART + 1)


def many(parts: dict[str, bytes]) -> None:
    parts.update({f"xl/media/{n}.png": b"" for n in range(archive.MAX_ENTRIES)})


def entity(parts: dict[str, bytes]) -> None:
    head, body = parts["xl/sharedStrings.xml"].split(b"?>", 1)
    parts["xl/sharedStrings.xml"] = head + b'?><!DOCTYPE x [<!ENTITY a "a">]>' + body


def wide_entity(parts: dict[str, bytes]) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "a">]><x/>'
    parts["xl/theme/theme1.xml"] = text.encode("utf-16")


def climbing(parts: dict[str, bytes]) -> None:
    parts["../../evil.xml"] = b"<x/>"


def no_workbook(parts: dict[str, bytes]) -> None:
    del parts["xl/workbook.xml"]


def broken_xml(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:500]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (macro, "contains a macro"),
        (macro_type, ".xlsm"),
        (link, "links to other workbooks"),
        (bomb, "times its size"),
        (huge, "unpacks to"),
        (many, "parts, at most"),
        (entity, "declares XML entities"),
        (wide_entity, "declares XML entities"),
        (climbing, "is not allowed"),
        (no_workbook, "holds no workbook"),
        (broken_xml, "can not be read"),
    ],
)
def test_a_hostile_workbook_is_refused(desk: Desk, edit: Edit, words: str) -> None:
    assert words in desk.refused(repacked(desk.export(), edit))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"", "is no .xlsx workbook"),
        ("a.xlsx", b"PK\x03\x04 and no more", "is no .xlsx workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is encrypted or an old .xls"),
        ("a.xlsm", b"", "only .xlsx and .csv"),
        ("a.xls", b"", "only .xlsx and .csv"),
        ("a.xlsx", b"0" * (archive.MAX_FILE + 1), "at most"),
        ("a.csv", b"\xff\xff\xff", "neither UTF-8 nor GB18030"),
        ("a.csv", b"", "the header is"),
        ("a.csv", "指标,数值\n".encode(), "the header is"),
    ],
)
def test_a_file_that_is_no_form_is_refused(
    desk: Desk, name: str, content: bytes, words: str
) -> None:
    path = desk.root / name
    path.write_bytes(content)
    problems = desk.refused(path)
    assert words in problems
    assert "错误 error" in problems


def test_an_encrypted_part_is_refused(desk: Desk) -> None:
    path = desk.export()
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as book:
        count = len(book.infolist())
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = -1
        for _ in range(count):
            start = content.index(mark, start + 1)
            content[start + at] |= 1
    path.write_bytes(bytes(content))
    assert "encrypted" in desk.refused(path)


def test_any_cut_of_a_form_is_refused(desk: Desk) -> None:
    content = desk.export().read_bytes()
    path = desk.root / "cut.xlsx"
    for share in range(1, 20):
        path.write_bytes(content[: len(content) * share // 20])
        assert "错误 error" in desk.refused(path)


def test_any_flipped_byte_is_refused_or_harmless(desk: Desk) -> None:
    """No byte of a returned form can end the import in any other way than an answer."""
    content = fill(desk.export(), EVERYONE, value="x").read_bytes()
    path = desk.root / "flipped.xlsx"
    for at in range(0, len(content), len(content) // 60):
        flipped = bytearray(content)
        flipped[at] ^= 0xFF
        path.write_bytes(bytes(flipped))
        assert "错误 error" in desk.refused(path)


def test_a_link_is_not_followed(desk: Desk) -> None:
    path = desk.root / "link.xlsx"
    path.symlink_to(desk.export())
    assert "is no file" in desk.refused(path)


def test_a_missing_file_is_a_problem(desk: Desk) -> None:
    assert "is no file" in desk.refused(desk.root / "nothing.xlsx")


def test_a_cell_at_the_end_of_the_sheet_costs_nothing(desk: Desk) -> None:
    assert "too large" in desk.refused(put(desk.export(), DATA, XFD1048576=1))
