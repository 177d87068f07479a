"""Rules about how a value counts: as a level, as a total of the plan's years, or every year anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansite.checks.sizes import numeric
from plansite.model import Site, Target
from plansite.problems import ECHO, Problem

ALIKE = 2
"""So many other plans that all count an indicator in one way tell how it is counted."""
_TOTAL = re.compile("累计|累积")
_YEARLY = re.compile("(?<!平均)每年|(?<!平均)逐年")
_OF_A_TIME = ("times_per_", "per_year")
"""Units that say of themselves in which time a value is reached."""


def check_words(site: Site) -> Iterator[Problem]:
    """What is printed as a total is cumulative, what is printed as of every year is due each year.

    An indicator whose own name speaks of a total has it as its level.
    """
    for _, target in numeric(site):
        indicator, kind = target.indicator, target.record.kind
        if indicator is None:
            continue
        said = " ".join(_words(target))
        total, yearly = _TOTAL.search(said), _YEARLY.search(said)
        if total and kind != "cumulative" and not _TOTAL.search(indicator.name.zh):
            yield _kind(target, total[0], "cumulative")
        elif yearly and kind == "level" and not indicator.unit.startswith(_OF_A_TIME):
            yield _kind(target, yearly[0], "each_year")


def _words(target: Target) -> Iterator[str]:
    """Yield the words of the document beside the values of a target, and those of its note."""
    for promise in target.promises:
        yield promise.printed or ""
        yield promise.value_printed or ""
    yield target.record.name_printed or ""
    yield target.record.note.zh if target.record.note else ""


def _kind(target: Target, word: str, expected: str) -> Problem:
    return Problem(
        target.record.origin.at("kind"),
        f"kind 为 {target.record.kind}，而文字写“{word}”；请核对原文，应为 kind: {expected}",
        f"kind is {target.record.kind}, yet the words say {word}; check the document, kind: {expected} is expected",
        "warning",
    )


def check_alike(site: Site) -> Iterator[Problem]:
    """An indicator is a total if it is one in all other plans, or a note says why not.

    Half a total stands beside no figure it could be compared with: what other plans do can tell.
    """
    for plan, target in numeric(site):
        if target.indicator is None or target.record.note or target.record.population:
            continue
        others = {
            one.plan: one.record.kind
            for one in site.targets_by_indicator[target.indicator.id]
            if one.strength == "numeric" and one.plan != plan.path
        }
        if len(others) >= ALIKE and len(kinds := set(others.values())) == 1:
            (kind,) = kinds
            if kind != target.record.kind and "cumulative" in {kind, target.record.kind}:
                yield Problem(
                    target.record.origin.at("kind"),
                    f"kind 为 {target.record.kind}，而其他规划（{', '.join(sorted(others)[:ALIKE])}）的 {target.indicator.id} 都是 {kind}；请核对原文，属实则在 note 中说明",
                    f"kind is {target.record.kind}, yet {target.indicator.id} is {kind} in the other plans ({', '.join(sorted(others)[:ALIKE])}); check the document and, if real, say so in `note`",
                    "warning",
                    cause=ECHO,
                )


CHECKS = (check_words,)
FINAL = (check_alike,)
