"""Rules across files. A check is a generator of problems; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.checks import languages, observations, places, prose, references, targets
from plansite.model import Site
from plansite.problems import Problem

CHECKS = (
    *places.CHECKS,
    *references.CHECKS,
    *targets.CHECKS,
    *observations.CHECKS,
    *prose.CHECKS,
    *languages.CHECKS,
)


def all_checks(site: Site) -> Iterator[Problem]:
    """Yield every problem that the whole of the sources has."""
    for check in CHECKS:
        yield from check(site)
