"""Forms as CSV: the encodings that offices save, and the same judgement as for workbooks."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from forms_desk import EVERYONE, MORTALITY, ROWS, Desk
from plansite.forms.tabular import COLUMNS, LOCKED

SOUND = {"value": "88.4", "source": "chengxi-yearbook", "published_on": "2026-09"}


def edited(path: Path, change: Callable[[list[dict[str, str]]], None], encoding: str) -> Path:
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def filled(path: Path, key: str, encoding: str = "utf-8-sig", **cells: str) -> Path:
    def change(rows: list[dict[str, str]]) -> None:
        for row in rows:
            if "|".join(row[name] for name in LOCKED[5:9]) == key and row["year"] == "2025":
                row.update(cells)

    return edited(path, change, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_encoding_gives_the_same_row(desk: Desk, encoding: str) -> None:
    before = desk.state()
    form = filled(desk.export(suffix="csv"), EVERYONE, encoding, **SOUND, note="县里上报")
    assert desk.take(form)[0] == 0
    assert desk.added(before) == {
        ROWS: "cervical-screening-rate,2025,,,,88.4,percent,A,read,chengxi-yearbook,2026-09,,县里上报\n"
    }


def test_it_opens_in_excel_with_chinese(desk: Desk) -> None:
    content = desk.export(suffix="csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert "孕产妇死亡率".encode() in content


def test_full_width_digits_are_taken_with_a_warning(desk: Desk) -> None:
    form = filled(desk.export(suffix="csv"), EVERYONE, **{**SOUND, "value": "８８．４"})
    status, out, problems = desk.take(form, more=("--dry-run",))
    assert status == 0
    assert "is read as 88.4" in problems
    assert "88.4" in out


def test_a_date_as_excel_writes_it_is_understood(desk: Desk) -> None:
    before = desk.state()
    form = filled(desk.export(suffix="csv"), EVERYONE, **{**SOUND, "published_on": "2026/9/5"})
    assert desk.take(form)[0] == 0
    assert ",2026-09-05," in desk.added(before)[ROWS]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"value": "=1+1"}, "is no number"),
        ({"value": "88.45"}, "at most 1 decimals"),
        ({"indicator": "cervical-screening-rat"}, "cervical-screening-rate"),
        ({"year": "2023"}, "for 2023"),
        ({"unit": "per_1000"}, "a locked column"),
        ({"recorded": "70"}, "has changed since the form was exported"),
        ({"place": "qinglan"}, "rows of 2 forms"),
        ({"note": "=cmd()"}, "would be taken for a formula"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(
    desk: Desk, cells: dict[str, str], words: str
) -> None:
    form = filled(desk.export(suffix="csv"), EVERYONE, **{**SOUND, **cells})
    assert words in desk.refused(form)


def test_a_lost_column_is_refused_with_its_line(desk: Desk) -> None:
    form = desk.export(suffix="csv")
    lines = form.read_text(encoding="utf-8-sig").splitlines()
    lines[2] = lines[2].rpartition(",")[0]
    form.write_text("\n".join(lines), encoding="utf-8")
    problems = desk.refused(form)
    assert f"{form}:3: " in problems
    assert "columns" in problems


def test_the_cell_is_named_as_the_spreadsheet_shows_it(desk: Desk) -> None:
    form = filled(desk.export(suffix="csv"), MORTALITY, **{**SOUND, "value": "一"})
    assert f"{form}:2: 错误 error: U2: " in desk.refused(form)
