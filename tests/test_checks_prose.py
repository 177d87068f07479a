"""Rules about prose: known sections, both languages, plain Markdown."""

from __future__ import annotations

import pytest
from conftest import Sources

PLAN = "qinglan/chengxi/baiyu/women-2021-2030"
FILE = f"{PLAN}/introduction.en.md"


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://plans.example.org/)",
        "[a](mailto:office@plans.example.org)",
        "[a](../economy/)",
        "[a](#b)",
        "Less than 5 < 6 and 7 > 6.",
        "The ratio is 3:2, and a:b too.",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "We keep data: they are open.",
        "- one\n\n    more of it\n\n- two\n    - deeper",
        "1. one\n\n    more of it\n\n    and more",
        "**a** and **b**\nover **two\nlines**",
        "a line\n    that goes on",
        "- - -",
    ],
)
def test_plain_markdown_is_no_problem(sources: Sources, text: str) -> None:
    sources.write(FILE, f"{text}\n")
    assert sources.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert)",
        "[a](JavaScript:alert)",
        "[a]( javascript:alert)",
        "[a](java&#115;cript:alert)",
        "[a](&#x6A;avascript:alert)",
        "[a](javascript&colon;alert)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](http://plans.example.org/)",
        "[a](ftp://plans.example.org/)",
        "[a](file:///etc/passwd)",
        "[a](//evil.example/)",
        "[a](\\\\evil.example/)",
        "[a](/\\evil.example/)",
        "[a]: javascript:alert",
        "[a]: //evil.example/",
    ],
)
def test_a_link_elsewhere_than_https_mail_or_here_is_a_problem(sources: Sources, text: str) -> None:
    sources.write(FILE, f"First line.\n\n{text}\n")
    problem = sources.problem()
    assert problem.startswith(f"{FILE}:3: ")
    assert "is not allowed; use https or a relative link" in problem


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<b>x</b>", "<!-- x -->", "</p>", "<?php ?>", "<svg/onload=x>"],
)
def test_html_is_a_problem(sources: Sources, text: str) -> None:
    sources.write(FILE, f"First line.\n{text}\n")
    problem = sources.problem()
    assert problem.startswith(f"{FILE}:2: ")
    assert "contains HTML; use Markdown only" in problem


def test_a_picture_is_a_problem(sources: Sources) -> None:
    sources.write(FILE, "![a](b.png)\n")
    assert "contains a picture" in sources.problem()


def test_an_empty_file_is_a_problem(sources: Sources) -> None:
    sources.write(FILE, " \n")
    assert "the file is empty" in sources.problem()


def test_prose_in_one_language_only_is_a_problem(sources: Sources) -> None:
    (sources / FILE).unlink()
    assert "introduction.en.md is missing beside introduction.zh.md" in sources.problem()


def test_prose_of_no_section_is_a_problem(sources: Sources) -> None:
    sources.write(f"{PLAN}/law.zh.md", "文\n")
    sources.write(f"{PLAN}/law.en.md", "text\n")
    found = sources.problems()
    assert len(found) == 2
    assert "there is no section law; allowed: digital-life, economy, family, health" in found[0]


CITY = "qinglan/chengxi/women-2021-2025"


@pytest.mark.parametrize("to", ["60.7%", "6.60%", "99.0%"])
def test_a_percentage_that_nothing_records_is_looked_at_again(sources: Sources, to: str) -> None:
    for lang in ("zh", "en"):
        sources.replace(f"{CITY}/introduction.{lang}.md", "66.0%", to)
    english, chinese = sources.problems()
    assert english.startswith(f"{CITY}/introduction.en.md:3: 警告 warning: ")
    assert chinese.startswith(f"{CITY}/introduction.zh.md:3: 警告 warning: ")
    assert f"{to[:-1]} % is no value recorded of this plan or its place" in english


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("共2项目标。", "There are 2 goals.", []),
        ("共两项目标。", "There are 12 measures.", ["'12 measures', yet 2 are recorded"]),
        ("共9项主要目标。", "There are nine goals.", ["'9项主要目标', yet 2 are recorded"]),
    ],
)
def test_the_number_of_clauses_in_prose_is_that_of_the_record(
    sources: Sources, zh: str, en: str, said: list[str]
) -> None:
    sources.write(f"{CITY}/social-security.zh.md", f"{zh}\n")
    sources.write(f"{CITY}/social-security.en.md", f"{en}\n")
    sources.append(
        f"{CITY}/targets/social-security.yml", '- number: "2"\n  title: {zh: 甲, en: A}\n'
    )
    found = sources.problems()
    assert len(found) == len(said), found
    assert all(words in one for words, one in zip(said, found, strict=True)), found


def test_figures_are_compared_by_paragraph_and_dates_and_words_are_let_be(sources: Sources) -> None:
    sources.write(
        FILE.replace(".en.", ".zh."), "“十四五”时期有三个镇。\n\n2024年5月16日起为1.2万人。\n"
    )
    sources.write(FILE, "In the 14th plan 3 towns.\n\nFrom 16 May 2024 there are 12,000 people.\n")
    assert sources.problems() == []
    sources.write(FILE, "In the 14th plan 3 towns.\n\nFrom 16 May 2024 there are 13,000 people.\n")
    found = sources.problem()
    assert found.startswith(f"{FILE.replace('.en.', '.zh.')}:3: ")
    assert "Chinese only: 12000; English only: 13000" in found
