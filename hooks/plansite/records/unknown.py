"""Names that stand nowhere: the nearest one that does, and one finding a name."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from plansite.problems import Origin, Problem
from plansite.records.wording import Words

_NEAR = 0.65
"""How alike a word must be to a known one to be taken for it: `city` is not `county`."""


def close_match(word: str, allowed: Collection[str]) -> Words:
    """Return `did you mean …` in both languages, or empty texts."""
    plain = word.strip().casefold()
    near = [one for one in allowed if one.casefold() == plain] or difflib.get_close_matches(
        word, list(allowed), n=1, cutoff=_NEAR
    )
    return (f"（是否想写 {near[0]}？）", f" (did you mean {near[0]}?)") if near else ("", "")


def unknown(origin: Origin, field: str, name: str, known: Collection[str], where: str) -> Problem:
    """Return the problem of a name that stands nowhere; wherever it is used, it is one fault."""
    zh, en = close_match(name, known)
    return Problem(
        origin,
        f"{field} {name!r} 不在 {where} 中{zh}；请改正或登记",
        f"{field} {name!r} is not in {where}{en}; correct it or add it there",
        cause=f"{where} {name}",
    )


def unknown_place(origin: Origin, slug: str, known: Collection[str]) -> Problem:
    """Return the problem of a folder that is no jurisdiction's, whatever stands in it."""
    if slug == ".":
        return Problem(
            origin,
            "直接放在 plans/ 中，而不在地区的文件夹里；请移入，如 plans/<地区>/",
            "stands in plans/ itself, not in the folder of a place; move it there, plans/<jurisdiction>/",
            cause="jurisdictions.yml .",
        )
    steps = slug.split("/")
    above = ("/".join(steps[:depth]) for depth in range(1, len(steps)))
    slug = next((one for one in above if one not in known), slug)
    zh, en = close_match(slug, known)
    return Problem(
        origin,
        f"文件夹 {slug} 不是 jurisdictions.yml 中的地区{zh}；请移动文件夹或登记地区",
        f"the folder {slug} is no jurisdiction of jurisdictions.yml{en}; move it or add the place",
        cause=f"jurisdictions.yml {slug}",
    )
