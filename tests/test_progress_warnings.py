"""Early warnings about the course of an indicator."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import Level, Rule, assess
from plansite.progress.trend_warnings import change_limits
from progress.goals import goal, judged, rules, years

D = Decimal
RISING = goal("ge", "95", start="80 (2020)")


def warning(one, rule):
    found = one.warning(rule)
    return None if found is None else (found.level.value, found.reason)


# HARD


def test_hard_is_amber_for_one_sign_and_red_for_both():
    assert warning(judged(RISING, "2021 81.0; 2022 82.2; 2023 83.0"), Rule.HARD) == ("amber", "S1")
    assert warning(judged(RISING, "2025 85"), Rule.HARD) == ("amber", "S2")
    assert warning(judged(RISING, "2021 80.5; 2022 81; 2023 81.5"), Rule.HARD) == ("red", "S1+S2")


def test_hard_needs_twice_the_pace_so_far():
    assert warning(judged(RISING, "2025 85.1"), Rule.HARD) is None


def test_hard_gives_its_evidence():
    found = judged(RISING, "2021 81.0; 2022 82.2; 2023 83.0").warning(Rule.HARD)
    assert dict(found.numbers).keys() == {"effort", "projection", "low", "high"}
    assert found.number("projection") == 90
    assert found.number("nothing") is None


def test_hard_is_not_raised_at_the_target_year_or_when_met():
    assert warning(judged(RISING, "2021 80; 2022 80; 2030 80"), Rule.HARD) is None
    assert warning(judged(RISING, "2021 99; 2022 97; 2023 95"), Rule.HARD) is None


# HOLD


def test_hold_needs_three_values():
    assert warning(judged(goal("ge", "95"), "2021 97; 2022 96"), Rule.HOLD) is None
    falling = judged(goal("ge", "95"), "2021 97; 2022 96.5; 2023 96")
    assert warning(falling, Rule.HOLD) == ("amber", "will_miss")


# REGRESS


@pytest.mark.parametrize(
    ("observed", "found"),
    [
        ("2021 82; 2022 81.9", None),  # one unit in the last place
        ("2021 82; 2022 81.8", ("amber", "once")),
        ("2021 82; 2022 81.8; 2023 81.6", ("red", "twice")),
        ("2021 82; 2022 83; 2023 79", ("red", "beyond_baseline")),
        ("2021 82; 2022 81; 2023 83", None),
        ("2021 97; 2022 96", ("info", "met")),
        ("2021 98; 2022 97; 2023 96", ("info", "met")),
        ("2021 96; 2022 94", ("amber", "once")),
        ("2021 97; 2022 96; 2023 94", ("red", "twice")),
    ],
)
def test_regress_grows_from_note_to_red(observed, found):
    assert warning(judged(RISING, observed), Rule.REGRESS) == found


def test_regress_allows_a_tenth_of_a_percent_a_year():
    large = goal("ge", "2000", start="1000 (2020)")
    assert warning(judged(large, "2021 1500; 2023 1497.0"), Rule.REGRESS) is None
    assert warning(judged(large, "2021 1500; 2023 1496.9"), Rule.REGRESS) == ("amber", "once")


def test_regress_of_a_band_is_a_growing_gap():
    band = goal("range", "10", high="12", start="5 (2020)")
    assert warning(judged(band, "2021 9; 2022 8"), Rule.REGRESS) == ("amber", "once")
    assert warning(judged(band, "2021 9; 2022 14"), Rule.REGRESS) == ("amber", "once")
    assert warning(judged(band, "2021 10; 2022 12"), Rule.REGRESS) is None


def test_regress_of_an_aim_is_a_change_against_it():
    less, same = goal("decrease", start="5 (2020)"), goal("keep", start="5 (2020)")
    assert warning(judged(less, "2021 4; 2022 4.5"), Rule.REGRESS) == ("amber", "once")
    assert warning(judged(same, "2021 6; 2022 7"), Rule.REGRESS) == ("red", "twice")


# VOLATILE


def test_volatile_needs_a_change_of_direction():
    steady = judged(RISING, "2021 80.1; 2022 80.2; 2023 90")
    assert steady.sigma > steady.step_needed
    assert warning(steady, Rule.VOLATILE) is None


def test_volatile_compares_noise_with_the_step_needed():
    assert warning(judged(RISING, "2021 83; 2022 82; 2023 84.5"), Rule.VOLATILE) == (
        "amber",
        "step",
    )
    calm = judged(RISING, "2021 82; 2022 81.5; 2023 83")
    assert (calm.sigma < D("1.5"), warning(calm, Rule.VOLATILE)) == (True, None)


def test_noise_of_exactly_the_step_is_volatile():
    target = goal("ge", "90", start="80 (2020)")
    one = judged(target, "2021 81.5; 2022 81.0; 2023 81.5")
    assert one.sigma == one.step_needed == 1
    assert warning(one, Rule.VOLATILE) == ("amber", "step")


def test_volatile_compares_with_the_level_where_no_step_is_defined():
    assert warning(judged(goal("ge", "50"), "2021 90; 2022 99; 2023 90"), Rule.VOLATILE) == (
        "amber", "level",
    )  # fmt: skip
    assert warning(judged(goal("ge", "50"), "2021 90; 2022 92; 2023 90"), Rule.VOLATILE) is None


def test_volatile_on_a_growth_path_is_measured_in_ratios():
    growing = goal("ge", "200", start="100 (2020)", path="geometric")
    assert warning(judged(growing, "2021 120; 2022 110; 2023 130"), Rule.VOLATILE)
    assert not warning(judged(growing, "2021 108; 2022 107.9; 2023 115"), Rule.VOLATILE)


# UNUSUAL


def test_unusual_needs_eight_earlier_yearly_changes():
    target = goal("ge", "95", baseline_year=2015)
    long = years(2015, [50, 51, 52.2, 53.1, 54.2, 55.2, 56, 57.1, 58.1, 55.1])
    day = judged(target, "2024 1").as_of
    assert assess(target, long, day).warning(Rule.UNUSUAL)
    assert not assess(target, long[1:], day).warning(Rule.UNUSUAL)


def test_a_typed_baseline_is_the_first_value_of_the_changes():
    target = goal("ge", "95", start="50 (2015)")
    rest = years(2016, [51, 52.2, 53.1, 54.2, 55.2, 56, 57.1, 58.1, 55.1])
    assert assess(target, rest, judged(target, "2024 1").as_of).warning(Rule.UNUSUAL)


def test_values_before_the_baseline_tell_what_is_usual():
    target = goal("ge", "95", start="58 (2023)")
    history = years(2014, [50, 51, 52, 53, 54, 55, 56, 57, 57.5, 58, 50])
    found = assess(target, history, judged(target, "2024 1").as_of).warning(Rule.UNUSUAL)
    assert (found.level, found.reason) == (Level.AMBER, "low")


def test_a_missing_year_or_a_break_ends_the_run_of_changes():
    target = goal("ge", "95", baseline_year=2015)
    values = years(2015, [50, 51, 52.2, 53.1, 54.2, 55.2, 56, 57.1, 58.1, 55.1])
    day = judged(target, "2024 1").as_of
    assert not assess(target, values[:4] + values[5:], day).warning(Rule.UNUSUAL)
    broken = goal("ge", "95", baseline_year=2015, break_years=(2018,), rebased_value="50")
    assert not assess(broken, values, day).warning(Rule.UNUSUAL)


def test_limits_of_a_change_are_those_of_the_example():
    changes = [D(change) for change in ["1", "1.2", ".9", "1.1", "1", ".8", "1.1", "1.0"]]
    assert change_limits(changes, D("0.1")) == (D("0.4805"), D("1.5445"))


def test_a_change_of_the_last_digit_is_never_unusual():
    target = goal("ge", "99.9")
    flat = years(2014, [99.8] * 9 + [99.9])
    assert not assess(target, flat, judged(target, "2023 1").as_of).warning(Rule.UNUSUAL)
    jump = years(2014, [99.8] * 9 + [99.5])
    assert assess(target, jump, judged(target, "2023 1").as_of).warning(Rule.UNUSUAL)


# METHOD


def test_method_is_silent_where_growth_is_impossible_or_the_status_is_not_by_pace():
    assert "METHOD:info" not in rules(judged(goal("ge", "30", start="0 (2020)"), "2024 10"))
    assert "METHOD:info" not in rules(
        judged(goal("ge", "90", start="60 (2020)"), "2024 70; 2030 80")
    )


def test_method_names_the_status_on_the_other_path():
    one = judged(goal("ge", "100", start="57.05 (2000)", target_year=2020), "2006 69.05")
    assert warning(one, Rule.METHOD) == ("info", "on_track")
