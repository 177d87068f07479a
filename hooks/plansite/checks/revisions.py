"""Rules about figures that change: a correction says why, counts, and a first figure is not the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plansite.model import Observation, Site
from plansite.problems import ECHO, Problem

_FIRST = frozenset({"E", "F", "P"})
"""Statuses of a figure that is known to be followed by another: that one needs no reason."""
_PRELIMINARY = re.compile("初步|快报|预计数|(?i:preliminary|provisional)")


def check_reasons(site: Site) -> Iterator[Problem]:
    """A correction of a final figure says in its note what it was corrected for."""
    for former, later in _corrections(site):
        final = former.status not in _FIRST and None not in (former.value, later.value)
        silent = not (later.note or later.confirmed or _is_above(later, former))
        if final and silent and later.value != former.value:
            yield Problem(
                later.origin,
                f"把 {former.origin.path}:{former.origin.line} 的 {former.value} 改为 {later.value}，没有说明；请在 note 中写原因，如：年鉴修订 / revised in the yearbook",
                f"turns {former.value} of {former.origin.path}:{former.origin.line} into {later.value} without a word; say why in `note`, for example 年鉴修订 / revised in the yearbook",
                "warning",
                cause=ECHO,
            )


def check_order(site: Site) -> Iterator[Problem]:
    """A row below another of the same figure was published later: else it would not count."""
    for former, later in _corrections(site):
        if _is_above(later, former):
            yield Problem(
                former.origin,
                f"写在 {later.origin.path}:{later.origin.line} 之后，published_on {former.published_on} 却早于它的 {later.published_on}，所以不计入；请核对 published_on，或把此行移到上面",
                f"stands below {later.origin.path}:{later.origin.line}, yet its published_on {former.published_on} lies before {later.published_on} there, so it does not count; check published_on, or move the row above",
                "warning",
                cause=ECHO,
            )


def check_preliminary(site: Site) -> Iterator[Problem]:
    """A figure whose note calls it preliminary has the status of one."""
    for one in site.observations:
        if one.status == "A" and (match := _PRELIMINARY.search(one.note)):
            yield Problem(
                one.origin,
                f"status 为 A（正式），而 note 写“{match[0]}”；请核对，初步数用 P",
                f"status is A, a final figure, yet the note says {match[0]}; check it, a preliminary one has P",
                "warning",
            )


def _is_above(one: Observation, other: Observation) -> bool:
    """Return whether a row stands above another of its file."""
    return one.origin.path == other.origin.path and one.origin < other.origin


def _corrections(site: Site) -> Iterator[tuple[Observation, Observation]]:
    """Yield each figure that was published again, with what followed it, in order of publication."""
    for rows in site.observations_by_series.values():
        latest: dict[tuple[object, ...], Observation] = {}
        for one in sorted(rows, key=lambda row: row.published_on or date.min):
            key = (one.year, one.breakdown)
            former = latest.get(key)
            if former and former.published_on and former.published_on != one.published_on:
                yield former, one
            latest[key] = one


CHECKS = (check_reasons, check_order, check_preliminary)
