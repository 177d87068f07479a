"""The bridge from the model to the method."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from plansite.assessing import (
    UNASSESSED,
    assess_site,
    context_place,
    goal_of,
    last_place,
    points_of,
    why_unassessed,
)
from plansite.model import Site, Target
from plansite.progress import Comparator, Path
from plansite.records.plan import ItemRecord


def find(site: Site, **wanted: object) -> Target:
    """Return the first target of the fictional plans that has these record fields."""
    for plan in site.plans.values():
        for target in plan.targets:
            if all(getattr(target.record, name) == value for name, value in wanted.items()):
                return target
    raise AssertionError(f"no target with {wanted}")


def every(site: Site) -> list[Target]:
    return [target for plan in site.plans.values() for target in plan.targets]


def test_a_theme_is_not_assessed_by_data(fictional: Site) -> None:
    for target in every(fictional):
        if target.indicator is None:
            assert goal_of(target, fictional.plans[target.plan]) is None


def test_a_relative_promise_is_not_given_a_value(fictional: Site) -> None:
    relative = [one for one in every(fictional) if one.strength == "relative"]
    assert relative
    assert all(goal_of(one, fictional.plans[one.plan]) is None for one in relative)


def test_about_without_a_tolerance_is_not_assessed(fictional: Site) -> None:
    about = [one for one in every(fictional) if one.record.about is not None]
    with_tolerance = [one for one in about if one.record.tolerance is not None]
    assert with_tolerance
    for one in about:
        goal = goal_of(one, fictional.plans[one.plan])
        if one.record.tolerance is None or one.record.population:
            assert goal is None
        else:
            assert goal is not None and goal.comparator is Comparator.ABOUT


def test_milestones_become_stages_of_the_path(fictional: Site) -> None:
    staged = next(one for one in every(fictional) if one.record.then and one.strength == "numeric")
    goal = goal_of(staged, fictional.plans[staged.plan])
    assert goal is not None and goal.path is Path.MILESTONES
    assert [year for year, _ in goal.milestones] == [
        staged.year(promise) for promise in staged.promises[:-1]
    ]
    assert goal.target_year == staged.year(staged.promises[-1])


def test_the_last_place_is_the_catalogue_s_or_the_target_s_own(fictional: Site) -> None:
    for target in every(fictional):
        if target.indicator and target.indicator.decimals is not None:
            assert last_place(target) == Decimal(1).scaleb(-target.indicator.decimals)


def test_only_figures_about_everyone_become_points(fictional: Site) -> None:
    rows = next(
        rows
        for rows in fictional.observations_by_series.values()
        if any(row.breakdown != ("", "", "") for row in rows)
        and any(row.breakdown == ("", "", "") for row in rows)
    )
    assert len(points_of(rows)) == sum(row.breakdown == ("", "", "") for row in rows)


def test_the_context_of_a_place_is_the_nearest_tier_with_figures(fictional: Site) -> None:
    for (indicator, place), _ in fictional.observations_by_series.items():
        for other in fictional.jurisdictions.values():
            if other.parent == place:
                assert context_place(fictional, indicator, other.slug) == place


def test_every_assessment_is_of_the_evaluation_date(fictional: Site) -> None:
    found = assess_site(fictional)
    assert found
    assert {one.assessment.as_of for one in found.values()} == {fictional.settings.as_of}


def test_a_warning_that_stands_has_a_day_it_was_raised(fictional: Site) -> None:
    raised = [one for one in assess_site(fictional).values() if one.assessment.warnings]
    assert raised
    for one in raised:
        standing = {span.rule for span in one.warning_history if span.cleared_on is None}
        assert standing == {warning.rule for warning in one.assessment.warnings}


@pytest.mark.parametrize("kind", ["own", "superior"])
def test_fictional_plans_of_every_role_are_assessed(fictional: Site, kind: str) -> None:
    assert any(one.plan.record.role == kind for one in assess_site(fictional).values())


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("education-3-reading", "theme"),
        ("economy-1-women-income-ratio", "relative"),
        ("health-2.1-cervical-screening-rate", "population"),
        ("health-3-low-birth-weight-rate", ""),
    ],
)
def test_a_target_without_status_says_why(fictional: Site, target: str, why: str) -> None:
    plan = fictional.plans["qinglan/chengxi/women-2021-2025"]
    one = next(one for one in plan.targets if one.id == target)
    assert why_unassessed(one) == why
    assert (goal_of(one, plan) is None) is bool(why)


def test_about_needs_a_tolerance_and_a_deed_has_no_series(fictional: Site) -> None:
    plan = fictional.plans["qinglan/chengxi/women-2021-2025"]
    near = next(one for one in plan.targets if one.id == "economy-1-women-share-employed")
    bare = {"indicator": "women-share-employed", "about": 46}
    deed = {"indicator": "women-share-employed", "aim": "ensure"}
    said = [
        why_unassessed(replace(near, record=ItemRecord.model_validate(fields)))
        for fields in ({**bare, "tolerance": Decimal("1.5")}, bare, deed)
    ]
    assert said == ["", "about", "deed"]
    assert {*said, "theme", "relative", "population", ""} == {*UNASSESSED, ""}
