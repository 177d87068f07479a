"""A reader reports a page: by a letter, a form or an issue that knows which page it is."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Sources
from mkdocs.commands.build import build
from mkdocs.config import load_config
from plansite.edition import Edition, load_labels
from plansite.feedback import Feedback, feedback
from plansite.records.base import Lang

TITLE = 'Schools & "Crèches": 100% of 5-year-olds?'
ADDRESS = "https://plans.example.org/en/plans/yunting/#d&e"
EMAIL = "feedback: {email: office@plans.example.org}\n"
ALL = """feedback:
  email: office@plans.example.org
  form: https://plans.example.org/feedback?page={address}&title={title}
  issues: https://plans.example.org/issues/new
"""


def ways(sources: Sources, given: str, lang: Lang = "en") -> Feedback | None:
    sources.append("site.yml", given)
    return feedback(Edition(sources.load(), lang, load_labels()), TITLE, ADDRESS)


def test_no_page_offers_to_report_anything_until_the_settings_say_where(sources: Sources) -> None:
    assert ways(sources, "") is None


def test_a_letter_has_subject_page_and_questions_filled_in(sources: Sources) -> None:
    found = ways(sources, EMAIL)
    assert found
    (one,) = found.ways
    parts = urlsplit(one.address)
    assert (parts.scheme, parts.path) == ("mailto", "office@plans.example.org")
    fields = parse_qs(parts.query, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    assert fields["subject"] == [f"Correction: {TITLE}"]
    lines = fields["body"][0].split("\r\n")
    assert lines[:2] == [f"Page: {TITLE}", ADDRESS]
    assert "What it says:" in lines


def test_a_form_gets_title_and_address_of_the_page_and_nothing_else_of_it(
    sources: Sources,
) -> None:
    found = ways(sources, ALL, "zh")
    assert found and found.question.startswith("本页有错")
    assert [one.text for one in found.ways] == ["写邮件", "填表单", "在代码仓库提交"]
    fields = parse_qs(urlsplit(found.ways[1].address).query, strict_parsing=True)
    assert fields == {"page": [ADDRESS], "title": [TITLE]}
    assert found.ways[2].address == "https://plans.example.org/issues/new"


def test_a_title_can_not_add_a_receiver_or_a_line(sources: Sources) -> None:
    sources.append("site.yml", EMAIL)
    edition = Edition(sources.load(), "en", load_labels())
    found = feedback(edition, "a&bcc=x@plans.example.org\r\nBcc: y", "b&cc=z")
    assert found
    query = urlsplit(found.ways[0].address).query
    assert set(parse_qs(query, strict_parsing=True)) == {"subject", "body"}
    assert "\n" not in found.ways[0].address and "&bcc" not in found.ways[0].address


@pytest.mark.parametrize(
    "given, said",
    [
        ("feedback: {email: office}", "an e-mail address such as"),
        ("feedback: {email: mailto:office@plans.example.org}", "an e-mail address such as"),
        ("feedback: {email: 'a@plans.example.org?cc=b'}", "an e-mail address such as"),
        ("feedback: {form: 'javascript:alert(1)'}", "beginning with https://"),
        ("feedback: {form: 'https://plans.example.org/?p={page}'}", "{title} (of the page)"),
        ("feedback: {issues: 'https://plans.example.org/{'}", "{title} (of the page)"),
        ("feedback: {}", "names no way to report"),
        ("feedback: {mail: a@plans.example.org}", "did you mean email?"),
    ],
)
def test_a_way_that_leads_nowhere_is_one_problem_at_its_line(
    sources: Sources, given: str, said: str
) -> None:
    line = sources.append("site.yml", f"{given}\n")
    problems = sources.problems()
    assert any(one.startswith(f"site.yml:{line}: 错误 error: ") for one in problems), problems
    assert any(said in one for one in problems), problems


@pytest.fixture
def project(repository: Path, sources: Sources) -> Path:
    """The site of the fictional plans, ready to be built by MkDocs."""
    for name in ("docs", "hooks"):
        (sources.root / name).symlink_to(repository / name)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        (sources.root / name).write_bytes((repository / name).read_bytes())
    return sources.root


def test_every_page_ends_with_the_way_to_report_it(project: Path, sources: Sources) -> None:
    sources.append("site.yml", ALL)
    config = load_config(str(project / "mkdocs.en.yml"), site_dir=str(project / "site"))
    build(config)
    read = 0
    for page in (project / "site").rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        found = re.findall(r'<p class="ps-report">.*?</p>', text)
        assert len(found) == 1, page
        form = unescape(re.findall(r'href="(https://plans[^"]*feedback[^"]*)"', found[0])[0])
        below = page.parent.relative_to(project / "site").as_posix()
        asked = parse_qs(urlsplit(form).query)["page"][0]
        assert asked == f"https://plans.example.org/en/{'' if below == '.' else below + '/'}"
        read += 1
    assert read > 20
