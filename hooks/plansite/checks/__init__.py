"""Rules across files. A check is a generator of problems; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.checks import (
    aims,
    amendments,
    breakdowns,
    clauses,
    evaluations,
    facts,
    figures,
    goals,
    languages,
    limits,
    magnitudes,
    names,
    observations,
    official,
    outliers,
    places,
    printed,
    prose,
    references,
    targets,
    vintages,
)
from plansite.model import Site
from plansite.problems import Problem

CHECKS = (
    *places.CHECKS,
    *references.CHECKS,
    *targets.CHECKS,
    *amendments.CHECKS,
    *observations.CHECKS,
    *limits.CHECKS,
    *vintages.CHECKS,
    *prose.CHECKS,
    *languages.CHECKS,
    *evaluations.CHECKS,
    *official.CHECKS,
    *clauses.CHECKS,
    *figures.CHECKS,
    *names.CHECKS,
    *facts.CHECKS,
    *magnitudes.CHECKS,
    *printed.CHECKS,
    *aims.CHECKS,
    *breakdowns.CHECKS,
    *outliers.CHECKS,
)


def all_checks(site: Site) -> Iterator[Problem]:
    """Yield every problem that the whole of the sources has."""
    for check in CHECKS:
        yield from check(site)


def final_checks(site: Site) -> Iterator[Problem]:
    """Yield what is left to find in sources without errors: what can not be assessed."""
    yield from goals.check_assessable(site)
