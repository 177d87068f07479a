"""A chart on another website: a picture that says what it shows and leads back."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
from plansite.edition import Edition, load_labels
from plansite.embedding import snippet
from plansite.model import Site
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.views.indicators import indicator_pages

ADDRESS = "https://plans.example.org/"


class Read(HTMLParser):
    """The tags of a snippet with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: dict[str, dict[str, str | None]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = dict(attrs)


@pytest.mark.parametrize("lang, below", [("zh", ""), ("en", "en/")])
def test_the_code_leads_to_the_page_and_shows_a_file_that_is_written(
    fictional: Site, lang: Lang, below: str
) -> None:
    edition = Edition(fictional, lang, load_labels())
    renderer = Renderer(edition, ADDRESS)
    page = next(one for one in indicator_pages(edition) if one.charts)
    where = f"{ADDRESS}{below}{page.address}"
    tags = Read(snippet(page, where)).tags
    files = [name for name, _ in renderer.chart_files(page)]
    assert set(tags) == {"a", "img"}
    assert tags["a"]["href"] == where
    assert str(tags["img"]["src"]).removeprefix(where) in files
    assert page.charts[0].title in str(tags["img"]["alt"])
    body = renderer.body(page)
    assert 'id="embed"' in body and "&lt;img src=" in body
    assert "<img" not in body  # it is shown, not run


def test_words_of_a_chart_can_not_leave_their_attribute() -> None:
    chart = SimpleNamespace(id="chart", title='"><script>', description="<b> & 'c'")
    page: Any = SimpleNamespace(charts=(chart,))
    tags = Read(snippet(page, ADDRESS)).tags
    assert set(tags) == {"a", "img"}
    assert tags["img"]["alt"] == "\"><script>. <b> & 'c'"


def test_a_page_without_chart_or_address_offers_no_code(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    pages = list(indicator_pages(edition))
    bare = next(one for one in pages if not one.charts)
    drawn = next(one for one in pages if one.charts)
    assert snippet(bare, ADDRESS) == snippet(drawn, "") == ""
    assert 'id="embed"' not in Renderer(edition).body(drawn)
