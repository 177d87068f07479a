"""Pages of long lists: together they say what one page would, and every link leads somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from posixpath import normpath

import pytest
from lxml import html
from plansite.addresses import place_page, plan_page, relative
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.records.base import LANGS, Lang
from plansite.records.catalogue import TIERS
from plansite.render import Renderer
from plansite.tables import all_tables
from plansite.views import (
    bodies,
    domains,
    gaps,
    home,
    indicator_places,
    indicators,
    matrix,
    places,
    progress,
    rankings,
    reference,
    reports,
    warnings,
    yearbook,
)

Pages = Callable[[Edition], Iterator[Page]]
MORTALITY = "maternal-mortality-ratio"


def of_indicator(edition: Edition) -> Iterator[Page]:
    """Yield the pages of the indicator that most of the made-up plans have."""
    return indicators.pages_of(edition, edition.site.indicators[MORTALITY])


def under(pages: Pages, address: str) -> Pages:
    """Return what yields only those pages that stand below an address."""
    return lambda edition: (one for one in pages(edition) if one.address.startswith(address))


def of_data(edition: Edition) -> Iterator[Page]:
    """Yield the pages of the data."""
    tables = tuple(one for one in all_tables(edition.site) if one.name == "targets")
    return reference.data_pages(edition, tables)


GROWING: dict[str, Pages] = {
    "warnings": warnings.warnings_pages,
    "gaps": gaps.gaps_pages,
    "rankings": rankings.rankings_pages,
    "yearbook": yearbook.yearbook_pages,
    "progress": progress.dashboard_pages,
    f"indicators/{MORTALITY}": of_indicator,
    "indicators": indicators.catalogue_pages,
    "domains/women/health": under(domains.domain_pages, "domains/women/health/"),
    "bodies/health-commission": under(bodies.body_pages, "bodies/health-commission/"),
    "reports": under(reports.report_pages, "reports/"),
    "jurisdictions": places.jurisdictions_pages,
    "index": reference.index_pages,
    "glossary": reference.glossary_pages,
    "data": of_data,
}
LIMITS = {
    (warnings, "MOST_WARNINGS"): 4, (gaps, "MOST_GAPS"): 4, (rankings, "MOST_ROWS"): 1,
    (yearbook, "MOST_VALUES"): 8, (progress, "MOST_PLANS"): 1, (indicators, "MOST_INDICATORS"): 1,
    (indicator_places, "MOST"): 1, (domains, "MOST_PLANS"): 1, (bodies, "MOST_LINES"): 1,
    (reports, "MOST_ENTRIES"): 1, (places, "MOST_LINES"): 1, (places, "MOST_PLANS"): 1,
    (matrix, "MOST_COLUMNS"): 1, (reference, "MOST_TERMS"): 1, (reference, "MOST_NAMES"): 1,
    (reference, "MOST_SOURCES"): 1,
}  # fmt: skip
"""Of each list, so little that the few made-up plans fill many pages."""


@pytest.fixture(params=LANGS)
def edition(fictional: Site, request: pytest.FixtureRequest) -> Edition:
    lang: Lang = request.param
    return Edition(fictional, lang, load_labels())


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make pages so small that the few made-up plans fill many."""
    monkeypatch.setattr(warnings, "MOST_GRAVEST", 2)
    monkeypatch.setattr(indicator_places, "MOST_FIRST", 0)
    for (module, limit), most in LIMITS.items():
        monkeypatch.setattr(module, limit, most)


