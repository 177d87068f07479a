"""Rules about a plan as a whole: no clause of a document that is recorded in full is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from plansite.model import Clause, Plan, Site
from plansite.official import NO_DOMAIN, Place, place_of
from plansite.problems import Origin, Problem
from plansite.records.plan import SECTION_FILES

RENEW = "scripts/lock_official.py"
_SHOWN = 8
"""How many anchors a finding names."""


def check_lost(site: Site) -> Iterator[Problem]:
    """Clauses recorded in full are those of official.lock.yml, where the text itself is not kept."""
    for plan in _full(site):
        if plan.lock is None or plan.official is not None:
            continue
        doubled = {_file(place_of(name)) for name, times in _places(plan).items() if times > 1}
        for file, names in _by_file(lost(plan)).items():
            if file not in doubled:  # which number a clause was meant to have is told there
                yield _lost(plan, file, names)


def check_sequence(site: Site) -> Iterator[Problem]:
    """Numbers follow each other in a plan recorded in full, or its note says why not."""
    for plan in _full(site):
        if plan.lock or plan.official or plan.record.completeness.note:
            continue
        for _, group in groupby(plan.clauses, key=lambda one: (one.kind, one.domain)):
            yield from _gaps(list(group))


def lost(plan: Plan) -> list[str]:
    """Return the anchors of clauses that the lock of a plan has and its record has not."""
    recorded = set(_anchors(plan))
    known = plan.lock.hashes if plan.lock else ()
    return [name for name in known if name not in recorded and _is_clause(name)]


def _full(site: Site) -> Iterator[Plan]:
    for plan in site.plans.values():
        if plan.record.completeness.recorded == "full" and plan.path not in site.faulty:
            yield plan


def _anchors(plan: Plan) -> Iterator[str]:
    """Yield the anchors of what is recorded: clauses and sub-items."""
    for clause in plan.clauses:
        yield clause.passage
        yield from (target.passage for target in clause.targets if target.passage)


def _places(plan: Plan) -> Counter[str]:
    return Counter(clause.passage for clause in plan.clauses)


def _is_clause(anchor: str) -> bool:
    place = place_of(anchor)
    return place.kind != "domain" and place.domain != NO_DOMAIN


def _file(place: Place) -> str:
    """Return the file of a plan that the clause of a place stands in."""
    section = (name for kind, name in SECTION_FILES.items() if kind == place.kind)
    return next(section, f"{place.kind}s/{place.domain}.yml")


def _by_file(anchors: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in anchors:
        found.setdefault(_file(place_of(one)), []).append(one)
    return found


def _lost(plan: Plan, file: str, names: list[str]) -> Problem:
    """Return the finding about the clauses that a file has lost, or that it has no more itself."""
    listed = ", ".join(names[:_SHOWN]) + " …" * (len(names) > _SHOWN)
    there = [clause for clause in plan.clauses if _file(place_of(clause.passage)) == file]
    origin = _before(there, names[0], list(plan.lock.hashes if plan.lock else ()))
    if origin is None:
        return Problem(
            Origin(f"plans/{plan.path}/{file}"),
            f"没有这个文件，而 official.lock.yml 中有它的 {len(names)} 处条款（{listed}）；请放回",
            f"there is no such file, yet official.lock.yml has {len(names)} clauses of it ({listed}); put it back",
            cause=f"lost {plan.path}/{file.rpartition('/')[0] or file}",
        )
    strange = [one.passage for one in there if plan.lock and one.passage not in plan.lock.hashes]
    also_zh = f"，读到的 {', '.join(strange)} 原文没有" if strange else ""
    also_en = f", and {', '.join(strange)}, which was read, is not in it" if strange else ""
    return Problem(
        origin,
        f"缺少条款 {listed}（official.lock.yml 中有）{also_zh}；请放回条款或改正编号；若原文已改，请用 {RENEW} 更新",
        f"{listed} is missing here, though official.lock.yml has it{also_en}; put the clause back or correct its number; if the document has changed, renew the lock with {RENEW}",
    )


def _before(clauses: list[Clause], anchor: str, order: list[str]) -> Origin | None:
    """Return where the last clause before an anchor stands, or the first, or None without any."""
    earlier = order[: order.index(anchor)]
    places = [one.record.origin for one in clauses if one.passage in earlier]
    if places:
        return places[-1]
    return clauses[0].record.origin if clauses else None


def _gaps(clauses: list[Clause]) -> Iterator[Problem]:
    """Yield where the numbers of one file leave one out."""
    numbers = {
        int(number): clause.record.origin
        for clause in clauses
        if (number := clause.record.number) and number.isascii() and number.isdigit()
    }
    given = [clause.record.number for clause in clauses if clause.record.number]
    if len(set(given)) < len(given):
        return  # which number the doubled one was meant to have is told there
    missing = sorted(set(range(1, max(numbers, default=0))) - numbers.keys())
    for later in sorted({min(one for one in numbers if one > lacking) for lacking in missing}):
        run = [
            one
            for one in missing
            if max((n for n in numbers if n < later), default=0) < one < later
        ]
        said = f"{run[0]}" if len(run) == 1 else f"{run[0]}-{run[-1]}"
        yield Problem(
            numbers[later].at("number"),
            f"编号 {said} 缺失，而规划已完整收录；请补录，原文确实没有则在 plan.yml 的 completeness.note 中说明",
            f"number {said} is missing, yet the plan is recorded in full; add it or, if the document has none, say so in completeness.note of plan.yml",
            "warning",
        )


CHECKS = (check_lost, check_sequence)
