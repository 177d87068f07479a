"""Several subjects under one figure, several years, several figures: who gets which."""

from __future__ import annotations

import re
from dataclasses import replace

from .per_head import PER_EACH, PER_UNITS
from .promise import Known, State, Target
from .subject import clean, is_rate, split_subject

STRETCH = re.compile(r"力争|争取|努力")
COLLECT = re.compile(
    r"每(?:十万|10万|百万|万|千|百|1000|100)(?:名|张|个|户|位|人|例)?[^，。；、均拥]{0,14}"
)


def distribute(
    found: list[Target], part: str, years: list[int], state: State, known: Known
) -> list[Target]:
    """Give several subjects their shares of one figure, and several years their figures."""
    apart = "分别" in part
    years = list(dict.fromkeys(years))
    state.paired = state.paired or (apart and len(years) > 1)
    alike = re.search(r"均|都", part) is not None and state.paired
    if (apart or alike) and len(found) == 1 and len(years) > 1:
        return [replace(found[0], year=year) for year in years]
    if apart and len(found) > 1:
        names = split_subject(found[0].subject, together=True)
        if len(years) == len(found) and len(names) != len(found):
            return [replace(t, year=y, subject=found[0].subject, start=found[0].start)
                    for t, y in zip(found, years, strict=True)]  # fmt: skip
        if len(names) == len(found):
            state.subject = ""
            leader = found[0] if found[-1].words == "…" else found[-1]
            shared = [replace(t, start=found[0].start) for t in found]
            return [_same_comparison(t, leader, n) for t, n in zip(shared, names, strict=True)]
    result: list[Target] = []
    for target in found:
        target = _mark_stretch(target, part, state)
        state.last = target
        whole = known(target.subject, target.unit) and not _each(target, part)
        result += [target] if whole else _share(target, part)
    return result


def _same_comparison(target: Target, last: Target, name: str) -> Target:
    """分别达到95%和90%以上: the word at the end holds for all, if the others have none."""
    bare = target.words.endswith("…")
    return replace(target, subject=name, comparator=last.comparator if bare else target.comparator)


def _mark_stretch(target: Target, part: str, state: State) -> Target:
    before = state.last
    if before is None or target.subject != before.subject or target.year != before.year:
        return target
    return replace(target, stretch=bool(STRETCH.search(part)) and target.unit == before.unit)


def _each(target: Target, part: str) -> bool:
    """均达到95%: each of the names before it has the figure."""
    return bool(re.search(r"(?:均|都|皆)[^，]{0,12}$", part[: target.end - len(target.printed)]))


def _share(target: Target, part: str) -> list[Target]:
    """One target a subject."""
    each = COLLECT.findall(part[: target.end])
    if len(each) > 1 and target.unit.startswith("per_"):
        noun = re.sub(r"[，。；].*", "", part[target.end :])
        return [
            replace(target, subject=clean(e + "拥有" + noun), unit=PER_UNITS[m[1]])
            for e in each if (m := PER_EACH.search(e))
        ]  # fmt: skip
    together = _each(target, part)
    names = split_subject(target.subject, together) if is_rate(target.subject) else [target.subject]
    return [replace(target, subject=name) for name in names]
