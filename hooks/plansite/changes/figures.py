"""What is different in figures and in what follows from them: statuses, warnings, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plansite.assessing import Assessed
from plansite.changes.change import NOTHING, Both, Change, Kind
from plansite.changes.plans import named
from plansite.model import Observation, Site
from plansite.problems import Problem
from plansite.progress import EarlyWarning
from plansite.records.base import LANGS
from plansite.statements import amount

Found = Mapping[tuple[str, str], Assessed]
_Key = tuple[str, str, int, str, str, str]


def observation_changes(before: Site, after: Site) -> Iterator[Change]:
    """Yield figures added, revised by a later row, changed in place, and gone.

    A figure is named by indicator, place, year and breakdown; a row by its publication as well.
    """
    old, new = _by_key(before.observations), _by_key(after.observations)
    for key in dict.fromkeys([*old, *new]):
        yield from _one_figure(before, after, old.get(key, []), new.get(key, []))


def _by_key(rows: Iterable[Observation]) -> dict[_Key, list[Observation]]:
    found: dict[_Key, list[Observation]] = {}
    for row in rows:
        key = (row.indicator, row.jurisdiction, row.year, *row.breakdown)
        found.setdefault(key, []).append(row)
    for vintages in found.values():
        vintages.sort(key=lambda row: row.published_on or date.min)
    return found


def _one_figure(
    before: Site, after: Site, old: list[Observation], new: list[Observation]
) -> Iterator[Change]:
    was = {(row.source, row.published_on): row for row in old}
    now = {(row.source, row.published_on): row for row in new}
    for place, row in was.items():
        if place not in now:
            yield _change(Kind.OBSERVATION_GONE, before, row, before=shown(before, row))
    for place, row in now.items():
        if place not in was:
            earlier = [one for one in new if one is not row and _day(one) < _day(row)]
            kind = Kind.OBSERVATION_REVISED if earlier else Kind.OBSERVATION_ADDED
            last = shown(after, earlier[-1]) if earlier else NOTHING
            yield _change(kind, after, row, last, shown(after, row))
        elif _content(was[place]) != _content(row):
            words = shown(before, was[place]), shown(after, row)
            yield _change(Kind.OBSERVATION_CHANGED, after, row, *words)


def _day(row: Observation) -> date:
    return row.published_on or date.min


def _content(row: Observation) -> tuple[object, ...]:
    return (str(row.value), row.unit, row.status, row.kind, row.confirmed, row.note)


def _change(
    kind: Kind, site: Site, row: Observation, before: Both = NOTHING, after: Both = NOTHING
) -> Change:
    key = "/".join(filter(None, (row.indicator, str(row.year), *row.breakdown)))
    return Change(kind, row.jurisdiction, key, figure_name(site, row), before, after)


def figure_name(site: Site, row: Observation) -> Both:
    """Return a figure in words: place, indicator, year and breakdown."""
    place, indicator = site.jurisdictions[row.jurisdiction], site.indicators[row.indicator]
    of = " ".join(filter(None, row.breakdown))
    tail = f" {row.year}{f' ({of})' if of else ''}"
    zh, en = (f"{place.name[lang]} {indicator.name[lang]}{tail}" for lang in LANGS)
    return Both(zh, en)


def shown(site: Site, row: Observation) -> Both:
    """Return a figure's value with its unit, its status code and the day it was published."""
    if row.value is None:
        value = Both("缺", "missing")
    else:
        indicator, unit = site.indicators[row.indicator], site.units[row.unit]
        value = Both(*(amount(row.value, indicator, unit, lang) for lang in LANGS))
    marks = ", ".join(filter(None, [row.status if row.status != "A" else "", str(row.published_on or ""), row.source]))  # fmt: skip
    return Both(f"{value.zh} ({marks})", f"{value.en} ({marks})")


def status_changes(before: Found, after: Found) -> Iterator[Change]:
    """Yield targets of both states whose status differs, and warnings raised and cleared."""
    for key, current in after.items():
        former = before.get(key)
        old, new = (former.assessment if former else None), current.assessment
        name = named(current.target)
        if old and old.status is not new.status:
            was, now = (Both(*map(one.status.label, LANGS)) for one in (old, new))
            yield Change(Kind.STATUS_CHANGED, *key, name, was, now)
        raised = {warning.rule: warning for warning in new.warnings}
        stood = {warning.rule: warning for warning in old.warnings} if old else {}
        for rule, warning in raised.items():
            if rule not in stood or stood[rule].level is not warning.level:
                was = _warning(stood[rule]) if rule in stood else NOTHING
                yield Change(Kind.WARNING_RAISED, *key, name, was, _warning(warning))
        for rule, warning in stood.items():
            if rule not in raised:
                yield Change(Kind.WARNING_CLEARED, *key, name, before=_warning(warning))
    for key, one in before.items():
        if key not in after:
            for warning in one.assessment.warnings:
                yield Change(Kind.WARNING_CLEARED, *key, named(one.target), before=_warning(warning))  # fmt: skip


def _warning(warning: EarlyWarning) -> Both:
    return Both(*(f"{warning.level.label(lang)} {warning.rule.label(lang)}" for lang in LANGS))


def finding_changes(before: Iterable[Problem], after: Iterable[Problem]) -> Iterator[Change]:
    """Yield what the check says now and did not say before, and the reverse; lines may move."""
    old, new = ({(p.origin.path, p.zh, p.en): p for p in found} for found in (before, after))
    for place, problem in new.items():
        if place not in old:
            where = f"{problem.origin.path}:{problem.origin.line}"
            yield Change(Kind.FINDING_RAISED, where, "", after=Both(problem.zh, problem.en))
    for place, problem in old.items():
        if place not in new:
            where = f"{problem.origin.path}:{problem.origin.line}"
            yield Change(Kind.FINDING_CLEARED, where, "", before=Both(problem.zh, problem.en))