def entries(edition: Edition, pages: list[Page], name: str) -> list[str]:
    """Return what the pages list, in words; what the first says of the gravest left out."""
    listed = {
        "warnings": "//tr[@id]//th | //h2[@id='data']/following-sibling::*//li",
        "gaps": "//details//li",
        "rankings": "//tbody/tr",
        "yearbook": "//ul[@class='ps-years']/li/b",
        "progress": "//h2[@id='own']/following-sibling::ul[@class='ps-tallies'][1]/li/p",
        f"indicators/{MORTALITY}": "//h3[starts-with(@id,'at-')] | //tr[starts-with(@id,'at-')]/th",
        "indicators": "//h2[@id!='parts']/following-sibling::ul[1]/li",
        "domains/women/health": "//h2[@id='plans']/following-sibling::div[1]//tbody/tr",
        "bodies/health-commission": "//ul[@class='ps-entries']/li",
        "reports": "//ul[@class='ps-entries']/li",
        "jurisdictions": "//ul[@class='ps-tree']/li/a | //ul[@class='ps-placeplans']/li",
        "index": "//h2[@id!='parts']/following-sibling::ul[1]/li",
        "glossary": "//dt",
        "data": "//li[starts-with(@id,'source-')]",
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
    for module, limit in LIMITS:
        monkeypatch.setattr(module, limit, 10**6)
    whole = list(GROWING[name](edition))
    assert [page.address for page in whole] == [f"{name}/"]
    request.getfixturevalue("small")
    monkeypatch.setattr(warnings, "MOST_GRAVEST", 0)
    parted = list(GROWING[name](edition))
    assert len(parted) > 1 and parted[0].address == f"{name}/"
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
        assert {one[1:] for one in tree.xpath("//@href") if one.startswith("#")} <= set(ids)
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


@pytest.mark.usefixtures("small")
def test_a_figure_of_a_tier_above_is_linked_where_it_stands(edition: Edition) -> None:
    pages = {one.address: one for one in of_indicator(edition)}
    linked = {
        place.context.place.address
        for page in pages.values()
        for place in (*page.view["progress"].places, *page.view["progress"].peers)
        if place.context
    }
    assert linked
    for address in linked:
        page, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in Renderer(edition).body(pages[page])


@pytest.mark.usefixtures("small")
def test_a_page_of_an_indicator_has_the_tiers_above_beside_its_own(edition: Edition) -> None:
    site = edition.site
    for here in indicator_places.indicator_places(edition, site.indicators[MORTALITY]):
        shown = {site.plans[one.plan].jurisdiction.slug for one in here.targets}
        promised = {one.place.slug for one in here.known.values() if one.targets}
        for one in here.part.own:
            above = {place.slug for place in site.ancestors(one.place.slug)}
            assert above & promised <= shown


def promised(edition: Edition, pages: list[Page]) -> set[tuple[str, str, str]]:
    """Return what the tables of a matrix hold: indicator, plan and promise."""
    return {
        (row.indicator.address, plan.address, cell.address)
        for page in pages
        for _, _, rows in page.view["groups"]
        for row in rows
        for (plan, _), cells in zip(page.view["columns"], row.cells, strict=True)
        for cell in cells
    }


def test_the_parted_matrix_has_every_promise_and_no_table_too_wide(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = list(matrix.matrix_pages(edition))
    assert [page.address for page in whole] == ["matrix/"]
    monkeypatch.setattr(matrix, "MOST_COLUMNS", 2)
    parted = list(matrix.matrix_pages(edition))
    assert promised(edition, parted) == promised(edition, whole) != set()
    for page in parted:
        tiers = [tier for _, tier in page.view["columns"]]
        known = [edition.word(f"tier_{one}") for one in TIERS]
        assert tiers == sorted(tiers, key=known.index), "from the nation down"
    above = 4
    assert all(len(page.view["columns"]) <= 2 + above for page in parted)
    linked = {one.address for page in parted for one, *_ in page.view["split"]}
    assert linked == {page.address for page in parted} - {"matrix/"}


@pytest.mark.usefixtures("small")
def test_plans_too_many_for_their_list_stand_on_the_pages_of_their_places(
    edition: Edition,
) -> None:
    pages = {one.address: one for one in places.place_pages(edition)}
    seen, todo = {"plans/"}, ["plans/"]
    while todo:
        body = Renderer(edition).body(pages[here := todo.pop()])
        tree = html.fragment_fromstring(body, create_parent="article")
        for address in tree.xpath("//a/@href"):
            found = normpath(f"{here}{address.partition('#')[0]}") + "/"
            if found not in seen:
                seen.add(found)
                todo += [found] if found in pages else []
    assert {plan_page(plan) for plan in edition.site.plans.values()} <= seen
    assert {place_page(slug) for slug in edition.site.jurisdictions} <= seen
