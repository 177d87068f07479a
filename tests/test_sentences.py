"""Sentences: what an assessment says, word for word, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from plansite.assessing import Assessed
from plansite.edition import Edition, load_labels
from plansite.load import load_site
from plansite.model import Site
from plansite.progress import Assessor, Comparator, Goal, Kind, ObservationStatus, Point
from plansite.progress import Path as PathWord
from plansite.records.base import Lang
from plansite.views.chart_line import Dot
from plansite.views.figures import day_words, note_words, short_words, times_words
from plansite.views.sentences import figures, finding
from plansite.views.warning_words import warning_notes

AS_OF = date(2026, 11, 21)
GOAL = Goal(
    comparator=Comparator.LE,
    unit_in_last_place=Decimal("0.1"),
    target_year=2030,
    value=Decimal(12),
    baseline_value=Decimal("16.9"),
    baseline_year=2020,
    limit_low=Decimal(0),
)
FALLING = {2021: "16.1", 2022: "15.7", 2023: "15.1", 2024: "14.3"}


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(Path(__file__).parent / "plans")


def edition(site: Site, lang: Lang) -> Edition:
    return Edition(site, lang, load_labels())


def assessed(site: Site, goal: Goal, values: dict[int, str], statuses: str = "") -> Assessed:
    """Return Yunting's target of at most 12 per 100,000, with another goal and other figures."""
    letters = statuses.ljust(len(values), "A")
    points = tuple(
        Point(year, Decimal(value), letter, date(year + 1, 12, 30))
        for (year, value), letter in zip(values.items(), letters, strict=True)
    )
    (one,) = (
        found
        for (plan, _), found in edition(site, "en").assessed.items()
        if plan == "yunting/women-2021-2030" and found.target.subject == "maternal-mortality-ratio"
    )
    assessor = Assessor(goal, points)
    return Assessed(site, one.plan, one.target, assessor, assessor.on(AS_OF))


def said(site: Site, lang: Lang, goal: Goal, values: dict[int, str], statuses: str = "") -> str:
    return finding(edition(site, lang), assessed(site, goal, values, statuses))


def test_on_track_in_english(site: Site) -> None:
    assert said(site, "en", GOAL, FALLING) == (
        "In 2024 it stood at 14.3 per 100,000; the target of at most 12 per 100,000 by 2030 is not "
        "yet met, with 2.3 per 100,000 to go. Since 2020 (16.9) it has fallen by 2.6 per 100,000, "
        "133% of the pace needed. To get there by 2030 it needs 0.6 times the pace so far. On this "
        "trend it would be 10.4 per 100,000 in 2030 (80% interval 9.2 to 11.6): expected to be "
        "met. Confidence: medium (5 values over 4 years)."
    )


def test_on_track_in_chinese(site: Site) -> None:
    assert said(site, "zh", GOAL, FALLING) == (
        "2024年为14.3/10万，尚未达到“2030年不超过12/10万”的目标，还差2.3/10万。"
        "与2020年（16.9）相比下降2.6/10万，为所需速度的133%。"
        "要在2030年达标，今后每年需达到以往速度的0.6倍。"
        "按现有趋势，2030年约为10.4/10万（80%预测区间9.2至11.6）：预计达标。"
        "可信度：中（5个数据点，跨4年）。"
    )


def test_no_data_is_said_plainly(site: Site) -> None:
    assert said(site, "en", GOAL, {}) == (
        "There is no figure of its own since the baseline of 2020 (16.9 per 100,000), so nothing "
        "can be said about the target of at most 12 per 100,000 by 2030."
    )
    assert said(site, "zh", replace(GOAL, baseline_value=None, baseline_year=None), {}) == (
        "没有本地数据，无法判断“2030年不超过12/10万”的目标的进展。"
    )


def test_the_first_year_is_early_and_indicative(site: Site) -> None:
    values = {2021: "16.1"}
    assert "163% of the pace needed (first year only: early and indicative)" in said(
        site, "en", GOAL, values
    )
    assert "为所需速度的163%（初期，仅供参考）" in said(site, "zh", GOAL, values)
    assert "Confidence: low (2 values over 1 year)." in said(site, "en", GOAL, values)


def test_a_provisional_figure_is_marked(site: Site) -> None:
    assert said(site, "zh", GOAL, FALLING, "AAAP").startswith("2024年为14.3/10万（初步），")


def test_away_from_the_target(site: Site) -> None:
    text = said(site, "en", GOAL, {2021: "17.3", 2022: "18.0"})
    assert "Since 2020 (16.9) it has risen by 1.1 per 100,000, away from the target." in text
    assert "times the pace" not in text


def test_missed_in_the_target_year_by_the_exact_gap(site: Site) -> None:
    goal = replace(GOAL, target_year=2024)
    assert said(site, "en", goal, FALLING).startswith(
        "In 2024 it stood at 14.3 per 100,000; the target of at most 12 per 100,000 by 2024 is "
        "missed by 2.3 per 100,000."
    )


