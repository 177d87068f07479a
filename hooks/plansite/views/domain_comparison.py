"""The plans recorded whole, compared in one domain: from the data, not from memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plansite.addresses import indicator_page, plan_page
from plansite.edition import Edition
from plansite.model import Clause, Plan, Target
from plansite.pages import Link
from plansite.values import direction, value_of
from plansite.views.short import short_links, short_title, unit_beside

Subjects = Mapping[str, Mapping[str, list[Target]]]
"""Targets by indicator and plan."""
MOST_NAMED = 8
"""So many plans are named in a sentence."""


def domain_comparison(edition: Edition, own: list[Plan], domain: str) -> Mapping[str, Any]:
    """Return what the plans have in common in a domain and where they differ."""
    subjects = _subjects(own, domain)
    shared = {key: found for key, found in subjects.items() if len(found) > 1}
    single = {key: found for key, found in subjects.items() if len(found) == 1}
    common, alone = _measures(edition, own, domain)
    return {
        "own": len(own),
        "common": common,
        "alone": alone,
        "shared": tuple(
            (
                _indicator(edition, key),
                unit_beside(edition, edition.site.indicators[key]),
                _cells(edition, found, own),
                strictest(edition, found),
            )
            for key, found in shared.items()
        ),
        "own_links": tuple(_plan(edition, plan, domain) for plan in own),
        "single": tuple(
            _alone(edition, plan, domain, single) for plan in own if _has(plan, single)
        ),
    }


def _subjects(own: list[Plan], domain: str) -> Subjects:
    found: dict[str, dict[str, list[Target]]] = {}
    for plan in own:
        for target in plan.targets:
            if target.domain == domain and target.indicator:
                by_plan = found.setdefault(target.indicator.id, {})
                by_plan.setdefault(plan.path, []).append(target)
    return found


def _plan(edition: Edition, plan: Plan, domain: str) -> Link:
    return Link(short_title(edition, plan), plan_page(plan, domain))


def _has(plan: Plan, single: Subjects) -> bool:
    return any(plan.path in found for found in single.values())


def _alone(
    edition: Edition, plan: Plan, domain: str, single: Subjects
) -> tuple[Link, tuple[tuple[Link, tuple[Link, ...]], ...]]:
    return _plan(edition, plan, domain), tuple(
        (_indicator(edition, key), short_links(edition, found[plan.path]))
        for key, found in single.items()
        if plan.path in found
    )


def domain_said(edition: Edition, own: list[Plan], domain: str) -> str:
    """Return in one sentence what plans have in common in a domain; empty for fewer than two."""
    if len(own) < 2:
        return ""
    subjects = _subjects(own, domain)
    values = {
        plan.path: sum(one.strength == "numeric" for one in plan.targets if one.domain == domain)
        for plan in own
    }
    most = max(values.values(), default=0)
    leaders = [short_title(edition, plan) for plan in own if values[plan.path] == most]
    names = edition.word("comma").join(leaders[:MOST_NAMED])
    if len(leaders) > MOST_NAMED:
        names = edition.word("and_others", names=names, count=len(leaders) - MOST_NAMED)
    return edition.word(
        "domain_said",
        plans=len(own),
        values=sum(values.values()),
        indicators=len(subjects),
        shared=sum(len(found) > 1 for found in subjects.values()),
        all=sum(len(found) == len(own) for found in subjects.values()),
        leaders=names,
        most=most,
    )


def _measures(
    edition: Edition, own: list[Plan], domain: str
) -> tuple[tuple[tuple[str, tuple[Link, ...]], ...], tuple[tuple[Link, tuple[Link, ...]], ...]]:
    """Return headings of measures that several plans have, and those of one plan alone."""
    found: dict[str, list[tuple[Plan, Clause]]] = {}
    for plan in own:
        for clause in plan.clauses_of("measure", domain):
            found.setdefault(_plain(clause.record.title.zh), []).append((plan, clause))
    common = tuple(
        (
            edition.name(entries[0][1].record.title),
            tuple(
                Link(short_title(edition, plan), plan_page(plan, domain) + f"#{clause.anchor}")
                for plan, clause in entries
            ),
        )
        for entries in found.values()
        if len({plan.path for plan, _ in entries}) > 1
    )
    alone = tuple(
        (
            Link(short_title(edition, plan), plan_page(plan, domain)),
            tuple(
                Link(
                    edition.name(clause.record.title), plan_page(plan, domain) + f"#{clause.anchor}"
                )
                for clause in plan.clauses_of("measure", domain)
                if len({other.path for other, _ in found[_plain(clause.record.title.zh)]}) == 1
            ),
        )
        for plan in own
    )
    return common, tuple(entry for entry in alone if entry[1])


def _plain(heading: str) -> str:
    """Return a heading to compare: without punctuation, spaces and the particle 的."""
    return "".join(letter for letter in heading if letter.isalnum() and letter != "的")


def strictest(edition: Edition, found: Mapping[str, list[Target]]) -> str:
    """Name the plans that promise the value asking most; empty unless two values differ.

    A value printed with "about" counts as it stands, in the direction of the other plans' bounds:
    about 55 asks for more than at least 42. The years of the values are not weighed.
    """
    last = [
        (target, target.promises[-1])
        for targets in found.values()
        for target in targets
        if target.strength == "numeric" and value_of(target.promises[-1])
    ]
    signs = {direction(promise) for _, promise in last} - {0}
    if len(signs) != 1:
        return ""
    (sign,) = signs
    asked = [(target.plan, sign * value_of(promise)[0]) for target, promise in last]
    if len({value for _, value in asked}) < 2:
        return ""
    top = max(value for _, value in asked)
    plans = dict.fromkeys(path for path, value in asked if value == top)
    names = [short_title(edition, edition.site.plans[path]) for path in plans]
    return edition.word("comma").join(names)


def _indicator(edition: Edition, identifier: str) -> Link:
    return Link(edition.name(edition.site.indicators[identifier].name), indicator_page(identifier))


def _cells(
    edition: Edition, found: Mapping[str, list[Target]], own: list[Plan]
) -> tuple[tuple[Link, ...], ...]:
    return tuple(short_links(edition, found.get(plan.path, []), bare=True) for plan in own)
