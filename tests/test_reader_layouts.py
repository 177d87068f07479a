"""One plan in many layouts: whatever holds the text, the same is read and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from plansite.reader import load_catalogue, official_text, plain_text, read_bytes, report_of
from plansite.reader.measure import figures_of, places_of
from reader.layouts import LAYOUTS, TEXT, content_control

CATALOGUE = load_catalogue(Path(__file__).parents[1] / "plans" / "indicators")
FIGURES = [
    ("health", "1", "4", "per_1000", "le"), ("health", "1", "5", "per_1000", "le"),
    ("health", "2", "95", "percent", "ge"), ("health", "3", "8", "percent", "le"),
    ("health", "3", "3", "percent", "le"), ("health", "4", "0.5", "percent", "decrease"),
    ("health", "4", "2", "hours", "ge"), ("health", "5", "1.12", "per_1000", "ge"),
    ("health", "5", "3.2", "per_1000", "ge"), ("health", "measure 1", "1", "count", "ge"),
    ("health", "measure 1", "1", "count", "ge"), ("welfare", "2", "100", "percent", "ge"),
    ("monitoring", "monitoring 1", "1", "times_per_year", "ge"),
]  # fmt: skip
PLACES = [
    *(("health", str(n)) for n in range(1, 6)), ("health", "measure 1"), ("health", "measure 2"),
    ("welfare", "1"), ("welfare", "2"), ("welfare", "measure 1"), ("organisation", "organisation 1"),
    ("organisation", "organisation 2"), ("monitoring", "monitoring 1"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["plain.txt", *LAYOUTS])
def test_a_plan_is_read_the_same_in_every_layout(name: str) -> None:
    content = LAYOUTS[name]() if name in LAYOUTS else TEXT.encode()
    read = read_bytes(content, name, CATALOGUE)
    (plan,) = read.plans
    assert figures_of(plan) == [(*figure, 2030) for figure in FIGURES]
    assert places_of(plan) == PLACES
    assert plan.facts.title == "云岭县儿童发展规划（2021—2030年）"
    assert (plan.facts.jurisdiction, plan.facts.document_number[:3]) == ("云岭县", "云政发")
    assert plain_text(official_text(plan)) == read.text


def test_what_stands_in_a_content_control_is_no_less_text() -> None:
    read = read_bytes(content_control(), "content-control.docx", CATALOGUE)
    assert "".join(TEXT.split()) == read.text
    assert all("儿童" not in one["text"] for one in report_of(read)["unplaced"])
