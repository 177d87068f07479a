"""What the columns of the data mean: every one described, for people and for machines."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from plansite.codebook import LISTS, codebook, columns, csvw
from plansite.edition import Edition, load_labels
from plansite.export import whole_files
from plansite.findings import Findings
from plansite.generate import generate
from plansite.model import Site
from plansite.packing import zipped
from plansite.records.base import Bilingual
from plansite.tables import Table
from plansite.views.yearbook import site_chapters
from plansite.yearbook import yearbook_table

TESTS = Path(__file__).parent
TITLE = Bilingual(zh="表", en="Table")


@pytest.fixture(scope="module")
def tables(fictional: Site) -> tuple[Table, ...]:
    edition = Edition(fictional, "zh", load_labels(), shared=Findings(fictional))
    yearbook = yearbook_table(fictional, site_chapters(edition))
    return (*edition.findings.tables, *edition.progress_tables, yearbook)


def test_every_column_of_every_table_is_described_in_both_languages(
    tables: tuple[Table, ...],
) -> None:
    rows = codebook(tables).rows
    assert [row[:2] for row in rows] == [(t.name, name) for t in tables for name in t.columns]
    assert all(row[3] and row[4] and row[3] != row[4] for row in rows)


def test_a_column_nobody_described_is_an_error() -> None:
    with pytest.raises(KeyError, match="colour"):
        columns("plans", ("plan", "colour"))


def test_cells_hold_what_the_codebook_says(tables: tuple[Table, ...]) -> None:
    for table in tables:
        for at, column in enumerate(columns(table.name, table.columns)):
            for cell in (row[at] for row in table.rows if row[at] is not None):
                said = f"{table.name}.{column.name}: {cell!r}"
                if column.kind == "integer":
                    assert isinstance(cell, int), said
                elif column.kind == "number":
                    assert isinstance(cell, int | Decimal), said
                elif column.name != "effort":  # a number or inf
                    assert isinstance(cell, str), said
                    if column.kind == "date" and cell:
                        assert date.fromisoformat(cell), said


def test_machines_are_told_columns_types_and_key() -> None:
    table = Table("plans", "plans", ("plan", "first_year"), ())
    told = json.loads(csvw(table, TITLE, "CC BY 4.0"))
    assert (told["url"], told["tableSchema"]["primaryKey"]) == ("plans.csv", ["plan"])
    found = [(one["name"], one["datatype"]) for one in told["tableSchema"]["columns"]]
    assert found == [("plan", "string"), ("first_year", "integer")]
    assert [one["@language"] for one in told["dc:title"]] == ["zh-Hans", "en"]


def test_a_key_is_unique_and_never_empty(tables: tuple[Table, ...]) -> None:
    for table in tables:
        key = json.loads(csvw(table, TITLE, ""))["tableSchema"].get("primaryKey", [])
        rows = [tuple(row[table.columns.index(one)] for one in key) for row in table.rows]
        assert not key or (len(set(rows)) == len(rows) and all(all(row) for row in rows))


def test_lists_are_columns_of_the_data(tables: tuple[Table, ...]) -> None:
    assert {name for table in tables for name in table.columns} >= LISTS


def test_one_file_holds_every_table_and_what_describes_it(tables: tuple[Table, ...]) -> None:
    titles = {one.kind: TITLE for one in tables}
    files = dict(whole_files(tables, titles, "CC BY 4.0", "about\n"))
    content = files["data/all.zip"]
    assert isinstance(content, bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        rows = list(csv.DictReader(io.StringIO(archive.read("columns.csv").decode())))
    wanted = {f"{one.name}.{end}" for one in tables for end in ("csv", "csv-metadata.json")}
    assert set(names) == wanted | {"columns.csv", "README.txt"}
    assert len(rows) == sum(len(one.columns) for one in tables)


def test_the_zip_file_depends_on_its_content_alone() -> None:
    files = [("b.csv", b"1"), ("a.csv", b"2")]
    assert zipped(files) == zipped(list(files)) != zipped(reversed(files))


def test_the_built_data_has_the_codebook_once_and_a_readme_in_both_languages() -> None:
    files = dict(generate(TESTS / "plans", "zh").files)
    content = files["data/all.zip"]
    assert isinstance(content, bytes) and "data/targets.csv-metadata.json" in files
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        about = archive.read("README.txt").decode()
        assert archive.read("targets.csv").decode() == files["data/targets.csv"]
    assert "全部数据" in about and "all the data" in about and "{" not in about
    assert not any(path.startswith("data/") for path, _ in generate(TESTS / "plans", "en").files)
