"""Laws of assessment day by day: what was not yet known, replays, spans of warnings."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from plansite.progress import (
    Rule,
    assess,
    assess_days,
    event_days,
    replay,
    status_history,
    warning_history,
)
from progress.strategies import DAY, goals, law, vintages


@law
@given(goals(), vintages(), st.integers(0, 2500))
def test_what_is_published_later_does_not_matter(goal, points, offset):
    day = date(2020, 1, 1) + timedelta(days=offset)
    early = [point for point in points if point.published_on <= day]
    assert assess(goal, points, day) == assess(goal, early, day)


@settings(deadline=None, max_examples=40)
@given(goals(), vintages(), st.lists(st.integers(0, 2500), min_size=2, max_size=12))
def test_days_that_are_assessed_together_are_assessed_as_if_alone(goal, points, offsets):
    days = [date(2020, 1, 1) + timedelta(days=offset) for offset in offsets]
    alone = [assess(goal, points, day) for day in days]
    assert list(assess_days(goal, points, days)) == alone


@settings(deadline=None, max_examples=40)
@given(goals(), vintages())
def test_a_replay_of_event_days_misses_no_change(goal, points):
    days = event_days([goal], points, DAY)
    told = status_history(replay([goal], points, days))
    for offset in range(0, 2300, 91):
        day = days[0] + timedelta(days=offset)
        if day <= DAY:
            span = [one for one in told if one.since <= day][-1]
            assert assess(goal, points, day).status is span.status


@settings(deadline=None, max_examples=60)
@given(goals(), vintages())
def test_spans_of_a_warning_never_overlap(goal, points):
    spans = warning_history(replay([goal], points, event_days([goal], points, DAY)))
    for rule in Rule:
        own = [span for span in spans if span.rule is rule]
        for before, after in pairwise(own):
            assert before.cleared_on is not None
            assert before.raised_on < before.cleared_on < after.raised_on
