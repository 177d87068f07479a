"""How to cite a page: complete in both languages, under pages worth citing, found by the search."""

from __future__ import annotations

import pytest
from lxml import html
from plansite.citation import citation
from plansite.cut import cut
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.records.base import LANGS, Lang
from plansite.render import CITED, Renderer
from plansite.search.article import read_article
from plansite.views import all_pages
from plansite.views.method import method_page

COMMIT = "0123456789abcdef"
ADDRESS = "https://plans.example/"


def edition(site: Site, lang: Lang) -> Edition:
    return Edition(site, lang, load_labels(), COMMIT)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            "云汀国规划公开示例项目：《计算方法》，云汀国发展规划公开（虚构示例），数据截至 2026-11-21，"
            "数据版本 0123456789ab，许可 CC BY 4.0，https://plans.example/method/",
        ),
        (
            "en",
            "Yunting Open Plans Example Project, “Method”, Development Plans of Yunting (fictional), "
            "data as of 2026-11-21, data commit 0123456789ab, licence CC BY 4.0, "
            "https://plans.example/en/method/",
        ),
    ],
)
def test_a_citation_says_who_what_when_and_where(fictional: Site, lang: Lang, said: str) -> None:
    one = edition(fictional, lang)
    assert citation(one, method_page(one), ADDRESS) == said


def test_what_is_not_known_is_left_out(fictional: Site) -> None:
    one = Edition(fictional, "en", load_labels())
    said = citation(one, method_page(one))
    assert "commit" not in said and said.endswith("licence CC BY 4.0")


@pytest.mark.parametrize("lang", LANGS)
def test_pages_worth_citing_say_how_and_others_do_not(fictional: Site, lang: Lang) -> None:
    one = edition(fictional, lang)
    renderer, seen = Renderer(one, ADDRESS), set()
    for page in all_pages(one):
        tree = html.fragment_fromstring(renderer.body(page), create_parent="article")
        found = [
            node.text_content().strip()
            for node in tree.findall(".//footer/details[@id='cite']/p[1]")
        ]
        cited = page.template in CITED and page.search
        assert found == ([citation(one, page, ADDRESS)] if cited else []), page.address
        seen |= {page.template} if cited else set()
    assert seen == CITED


def test_the_search_finds_how_to_cite(fictional: Site) -> None:
    one = edition(fictional, "en")
    body = Renderer(one).body(method_page(one))
    article = read_article(cut(f'<article class="md-content__inner">{body}</article>'), "x/")
    assert article is not None
    assert any("data commit 0123" in passage.text for passage in article.passages)
