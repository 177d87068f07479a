"""The history of the published content: edits from git, revised figures, amended targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import pairwise
from pathlib import Path

from plansite.changes.change import NOTHING, Both, Change, Kind
from plansite.changes.edits import Edits
from plansite.changes.event import Event, History, Source
from plansite.changes.figures import figure_name, shown
from plansite.changes.log import Log, read_log
from plansite.changes.plans import named, said
from plansite.model import Observation, Plan, Site
from plansite.versions import versions


def site_history(site: Site, root: Path) -> History:
    """Return the history of a site whose sources lie at `root`."""
    log = read_log(root)
    found = [*_edits(site, root, log), *_revisions(site), *_amendments(site)]
    found.sort(key=lambda one: (one.when, one.plan, one.id), reverse=True)
    return History(tuple(found), log is not None, log is not None and log.cut)


def _edits(site: Site, root: Path, log: Log | None) -> Iterator[Event]:
    """Yield one event for each commit and plan it touched; one for the catalogue."""
    if log is None:
        return
    edits = Edits(site, root, log)
    for commit in log.commits:
        for plan, changes in edits.of(commit):
            recorded = bool(plan) and changes[0].kind is Kind.PLAN_ADDED
            source: Source = "recorded" if recorded else "edit"
            why = Both.same(commit.subject)
            yield Event(f"c{commit.id[:12]}", source, commit.when, plan, why, changes, commit.id)


def _revisions(site: Site) -> Iterator[Event]:
    """Yield one event for each figure that a later publication gave otherwise."""
    for (_, place), rows in site.observations_by_series.items():
        plans = _concerned(site, rows[0].indicator, place)
        by_key: dict[tuple[object, ...], list[Observation]] = {}
        for row in rows:
            by_key.setdefault((row.year, row.breakdown), []).append(row)
        for vintages in by_key.values():
            for former, later in pairwise(vintages):
                if later.published_on and former.value != later.value:
                    yield from _revision(site, plans, former, later)


def _revision(
    site: Site, plans: tuple[Plan, ...], former: Observation, later: Observation
) -> Iterator[Event]:
    assert later.published_on is not None
    key = _key("r", later.indicator, str(later.year), *later.breakdown, str(later.published_on))
    why = Both.same(later.note or later.confirmed) if later.note or later.confirmed else NOTHING
    for plan in plans:
        change = Change(
            Kind.OBSERVATION_REVISED, plan.path, later.indicator, figure_name(site, later),
            shown(site, former), shown(site, later),
        )  # fmt: skip
        yield Event(key, "revision", _start(later.published_on), plan.path, why, (change,))


def _concerned(site: Site, indicator: str, place: str) -> tuple[Plan, ...]:
    """Return the plans of a place that promise something of an indicator."""
    return tuple(
        plan
        for plan in site.plans_of(place)
        if any(one.indicator and one.indicator.id == indicator for one in plan.targets)
    )


def _amendments(site: Site) -> Iterator[Event]:
    """Yield one event for each target that a later document amended."""
    for plan in site.plans.values():
        for target in plan.targets:
            if not target.record.earlier:
                continue
            for former, later in pairwise(versions(target)):
                assert former.ended_by is not None  # only the last version is in force
                document = Both.of(site.sources[former.ended_by.amended_by].title)
                reason = Both.of(former.ended_by.reason)
                why = Both(
                    "；".join(filter(None, (document.zh, reason.zh))),
                    "; ".join(filter(None, (document.en, reason.en))),
                )
                change = Change(
                    Kind.TARGET_CHANGED, plan.path, target.id, named(target),
                    said(former.target, site.units), said(later.target, site.units),
                )  # fmt: skip
                day = former.ended_by.until
                key = _key("a", target.id, str(day))
                yield Event(key, "amendment", _start(day), plan.path, why, (change,))


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _key(*parts: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", "-".join(filter(None, parts)).lower())
