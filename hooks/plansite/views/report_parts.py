"""What a yearly report and an evaluation have in common: facts, counts, tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plansite.edition import Edition
from plansite.pages import Heading
from plansite.progress import METHOD_VERSION
from plansite.reporting import Standing
from plansite.views.figures import day_words
from plansite.views.report_changes import ChangesView
from plansite.views.report_rows import body_rows, gap_groups, observed_row, unobserved_row
from plansite.views.report_words import opening
from plansite.views.statuses import ORDER, StripPart, TallyView, rate_words, status_mark

SHORT_COMMIT = 12
"""Digits of a commit id that pages print."""

SECTIONS = ("changes", "observed", "unobserved", "gaps", "bodies")


def report_view(
    edition: Edition, standing: Standing, changed: ChangesView | None, commit: str = ""
) -> dict[str, Any]:
    """Return the shared part of the view; `commit` is that of the build if not given."""
    bodies, unnamed = body_rows(edition, standing)
    return {
        "day": day_words(standing.day, edition.lang),
        "day_iso": standing.day.isoformat(),
        "commit": (commit or edition.commit)[:SHORT_COMMIT],
        "method_version": METHOD_VERSION,
        "publisher": edition.name(edition.site.settings.publisher),
        "opening": opening(edition, standing, changed),
        "tally": standing_tally(edition, standing),
        "changes": None if changed is None or changed.none else changed,
        "observed": tuple(observed_row(edition, one) for one in standing.observed),
        "unobserved": tuple(unobserved_row(edition, standing, one) for one in standing.unobserved),
        "gaps": gap_groups(edition, standing),
        "bodies": bodies,
        "unnamed": unnamed,
    }


def report_headings(edition: Edition, view: Mapping[str, Any]) -> tuple[Heading, ...]:
    """Return the table of contents: the sections that a report has."""
    return tuple(
        Heading(section, edition.word(f"report_h_{section}"))
        for section in SECTIONS
        if view[section] or section == "observed"
    )


def standing_tally(edition: Edition, standing: Standing) -> TallyView:
    """Return the counts by status of one day."""
    counts = standing.tally
    parts = tuple(
        StripPart(status_mark(edition, status), counts.counts[status])
        for status in ORDER
        if counts.counts[status]
    )
    rate = rate_words(edition, counts)
    return TallyView(parts, counts.total, counts.met, counts.assessable, rate)
