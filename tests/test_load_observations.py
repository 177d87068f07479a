"""Observations: tidy rows, exact values, each fault at its row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from conftest import Sources

FILE = "qinglan/observations/2024.csv"
GOOD = "childcare-places,2024,,,,3.91,per_1000,A,read,qinglan-yearbook,2025-09-30,,"


def row(**cells: str) -> str:
    """Return a sound row of an indicator and breakdown not observed otherwise, with changes."""
    columns = {
        "indicator": "regular-exercise-rate", "year": "2024", "sex": "", "residence": "",
        "age": "", "value": "35.5", "unit": "percent", "status": "A", "kind": "read",
        "source": "qinglan-yearbook", "published_on": "2025-06-30", "confirmed": "", "note": "",
    }  # fmt: skip
    assert set(cells) <= set(columns)
    return ",".join({**columns, **cells}.values()) + "\n"


def test_a_sound_row_is_no_problem(sources: Sources) -> None:
    sources.append(FILE, row())
    assert sources.problems() == []


def test_a_value_keeps_its_decimals(sources: Sources) -> None:
    sources.append(FILE, row(value="35.50"))
    (one,) = sources.load().observations_by_series["regular-exercise-rate", "qinglan"]
    assert str(one.value) == "35.50"


def test_an_observation_knows_its_place_and_line(sources: Sources) -> None:
    line = sources.append(FILE, row())
    (one,) = sources.load().observations_by_series["regular-exercise-rate", "qinglan"]
    assert (one.origin.path, one.origin.line) == (f"plans/{FILE}", line)


@pytest.mark.parametrize(
    ("written", "known_on"),
    [
        ("2025-07-14", date(2025, 7, 14)),
        ("2025", date(2025, 12, 31)),
        ("2025-02", date(2025, 2, 28)),
        ("2028-02", date(2028, 2, 29)),
        ("2025-12", date(2025, 12, 31)),
        ("", None),
    ],
)
def test_a_partial_date_counts_as_its_last_day(
    sources: Sources, written: str, known_on: date | None
) -> None:
    sources.append(FILE, row(published_on=written))
    (one,) = sources.load().observations_by_series["regular-exercise-rate", "qinglan"]
    assert one.published_on == known_on


def test_any_other_date_is_refused(sources: Sources) -> None:
    dates = [
        "25", "2025-1", "2025-13", "2025-02-30", "20250630", "2025-W10-1", "2025/06", "June 2025",
        "2025-06-30T00:00", "２０２５", "2025-00", "0000",
    ]  # fmt: skip
    line = sources.append(FILE, "".join(row(published_on=one) for one in dates))
    for number, (written, said) in enumerate(zip(dates, sources.problems(), strict=True)):
        assert said.startswith(f"{FILE}:{line + number}: ")
        assert f"published_on {written!r} must look like 2025, 2025-12 or 2025-12-31" in said


def test_a_value_that_is_no_plain_number_is_refused(sources: Sources) -> None:
    values = [
        "35.5%", "３５", "35,5", "1 000", " 35", "35 ", "1_000", "≥35", "1e999", "1e3", "NaN", "nan",
        "Infinity", "-inf", "sNaN", "0x1F", "035", ".5", "5.", "+5", "--5", "9" * 999, "约35", "=",
    ]  # fmt: skip
    line = sources.append(FILE, "".join(row(value=f'"{one}"') for one in values))
    for number, (written, said) in enumerate(zip(values, sources.problems(), strict=True)):
        assert said.startswith(f"{FILE}:{line + number}: ")
        assert f"the value {written[:60]!r} is no number; write ASCII digits only" in said


def test_a_year_must_have_four_digits(sources: Sources) -> None:
    years = ["24", "２０２４", "²⁰²⁴", "2024.0", "year", "-2024", ""]
    sources.append(FILE, "".join(row(year=one) for one in years))
    for written, said in zip(years, sources.problems(), strict=True):
        assert f"the year {written!r} must have four digits" in said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"indicator": "regular-exercise-rat"}, "did you mean regular-exercise-rate?"),
        ({"unit": "per_1000"}, "unit is 'per_1000', expected the indicator's unit percent"),
        ({"source": "qinglan-yearbok"}, "did you mean qinglan-yearbook?"),
        ({"source": ""}, "source is ''"),
        ({"status": "X"}, "status is 'X'"),
        ({"status": ""}, "status is ''"),
        ({"sex": "f"}, "sex is 'f', expected one of female male"),
        ({"residence": "city"}, "residence is 'city', expected one of rural urban"),
        ({"kind": "guess"}, "kind is 'guess'"),
        ({"age": "old"}, "age is 'old'"),
        ({"year": "2023"}, "year is '2023', expected the year of the file name, 2024"),
        ({"value": "100.1"}, "within the natural limits 0..100"),
        ({"value": "-1"}, "within the natural limits 0..100"),
        ({"value": ""}, "a number; for a missing one use status O, L or M"),
        ({"status": "O"}, "status O means missing: leave it empty"),
        ({"kind": "derived"}, "how it was computed"),
        ({"published_on": "2023-06-30"}, "published_on is '2023-06-30', expected no earlier than 2024"),
    ],
)  # fmt: skip
def test_a_cell_that_can_not_be_is_refused_once(
    sources: Sources, cells: dict[str, str], said: str
) -> None:
    line = sources.append(FILE, row(**cells))
    problem = sources.problem()
    assert problem.startswith(f"{FILE}:{line}: 错误 error: ")
    assert said in problem


def test_a_figure_included_elsewhere_needs_no_number(sources: Sources) -> None:
    sources.append(FILE, row(status="K", value=""))
    assert sources.problems() == []


def test_a_row_of_the_same_key_and_release_is_refused(sources: Sources) -> None:
    line = sources.append(FILE, row() + row(value="36.0"))
    said = sources.problem()
    assert said.startswith(f"{FILE}:{line + 1}: ")
    assert f"same indicator, place, year, breakdown and release as plans/{FILE}:{line}" in said


def test_a_correction_with_a_later_release_is_allowed(sources: Sources) -> None:
    sources.append(FILE, row() + row(value="36.0", published_on="2025-11-01"))
    rows = sources.load().observations_by_series["regular-exercise-rate", "qinglan"]
    assert [one.value for one in rows] == [Decimal("35.5"), Decimal("36.0")]


def test_a_future_year_is_refused(sources: Sources) -> None:
    header = (sources / FILE).read_text(encoding="utf-8").split("\n")[0]
    sources.write("qinglan/observations/2027.csv", f"{header}\n{row(year='2027', published_on='')}")
    assert "expected no later than 2026" in sources.problem()


def test_a_forecast_may_lie_in_the_future(sources: Sources) -> None:
    header = (sources / FILE).read_text(encoding="utf-8").split("\n")[0]
    sources.write(
        "qinglan/observations/2027.csv",
        f"{header}\n{row(year='2027', status='F', published_on='2026')}",
    )
    assert sources.problems() == []


def test_a_jump_is_a_warning(sources: Sources) -> None:
    header = (sources / FILE).read_text(encoding="utf-8").split("\n")[0]
    sources.append(FILE, row(value="20"))
    line = sources.append(
        "qinglan/observations/2025.csv", row(year="2025", value="31", published_on="2026")
    )
    said = sources.problem()
    assert header
    assert said.startswith(f"qinglan/observations/2025.csv:{line}: 警告 warning: ")
    assert "a change of 55 %" in said


def test_a_jump_that_is_confirmed_is_none(sources: Sources) -> None:
    sources.append(FILE, row(value="20"))
    sources.append(
        "qinglan/observations/2025.csv",
        row(year="2025", value="31", published_on="2026", confirmed="a change of boundaries"),
    )
    assert sources.problems() == []


# The file as a whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the header is ''"),
        ("indicator,year,value\n", "the header is 'indicator,year,value'"),
        ("a;b;c\n", "the header is 'a;b;c'"),
        ('"a', "is not valid CSV"),
    ],
)
def test_a_file_without_the_header_is_refused(sources: Sources, text: str, said: str) -> None:
    sources.write("luoxia/observations/2024.csv", text)
    assert said in sources.problem()


def test_a_row_of_other_width_is_refused(sources: Sources) -> None:
    line = sources.append(FILE, row().rstrip("\n") + ",x\n")
    assert sources.problem().startswith(f"{FILE}:{line}: ")
    assert "has 14 columns, 13 are expected" in sources.problem()


def test_a_quote_left_open_is_refused(sources: Sources) -> None:
    sources.append(FILE, row(note='"open'))
    assert "is not valid CSV" in sources.problem()


def test_quotes_and_commas_in_a_note_are_text(sources: Sources) -> None:
    sources.append(FILE, row(note='"said ""so"", twice"'))
    (one,) = sources.load().observations_by_series["regular-exercise-rate", "qinglan"]
    assert one.note == 'said "so", twice'


def test_a_row_after_a_note_of_two_lines_keeps_its_line(sources: Sources) -> None:
    line = sources.append(FILE, row(note='"两\n行 / two lines"') + row(sex="x"))
    assert sources.problem().startswith(f"{FILE}:{line + 2}: ")


def test_a_file_of_another_encoding_is_refused(sources: Sources) -> None:
    sources.write(FILE, "指标,年\n".encode("gb18030"))
    assert "save the file as UTF-8" in sources.problem()


def test_observations_of_no_known_place_are_refused_once(sources: Sources) -> None:
    header = (sources / FILE).read_text(encoding="utf-8").split("\n")[0]
    sources.write("qinlan/observations/2024.csv", f"{header}\n{row()}{row(sex='female')}")
    said = sources.problem()
    assert (
        "the folder qinlan is no jurisdiction of jurisdictions.yml (did you mean qinglan?" in said
    )


def test_all_faults_of_a_file_are_reported_at_once(sources: Sources) -> None:
    line = sources.append(FILE, row(value="x") + row(sex="x") + row(age="x"))
    assert [one.split(":")[1] for one in sources.problems()] == [
        str(line), str(line + 1), str(line + 2),
    ]  # fmt: skip


def test_twenty_thousand_rows_in_one_file_are_loaded_and_checked(sources: Sources) -> None:
    header = (sources / FILE).read_text(encoding="utf-8").split("\n")[0]
    ages = [f"{low}-{low + 1 + high}" for low in range(100) for high in range(200)]
    rows = "".join(row(age=age) for age in ages)
    sources.write("luoxia/observations/2024.csv", f"{header}\n{rows}")
    assert len(sources.load().observations) > 20_000
