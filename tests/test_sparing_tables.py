"""Tables say once what would stand in every cell, and nothing that says nothing."""

from __future__ import annotations

import re
from html import unescape

import pytest
from plansite.edition import Edition, load_labels
from plansite.model import Plan, Site
from plansite.render import Renderer
from plansite.views import places
from plansite.views.domains import domain_pages
from plansite.views.matrix import matrix_pages
from plansite.views.plan import plan_pages
from plansite.views.plan_facts import plan_facts
from plansite.views.short import short_place, short_wording, unit_beside, years_words

CELLS = re.compile(r"<td data-label=.*?</td>", re.DOTALL)


@pytest.fixture
def english(fictional: Site) -> Edition:
    return Edition(fictional, "en", load_labels())


def targets_page(edition: Edition, bases: bool) -> str:
    """Return the page of all targets of an own plan some of whose tables have baselines, or none."""
    for plan in edition.own_plans:
        for page in plan_pages(edition, plan):
            if page.template == "targets":
                based = [any(row.baseline for row in rows) for _, _, rows in page.view["groups"]]
                if (any(based) and not all(based)) if bases else not any(based):
                    return Renderer(edition).body(page)
    pytest.skip("no fictional plan is like this")


def test_a_table_without_baselines_has_no_column_of_them_and_the_page_says_so(
    english: Edition,
) -> None:
    body = targets_page(english, bases=True)
    heads = re.findall(r"<thead>.*?</thead>", body, re.DOTALL)
    column = f">{english.word('baseline')}</th>"
    assert 0 < sum(column in head for head in heads) < len(heads)
    assert body.count(english.word("no_baselines_here")) == 1


def test_a_unit_stands_beside_the_indicator_or_in_each_value_never_both(english: Edition) -> None:
    for indicator in english.site.indicators.values():
        unit = english.site.units[indicator.unit].symbol.en.strip()
        for target in english.site.targets_by_indicator.get(indicator.id, ()):
            if target.strength != "numeric" or not unit:
                continue
            said = short_wording(english, target, bare=True)
            assert (unit in said) != bool(unit_beside(english, indicator)), said


def test_each_cell_of_the_matrix_names_its_plan_for_narrow_screens(english: Edition) -> None:
    page = next(matrix_pages(english))
    names = [link.text for link, _ in page.view["columns"]]
    row = re.findall(r"<tr><th scope=\"row\">.*?</tr>", Renderer(english).body(page), re.DOTALL)[0]
    assert re.findall(r'data-label="([^"]*)"', row) == names


def test_plans_that_ended_before_the_own_ones_began_come_last(english: Edition) -> None:
    plans = [english.site.plans[link.address.removeprefix("plans/").rstrip("/")]
             for link, _ in next(matrix_pages(english)).view["columns"]]  # fmt: skip
    begin = min(plan.record.period[0] for plan in english.whole_plans)
    past = [plan.record.period[1] < begin for plan in plans]
    assert past == sorted(past)


def test_a_short_name_is_unlike_every_other_and_chinese_names_stay_whole(fictional: Site) -> None:
    places = list(fictional.jurisdictions.values())
    english = Edition(fictional, "en", load_labels())
    short = [short_place(english, one) for one in places]
    assert len(set(short)) == len({one.name.en for one in places})
    assert any(name != one.name.en for name, one in zip(short, places, strict=True))
    chinese = Edition(fictional, "zh", load_labels())
    assert [short_place(chinese, one) for one in places] == [one.name.zh for one in places]


def test_a_table_of_which_no_target_has_a_counterpart_above_has_no_column_of_it(
    english: Edition,
) -> None:
    column = f">{english.word('relation')}</th>"
    found = []
    for plan in english.site.plans.values():
        for page in plan_pages(english, plan):
            if page.template == "targets":
                body = Renderer(english).body(page)
                heads = re.findall(r"<thead>.*?</thead>", body, re.DOTALL)
                related = [any(row.relations or row.others for row in rows)
                           for _, _, rows in page.view["groups"]]  # fmt: skip
                assert [column in head for head in heads] == related
                found += related
    assert set(found) == {True, False}


def test_a_plan_known_in_part_is_not_said_to_hold_nothing_else(english: Edition) -> None:
    partly = [one for one in english.site.plans.values() if plan_facts(english, one).partial]
    pages = [page for plan in partly for page in plan_pages(english, plan)]
    assert {page.template for page in pages} >= {"plan", "targets"}
    for page in pages:
        body = Renderer(english).body(page)
        assert english.word("targets_lead") not in body
        assert not re.search(r"\b0 (targets|values|measures)", body)


def test_measures_of_a_plan_known_in_part_are_not_said_to_be_none(english: Edition) -> None:
    known = {edition_title(english, plan): plan.record.completeness.recorded
             for plan in english.site.plans.values()}  # fmt: skip
    found = set()
    for page in domain_pages(english):
        for title, _, measures, _ in page.view.get("plans", ()):
            assert measures != 0 or known[title.text] == "full"
            found.add(measures is None)
            if measures is None:
                assert f'aria-label="{english.word("not_recorded")}"' in Renderer(english).body(
                    page
                )
    assert found == {True, False}


def edition_title(edition: Edition, plan: Plan) -> str:
    return edition.name(plan.title)


def test_a_place_with_many_plans_lists_them_by_status(
    english: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page_of(slug: str) -> str:
        pages = {page.address: page for page in places.place_pages(english)}
        return Renderer(english).body(pages[f"plans/{slug}/"])

    plan = english.own_plans[0]
    slug, heading = plan.jurisdiction.slug, english.word(f"status_{plan.record.status}")
    assert "ps-card" in page_of(slug)
    monkeypatch.setattr(places, "MOST_CARDS", 0)
    body = page_of(slug)
    assert "ps-card" not in body
    assert f"<h3>{heading} (" in body
    titles = [english.name(one.title) for one in english.site.plans_of(slug)]
    plain = unescape(re.sub(r"</?span[^>]*>", "", body))
    assert all(f">{title}</a>" in plain for title in titles)


def test_a_period_of_one_year_is_that_year() -> None:
    assert years_words((2021, 2025)) == "2021–2025"
    assert years_words((2021, 2021)) == "2021"
