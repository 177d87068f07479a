"""The plans of one domain side by side: who asks most, and which headings are the same."""

from __future__ import annotations

import pytest
from plansite.edition import Edition, load_labels
from plansite.model import Site, Target
from plansite.views.domain_comparison import _plain, strictest
from plansite.views.short import short_links, short_wording


@pytest.fixture(scope="module")
def edition(fictional: Site) -> Edition:
    return Edition(fictional, "en", load_labels())


def targets_of(site: Site, indicator: str, *plans: str) -> dict[str, list[Target]]:
    """Return the targets of an indicator by plan, of the plans named."""
    return {
        path: [
            one
            for one in site.plans[path].targets
            if one.indicator and one.indicator.id == indicator
        ]
        for path in plans
    }


BAIYU = "qinglan/chengxi/baiyu/women-2021-2030"
CHENGXI = "qinglan/chengxi/women-2021-2025"
QINGLAN = "qinglan/women-2021-2030"


def test_the_strictest_value_is_named_whatever_its_year(edition: Edition, fictional: Site) -> None:
    found = targets_of(fictional, "preschool-enrolment-rate", QINGLAN, CHENGXI)
    assert [short_wording(edition, one) for few in found.values() for one in few] == [
        "≥95% (2025)",
        "≥98% (2025)",
    ]
    assert strictest(edition, found).startswith("Chengxi")


def test_about_counts_in_the_direction_of_the_other_plans(
    edition: Edition, fictional: Site
) -> None:
    found = targets_of(fictional, "women-share-employed", CHENGXI, QINGLAN)
    assert strictest(edition, found) == "", "two values printed with about have no direction"
    ids = [path for path in fictional.plans if targets_of(fictional, "women-share-employed", path)]
    assert strictest(edition, targets_of(fictional, "women-share-employed", *ids)).startswith(
        "Chengxi"
    ), "about 46 asks for more than at least 44 and about 45"


def test_one_value_alone_is_not_ranked(edition: Edition, fictional: Site) -> None:
    found = targets_of(fictional, "preschool-enrolment-rate", CHENGXI, BAIYU)
    assert strictest(edition, found) == ""


def test_headings_are_compared_without_punctuation_and_particle() -> None:
    assert _plain("保障孕产妇的安全分娩") == _plain("保障孕产妇安全分娩")
    assert _plain("促进妇女享有可持续、多层次养老保险") == _plain(
        "促进妇女享有可持续多层次养老保险"
    )
    assert _plain("促进妇女就业创业") != _plain("促进女大学生就业创业")


def test_what_a_plan_promises_twice_in_the_same_words_stands_once(
    edition: Edition, fictional: Site
) -> None:
    plan = fictional.plans["qinglan/chengxi/women-2021-2025"]
    first, other = plan.targets[0], plan.targets[-1]
    assert short_wording(edition, first) != short_wording(edition, other)
    assert len(short_links(edition, (first, first, other))) == 2
    assert short_links(edition, (first, first))[0] == short_links(edition, (first,))[0]
