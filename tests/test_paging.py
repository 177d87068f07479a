"""Lists that grow with the plans: pages of bounded size, everything listed once, links that lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from lxml import html
from plansite.addresses import relative
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.records.base import LANGS, Lang
from plansite.render import Renderer
from plansite.views import gaps, home, progress, rankings, warnings, yearbook
from plansite.views.paging import Part, Step, split

GROWING: dict[str, Callable[[Edition], Iterator[Page]]] = {
    "warnings": warnings.warnings_pages,
    "gaps": gaps.gaps_pages,
    "rankings": rankings.rankings_pages,
    "yearbook": yearbook.yearbook_pages,
    "progress": progress.dashboard_pages,
}


def way(row: str) -> tuple[Step, ...]:
    """Return the way of a row that is written as its way and a letter: `a/b/x`."""
    return tuple(Step(one, one.upper()) for one in row.split("/")[:-1])


def addresses(part: Part[str]) -> dict[str, tuple[str, ...]]:
    return {one.address: one.own for one in part.walk()}


def test_a_short_list_stays_on_its_page() -> None:
    rows = ["x", "a/x", "b/c/x"]
    assert addresses(split("list/", rows, way, most=3)) == {"list/": tuple(rows)}


def test_a_long_list_has_a_page_for_each_part_and_keeps_what_belongs_to_none() -> None:
    rows = ["x", "a/x", "b/x", "a/y", "b/c/x"]
    assert addresses(split("list/", rows, way, most=2)) == {
        "list/": ("x",),
        "list/a/": ("a/x", "a/y"),
        "list/b/": ("b/x", "b/c/x"),
    }


def test_a_part_that_is_too_long_is_parted_again() -> None:
    rows = ["a/x", "a/b/x", "a/b/y", "a/c/x"]
    assert addresses(split("list/", rows, way, most=2)) == {
        "list/": (),
        "list/a/": ("a/x",),
        "list/a/b/": ("a/b/x", "a/b/y"),
        "list/a/c/": ("a/c/x",),
    }


def test_what_has_no_further_step_stays_together_however_long() -> None:
    rows = ["a/1", "a/2", "a/3"]
    assert addresses(split("list/", rows, way, most=1)) == {"list/": (), "list/a/": tuple(rows)}


def test_growth_takes_no_page_away() -> None:
    rows = [f"p{n % 3}/c{n % 7}/{n}" for n in range(60)]
    seen: set[str] = set()
    for count in range(1, len(rows)):
        now = set(addresses(split("list/", rows[:count], way, most=5)))
        assert seen <= now
        seen = now


@pytest.fixture(params=LANGS)
def edition(fictional: Site, request: pytest.FixtureRequest) -> Edition:
    lang: Lang = request.param
    return Edition(fictional, lang, load_labels())


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make pages so small that the few made-up plans fill many."""
    monkeypatch.setattr(warnings, "MOST_WARNINGS", 4)
    monkeypatch.setattr(warnings, "MOST_GRAVEST", 2)
    monkeypatch.setattr(gaps, "MOST_GAPS", 4)
    monkeypatch.setattr(rankings, "MOST_ROWS", 1)
    monkeypatch.setattr(yearbook, "MOST_VALUES", 8)
    monkeypatch.setattr(progress, "MOST_PLANS", 1)


def entries(edition: Edition, pages: list[Page], name: str) -> list[str]:
    """Return what the pages list, in words; what the first says of the gravest left out."""
    listed = {
        "warnings": "//tr[@id]//th | //h2[@id='data']/following-sibling::*//li",
        "gaps": "//details//li",
        "rankings": "//tbody/tr",
        "yearbook": "//ul[@class='ps-years']/li/b",
        "progress": "//h2[@id='own']/following-sibling::ul[@class='ps-tallies'][1]/li/p",
    }[name]
    found = []
    for page in pages:
        tree = html.fragment_fromstring(Renderer(edition).body(page), create_parent="article")
        found += [one.text_content() for one in tree.xpath(listed)]
    return sorted(found)


@pytest.mark.parametrize("name", GROWING)
def test_parted_pages_list_what_one_page_would(
    edition: Edition, name: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    for module, limit in (
        (warnings, "MOST_WARNINGS"), (gaps, "MOST_GAPS"),
        (rankings, "MOST_ROWS"), (yearbook, "MOST_VALUES"),
        (progress, "MOST_PLANS"),
    ):  # fmt: skip
        monkeypatch.setattr(module, limit, 10**6)
    whole = list(GROWING[name](edition))
    assert [page.address for page in whole] == [f"{name}/"]
    request.getfixturevalue("small")
    monkeypatch.setattr(warnings, "MOST_GRAVEST", 0)
    parted = list(GROWING[name](edition))
    assert len(parted) > 2 and parted[0].address == f"{name}/"
    assert entries(edition, parted, name) == entries(edition, whole, name) != []


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", GROWING)
def test_every_part_is_linked_from_the_page_above_and_named_apart(
    edition: Edition, name: str
) -> None:
    pages = list(GROWING[name](edition))
    for page in pages:
        tree = html.fragment_fromstring(Renderer(edition).body(page), create_parent="article")
        links = tree.xpath("//h2[@id='parts']/following-sibling::ul[1]//a/@href")
        below = [
            one.address for one in pages if one.crumbs and one.crumbs[-2].address == page.address
        ]
        assert links == [relative(address, page.address) for address in below]
        ids = tree.xpath("//@id")
        assert len(set(ids)) == len(ids)
        assert {heading.id for heading in page.headings} <= set(ids)
    assert len({page.title for page in pages}) == len(pages)
    assert len({page.description for page in pages}) == len(pages)


@pytest.mark.usefixtures("small")
def test_the_gravest_warnings_come_first_on_the_page_of_all(edition: Edition) -> None:
    first = next(warnings.warnings_pages(edition))
    shown = [row.id for _, _, rows in first.view["groups"] for row in rows]
    everything = [row.id for row in warnings.warning_rows(edition, data=False)]
    assert shown[:2] == everything[:2]
    assert len(shown) < len(everything)


def test_the_home_page_names_so_many_plans_and_leads_to_the_rest(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(home.home_page(edition).view["lines"]) == len(edition.own_plans) > 1
    monkeypatch.setattr(home, "MOST_PLANS", 1)
    page = home.home_page(edition)
    assert len(page.view["lines"]) == 1
    assert 'href="plans/"' in Renderer(edition).body(page)
