"""The course of a goal: every part of the method's answer, before the warnings look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .case import Goal, Point
from .drift import Drift, drift
from .gap import is_met, progress
from .pace import Pace, pace
from .projection import Projection, project
from .result_words import Status
from .series import Series, series
from .standing import standing


@dataclass(frozen=True)
class Course:
    """Series, progress, pace, projection and status of a goal on a day."""

    goal: Goal
    series: Series
    progress: Decimal | None
    pace: Pace
    walk: Drift
    projection: Projection
    status: Status

    @property
    def judged(self) -> Decimal | None:
        """The latest value, if it can be compared with a target value."""
        latest = self.series.latest
        if latest is None or not self.series.comparable or self.goal.directional:
            return None
        return latest.value

    @property
    def met(self) -> bool:
        """Whether the latest value meets the goal."""
        return self.judged is not None and is_met(self.goal, self.judged)


def course(goal: Goal, points: Sequence[Point], as_of: date) -> Course:
    """Return the course of a goal as known on a day; goal and points must be without flaws."""
    return course_of(goal, series(goal, points, as_of), as_of)


def course_of(goal: Goal, data: Series, as_of: date) -> Course:
    """Return the course that follows from what was known on a day."""
    speed = pace(goal, data)
    walk = drift(goal, data)
    return Course(
        goal=goal,
        series=data,
        progress=_progress(goal, data),
        pace=speed,
        walk=walk,
        projection=project(goal, data, walk),
        status=standing(goal, data, speed, as_of),
    )


def _progress(goal: Goal, data: Series) -> Decimal | None:
    base, latest = data.baseline, data.latest
    if not (goal.paced and data.comparable and base and latest and latest.value is not None):
        return None
    return progress(goal, latest.value, base.value)
