"""Published evaluations beside the method: what a report says, and what the rules make of its figures.

The figures are those of the reports of the National Bureau of Statistics, read on copies of them;
what the method says of them is computed. Where the two differ, the page says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plansite.edition import Edition
from plansite.progress import (
    Assessment,
    Comparator,
    Goal,
    Rule,
    Status,
    percent,
    plain,
    relative_change,
)
from plansite.records.base import Bilingual
from plansite.views.method_examples import Example, assessed_example, given
from plansite.views.statuses import StatusMark, status_mark

DIGITS = 3
"""Significant digits of a pace."""


@dataclass(frozen=True)
class Published:
    """A figure that a report has judged."""

    report: Bilingual
    said: Bilingual
    """What the report says of it, in our words."""
    example: Example
    differs: Bilingual | None = None
    """Why the method says otherwise; None if it agrees."""


@dataclass(frozen=True)
class PublishedView:
    """A report's judgement beside that of the method."""

    report: str
    subject: str
    given: str
    said: str
    status: StatusMark
    found: str
    differs: str


def _goal(comparator: Comparator, value: str, unit: str, base: str, base_year: int) -> Goal:
    return Goal(
        comparator=comparator,
        value=Decimal(value),
        target_year=2020,
        unit_in_last_place=Decimal(unit),
        baseline_value=Decimal(base),
        baseline_year=base_year,
    )


PUBLISHED = (
    Published(
        Bilingual(
            zh="2011—2020年儿童发展纲要的中期监测，2015年数据",
            en="mid-term monitoring of the 2011-2020 program for children, figures of 2015",
        ),
        Bilingual(
            zh="低于目标；可监测的33项指标中31项达标，达标率93.9%",
            en="below the target; 31 of the 33 indicators that can be monitored are met, 93.9%",
        ),
        Example(
            "infants",
            Bilingual(zh="婴儿死亡率（‰）", en="Infant mortality (per 1,000)"),
            _goal(Comparator.LE, "10.0", "0.1", "13.1", 2010),
            {2015: "8.1"},
        ),
    ),
    Published(
        Bilingual(
            zh="2011—2020年儿童发展纲要的2018年监测",
            en="monitoring of the 2011-2020 program for children, figures of 2018",
        ),
        Bilingual(
            zh="低于目标，比上年上升0.02个百分点",
            en="below the target, up 0.02 percentage points on the year before",
        ),
        Example(
            "anaemia",
            Bilingual(zh="5岁以下儿童贫血患病率（%）", en="Anaemia of children under 5 (%)"),
            _goal(Comparator.LE, "12", "0.01", "5.42", 2017),
            {2018: "5.44"},
        ),
    ),
    Published(
        Bilingual(
            zh="2011—2020年妇女发展纲要的终期监测，2020年数据",
            en="final monitoring of the 2011-2020 program for women, figures of 2020",
        ),
        Bilingual(zh="比2010年下降43.7%", en="43.7% lower than in 2010"),
        Example(
            "mothers",
            Bilingual(zh="孕产妇死亡率（1/10万）", en="Maternal mortality ratio (per 100,000)"),
            _goal(Comparator.LE, "20", "0.1", "30.0", 2010),
            {2020: "16.9"},
        ),
    ),
    Published(
        Bilingual(
            zh="全面建设小康社会进程的监测，2006年数据，2007年公布",
            en="monitoring of the building of a moderately prosperous society, figures of 2006, "
            "published in 2007",
        ),
        Bilingual(
            zh="按此趋势，2020年的目标完全可以实现",
            en="on this trend the goal of 2020 can fully be reached",
        ),
        Example(
            "xiaokang",
            Bilingual(zh="全面建设小康社会实现程度（%）", en="Degree of attainment (%)"),
            _goal(Comparator.GE, "100", "0.01", "57.05", 2000),
            {2006: "69.05"},
        ),
        Bilingual(
            zh="结论取决于路径：这段时间每年上升2.00，直线路径每年需要2.15，2020年到不了100；按等比增长"
            "则够得上，报告的判断只在等比路径上成立。本方法默认直线，所以同时给出另一路径的速度比，并提示"
            "“取决于路径”。",
            en="The path decides: it rose by 2.00 a year, a straight line needs 2.15 and falls short of "
            "100 in 2020; at constant growth it is enough, and only then does the report's "
            "judgement hold. The method takes a straight line by default, so it gives the pace on "
            "the other path too and flags that the status depends on the path.",
        ),
    ),
)  # fmt: skip


def published_views(edition: Edition) -> tuple[PublishedView, ...]:
    """Return the judgements of reports, each with what the method says of the same figures."""
    return tuple(_view(edition, one) for one in PUBLISHED)


def _view(edition: Edition, one: Published) -> PublishedView:
    now = assessed_example(one.example)
    return PublishedView(
        report=edition.name(one.report),
        subject=edition.name(one.example.title),
        given=given(edition, one.example),
        said=edition.name(one.said),
        status=status_mark(edition, Status(now.status)),
        found=edition.word("comma").join(_found(edition, now)),
        differs=edition.name(one.differs) if one.differs else "",
    )


def _found(edition: Edition, now: Assessment) -> Iterator[str]:
    """Yield what the method finds beside the status: change, pace where it decides, warnings."""
    base, latest = now.baseline_value, now.latest_value
    assert base is not None and latest is not None
    change = relative_change(latest, base)
    if change is not None:
        key = "method_lower" if change < 0 else "method_higher"
        yield edition.word(key, share=plain(percent(abs(change))))
    if not now.met and now.pace is not None and now.pace_other is not None:
        pace, other = plain(now.pace, DIGITS), plain(now.pace_other, DIGITS)
        yield edition.word("method_paces", pace=pace, other=other)
    for one in now.warnings:
        yield Rule(one.rule).label(edition.lang)
