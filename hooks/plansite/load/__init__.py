"""Loading: gather every source, run every check, and return a Site or raise all problems at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from plansite.checks import all_checks, final_checks
from plansite.load.catalogue import (
    load_bodies,
    load_indicators,
    load_jurisdictions,
    load_series,
    load_sources,
    load_terms,
    load_units,
)
from plansite.load.causes import explained, settled
from plansite.load.files import Reading
from plansite.load.observations import load_observations
from plansite.load.plans import Catalogue, load_plans
from plansite.load.strays import closed_folders, report_strays
from plansite.model import Site
from plansite.problems import Origin, Problem, SourceError, errors, once_a_cause
from plansite.records.base import Bilingual
from plansite.records.catalogue import CodeList
from plansite.records.site import SiteRecord

_NO_SETTINGS = SiteRecord(
    name=Bilingual.same("?"), as_of=date.max, publisher=Bilingual.same("?"), content_licence="?"
)
_NO_CODES = CodeList(list=Bilingual.same("?"), date="2000")
"""Stand-ins that let the checks run although site.yml or jurisdictions.yml has problems."""


def load_site(root: Path) -> Site:
    """Return everything below `root`/plans, checked.

    Raises SourceError with all problems if any of them is an error; warnings alone are kept in
    `Site.warnings`.
    """
    with _collector_paused():
        return _load(root)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Spare the collector the search for garbage among records, of which none becomes any."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _nothing(root: Path) -> Problem:
    return Problem(
        Origin("plans"),
        f"{str(root)!r} 中没有 plans 文件夹；请在仓库的文件夹中运行，或用 --root 指明",
        f"there is no folder plans in {str(root)!r}; run this in the folder of the repository, or name that with --root",
    )


def _load(root: Path) -> Site:
    reading = Reading(root)
    if not reading.plans.is_dir():
        raise SourceError([_nothing(root)])
    if closed := closed_folders(reading):
        raise SourceError(closed)  # what else is wrong can not be known
    settings = reading.record(reading.plans / "site.yml", SiteRecord)
    codes, jurisdictions = load_jurisdictions(reading)
    series, indicators = load_series(reading), load_indicators(reading)
    units, bodies, terms = load_units(reading), load_bodies(reading), load_terms(reading)
    sources = load_sources(reading)
    plans = load_plans(reading, Catalogue(series, jurisdictions, indicators))
    observations = load_observations(reading)
    report_strays(reading)
    site = Site(
        settings or _NO_SETTINGS, codes or _NO_CODES, series, jurisdictions, units, bodies,
        indicators, terms, sources, plans, observations, faulty=frozenset(reading.faulty),
    )  # fmt: skip
    reading.problems.extend(all_checks(site))
    if not errors(reading.problems):
        reading.problems.extend(final_checks(site))
    reading.problems = settled(reading.problems, site.settings)
    if errors(reading.problems):
        raise SourceError(once_a_cause(explained(reading.problems, reading, series)))
    return replace(site, warnings=tuple(once_a_cause(reading.problems)))
