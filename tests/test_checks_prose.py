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
