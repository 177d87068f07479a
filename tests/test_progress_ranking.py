"""Ranking of areas: ties, missing values, small numbers, change in rank."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import Entry, ObservationStatus, rank_progress, rank_values
from progress.goals import goal

MORE, LESS = goal("ge", "95"), goal("le", "10")


def entries(text, year=2025, **more):
    """`xa 5; xb 7 P; xc -` as entries; `-` is missing."""
    found = []
    for part in text.split(";"):
        area, value, *status = part.split()
        number = None if value == "-" else Decimal(value)
        found.append(Entry(area, year, number, ObservationStatus((status or ["A"])[0]), **more))
    return found


def order(ranking):
    return [(place.rank, place.area) for place in ranking.places]


def test_ties_share_a_rank_and_the_next_is_skipped():
    ranking = rank_values(MORE, entries("xa 90; xb 95.0; xc 95; xd 80; xe 99"))
    assert order(ranking) == [(1, "xe"), (2, "xb"), (2, "xc"), (4, "xa"), (5, "xd")]


def test_the_good_direction_decides_the_order():
    assert order(rank_values(LESS, entries("xa 9; xb 7"))) == [(1, "xb"), (2, "xa")]
    assert order(rank_values(goal("increase"), entries("xa 9; xb 7"))) == [(1, "xa"), (2, "xb")]


def test_a_band_is_ranked_by_gap():
    band = goal("range", "100", high="107")
    ranking = rank_values(band, entries("xa 111; xb 104; xc 95; xd 100; xe 111.0"))
    assert order(ranking) == [(1, "xb"), (1, "xd"), (3, "xa"), (3, "xe"), (5, "xc")]


def test_equality_is_that_of_exact_decimals():
    ranking = rank_values(MORE, entries("xa 0.3; xb 0.30; xc 0.30000000000000001"))
    assert order(ranking) == [(1, "xc"), (2, "xa"), (2, "xb")]


def test_missing_values_are_listed_and_not_ranked():
    ranking = rank_values(MORE, entries("xb -; xa -; xc 5"))
    assert order(ranking) == [(1, "xc"), (None, "xa"), (None, "xb")]
    assert (ranking.ranked, ranking.areas) == (1, 3)


def test_forecasts_are_not_ranked():
    assert rank_values(MORE, entries("xa 99 F; xb 5")).ranked == 1


def test_provisional_values_are_marked():
    ranking = rank_values(MORE, entries("xa 5 P; xb 4 E; xc 3"))
    assert [place.marks for place in ranking.places] == [("P",), ("E",), ()]


def test_small_numbers_are_shown_with_u_and_not_ranked():
    listed = [*entries("xa 99", numerator=9), *entries("xb 5", numerator=10)]
    ranking = rank_values(MORE, listed)
    assert [(p.area, p.rank, p.value, p.marks) for p in ranking.places] == [
        ("xb", 1, 5, ()),
        ("xa", None, 99, ("U",)),
    ]


def test_change_in_rank_needs_the_same_areas():
    before = entries("xa 1; xb 2; xc 3", year=2024)
    same = rank_values(MORE, entries("xa 9; xb 2; xc 3"), before)
    assert {place.area: place.change for place in same.places} == {"xa": 2, "xb": -1, "xc": -1}
    other = rank_values(MORE, entries("xa 9; xb 2; xc -"), before)
    assert {place.change for place in other.places} == {None}


def test_spread_is_of_ranked_values():
    assert rank_values(MORE, entries("xa 9; xb 2; xc -")).spread == (2, 9)
    assert rank_values(MORE, entries("xa -")).spread is None


def test_progress_has_a_ranking_of_its_own():
    listed = [
        Entry("xa", 2025, Decimal(90), progress=Decimal("0.2")),
        Entry("xb", 2025, Decimal(80), progress=Decimal("0.9")),
        Entry("xc", 2025, Decimal(85)),
    ]
    ranking = rank_progress(listed)
    assert order(ranking) == [(1, "xb"), (2, "xa"), (None, "xc")]
    assert rank_progress(listed, listed).places[0].change == 0


def test_only_like_is_ranked_with_like():
    with pytest.raises(ValueError, match="like"):
        rank_values(MORE, [*entries("xa 1"), *entries("xb 2", year=2024)])
    with pytest.raises(ValueError, match="like"):
        rank_values(MORE, [*entries("xa 1", unit="%"), *entries("xb 2", unit="‰")])
    with pytest.raises(ValueError, match="twice: xa"):
        rank_values(MORE, entries("xa 1; xa 2"))


def test_an_aim_without_direction_cannot_rank():
    with pytest.raises(ValueError, match="good_direction"):
        rank_values(goal("keep"), entries("xa 1"))
    assert rank_values(goal("keep", good_direction=1), entries("xa 1")).ranked == 1
