"""Rules about targets: places, years, values, directions, milestones, baselines, data."""

from __future__ import annotations

import pytest
from conftest import Sources

BAIYU = "qinglan/chengxi/baiyu/women-2021-2030/targets"
CHENGXI = "qinglan/chengxi/women-2021-2025/targets"
MILESTONES = """\
        - {at_most: 9, by: 2028}
        - {at_most: 8, by: 2030}
"""


@pytest.mark.parametrize(
    ("name", "old", "new", "below", "said"),
    [
        # places
        (f"{CHENGXI}/education.yml", '- number: "2"', '- number: "1"', 0, "the place education-t1 is already recorded at"),
        (f"{CHENGXI}/digital-life.yml", '      sub: "2"\n', "", -1, "the place digital-life-1-women-internet-use-rate is already"),
        # years
        (f"{BAIYU}/health.yml", "by: 2028", "by: 2024", 0, "the years [2025, 2024, 2030] must increase"),
        (f"{BAIYU}/health.yml", "by: 2028", "by: 2025", 0, "the years [2025, 2025, 2030] must increase"),
        (f"{BAIYU}/economy.yml", "at_least: 44", "by: 2019, at_least: 44", 0, "the target year 2019 lies before the plan's first year 2021"),
        (f"{BAIYU}/economy.yml", "at_least: 44", "by: 2031, at_least: 44", 0, "the target year 2031 lies after the plan's last year 2030"),
        (f"{BAIYU}/health.yml", "{at_most: 8, by: 2030}", "{at_most: 8, by: 2035}", 0, "the target year 2035 lies after"),
        (f"{BAIYU}/economy.yml", "value: 42.1, year: 2020", "value: 42.1, year: 2030", 0, "the baseline year 2030 must lie before the target year 2030"),
        # values
        (f"{CHENGXI}/law.yml", "at_least: 90", "at_least: 100.1", 0, "100.1 is outside the natural limits 0..100"),
        (f"{CHENGXI}/education.yml", "[45, 55]", "[45, 155]", 0, "155 is outside the natural limits"),
        (f"{CHENGXI}/health.yml", "{at_most: 7,", "{at_most: -7,", 0, "-7 is outside the natural limits"),
        (f"{BAIYU}/economy.yml", "value: 42.1", "value: -42.1", 0, "-42.1 is outside the natural limits"),
        # directions
        (f"{CHENGXI}/law.yml", "at_least: 90", "at_most: 90", 0, "at_most runs against the indicator, of which more is better"),
        (f"{CHENGXI}/law.yml", "below: 5", "above: 5", 0, "above runs against the indicator, of which less is better"),
        # milestones
        (f"{BAIYU}/health.yml", "{at_most: 8, by: 2030}", "{at_most: 9.5, by: 2030}", 0, "9.5 is weaker than the earlier milestone 9"),
        (f"{CHENGXI}/health.yml", "stretch: {at_most: 7", "stretch: {at_most: 9", 0, "9 is weaker than the earlier milestone 8"),
        (f"{BAIYU}/family.yml", "at_least: 4.5, by: 2025", "at_least: 4.5, then: {equal: 4, by: 2030}, by: 2025", 0, "4 is weaker than the earlier milestone 4.5"),
        # baselines
        (f"{BAIYU}/economy.yml", "value: 42.1", "value: 44.1", 0, "the baseline 44.1 is already better than the target 44"),
        (f"{BAIYU}/health.yml", "value: 15.8", "value: 9.8", 0, "the baseline 9.8 is already better than the target 10"),
    ],
)  # fmt: skip
def test_a_target_that_can_not_be_is_one_problem_at_its_line(
    sources: Sources, name: str, old: str, new: str, below: int, said: str
) -> None:
    line = sources.replace(name, old, new) + below
    problem = sources.problem()
    assert said in problem
    assert problem.startswith(f"{name}:{line}: 错误 error: ")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (f"{BAIYU}/economy.yml", "at_least: 44", "at_least: 44, by: 2035"),
        (f"{BAIYU}/economy.yml", "at_least: 44", "at_least: 42"),
        (f"{CHENGXI}/law.yml", "below: 5", "above: 5"),
    ],
)
def test_a_note_says_that_the_unusual_is_meant(
    sources: Sources, name: str, old: str, new: str
) -> None:
    sources.replace(name, old, f"note: {{zh: 原文如此。, en: As printed.}}, {new}")
    assert sources.problems() == []


def test_a_percentage_over_100_is_refused_also_without_stated_limits(sources: Sources) -> None:
    sources.replace(
        "indicators/society.yml", "  decimals: 1\n  better: higher\n  limits: [0, 100]\n- id: women-v",
        "  decimals: 1\n  better: higher\n- id: women-v",
    )  # fmt: skip
    sources.replace(f"{CHENGXI}/decision-making.yml", "above: 30", "above: 130")
    assert "130 is outside the natural limits 0..100" in sources.problem()


def test_a_baseline_is_the_figure_read_in_the_same_document(sources: Sources) -> None:
    name = "qinglan/chengxi/observations/2020.csv"
    sources.replace(
        name, "64.3,percent,A,read,chengxi-yearbook", "64.3,percent,A,read,chengxi-women-2021-2025"
    )
    sources.replace(
        f"{CHENGXI}/digital-life.yml",
        "year: 2020, source: chengxi-yearbook",
        "year: 2020, source: chengxi-women-2021-2025",
    )
    said = "the baseline 66.0 differs from 64.3 of 2020, read in the same document"
    assert any(said in one for one in sources.problems())


def test_a_baseline_on_the_target_is_allowed(sources: Sources) -> None:
    sources.replace(f"{BAIYU}/economy.yml", "value: 42.1", "value: 44.0")
    assert sources.problems() == []


# What the method of assessment can not work with is found before anything is built


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: cumulative,", "kind: cumulative, path: geometric,", "geometric is impossible"),
        (
            "kind: cumulative,",
            "kind: cumulative, baseline: {value: 9, year: 2020, source: baiyu-bulletin},",
            "a cumulative target starts from zero",
        ),
    ],
)
def test_a_target_that_can_not_be_assessed_is_a_problem(
    sources: Sources, old: str, new: str, said: str
) -> None:
    line = sources.replace(f"{BAIYU}/economy.yml", old, new)
    problem = sources.problem()
    assert problem.startswith(f"{BAIYU}/economy.yml:{line}: ")
    assert said in problem


def test_an_aim_whose_printed_word_english_lacks_is_a_warning(sources: Sources) -> None:
    file = f"{CHENGXI}/health.yml"
    line = sources.replace(file, "printed: 稳步延长", "printed: 焕然一新")
    said = sources.problem()
    assert said.startswith(f"{file}:{line}: 警告 warning: ")
    assert "words: {zh: 焕然一新, en: …}" in said and "only says increase" in said


@pytest.mark.parametrize("printed", ["稳步提高", "推动…延长", "to be raised"])
def test_an_aim_that_english_can_say_is_not_asked_about(sources: Sources, printed: str) -> None:
    sources.replace(f"{CHENGXI}/health.yml", "printed: 稳步延长", f"printed: {printed}")
    assert sources.problems() == []
