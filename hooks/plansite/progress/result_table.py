"""Assessments as rows of text, for CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from .assessment import Assessment
from .number import plain

COLUMNS = (
    "as_of", "baseline_value", "baseline_year", "latest_value", "latest_year", "target_value",
    "target_year", "gap", "progress", "pace", "pace_other", "effort", "projection",
    "projection_low", "projection_high", "verdict", "status", "warnings", "confidence",
    "method_version",
)  # fmt: skip
"""The assessment columns of the data contract, after whatever names the row."""

DIGITS = 12
"""Significant digits of computed numbers; values and gaps are exact, as published."""


def cells(one: Assessment) -> tuple[str, ...]:
    """Return the cells of `COLUMNS`; nothing where a number is not defined, `inf` for infinity.

    A range stands as `104..107`, the verdict of a passed band as `will_meet+overshoot`.
    """
    return (
        one.as_of.isoformat(),
        _exact(one.baseline_value),
        _year(one.baseline_year),
        _exact(one.latest_value),
        _year(one.latest_year),
        _target(one),
        _year(one.target_year),
        _exact(one.gap),
        _rounded(one.progress),
        _rounded(one.pace),
        _rounded(one.pace_other),
        _rounded(one.effort),
        _rounded(one.projection),
        _rounded(one.projection_low),
        _rounded(one.projection_high),
        f"{one.verdict}+overshoot" if one.overshoot else one.verdict.value,
        one.status.value,
        ";".join(map(str, one.warnings)),
        one.confidence.value,
        one.method_version,
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return CSV text by RFC 4180: CRLF after every record, quotes where needed."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([header, *rows])
    return text.getvalue()


def _target(one: Assessment) -> str:
    if one.target_high is None:
        return _exact(one.target_value)
    return f"{_exact(one.target_value)}..{_exact(one.target_high)}"


def _exact(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _rounded(value: Decimal | None) -> str:
    return "" if value is None else plain(value, DIGITS)


def _year(year: int | None) -> str:
    return "" if year is None else str(year)
