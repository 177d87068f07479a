"""What comes back wrong is refused by cell, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
import report_forms
from conftest import Sources
from forms_desk import (
    CITY,
    DATA,
    EVERYONE,
    MORTALITY,
    NEW,
    NEW_ID,
    ROWS,
    RURAL,
    SOUND,
    SOURCES,
    Desk,
    fill,
    put,
)
from plansite.load import load_site


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"value": "=80+8.4"}, "is a formula"),
        ({"value": "88.4%"}, "is no number"),
        ({"value": "约88"}, "is no number"),
        ({"value": 88.45}, "at most 1 decimals"),
        ({"value": 101.2}, "natural limits 0..100"),
        ({"value": -1}, "natural limits 0..100"),
        ({"status": "X"}, "the status 'X' is not possible"),
        ({"status": "F"}, "forecasts are not reported"),
        ({"status": "O 缺失 missing"}, "goes without a value"),
        ({"source": "chengxi-yearbok"}, "chengxi-yearbook"),
        ({"source": None}, "names no source"),
        ({"source": NEW_ID}, "is not recorded"),
        ({"published_on": "June"}, "must look like"),
        ({"published_on": "2024-05"}, "lies before the year"),
        ({"note": "@cmd"}, "would be taken for a formula"),
        ({"value": None}, "there is no value"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_refused_with_its_address(
    desk: Desk, cells: dict[str, object], words: str
) -> None:
    problems = desk.refused(fill(desk.export(), EVERYONE, **{**SOUND, **cells}))
    assert "2025数据 Figures 2025!" in problems
    assert words in problems
    assert len(problems.strip().splitlines()) == 1, problems


def test_a_refused_form_changes_no_file_and_exits_with_1(desk: Desk) -> None:
    problems = desk.refused_by_command(fill(desk.export(), EVERYONE, **{**SOUND, "value": "=1"}))
    assert "2025数据 Figures 2025!I7: 是公式" in problems


def test_all_problems_of_all_files_come_at_once(desk: Desk) -> None:
    one = fill(desk.export(), EVERYONE, **{**SOUND, "value": 88.45})
    fill(one, RURAL, value=3, source="nothing", published_on="2026-10")
    other = put(desk.export("education-bureau"), DATA, I4="x")
    problems = desk.refused(one, other)
    assert len(problems.strip().splitlines()) >= 3
    assert problems.count("错误 error") == len(problems.strip().splitlines())


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("B4", "别的指标"),
        ("G4", 8.5),
        ("O4", "infant-mortality-rate|||"),
        ("I3", "数值"),
        ("A1", "x"),
    ],
)
def test_a_changed_locked_cell_is_refused(desk: Desk, address: str, value: object) -> None:
    problems = desk.refused(put(desk.export(), DATA, **{address: value}))
    assert f"2025数据 Figures 2025!{address}: " in problems
    assert "the locked cell held" in problems


def test_a_cell_beside_the_form_is_refused(desk: Desk) -> None:
    problems = desk.refused(put(desk.export(), DATA, I99=1, Z4="说明"))
    assert "!I99: " in problems and "!Z4: " in problems


def test_a_deleted_or_added_sheet_is_refused(desk: Desk) -> None:
    form = desk.export()
    book = openpyxl.load_workbook(form)
    del book[book.sheetnames[4]]
    book.create_sheet("附表")
    book.save(form)
    problems = desk.refused(form)
    assert "is missing" in problems and "is no part of the form" in problems


@pytest.mark.parametrize("change", ["gone", "changed"])
def test_a_form_without_its_id_is_refused(desk: Desk, change: str) -> None:
    form = desk.export()
    book = openpyxl.load_workbook(form)
    if change == "gone":
        del book["_form"]
    else:
        book["_form"]["B4"] = "2024"
    book.save(form)
    assert "_form" in desk.refused(form)


def test_a_form_of_another_year_is_refused(desk: Desk) -> None:
    form = fill(desk.export(), EVERYONE, **SOUND)
    assert "is a form of 2025, the import is of 2024" in desk.refused(form, year=2024)


def test_a_row_that_is_asked_for_no_more_is_refused(sources: Sources, desk: Desk) -> None:
    form = fill(desk.export(), EVERYONE, **SOUND)
    shutil.rmtree(sources / f"{CITY}/women-2021-2025/measures")
    name = f"{CITY}/women-2021-2025/targets/health.yml"
    text = (sources / name).read_text(encoding="utf-8")
    sources.write(name, text.replace("health-commission", "statistics-bureau"))
    desk.site = sources.load()
    assert "the form has no cervical-screening-rate||| for 2025" in desk.refused(form)


def test_two_forms_that_contradict_each_other_are_refused(desk: Desk) -> None:
    one = fill(desk.export(), EVERYONE, **SOUND)
    two = desk.root / "two.xlsx"
    shutil.copy(one, two)
    assert desk.take(one, two, more=("--dry-run",))[0] == 0
    problems = desk.refused(one, fill(two, EVERYONE, value=77.7))
    assert "88.4 and 77.7" in problems


def test_full_width_digits_are_taken_with_a_warning(desk: Desk) -> None:
    before = desk.state()
    status, _, problems = desk.take(fill(desk.export(), EVERYONE, **{**SOUND, "value": "８８．４"}))
    assert status == 0
    assert "is read as 88.4" in problems
    assert ",88.4,percent," in desk.added(before)[ROWS]


def test_a_number_kept_as_text_is_taken_with_a_warning(desk: Desk) -> None:
    before = desk.state()
    form = fill(desk.export(), EVERYONE, **{**SOUND, "value": "88.4"})
    status, _, problems = desk.take(form)
    assert status == 0, problems
    assert "is a number stored as text and is read as 88.4" in problems
    assert ",88.4,percent," in desk.added(before)[ROWS]


def test_cells_and_the_checks_of_the_site_are_told_in_one_round(desk: Desk) -> None:
    form = fill(desk.export(), EVERYONE, **{**SOUND, "value": "约88"})
    fill(form, MORTALITY, value=99.9, source="chengxi-yearbook", published_on="2027-06")
    problems = desk.refused(form).splitlines()
    assert any("!I7: '约88'" in one for one in problems)
    assert any("!I4: " in one and "2027" in one and "as-of date" in one for one in problems)


def test_a_jump_is_taken_with_a_warning_unless_it_is_explained(
    sources: Sources, desk: Desk
) -> None:
    sources.replace(
        f"{CITY}/observations/2025.csv",
        "maternal-mortality-ratio,2025,,,,7.2,per_100k,A,read,chengxi-yearbook,2026-06-30,,\n",
        "",
    )
    desk.site = sources.load()
    form = fill(desk.export(), MORTALITY, **{**SOUND, "value": 19.9})
    status, _, problems = desk.take(form, more=("--dry-run",))
    assert status == 0
    assert "a change of 124 %" in problems
    fill(form, MORTALITY, confirmed="口径调整")
    _, _, problems = desk.take(form, more=("--dry-run",))
    assert "a change of" not in problems


def test_what_the_checks_of_the_site_refuse_is_not_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = fill(desk.export(), EVERYONE, **SOUND)
    monkeypatch.setattr("plansite.checks.observations.STATUSES", frozenset({"P"}))
    monkeypatch.setattr("report_forms.load_site", lambda root: _unchecked(root))
    assert "status is 'A'" in desk.refused_by_command(form)


def _unchecked(root: Path) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plansite.checks.observations.STATUSES", frozenset("ABDEFGHIJKLMNOPQSUVW"))
        return load_site(root)


def test_a_file_that_can_not_be_written_leaves_everything_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = put(desk.export(), SOURCES, **NEW)
    fill(form, EVERYONE, value=88.4, source=NEW_ID)
    real = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if target.suffix == ".csv":
            raise OSError(28, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    assert "everything is as before" in desk.refused_by_command(form)


def test_a_table_of_changes_in_markdown_can_not_be_broken(desk: Desk) -> None:
    form = put(desk.export(), SOURCES, **{**NEW, "C4": "a | b <5 [x](y)"})
    fill(form, EVERYONE, value=88.4, source=NEW_ID)
    table = desk.root / "table.md"
    assert desk.take(form, more=("--markdown", str(table)))[0] == 0
    text = table.read_text(encoding="utf-8")
    assert "| 88.4 |" in text
    assert "a &#124; b &#60;5 &#91;x&#93;(y)" in text


def test_a_year_to_come_is_not_exported(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", "--root", str(desk.root), "--year", "2027", "--out", str(desk.out)]
    assert report_forms.main(arguments) == 1
    assert "as_of" in capsys.readouterr().err


def test_a_body_without_a_form_is_answered_with_those_that_have_one(
    sources: Sources, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "export",
        "--root",
        str(sources.root),
        "--year",
        "2025",
        "--out",
        str(tmp_path / "f"),
    ]
    assert report_forms.main([*arguments, "--body", "health-comission"]) == 1
    said = capsys.readouterr().err
    assert "there is no form for 2025 health-comission" in said
    assert "health-commission" in said
    assert "qinglan/chengxi" in said
