"""Tables of targets: each value stands beside its year, and no target is said twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from plansite.addresses import plan_page
from plansite.edition import Edition, load_labels
from plansite.load import load_site
from plansite.model import Site
from plansite.pages import Page
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.views.plan import FEW_TARGETS, plan_pages

WHOLE = "qinglan/chengxi/women-2021-2025"
PARTLY = "yunting/women-2021-2030"


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(Path(__file__).parent / "plans")


def read(site: Site, lang: Lang, plan: str, section: str) -> tuple[Page, html.HtmlElement]:
    """Return a page of a plan, and its body as a tree."""
    edition = Edition(site, lang, load_labels())
    address = plan_page(plan, section)
    page = next(
        one
        for one in plan_pages(edition, site.plans[plan])
        if one.address.partition("#")[0] == address
    )
    return page, html.fragment_fromstring(Renderer(edition).body(page), create_parent="article")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(
    ("lang", "said", "years"),
    [
        ("en", "at most 9 per 100,000 (2023)", "2023, 2025"),
        ("zh", "不超过9/10万（2023）", "2023、2025"),
    ],
)
def test_values_of_different_years_each_name_their_own(
    site: Site, lang: Lang, said: str, years: str
) -> None:
    _, body = read(site, lang, WHOLE, "health")
    row = body.xpath("//table//tr[th/a[contains(@href, 'maternal-mortality')]]")[0]
    item = body.xpath("//li[@id='health-1-maternal-mortality-ratio']")[0]
    assert said in words(row.xpath("td[contains(@class, 'ps-what')]")[0])
    assert words(row.xpath("td[contains(@class, 'ps-when')]")[0]) == years
    assert said in words(item)
    assert not item.xpath(".//*[@class='ps-year']")


def test_one_value_leaves_its_year_to_the_column(site: Site) -> None:
    _, body = read(site, "en", PARTLY, "targets")
    row = body.xpath("//tr[@id='health-2-maternal-mortality-ratio']")[0]
    assert "2030" not in words(row.xpath("td[contains(@class, 'ps-what')]")[0])
    assert words(row.xpath("td[contains(@class, 'ps-when')]")[0]) == "2030"


@pytest.mark.parametrize(("lang", "said"), [("en", "throughout"), ("zh", "规划期内")])
def test_a_standing_duty_says_when_it_holds(site: Site, lang: Lang, said: str) -> None:
    _, body = read(site, lang, WHOLE, "targets")
    cells = body.xpath("//td[contains(@class, 'ps-when')]")
    assert all(words(cell) for cell in cells)
    assert said in {words(cell) for cell in cells}


def test_a_domain_of_which_only_targets_are_known_says_each_once(site: Site) -> None:
    page, body = read(site, "en", PARTLY, "health")
    plan = site.plans[PARTLY]
    targets = [one for one in plan.targets if one.domain == "health"]
    rows = body.xpath("//tbody/tr")
    assert [row.get("id") for row in rows] == [one.id for one in targets]
    assert {row.get("data-kind") for row in rows} == {"target"}
    assert [one.id for one in page.headings] == ["targets"]
    assert not body.xpath("//*[contains(@class, 'ps-clause')]")
    anchors = {one.anchor for one in plan.clauses_of("target", "health")}
    assert anchors <= set(body.xpath("//@id"))
    assert "Life expectancy" in words(body)


def test_a_domain_with_more_to_say_keeps_its_clauses(site: Site) -> None:
    page, body = read(site, "en", WHOLE, "health")
    assert body.xpath("//section[@class='ps-clause']")
    assert [one.id for one in page.headings][:2] == ["numeric", "targets"]


def test_a_few_targets_are_read_without_a_filter(site: Site) -> None:
    for path in (WHOLE, PARTLY):
        _, body = read(site, "en", path, "targets")
        many = len(site.plans[path].targets) > FEW_TARGETS
        assert bool(body.xpath("//*[@class='ps-tools']")) == many
