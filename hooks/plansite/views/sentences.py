"""The finding in words: what an assessment says, natural and exact, in the edition's language."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.progress import (
    BY_PACE,
    Kind,
    ObservationStatus,
    Path,
    Status,
    Verdict,
    plain,
    round_half_even,
)
from plansite.progress.gap import is_met
from plansite.progress.series import known
from plansite.records.catalogue import Indicator
from plansite.statements import number, plain_wording
from plansite.views.chart_line import Dot
from plansite.views.figures import (
    change_words,
    decimals,
    full_marks,
    percent_words,
    times_words,
    value_words,
)

_INDICATIVE = frozenset({Verdict.INDICATIVE_MEET, Verdict.INDICATIVE_MISS})


def finding(edition: Edition, one: Assessed) -> str:
    """Return what the method says of a target, as a few sentences.

    Values are as published; ratios are whole per cent, the effort has one decimal, projections the
    decimals of the indicator, all rounded half to even.
    """
    parts = [_standing(edition, one), _before(edition, one), _deadline(edition, one)]
    parts += [_course(edition, one), _effort(edition, one), _years(edition, one)]
    parts += [_outlook(edition, one), _confidence(edition, one)]
    return ("" if edition.lang == "zh" else " ").join(filter(None, parts))


def figures(edition: Edition, indicator: Indicator, line: Sequence[Dot]) -> str:
    """Return what a line of figures says where no target is set for the place."""
    if not line:
        return ""
    first, last = line[0], line[-1]
    flag = _flag(edition, last.status)
    text = edition.word(
        "say_stood", year=last.year, value=value_words(edition, indicator, last.value), flag=flag
    )
    text += edition.word("full_stop")
    if first is last or any(dot.status in {"B", "D"} for dot in line[1:]):
        return text
    moved = _moved(edition, indicator, (first.year, first.value), last.value)
    return ("" if edition.lang == "zh" else " ").join([text, moved + edition.word("full_stop")])


def goal_words(edition: Edition, one: Assessed) -> str:
    """Return the target as a part of a sentence, e.g. `the target of at most 12 by 2030`."""
    goal, target = one.goal, one.target
    if goal.directional and (said := target.promises[-1].words):
        return edition.word("say_aim_words", text=said[edition.lang])
    if goal.directional:
        return edition.word(f"say_aim_{goal.comparator}")
    text = plain_wording(target.promises[-1], target.indicator, edition.unit(target), edition.lang)
    key = "say_yearly" if goal.kind is Kind.EACH_YEAR else "say_target"
    return edition.word(key, text=text, year=goal.target_year)


def rounded(one: Assessed, value: Decimal) -> Decimal:
    """Return a computed value with the decimals of the indicator's figures, half to even."""
    shown = (one.goal.unit_in_last_place, one.assessment.latest_value)
    places = max(decimals(each) for each in shown if each is not None)
    return round_half_even(value, places)


def _indicator(one: Assessed) -> Indicator:
    assert one.target.indicator is not None  # an assessed target has one
    return one.target.indicator


def _standing(edition: Edition, one: Assessed) -> str:
    """Return the latest figure and what it means for the target."""
    found = one.assessment
    fields = {
        "target": goal_words(edition, one),
        "gap": change_words(edition, _indicator(one), found.gap or Decimal(0)),
        "year": found.target_year,
        "status": found.status.label(edition.lang),
    }
    if found.latest_value is None or found.status is Status.NO_DATA:
        return _no_figure(edition, one, fields["target"])
    key = f"say_{found.status}"
    if found.status in BY_PACE:
        key = "say_unmet"
    elif found.status is Status.AWAITING_FINAL:
        key = "say_awaiting_met" if found.met else "say_awaiting_unmet"
    elif one.goal.directional:
        few = found.status is Status.INSUFFICIENT
        key = "say_direction_few" if few else "say_direction"
    clause = edition.word(key, **fields)
    return _stood(edition, one) + edition.word("say_then") + clause + edition.word("full_stop")


def _before(edition: Edition, one: Assessed) -> str:
    """Return that the figure is older than the plan, where none of its own years is known."""
    year, first = one.assessment.latest_year, one.plan.record.period[0]
    return edition.word("say_before", year=first) if year is not None and year < first else ""


def _deadline(edition: Edition, one: Assessed) -> str:
    """Return how the target stood in its own year, where later figures have come since.

    The status goes by the latest figure (7); a reader of an old promise asks for that year's.
    """
    found, end = one.assessment, one.goal.target_year
    if end is None or (found.latest_year or 0) <= end or one.goal.kind is not Kind.LEVEL:
        return ""
    then = known(one.points, found.as_of).get(end)
    if found.met is None or then is None or then.value is None:
        return ""
    key = "say_deadline_met" if is_met(one.goal, then.value) else "say_deadline_missed"
    value = value_words(edition, _indicator(one), then.value)
    return edition.word(key, year=end, value=value, flag=_flag(edition, then.status))


