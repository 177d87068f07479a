"""A figure as it was typed: full-width digits and numbers kept as text are taken, anything but a number is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plansite.forms.grid import MAX_DECIMALS
from plansite.forms.returned import Filled
from plansite.problems import Problem
from plansite.progress.number import plain
from plansite.records.catalogue import Indicator
from plansite.source.strict_yaml import MAX_DIGITS

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def figure(cell: Filled, indicator: Indicator, problems: list[Problem]) -> Decimal | None:
    """Return a figure with the decimals of its indicator, or None with its problems noted."""
    value = cell.number if cell.number is not None else _typed(cell, problems)
    if value is None:
        return None
    found = list(_faults(cell, value, indicator))
    problems.extend(found)
    if found:
        return None
    if indicator.decimals is None:
        return Decimal(plain(value))
    return value.quantize(Decimal(1).scaleb(-indicator.decimals))


def _typed(cell: Filled, problems: list[Problem]) -> Decimal | None:
    """Return the number a text says; what a program or a person would have to guess is refused."""
    text = cell.text.translate(_FULL_WIDTH)
    if not _NUMBER.fullmatch(text):
        problems.append(cell.problem(
            f"{cell.text[:60]!r} 不是数字；只写数字，不带单位、百分号、千分位、空格和符号",
            f"{cell.text[:60]!r} is no number; write digits only, without unit, per cent sign, thousands separator, space or sign",
        ))  # fmt: skip
        return None
    if text != cell.text:
        problems.append(cell.problem(
            f"{cell.text[:60]!r} 是全角数字，按 {text} 读入；请核对",
            f"{cell.text[:60]!r} has full-width digits and is read as {text}; check it",
            warning=True,
        ))  # fmt: skip
    elif cell.sheet:
        problems.append(cell.problem(
            f"{text!r} 是文本形式的数字，按 {text} 读入；请核对",
            f"{text!r} is a number stored as text and is read as {text}; check it",
            warning=True,
        ))  # fmt: skip
    return Decimal(text)


def _faults(cell: Filled, value: Decimal, indicator: Indicator) -> Iterator[Problem]:
    if len(plain(value)) > MAX_DIGITS:
        yield cell.problem(
            f"数字超过 {MAX_DIGITS} 位；请核对",
            f"the number has more than {MAX_DIGITS} digits; check it",
        )
        return
    places = MAX_DECIMALS if indicator.decimals is None else indicator.decimals
    if value != round(value, places):
        yield cell.problem(
            f"读到 {plain(value)}，小数位上限 {places}；请按发布的小数位填写",
            f"reads {plain(value)}, at most {places} decimals are allowed; write it with the decimals it is published with",
        )
    low, high = indicator.bounds
    if (low is not None and value < low) or (high is not None and value > high):
        ends = f"{'' if low is None else plain(low)}..{'' if high is None else plain(high)}"
        yield cell.problem(
            f"读到 {plain(value)}，应在自然界限 {ends} 之内；请核对单位",
            f"reads {plain(value)}, it must lie within the natural limits {ends}; check the unit",
        )
