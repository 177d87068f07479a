"""The numeric targets a passage sets: a small grammar over its clauses."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from .accept import OF_WHOLE, accepts, lacks_percent
from .clause import AGO, FORECAST, FUTURE, clauses, is_past, years_in
from .compare import Comparison, compare
from .counted import HIGHEST, PER_NAME
from .due import PLAN_END, carried, due, is_frame, is_tied
from .mask import cover
from .naming import direction_of, per_unit, subject_of
from .often import LEAVE, TIMES, times_unit
from .promise import Known, State, Target, unknown
from .quantity import Figure, figures
from .share import distribute
from .subject import clean, rate_within

BASE = re.compile(r"^(?:的)?(?:的?基础上|为基数|的基数)")
OWN_YEAR = re.compile(r"(?<![较由从])(?<!(?<!占)比)(?:19|20)\d\d年(?:底|末)?的?$")
GROWS = re.compile(
    r"^(?:的)?(?:幅度|速度|增速|增幅|比例|标准)?(?:逐年|稳步|持续)?(?P<up>增长|递增|提高|提升|增加)|^的(?:幅度|速度|比例)(?:逐年|稳步|持续)?(?:下降|递减|降低|减少)"
)
RATIO = re.compile(r"收入(?:之)?(?:比|倍差)")
RAISED = {"up", "limit"}
IN_WORDS = {"番": "increase", "零": "le", "所有": "ge"}
EVERY_YEAR = re.compile(r"每年|年均|逐年")


def read_targets(text: str, first: int | None, known: Known = unknown) -> list[Target]:
    """Return the numeric targets of a passage; `first` is the plan's first year.

    `known` tells whether a name with commas in it is one indicator of the catalogue.
    """
    covered = cover(text)
    state = State()
    found: list[Target] = []
    for clause in clauses(text):
        if clause.sentence != state.sentence:
            topic = state.topic if state.sentence + 1 == clause.sentence else ""
            told = state.past and text.startswith("其中", clause.start)
            state = State(sentence=clause.sentence, topic=topic, past=told)
        if text[clause.start - 1 : clause.start] == "；" and not state.framed:
            state.years = []
        part, shown = text[clause.start : clause.end], covered[clause.start : clause.end]
        years, past = years_in(part, first)
        state.years = [] if PLAN_END.search(part) else state.years
        ahead = FORECAST.search(text, clause.start, clause.end + 40)
        foreseen = ahead is not None and ahead.start() < clause.end
        told = past or is_past(part, first) or foreseen or (state.past and not FUTURE.search(part))
        state.past = told and (not years or "截至" in part or "截止" in part or foreseen)
        got = [] if state.past else _clause(part, shown, years, state, known)
        if not state.past:
            state.framed = is_frame(part, years) or (state.framed and not years)
            state.tied = is_tied(part, years) if years else state.tied
            state.years = carried(part, years) if years else state.years
        found += [replace(t, start=t.start + clause.start, end=t.end + clause.start) for t in got]
        if not got:
            state.topic = rate_within(part) or state.topic
    return found


def _clause(
    part: str, shown: str, years: list[tuple[int, int]], state: State, known: Known
) -> list[Target]:
    """Read one clause; the figures of a bracket are baselines or remarks, never targets."""
    shown = re.sub(r"（[^（）]*）", lambda m: re.sub(r"[\d%‰]", "□", m[0]), shown)
    found: list[Target] = []
    baseline: tuple[Decimal, int | None] | None = None
    previous = 0
    for figure in figures(shown):
        if figure.start < previous:
            continue
        before = part[previous : figure.start]
        after = part[figure.end :]
        if _is_baseline(part[: figure.start], after, figure):
            baseline = (figure.value, _last_year(part[: figure.start]))
            name = clean(re.split(r"由|从(?![业事教军])", part[previous : figure.start])[0])
            state.topic, state.subject = name or state.topic, name or state.subject
            previous = figure.end
            continue
        if found and found[-1].unit == figure.unit and _goes_on(before):
            found.append(_again(found[-1], figure, due(years, figure, part, state)))
            previous = figure.end
            continue
        comparison = _compare(OWN_YEAR.sub("", before), figure)
        so_far = part[: figure.start] if not found else before
        last = found[-1].unit if found else state.last.unit if state.last else ""
        if not accepts(figure, comparison, so_far, after, last, state.subject or state.topic):
            continue
        if found and _is_share_of_places(found[-1], figure, before):
            continue
        target = _target(part, before, figure, comparison, state, previous)
        target = replace(target, year=due(years, figure, part, state), baseline=baseline)
        found.append(target)
        baseline = None
        previous = figure.end
        state.subject = target.subject or state.subject
    return distribute(found, part, [y for _, y in years] or state.years, state, known)


def _compare(before: str, figure: Figure) -> Comparison:
    """The words right before the figure, or those before what it is a part of: 不高于市场价格的70%."""
    found = compare(before, figure.after)
    whole = OF_WHOLE.search(before) if not found.words else None
    if whole is None:
        return found
    said = compare(before[: whole.end(1)], figure.after)
    return replace(said, start=whole.start(1))


def _is_share_of_places(share: Target, figure: Figure, before: str) -> bool:
    """90%以上的社区建设1所儿童之家: the share is the promise, the 1 says of what."""
    return (
        share.unit == "percent" and figure.value == 1 and figure.unit == "count"
        and before.startswith("的") and "至少" not in before
    )  # fmt: skip


def _goes_on(before: str) -> bool:
    """Nothing but a year stands between two figures: 2025年的80.5岁、2030年的81.5岁."""
    return re.fullmatch(r"[、和与及，]?(?:到)?", OWN_YEAR.sub("", before)) is not None


def _again(target: Target, figure: Figure, year: int | None) -> Target:
    """A further figure of the same promise."""
    return replace(
        target, start=figure.start, end=figure.end, value=figure.value, high=figure.high, year=year,
        printed=figure.printed, words=target.words if figure.after == "" else "…" + figure.after,
        comparator=target.comparator if figure.after == "" else compare("", figure.after).comparator,
    )  # fmt: skip


def _is_baseline(before: str, after: str, figure: Figure) -> bool:
    if AGO.search(before) and re.search(r"提高|提升|下降|降|增|上升|扩大|达|到|缩", after[:24]):
        return True
    if BASE.match(after) and not re.search(r"不低于|不少于|不高于|不超过|至少$", before[-6:]):
        return True
    return bool(
        re.search(r"(?:比|较|在)[^，。]{0,14}(?:的|为)$", before)
        and re.match(r"(?:的)?(?:再)?(?:提|下|降|增)", after)
    )


def _last_year(text: str) -> int | None:
    years = re.findall(r"(?:19|20)\d\d(?=年)", text)
    return int(years[-1]) if years else None


def _target(
    part: str, before: str, figure: Figure, comparison: Comparison, state: State, previous: int
) -> Target:
    """Put a target together: subject, unit, comparator."""
    head, tail = before[: comparison.start], part[figure.end :]
    own = len(head) > 1 and "占" in before[comparison.start :]  # 女性占比: not of the rate before
    known = replace(state, subject="") if own else state
    subject = subject_of(head, tail, figure, comparison, known)
    value, unit = _measured(part, before, figure, comparison, state)
    words = OWN_YEAR.sub("", before)[comparison.start :] + "…" + figure.after
    return Target(
        start=previous + (len(before) - len(before.lstrip("，、"))), end=figure.end, subject=subject,
        comparator=_comparator(before, tail, figure, comparison, subject),
        value=value, unit=unit, high=figure.high, printed=figure.printed, words=words,
        counted=figure.counter,
    )  # fmt: skip


def _comparator(
    before: str, tail: str, figure: Figure, comparison: Comparison, subject: str
) -> str:
    """What is promised of the value: a floor, a ceiling, a range, a change."""
    found = comparison.comparator
    if figure.counter in IN_WORDS:
        return IN_WORDS[figure.counter]
    if LEAVE.search(before) and re.search("延长(?![至到])|增加(?![至到])", before):
        found = "increase"
    grows = GROWS.match(tail) if figure.unit == "percent" and EVERY_YEAR.search(before) else None
    if grows:
        found = "increase" if grows["up"] else "decrease"
    elif figure.high is not None and found not in {"increase", "decrease"}:
        found = "range"
    if "limit" not in comparison.words and not figure.after and re.match(r"过|超", figure.printed):
        return "gt"
    if found == "ge" and HIGHEST.search(subject) and not RAISED & set(comparison.words.split()):
        return "le"
    if found in {"ge", "le"} and comparison.words and not figure.after:
        return direction_of(found, subject, comparison)
    return found


def _measured(
    part: str, before: str, figure: Figure, comparison: Comparison, state: State
) -> tuple[Decimal, str]:
    """The value and its unit: of a rate, of what happens so often, of a count."""
    context = part[: figure.start]
    last = state.last.unit if state.last else ""
    if figure.counter in TIMES:
        unit, number = times_unit(context, float(figure.value))
        again = unit == "count" and last.startswith("times") and "limit" in comparison.words
        # 每年召开全体会议不少于1次，联络员会议不少于2次: both are so often a year.
        return Decimal(f"{number:g}"), last if again else unit
    unit = per_unit(context, figure.unit, figure) or figure.unit
    if not clean(OWN_YEAR.sub("", before[: comparison.start])) and not state.subject:
        # 每千人口拥有托位数，2025年达到4.3个: the clause before named the rate.
        unit = per_unit(state.topic, figure.unit, figure) or unit
    if last.startswith("per_") and state.last:
        named = not comparison.words and figure.counter in {"人", "名", "张", "个"}
        unit = last if named and PER_NAME.search(before) else unit
        # 每千人口托位数2025年不少于4.6个，2030年不少于5.5个: the second is of the same rate.
        bare = not clean(OWN_YEAR.sub("", before[: comparison.start]))
        again = unit == "count" and bare and state.last.counted == figure.counter
        unit = last if again else unit
    if unit == "" and lacks_percent(figure, before):
        unit = "percent"
    if unit == "":
        # A sex ratio counts boys to a hundred girls; other figures without a unit count points.
        unit = "per_100" if "性别比" in context else "ratio" if RATIO.search(context) else "count"
    return figure.value, unit
