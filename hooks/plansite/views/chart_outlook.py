"""Years of a target beside its figures: what its path asks for, and the sums it counts."""

from __future__ import annotations

from decimal import Decimal

from plansite.assessing import Assessed
from plansite.progress import Path
from plansite.progress.gap import is_met, near_edge


def running_sums(one: Assessed) -> tuple[tuple[int, Decimal], ...]:
    """Return year and sum for a cumulative goal."""
    data = one.assessor.series_on(one.assessment.as_of)
    return tuple((point.year, point.value) for point in data.values if point.value is not None)


def required_path(one: Assessed) -> tuple[tuple[int, float], ...]:
    """Return the values the path asks for, from the baseline to the target year.

    Nothing where no path is defined: no baseline, one that met the target, or no value.
    """
    goal, base = one.goal, one.assessment.baseline_value
    start, end = one.assessment.baseline_year, one.goal.target_year
    if base is None or start is None or end is None or end <= start or not goal.paced:
        return ()
    edge = near_edge(goal, base)
    if edge is None or is_met(goal, base):
        return ()
    if goal.path is Path.GEOMETRIC and base > 0 and edge > 0:
        growth = float(edge / base)
        years = range(start, end + 1)
        return tuple(
            (year, float(base) * growth ** ((year - start) / (end - start))) for year in years
        )
    stops = [stop for stop in goal.milestones if start < stop[0] < end]
    return (
        (start, float(base)),
        *((year, float(value)) for year, value in stops),
        (end, float(edge)),
    )
