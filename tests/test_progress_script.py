"""scripts/assess.py: a table of cases in, a table of assessments out."""

from __future__ import annotations

import csv
import io

import pytest
from plansite.formulas import guarded
from plansite.progress.case_table import COLUMNS, read_cases
from plansite.progress.result_table import COLUMNS as RESULT
from plansite.progress.result_table import table
from progress.goals import DATA, as_printed, number
from progress.scripted import cases, run


@pytest.fixture(scope="module")
def worked():
    """The worked examples through the script, beside the rows they came from."""
    text = (DATA / "worked-examples.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    content = text.replace("row,", "case,", 1).encode()
    result = run("-", content=content)
    assert result.returncode == 0, result.stderr.decode()
    found = list(csv.DictReader(io.StringIO(result.stdout.decode())))
    return list(zip(rows, found, strict=True))


def test_script_gives_the_columns_of_the_data_contract(worked):
    assert tuple(worked[0][1]) == ("case", *RESULT)
    assert RESULT[:4] == ("as_of", "baseline_value", "baseline_year", "latest_value")
    assert RESULT[-2:] == ("confidence", "method_version")


def test_script_gives_the_worked_examples(worked):
    names = {"progress": "P", "pace": "R", "effort": "Q", "projection": "point",
             "projection_low": "low", "projection_high": "high", "gap": "gap"}  # fmt: skip
    for row, found in worked:
        assert found["case"] == row["row"]
        for column, name in names.items():
            value = number(found[column])
            assert as_printed(value, row[name]) == row[name], (row["row"], column)
        verdict = f"{row['verdict']}+overshoot" if row["overshoot"] else row["verdict"]
        assert (found["verdict"], found["status"]) == (verdict, row["status"])
        assert found["warnings"].split(";") == (row["warnings"].split() or [""])


def test_infinity_and_undefined_numbers_have_their_form(worked):
    by_row = {row["row"]: found for row, found in worked}
    assert by_row["8"]["effort"] == "inf"
    assert (by_row["13"]["progress"], by_row["13"]["baseline_value"]) == ("", "")
    assert by_row["9"]["target_value"] == "104..107"
    assert by_row["17"]["latest_value"] == "94.96"


def test_output_is_rfc_4180(tmp_path):
    source, out = tmp_path / "cases.csv", tmp_path / "out.csv"
    source.write_text(
        'case,comparator,target,target_year,observations\n"a ""b"", c",ge,9,2030,2021:8\n'
    )
    result = run(source, "--out", out)
    assert (result.returncode, result.stdout) == (0, b"")
    content = out.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    assert b'\r\n"a ""b"", c",2022-12-31,' in content
    assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "\r=1", "=1"])
def test_no_cell_can_be_a_formula(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["case 1", "九年", "", "1-1-1"])
def test_plain_text_stays_as_it_is(text):
    assert guarded(text) == text


def test_negative_numbers_stay_numbers():
    result = run(
        "-", content=b"case,comparator,target,target_year,observations\n=A1,ge,-1,2030,2021:-5\n"
    )
    row = next(csv.DictReader(io.StringIO(result.stdout.decode())))
    assert (row["case"], row["latest_value"], row["gap"]) == ("'=A1", "-5", "4")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_offices_are_read(encoding):
    header = "case,comparator,target,target_year,observations"
    content = f"{header}\r\n孕产妇死亡率,不超过,9,2030,2021:10.2\r\n"
    (case,) = read_cases(content.encode(encoding), "cases.csv")
    assert (case.name, case.goal.comparator) == ("孕产妇死亡率", "le")


def test_full_width_digits_and_signs_are_read():
    (case,) = cases("以上,95,2030,80,2020,2021:81.5;2022:82.5P;2023:O")
    assert [(p.year, str(p.value), p.status.value) for p in case.points] == [
        (2021, "81.5", "A"), (2022, "82.5", "P"), (2023, "None", "O"),
    ]  # fmt: skip


def test_date_defaults_to_the_end_of_the_year_after_the_latest():
    (case,) = cases("ge,95,2030,80,2020,2021:81;2023:83")
    assert str(case.as_of) == "2024-12-31"


@pytest.mark.parametrize("typed", ["2026-11-21", "2026/11/21", "2026-11-21"])
def test_dates_are_read(typed):
    header = "comparator,target,target_year,observations,as_of"
    (case,) = cases(f"ge,95,2030,2021:81,{typed}", header=header)
    assert str(case.as_of) == "2026-11-21"


@pytest.mark.parametrize(
    ("baseline", "observed", "unit"),
    [("80", "2021:81.25;2022:82.5", "0.01"), ("80.5", "2021:81", "0.1"), ("80", "2021:81", "1")],
)
def test_last_place_defaults_to_the_most_precise_value_measured(baseline, observed, unit):
    (case,) = cases(f"ge,95.000,2030,{baseline},2020,{observed}")
    assert str(case.goal.unit_in_last_place) == unit


def test_milestones_make_the_path_and_may_give_the_target():
    header = "comparator,milestones,baseline,baseline_year,observations"
    (case,) = cases("le,2025:9;2030:8,10,2020,2022:9.5", header=header)
    assert (case.goal.path, case.goal.target_year, case.goal.value) == ("milestones", 2030, 8)


def test_kinds_are_read():
    header = "comparator,target,target_year,baseline_year,observations,kind"
    (case,) = cases("ge,95,2030,2020,2021:1,累计值", header=header)
    assert case.goal.kind == "cumulative"


def test_script_says_where_it_cannot_write(tmp_path):
    source = tmp_path / "cases.csv"
    source.write_text("comparator,target,target_year,observations\nge,9,2030,2021:5\n")
    result = run(source, "--out", tmp_path / "none" / "out.csv")
    assert result.returncode == 1
    assert b"not writable" in result.stderr


def test_help_names_every_column():
    text = run("--help").stdout.decode()
    assert all(column in text for column in COLUMNS)


def test_table_quotes_what_csv_needs():
    assert table(("a", "b"), [("x,y", 'q"')]) == 'a,b\r\n"x,y","q"""\r\n'
