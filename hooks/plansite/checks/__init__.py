"""Rules across files. A check is a generator of problems; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.checks import (
    aims,
    amendments,
    breakdowns,
    citing,
    clauses,
    codes,
    denominators,
    directions,
    evaluations,
    facts,
    figures,
    goals,
    kinds,
    languages,
    limits,
    magnitudes,
    names,
    observations,
    official,
    outliers,
    overviews,
    places,
    printed,
    prose,
    references,
    revisions,
    roles,
    sizes,
    sources,
    subjects,
    targets,
    titles,
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
    *overviews.CHECKS,
    *names.CHECKS,
    *sources.CHECKS,
    *facts.CHECKS,
    *sizes.CHECKS,
    *magnitudes.CHECKS,
    *printed.CHECKS,
    *aims.CHECKS,
    *breakdowns.CHECKS,
    *outliers.CHECKS,
    *kinds.CHECKS,
    *denominators.CHECKS,
    *directions.CHECKS,
    *revisions.CHECKS,
    *titles.CHECKS,
    *codes.CHECKS,
    *citing.CHECKS,
    *subjects.CHECKS,
)


FINAL = (
    goals.check_assessable,
    *figures.FINAL,
    *overviews.FINAL,
    *places.FINAL,
    *roles.FINAL,
    *sources.FINAL,
    *kinds.FINAL,
    *titles.FINAL,
)
"""What compares with the whole of the record, and would be misled while a part is left out."""


def all_checks(site: Site) -> Iterator[Problem]:
    """Yield every problem that the whole of the sources has."""
    for check in CHECKS:
        yield from check(site)


def final_checks(site: Site) -> Iterator[Problem]:
    """Yield what is left to find in sources without errors."""
    for check in FINAL:
        yield from check(site)
