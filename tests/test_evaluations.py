"""Evaluations: prose of a body beside the data of its day, honest where nobody wrote any."""

from __future__ import annotations

from typing import Any

import pytest
from plansite.model import Site
from plansite.records.base import LANGS
from plansite.render import Renderer
from reported import CITY, COUNTY, MIDTERM, edition, pages, text


def test_a_submitted_evaluation_shows_prose_body_commit_and_the_data_of_its_day(
    fictional: Site,
) -> None:
    one = edition(fictional, "en", "ffffffffffff")
    page = pages(one)[f"plans/{MIDTERM}/"]
    read = text(one, page)
    assert "on a good course (fictional)" in read
    assert "Working Committee on Children and Women" in read
    assert page.view["commit"] == "5e1f3a9c0b27"
    assert page.view["day_iso"] == "2023-12-31"
    assert page.view["submitted"]


def test_an_evaluation_stays_what_it_was_when_later_data_arrive(
    fictional: Site, sources: Any
) -> None:
    before = edition(fictional)
    name = "qinglan/chengxi/observations/2025.csv"
    first = (sources / name).read_text(encoding="utf-8").split("\n")[0]
    sources.write(name, first + "\n")
    after = edition(sources.load())
    address = f"plans/{MIDTERM}/"
    assert text(before, pages(before)[address]) == text(after, pages(after)[address])


def test_an_evaluation_nobody_submitted_says_so_and_judges_nothing(fictional: Site) -> None:
    one = edition(fictional)
    page = pages(one)[f"plans/{COUNTY}/evaluations/2025-midterm/"]
    assert "No judgement submitted" in text(one, page)
    assert not page.view["slots"] and not page.view["submitted"]


def test_an_evaluation_that_is_not_due_has_no_page(fictional: Site) -> None:
    assert not [one for one in pages(edition(fictional)) if one.endswith("-final/")]


def test_parts_of_an_evaluation_follow_the_template(fictional: Site) -> None:
    one = edition(fictional)
    page = pages(one)[f"plans/{MIDTERM}/"]
    body = Renderer(one).body(page)
    places = [body.index(f'id="{heading.id}"') for heading in page.headings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('as_of: "2023-12-31"', 'as_of: "2023"', 2, "a date like 2025-12-31 is expected"),
        ('as_of: "2023-12-31"', 'as_of: "2024-12-31"', 2, "is not in 2023, the year of the file's name"),
        ('as_of: "2023-12-31"\n', "", 2, "as_of: the field is missing"),
        ("body: women-children-committee", "body: women-children-comittee", 3, "did you mean women-children-committee?"),
        ('"5e1f3a9c0b27"', '"main"', 4, "a commit id is expected"),
        ("## Overall judgement", "## Overall judgment", 7, "did you mean Overall judgement?"),
        ("## What comes next", "## What falls short", 20, "stands twice"),
        ("---\nas_of", "as_of", 1, "must begin with as_of and body"),
        ("## Overall judgement", "Overall judgement", 7, "must begin with a second-level heading"),
        ("(fictional). Most", "<b>. Most", 9, "contains HTML"),
        ("(fictional). Most", "虚. Most", 9, "has the Chinese character"),
        ('data_commit: "5e1f3a9c0b27"\n', "", 2, "data_commit differs between the languages"),
    ],
)  # fmt: skip
def test_a_fault_of_an_evaluation_is_named_with_its_line(
    sources: Any, old: str, new: str, line: int, words: str
) -> None:
    sources.replace(f"{MIDTERM}.en.md", old, new)
    found = [one for one in sources.problems() if words in one]
    assert found, sources.problems()
    assert found[0].startswith((f"{MIDTERM}.en.md:{line}:", f"{MIDTERM}.zh.md:{line}:"))


def test_an_evaluation_needs_both_languages(sources: Any) -> None:
    (sources / f"{MIDTERM}.en.md").unlink()
    assert "2023-midterm.en.md is missing" in sources.problem()


def test_an_evaluation_can_not_lie_in_the_future(sources: Any) -> None:
    for lang in LANGS:
        text = (sources / f"{MIDTERM}.{lang}.md").read_text(encoding="utf-8")
        (sources / f"{MIDTERM}.{lang}.md").unlink()
        sources.write(
            f"{CITY}/evaluations/2026-final.{lang}.md", text.replace("2023-12-31", "2026-12-31")
        )
    assert "must lie between 2021 and the as_of of site.yml (2026-11-21)" in sources.problem()


def test_a_plan_has_one_evaluation_of_a_kind(sources: Any) -> None:
    for lang in LANGS:
        text = (sources / f"{MIDTERM}.{lang}.md").read_text(encoding="utf-8")
        sources.write(
            f"{CITY}/evaluations/2024-midterm.{lang}.md", text.replace("2023-12-31", "2024-06-30")
        )
    assert all("one midterm evaluation only" in one for one in sources.problems())


def test_an_evaluation_of_another_kind_is_a_stray_file(sources: Any) -> None:
    sources.write(f"{CITY}/evaluations/2024-annual.zh.md", "文")
    assert "nobody reads this file" in sources.problem()
