"""Rules about what a figure rests on: a source of its place, that source's day, a reason, a sum."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath

from plansite.model import Observation, Site
from plansite.problems import ECHO, Problem

_MEANINGLESS = re.compile(
    r"\W*(?:是的?|对的?|好|已?(?:核对|确认|核实|核查|检查)(?:无误|过|属实)?|属实|正确|无误|yes|y|ok|true|1|checked|confirmed|correct)\W*",
    re.IGNORECASE,
)
"""Words that say that somebody looked, not why the figure is what it is."""
_SUM = re.compile(
    r"(?P<mark>推算|计算|derived|computed)\s*[：:]\s*(?P<terms>[0-9.]+(?:\s*[-+−–]\s*[0-9.]+)+)(?![0-9]|\s*[*×÷])",
    re.IGNORECASE,
)
_TERM = re.compile(r"([-+−–]?)\s*([0-9]+(?:\.[0-9]+)?)")
_SCALES = tuple(Decimal(10) ** power for power in (0, 2, 3, 4, 6, 8))
"""A sum may be in per cent, thousands, 万, millions or 亿, as the source prints it."""


def check_places(site: Site) -> Iterator[Problem]:
    """A source of a figure is entered at its place, at one above it or at one below."""
    for one in site.observations:
        source = site.sources.get(one.source)
        if source is None or one.jurisdiction not in site.jurisdictions:
            continue
        folder = PurePosixPath(source.origin.path).parent
        place = "/".join(folder.parts[1:])
        here = one.jurisdiction
        if place != here and not _around(site, place, here):
            yield Problem(
                one.origin.at("source"),
                f"来源 {source.id} 登记在 {folder}/sources.yml，不是 {here} 及其上下级的；请核对，改正 source，或把它登记在本地区",
                f"the source {source.id} is entered in {folder}/sources.yml, which is not {here} nor above or below it; check it, correct `source`, or enter it at this place",
                "warning",
            )


def _around(site: Site, place: str, here: str) -> bool:
    """Return whether one place lies above the other; a source of no place may be everybody's."""
    if place not in site.jurisdictions:
        return True
    above = {one.slug for one in site.ancestors(here)}
    return place in above or here in {one.slug for one in site.ancestors(place)}


def check_days(site: Site) -> Iterator[Problem]:
    """A figure has the day of its source, where all others of that source have it."""
    rows: dict[str, list[Observation]] = defaultdict(list)
    for one in site.observations:
        if one.published_on:
            rows[one.source].append(one)
    for name, cited in rows.items():
        day = site.sources[name].date if name in site.sources else None
        odd = [one for one in cited if day and str(one.published_on) != day]
        if day is None or len(day) != len("2025-12-31") or len(odd) != 1 or len(cited) == 1:
            continue
        yield Problem(
            odd[0].origin.at("published_on"),
            f"published_on {odd[0].published_on} 不是来源 {name} 的日期 {day}，而引用它的其他各行都是；请核对",
            f"published_on {odd[0].published_on} is not the day of the source {name}, {day}, which all other rows that cite it have; check it",
            "warning",
            cause=ECHO,
        )


def check_confirmed(site: Site) -> Iterator[Problem]:
    """`confirmed` says why an odd figure is real, not only that somebody looked at it."""
    for one in site.observations:
        if _MEANINGLESS.fullmatch(one.confirmed):
            yield Problem(
                one.origin.at("confirmed"),
                f"confirmed 只写 {one.confirmed!r}，没有说原因；请写为什么属实，如“区划调整”，不需要则留空",
                f"confirmed says {one.confirmed!r} only; say why the figure is real, a change of boundaries for example, or leave it empty",
                "warning",
            )


def check_sums(site: Site) -> Iterator[Problem]:
    """A derived figure is what the sum in its note gives, in both languages."""
    for one in site.observations:
        if one.kind != "derived" or one.value is None:
            continue
        for match in _SUM.finditer(one.note):
            total = _total(match["terms"])
            if not _is(one.value, total):
                yield Problem(
                    one.origin.at("value"),
                    f"value 为 {one.value:f}，而 note 中 {match['terms']} = {total:f}；请改正数值或算式",
                    f"value is {one.value:f}, yet {match['terms']} in the note is {total:f}; correct the value or the sum",
                )
                break


def _total(terms: str) -> Decimal:
    signed = (
        -Decimal(number) if sign and sign != "+" else Decimal(number)
        for sign, number in _TERM.findall(terms)
    )
    return sum(signed, Decimal(0))


def _is(value: Decimal, total: Decimal) -> bool:
    """Return whether a value is a total, rounded as the value is and in any usual unit."""
    half = Decimal("0.5").scaleb(int(value.as_tuple().exponent))
    return any(abs(total * scale - value) <= half for scale in _SCALES)


CHECKS = (check_places, check_days, check_confirmed, check_sums)
