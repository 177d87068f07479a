"""The items of a draft: what a place promises, in the form of plans/README.md."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .catalogue import Indicator, match
from .compare import LOWER
from .plan import Item, NumericTarget
from .relative import Relative, base_of, relative_of
from .report import number
from .subject import clean, is_rate

KEYS = {
    "ge": "at_least",
    "le": "at_most",
    "gt": "above",
    "lt": "below",
    "about": "about",
    "eq": "equal",
}
AIMS = (
    ("decrease", r"下降|减少|缩小|减缓|遏制|降低|消除"),
    ("increase", r"提高|提升|增强|延长|扩大|增加|拓展|上升|增长"),
    ("keep", r"保持|稳定|均衡"),
    ("establish", r"建立|健全|完善|建成|构建"),
    ("ensure", r"保障|普及|落实|覆盖|得到|实现|发挥|推进|促进|引导"),
)


class Names:
    """Ids for indicators the catalogue does not know, the same for the same printed name."""

    def __init__(self) -> None:
        self.new: dict[str, tuple[str, NumericTarget]] = {}

    def of(self, one: NumericTarget) -> str:
        if one.known:
            return one.indicator
        if one.indicator not in self.new:
            self.new[one.indicator] = (f"new-indicator-{len(self.new) + 1}", one)
        return self.new[one.indicator][0]

    def records(self) -> list[dict[str, Any]]:
        """Entries for the catalogue, to be named and defined by a person."""
        return [
            {
                "id": name,
                "name": {"zh": printed, "en": ""},
                "definition": {"zh": "", "en": ""},
                "unit": one.target.unit or "count",
                "better": _better(printed, one),
            }
            for printed, (name, one) in self.new.items()
        ]


def _better(printed: str, one: NumericTarget) -> str:
    """A ceiling is set where less is better; a person checks it."""
    falls = one.target.comparator in {"le", "lt", "decrease"} or LOWER.search(printed)
    return "lower" if falls else "higher"


def promises_of(item: Item, names: Names) -> list[dict[str, Any]]:
    """The promises of a place: later milestones and what is striven for stand under the first."""
    found: dict[str, dict[str, Any]] = {}
    others: list[dict[str, Any]] = []
    for one in item.targets:
        record = _promise(one, names)
        first = found.setdefault(record["indicator"], record)
        if first is record:
            continue
        value = {
            k: v for k, v in record.items() if k in {*KEYS.values(), "between", "by", "printed"}
        }
        if one.target.stretch:
            first["stretch"] = value
        elif "by" in record and "then" not in first and "aim" not in record:
            first["then"] = value
        else:
            others.append(record)
    return [*found.values(), *others]


def _promise(one: NumericTarget, names: Names) -> dict[str, Any]:
    target = one.target
    record: dict[str, Any] = {"indicator": names.of(one)}
    value = number(target.value)
    if target.comparator == "range" and target.high is not None:
        record["between"] = [value, number(target.high)]
    elif target.comparator in {"increase", "decrease"}:
        record |= _change(one, value)
    else:
        record[KEYS.get(target.comparator, "at_least")] = value
    record["printed"] = target.words
    if one.year_basis == "stated":
        record["by"] = one.year
    record["name_printed"] = target.subject
    if (
        not re.match(r"[\d.,]+", target.printed)
        or target.unit == "ratio"
        or "/" in target.printed[:3]
    ):
        record["value_printed"] = target.printed
    if target.baseline:
        start, year = target.baseline
        record["baseline"] = {"value": number(start)} | ({"year": year} if year else {})
    return record


def _change(one: NumericTarget, value: int | float) -> dict[str, Any]:
    """By how much something is to rise or fall, and on what level; a person fills in what is not printed."""
    target = one.target
    unit = "percentage_points" if target.counted == "个百分点" else target.unit
    if unit not in {"percent", "percentage_points", "years"} or target.high is not None:
        # The form has no such amount; the words keep it until a person decides.
        return {"aim": target.comparator, "note": {"zh": f"原文：{one.quote}", "en": ""}}
    zh, en = base_of(one.quote)
    return {"aim": target.comparator, "amount": value, "amount_unit": unit,
            "relative_to": {"zh": zh, "en": en}}  # fmt: skip


def aims_of(item: Item, catalogue: tuple[Indicator, ...], count: int) -> Iterable[dict[str, Any]]:
    """What an item promises without a figure, clause by clause."""
    found: list[dict[str, Any]] = []
    covered = [t.quote for t in item.targets]
    for part in re.split(r"[，。；]", item.text):
        text = re.sub(r"\s+", "", part)
        if len(text) < 5 or any(text in q.replace(" ", "") or q[:8] in text for q in covered):
            continue
        relative = relative_of(text)
        if relative:
            found.append(_relative(relative, catalogue, text, count + len(found) + 1))
            continue
        aim = next((name for name, rule in AIMS if re.search(rule, text)), "")
        if not aim:
            continue
        name = clean(
            re.split(
                r"逐步|稳步|持续|不断|明显|显著|进一步|得到|" + "|".join(r for _, r in AIMS), text
            )[0]
        )
        indicator = match(name, "", catalogue) if is_rate(name) else None
        if indicator:
            found.append({"indicator": indicator.id, "aim": aim, "name_printed": name})
        else:
            theme = f"theme-{count + len(found) + 1}"
            found.append({"theme": theme, "text": {"zh": text[:60], "en": ""}, "aim": aim})
    return found


def _relative(
    one: Relative, catalogue: tuple[Indicator, ...], text: str, place: int
) -> dict[str, Any]:
    indicator = match(one.subject, "", catalogue) if is_rate(one.subject) else None
    subject = (
        {"indicator": indicator.id, "name_printed": one.subject}
        if indicator
        else {"theme": f"theme-{place}", "text": {"zh": text[:60], "en": ""}}
    )
    return subject | {one.key: {"zh": one.base, "en": ""}}
