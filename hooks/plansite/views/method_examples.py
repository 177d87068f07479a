"""Worked examples of the method page: what is given stands here, every result is computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plansite.edition import Edition
from plansite.progress import Assessment, Comparator, Goal, Path, Point, Status, assess, plain
from plansite.progress.gap import near_edge
from plansite.progress.method import t90
from plansite.records.base import Bilingual
from plansite.views.report_rows import verdict_words
from plansite.views.statuses import StatusMark, status_mark

DIGITS = 4
"""Significant digits of computed numbers on the method page."""


@dataclass(frozen=True)
class Example:
    """A target and its figures."""

    number: str
    title: Bilingual
    goal: Goal
    values: Mapping[int, str]
    steps: bool = False
    """Whether the formulas are printed with the numbers put in."""


@dataclass(frozen=True)
class ExampleView:
    """An example with its results in words."""

    number: str
    title: str
    given: str
    results: tuple[tuple[str, str], ...]
    status: StatusMark
    verdict: str
    warnings: tuple[tuple[str, str, str], ...]
    """Rule, its word, the level's word."""
    steps: tuple[tuple[str, str], ...]


def _goal(comparator: Comparator, value: str, base: str, **more: object) -> Goal:
    """Return a goal of 2030 from a baseline of 2020 with one decimal, unless `more` says so."""
    settings: dict[str, object] = {
        "unit_in_last_place": Decimal("0.1"), "target_year": 2030, "baseline_year": 2020, **more,
    }  # fmt: skip
    return Goal(
        comparator=comparator, value=Decimal(value), baseline_value=Decimal(base), **settings  # type: ignore[arg-type]
    )  # fmt: skip


EXAMPLES = (
    Example(
        "1",
        Bilingual(zh="提前达标：全国婴儿死亡率", en="Met early: infant mortality of the nation"),
        _goal(Comparator.LE, "10.0", "13.1", target_year=2020, baseline_year=2010),
        {2015: "8.1"},
    ),
    Example(
        "5",
        Bilingual(zh="在上升，但速度不够", en="Rising, but too slowly"),
        _goal(Comparator.GE, "95", "80"),
        {2021: "81.0", 2022: "82.2", 2023: "83.0"},
        steps=True,
    ),
    Example(
        "7",
        Bilingual(zh="逐年波动大于所需变化", en="Noise larger than the step needed"),
        _goal(Comparator.LE, "12", "16", limit_low=Decimal(0)),
        {2021: "14.2", 2022: "17.1", 2023: "14.0", 2024: "15.8"},
    ),
    Example(
        "8",
        Bilingual(zh="背离目标", en="Moving away from the target"),
        _goal(Comparator.GE, "40", "30"),
        {2021: "29.5", 2022: "28.9"},
    ),
    Example(
        "9",
        Bilingual(zh="区间目标，可能穿过区间", en="A band that may be passed through"),
        _goal(Comparator.RANGE, "104", "111.3", high=Decimal(107)),
        {2021: "110.5", 2022: "109.9", 2023: "109.0"},
    ),
    Example(
        "11",
        Bilingual(zh="等比路径，结论取决于路径", en="Constant growth, where the path decides"),
        _goal(
            Comparator.GE, "40000", "20000", path=Path.GEOMETRIC, unit_in_last_place=Decimal(1)
        ),
        {2021: "21600", 2022: "22700", 2023: "24500"},
    ),
)  # fmt: skip
"""The numbers are those of the published test table of the method."""


def assessed_example(example: Example) -> Assessment:
    """Return what the method says of an example at the end of the year after its last value."""
    points = [Point(year, Decimal(value)) for year, value in example.values.items()]
    return assess(example.goal, points, date(max(example.values) + 1, 12, 31))


def example_views(edition: Edition) -> tuple[ExampleView, ...]:
    """Return the examples with their results."""
    return tuple(_view(edition, one) for one in EXAMPLES)


