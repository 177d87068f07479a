"""Rules about aims without a value: the right way, and in English as much as in the printed Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansite.aim_words import aim_in_english
from plansite.model import Site
from plansite.problems import Problem
from plansite.statements import directed, is_whole
from plansite.values import direction, good_direction

_SIGNS = {"increase": 1, "decrease": -1}
_PRINTED = {
    1: re.compile("提高|提升|增强|增加|延长|扩大"),
    -1: re.compile("下降|降低|减少|缩小|遏制"),
}
"""Words that say which way an aim is meant."""


def check_english(site: Site) -> Iterator[Problem]:
    """The printed word of an aim is one that English has a word for, or `words` say it."""
    for plan in site.plans.values():
        for target in plan.targets:
            for promise in target.promises if directed(target) else ():
                printed = promise.printed or ""
                if not promise.aim or promise.words or promise.amount is not None:
                    continue
                if is_whole(printed) and aim_in_english(printed) is None:
                    yield Problem(
                        promise.origin.at("printed"),
                        f"printed {printed!r} 没有对应的英文，英文只能笼统地写 {promise.aim}；请加一行 words: {{zh: {printed}, en: …}}",
                        f"printed {printed!r} has no English word, so English only says {promise.aim}; add a line words: {{zh: {printed}, en: …}}",
                        "warning",
                    )


def check_directions(site: Site) -> Iterator[Problem]:
    """An aim asks for the good direction of its indicator, or a note says why not; so does `printed`."""
    for plan in site.plans.values():
        for target in plan.targets:
            for promise in target.promises:
                asked = _SIGNS.get(promise.aim or "", 0)
                said = {
                    sign for sign, words in _PRINTED.items() if words.search(promise.printed or "")
                }
                against = asked * good_direction(target.indicator) < 0 and not target.record.note
                if asked and (against or said == {-asked}):
                    against_what = (
                        f"printed {promise.printed!r}" if said == {-asked} else f"{target.subject}"
                    )
                    yield Problem(
                        promise.origin.at("aim"),
                        f"aim {promise.aim} 与 {against_what} 的方向相反；请核对原文，改正其一，属实则在 note 中说明",
                        f"aim {promise.aim} runs against {against_what}; check the document and correct one of them or, if real, say so in `note`",
                    )


def check_aligned(site: Site) -> Iterator[Problem]:
    """A target is linked with one that goes its own way: one that rises does not answer one that falls."""
    by_id = {f"{one.plan}#{one.id}": one for plan in site.plans.values() for one in plan.targets}
    for target in by_id.values():
        for name in target.record.aligns:
            other = by_id.get(name)
            if other is None or target.record.note:
                continue
            if direction(target.record) * direction(other.record) < 0:
                yield Problem(
                    target.origin.at("aligns"),
                    f"aligns {name!r} 的方向与本目标相反（{other.record.given[0]}，本目标为 {target.record.given[0]}）；请核对，改正 aligns，属实则在 note 中说明",
                    f"aligns {name!r} goes the other way ({other.record.given[0]}, here {target.record.given[0]}); check it, correct `aligns` or, if real, say so in `note`",
                    "warning",
                )


CHECKS = (check_english, check_directions, check_aligned)
