"""How a target relates to the tiers above."""

from __future__ import annotations

import pytest
from conftest import Sources
from plansite.alignment import (
    Alignment,
    Reason,
    Relation,
    align_plan,
    align_site,
    missing_below,
    superiors,
)
from plansite.model import Site

BAIYU = "qinglan/chengxi/baiyu/women-2021-2030"
CHENGXI = "qinglan/chengxi/women-2021-2025"
HEDENG = "qinglan/chengxi/hedeng/women-2026-2030"
NATION = "yunting/women-2021-2030"
PROVINCE = "qinglan/women-2021-2030"


def links(site: Site, plan: str, target: str) -> dict[str, Alignment]:
    """Return a target's links by the plan above, those of the same indicator before others."""
    return {
        one.superior.plan if one.superior else "": one
        for same in (False, True)
        for one in align_plan(site.plans[plan], site)
        if one.target.id == target
        and same == (one.superior is not None and one.superior.indicator == one.target.indicator)
    }


def test_named_superior_plans_come_before_those_of_the_tiers_above(fictional: Site) -> None:
    above = [plan.path for plan in superiors(fictional.plans[BAIYU], fictional)]
    assert above[:3] == [NATION, PROVINCE, CHENGXI]
    assert above[3:] == ["yunting/children-2021-2030"]


def test_a_plan_that_ended_before_is_none_to_compare_with(fictional: Site) -> None:
    above = [plan.path for plan in superiors(fictional.plans[BAIYU], fictional)]
    assert "qinglan/women-2016-2020" not in above


def test_only_own_plans_are_aligned(fictional: Site) -> None:
    assert set(align_site(fictional)) == {
        CHENGXI, BAIYU, HEDENG, "qinglan/chengxi/baiyu/children-2021-2030",
    }  # fmt: skip


def test_a_theme_has_no_link(fictional: Site) -> None:
    assert links(fictional, CHENGXI, "education-3-reading") == {}


def test_a_target_that_no_plan_above_has_adds(fictional: Site) -> None:
    (one,) = links(fictional, CHENGXI, "social-security-1-pension-coverage-women").values()
    assert (one.relation, one.superior) == (Relation.ADDS, None)


def test_the_milestones_of_the_same_year_are_compared(fictional: Site) -> None:
    one = links(fictional, BAIYU, "health-2-cervical-screening-rate")[PROVINCE]
    assert one.relation is Relation.STRICTER  # 90 beside 85, both by 2030


@pytest.mark.parametrize(
    ("plan", "target", "above", "relation", "reason"),
    [
        (BAIYU, "health-1-maternal-mortality-ratio", NATION, Relation.STRICTER, Reason.NONE),
        (HEDENG, "health-1-maternal-mortality-ratio", NATION, Relation.LOOSER, Reason.NONE),
        (HEDENG, "health-2-cervical-screening-rate", NATION, Relation.SAME, Reason.NONE),
        (CHENGXI, "education-3-women-share-higher-education", NATION, Relation.EARLIER, Reason.NONE),
        (CHENGXI, "family-1-childcare-places", PROVINCE, Relation.STRICTER, Reason.NONE),
        (BAIYU, "family-1-childcare-places", CHENGXI, Relation.LOOSER, Reason.NONE),
        (CHENGXI, "digital-life-1-women-digital-skills-rate", PROVINCE, Relation.NOT_COMPARABLE, Reason.PERIOD),
        (CHENGXI, "health-2.1-cervical-screening-rate", NATION, Relation.NOT_COMPARABLE, Reason.POPULATION),
        (CHENGXI, "decision-making-1-women-village-committee-share", NATION, Relation.NOT_COMPARABLE, Reason.FORM),
        (BAIYU, "health-3-female-life-expectancy", NATION, Relation.NOT_COMPARABLE, Reason.POPULATION),
        (CHENGXI, "health-2.2-breast-screening-rate", NATION, Relation.NOT_COMPARABLE, Reason.POPULATION),
    ],
)  # fmt: skip
def test_a_link_has_the_relation_of_its_numbers_and_years(
    fictional: Site, plan: str, target: str, above: str, relation: Relation, reason: Reason
) -> None:
    one = links(fictional, plan, target)[above]
    assert (one.relation, one.reason) == (relation, reason)


FILE = f"{HEDENG}/targets/health.yml"


@pytest.mark.parametrize(
    ("promise", "relation"),
    [
        ("at_most: 12", Relation.SAME),
        ("below: 12", Relation.STRICTER),
        ("equal: 12", Relation.SAME),
        ("about: 12", Relation.LOOSER),
        ("equal: 11", Relation.STRICTER),
        ("at_most: 12, by: 2029", Relation.EARLIER),
        ("at_most: 11, by: 2029", Relation.STRICTER),
        ("at_most: 13, by: 2029", Relation.NOT_COMPARABLE),
        ("between: [11, 12]", Relation.NOT_COMPARABLE),
        ("aim: decrease", Relation.NOT_COMPARABLE),
    ],
)
def test_a_promise_beside_at_most_12_by_2030(
    sources: Sources, promise: str, relation: Relation
) -> None:
    sources.replace(FILE, "at_most: 13", promise)
    one = links(sources.load(), HEDENG, "health-1-maternal-mortality-ratio")[NATION]
    assert one.relation is relation


def test_two_aims_of_one_direction_are_the_same(sources: Sources) -> None:
    sources.replace(FILE, "at_most: 13", "aim: decrease")
    sources.replace(
        f"{NATION}/targets/health.yml", "at_most: 12, printed: 下降到…以下", "aim: decrease"
    )
    one = links(sources.load(), HEDENG, "health-1-maternal-mortality-ratio")[NATION]
    assert one.relation is Relation.SAME


def test_what_a_plan_does_not_take_up_is_found(fictional: Site) -> None:
    missing = missing_below(fictional.plans[HEDENG], fictional.plans[NATION])
    assert [one.subject for one in missing] == [
        "life-expectancy", "women-share-higher-education", "women-village-committee-share",
    ]  # fmt: skip
