"""The catalogue of indicators, and the match of a printed name with one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

Domains = dict[str, str]
"""Printed names of domains and their ids."""
NOISE = re.compile(
    r"(?:全[省市区县州国]|我[省市区县]|本[地市区县]+区?|城乡|各级|应|的|人群|中|达到|总体|地区|辖区|规范|水平|占比?|比重|进一步)"
)
GENDER = re.compile(r"妇女|女性|女")


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One thing measured."""

    id: str
    names: tuple[str, ...]
    unit: str
    better: str
    domain: str = ""
    """The domain whose file holds it."""


MEMO_LIMIT = 20_000
_MEMO: dict[tuple[str, str, int], tuple[tuple[Indicator, ...], Indicator | None]] = {}
"""Names looked up before: a plan repeats them, and a search reads the whole catalogue."""


def load_catalogue(folder: Path) -> tuple[Indicator, ...]:
    """Read plans/indicators/*.yml; files that are being written or broken are passed over."""
    found: list[Indicator] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (yaml.YAMLError, OSError, UnicodeDecodeError):
            continue
        found += [
            _indicator(e, path.stem) for e in entries or [] if isinstance(e, dict) and "id" in e
        ]
    return tuple(found)


def load_domains(series: Path) -> Domains:
    """Read the printed names of domains in plans/series.yml; a file that is broken gives none."""
    try:
        entries = yaml.safe_load(series.read_text(encoding="utf-8"))
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        return {}
    found: dict[str, str] = {}
    for entry in entries if isinstance(entries, list) else []:
        domains = entry.get("domains") if isinstance(entry, dict) else None
        for domain in domains or []:
            for names in (domain.get("name"), domain.get("short")):
                if isinstance(names, dict) and names.get("zh"):
                    found.setdefault(str(names["zh"]), str(domain.get("id", "")))
    return found


def _indicator(entry: dict[str, Any], domain: str) -> Indicator:
    name = entry.get("name") or {}
    aliases = entry.get("aliases") or {}
    names = [name.get("zh", ""), *(aliases.get("zh") or [] if isinstance(aliases, dict) else [])]
    return Indicator(
        id=str(entry["id"]),
        names=tuple(str(n) for n in names if n),
        unit=str(entry.get("unit", "")),
        better=str(entry.get("better", "")),
        domain=domain,
    )


def match(printed: str, unit: str, catalogue: tuple[Indicator, ...]) -> Indicator | None:
    """The indicator a printed name means, or none; a near match must be near and the only one."""
    key = (printed, unit, id(catalogue))
    held = _MEMO.get(key)
    if held is None or held[0] is not catalogue:
        if len(_MEMO) >= MEMO_LIMIT:
            _MEMO.clear()
        held = _MEMO[key] = (catalogue, _search(printed, unit, catalogue))
    return held[1]


def _search(printed: str, unit: str, catalogue: tuple[Indicator, ...]) -> Indicator | None:
    key = _key(printed)
    if len(key) < 3:
        return None
    best: tuple[float, Indicator] | None = None
    second = 0.0
    for indicator in catalogue:
        if (
            unit
            and indicator.unit
            and unit != indicator.unit
            and not _convertible(unit, indicator.unit)
        ):
            continue
        score = max((_likeness(key, _key(name)) for name in indicator.names), default=0.0)
        if best is None or score > best[0]:
            second = best[0] if best else 0.0
            best = (score, indicator)
        elif score > second:
            second = score
    if best is None or best[0] < 0.72 or (best[0] < 0.99 and best[0] - second < 0.02):
        return None
    return best[1]


def _convertible(one: str, other: str) -> bool:
    return {one, other} <= {"count", "per_1000", "per_100", "persons"}


@lru_cache(maxsize=MEMO_LIMIT)
def _key(name: str) -> str:
    return NOISE.sub("", re.sub(r"[\s，。：“”《》、—-]|（[^）]{0,8}）", "", name)).replace(
        "女性", "妇女"
    )


def _likeness(one: str, other: str) -> float:
    """Shared pairs of characters (Dice), lowered where one names women and the other does not."""
    if one == other:
        return 1.0
    if one[-1:] != other[-1:]:
        return 0.0
    left, right = _pairs(one), _pairs(other)
    if not left or not right:
        return 0.0
    score = 2 * len(left & right) / (len(left) + len(right))
    if bool(GENDER.search(one)) != bool(GENDER.search(other)):
        score -= 0.08
    return score


@lru_cache(maxsize=MEMO_LIMIT)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
