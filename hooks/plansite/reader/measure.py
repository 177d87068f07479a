"""How well the reader does: precision and recall of what it finds against what is recorded."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .plan import Plan
from .relative import CODES
from .report import number, relative_reports

Figure = tuple[str, str, str, str, str, int]
"""domain, location, value, unit, comparator, year"""
Place = tuple[str, str]
Relative = tuple[str, str, str]
"""domain, location, comparator of a promise without a figure of its own"""
COMPARATORS = {"at_least": "ge", "at_most": "le", "above": "gt", "below": "lt", "about": "about", "equal": "eq",
               "between": "range"}  # fmt: skip
FILES = {"projects": "project", "implementation": "organisation", "monitoring": "monitoring"}


@dataclass(frozen=True)
class Score:
    """What was expected, what was found, and what agrees."""

    missing: tuple[Any, ...]
    extra: tuple[Any, ...]
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        found = self.right + len(self.extra)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        wanted = self.right + len(self.missing)
        return self.right / wanted if wanted else 1.0


def score(expected: list[Any], found: list[Any]) -> Score:
    """Compare two lists; what stands twice counts twice."""
    left, right = Counter(expected), Counter(found)
    return Score(
        tuple(sorted((left - right).elements(), key=str)),
        tuple(sorted((right - left).elements(), key=str)),
        sum((left & right).values()),
    )


def figures_of(plan: Plan) -> list[Figure]:
    """The numeric targets the reader found."""
    return [
        (
            one.domain,
            one.location,
            _written(
                [number(one.target.value), number(one.target.high)]
                if one.target.high is not None
                else number(one.target.value)
            ),
            one.target.unit,
            one.target.comparator,
            one.year or 0,
        )
        for one in plan.numeric_targets
    ]


def places_of(plan: Plan) -> list[Place]:
    """The numbered structure the reader found."""
    return [(item.domain, item.location) for item in plan.items]


def relatives_of(plan: Plan) -> list[Relative]:
    """Main targets measured against something else, as found; measures are recorded in summaries only."""
    aims = (item for domain in plan.domains for item in domain.targets)
    found = (one for item in aims for one in relative_reports(item))
    return [(one["domain"], one["location"], one["comparator"]) for one in found]


def recorded_relatives(folder: Path) -> list[Relative]:
    """Those a recorded plan folder holds."""
    return [
        (domain, at_place, code)
        for domain, at_place, item in _places(folder)
        for key, code in CODES.items()
        if key in item and not at_place.startswith("measure")
    ]


def expected_parts(path: Path) -> list[tuple[dict[str, Any], list[Figure], list[Place]]]:
    """Read an `.expected.json`: facts, figures and places of each plan."""
    found = []
    for plan in json.loads(path.read_text(encoding="utf-8"))["plans"]:
        figures = [(d, p, _written(v), u, c, y) for d, p, v, u, c, y in plan["numeric"]]
        places: list[Place] = []
        for name, lists in plan["domains"].items():
            places += [(name, n) for n in lists["targets"]]
            places += [(name, f"measure {n}") for n in lists["measures"]]
        for section, word in (("projects", "project"), ("organisation",) * 2, ("monitoring",) * 2):
            places += [(section, f"{word} {n}") for n in plan[section]]
        found.append((plan, figures, places))
    return found


def recorded_parts(folder: Path, catalogue: Path) -> tuple[list[Figure], list[Place]]:
    """Read a recorded plan folder: its figures and its numbered places."""
    units = _units(catalogue)
    plan = yaml.safe_load((folder / "plan.yml").read_text(encoding="utf-8"))
    last = int(plan["period"][1])
    figures = [f for at in _places(folder) for f in _promises(at[2], at[0], at[1], units, last)]
    places: list[Place] = []
    for domain, word, entries in _files(folder):
        for at, entry in enumerate(entries, start=1):
            location = _location(word, entry, at)
            places.append((domain, location))
            if not word:
                subs = dict.fromkeys(str(i["sub"]) for i in entry.get("items") or [] if "sub" in i)
                places += [(domain, f"{location}.{sub}") for sub in subs]
    return figures, places


def _places(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every promise of a recorded plan, with its domain and its location."""
    for domain, word, entries in _files(folder):
        for at, entry in enumerate(entries, start=1):
            location = _location(word, entry, at)
            for item in entry.get("items") or []:
                yield (
                    domain,
                    f"{location}.{item['sub']}" if "sub" in item and not word else location,
                    item,
                )


def _location(word: str, entry: dict[str, Any], at: int) -> str:
    return f"{word} {entry.get('number', at)}".strip()


def _files(folder: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    for kind, word in (("targets", ""), ("measures", "measure")):
        for path in sorted((folder / kind).glob("*.yml")):
            yield path.stem, word, yaml.safe_load(path.read_text(encoding="utf-8")) or []
    for name, word in FILES.items():
        path = folder / f"{name}.yml"
        if path.exists():
            section = "organisation" if name == "implementation" else name
            yield section, word, yaml.safe_load(path.read_text(encoding="utf-8")) or []


def _promises(
    item: dict[str, Any], domain: str, location: str, units: dict[str, str], last: int
) -> Iterator[Figure]:
    """Every value an item promises: the target, its later milestones and what it strives for."""
    unit = units.get(str(item.get("indicator", "")), "count")
    later = item.get("then") or []
    stretch = item.get("stretch")
    # A stretch without figures in the text (全覆盖) is no numeric target of the document.
    printed = not (stretch and "全覆盖" in str(stretch.get("printed", "")))
    parts = [item, *(later if isinstance(later, list) else [later])]
    parts += [stretch] if stretch and printed else []
    for part in parts:
        year = int(part.get("by", last if part is not stretch else item.get("by", last)))
        for key, code in COMPARATORS.items():
            if key in part:
                yield (
                    domain,
                    location,
                    _written(part[key]),
                    unit,
                    _stretch(code, part is stretch),
                    year,
                )
        if "amount" in part:
            amount_unit = str(part.get("amount_unit", "percent"))
            yield (
                domain,
                location,
                _written(part["amount"]),
                amount_unit,
                str(part.get("aim", "increase")),
                year,
            )


def _stretch(code: str, stretch: bool) -> str:
    return "ge" if stretch and code == "eq" else code


def _units(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
            found[str(entry["id"])] = str(entry.get("unit", "count"))
    return found


def _written(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "-".join(_written(v) for v in value)
    return value if isinstance(value, str) else f"{float(value):g}"
