"""Goals and series at random, within what the method takes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st
from plansite.progress import Comparator, Goal, ObservationStatus, Point

law = settings(deadline=None)

TENTH = Decimal("0.1")
DAY = date(2027, 6, 30)
MIRROR = {"ge": "le", "le": "ge", "gt": "lt", "lt": "gt", "eq": "eq", "about": "about",
          "range": "range", "increase": "decrease", "decrease": "increase"}  # fmt: skip

values = st.integers(-2000, 2000).map(lambda tenths: tenths * TENTH)
positive = st.integers(1, 4000).map(lambda tenths: tenths * TENTH)
letters = st.sampled_from([ObservationStatus.A] * 6 + [ObservationStatus.P, ObservationStatus.U])


@st.composite
def goals(draw, comparators=tuple(MIRROR), numbers=values):
    comparator = Comparator(draw(st.sampled_from(comparators)))
    value = draw(numbers) if comparator not in {"increase", "decrease"} else None
    high = value + draw(st.integers(0, 100)) * TENTH if comparator == "range" else None
    based = draw(st.booleans())
    return Goal(
        comparator=comparator,
        unit_in_last_place=TENTH,
        target_year=draw(st.integers(2023, 2035)),
        value=value,
        high=high,
        tolerance=draw(st.integers(0, 50)) * TENTH if comparator == "about" else None,
        baseline_value=draw(numbers) if based else None,
        baseline_year=2020 if based else None,
    )


@st.composite
def series(draw, numbers=values, least=0):
    years = draw(st.lists(st.integers(2019, 2026), unique=True, min_size=least, max_size=8))
    return [Point(year, draw(numbers), draw(letters)) for year in sorted(years)]


@st.composite
def vintages(draw):
    found = {}
    for year in draw(st.lists(st.integers(2019, 2025), min_size=1, max_size=8)):
        day = date(year + 1, 1, 1) + timedelta(days=draw(st.integers(0, 700)))
        found[year, day] = Point(year, draw(values), published_on=day)
    return list(found.values())
