"""One row of a table of cases: cells to numbers, years, words and points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from .case import Goal, Point
from .observation_words import ObservationStatus
from .promise_words import PRINTED, Comparator, Kind, Path
from .word import Word

YEARS = range(1900, 2201)
"""Years that are read; others are typing mistakes."""

_NUMBER = re.compile(r"[+-]?\d{1,20}(\.\d{1,20})?")
_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_OBSERVATION = re.compile(r"(\d{4})\s*:\s*([+-]?[\d.]*)\s*([A-Za-z]?)")
_BETWEEN = re.compile(r"[;,、\n]")

Report = Callable[[str, str], None]
"""Called with a problem in Chinese and English."""

W = TypeVar("W", bound=Word)


class CaseRow:
    """The cells of a row by column; what cannot be read is reported and taken as empty."""

    def __init__(self, cells: Mapping[str, str], report: Report) -> None:
        self.unreadable: set[str] = set()
        """Columns reported so far."""
        self._cells = cells
        self._report_to = report
        self._points: tuple[Point, ...] | None = None

    def text(self, column: str) -> str:
        """Return a cell as typed, without blanks at the ends."""
        return self._cells.get(column, "").strip()

    def goal(self) -> Goal:
        """Return the goal of the row as far as it can be read."""
        comparator = self._comparator()
        stages = self._stages()
        path = self._word("path", Path, Path.MILESTONES if stages else Path.LINEAR)
        kind = self._word("kind", Kind, Kind.LEVEL)
        year, value = self._year("target_year"), self._number("target")
        if stages and year is None and value is None:
            year, value = stages[-1]
        return Goal(
            comparator=comparator or Comparator.KEEP,
            unit_in_last_place=self._unit(),
            target_year=year,
            value=value,
            high=self._number("target_high"),
            tolerance=self._number("tolerance"),
            baseline_value=self._number("baseline"),
            baseline_year=self._year("baseline_year"),
            path=path or Path.LINEAR,
            kind=kind or Kind.LEVEL,
            milestones=stages,
            limit_low=self._number("limit_low"),
            limit_high=self._number("limit_high"),
        )

    def points(self) -> tuple[Point, ...]:
        """Return the observations, `2021:84.5;2022:86.1P;2023:O`."""
        if self._points is None:
            parts = _BETWEEN.split(_plain(self.text("observations")))
            found = [self._observation(part.strip()) for part in parts if part.strip()]
            self._points = tuple(point for point in found if point is not None)
        return self._points

    def as_of(self) -> date | None:
        """Return the evaluation date; if empty, 31 December after the latest year observed."""
        text = _plain(self.text("as_of"))
        if not text:
            years = [point.year for point in self.points()]
            years = years or [year for year in [self._year("baseline_year")] if year]
            if years:
                return date(max(years) + 1, 12, 31)
            if "observations" in self.unreadable:
                return None
        elif match := _DATE.fullmatch(text):
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                pass
        self._report(
            "as_of",
            f"as_of 读到“{text}”，应为 2026-11-21 这样的日期；请填写",
            f"as_of: {text!r} was read, a date like 2026-11-21 is expected; write one",
        )
        return None

    def _report(self, column: str, zh: str, en: str) -> None:
        self.unreadable.add(column)
        self._report_to(zh, en)

    def _comparator(self) -> Comparator | None:
        text = _plain(self.text("comparator")).lower()
        if text in PRINTED:
            return PRINTED[text]
        return self._word("comparator", Comparator, None)

    def _word(self, column: str, words: type[W], default: W | None) -> W | None:
        """Return the word a cell names by its code or its Chinese label; `default` if empty."""
        text = _plain(self.text(column)).lower()
        if not text and default is not None:
            return default
        for word in words:
            if text in {word.value, word.zh}:
                return word
        allowed = " ".join(word.value for word in words)
        self._report(
            column,
            f"{column} 读到“{text}”，可用：{allowed}；请改成其中之一",
            f"{column}: {text!r} was read, allowed are {allowed}; use one of them",
        )
        return None

    def _number(self, column: str) -> Decimal | None:
        text = _plain(self.text(column))
        if not text or _NUMBER.fullmatch(text):
            return Decimal(text) if text else None
        self._report(
            column,
            f"{column} 读到“{text}”，应为数字，不带单位、百分号和千位分隔；请改正",
            f"{column}: {text!r} was read, a number without unit, percent sign or thousands "
            "separator is expected; correct it",
        )
        return None

    def _year(self, column: str) -> int | None:
        text = _plain(self.text(column))
        if not text:
            return None
        if text.isdecimal() and int(text[:5]) in YEARS:
            return int(text)
        self._report(column, *_no_year(column, text))
        return None

    def _stages(self) -> tuple[tuple[int, Decimal], ...]:
        """Return the milestones, `2025:9;2028:8.5`."""
        stages = []
        for part in _BETWEEN.split(_plain(self.text("milestones"))):
            year, _, value = (cell.strip() for cell in part.partition(":"))
            if year.isdecimal() and int(year[:5]) in YEARS and _NUMBER.fullmatch(value):
                stages.append((int(year), Decimal(value)))
            elif part.strip():
                self._report(
                    "milestones",
                    f"milestones 读到“{part}”，应为 2025:9 的形式；请改正",
                    f"milestones: {part!r} was read, 2025:9 is expected; correct it",
                )
        return tuple(stages)

    def _observation(self, text: str) -> Point | None:
        match = _OBSERVATION.fullmatch(text)
        year, number, letter = match.groups() if match else ("0", "", "")
        readable = match and (not number or _NUMBER.fullmatch(number)) and (number or letter)
        if not readable or (letter and letter.upper() not in list(ObservationStatus)):
            codes = " ".join(ObservationStatus)
            self._report(
                "observations",
                f"observations 读到“{text}”，应为 2021:84.5、2021:84.5P 或 2021:O（状态：{codes}）；"
                "请改正",
                f"observations: {text!r} was read, 2021:84.5, 2021:84.5P or 2021:O is expected "
                f"(statuses: {codes}); correct it",
            )
            return None
        if int(year) not in YEARS:
            self._report("observations", *_no_year("observations", year))
            return None
        status = ObservationStatus(letter.upper()) if letter else ObservationStatus.A
        return Point(int(year), Decimal(number) if number else None, status)

    def _unit(self) -> Decimal:
        """Return one unit in the last place: as typed, else of the most precise value measured.

        Without baseline and observations the target's decimals count.
        """
        typed = self._number("unit_in_last_place")
        if typed is not None:
            return typed
        measured = [point.value for point in self.points() if point.value is not None]
        texts = [self.text(column) for column in ("baseline", "target")]
        numbers = [Decimal(text) for text in map(_plain, texts) if _NUMBER.fullmatch(text)]
        values = [*measured, *(numbers[:1] if self.text("baseline") or not measured else [])]
        places = [-int(value.as_tuple().exponent) for value in values]
        return Decimal(1).scaleb(-max(places, default=0))


def _plain(text: str) -> str:
    """Return full-width letters, digits and signs as plain ones, and any minus as a hyphen."""
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()


def _no_year(column: str, text: str) -> tuple[str, str]:
    first, last = YEARS[0], YEARS[-1]
    return (
        f"{column} 读到“{text}”，应为 {first} 至 {last} 的年份；请改正",
        f"{column}: {text!r} was read, a year from {first} to {last} is expected; correct it",
    )
