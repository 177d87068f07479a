"""What an entrance gets: pages, their data for the theme, and files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from plansite.generate import Generated, generate
from plansite.model import Site
from plansite.render import toc

EVIL = '"><script>alert(1)</script>'


def page(found: tuple[Generated, ...], address: str) -> Generated:
    return next(one for one in found if one.page.address == address)


def test_text_of_the_sources_reaches_the_theme_escaped(
    sources: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tags are refused in the sources; behind that wall stands this one.
    monkeypatch.setattr("plansite.records.base.has_tags", lambda text: False)
    sources.replace(
        "qinglan/chengxi/women-2021-2025/plan.yml",
        "title: {zh: 澄汐市妇女发展规划（2021—2025年）, en: Chengxi City Women's Development Plan (2021-2025)}",
        f"title: {{zh: '澄汐{EVIL}', en: 'Chengxi {EVIL}'}}",
    )
    result = generate(sources.root, "en")
    one = page(result.pages, "plans/qinglan/chengxi/women-2021-2025/")
    assert EVIL in one.page.title
    assert "<" not in one.meta["title"] + one.meta["description"]
    assert '"' not in one.meta["title"]
    assert "<script>alert" not in one.body()
    for other in result.pages:
        assert "<script>alert" not in str(toc(other.page.headings))


def test_the_root_site_carries_the_data_and_the_english_one_does_not(repository: Path) -> None:
    root = repository / "tests" / "plans"
    chinese = {path for path, _ in generate(root, "zh").files}
    english = {path for path, _ in generate(root, "en").files}
    assert {
        "data/targets.csv",
        "data/assessments.csv",
        "llms.txt",
        "robots.txt",
        "warnings/feed.xml",
        "changes/feed.xml",
    } <= chinese
    assert {path for path in english if not path.endswith("changes/feed.xml")} == {
        "warnings/feed.xml"
    }


def test_two_runs_give_the_same_bytes(repository: Path) -> None:
    root = repository / "tests" / "plans"
    first, second = generate(root, "zh"), generate(root, "zh")
    assert first.files == second.files
    assert [one.body() for one in first.pages] == [one.body() for one in second.pages]


def test_a_page_leads_to_its_source(fictional: Site, repository: Path) -> None:
    result = generate(repository / "tests" / "plans", "zh")
    one = page(result.pages, "plans/qinglan/chengxi/women-2021-2025/health/")
    source = "plans/qinglan/chengxi/women-2021-2025/targets/health.yml"
    assert fictional.settings.edit_base
    assert one.edit_url == fictional.settings.edit_base + source


def test_an_indicator_is_described_as_a_dataset_and_a_plan_as_a_work(repository: Path) -> None:
    result = generate(repository / "tests" / "plans", "en", "https://example.org/")
    kinds = {
        one.page.template: one.meta["structured"]["@type"]
        for one in result.pages
        if one.meta["structured"]
    }
    assert kinds == {
        "indicator": "Dataset",
        "plan": "CreativeWork",
        "home": "WebSite",
        "data": "DataCatalog",
    }
    for one in result.pages:
        if one.meta["structured"]:
            assert one.meta["structured"]["url"] == f"https://example.org/en/{one.page.address}"
