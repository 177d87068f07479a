"""Reports: pages that say what changed, and are honest without data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from plansite.model import Plan, Site
from plansite.progress import METHOD_VERSION, Rule, Status, tally
from plansite.records.base import LANGS, Lang
from plansite.render import Renderer
from plansite.reporting import named_bodies
from plansite.revision import source_commit
from plansite.views.report_changes import changes_view
from plansite.views.report_parts import report_headings, report_view
from plansite.views.statuses import rate_words
from reported import CITY, COUNTY, SILENT, edition, on, pages, text


@pytest.mark.parametrize("lang", LANGS)
def test_every_report_renders_and_names_its_day_method_and_commit(
    fictional: Site, lang: Lang
) -> None:
    one = edition(fictional, lang, "0123456789abcdef")
    for page in pages(one).values():
        read = text(one, page)
        assert "None" not in read and "{" not in read, page.address
        if page.template in {"report", "evaluation"}:
            assert METHOD_VERSION in read
            assert "0123456789ab" in read or page.view["commit"] in read
            assert page.view["day"] in read


def test_counts_add_up_and_the_rate_is_never_alone(fictional: Site) -> None:
    one = edition(fictional)
    page = pages(one)[f"plans/{CITY}/reports/2024/"]
    tally = page.view["tally"]
    assert sum(part.count for part in tally.parts) == tally.total
    assert len(page.view["observed"]) + len(page.view["unobserved"]) == tally.total
    counts = f"met {tally.met} / assessable {tally.assessable} / targets {tally.total}"
    assert counts in tally.rate


def test_the_first_report_says_that_there_is_nothing_to_compare_with(fictional: Site) -> None:
    one = edition(fictional)
    page = pages(one)[f"plans/{CITY}/reports/2021/"]
    assert page.view["changes"] is None
    assert "first yearly report" in text(one, page)


def test_the_report_of_the_running_year_says_so(fictional: Site) -> None:
    one, found = edition(fictional), pages(edition(fictional))
    assert "The year is not over." in text(one, found[f"plans/{COUNTY}/reports/2026/"])
    assert "The year is not over." not in text(one, found[f"plans/{COUNTY}/reports/2025/"])


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("none of the 3 targets", "No figures does not mean no progress", "Next due are the figures for 2026, by 31 December 2027, for 3 targets")),
        ("zh", ("3 项目标都没有本地数据", "没有数据不等于没有进展", "下一批应公布的是 2026 年数据，期限2027年12月31日，涉及 3 项目标")),
    ],
)  # fmt: skip
def test_a_report_without_any_figure_says_what_is_missing_and_due(
    fictional: Site, lang: Lang, words: tuple[str, ...]
) -> None:
    one = edition(fictional, lang)
    page = pages(one)[f"plans/{SILENT}/reports/2026/"]
    read = text(one, page)
    for part in words:
        assert part in read
    assert not page.view["observed"] and len(page.view["unobserved"]) == 3
    assert {part.status.code for part in page.view["tally"].parts} == {"no_data"}


def test_a_figure_of_the_tier_above_is_never_a_status(fictional: Site) -> None:
    one = edition(fictional)
    rows = pages(one)[f"plans/{SILENT}/reports/2026/"].view["unobserved"]
    assert any(row.above_place for row in rows)
    assert all(found.assessment.status is Status.NO_DATA for found in standing_of(fictional))


def standing_of(site: Site) -> Any:
    day = site.settings.as_of
    return on(site, SILENT, day)[day].targets


def test_many_like_warnings_are_counted_and_few_are_named(fictional: Site) -> None:
    one = edition(fictional)
    for page in pages(one).values():
        changed = page.view.get("changes")
        for group in (*changed.raised, *changed.cleared) if changed else ():
            assert group.rule in list(Rule)
            assert len(group.targets) in {0, group.count}


def test_a_year_without_changes_says_so_once(fictional: Site) -> None:
    one, day = edition(fictional), fictional.settings.as_of
    standing = on(fictional, CITY, day)[day]
    view = report_view(one, standing, changes_view(one, standing, standing))
    assert any("Nothing changed since" in sentence for sentence in view["opening"])
    assert view["changes"] is None
    assert "changes" not in {heading.id for heading in report_headings(one, view)}


def test_the_list_of_a_plan_leads_to_every_report_and_evaluation(fictional: Site) -> None:
    one = edition(fictional)
    found = pages(one)
    body = Renderer(one).body(found[f"plans/{CITY}/reports/"])
    for year in range(2021, 2026):
        assert f'href="{year}/"' in body
    assert 'href="../evaluations/2023-midterm/"' in body
    assert "not due yet" in body


def test_bodies_answer_for_a_target_by_its_clause_or_by_one_that_serves_it(
    fictional: Site,
) -> None:
    plan = fictional.plans[CITY]
    named = named_bodies(plan)
    for clause in plan.clauses:
        for target in clause.targets:
            assert set(clause.record.bodies) <= set(named[target.id])
            if clause.kind != "target":
                assert set(named[target.id]) == set(clause.record.bodies)
    assert set(named) == {target.id for target in plan.targets}
    assert any(named.values())


# --- the commit


def test_the_commit_is_taken_from_the_environment_first(tmp_path: Path) -> None:
    assert source_commit(tmp_path, {"SOURCE_COMMIT": " abc1234 "}) == "abc1234"


def test_without_repository_and_variable_there_is_no_commit(tmp_path: Path) -> None:
    assert source_commit(tmp_path, {}) == ""


def test_a_repository_without_commits_has_none(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert source_commit(tmp_path, {}) == ""


def test_local_navigation_leads_to_the_reports(fictional: Site) -> None:
    one = edition(fictional)
    page = pages(one)[f"plans/{CITY}/reports/2024/"]
    assert f"plans/{CITY}/reports/" in [link.address for link in page.siblings]


def test_reports_exist_for_every_own_plan(fictional: Site) -> None:
    found = pages(edition(fictional))
    own: list[Plan] = [one for one in fictional.plans.values() if one.record.role == "own"]
    assert all(f"plans/{plan.path}/reports/" in found for plan in own)
    assert "reports/" in found


@pytest.mark.parametrize("lang", LANGS)
def test_one_met_of_hundreds_reads_as_counts_and_not_as_success(
    fictional: Site, lang: Lang
) -> None:
    one = edition(fictional, lang)
    few = rate_words(one, tally([Status.ACHIEVED] + [Status.NO_DATA] * 291))
    assert "100" not in few
    assert "292" in few and "50" in few
    assert "100.0" in rate_words(one, tally([Status.ACHIEVED, Status.NO_DATA]))
