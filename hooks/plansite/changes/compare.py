"""Two states of the sources compared: everything a reader of a pull request asks about."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.changes.change import Both, Change, Kind
from plansite.changes.figures import finding_changes, observation_changes, status_changes
from plansite.changes.plans import catalogue_changes, plan_changes
from plansite.changes.snapshot import Snapshot
from plansite.model import Site
from plansite.records.base import LANGS


def compare(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Return all changes, kind by kind; none if either state has no site."""
    if before.site is None or after.site is None:
        return ()
    kinds = list(Kind)
    found = [*_changes(before, before.site, after, after.site)]
    return tuple(sorted(found, key=lambda one: kinds.index(one.kind)))


def _changes(before: Snapshot, old: Site, after: Snapshot, new: Site) -> Iterator[Change]:
    yield from plan_changes(old, new)
    yield from observation_changes(old, new)
    yield from catalogue_changes(old, new)
    yield from status_changes(before.assessed, after.assessed)
    yield from finding_changes(before.problems, after.problems)
    yield from _translation_changes(old, new)
    yield from _page_changes(before, after)


def untranslated(site: Site) -> frozenset[tuple[str, str]]:
    """Return plan and file of every prose that the other language does not have."""
    missing = set()
    for plan in site.plans.values():
        for section in {section for section, _ in plan.prose}:
            for lang in LANGS:
                if (section, lang) not in plan.prose:
                    missing.add((plan.path, f"{section}.{lang}.md"))
    return frozenset(missing)


def _translation_changes(old: Site, new: Site) -> Iterator[Change]:
    """Yield every text the later state lacks in a language, and those it no longer lacks."""
    before, after = untranslated(old), untranslated(new)
    for plan, file in sorted(after):
        since = Both("新缺", "new") if (plan, file) not in before else Both("原已缺", "as before")
        yield Change(Kind.TRANSLATION_MISSING, plan, file, after=since)
    for plan, file in sorted(before - after):
        yield Change(Kind.TRANSLATION_SUPPLIED, plan, file)


def _page_changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for address, title in after.pages.items():
        if address not in before.pages:
            yield Change(Kind.PAGE_ADDED, address, "", title)
    for address, title in before.pages.items():
        if address not in after.pages:
            yield Change(Kind.PAGE_GONE, address, "", title)
