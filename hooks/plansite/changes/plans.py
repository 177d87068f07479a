"""What is different in plans: plans, clauses, targets, prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from plansite.changes.change import Both, Change, Kind
from plansite.changes.fields import field_changes, flat
from plansite.model import Clause, Plan, Site, Target
from plansite.records.base import LANGS
from plansite.records.catalogue import Unit
from plansite.statements import statement, subject

_ITEMS = frozenset({"items"})
"""The promises of a clause: compared as targets."""


def plan_changes(before: Site, after: Site) -> Iterator[Change]:
    """Yield what is different, plan by plan."""
    for path, plan in before.plans.items():
        if path not in after.plans:
            yield Change(Kind.PLAN_GONE, path, path, Both.of(plan.title), before=size(plan))
    for path, plan in after.plans.items():
        if path not in before.plans:
            yield Change(Kind.PLAN_ADDED, path, path, Both.of(plan.title), after=size(plan))
            continue
        old = before.plans[path]
        if fields := field_changes(old.record, plan.record):
            yield Change(Kind.PLAN_CHANGED, path, path, Both.of(plan.title), fields=fields)
        yield from clause_changes(path, old.clauses, plan.clauses)
        yield from target_changes(path, old.targets, plan.targets, {**before.units, **after.units})
        yield from _text_changes(old, plan)


def size(plan: Plan) -> Both:
    """Return the size of a plan in words."""
    targets, promises = len(plan.clauses_of("target")), len(plan.targets)
    measures = len(plan.clauses_of("measure"))
    return Both(
        f"{targets} 条主要目标，{promises} 项承诺，{measures} 条措施",
        f"{targets} main targets, {promises} promises, {measures} measures",
    )


def clause_changes(
    path: str, before: Iterable[Clause], after: Iterable[Clause]
) -> Iterator[Change]:
    """Yield clauses added, gone, and changed in title, summary, bodies or links."""
    old, new = {one.anchor: one for one in before}, {one.anchor: one for one in after}
    for key, clause in old.items():
        if key not in new:
            name = Both.of(clause.record.title)
            yield Change(Kind.CLAUSE_GONE, path, key, name, before=Both.of(clause.record.summary))
    for key, clause in new.items():
        name = Both.of(clause.record.title)
        if key not in old:
            yield Change(Kind.CLAUSE_ADDED, path, key, name, after=Both.of(clause.record.summary))
        elif fields := field_changes(old[key].record, clause.record, _ITEMS):
            yield Change(Kind.CLAUSE_CHANGED, path, key, name, fields=fields)


def target_changes(
    path: str, before: Iterable[Target], after: Iterable[Target], units: Mapping[str, Unit]
) -> Iterator[Change]:
    """Yield targets added, gone and changed, each with its sentence before and after."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    for key, target in old.items():
        if key not in new:
            yield Change(Kind.TARGET_GONE, path, key, named(target), before=said(target, units))
    for key, target in new.items():
        name, words = named(target), said(target, units)
        if key not in old:
            yield Change(Kind.TARGET_ADDED, path, key, name, after=words)
        elif fields := field_changes(old[key].record, target.record):
            was = said(old[key], units)
            yield Change(Kind.TARGET_CHANGED, path, key, name, was, words, fields)


def named(target: Target) -> Both:
    """Return what a target is about."""
    return Both(*(subject(target, lang) for lang in LANGS))


def said(target: Target, units: Mapping[str, Unit]) -> Both:
    """Return a target as a sentence."""
    unit = units.get(target.indicator.unit) if target.indicator else None
    return Both(*(statement(target, unit, lang) for lang in LANGS))


def _text_changes(before: Plan, after: Plan) -> Iterator[Change]:
    """Yield the prose that reads otherwise, by section and language."""
    old = {key: one.markdown for key, one in before.prose.items()}
    new = {key: one.markdown for key, one in after.prose.items()}
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            size = (f"{len(text[key])}" if key in text else "" for text in (old, new))
            was, now = map(_characters, size)
            kind = Kind.TEXT_CHANGED if was and now else Kind.TEXT_ADDED if now else Kind.TEXT_GONE
            yield Change(kind, after.path, ".".join(key), before=was, after=now)


def _characters(size: str) -> Both:
    return Both(f"{size} 字", f"{size} characters") if size else Both()


def catalogue_changes(before: Site, after: Site) -> Iterator[Change]:
    """Yield entries of the catalogue that were added, are gone or read otherwise."""
    for file, old, new in _catalogues(before, after):
        for key, record in old.items():
            if key not in new:
                yield Change(Kind.CATALOGUE_GONE, file, key, _name(record))
        for key, record in new.items():
            if key not in old:
                yield Change(Kind.CATALOGUE_ADDED, file, key, _name(record))
            elif flat(old[key]) != flat(record):
                fields = field_changes(old[key], record)
                yield Change(Kind.CATALOGUE_CHANGED, file, key, _name(record), fields=fields)


_Pair = tuple[str, Mapping[str, BaseModel], Mapping[str, BaseModel]]


def _catalogues(before: Site, after: Site) -> Iterator[_Pair]:
    yield "site.yml", {"site": before.settings}, {"site": after.settings}
    for name in ("series", "jurisdictions", "units", "bodies", "indicators", "sources"):
        yield name, getattr(before, name), getattr(after, name)
    terms = [{one.term.zh: one for one in site.terms} for site in (before, after)]
    yield "glossary.yml", terms[0], terms[1]


def _name(record: BaseModel) -> Both:
    for field in ("name", "title", "term"):
        if text := getattr(record, field, None):
            return Both(text.zh, text.en)
    return Both()
