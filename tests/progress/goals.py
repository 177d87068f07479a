"""Goals and points as tests write them: short, as text, with exact decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

from plansite.progress import Assessment, Comparator, Goal, ObservationStatus, Point, assess

DATA = Path(__file__).parent


def number(text: str) -> Decimal | None:
    """Return the number of a cell, None if it is empty."""
    return Decimal(text) if text else None


def goal(comparator: str, value: str = "", **more: object) -> Goal:
    """Return a goal by 2030 with one decimal; texts of digits become decimals, `start` a baseline.

    `goal("ge", "95", start="80 (2020)")`
    """
    start = re.fullmatch(r"(\S+) \((\d{4})\)", str(more.pop("start", "")))
    if start:
        more |= {"baseline_value": start[1], "baseline_year": int(start[2])}
    settings = {"unit_in_last_place": "0.1", "target_year": 2030} | more
    for name, setting in settings.items():
        if isinstance(setting, str) and re.fullmatch(r"-?\d+(\.\d+)?", setting):
            settings[name] = Decimal(setting)
    return replace(
        Goal(comparator=Comparator(comparator), unit_in_last_place=Decimal(1)),
        value=number(value),
        **settings,  # type: ignore[arg-type]
    )


def points(text: str) -> list[Point]:
    """Return points written as `2021 84.5; 2022 86.1 P; 2023 O; 2021 84.6 on 2023-05-01`."""
    return [_point(part) for part in text.split(";") if part.strip()]


def _point(text: str) -> Point:
    body, _, day = text.partition(" on ")
    year, *words = body.split()
    digits = [word for word in words if not word.isalpha()]
    letters = [word for word in words if word.isalpha()]
    return Point(
        int(year),
        Decimal(digits[0]) if digits else None,
        ObservationStatus(letters[0]) if letters else ObservationStatus.A,
        date.fromisoformat(day.strip()) if day else None,
    )


def judged(target: Goal, text: str, as_of: str = "") -> Assessment:
    """Return the assessment, by default on 31 December after the last year observed."""
    observed = points(text)
    day = date.fromisoformat(as_of) if as_of else date(observed[-1].year + 1, 12, 31)
    return assess(target, observed, day)


def rules(one: Assessment) -> list[str]:
    """Return the codes of the warnings with their levels."""
    return [str(warning) for warning in one.warnings]


def as_printed(value: Decimal | None, printed: str) -> str:
    """Return `value` rounded once to the places of `printed`, to be compared as text."""
    if value is None:
        return ""
    if value.is_infinite():
        return "inf"
    return f"{value.quantize(Decimal(printed or 1), rounding=ROUND_HALF_EVEN):f}"


def years(first: int, values: Iterable[object]) -> list[Point]:
    """Return one point a year from `first` on."""
    return [Point(first + i, Decimal(str(value))) for i, value in enumerate(values)]
