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
from plansite.records.catalogue import TIERS
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


def test_a_phone_finds_the_contents_of_a_long_page_under_its_heading(
    pages: tuple[Lang, Renderer, dict[str, Page]],
) -> None:
    _, renderer, found = pages
    page = found[NAMES["domain"]]
    tree = html.fragment_fromstring(renderer.body(page), create_parent="article")
    (contents,) = tree.xpath("h1/following-sibling::nav[@class='ps-contents']")
    places = [one.get("href").removeprefix("#") for one in contents.iter("a")]
    assert places[0] == "numeric"
    assert places == [one.id for part in page.headings for one in (part, *part.children)]
    assert set(places) <= {one.get("id") for one in tree.iter() if one.get("id")}
    assert not contents.xpath("preceding-sibling::h2")


def test_plans_of_other_tiers_stand_tier_by_tier_from_the_nation_down(
    pages: tuple[Lang, Renderer, dict[str, Page]],
) -> None:
    _, renderer, found = pages
    for _, _, plans, tiers in found["plans/"].view["groups"]:
        assert sorted(one.link for one in plans) == sorted(one.link for _, those in tiers for one in those)  # fmt: skip
        assert all(one.tier == tier for tier, those in tiers for one in those)
    words = [tier for _, _, _, tiers in found["plans/"].view["groups"][1:2] for tier, _ in tiers]
    order = [renderer.edition.word(f"tier_{tier}") for tier in TIERS]
    assert words == [one for one in order if one in words] and len(words) > 1
    body = renderer.body(found["plans/"])
    assert all(f"<h3>{word}" in body for word in words)


def test_what_is_missing_comes_before_what_the_words_mean(
    pages: tuple[Lang, Renderer, dict[str, Page]],
) -> None:
    _, renderer, found = pages
    tree = html.fragment_fromstring(renderer.body(found["gaps/"]), create_parent="article")
    first = next(tree.iter("h2"))
    assert first.get("id") == "plan-1"
    assert next(first.itersiblings(preceding=True)).tag == "details"


def test_a_plan_says_which_year_of_its_period_it_is_in(
    pages: tuple[Lang, Renderer, dict[str, Page]],
) -> None:
    lang, renderer, found = pages
    texts = {
        address: " ".join(text_of(renderer.body(found[address])).split())
        for address in ("plans/qinglan/chengxi/women-2021-2025/", "plans/qinglan/women-2021-2030/")
    }
    over, running = texts.values()
    said = {"zh": "2021–2030（第 6 年，共 10 年）", "en": "2021–2030 (year 6 of 10)"}[lang]
    assert said in running
    assert "2021–2025（" not in over and "2021–2025 (year" not in over
