"""Every row of the method's table of worked examples, every column.

Two cells of row 17 are filled where the table has a dash: R and the verdict. The row differs from
row 16 in nothing that a rule looks at, and row 16 gives both.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest
from plansite.progress import Comparator, Goal, Path, Rule, assess
from progress.goals import DATA, as_printed, judged, number, points

with (DATA / "worked-examples.csv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader(table))

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["row"])


def assessed(row):
    def year(text):
        return int(text) if text else None

    goal = Goal(
        comparator=Comparator(row["comparator"]),
        unit_in_last_place=Decimal(row["unit_in_last_place"]),
        target_year=year(row["target_year"]),
        value=number(row["target"]),
        high=number(row["target_high"]),
        tolerance=number(row["tolerance"]),
        baseline_value=number(row["baseline"]),
        baseline_year=year(row["baseline_year"]),
        path=Path(row["path"] or "linear"),
        limit_low=number(row["limit_low"]),
        limit_high=number(row["limit_high"]),
    )
    observed = points(row["observations"].replace(":", " "))
    day = date.fromisoformat(row["as_of"]) if row["as_of"] else None
    return assess(goal, observed, day or date(observed[-1].year + 1, 12, 31))


@each_row
def test_numbers_are_those_of_the_table(row):
    one = assessed(row)
    found = {
        "P": one.progress,
        "R": one.pace,
        "Q": one.effort,
        "point": one.projection,
        "low": one.projection_low,
        "high": one.projection_high,
        "gap": one.gap,
    }
    assert {name: as_printed(value, row[name]) for name, value in found.items()} == {
        name: row[name] for name in found
    }


@each_row
def test_verdict_and_status_are_those_of_the_table(row):
    one = assessed(row)
    found = (one.verdict, one.overshoot, one.status)
    assert found == (row["verdict"], row["overshoot"] == "yes", row["status"])


@each_row
def test_warnings_are_those_of_the_table_and_no_others(row):
    assert [str(one) for one in assessed(row).warnings] == row["warnings"].split()


@each_row
def test_the_other_path_gives_the_pace_the_table_names(row):
    assert as_printed(assessed(row).pace_other, row["other"]) == row["other"]


def test_row_26_an_outlier_after_eight_steady_changes_is_unusual():
    values, total = ["50"], Decimal(50)
    for change in ["1", "1.2", ".9", "1.1", "1", ".8", "1.1", "1.0", "-3"]:
        total += Decimal(change)
        values.append(str(total))
    text = ";".join(f"{2015 + i} {value}" for i, value in enumerate(values))
    goal = Goal(
        comparator=Comparator.GE,
        unit_in_last_place=Decimal("0.1"),
        target_year=2030,
        value=Decimal(80),
        baseline_year=2015,
    )
    warning = judged(goal, text).warning(Rule.UNUSUAL)
    assert warning is not None
    assert (warning.number("low"), warning.number("high")) == (Decimal("0.4805"), Decimal("1.5445"))
    assert warning.number("change") == -3
