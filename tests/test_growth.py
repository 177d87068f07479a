"""A site of many plans: no page grows with them, and from home everything is a few links away."""

from __future__ import annotations

from posixpath import normpath

import pytest
from commands import run_script
from lxml import html
from plansite.addresses import place_page, plan_page
from plansite.edition import Edition, load_labels
from plansite.load import load_site
from plansite.render import Renderer
from plansite.sharing import structured
from plansite.views import (
    bodies,
    domains,
    gaps,
    home,
    indicators,
    matrix,
    places,
    progress,
    reference,
    reports,
    warnings,
)

PLANS = 240
LARGEST = 120_000
"""Bytes of the largest article of a page that lists plans or places."""
CLICKS = 3
"""Links from home to a plan or a place."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Return small made-up plans of two provinces and of part of a third."""
    folder = tmp_path_factory.mktemp("growth") / "root"
    small = ("--domains", "1", "--targets", "1", "--measures", "1", "--no-observations")
    assert run_script("generate_scale.py", PLANS, folder, *small).returncode == 0
    return Edition(load_site(folder), "zh", load_labels())


@pytest.fixture(scope="module")
def articles(edition: Edition) -> dict[str, str]:
    """Return the articles of all pages that are of more than one plan, by address."""
    renderer = Renderer(edition)
    pages = [
        home.home_page(edition),
        *places.place_pages(edition),
        *reference.reference_pages(edition, ()),
        *indicators.indicator_pages(edition),
        *domains.domain_pages(edition),
        *progress.dashboard_pages(edition),
        *warnings.warnings_pages(edition),
        *gaps.gaps_pages(edition),
        *matrix.matrix_pages(edition),
        *bodies.body_pages(edition),
        *(one for one in reports.report_pages(edition) if one.template == "reports_index"),
    ]
    assert len({one.address for one in pages}) == len(pages)
    heads = {one.address: str(structured(edition, one, "https://example.org/")) for one in pages}
    return {one.address: renderer.body(one) + heads[one.address] for one in pages}


def links(address: str, article: str) -> set[str]:
    """Return the pages that a page leads to."""
    tree = html.fragment_fromstring(article, create_parent="article")
    ways = (href.partition("#")[0] for href in tree.xpath("//a/@href"))
    return {normpath(f"{address}{way}").removeprefix(".") + "/" for way in ways if way}


def test_no_page_grows_with_the_plans(articles: dict[str, str]) -> None:
    too_long = {one: len(text.encode()) for one, text in articles.items()}
    assert {one: size for one, size in too_long.items() if size > LARGEST} == {}


def test_every_plan_and_place_is_few_links_from_home(
    edition: Edition, articles: dict[str, str]
) -> None:
    reached = {""}
    for _ in range(CLICKS):
        reached |= {to for one in reached & articles.keys() for to in links(one, articles[one])}
    wanted = {plan_page(plan) for plan in edition.site.plans.values()}
    wanted |= {place_page(slug) for slug in edition.site.jurisdictions}
    assert len(wanted) == 2 * PLANS
    assert wanted <= reached


def test_every_page_is_reached_by_links(articles: dict[str, str]) -> None:
    reached = set[str]()
    new = {"", "index/", "reports/", "glossary/"}  # these lead from the frame of every page
    while new:
        reached |= new
        new = {to for one in new for to in links(one, articles[one])} & articles.keys() - reached
    assert articles.keys() == reached


def test_what_is_said_of_a_part_is_said_of_its_place(edition: Edition) -> None:
    pages = {one.address: one.view["said"] for one in domains.domain_pages(edition) if one.crumbs}
    whole, province = pages["domains/women/health/"], pages["domains/women/health/p1/"]
    name = edition.name(edition.site.jurisdictions["p1"].name)
    assert f"{PLANS - 1} 份" in whole
    assert province.startswith(f"{name}：") and "111 份" in province
