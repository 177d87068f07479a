"""Prose: Markdown to safe HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.prose import to_html, without_asides

ALLOWED = {
    "p", "ul", "ol", "li", "strong", "em", "a", "h2", "h3", "h4", "blockquote", "code", "br",
    "table", "thead", "tbody", "tr", "th", "td", "hr",
}  # fmt: skip


class Tags(HTMLParser):
    """Notes every tag and attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))


def tags(text: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Tags()
    reader.feed(str(to_html(text)))
    return reader.found


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** *b*", "<p><strong>a</strong> <em>b</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("## A", "<h2>A</h2>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    ],
)
def test_markdown_becomes_html(text: str, html: str) -> None:
    assert to_html(text) == html


def test_a_table_becomes_a_table() -> None:
    assert [tag for tag, _ in tags("|a|b|\n|---|---|\n|1|2|")][:3] == ["table", "thead", "tr"]


@pytest.mark.parametrize(
    "address", ["https://plans.example.org/", "mailto:a@plans.example.org", "../b/", "#c"]
)
def test_a_good_link_stays(address: str) -> None:
    assert dict(tags(f"[a]({address})"))["a"]["href"] == address


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert)",
        "[a](java&#115;cript:alert)",
        "[a](java\tscript:alert)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](http://plans.example.org/)",
        "[a](//evil.example/)",
        "[a](/\\evil.example/)",
        "[a](\\\\\\\\evil.example/)",
        "[a][b]\n\n[b]: javascript:alert",
        "<javascript:alert>",
        '<a href="javascript:alert">a</a>',
        '<a href="//evil.example/">a</a>',
    ],
)
def test_a_bad_link_leads_nowhere(text: str) -> None:
    for tag, attributes in tags(text):
        assert not (tag == "a" and attributes.get("href")), attributes


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<p style='color:red' onclick=x>a</p>",
        "<iframe src='https://evil.example'></iframe>",
        "<form action=x><input></form>",
        "![a](https://evil.example/a.png)",
        "<style>p{}</style>",
    ],
)
def test_a_tag_that_is_not_listed_is_taken_out(text: str) -> None:
    for tag, attributes in tags(text):
        assert tag in ALLOWED
        assert set(attributes) <= {"href", "rel"}


@given(st.text(alphabet="<>ab[]()\"'&;:/\\!#*_`|-\n jsx=", max_size=60))
def test_whatever_is_written_only_listed_tags_come_out(text: str) -> None:
    for tag, attributes in tags(text):
        assert tag in ALLOWED
        assert set(attributes) <= {"href", "rel"}


def test_a_relative_link_counts_from_the_page_of_the_text() -> None:
    text = "[a](targets/) [b](#c) [d](https://plans.example.org/)"
    html = str(to_html(text, "../"))
    assert 'href="../targets/"' in html
    assert 'href="../#c"' in html
    assert 'href="https://plans.example.org/"' in html


def test_a_guide_is_published_without_what_it_tells_its_test() -> None:
    step = "1. Copy the line.\n\n    <!-- try: restore -->\n    ```console\n    $ make\n    ```\n"
    assert without_asides(step) == "1. Copy the line.\n\n    ```console\n    $ make\n    ```\n"
    assert without_asides("<!-- said to all -->\n") == "<!-- said to all -->\n"
