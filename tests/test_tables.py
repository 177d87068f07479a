"""The data contract: columns and rows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.model import Site
from plansite.tables import (
    ALIGNMENT_COLUMNS,
    OBSERVATION_COLUMNS,
    TARGET_COLUMNS,
    Cell,
    Table,
    all_tables,
)

CHENGXI = "qinglan/chengxi/women-2021-2025"


@pytest.fixture(scope="module")
def tables(fictional: Site) -> dict[str, Table]:
    return {table.name: table for table in all_tables(fictional)}


def rows(table: Table) -> list[dict[str, Cell]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def find(table: Table, **cells: Cell) -> list[dict[str, Cell]]:
    return [row for row in rows(table) if cells.items() <= row.items()]


def test_the_columns_of_targets_are_those_of_the_contract() -> None:
    contract = (
        "plan, target, domain, location, kind, indicator, indicator_zh, indicator_en, "
        "population_zh, comparator, printed, value, value_high, unit, year, year_basis, "
        "baseline_value, baseline_year, relative_to, statement_zh, statement_en"
    )
    assert ", ".join(TARGET_COLUMNS) == contract


def test_every_row_is_as_wide_as_its_table(tables: dict[str, Table]) -> None:
    for table in tables.values():
        assert {len(row) for row in table.rows} == {len(table.columns)}, table.name


def test_a_target_has_a_row_for_each_milestone_and_its_stretch(tables: dict[str, Table]) -> None:
    found = find(tables["targets"], plan=CHENGXI, target="health-1-maternal-mortality-ratio")
    assert [(row["value"], row["year"], row["kind"]) for row in found] == [
        (Decimal(9), 2023, "numeric"), (Decimal(8), 2025, "numeric"), (Decimal(7), 2025, "stretch"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "cells"),
    [
        ("health-1-maternal-mortality-ratio", {"year_basis": "stated", "comparator": "le", "unit": "per_100k", "baseline_value": Decimal("12.4"), "baseline_year": 2020}),
        ("health-2.1-cervical-screening-rate", {"location": "2.1", "year_basis": "end of plan", "population_zh": "农村适龄妇女"}),
        ("health-m2-cervical-screening-rate", {"location": "measure 2", "domain": "health"}),
        ("education-3-women-share-higher-education", {"comparator": "range", "value": 45, "value_high": 55}),
        ("education-3-reading", {"kind": "qualitative", "indicator": None, "unit": None, "comparator": "ensure"}),
        ("economy-1-women-income-ratio", {"kind": "relative", "comparator": "ge", "value": None, "relative_to": "全省平均水平"}),
        ("decision-making-2-leadership-teams-with-women", {"kind": "relative", "comparator": "increase", "value": 20, "unit": "percent", "relative_to": "2020年"}),
        ("decision-making-2.1-women-deputies-share", {"kind": "qualitative", "comparator": "keep", "value": None}),
    ],
)  # fmt: skip
def test_a_target_row_says_what_the_record_says(
    tables: dict[str, Table], target: str, cells: dict[str, Cell]
) -> None:
    row = find(tables["targets"], plan=CHENGXI, target=target)[0]
    assert cells.items() <= row.items()


def test_a_plan_row_counts_its_clauses(tables: dict[str, Table]) -> None:
    (row,) = find(tables["plans"], plan=CHENGXI)
    assert (row["targets"], row["measures"], row["code"]) == (20, 18, "xba")


def test_measures_hold_projects_and_organisation_too(tables: dict[str, Table]) -> None:
    found = {row["domain"] for row in find(tables["measures"], plan=CHENGXI)}
    assert {"health", "projects", "organisation", "monitoring"} <= found


def test_an_alignment_names_both_plans(tables: dict[str, Table]) -> None:
    assert tables["alignments"].columns == ALIGNMENT_COLUMNS
    (row,) = find(
        tables["alignments"], plan=CHENGXI, target="family-1-childcare-places",
        superior_plan="qinglan/women-2021-2030",
    )  # fmt: skip
    assert row["relation"] == "stricter"


def test_every_vintage_is_an_observation_row(tables: dict[str, Table], fictional: Site) -> None:
    assert tables["observations"].columns == OBSERVATION_COLUMNS
    assert len(tables["observations"].rows) == len(fictional.observations)


def test_ids_of_targets_are_unique_in_a_plan(fictional: Site) -> None:
    for plan in fictional.plans.values():
        ids = [one.id for one in plan.targets]
        assert len(ids) == len(set(ids))
