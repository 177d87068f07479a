"""A draft says that it is one: on every page of its plan, and where its plan is named in short."""

from __future__ import annotations

import pytest
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.views import all_pages
from plansite.views.short import short_title

DRAFT = "qinglan/chengxi/hedeng/women-2026-2030"
ADOPTED = "qinglan/chengxi/women-2021-2025"


@pytest.mark.parametrize(("lang", "mark"), [("zh", "草案"), ("en", "Draft")])
def test_every_page_of_a_draft_says_so(fictional: Site, lang: Lang, mark: str) -> None:
    edition = Edition(fictional, lang, load_labels())
    renderer = Renderer(edition)
    pages = [one for one in all_pages(edition) if one.address.startswith(f"plans/{DRAFT}/")]
    notice = edition.word("draft_notice")
    assert len(pages) > 5
    silent = [one.address for one in pages if notice not in renderer.body(one)]
    assert silent == []
    assert mark in short_title(edition, fictional.plans[DRAFT])


def test_an_adopted_plan_is_no_draft(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    assert "Draft" not in short_title(edition, fictional.plans[ADOPTED])
