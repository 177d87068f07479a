"""What one fault brings about in many places is one finding: it names the file, or the setting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from plansite.load.files import Reading
from plansite.problems import AS_OF, ECHO, Origin, Problem, errors
from plansite.records.catalogue import Series
from plansite.records.site import SiteRecord

CONTEXT = "context"
"""The catalogue's file of the indicators that no plan sets a target for."""

_MANY = 3
"""So many entries of one file that stand nowhere: it is the file that is missing."""
_VERY_MANY = 10
"""So many days after the as-of date: it is that date that is wrong."""
_CATALOGUE, _SOURCES = "indicators/", "sources.yml"


def explained(
    problems: Iterable[Problem], reading: Reading, series: Mapping[str, Series]
) -> list[Problem]:
    """Return the problems, those that come of a missing file as one that names the file.

    What one missing file explains hides further names of its kind: they show once it is back.
    """
    left_out = tuple(f"{name} " for name in reading.faulty)  # said where they are left out
    found = [one for one in problems if not one.cause.startswith(left_out)]
    for missing, kind in (*_catalogue(found, reading, series), *_sources(found, reading)):
        found = [missing, *(one for one in found if not one.cause.startswith(f"{kind} "))]
    return found


def settled(problems: Iterable[Problem], settings: SiteRecord) -> list[Problem]:
    """Return the problems without those that say again what another says at the same place."""
    found = list(problems)
    told = {one.origin for one in found if one.cause != ECHO}
    wrong = {one.origin for one in errors(found)}
    found = [
        one for one in found if one.cause != ECHO or one.level == "error" or one.origin not in wrong
    ]
    left = (one for one in found if one.cause != ECHO or one.origin not in told)
    return _dated([replace(one, cause="") if one.cause == ECHO else one for one in left], settings)


def _dated(found: list[Problem], settings: SiteRecord) -> list[Problem]:
    """Return the problems; where very many days lie after the as-of date, it is that to look at."""
    late = sorted(one for one in found if one.cause == AS_OF)
    if len(late) <= _VERY_MANY or not settings.origin.path:
        return [replace(one, cause="") if one.cause == AS_OF else one for one in found]
    first = f"{late[0].origin.path}:{late[0].origin.line}"
    whole = Problem(
        settings.origin.at("as_of"),
        f"as_of {settings.as_of} 早于 {len(late)} 处数据或文件的日期（如 {first}）；请核对 as_of",
        f"as_of {settings.as_of} lies before the days of {len(late)} figures or documents ({first} for example); check as_of",
        "error" if errors(late) else "warning",
    )
    return [whole, *(one for one in found if one.cause != AS_OF)]


def _catalogue(
    problems: list[Problem], reading: Reading, series: Mapping[str, Series]
) -> Iterator[tuple[Problem, str]]:
    """Yield the files of indicators/ that a domain has not, though its targets name indicators."""
    unknown = [one for one in problems if one.cause.startswith(f"{_CATALOGUE} ")]
    domains = dict.fromkeys(domain.id for one in series.values() for domain in one.domains)
    if unknown and not any((reading.plans / _CATALOGUE).glob("*.yml")):
        yield (
            _missing(reading, reading.plans / _CATALOGUE, {one.cause for one in unknown}),
            _CATALOGUE,
        )
        return
    promised = {one.cause for one in unknown if PurePosixPath(one.origin.path).suffix == ".yml"}
    for name in (*domains, CONTEXT):
        file = reading.plans / _CATALOGUE / f"{name}.yml"
        if file.exists():
            continue
        if name == CONTEXT:
            causes = {one.cause for one in unknown} - promised
        else:
            causes = {one.cause for one in unknown if _in_domain(one, name)}
        if len(causes) >= _MANY:
            yield _missing(reading, file, causes), _CATALOGUE


def _in_domain(one: Problem, domain: str) -> bool:
    path = PurePosixPath(one.origin.path)
    return path.stem == domain and path.parent.name in {"targets", "measures"}


def _sources(problems: list[Problem], reading: Reading) -> Iterator[tuple[Problem, str]]:
    """Yield the sources.yml that a place has not, though its figures or plans name sources."""
    unknown: dict[Path, set[str]] = {}
    for one in problems:
        if one.cause.startswith(f"{_SOURCES} "):
            unknown.setdefault(_place(reading, one.origin.path), set()).add(one.cause)
    for place, causes in unknown.items():
        if not (place / _SOURCES).exists():
            yield _missing(reading, place / _SOURCES, causes), _SOURCES


def _place(reading: Reading, path: str) -> Path:
    """Return the folder of the place that a file of observations or of a plan stands in."""
    for folder in (reading.root / path).parents:
        if (folder / "plan.yml").exists() or folder.name == "observations":
            return folder.parent
    return reading.plans


def _missing(reading: Reading, file: Path, causes: Iterable[str]) -> Problem:
    names = sorted(cause.partition(" ")[2] for cause in causes)
    listed = ", ".join(names[:5]) + " …" * (len(names) > 5)
    return Problem(
        Origin(reading.name(file)),
        f"没有这个文件，而有 {len(names)} 个名称在别处找不到（{listed}）；请放回文件，或在其中登记",
        f"there is no such file, and {len(names)} names stand nowhere else ({listed}); put the file back, or add them in it",
    )
