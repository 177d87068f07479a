"""What a page says, it says once: the day of a source, a count of nothing, a name for two things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.records.base import Bilingual, Lang
from plansite.render import Renderer
from plansite.views.bodies import body_pages
from plansite.views.indicators import pages_of
from plansite.views.source_links import source_link

SOURCE, BODY = "qinglan-yearbook", "education-bureau"


@pytest.mark.parametrize(
    ("title", "day", "lang", "said"),
    [
        ("News (2 November 2023)", "2023-11-02", "en", "News (2 November 2023), Bureau"),
        ("News (2023-11-02)", "2023-11-02", "zh", "News (2023-11-02)，Bureau"),
        ("News", "2023-11-02", "en", "News, Bureau, 2023-11-02"),
        ("News of 2023", "2023", "en", "News of 2023, Bureau, 2023"),
        (
            "News (1 November 2023)",
            "2023-11-02",
            "en",
            "News (1 November 2023), Bureau, 2023-11-02",
        ),
    ],
)
def test_the_day_of_a_source_is_said_once(
    fictional: Site, title: str, day: str, lang: Lang, said: str
) -> None:
    words = {
        "title": Bilingual(zh=title, en=title),
        "publisher": Bilingual(zh="Bureau", en="Bureau"),
    }
    source = fictional.sources[SOURCE].model_copy(update={**words, "date": day})
    site = replace(fictional, sources={**fictional.sources, SOURCE: source})
    assert source_link(Edition(site, lang, load_labels()), SOURCE).text == said


@pytest.mark.parametrize(
    ("lang", "name", "title"),
    [
        ("zh", "妇女与教育", "妇女与教育（责任单位）"),
        ("en", "Women and Education", "Women and Education (responsible body)"),
        ("en", "Education Bureau", "Education Bureau"),
    ],
)
def test_a_body_with_the_name_of_a_domain_says_that_it_is_a_body(
    fictional: Site, lang: Lang, name: str, title: str
) -> None:
    body = fictional.bodies[BODY].model_copy(update={"name": Bilingual(zh=name, en=name)})
    site = replace(fictional, bodies={**fictional.bodies, BODY: body})
    pages = body_pages(Edition(site, lang, load_labels()))
    assert title in {one.title for one in pages}


@pytest.mark.parametrize(("targets", "said"), [(0, False), (2, True)])
def test_an_indicator_without_targets_counts_none(
    fictional: Site, targets: int, said: bool
) -> None:
    edition = Edition(fictional, "en", load_labels())
    indicator = fictional.indicators["maternal-mortality-ratio"]
    page = next(pages_of(edition, indicator))
    answer = replace(page.view["answer"], targets=targets)
    body = Renderer(edition).body(replace(page, view={**page.view, "answer": answer}))
    names = html.fragment_fromstring(body, create_parent="article").xpath(
        "//*[@class='ps-answer']//dt/text()"
    )
    assert names
    assert (edition.word("answer_targets") in names) is said
