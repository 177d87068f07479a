"""Rules about references: whatever is named exists, and stands where it may."""

from __future__ import annotations

import pytest
from conftest import Sources

BAIYU = "qinglan/chengxi/baiyu/women-2021-2030"
CHENGXI = "qinglan/chengxi/women-2021-2025"


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "said"),
    [
        (f"{BAIYU}/targets/family.yml", "childcare-places", "childcare-place", 4, "indicator 'childcare-place' is not in indicators/ (did you mean childcare-places?"),
        (f"{BAIYU}/targets/family.yml", "source: baiyu-bulletin", "source: baiyu-buletin", 4, "did you mean baiyu-bulletin?"),
        (f"{BAIYU}/targets/health.yml", "[health-commission]", "[heath-commission]", 3, "did you mean health-commission?"),
        (f"{BAIYU}/measures/family.yml", 'serves: ["1"]', 'serves: ["9"]', 5, "serves '9' is no target"),
        (f"{BAIYU}/measures/family.yml", 'serves: ["1"]', 'serves: ["law 1"]', 5, "serves 'law 1' is no target"),
        (f"{BAIYU}/plan.yml", "series: women", "series: womens", 2, "series 'womens' is not in series.yml (did you mean women?"),
        (f"{BAIYU}/plan.yml", "source: baiyu-women-2021-2030", "source: nobody", 8, "source 'nobody' is not in sources.yml"),
        (f"{BAIYU}/plan.yml", "{plan: qinglan/women-2021-2030}", "{plan: qinglan/women-2021-2031}", 11, "did you mean qinglan/women-2021-2030?"),
        (f"{BAIYU}/plan.yml", "{plan: qinglan/women-2021-2030}", f"{{plan: {BAIYU}}}", 11, "a plan can not be its own superior"),
        (f"{CHENGXI}/plan.yml", "{plan: qinglan/women-2021-2030}", f"{{plan: {BAIYU}}}", 12, "is of tier county, below this plan's"),
        (f"{CHENGXI}/targets/health.yml", "yunting/women-2021-2030#health-4-", "yunting/women-2021-2030#health-9-", 27, "aligns 'yunting/women-2021-2030#health-9-cervical-screening-rate' is not in plans/ (did you mean"),
        (f"{CHENGXI}/targets/health.yml", "yunting/women-2021-2030#", f"{CHENGXI}#", 27, "is a target of this plan"),
        ("indicators/health.yml", "unit: per_1000", "unit: per_100", None, "unit 'per_100' is not in units.yml (did you mean per_100k?"),
        ("indicators/health.yml", "related: [life-expectancy]", "related: [life]", None, "related 'life' is not in indicators/"),
        ("indicators/health.yml", "related: [life-expectancy]", "related: [female-life-expectancy]", None, "names the indicator itself"),
        ("indicators/health.yml", "limits: [0, 120]", "limits: [120, 0]", None, "the lower bound comes first"),
        ("series.yml", "{id: play,", "{id: targets,", 20, "the domain id 'targets' stands twice or is reserved"),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere_is_a_problem_at_its_line(
    sources: Sources, name: str, old: str, new: str, line: int | None, said: str
) -> None:
    sources.replace(name, old, new)
    found = [one for one in sources.problems() if said in one]
    assert len(found) == 1, sources.problems()
    assert found[0].startswith(f"{name}:{line}: " if line else f"{name}:")


def test_a_domain_listed_twice_is_a_problem(sources: Sources) -> None:
    sources.replace(f"{BAIYU}/plan.yml", "economy, family]", "economy, economy, family]")
    assert any("`domains` has economy twice" in one for one in sources.problems())


def test_a_domain_the_series_does_not_have_is_a_problem(sources: Sources) -> None:
    sources.replace(f"{BAIYU}/plan.yml", "family]", "family, safety]")
    assert any("domains 'safety' is not in series.yml" in one for one in sources.problems())


def test_a_domain_without_targets_in_a_plan_recorded_in_full_is_a_problem(
    sources: Sources,
) -> None:
    sources.replace(f"{BAIYU}/plan.yml", "family]", "family, law]")
    assert "the domain law has no targets; add targets/law.yml" in sources.problem()


def test_a_domain_without_targets_in_a_plan_recorded_in_part_is_none(sources: Sources) -> None:
    sources.replace("qinglan/women-2021-2030/plan.yml", "digital-life]", "digital-life, law]")
    assert sources.problems() == []


def test_a_domain_left_out_of_the_plan_makes_its_files_strays(sources: Sources) -> None:
    sources.replace(f"{BAIYU}/plan.yml", "economy, family]", "economy]")
    found = sources.problem()
    assert found.startswith(f"{BAIYU}/measures/family.yml:1: ")
    assert f"1 more: plans/{BAIYU}/targets/family.yml:1" in found


def test_a_served_sub_item_counts_as_its_target(sources: Sources) -> None:
    sources.replace(f"{BAIYU}/measures/family.yml", 'serves: ["1"]', 'serves: ["health 2.1"]')
    assert sources.problems() == []


def test_two_plans_of_one_tier_are_not_each_the_others_superior(sources: Sources) -> None:
    place = "qinglan/chengxi/baiyu"
    women, children = f"{place}/women-2021-2030", f"{place}/children-2021-2030"
    lines = [
        sources.replace(f"{children}/plan.yml", "yunting/children-2021-2030", women),
        sources.replace(f"{women}/plan.yml", "qinglan/chengxi/women-2021-2025", children),
    ]
    found = [one for one in sources.problems() if "each the other's superior" in one]
    assert [one.partition(": ")[0] for one in found] == [
        f"{children}/plan.yml:{lines[0]}", f"{women}/plan.yml:{lines[1]}",
    ]  # fmt: skip
