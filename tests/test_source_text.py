"""Source files as text: encoding, size and characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from plansite.problems import SourceError
from plansite.source.text import read_text


def refusal(path: Path, limit: int = 1000) -> str:
    with pytest.raises(SourceError) as caught:
        read_text(path, "plans/x.yml", limit)
    assert len(caught.value.problems) == 1
    return str(caught.value.problems[0])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "x.yml"


def test_a_byte_order_mark_is_taken_off(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_text(file, "x") == "a: 1\n"


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_of_any_kind_become_newlines(file: Path, end: bytes) -> None:
    file.write_bytes(b"a: 1" + end + b"b: 2" + end)
    assert read_text(file, "x") == "a: 1\nb: 2\n"


def test_gb18030_is_refused_with_the_line_of_its_first_byte(file: Path) -> None:
    file.write_bytes(b"a: 1\nb: " + "妇女".encode("gb18030"))
    assert refusal(file).startswith("plans/x.yml:2: ")
    assert "save the file as UTF-8" in refusal(file)


def test_utf_16_is_refused(file: Path) -> None:
    file.write_bytes("a: 1".encode("utf-16"))
    assert "not UTF-8" in refusal(file)


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u061c", "\u200b", "\u200e", "\u2028", "\u202e",
     "\u2066", "\u2069", "\ufeff", "\ufffd", "\uffff", "\U000e0041"],
)  # fmt: skip
def test_a_character_that_hides_or_turns_text_is_refused_at_its_line(
    file: Path, character: str
) -> None:
    file.write_text(f"a: 1\nb: x{character}y\n", encoding="utf-8")
    said = refusal(file)
    assert said.startswith("plans/x.yml:2: ")
    assert f"U+{ord(character):04X}" in said


def test_text_in_another_normal_form_is_refused(file: Path) -> None:
    file.write_text("a: 1\nb: 2\nc: cafe\u0301\n", encoding="utf-8")
    assert refusal(file).startswith("plans/x.yml:3: ")
    assert "NFC" in refusal(file)


def test_full_width_punctuation_and_tabs_are_text(file: Path) -> None:
    file.write_text("“甲”，（乙）——丙\tTab\n", encoding="utf-8")
    assert read_text(file, "x").startswith("“甲”")


def test_a_file_over_the_limit_is_refused(file: Path) -> None:
    file.write_bytes(b"x" * 1001)
    assert "has 1001 bytes, at most 1000" in refusal(file)


def test_a_file_at_the_limit_is_read(file: Path) -> None:
    file.write_bytes(b"x" * 1000)
    assert len(read_text(file, "x", 1000)) == 1000


def test_a_symbolic_link_is_refused_even_to_a_good_file(file: Path, tmp_path: Path) -> None:
    (tmp_path / "good.yml").write_text("a: 1", encoding="utf-8")
    file.symlink_to(tmp_path / "good.yml")
    assert "symbolic link" in refusal(file)
