"""The first screen of an indicator: the longest series, and the targets of all plans beside it."""

from __future__ import annotations

import pytest
from plansite.assessing import EVERYONE
from plansite.charts import text_width
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.records.base import LANGS, Lang
from plansite.render import Renderer
from plansite.views.answer import Answer, answer
from plansite.views.chart_labels import SIZE
from plansite.views.chart_line import dots
from plansite.views.indicator_places import indicator_places
from plansite.views.indicators import pages_of

MORTALITY = "maternal-mortality-ratio"


@pytest.fixture(params=LANGS)
def edition(fictional: Site, request: pytest.FixtureRequest) -> Edition:
    lang: Lang = request.param
    return Edition(fictional, lang, load_labels())


def answered(edition: Edition, indicator: str) -> Answer:
    one = edition.site.indicators[indicator]
    return answer(edition, one, indicator_places(edition, one)[0])


def test_the_longest_series_is_shown_with_its_latest_figure(edition: Edition) -> None:
    found = answered(edition, MORTALITY)
    series = {
        place: rows
        for (indicator, place), rows in edition.site.observations_by_series.items()
        if indicator == MORTALITY and edition.site.plans_of(place)
    }
    assert found.latest and found.chart and found.more
    as_of = edition.site.settings.as_of
    most = max(len(dots(rows, EVERYONE, as_of)) for rows in series.values())
    assert sum(mark.kind in {"observed", "hollow"} for mark in found.chart.marks) == most
    assert found.more.address.partition("#")[2].startswith("at-")


def test_every_valued_target_stands_in_the_picture_and_in_its_table(edition: Edition) -> None:
    found = answered(edition, MORTALITY)
    assert found.chart
    drawn = sum(mark.kind in {"promised", "elsewhere"} for mark in found.chart.marks)
    assert drawn == sum(len(one.values) for one in found.promised) > 1
    wanted = {
        (target.plan, target.year(promise), promise.at_most)
        for target in edition.site.targets_by_indicator[MORTALITY]
        for promise in target.promises
        if promise.at_most is not None and not target.record.population
    }
    told = {
        (target.plan, one.year, value)
        for one in found.promised
        for target in one.targets
        for value in one.values
    }
    assert wanted <= told
    years = [one.year for one in found.promised]
    assert years == sorted(years)


def test_plans_recorded_whole_are_told_apart_from_others(edition: Edition) -> None:
    for one in answered(edition, MORTALITY).promised:
        assert len(one.plans) == len({target.plan for target in one.targets})
        roles = [edition.site.plans[target.plan].record.role for target in one.targets]
        assert one.own == ("own" in roles)
        assert roles == sorted(roles, key=lambda role: role != "own")


def test_no_label_leaves_the_picture(edition: Edition) -> None:
    for indicator in edition.site.indicators:
        chart = answered(edition, indicator).chart
        for label in chart.labels if chart else ():
            assert 0 <= label.x <= chart.frame.width - text_width(label.text, SIZE)


def test_counts_of_other_places_do_not_stand_on_the_same_axis(edition: Edition) -> None:
    one = edition.site.indicators[MORTALITY]
    here = indicator_places(edition, one)[0]
    counted = answer(edition, one.model_copy(update={"unit": "count"}), here)
    assert counted.latest and counted.chart
    places = {
        edition.name(edition.site.plans[target.plan].jurisdiction.name)
        for promised in counted.promised
        for target in promised.targets
    }
    assert all(counted.latest[0].startswith(name) for name in places)
    assert len(counted.promised) < len(answered(edition, MORTALITY).promised)


def test_without_figures_the_targets_stand_on_one_axis_or_a_sentence_says_so(
    edition: Edition,
) -> None:
    shown = set()
    for indicator in edition.site.indicators.values():
        found = answered(edition, indicator.id)
        body = Renderer(edition).body(next(pages_of(edition, indicator)))
        assert ('class="ps-axis"' in body) <= (found.chart is None)
        assert (edition.word("answer_none") in body) == (found.latest is None)
        shown.add((found.chart is None, found.latest is None))
    assert shown >= {(False, False), (True, True)}
