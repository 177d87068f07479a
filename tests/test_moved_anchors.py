"""A link to a part of a list leads somewhere sensible after the part moved to its own page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from lxml import html
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.render import Renderer
from plansite.views import indicators, matrix, rankings, yearbook

Case = tuple[Callable[[Edition], Iterator[Page]], ModuleType, str]
CASES: dict[str, Case] = {
    "indicators": (indicators.catalogue_pages, indicators, "MOST_INDICATORS"),
    "matrix": (matrix.matrix_pages, matrix, "MOST_COLUMNS"),
    "rankings": (rankings.rankings_pages, rankings, "MOST_ROWS"),
    "yearbook": (yearbook.yearbook_pages, yearbook, "MOST_VALUES"),
}


@pytest.mark.parametrize("name", CASES)
def test_the_heading_of_a_part_becomes_the_link_to_its_page(
    fictional: Site, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, module, limit = CASES[name]
    edition = Edition(fictional, "en", load_labels())
    monkeypatch.setattr(module, limit, 10**6)
    headings = {one.id for one in next(pages(edition)).headings}
    monkeypatch.setattr(module, limit, 1)
    first = next(pages(edition))
    tree = html.fragment_fromstring(Renderer(edition).body(first), create_parent="article")
    moved = headings & {one.get("id") for one in tree.xpath("//li[@id]")}
    assert moved
    assert headings - {"letters", "sources"} <= set(tree.xpath("//@id"))
    assert all(len(tree.xpath(f"//li[@id='{one}']/a")) == 1 for one in moved)
