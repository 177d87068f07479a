"""The fictional documents: what each must be read as."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from plansite.reader import (
    Reading,
    item_anchor,
    load_catalogue,
    official_text,
    passages,
    plain_text,
    read_bytes,
    report_of,
)
from plansite.reader.measure import expected_parts, figures_of, places_of, score
from reader.samples import sample_bytes

HERE = Path(__file__).parent / "reader"
SAMPLES = sorted(HERE.glob("*.expected.json"))
CATALOGUE = load_catalogue(HERE.parents[1] / "plans" / "indicators")
samples = pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name.split(".")[0])


def reading(path: Path) -> Reading:
    name, content = sample_bytes(path)
    return read_bytes(content, name, CATALOGUE)


@samples
def test_every_numeric_target_is_found_and_no_other(path: Path) -> None:
    for plan, (_, figures, _) in zip(reading(path).plans, expected_parts(path), strict=True):
        result = score(figures, figures_of(plan))
        assert (result.missing, result.extra) == ((), ())


@samples
def test_every_numbered_place_is_found_and_no_other(path: Path) -> None:
    for plan, (_, _, places) in zip(reading(path).plans, expected_parts(path), strict=True):
        result = score(places, places_of(plan))
        assert (result.missing, result.extra) == ((), ())


@samples
def test_a_plan_says_what_it_is(path: Path) -> None:
    for plan, (expected, _, _) in zip(reading(path).plans, expected_parts(path), strict=True):
        facts = plan.facts
        assert facts.title == expected["title"]
        assert list(facts.period or ()) == expected["period"]
        assert facts.jurisdiction == expected["jurisdiction"]
        assert facts.draft is expected["draft"]
        assert list(facts.superior_plans) == expected["superior_plans"]
        assert [d.id for d in plan.domains] == list(expected["domains"])


@samples
def test_no_character_is_lost_and_markdown_shows_the_same_words(path: Path) -> None:
    read = reading(path)
    texts = [official_text(plan) for plan in read.plans]
    assert "".join(plain_text(text) for text in texts) == read.text
    for text in texts:
        page = markdown.markdown(text, extensions=["attr_list", "tables"])
        words = re.sub(r"<em class=\"number\">.*?</em>", "", page)
        words = re.sub(r"[\s\u200b]+", "", re.sub(r"<[^>]+>", "", words))
        assert words.replace("&lt;", "<").replace("&amp;", "&").replace("&gt;", ">") == plain_text(
            text
        )


@samples
def test_every_place_has_its_passage_under_its_own_anchor(path: Path) -> None:
    for plan in reading(path).plans:
        text = official_text(plan)
        anchors = passages(text)
        assert len(re.findall(r"\{:? ?#", text)) == len(anchors)
        for item in plan.items:
            if not item.entries[0].paragraph.cells:
                assert (
                    item.heading[:6].replace(" ", "")
                    in anchors[item_anchor(item.domain, item.location)]
                )


@samples
def test_a_quotation_stands_in_the_document(path: Path) -> None:
    read = reading(path)
    for plan in read.plans:
        for one in plan.numeric_targets:
            assert re.sub(r"\s+", "", one.quote) in "".join(
                plain_text(re.sub(r"\*[^*]*\*\{ \.page \}", "", official_text(p)))
                for p in read.plans
            )


@samples
def test_the_report_has_all_its_keys(path: Path) -> None:
    report = report_of(reading(path))
    assert set(report) >= {
        "title", "period", "jurisdiction", "superior_plans", "domains", "projects", "organisation",
        "monitoring", "numeric_targets", "unplaced", "other_plans",
    }  # fmt: skip


def test_menus_around_a_page_are_listed_as_unplaced() -> None:
    report = report_of(reading(HERE / "page.expected.json"))
    assert "政策 2021年 95%" in " ".join(u["text"] for u in report["unplaced"])


def test_page_numbers_and_contents_are_listed_with_their_lines() -> None:
    unplaced = report_of(reading(HERE / "contents.expected.json"))["unplaced"]
    assert {"line": 14, "text": "- 1 -", "why": "page number or running head"} in unplaced
    assert sum(u["why"] == "table of contents" for u in unplaced) == 8


def test_a_missing_number_is_inferred_and_said_so() -> None:
    plan = reading(HERE / "nine-domains.expected.json").plans[0]
    noted = [i.location for i in plan.items if i.entries[0].note]
    assert noted == ["measure 1"]


def test_footnotes_are_notes_and_not_targets() -> None:
    report = report_of(reading(HERE / "wrapped.expected.json"))
    assert [n["text"][:5] for n in report["glossary"]] == ["①新生儿遗", "[1]优良"]


def test_a_column_in_ten_thousands_counts_its_baseline_so_too() -> None:
    targets = reading(HERE / "properties.docx.expected.json").plans[0].numeric_targets
    assert [str(t.target.baseline and t.target.baseline[0]) for t in targets[1:3]] == [
        "41",
        "6000.0",
    ]


def test_what_was_reached_sets_no_target() -> None:
    plan = reading(HERE / "properties.docx.expected.json").plans[0]
    assert [e.body for e in plan.entries if "420人次" in e.body]
    assert plan.overall == ()
