"""Tables as files: CSV that no spreadsheet runs, and JSON with the same rows."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.export import data_files, indicator_files, to_csv, to_json
from plansite.model import Site
from plansite.tables import Cell, Table, all_tables

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


def table(*cells: Cell) -> Table:
    return Table("t", "t", tuple(f"c{n}" for n in range(len(cells))), (cells,))


def cells(text: str) -> list[str]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))[1]


def test_csv_ends_its_lines_as_the_standard_says() -> None:
    assert to_csv(table("a", "b")) == "c0,c1\r\na,b\r\n"


def test_csv_has_no_byte_order_mark() -> None:
    assert not to_csv(table("甲")).startswith("\ufeff")


def test_a_number_keeps_its_decimals_in_csv() -> None:
    assert cells(to_csv(table(Decimal("9.0"), Decimal("1E+5"), Decimal("-3.20"), 7))) == [
        "9.0", "100000", "-3.20", "7",
    ]  # fmt: skip


def test_nothing_is_an_empty_cell() -> None:
    assert cells(to_csv(table(None, "a"))) == ["", "a"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "＝1", " =1", "\n=1"]
)
def test_a_text_that_looks_like_a_formula_begins_with_a_quote(text: str) -> None:
    assert cells(to_csv(table(text))) == [f"'{text}"]


@given(st.text())
def test_no_text_cell_begins_like_a_formula(text: str) -> None:
    (cell,) = cells(to_csv(Table("t", "t", ("a",), ((text + "x",),))))
    assert not cell.startswith(FORMULA)


@given(st.text(alphabet=st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])))
def test_any_text_comes_back_from_csv(text: str) -> None:
    (cell, _) = cells(to_csv(table(text, "end")))
    assert cell.removeprefix("'") == text.removeprefix("'")


@given(st.text())
def test_any_text_comes_back_from_json(text: str) -> None:
    assert json.loads(to_json(table(text))) == [{"c0": text}]


def test_numbers_stay_numbers_in_json() -> None:
    assert json.loads(to_json(table(Decimal("9.5"), Decimal("9.0"), 3, None))) == [
        {"c0": 9.5, "c1": 9, "c2": 3, "c3": None}
    ]


@given(st.lists(st.tuples(st.text(), st.decimals(-999, 999, places=2), st.none()), max_size=3))
def test_the_text_is_that_of_the_library(rows: list[tuple[Cell, ...]]) -> None:
    found = to_json(Table("t", "t", ("a", "b", "c"), tuple(rows)))
    assert found == json.dumps(json.loads(found), ensure_ascii=False, indent=1) + "\n"


def test_every_table_is_there_as_csv_and_json(fictional: Site) -> None:
    files = dict((*data_files(all_tables(fictional)), *indicator_files(fictional)))
    names = {path.rpartition(".")[0] for path in files}
    assert {"data/plans", "data/targets", "data/observations"} <= names
    for name in ("data/plans", "data/targets", "data/observations"):
        rows = list(csv.DictReader(io.StringIO(files[f"{name}.csv"], newline="")))
        assert len(rows) == len(json.loads(files[f"{name}.json"]))


def test_no_cell_of_the_fictional_data_could_run(fictional: Site) -> None:
    for path, text in (*data_files(all_tables(fictional)), *indicator_files(fictional)):
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(text, newline="")):
                for cell in row:
                    assert not cell.startswith(("=", "+", "@", "\t")), (path, cell)
