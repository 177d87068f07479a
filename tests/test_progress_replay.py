"""Replay: history computed from vintages, amended goals and due dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from plansite.progress import (
    Level,
    Rule,
    Status,
    assess,
    assess_days,
    event_days,
    goal_on,
    replay,
    status_history,
    warning_history,
)
from progress.goals import goal, points, rules

RISING = goal("ge", "95", start="80 (2020)")
STORY = points(
    "2021 81.5 on 2022-06-01; 2022 82 on 2023-06-01;"
    "2022 83.2 on 2024-02-01; 2023 84.6 on 2026-03-01"
)
TODAY = date(2026, 11, 21)


def test_the_latest_vintage_known_on_the_day_counts():
    days = [date(2023, 12, 31), date(2024, 2, 1)]
    assert [one.latest_value for one in assess_days(RISING, STORY, days)] == [
        STORY[1].value,
        STORY[2].value,
    ]


def test_a_value_published_later_is_ignored():
    assert assess(RISING, STORY, date(2022, 5, 31)).status is Status.NO_DATA


def test_a_value_without_a_date_is_known_from_the_next_new_year():
    undated = points("2021 82")
    assert assess(RISING, undated, date(2021, 12, 31)).status is Status.NO_DATA
    assert assess(RISING, undated, date(2022, 1, 1)).latest_year == 2021


def test_a_later_vintage_may_withdraw_a_value():
    withdrawn = points("2021 82 on 2022-06-01; 2021 O on 2022-09-01")
    assert assess(RISING, withdrawn, date(2022, 12, 31)).status is Status.NO_DATA


def test_forecasts_never_count():
    assert assess(RISING, points("2021 82 F"), date(2025, 1, 1)).latest_value is None


def test_status_history_joins_equal_days():
    days = event_days([RISING], STORY, TODAY)
    spans = status_history(replay([RISING], STORY, days))
    assert [(span.status.value, str(span.since), str(span.until)) for span in spans] == [
        ("no_data", "2022-01-01", "2022-06-01"),
        ("on_track", "2022-06-01", "2023-06-01"),
        ("behind", "2023-06-01", "2024-02-01"),
        ("on_track", "2024-02-01", "None"),
    ]


def test_warning_history_gives_the_day_raised_and_cleared():
    spans = warning_history(replay([RISING], STORY, event_days([RISING], STORY, TODAY)))
    found = {span.rule: (str(span.raised_on), str(span.cleared_on), span.worst) for span in spans}
    assert found[Rule.STALE] == ("2025-01-01", "None", Level.RED)
    assert found[Rule.REVISED] == ("2024-02-01", "2026-03-01", Level.INFO)


def test_a_warning_raised_again_has_a_second_span():
    again = points("2021 82 on 2022-06-01; 2023 84 on 2024-06-01; 2024 86 on 2026-06-01")
    spans = warning_history(replay([RISING], again, event_days([RISING], again, TODAY)))
    stale = [
        (str(span.raised_on), str(span.cleared_on)) for span in spans if span.rule is Rule.STALE
    ]
    assert stale == [("2024-01-01", "2024-06-01"), ("2026-01-01", "2026-06-01")]


def test_nothing_changes_between_the_event_days():
    days = event_days([RISING], STORY, TODAY)
    for before, after in pairwise(days):
        last = date.fromordinal(after.toordinal() - 1)
        early, late = assess(RISING, STORY, before), assess(RISING, STORY, last)
        assert replace(early, as_of=last) == late


AMENDED = [
    RISING,
    replace(goal("ge", "85", start="80 (2020)"), valid_from=date(2024, 7, 1)),
]


def test_an_amended_goal_counts_from_its_day():
    assert goal_on(AMENDED, date(2024, 6, 30)).value == 95
    assert goal_on(AMENDED, date(2024, 7, 1)).value == 85
    values = points("2023 83 on 2024-06-01")
    days = event_days(AMENDED, values, date(2024, 12, 31))
    assert date(2024, 7, 1) in days
    assert [one.target_value for one in replay(AMENDED, values, days)][-2:] == [85, 85]


def test_before_any_goal_there_is_no_assessment():
    assert goal_on(AMENDED[1:], date(2024, 6, 30)) is None
    assert replay(AMENDED[1:], STORY, [date(2024, 6, 30)]) == ()


def test_replay_of_a_day_is_the_assessment_of_that_day():
    day = date(2025, 5, 5)
    assert replay([RISING], STORY, [day]) == (assess(RISING, STORY, day),)


def test_only_the_last_batch_of_revisions_is_compared():
    twice = points("2022 82 on 2023-06-01; 2022 83.2 on 2024-02-01; 2022 83.3 on 2024-03-01")
    assert "REVISED:info" in rules(assess(RISING, twice, date(2024, 2, 29)))
    assert "REVISED:info" not in rules(assess(RISING, twice, date(2024, 3, 1)))


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_points_does_not_matter(order):
    assert assess(RISING, STORY[::order], TODAY) == assess(RISING, STORY, TODAY)
