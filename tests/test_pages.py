"""Golden pages: what a reader reads on pages of the fictional plans, as text.

After a wanted change: PLANSITE_UPDATE=1 make test, then read the difference before committing it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from lxml import html
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.views import all_pages

GOLDEN = Path(__file__).parent / "pages"
BLOCKS = [
    "p",
    "li",
    "dt",
    "dd",
    "th",
    "td",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "caption",
    "figcaption",
    "summary",
    "title",
    "desc",
    "div",
]


def text_of(body: str) -> str:
    """Return the text of an article, one block a line."""
    tree = html.fragment_fromstring(body, create_parent="article")
    for element in tree.iter(*BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (re.sub(r"\s+", " ", line).strip() for line in tree.text_content().split("\n"))
    return "\n".join(filter(None, lines)) + "\n"


@pytest.fixture(scope="module", params=["zh", "en"])
def pages(
    request: pytest.FixtureRequest, fictional: Site
) -> tuple[Lang, Renderer, dict[str, Page]]:
    lang: Lang = request.param
    edition = Edition(fictional, lang, load_labels())
    return lang, Renderer(edition), {page.address: page for page in all_pages(edition)}


NAMES = {
    "home": "",
    "plan": "plans/qinglan/chengxi/women-2021-2025/",
    "domain": "plans/qinglan/chengxi/women-2021-2025/health/",
    "warnings": "warnings/",
    "rankings": "rankings/",
    "matrix": "matrix/",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_as_it_did(name: str, pages: tuple[Lang, Renderer, dict[str, Page]]) -> None:
    lang, renderer, found = pages
    text = text_of(renderer.body(found[NAMES[name]]))
    golden = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("PLANSITE_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_page_renders_and_has_words_of_its_own(
    pages: tuple[Lang, Renderer, dict[str, Page]],
) -> None:
    _, renderer, found = pages
    for page in found.values():
        assert page.title and page.description, page.address
        body = renderer.body(page)
        assert body.count("<h1") == 1, page.address
        assert "None" not in text_of(body), page.address


def test_both_languages_have_the_same_pages(fictional: Site) -> None:
    labels = load_labels()
    chinese, english = (
        [page.address for page in all_pages(Edition(fictional, lang, labels))]
        for lang in ("zh", "en")
    )
    assert chinese == english


def test_every_label_has_both_languages_and_the_same_places() -> None:
    for key, words in load_labels().items():
        assert set(words) == {"zh", "en"}, key
        places = [set(re.findall(r"{(\w+)}", words[lang])) for lang in ("zh", "en")]
        assert places[0] == places[1], key


def test_only_the_prose_filter_makes_text_into_markup() -> None:
    templates = Path(__file__).parents[1] / "hooks" / "plansite" / "templates"
    for template in templates.glob("*.html"):
        for line in template.read_text(encoding="utf-8").splitlines():
            assert "safe" not in re.findall(r"\|\s*(\w+)", line), f"{template.name}: {line}"
