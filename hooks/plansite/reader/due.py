"""When a promise is due: the year beside its figure, or the one its sentence named before."""

from __future__ import annotations

import re

from .promise import State
from .quantity import Figure
from .subject import clean

FRAME = re.compile(r"(?:(?:19|20)\d\d年(?:底|末|前)*|十.五”?(?:规划)?(?:期间|时期|期?末|时期末))$")
PLAN_END = re.compile(r"(?:规划|纲要|计划)?(?:期末(?!考)|期满|期结束时)|规划终期")
"""到2018年…，规划期末…: the end of the plan is none of the years named before."""
NEXT_YEAR = re.compile(r"^（(?:到)?((?:19|20)\d\d)年?(?:底|末)?）")


def is_frame(part: str, years: list[tuple[int, int]]) -> bool:
    """The clause names a year for the sentence and sets no figure of its own: 到2025年，…"""
    return bool(years) and FRAME.search(part) is not None


def carried(part: str, years: list[tuple[int, int]]) -> list[int]:
    """The years that hold for the next clause too: not those within a promise, 建成率2018年达到100%，…"""
    apart = part[: years[0][0]].endswith(("到", "至", "于", "在"))
    return [] if _is_inside(part, years) and not apart else [year for _, year in years]


def is_tied(part: str, years: list[tuple[int, int]]) -> bool:
    """配备率到2015年达到100%，至少有1名…: the year holds for figures of the same kind alone."""
    return _is_inside(part, years) and len(years) == 1


def _is_inside(part: str, years: list[tuple[int, int]]) -> bool:
    """The first year stands after what is promised and before its figure."""
    goes_on = re.match(r"年?(?:底|末)?(?:前)?[^，]*\d", part[years[0][0] + 4 :])
    return len(clean(part[: years[0][0]])) > 2 and goes_on is not None


def due(years: list[tuple[int, int]], figure: Figure, part: str, state: State) -> int | None:
    """The year before the figure, or the one in brackets after it, or the sentence's."""
    beside = NEXT_YEAR.match(part[figure.end :])
    if beside:
        return int(beside[1])
    before = [year for at, year in years if at < figure.start]
    if before:
        return before[-1]
    if years and re.match(r"^(?:的)?(?:目标)?$", part[figure.end : years[0][0]]):
        return years[0][1]
    other = state.tied and state.last is not None and state.last.unit != figure.unit
    return state.years[-1] if state.years and not other else None