def _view(edition: Edition, example: Example) -> ExampleView:
    now = assessed_example(example)
    verdict = verdict_words(now, edition.lang)
    if now.overshoot:
        verdict += edition.word("semicolon") + edition.word("method_overshoot")
    return ExampleView(
        number=example.number,
        title=edition.name(example.title),
        given=given(edition, example),
        results=tuple((edition.word(f"method_r_{key}"), text) for key, text in _results(now)),
        status=status_mark(edition, Status(now.status)),
        verdict=verdict,
        warnings=tuple(
            (str(one.rule), one.rule.label(edition.lang), one.level.label(edition.lang))
            for one in now.warnings
        ),
        steps=tuple(
            (edition.word(f"method_r_{key}"), text) for key, text in _steps(example.goal, now)
        )
        if example.steps
        else (),
    )


def given(edition: Edition, example: Example) -> str:
    """Return target, baseline and figures of an example as one line."""
    goal, lang = example.goal, edition.lang
    assert goal.value is not None and goal.baseline_value is not None
    ends = plain(goal.value) + (f"–{plain(goal.high)}" if goal.high is not None else "")
    return edition.word(
        "method_given",
        target=f"{goal.comparator.label(lang)} {ends}",
        year=goal.target_year,
        baseline=plain(goal.baseline_value),
        base_year=goal.baseline_year,
        values=edition.word("comma").join(f"{y}: {v}" for y, v in example.values.items()),
        path=goal.path.label(lang),
        unit=plain(goal.unit_in_last_place),
    )


def _results(now: Assessment) -> Iterator[tuple[str, str]]:
    """Yield what is defined, by the key of its label."""
    named = (
        ("gap", now.gap), ("progress", now.progress), ("required", now.required_now),
        ("pace", now.pace), ("other", now.pace_other), ("effort", now.effort),
        ("sigma", now.sigma), ("projection", now.projection),
    )  # fmt: skip
    for key, value in named:
        if value is not None:
            yield key, "∞" if value.is_infinite() else plain(value, DIGITS)
    if now.projection_low is not None and now.projection_high is not None:
        low, high = plain(now.projection_low, DIGITS), plain(now.projection_high, DIGITS)
        yield "interval", f"[{low}, {high}]"


def _steps(goal: Goal, now: Assessment) -> Iterator[tuple[str, str]]:
    """Yield the formulas of a straight path with the numbers put in."""
    base, value, sigma = now.baseline_value, now.latest_value, now.sigma
    numbers = (now.baseline_year, now.latest_year, goal.target_year)
    assert base is not None and value is not None and sigma is not None and None not in numbers
    start, year, end = (int(one or 0) for one in numbers)
    edge = near_edge(goal, base)
    assert edge is not None  # the baseline does not meet the target
    b, v, e, h, s = plain(base), plain(value), plain(edge), now.horizon, now.span
    found = dict(_results(now))
    gone, whole = year - start, end - start
    yield "gap", f"g = {e} − {v} = {found['gap']}"
    yield "progress", f"P = 1 − {found['gap']} ÷ {plain(abs(edge - base))} = {found['progress']}"
    yield "required", f"{b} + ({e} − {b}) × {gone} ÷ {whole} = {found['required']}"
    yield "pace", f"R = (({v} − {b}) ÷ {gone}) ÷ (({e} − {b}) ÷ {whole}) = {found['pace']}"
    yield "effort", f"Q = (({e} − {v}) ÷ {end - year}) ÷ (({v} − {b}) ÷ {gone}) = {found['effort']}"
    yield "projection", f"{v} + {h} × ({v} − {b}) ÷ {s} = {found['projection']}"
    t = plain(t90(now.points - 2))
    yield (
        "interval",
        f"{found['projection']} ± {t} × {found['sigma']} × √({h} × (1 + {h} ÷ {s})) = {found['interval']}",
    )
