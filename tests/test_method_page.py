"""The method page: every number, word and anchor comes from what the code uses."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.progress import (
    CONSTANTS,
    METHOD_VERSION,
    Comparator,
    GapKind,
    Kind,
    ObservationStatus,
    Rule,
    Status,
    Verdict,
    Word,
    percent,
    plain,
)
from plansite.progress.method import BEHIND, ON_TRACK, T90
from plansite.progress.promise_words import PRINTED
from plansite.records.base import LANGS, Lang
from plansite.render import TEMPLATES, Renderer
from plansite.views.method import method_page
from plansite.views.method_examples import EXAMPLES, assessed_example

TABLE = Path(__file__).parent / "progress" / "worked-examples.csv"


@pytest.fixture(scope="module", params=LANGS)
def page(request: pytest.FixtureRequest, fictional: Site) -> tuple[Lang, Page, Any]:
    one = Edition(fictional, request.param, load_labels(), "0123456789abcdef")
    found = method_page(one)
    return (
        request.param,
        found,
        html.fragment_fromstring(Renderer(one).body(found), create_parent="article"),
    )


def test_it_says_that_the_rules_are_a_proposal_and_names_the_version(page: Any) -> None:
    lang, _, tree = page
    notice = tree.xpath("//div[@class='ps-notice']")[0].text_content()
    assert METHOD_VERSION in notice
    assert ("没有公开文件用数值定义" if lang == "zh" else "no public text defines these") in notice


def test_every_status_and_rule_has_the_anchor_that_other_pages_link_to(page: Any) -> None:
    _, _, tree = page
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {str(one) for one in (*Status, *Rule)} <= set(ids)


@pytest.mark.parametrize("words", [Verdict, GapKind, ObservationStatus, Comparator, Kind])
def test_every_word_of_a_vocabulary_stands_with_code_label_and_meaning(
    page: Any, words: type[Word]
) -> None:
    lang, _, tree = page
    rows = {
        tuple(cell.text_content().strip() for cell in row)[:2] for row in tree.xpath("//tbody/tr")
    }
    for one in words:
        assert (str(one), one.label(lang)) in rows


def test_every_constant_and_t_value_is_printed(page: Any) -> None:
    _, _, tree = page
    rows = [[cell.text_content().strip() for cell in row] for row in tree.xpath("//tbody/tr")]
    for one in CONSTANTS:
        if isinstance(one.value, tuple):
            for freedom, value in enumerate(one.value, start=1):
                assert [str(freedom), plain(value)] in rows
        else:
            assert [one.name, f"{one.value}"] in [row[:2] for row in rows]


def test_every_printed_word_of_a_comparator_is_listed(page: Any) -> None:
    _, _, tree = page
    for word, code in PRINTED.items():
        if word > "\u2e80":
            row = tree.xpath(f"//tr[@id='comparator-{code}']")[0]
            assert word in row.text_content()


def test_the_meanings_of_the_statuses_agree_with_the_thresholds() -> None:
    for lang in LANGS:
        high, low = f"{percent(ON_TRACK, 0):f}%", f"{percent(BEHIND, 0):f}%"
        assert high in Status.ON_TRACK.meaning(lang)
        assert low in Status.BEHIND.meaning(lang) and high in Status.BEHIND.meaning(lang)
        assert low in Status.FAR_BEHIND.meaning(lang)


def test_templates_type_no_threshold() -> None:
    typed = (TEMPLATES / "_formulas.html").read_text() + (TEMPLATES / "method.html").read_text()
    for one in CONSTANTS:
        if not isinstance(one.value, (tuple, int)) and one.value not in (0, 1, 2):
            assert plain(one.value) not in typed, one.name
    assert plain(T90[0]) not in typed


def test_examples_are_rows_of_the_published_table_and_give_its_results(page: Any) -> None:
    with TABLE.open(encoding="utf-8") as file:
        rows = {row["row"]: row for row in csv.DictReader(file)}
    for example in EXAMPLES:
        row, now = rows[example.number], assessed_example(example)
        given = {int(y): v for y, v in (one.split(":") for one in row["observations"].split(";"))}
        assert given == dict(example.values)
        assert str(example.goal.comparator) == row["comparator"]
        assert plain(example.goal.value or 0) == row["target"]  # type: ignore[arg-type]
        assert str(now.status) == row["status"] and str(now.verdict) == row["verdict"]
        assert " ".join(map(str, now.warnings)) == row["warnings"]


def test_the_worked_steps_end_in_the_numbers_of_the_engine(page: Any) -> None:
    _, found, _ = page
    example = next(one for one in found.view["examples"] if one.number == "5")
    results = dict(example.results)
    assert example.steps
    for name, text in example.steps:
        assert text.endswith(f"= {results[name]}")


def test_formulas_are_markup_without_script_or_style(page: Any) -> None:
    _, _, tree = page
    assert len(tree.xpath("//math")) > 20
    assert not tree.xpath("//script | //style | //@style")


def test_no_place_is_left_unfilled(page: Any) -> None:
    lang, found, tree = page
    text = tree.text_content()
    assert "{" not in text and "None" not in text
    assert [one.id for one in found.headings] == [
        one for one in tree.xpath("//h2/@id") if one in {h.id for h in found.headings}
    ]
    if lang == "en":
        outside = tree.xpath("//*[not(ancestor-or-self::*[@lang])]/text()")
        han = [one for one in outside if any("\u4e00" <= sign <= "\u9fff" for sign in one)]
        assert all("include the number" in one for one in han)
