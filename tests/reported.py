"""What tests of reports and evaluations share: the pages of the fictional plans, as text."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxml import html
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.reporting import standings
from plansite.views.reports import report_pages

CITY = "qinglan/chengxi/women-2021-2025"
COUNTY = "qinglan/chengxi/baiyu/women-2021-2030"
SILENT = "qinglan/chengxi/hedeng/women-2026-2030"
MIDTERM = f"{CITY}/evaluations/2023-midterm"

MADE: dict[tuple[int, str, str], tuple[Site, dict[str, Page]]] = {}
"""Pages by site, language and commit; the site is kept, so that its id stays its own."""


def edition(site: Site, lang: Lang = "en", commit: str = "") -> Edition:
    return Edition(site, lang, load_labels(), commit)


def pages(one: Edition) -> dict[str, Page]:
    """Return the pages of an edition, made once."""
    key = (id(one.site), one.lang, one.commit)
    if key not in MADE:
        MADE[key] = (one.site, {page.address: page for page in report_pages(one)})
    return MADE[key][1]


def text(one: Edition, page: Page) -> str:
    """Return what a reader reads on a page."""
    tree = html.fragment_fromstring(Renderer(one).body(page), create_parent="article")
    return " ".join(tree.text_content().split())


def on(site: Site, plan: str, *days: date) -> Any:
    return standings(edition(site).assessed, site.plans[plan], days)