def test_an_old_target_is_told_with_the_figure_of_its_own_year(site: Site) -> None:
    late = replace(GOAL, target_year=2023, value=Decimal(15))
    text = said(site, "en", late, FALLING)
    assert text.startswith("In 2024 it stood at 14.3 per 100,000; the target of")
    assert (
        " In 2023, the year of the target, it stood at 15.1 per 100,000, which did not meet it."
        in text
    )
    kept = replace(late, value=Decimal("15.1"))
    assert "目标年2023年为15.1/10万，当年达标。" in said(site, "zh", kept, FALLING)
    assert "the year of the target" not in said(site, "en", late, FALLING | {2023: "15.1"}, "AAF")
    assert "the year of the target" not in said(
        site, "en", replace(late, target_year=2024), FALLING
    )


def test_two_values_give_no_interval(site: Site) -> None:
    text = said(site, "zh", GOAL, {2022: "16.5"})
    assert "按两个数据点推算，2030年约为14.9/10万：推算不能达标，仅供参考。" in text


def test_a_sum_is_said_as_a_sum(site: Site) -> None:
    goal = replace(
        GOAL, comparator=Comparator.GE, value=Decimal(100), kind=Kind.CUMULATIVE,
        baseline_value=None,
    )  # fmt: skip
    text = said(site, "en", goal, {2021: "8.0", 2022: "9.5"})
    assert text.startswith("From 2021 to 2022 it added up to 17.5 per 100,000; ")
    assert "Since" not in text
    assert ". ." not in text


def test_another_path_is_named(site: Site) -> None:
    goal = replace(GOAL, path=PathWord.GEOMETRIC)
    assert "of the pace needed on a path of constant growth" in said(site, "en", goal, FALLING)


def test_figures_without_target(site: Site) -> None:
    indicator = site.indicators["maternal-mortality-ratio"]
    normal = ObservationStatus.A
    line = [Dot(2020, Decimal("16.9"), normal), Dot(2024, Decimal("14.3"), normal)]
    assert figures(edition(site, "zh"), indicator, line) == (
        "2024年为14.3/10万。与2020年（16.9）相比下降2.6/10万。"
    )


def test_warnings_tell_their_numbers_and_since_when(site: Site) -> None:
    one = assessed(site, GOAL, {2021: "17.3", 2022: "18.0"})
    notes = {note.rule: note for note in warning_notes(edition(site, "en"), one)}
    assert notes["REGRESS"].text == "it rose by 0.7 per 100,000 since 2021, 2 times running"
    assert notes["REGRESS"].level == "red"
    assert notes["STALE"].text == "the figures for 2023 and 2024 are overdue"
    assert notes["STALE"].since == "1 January 2025"
    assert "it has not come nearer since the baseline" in notes["HARD"].text


def test_every_warning_of_the_fictional_plans_has_words(site: Site) -> None:
    for lang in ("zh", "en"):
        here = edition(site, lang)  # type: ignore[arg-type]
        for one in here.assessed.values():
            for note in warning_notes(here, one):
                assert note.text and note.since
                assert "{" not in note.text


def test_every_finding_is_whole(site: Site) -> None:
    for lang, stop in (("zh", "。"), ("en", ".")):
        here = edition(site, lang)  # type: ignore[arg-type]
        for one in here.assessed.values():
            text = finding(here, one)
            assert text.endswith(stop)
            assert not any(mark in text for mark in ("None", "..", "。。", "{", ". ."))


@pytest.mark.parametrize(
    ("lang", "value", "expected"),
    [
        ("en", "66842000", "66.842 million"),
        ("zh", "66842000", "6684.2万"),
        ("zh", "320000000", "3.2亿"),
        ("en", "5000000", "5 million"),
        ("en", "14.30", "14.30"),
    ],
)
def test_labels_are_short_and_exact(site: Site, lang: Lang, value: str, expected: str) -> None:
    assert short_words(edition(site, lang), Decimal(value)) == expected


def test_ratios_have_one_decimal_half_to_even() -> None:
    assert times_words(Decimal("1.25")) == "1.2"
    assert times_words(Decimal("0.04")) == "0.04"


def test_days_and_notes_have_their_language() -> None:
    assert day_words(date(2026, 11, 21), "zh") == "2026年11月21日"
    assert day_words(date(2026, 11, 21), "en") == "21 November 2026"
    assert note_words("约数；已修订 / about; revised", "en") == "about; revised"
    assert note_words("约数；已修订 / about; revised", "zh") == "约数；已修订"


def test_a_figure_older_than_the_plan_is_not_passed_off_as_its_progress(site: Site) -> None:
    met = replace(GOAL, baseline_value=Decimal("11.5"))
    assert said(site, "en", met, {2020: "11.5"}) == (
        "In 2020 it stood at 11.5 per 100,000; the target of at most 12 per 100,000 by 2030 is "
        "already met. This figure is from before the plan; none since 2021 is recorded. "
        "Confidence: low."
    )
    assert "这是规划期以前的数据，2021年以来还没有收录。" in said(site, "zh", met, {2020: "11.5"})
    assert "from before the plan" not in said(site, "en", met, {2020: "11.5", 2021: "11.4"})
