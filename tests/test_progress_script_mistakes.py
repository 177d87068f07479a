"""scripts/assess.py: mistakes in a table of cases are named with their lines, all at once."""

from __future__ import annotations

import pytest
from plansite.problems import SourceError
from plansite.progress.case_table import read_cases
from progress.scripted import cases, problems, run


def test_all_problems_are_told_at_once_with_their_lines():
    found = problems(
        "foo,95,2030,8x,2020,2021:81;bad\n\nge,95,2019,80,2020,2021:81\nge,9%,2030,80,2020,2021:5M"
    )
    assert [problem.split(":")[1] for problem in found] == ["2", "2", "2", "4", "5", "5"]
    assert all("|" in problem for problem in found)
    text = "\n".join(found)
    for piece in (
        "“foo”",
        "'8x' was read",
        "'bad' was read",
        "2019 must be later",
        "'9%' was read",
    ):
        assert piece in text


@pytest.mark.parametrize(
    ("row", "piece"),
    [
        ("about,50,2030,42,2020,2021:44", "'about' needs a stated tolerance"),
        ("range,50,2030,42,2020,2021:44", "target_high"),
        ("ge,95,2030,80,2020,2021:81;2021:82", "observations 2021: 2021 has two values"),
        ("ge,95,2030,80,2020,2021:81Z", "'2021:81Z' was read"),
        ("ge,95,2030,80,2020,2021:", "'2021:' was read"),
        ("ge,95,2030,80,2020,1021:81", "a year from 1900 to 2200"),
        ("ge,95,20300,80,2020,2021:81", "a year from 1900 to 2200"),
        ("ge,,2030,80,2020,2021:81", "'ge' needs a target value"),
        ("ge,95,,80,2020,2021:81", "a target year is needed"),
        ("ge,1e5,2030,80,2020,2021:81", "'1e5' was read"),
        ("ge,NaN,2030,80,2020,2021:81", "'NaN' was read"),
        ("ge,1_000,2030,80,2020,2021:81", "'1_000' was read"),
        ("ge,95,2030,80,,2021:81", "baseline value without its year"),
        ("ge,95,2030,,,", "as_of: '' was read"),
        (",95,2030,80,2020,2021:81", "comparator: '' was read"),
        ("ge,95,2030,80,2020,2021:81,extra", "has 7 cells, the header 6"),
        ('ge,95,2030,80,2020,"2021:81', "is not valid CSV"),
    ],
)
def test_mistakes_are_named(row, piece):
    assert piece in "\n".join(problems(row))


def test_short_rows_and_empty_lines_are_fine():
    assert len(cases("\nge,95,2030,80,2020,2021:81\n\n,,,,,\n")) == 1
    header = "comparator,target,target_year,observations,as_of,limit_low"
    assert len(cases("ge,95,2030,2021:81", header=header)) == 1


def test_lines_are_counted_through_cells_of_several_lines():
    header = "comparator,target,target_year,observations"
    (found,) = problems(
        'ge,95,2030,"2021:81;\n2022:82"\nge,x,2030,2021:81', header=header
    ).__iter__()
    assert found.startswith("cases.csv:4:") or "cases.csv:4:" in found


def test_a_header_without_its_columns_is_refused():
    assert "lacks comparator" in problems("1", header="observations")[0]
    assert "repeats target" in problems("1", header="comparator,observations,target,target")[0]
    with pytest.raises(SourceError, match="lacks comparator, observations"):
        read_cases(b"", "cases.csv")


def test_a_workbook_is_refused_with_advice():
    with pytest.raises(SourceError, match="save it as 'CSV UTF-8'"):
        read_cases(b"PK\x03\x04rest", "cases.xlsx")
    with pytest.raises(SourceError, match="unknown encoding"):
        read_cases(b"a,b\n\xff\xff\xff", "cases.csv")


def test_script_fails_with_status_1_and_no_traceback(tmp_path):
    source = tmp_path / "cases.csv"
    source.write_text("comparator,observations,tolerence\nfoo,2021:5,1\n", encoding="utf-8")
    for arguments in ([source], [tmp_path / "none.csv"], [tmp_path]):
        result = run(*arguments)
        assert (result.returncode, result.stdout) == (1, b"")
        assert b"Traceback" not in result.stderr
        assert b" | " in result.stderr
    assert "did you mean tolerance" in run(source).stderr.decode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        b"x" * 200_000,
        b"comparator,observations\n" + b"x" * 200_000,
        b'comparator,observations\nge,"2021:' + b"9" * 5000,
        b"comparator,target,target_year,observations\nge,1e999999999,2030,2021:5",
        b"comparator,target,target_year,observations\nge,9,99999999999999999999,2021:5",
        b"comparator,observations,as_of\nkeep,2021:5,2026-13-41",
    ],
)
def test_hostile_tables_end_in_a_message(content):
    result = run("-", content=content)
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"Traceback" not in result.stderr
