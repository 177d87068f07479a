"""Rules about codes of places: those of the national list, where the list has the place.

The list is that of the National Bureau of Statistics of 2023 (as of 30 June 2023), as packed in
china-division 2.7.0: provinces, cities, and counties with districts. What is newer, or invented,
is on no list and left alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from plansite.checks.titles import TIER_WORDS
from plansite.model import Site
from plansite.problems import ECHO, Problem
from plansite.records.catalogue import Jurisdiction

LIST = Path(__file__).with_name("division_codes.csv")
YEAR = 2023
"""The year of the list."""


@cache
def listed() -> Mapping[str, str]:
    """Return the names of the list by code."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def check_listed(site: Site) -> Iterator[Problem]:
    """The code of a place is the one that the list gives its name."""
    for place in site.jurisdictions.values():
        if not place.code.isdecimal() or listed().get(place.code) == place.name.zh:
            continue
        other, meant = listed().get(place.code), _meant(site, place)
        if other is None and meant is None:
            continue
        is_zh = f"，{place.code} 是{other}" if other else ""
        is_en = f", {place.code} is {other}" if other else ""
        own_zh = f"，{place.name.zh}是 {meant}" if meant else ""
        own_en = f", {place.name.zh} is {meant}" if meant else ""
        yield Problem(
            place.origin.at("code"),
            f"code {place.code} 与名称{place.name.zh}不符：{YEAR} 年代码表{is_zh}{own_zh}；请核对，改正代码或名称",
            f"the code {place.code} does not fit the name {place.name.en}: in the list of {YEAR}{is_en}{own_en}; check it, correct the code or the name",
            "warning",
            cause=ECHO,
        )


def _meant(site: Site, place: Jurisdiction) -> str | None:
    """Return the code that the list gives a place's name within its parent."""
    above = site.jurisdictions.get(place.parent or "")
    stem = above.code.rstrip("0") if above and above.code.isdecimal() else ""
    stem += "0" * (len(stem) % 2)
    found = [
        code for code, name in listed().items() if name == place.name.zh and code.startswith(stem)
    ]
    return found[0] if len(found) == 1 else None


def check_english(site: Site) -> Iterator[Problem]:
    """The English name of a place is not that of another, as their slugs spell them."""
    steps = {place.slug.rpartition("/")[2]: place for place in site.jurisdictions.values()}
    for place in site.jurisdictions.values():
        own = place.slug.rpartition("/")[2]
        stem = TIER_WORDS.sub("", place.name.en).lower().replace(" ", "-")
        other = steps.get(stem)
        if other and stem != own and other.name.zh != place.name.zh:
            yield Problem(
                place.origin.at("name"),
                f"英文名 {place.name.en!r} 是{other.name.zh}的，而本地区是{place.name.zh}（{place.slug}）；请改正英文名",
                f"the English name {place.name.en!r} is that of {other.slug}, yet this place is {place.slug}; correct it",
                "warning",
                cause=ECHO,
            )


CHECKS = (check_listed, check_english)