def _no_figure(edition: Edition, one: Assessed, target: object) -> str:
    base, year = one.assessment.baseline_value, one.assessment.baseline_year
    if base is None or year is None:
        return edition.word("say_no_figure", target=target)
    value = value_words(edition, _indicator(one), base)
    return edition.word("say_no_figure_since", target=target, base=value, base_year=year)


def _stood(edition: Edition, one: Assessed) -> str:
    found = one.assessment
    assert found.latest_value is not None and found.latest_year is not None
    value = value_words(edition, _indicator(one), found.latest_value)
    flag = _flag(edition, found.latest_status)
    if one.goal.kind is Kind.CUMULATIVE and found.baseline_year is not None:
        first = found.baseline_year + 1
        if first < found.latest_year:
            return edition.word(
                "say_sum", first=first, year=found.latest_year, value=value, flag=flag
            )
    return edition.word("say_stood", year=found.latest_year, value=value, flag=flag)


def _flag(edition: Edition, status: ObservationStatus | None) -> str:
    if status is None or status is ObservationStatus.A:
        return ""
    return edition.word("in_brackets", text=status.label(edition.lang))


def _moved(
    edition: Edition, indicator: Indicator, base: tuple[int, Decimal], value: Decimal
) -> str:
    """Return the change since a year, e.g. `Since 2020 (16.9) it has fallen by 2.6`."""
    change = value - base[1]
    way = "rose" if change > 0 else "fell" if change < 0 else "same"
    return edition.word(
        f"say_{way}",
        year=base[0],
        base=number(base[1]),
        change=change_words(edition, indicator, change),
    )


def _course(edition: Edition, one: Assessed) -> str:
    """Return the change since the baseline and, while the pace decides, the pace."""
    found = one.assessment
    year, base, latest = found.baseline_year, found.baseline_value, found.latest_value
    unlike = found.status in {Status.NO_DATA, Status.NOT_COMPARABLE}
    if base is None or year is None or latest is None or unlike or found.latest_year == year:
        return ""
    if one.goal.kind is Kind.CUMULATIVE:
        moved = ""
    else:
        moved = _moved(edition, _indicator(one), (year, base), latest)
    said = moved + _pace(edition, one, bool(moved))
    return said + edition.word("full_stop") if said else ""


def _pace(edition: Edition, one: Assessed, follows: bool) -> str:
    found = one.assessment
    if found.status not in BY_PACE or found.pace is None:
        return ""
    early = edition.word("say_early") if found.early_pace else ""
    if found.pace < 0:
        return edition.word("say_pace_away", early=early)
    path = "" if one.goal.path is Path.LINEAR else edition.word(f"say_path_{one.goal.path}")
    key = "say_pace" if follows else "say_pace_alone"
    return edition.word(key, pace=percent_words(found.pace), path=path, early=early)


def _effort(edition: Edition, one: Assessed) -> str:
    effort = one.assessment.effort
    if effort is None or one.assessment.status not in BY_PACE or effort.is_infinite():
        return ""
    return edition.word("say_effort", effort=times_words(effort), year=one.goal.target_year)


def _years(edition: Edition, one: Assessed) -> str:
    met, counted = one.assessment.years_met, one.assessment.years_counted
    return edition.word("say_years", met=met, counted=counted) if counted else ""


def _outlook(edition: Edition, one: Assessed) -> str:
    """Return the projection with its interval, and the verdict."""
    found = one.assessment
    if found.verdict is Verdict.NOT_PROJECTED or found.projection is None:
        return ""
    label = found.verdict.hold_label if found.verdict_holds else found.verdict.label
    fields = {
        "year": found.target_year,
        "value": value_words(edition, _indicator(one), rounded(one, found.projection)),
        "verdict": full_marks(label(edition.lang), edition.lang),
    }
    beyond = edition.word("say_overshoot") if found.overshoot else ""
    if (
        found.verdict in _INDICATIVE
        or found.projection_low is None
        or found.projection_high is None
    ):
        hold = "hold_" if found.verdict_holds else ""
        fields["verdict"] = edition.word(f"two_{hold}{found.verdict}")
        return edition.word("say_indicative", **fields) + beyond
    low = number(rounded(one, found.projection_low))
    high = number(rounded(one, found.projection_high))
    return edition.word("say_projection", low=low, high=high, **fields) + beyond


def _confidence(edition: Edition, one: Assessed) -> str:
    found = one.assessment
    if found.status in {Status.NO_DATA, Status.NOT_COMPARABLE}:
        return ""
    key = "say_confidence_few" if found.points < 2 else "say_confidence"
    return edition.word(
        "say_confidence_year" if found.points > 1 and found.span == 1 else key,
        level=found.confidence.label(edition.lang),
        points=plain(Decimal(found.points)),
        span=found.span,
    )
