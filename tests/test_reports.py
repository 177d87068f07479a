"""Reports: replayed standings, what changed, and pages that are honest without data."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from plansite.edition import Edition, load_labels
from plansite.model import Plan, Site
from plansite.pages import Page
from plansite.progress import METHOD_VERSION, Rule, Status, assess, tally
from plansite.records.base import LANGS, Lang
from plansite.render import Renderer
from plansite.reporting import (
    changes,
    evaluation_days,
    figure_above,
    gaps_on,
    named_bodies,
    next_due,
    report_days,
    standings,
)
from plansite.revision import source_commit
from plansite.views.reports import report_pages
from plansite.views.statuses import rate_words

CITY = "qinglan/chengxi/women-2021-2025"
COUNTY = "qinglan/chengxi/baiyu/women-2021-2030"
SILENT = "qinglan/chengxi/hedeng/women-2026-2030"
MIDTERM = f"{CITY}/evaluations/2023-midterm"

MADE: dict[tuple[int, str, str], tuple[Site, dict[str, Page]]] = {}
"""Pages by site, language and commit; the site is kept, so that its id stays its own."""


def edition(site: Site, lang: Lang = "en", commit: str = "") -> Edition:
    return Edition(site, lang, load_labels(), commit)


def pages(one: Edition) -> dict[str, Page]:
    """Return the pages of an edition, made once."""
    key = (id(one.site), one.lang, one.commit)
    if key not in MADE:
        MADE[key] = (one.site, {page.address: page for page in report_pages(one)})
    return MADE[key][1]


def text(one: Edition, page: Page) -> str:
    """Return what a reader reads on a page."""
    tree = html.fragment_fromstring(Renderer(one).body(page), create_parent="article")
    return " ".join(tree.text_content().split())


def on(site: Site, plan: str, *days: date) -> Any:
    return standings(edition(site).assessed, site.plans[plan], days)


# --- the days of reports and evaluations


def test_a_report_is_made_for_every_year_up_to_the_as_of_date(fictional: Site) -> None:
    days = report_days(fictional.plans[COUNTY], date(2023, 6, 30))
    assert days == {2021: date(2021, 12, 31), 2022: date(2022, 12, 31), 2023: date(2023, 6, 30)}


def test_a_plan_that_is_over_has_no_report_after_its_last_year(fictional: Site) -> None:
    days = report_days(fictional.plans[CITY], date(2026, 11, 21))
    assert list(days) == [2021, 2022, 2023, 2024, 2025]
    assert days[2025] == date(2025, 12, 31)


def test_a_plan_that_has_not_begun_has_no_report(fictional: Site) -> None:
    assert not report_days(fictional.plans[SILENT], date(2025, 12, 31))


@pytest.mark.parametrize(
    ("plan", "midterm", "final"),
    [(CITY, date(2023, 12, 31), date(2026, 12, 31)), (COUNTY, date(2025, 12, 31), date(2031, 12, 31))],
)  # fmt: skip
def test_evaluations_are_due_in_the_middle_and_a_year_after_the_end(
    fictional: Site, plan: str, midterm: date, final: date
) -> None:
    assert evaluation_days(fictional.plans[plan]) == {"midterm": midterm, "final": final}


# --- standings and changes


def test_a_standing_knows_only_what_was_published_by_its_day(fictional: Site) -> None:
    day = date(2023, 12, 31)
    for one in on(fictional, CITY, day)[day].targets:
        assert one.assessment == assess(one.goal, one.points, day)
        known = [p.year for p in one.points if p.known_on <= day and p.value is not None]
        assert one.assessment.latest_year is None or one.assessment.latest_year in known


def test_the_standing_of_the_as_of_date_is_that_of_every_other_page(fictional: Site) -> None:
    one, day = edition(fictional), fictional.settings.as_of
    for found in standings(one.assessed, fictional.plans[CITY], [day])[day].targets:
        assert found.assessment == one.assessed[CITY, found.target.id].assessment


def test_changes_lead_from_one_standing_to_the_next(fictional: Site) -> None:
    first, second = date(2023, 12, 31), date(2024, 12, 31)
    found = on(fictional, CITY, first, second)
    different = changes(found[first], found[second])
    before = {one.target.id: one.assessment for one in found[first].targets}
    for change in different.statuses:
        assert change.before is before[change.target.target.id].status
        assert change.before is not change.target.assessment.status
    now = {
        (one.target.id, w.rule): w.level for one in found[second].targets for w in one.assessment.warnings
    }  # fmt: skip
    for one in different.raised:
        assert one.before is None and (one.target.target.id, one.rule) in now
    for one in different.cleared:
        assert one.now is None and (one.target.target.id, one.rule) not in now
    for one in different.levels:
        assert one.before and one.now and one.before.level is not one.now.level
    assert different.values
    assert all(first < value.point.known_on <= second for value in different.values)


def test_nothing_changes_within_a_day(fictional: Site) -> None:
    day = date(2024, 12, 31)
    standing = on(fictional, CITY, day)[day]
    found = changes(standing, standing)
    assert not (found.statuses or found.values or found.raised or found.cleared or found.levels)


def test_a_figure_of_a_year_already_published_is_a_revision(sources: Any) -> None:
    name = "qinglan/chengxi/observations/2022.csv"
    header, row = (sources / name).read_text(encoding="utf-8").split("\n")[:2]
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    cells |= {"published_on": "2024-03-01", "confirmed": "yes"}
    sources.append(name, ",".join(cells.values()) + "\n")
    site = sources.load()
    first, second = date(2023, 12, 31), date(2024, 3, 31)
    found = on(site, CITY, first, second)
    revised = [one for one in changes(found[first], found[second]).values if one.revises]
    assert [(one.point.year, one.target.target.subject) for one in revised] == [
        (2022, cells["indicator"])
    ]


# --- what is missing


def test_a_figure_is_due_on_the_last_day_it_is_in_time_and_overdue_after_it(
    fictional: Site,
) -> None:
    found = on(fictional, SILENT, date(2027, 12, 31), date(2028, 1, 1))
    assert not any(found[date(2027, 12, 31)].overdue.values())
    assert set(found[date(2028, 1, 1)].overdue.values()) == {(2026,)}
    for one in found[date(2027, 12, 31)].targets:
        assert next_due(one) == (2026, date(2027, 12, 31))
    for one in found[date(2028, 1, 1)].targets:
        assert next_due(one) == (2027, date(2028, 12, 31))


def test_the_next_figure_due_is_one_that_is_not_there_yet(fictional: Site) -> None:
    day = date(2024, 12, 31)
    for one in on(fictional, CITY, day)[day].observed:
        if coming := next_due(one):
            assert coming[0] > (one.assessment.latest_year or 0)


def test_gaps_of_today_are_those_of_the_gaps_page(fictional: Site) -> None:
    one = edition(fictional)
    for found in one.assessed.values():
        assert gaps_on(found) == found.gaps


def test_the_tier_above_lends_only_what_was_known(fictional: Site) -> None:
    place = "qinglan/chengxi/hedeng"
    late = figure_above(fictional, "maternal-mortality-ratio", place, date(2026, 11, 21))
    early = figure_above(fictional, "maternal-mortality-ratio", place, date(2015, 12, 31))
    assert late and early and early.year < 2016 <= late.year
    assert figure_above(fictional, "maternal-mortality-ratio", place, date(1990, 1, 1)) is None


# --- pages


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
    assert f"{tally.met} met / {tally.assessable} assessable / {tally.total} targets" in tally.rate


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


def test_the_list_of_a_plan_leads_to_every_report_and_evaluation(fictional: Site) -> None:
    one = edition(fictional)
    found = pages(one)
    body = Renderer(one).body(found[f"plans/{CITY}/reports/"])
    for year in range(2021, 2026):
        assert f'href="{year}/"' in body
    assert 'href="../evaluations/2023-midterm/"' in body
    assert "not due yet" in body


# --- evaluations


def test_a_submitted_evaluation_shows_prose_body_commit_and_the_data_of_its_day(
    fictional: Site,
) -> None:
    one = edition(fictional, "en", "ffffffffffff")
    page = pages(one)[f"plans/{MIDTERM}/"]
    read = text(one, page)
    assert "on a good course (fictional)" in read
    assert "Working Committee on Children and Women" in read
    assert page.view["commit"] == "5e1f3a9c0b27"
    assert page.view["day_iso"] == "2023-12-31"
    assert page.view["submitted"]


def test_an_evaluation_stays_what_it_was_when_later_data_arrive(
    fictional: Site, sources: Any
) -> None:
    before = edition(fictional)
    name = "qinglan/chengxi/observations/2025.csv"
    first = (sources / name).read_text(encoding="utf-8").split("\n")[0]
    sources.write(name, first + "\n")
    after = edition(sources.load())
    address = f"plans/{MIDTERM}/"
    assert text(before, pages(before)[address]) == text(after, pages(after)[address])


def test_an_evaluation_nobody_submitted_says_so_and_judges_nothing(fictional: Site) -> None:
    one = edition(fictional)
    page = pages(one)[f"plans/{COUNTY}/evaluations/2025-midterm/"]
    assert "No judgement submitted" in text(one, page)
    assert not page.view["slots"] and not page.view["submitted"]


def test_an_evaluation_that_is_not_due_has_no_page(fictional: Site) -> None:
    assert not [one for one in pages(edition(fictional)) if one.endswith("-final/")]


def test_parts_of_an_evaluation_follow_the_template(fictional: Site) -> None:
    one = edition(fictional)
    page = pages(one)[f"plans/{MIDTERM}/"]
    body = Renderer(one).body(page)
    places = [body.index(f'id="{heading.id}"') for heading in page.headings]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('as_of: "2023-12-31"', 'as_of: "2023"', 2, "a date like 2025-12-31 is expected"),
        ('as_of: "2023-12-31"', 'as_of: "2024-12-31"', 2, "is not in 2023, the year of the file's name"),
        ('as_of: "2023-12-31"\n', "", 2, "as_of: the field is missing"),
        ("body: women-children-committee", "body: women-children-comittee", 3, "did you mean women-children-committee?"),
        ('"5e1f3a9c0b27"', '"main"', 4, "a commit id is expected"),
        ("## Overall judgement", "## Overall judgment", 7, "did you mean Overall judgement?"),
        ("## What comes next", "## What falls short", 20, "stands twice"),
        ("---\nas_of", "as_of", 1, "must begin with as_of and body"),
        ("## Overall judgement", "Overall judgement", 7, "must begin with a second-level heading"),
        ("(fictional). Most", "<b>. Most", 9, "contains HTML"),
        ("(fictional). Most", "虚. Most", 9, "has the Chinese character"),
        ('data_commit: "5e1f3a9c0b27"\n', "", 2, "data_commit differs between the languages"),
    ],
)  # fmt: skip
def test_a_fault_of_an_evaluation_is_named_with_its_line(
    sources: Any, old: str, new: str, line: int, words: str
) -> None:
    sources.replace(f"{MIDTERM}.en.md", old, new)
    found = [one for one in sources.problems() if words in one]
    assert found, sources.problems()
    assert found[0].startswith((f"{MIDTERM}.en.md:{line}:", f"{MIDTERM}.zh.md:{line}:"))


def test_an_evaluation_needs_both_languages(sources: Any) -> None:
    (sources / f"{MIDTERM}.en.md").unlink()
    assert "2023-midterm.en.md is missing" in sources.problem()


def test_an_evaluation_can_not_lie_in_the_future(sources: Any) -> None:
    for lang in LANGS:
        text = (sources / f"{MIDTERM}.{lang}.md").read_text(encoding="utf-8")
        (sources / f"{MIDTERM}.{lang}.md").unlink()
        sources.write(
            f"{CITY}/evaluations/2026-final.{lang}.md", text.replace("2023-12-31", "2026-12-31")
        )
    assert "must lie between 2021 and the as_of of site.yml (2026-11-21)" in sources.problem()


def test_a_plan_has_one_evaluation_of_a_kind(sources: Any) -> None:
    for lang in LANGS:
        text = (sources / f"{MIDTERM}.{lang}.md").read_text(encoding="utf-8")
        sources.write(
            f"{CITY}/evaluations/2024-midterm.{lang}.md", text.replace("2023-12-31", "2024-06-30")
        )
    assert all("one midterm evaluation only" in one for one in sources.problems())


def test_an_evaluation_of_another_kind_is_a_stray_file(sources: Any) -> None:
    sources.write(f"{CITY}/evaluations/2024-annual.zh.md", "文")
    assert "nobody reads this file" in sources.problem()


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
