"""Reporting: standings replayed as of a day, and what changed between two."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from plansite.model import Site
from plansite.progress import assess
from plansite.reporting import (
    changes,
    evaluation_days,
    figure_above,
    gaps_on,
    next_due,
    report_days,
    standings,
)
from reported import CITY, COUNTY, SILENT, edition, on

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
