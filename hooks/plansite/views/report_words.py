"""The opening sentences of a report, generated in both languages."""

from __future__ import annotations

from collections import Counter
from datetime import date

from plansite.edition import Edition
from plansite.reporting import Standing, figure_above, next_due
from plansite.views.figures import day_words
from plansite.views.report_changes import ChangesView
from plansite.views.report_rows import years_words
from plansite.views.statuses import ORDER


def opening(edition: Edition, standing: Standing, changed: ChangesView | None) -> tuple[str, ...]:
    """Return the paragraphs that say in words what the tables of a report show."""
    paragraphs = [
        _figures(edition, standing),
        _due(edition, standing),
        _changed(edition, changed),
        _outside(edition, standing),
    ]
    return tuple(filter(None, paragraphs))


def _figures(edition: Edition, standing: Standing) -> str:
    """Say how many targets have figures, and how those stand."""
    total, seen = len(standing.targets), len(standing.observed)
    day = day_words(standing.day, edition.lang)
    if not total:
        return edition.word("report_none_assessed", day=day)
    if not seen:
        return edition.word("report_no_figure", day=day, total=total)
    counts = Counter(one.assessment.status for one in standing.observed)
    parts = [
        edition.word("report_status_count", status=status.label(edition.lang), count=counts[status])
        for status in ORDER
        if counts[status]
    ]
    text = edition.word("report_figures", day=day, total=total, seen=seen, unseen=total - seen)
    standing_words = edition.word("report_standing", parts=edition.word("comma").join(parts))
    return _joined(edition, text, standing_words)


def _due(edition: Edition, standing: Standing) -> str:
    """Say which figures are overdue, which come next, and what the tier above has."""
    sentences = []
    late = [year for one in standing.targets for year in standing.overdue[one.target.id]]
    if late:
        years = years_words(edition, tuple(sorted(set(late))))
        sentences.append(edition.word("report_overdue", count=len(late), years=years))
    coming: Counter[tuple[int, date]] = Counter(
        due for one in standing.targets if (due := next_due(one))
    )
    if coming:
        year, day = min(coming, key=lambda due: due[1])
        sentences.append(
            edition.word(
                "report_next", year=year, day=day_words(day, edition.lang), count=coming[year, day]
            )
        )
    place = standing.plan.jurisdiction.slug
    above = sum(
        figure_above(edition.site, one.target.indicator.id, place, standing.day) is not None
        for one in standing.unobserved
        if one.target.indicator
    )
    if above:
        sentences.append(edition.word("report_above", count=above))
    return _joined(edition, *sentences)


def _changed(edition: Edition, changed: ChangesView | None) -> str:
    if changed is None:
        return edition.word("report_first")
    if changed.none:
        return edition.word("report_unchanged", day=changed.since)
    return edition.word("report_changed", day=changed.since, **changed.counts)


def _outside(edition: Edition, standing: Standing) -> str:
    count = len(standing.plan.targets) - len(standing.targets)
    return edition.word("outside_method", count=count) if count else ""


def _joined(edition: Edition, *sentences: str) -> str:
    return ("" if edition.lang == "zh" else " ").join(sentences)
