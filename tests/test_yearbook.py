"""The yearbook: page, CSV and workbook say the same, and only what exists."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from lxml import html
from plansite.edition import Edition, load_labels
from plansite.export import to_csv
from plansite.model import Site
from plansite.records.base import LANGS, Lang
from plansite.render import Renderer
from plansite.views.yearbook import site_chapters, yearbook_pages
from plansite.views.yearbook_book import yearbook_book
from plansite.workbook import Sheet, sheet_name, to_xlsx
from plansite.yearbook import Chapter, yearbook_table

MADE = date(2026, 11, 21)


def edition(site: Site, lang: Lang = "zh") -> Edition:
    return Edition(site, lang, load_labels(), "0123456789abcdef")


def sheet(*rows: tuple[str | int | Decimal, ...], columns: tuple[str, ...] = ("a", "b")) -> Sheet:
    return Sheet("表 Sheet", "标题 Title", "注 Note", columns, rows)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book(fictional: Site) -> Any:
    return opened(yearbook_book(edition(fictional)))


@pytest.fixture(scope="module")
def chapters(fictional: Site) -> tuple[Chapter, ...]:
    return site_chapters(edition(fictional))


# --- what is in it


def test_it_holds_the_latest_vintage_of_every_observation_but_no_forecast(
    fictional: Site, chapters: tuple[Chapter, ...]
) -> None:
    latest: dict[tuple[Any, ...], Any] = {}
    for rows in fictional.observations_by_series.values():
        for row in rows:
            if row.status != "F":
                latest[row.indicator, row.jurisdiction, row.breakdown, row.year] = row
    found = {
        (line.indicator.id, line.place.slug, line.breakdown, year): row
        for chapter in chapters
        for line in chapter.lines
        for year, row in line.values.items()
    }
    assert found == latest
    assert any(row.status == "F" for row in fictional.observations)


def test_the_csv_has_a_row_for_every_value(fictional: Site, chapters: tuple[Chapter, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(yearbook_table(fictional, chapters)))))
    assert len(rows) == sum(chapter.size for chapter in chapters)
    assert all(row["indicator_zh"] and row["place_en"] and row["source_zh"] for row in rows)
    keys = [
        tuple(row[name] for name in ("indicator", "jurisdiction", "sex", "residence", "age", "year"))
        for row in rows
    ]  # fmt: skip
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_every_value_with_a_source_and_explains_every_mark(
    fictional: Site, lang: Lang
) -> None:
    one = edition(fictional, lang)
    shown = 0
    for page in yearbook_pages(one):
        tree = html.fragment_fromstring(Renderer(one).body(page), create_parent="article")
        values = tree.xpath("//ul[@class='ps-years']/li")
        ids = set(tree.xpath("//@id"))
        links = tree.xpath("//ul[@class='ps-years']//a/@href")
        assert {link.removeprefix("#") for link in links} <= ids
        assert bool(links) == bool(values)
        assert not [cell for cell in tree.xpath("//td | //th") if not cell.text_content().strip()]
        shown += len(values)
    assert shown == sum(chapter.size for chapter in site_chapters(one))


def test_an_empty_site_has_a_yearbook_pages_and_workbook(sources: Any) -> None:
    for file in (sources.root / "plans").rglob("observations/*.csv"):
        file.unlink()
    one = edition(sources.load())
    assert "还没有任何实际值" in Renderer(one).body(next(yearbook_pages(one)))
    assert [page.title for page in opened(yearbook_book(one))][:3] == [
        "封面 Cover", "目录 Contents", "说明 Notes",
    ]  # fmt: skip


# --- the workbook


def test_cover_contents_and_notes_come_first_and_contents_names_the_rest(book: Any) -> None:
    names = [page.title for page in book]
    assert names[:4] == ["封面 Cover", "目录 Contents", "说明 Notes", "来源 Sources"]
    contents = list(book["目录 Contents"].iter_rows(min_row=4, values_only=True))
    assert [row[0] for row in contents] == names[2:]
    for name, _, rows in contents:
        assert book[name].max_row == 3 + rows


def test_every_sheet_is_one_table_without_merged_blank_or_formula_cells(book: Any) -> None:
    for page in book:
        assert len(page.tables) == 1 and not page.merged_cells.ranges
        table = next(iter(page.tables.values()))
        assert table.ref == f"A3:{page.cell(page.max_row, page.max_column).coordinate}"
        for row in page[table.ref]:
            for cell in row:
                assert cell.value not in (None, ""), (page.title, cell.coordinate)
                assert cell.data_type in "sn"
        assert page["A1"].value and page["A2"].value
        assert not any(one.hidden for one in page.row_dimensions.values())


def test_values_are_numbers_with_their_own_decimals_and_gaps_are_shorthand(
    book: Any, chapters: tuple[Chapter, ...]
) -> None:
    for chapter, page in zip(chapters, book.worksheets[4:], strict=True):
        head = [cell.value for cell in page[3]]
        for line, cells in zip(chapter.lines, page.iter_rows(min_row=4), strict=True):
            for year in chapter.years:
                cell, row = cells[head.index(str(year))], line.values.get(year)
                if row is None or row.value is None:
                    assert cell.value == "[x]"
                else:
                    assert cell.value == pytest.approx(float(row.value))
                    places = max(0, -int(row.value.as_tuple().exponent))
                    assert cell.number_format == ("0." + "0" * places if places else "0")


def test_headers_are_in_both_languages_and_codes_stay_text(book: Any) -> None:
    page = book.worksheets[4]
    head = [cell.value for cell in page[3]]
    assert head[0] == "指标（中文）Indicator (Chinese)"
    assert all(isinstance(row[head.index("区划代码 Code")].value, str)
               for row in page.iter_rows(min_row=4))  # fmt: skip


def test_every_shorthand_in_use_is_in_the_notes(book: Any) -> None:
    noted = {row[0] for row in book["说明 Notes"].iter_rows(min_row=4, values_only=True)}
    used = {
        part
        for page in book.worksheets[4:]
        for row in page.iter_rows(min_row=4, values_only=True)
        for cell in row
        if isinstance(cell, str)
        for part in cell.replace(";", " ").split()
        if part.startswith("[")
    }
    assert used <= noted


def test_the_file_says_what_it_is_and_never_when_it_was_built(book: Any, fictional: Site) -> None:
    properties = book.properties
    assert "Yearbook" in properties.title and fictional.settings.publisher.zh in properties.creator
    assert properties.created.date() == fictional.settings.as_of
    assert book.custom_doc_props["Language"].value == "zh-Hans, en"


def test_the_same_sources_give_the_same_bytes(fictional: Site) -> None:
    assert yearbook_book(edition(fictional)) == yearbook_book(edition(fictional))


def test_texts_that_look_like_formulas_or_links_stay_texts() -> None:
    texts = ("=1+1", "https://example.org/", "@x", "010203")
    found = opened(to_xlsx([sheet(*((one, 1) for one in texts))], {}, MADE))
    cells = [row[0] for row in found.worksheets[0].iter_rows(min_row=4)]
    assert [cell.value for cell in cells] == list(texts)
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)


@pytest.mark.parametrize("rows", [(), (("x", ""),), (("x",),)])
def test_an_empty_cell_a_short_row_and_an_empty_table_are_refused(rows: Any) -> None:
    with pytest.raises(ValueError, match="表 Sheet"):
        to_xlsx([sheet(*rows)], {}, MADE)


def test_a_name_no_spreadsheet_accepts_is_made_acceptable() -> None:
    name = sheet_name("领域/Domain [a:b] " + "x" * 40)
    assert len(name) <= 31 and not set("[]:*?/\\'") & set(name)
