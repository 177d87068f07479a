"""What comes back: sound figures become rows, corrections later vintages, sources entries."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import report_forms
from forms_desk import (
    CITY,
    EARLIER,
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
from plansite.export import to_json
from plansite.load import load_site
from plansite.tables import all_tables

# --- the round trip


def test_a_form_that_nobody_filled_in_changes_nothing(desk: Desk) -> None:
    before = desk.state()
    arguments = ["export", "--root", str(desk.root), "--year", "2025", "--out", str(desk.out)]
    arguments += ["--place", CITY]
    assert report_forms.main(arguments) == 0
    assert report_forms.main([*arguments, "--format", "csv"]) == 0
    files = sorted(desk.out.iterdir())
    assert len(files) == 20
    status, out, _ = desk.take(*files)
    assert (status, desk.state()) == (0, before)
    assert out.endswith("没有变化 nothing changes\n")


def test_a_new_figure_is_appended_and_reaches_the_data_of_the_site(desk: Desk) -> None:
    before = desk.state()
    form = fill(desk.export(), EVERYONE, **SOUND)
    status, out, _ = desk.take(form)
    assert status == 0
    row = "cervical-screening-rate,2025,,,,88.4,percent,A,read,chengxi-yearbook,2026-09,,\n"
    assert desk.added(before) == {ROWS: row}
    assert "—" in out and "88.4" in out and "新增 new" in out
    tables = {table.name: table for table in all_tables(load_site(desk.root))}
    found = [
        one for one in json.loads(to_json(tables["observations"]))
        if (one["jurisdiction"], one["indicator"], one["year"]) == (CITY, "cervical-screening-rate", 2025)
    ]  # fmt: skip
    assert [one["value"] for one in found if not one["residence"]] == [88.4]


def test_importing_the_same_form_again_changes_nothing(desk: Desk) -> None:
    form = fill(desk.export(), EVERYONE, **SOUND)
    assert desk.take(form)[0] == 0
    before = desk.state()
    status, out, _ = desk.take(form)
    assert (status, desk.state()) == (0, before)
    assert "nothing changes" in out


def test_a_figure_equal_to_the_recorded_one_adds_no_row(desk: Desk) -> None:
    before = desk.state()
    form = fill(desk.export(), RURAL, value=81.6, source="chengxi-yearbook")
    assert desk.take(form)[0] == 0
    assert desk.state() == before


def test_a_dry_run_writes_nothing_and_shows_the_same(desk: Desk) -> None:
    before = desk.state()
    form = fill(desk.export(), EVERYONE, **SOUND)
    _, dry, _ = desk.take(form, more=("--dry-run",))
    assert desk.state() == before
    _, done, _ = desk.take(form)
    assert dry.splitlines()[:2] == done.splitlines()[:2]


def test_a_whole_number_gets_the_decimals_of_its_indicator(desk: Desk) -> None:
    before = desk.state()
    desk.take(fill(desk.export(), EVERYONE, **{**SOUND, "value": 88}))
    assert ",88.0,percent," in desk.added(before)[ROWS]


def test_the_source_gives_the_date_where_none_is_written(desk: Desk) -> None:
    before = desk.state()
    desk.take(fill(desk.export(), EVERYONE, value=88.4, source="chengxi-yearbook"))
    assert ",chengxi-yearbook,2026,," in desk.added(before)[ROWS]


def test_a_missing_figure_is_a_row_without_value(desk: Desk) -> None:
    before = desk.state()
    form = fill(
        desk.export(), EVERYONE, status="L 未收集 exists, not collected", source="chengxi-yearbook",
        note="尚未调查",
    )  # fmt: skip
    assert desk.take(form)[0] == 0
    assert ",,percent,L,read,chengxi-yearbook,2026,,尚未调查" in desk.added(before)[ROWS]


# --- corrections


def test_a_correction_of_last_year_is_a_later_vintage_and_the_old_row_stays(desk: Desk) -> None:
    before = desk.state()
    form = fill(
        desk.export(), MORTALITY, EARLIER, value=9.1, source="chengxi-yearbook",
        published_on="2026-09-30",
    )  # fmt: skip
    status, out, _ = desk.take(form)
    assert status == 0
    path = f"plans/{CITY}/observations/2024.csv"
    row = "maternal-mortality-ratio,2024,,,,9.1,per_100k,A,read,chengxi-yearbook,2026-09-30,,\n"
    assert desk.added(before) == {path: row}
    assert "8.9" in out and "9.1" in out and "更正 correction" in out


def test_a_correction_without_a_later_release_is_refused(desk: Desk) -> None:
    form = fill(
        desk.export(), MORTALITY, EARLIER, value=9.1, source="chengxi-yearbook", published_on="2024"
    )
    assert "later than that of the figure before" in desk.refused(form)


def test_a_form_that_was_overtaken_is_refused(desk: Desk) -> None:
    old = shutil.copy(desk.export(), desk.root / "old.xlsx")
    assert desk.take(fill(desk.export(), EVERYONE, **SOUND))[0] == 0
    desk.site = load_site(desk.root)
    stale = fill(Path(old), EVERYONE, **{**SOUND, "value": 70.1, "published_on": "2026-10"})
    assert "has changed since the form was exported (none → 88.4" in desk.refused(stale)


# --- sources


def test_a_new_source_is_appended_to_the_sources_of_the_place(desk: Desk) -> None:
    before = desk.state()
    form = put(desk.export(), SOURCES, **NEW)
    fill(form, EVERYONE, value=88.4, source=NEW_ID)
    status, out, _ = desk.take(form)
    assert status == 0
    added = desk.added(before)
    assert set(added) == {ROWS, f"plans/{CITY}/sources.yml"}
    assert f",{NEW_ID},2026-08,," in added[ROWS]
    assert f"{NEW_ID} 澄汐市卫生年报 Chengxi Health Report" in out
    source = load_site(desk.root).sources[NEW_ID]
    assert (source.title.en, source.date, source.evidence, source.citable) == (
        "Chengxi Health Report", "2026-08", "A", True,
    )  # fmt: skip
    assert desk.take(form)[0] == 0, "the same form once more"


def test_a_source_that_a_faulty_row_names_is_not_called_unused(desk: Desk) -> None:
    form = put(desk.export(), SOURCES, **NEW)
    problems = desk.refused(fill(form, EVERYONE, value="45.2%", source=NEW_ID))
    assert "'45.2%' is no number" in problems
    assert "is not used" not in problems


def test_a_half_filled_source_is_refused(desk: Desk) -> None:
    form = put(desk.export(), SOURCES, B4="只有中文标题", G4="not an address", H4="A")
    problems = desk.refused(form)
    assert "来源 Sources!B4" in problems
    assert "lacks title_en, publisher_zh, publisher_en" in problems


def test_wrong_fields_of_a_source_are_named_by_cell(desk: Desk) -> None:
    problems = desk.refused(
        put(desk.export(), SOURCES, **{**NEW, "F4": "Aug", "G4": "x", "H4": "Z"})
    )
    for cell in ("F4", "G4", "H4"):
        assert f"来源 Sources!{cell}: " in problems


def test_a_source_that_no_figure_uses_is_left_out_with_a_warning(desk: Desk) -> None:
    before = desk.state()
    status, _, problems = desk.take(put(desk.export(), SOURCES, **NEW))
    assert (status, desk.state()) == (0, before)
    assert "is not used and is left out" in problems
