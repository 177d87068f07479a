"""A form asks a body for its figures, is locked where nothing is filled in, and is always the same."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from plansite.forms.form import COORDINATOR, Form, Key, forms_of
from plansite.forms.grid import HEAD, Blank
from plansite.forms.height import text_lines
from plansite.forms.layout import MISSING, STATUSES, grids
from plansite.forms.sheet import to_workbook
from plansite.model import Site
from plansite.reporting import named_bodies

YEAR = 2025
CITY = "qinglan/chengxi"


@pytest.fixture(scope="module")
def forms(fictional: Site) -> dict[tuple[str, str], Form]:
    return {(one.place.slug, one.body.id): one for one in forms_of(fictional, YEAR)}


@pytest.fixture(scope="module")
def health(forms: dict[tuple[str, str], Form]) -> Form:
    return forms[CITY, "health-commission"]


@pytest.fixture(scope="module")
def book(health: Form) -> Any:
    return openpyxl.load_workbook(io.BytesIO(to_workbook(health)))


# --- what is asked of whom


def test_every_indicator_of_a_target_is_asked_of_every_body_named_for_it(
    fictional: Site, forms: dict[tuple[str, str], Form]
) -> None:
    for plan in fictional.plans.values():
        first, last = plan.record.period
        if plan.record.role != "own" or not first <= YEAR <= last:
            continue
        named = named_bodies(plan)
        for target in plan.targets:
            if target.indicator:
                for body in named[target.id]:
                    asked = forms[plan.jurisdiction.slug, body].keys
                    assert Key(target.indicator.id) in asked


def test_what_names_no_body_is_asked_of_the_coordinating_one(
    forms: dict[tuple[str, str], Form],
) -> None:
    rest = [one for one in forms[CITY, COORDINATOR].asks if not one.bodies]
    assert rest
    keys = {one.key for one in rest}
    for (place, body), form in forms.items():
        assert (place, body) == (CITY, COORDINATOR) or place != CITY or not keys & form.keys


def test_an_expected_breakdown_has_a_row_for_each_group(health: Form) -> None:
    groups = {ask.key.breakdown for ask in health.asks if "residence" in ask.indicator.breakdowns}
    assert {("", "", ""), ("", "urban", ""), ("", "rural", "")} <= groups


def test_a_plan_is_not_asked_for_a_year_outside_its_period(fictional: Site) -> None:
    assert CITY not in {form.place.slug for form in forms_of(fictional, 2026)}
    assert "qinglan/chengxi/hedeng" in {form.place.slug for form in forms_of(fictional, 2026)}


def test_plans_of_others_are_not_asked_for(fictional: Site) -> None:
    assert "qinglan" not in {form.place.slug for form in forms_of(fictional, YEAR)}


# --- the workbook


def test_equal_sources_give_equal_bytes(fictional: Site, health: Form) -> None:
    again = next(one for one in forms_of(fictional, YEAR) if one.id == health.id)
    assert to_workbook(again) == to_workbook(health)


def test_the_last_value_is_shown_and_the_value_is_empty(book: Any, health: Form) -> None:
    page = book.worksheets[1]
    row = next(n for n, ask in enumerate(health.asks, HEAD + 2) if ask.key.breakdown == ("",) * 3)
    key = health.asks[row - HEAD - 2].key
    before = health.latest(key, YEAR - 1)
    assert before is not None
    assert page[f"G{row}"].value == float(before.value)
    assert page[f"I{row}"].value is None


def test_only_cells_to_fill_in_are_unlocked(book: Any, health: Form) -> None:
    for grid in grids(health):
        page = book[grid.name]
        assert page.protection.sheet
        assert not page.protection.password
        for address, cell in grid.addressed():
            assert page[address].protection.locked is not isinstance(cell, Blank), address


def test_no_cell_is_empty_but_those_to_fill_in(health: Form) -> None:
    for grid in grids(health):
        for address, cell in grid.addressed():
            assert isinstance(cell, Blank) or cell != "", (grid.name, address)
        assert {len(row) for row in grid.rows} == {len(grid.columns)}


def test_every_text_is_in_both_languages(health: Form) -> None:
    """Headers and names hold Chinese and Latin letters; ids and numbers need not."""
    for grid in grids(health):
        texts = (grid.title, grid.note, grid.name, *(one.header for one in grid.columns))
        for text in texts:
            assert any(ord(sign) >= 0x4E00 for sign in text), text
            assert any("a" <= sign <= "z" for sign in text.lower()), text


def test_a_value_is_held_to_decimals_and_limits(book: Any) -> None:
    rules = [
        rule for rule in book.worksheets[1].data_validations.dataValidation if "I4" in rule.sqref
    ]
    assert len(rules) == 1
    assert rules[0].type == "custom"
    assert "ROUND(I4,1)=I4" in rules[0].formula1
    assert "I4>=0" in rules[0].formula1 and "I4<=100000" in rules[0].formula1
    assert "小数位" in rules[0].error and "decimals" in rules[0].error


def test_status_and_source_are_chosen_from_lists_that_exist(book: Any) -> None:
    page = book.worksheets[1]
    lists = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    found = {rule.formula1 for rule in lists}
    assert len(found) == 2
    for formula in found:
        name, cells = formula.rsplit("!", 1)
        texts = [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
        assert all(texts)
        assert len(texts) == len(set(texts))
    codes = [row[0].value for row in book.worksheets[5]["A4:A21"]]
    assert [text.split(" ")[0] for text in codes] == [one.value for one in STATUSES]
    assert "F" not in STATUSES


def test_sheets_print_on_a4_landscape_with_the_header_on_every_page(book: Any) -> None:
    for page in book.worksheets[:-1]:
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.paperSize == 9
        assert page.print_title_rows == f"${HEAD + 1}:${HEAD + 1}"
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert int(page.page_setup.fitToHeight) == 0
        assert "&P" in page.oddFooter.right.text
        assert page.freeze_panes


def test_the_id_of_the_form_is_hidden(book: Any) -> None:
    page = book.worksheets[-1]
    assert page.sheet_state == "hidden"
    facts = dict(page.iter_rows(max_row=6, max_col=2, values_only=True))
    assert facts["place"] == CITY
    assert facts["body"] == "health-commission"
    assert facts["year"] == str(YEAR)
    assert len(facts["hash"]) == 64


def test_the_sheet_of_targets_says_in_both_languages_where_a_promise_stands(
    forms: dict[tuple[str, str], Form],
) -> None:
    kinds = set()
    for form in forms.values():
        for row in grids(form)[4].rows:
            zh, en = str(row[2]).split("\n")
            assert any(ord(sign) >= 0x4E00 for sign in zh), zh
            assert en.isascii(), en
            kinds.add(next(word for word in ("target", "measure", "item", "project") if word in en))
    assert {"target", "measure"} <= kinds


def test_a_missing_figure_has_the_shorthand(health: Form) -> None:
    cells = [row[6] for row in grids(health)[1].rows]
    assert MISSING in cells


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("孕产妇死亡率", 20, 1), ("孕产妇死亡率", 8, 2), ("one\ntwo", 20, 2), ("", 10, 1)],
)
def test_a_row_is_as_high_as_its_text(text: str, width: float, lines: int) -> None:
    assert text_lines(text, width) == lines
