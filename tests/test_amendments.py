"""Targets amended by a later document: both versions are kept, each with its days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from plansite.assessing import assess_site
from plansite.edition import Edition, load_labels
from plansite.model import Site, Target
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.statements import dated
from plansite.tables import amendment_rows
from plansite.versions import versions
from plansite.views import all_pages

PLAN = "qinglan/chengxi/women-2021-2025"
FILE = f"{PLAN}/targets/health.yml"
KEY = "health-2.2-breast-screening-rate"
AMENDED = "until: 2023-06-01"


def target_of(site: Site) -> Target:
    return next(one for one in site.plans[PLAN].targets if one.id == KEY)


def test_both_versions_are_kept_with_their_days(fictional: Site) -> None:
    target = target_of(fictional)
    former, present = versions(target)
    unit = fictional.units["percent"]
    assert dated(former.target, unit, "en") == "at least 70% by 2025"
    assert dated(present.target, unit, "en") == "at least 75% by 2025"
    assert (former.since, former.until) == (None, date(2023, 6, 1))
    assert (present.since, present.until) == (date(2023, 6, 1), None)
    assert former.ended_by and former.ended_by.amended_by == "chengxi-notice-2023"
    assert former.target.id == present.target.id


def test_a_target_never_amended_has_one_version(fictional: Site) -> None:
    target = fictional.plans[PLAN].targets[0]
    (only,) = versions(target)
    assert only.target is target and only.ended_by is None


def test_the_days_before_the_amendment_are_judged_by_the_target_of_their_time(
    fictional: Site,
) -> None:
    found = assess_site(fictional)[PLAN, KEY]
    values = {one.as_of < date(2023, 6, 1): one.target_value for one in found.replayed}
    assert values == {True: 70, False: 75}
    assert found.assessment.target_value == 75
    assert [found.on(date(year, 12, 31)).target_value for year in (2022, 2023)] == [70, 75]


def test_a_report_words_the_version_it_judges_by(fictional: Site) -> None:
    edition = Edition(fictional, "en", load_labels())
    renderer = Renderer(edition)
    for year, promised, other in ((2022, "≥70%", "≥75%"), (2023, "≥75%", "≥70%")):
        address = f"plans/{PLAN}/reports/{year}/"
        page = next(one for one in all_pages(edition) if one.address == address)
        rows = [one for one in renderer.body(page).split("<tr") if KEY in one]
        assert any(promised in row for row in rows), year
        assert not any(other in row for row in rows), year


def test_the_data_files_hold_every_version(fictional: Site) -> None:
    rows = list(amendment_rows(fictional))
    assert [(row[0], row[2], row[3], row[4]) for row in rows] == [
        (PLAN, None, "2023-06-01", "chengxi-notice-2023"),
        (PLAN, "2023-06-01", None, None),
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ["不低于70%", "2021-12-20至2023-06-01", "关于调整部分目标的通知", "筛查能力提高"]),
        ("en", ["at least 70%", "2021-12-20 to 2023-06-01", "Notice on the Adjustment"]),
    ],
)
def test_pages_show_the_earlier_version_beneath(
    fictional: Site, lang: Lang, words: list[str]
) -> None:
    edition = Edition(fictional, lang, load_labels())
    for section in ("health/", "targets/"):
        page = next(one for one in all_pages(edition) if one.address == f"plans/{PLAN}/{section}")
        body = Renderer(edition).body(page)
        earlier = body.partition('class="ps-earlier"')[2][:800]
        assert all(word in earlier for word in words), section


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (AMENDED, "until: 2021-12-20", "lies after the day the plan was issued"),
        (AMENDED, "until: 2020-01-01", "does not lie after"),
        (AMENDED, "until: 2099-01-01", "lies after the as-of date"),
        (AMENDED, "until: soon", "a date like 2025-12-31"),
        ("amended_by: chengxi-notice-2023", "amended_by: chengxi-notice-2024", "chengxi-notice-2023"),
        ("amended_by: chengxi-notice-2023, ", "", "amended_by"),
        ("{at_least: 70,", "{at_least: 75,", "the same before and after"),
        ("{at_least: 70,", "{at_least: 170,", "outside the natural limits"),
        ("en: Screening capacity has grown", "en: 筛查", "Chinese character"),
    ],
)  # fmt: skip
def test_every_flaw_is_named_at_its_line(sources: Any, old: str, new: str, said: str) -> None:
    line = sources.replace(FILE, old, new)
    found = sources.problem()
    assert found.startswith(f"{FILE}:{line}: ")
    if said.startswith("lies after the day"):
        said = f"does not {said.replace('lies', 'lie')}"
    assert said in found


def test_amendments_come_in_order(sources: Any) -> None:
    one = "{at_least: 70, until: 2023-06-01, amended_by: chengxi-notice-2023, reason: {zh: 筛查能力提高, en: Screening capacity has grown}}"
    two = "{at_least: 60, until: 2022-06-01, amended_by: chengxi-notice-2023}"
    sources.replace(FILE, one, f"[{one}, {two}]")
    assert "must lie after the amendment before it, 2023-06-01" in sources.problem()
