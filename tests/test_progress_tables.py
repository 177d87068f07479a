"""The tables of progress in the data contract."""

from __future__ import annotations

from decimal import Decimal

from plansite.assessing import assess_site
from plansite.model import Site
from plansite.progress_tables import ASSESSMENT_COLUMNS, progress_tables, rounded
from plansite.rankings import site_rankings


def test_the_columns_are_those_of_the_contract() -> None:
    assert ",".join(ASSESSMENT_COLUMNS) == (
        "plan,target,indicator,as_of,baseline_value,baseline_year,latest_value,latest_year,"
        "target_value,target_year,gap,progress,pace,pace_other,effort,projection,projection_low,"
        "projection_high,verdict,status,warnings,confidence,method_version"
    )


def test_every_row_has_a_cell_for_every_column(fictional: Site) -> None:
    for table in progress_tables(fictional, assess_site(fictional), site_rankings(fictional)):
        assert table.rows, table.name
        assert {len(row) for row in table.rows} == {len(table.columns)}, table.name


def test_an_assessment_is_written_as_it_was_computed(fictional: Site) -> None:
    assessed = assess_site(fictional)
    table = next(
        one
        for one in progress_tables(fictional, assessed, site_rankings(fictional))
        if one.name == "assessments"
    )
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        now = assessed[str(cells["plan"]), str(cells["target"])].assessment
        assert cells["latest_value"] == now.latest_value
        assert cells["gap"] == now.gap
        assert cells["status"] == str(now.status)


def test_computed_numbers_are_rounded_half_to_even_and_infinity_is_a_word() -> None:
    assert rounded(Decimal("0.0000005")) == Decimal("0.000000")
    assert rounded(Decimal("0.0000015")) == Decimal("0.000002")
    assert rounded(Decimal("Infinity")) == "inf"
    assert rounded(None) is None
