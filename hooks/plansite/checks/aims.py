"""Rules about aims without a value: English says as much as the printed Chinese word."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.aim_words import aim_in_english
from plansite.model import Site
from plansite.problems import Problem
from plansite.statements import directed, is_whole


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


CHECKS = (check_english,)
