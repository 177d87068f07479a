"""Published evaluations on the method page: the method agrees with them, or the page says why not."""

from __future__ import annotations

import pytest
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.progress import Rule, Status
from plansite.records.base import LANGS, Lang
from plansite.views.method import method_page
from plansite.views.method_examples import assessed_example
from plansite.views.method_published import PUBLISHED, PublishedView, published_views


def views(site: Site, lang: Lang) -> dict[str, PublishedView]:
    found = published_views(Edition(site, lang, load_labels()))
    return {one.example.number: view for one, view in zip(PUBLISHED, found, strict=True)}


@pytest.mark.parametrize(
    ("name", "status", "found"),
    [
        ("infants", "met_early", "38.2% lower than the baseline"),
        ("anaemia", "met_early", "0.4% higher than the baseline, wrong direction"),
        ("mothers", "achieved", "43.7% lower than the baseline"),
        (
            "xiaokang",
            "behind",
            "21.0% higher than the baseline, pace 0.931, on the other path 1.14, depends on the path",
        ),
    ],
)
def test_the_figures_of_a_report_give_what_the_page_says(
    fictional: Site, name: str, status: str, found: str
) -> None:
    view = views(fictional, "en")[name]
    assert (view.status.code, view.found) == (status, found)


def test_a_judgement_that_differs_is_explained_and_only_that() -> None:
    unlike = {one.example.number for one in PUBLISHED if one.differs}
    assert unlike == {
        one.example.number for one in PUBLISHED
        if assessed_example(one.example).status not in {Status.MET_EARLY, Status.ACHIEVED}
    }  # fmt: skip
    rules = {one.rule for one in assessed_example(PUBLISHED[-1].example).warnings}
    assert unlike == {PUBLISHED[-1].example.number} and Rule.METHOD in rules


@pytest.mark.parametrize("lang", LANGS)
def test_the_method_page_has_them_under_a_heading(fictional: Site, lang: Lang) -> None:
    page = method_page(Edition(fictional, lang, load_labels()))
    assert "published" in [one.id for one in page.headings]
    assert len(page.view["published"]) == len(PUBLISHED)
