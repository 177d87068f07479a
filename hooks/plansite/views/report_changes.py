"""What changed between two reports, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plansite.assessing import observed
from plansite.edition import Edition
from plansite.pages import Link
from plansite.progress import Level, Rule
from plansite.reporting import Changes, NewValue, Standing, WarningChange, changes
from plansite.views.figures import day_words, value_words
from plansite.views.report_rows import LISTED, target_link
from plansite.views.source_links import source_link
from plansite.views.statuses import StatusMark, status_mark


@dataclass(frozen=True)
class StatusRow:
    """A status that is another than before."""

    subject: Link
    before: StatusMark
    now: StatusMark


@dataclass(frozen=True)
class ValueRow:
    """The new figures of one target."""

    subject: Link
    values: tuple[tuple[str, bool], ...]
    """Each with its year, and whether it revises an earlier figure."""


@dataclass(frozen=True)
class WarningGroup:
    """Warnings of one rule and level that changed alike."""

    rule: str
    rule_word: str
    level: str
    level_word: str
    before_word: str
    """The level before, where there was one."""
    count: int
    targets: tuple[Link, ...]
    """Empty if there are too many to name."""


@dataclass(frozen=True)
class ChangesView:
    """What is different from the report before."""

    since: str
    statuses: tuple[StatusRow, ...]
    values: tuple[ValueRow, ...]
    sources: tuple[Link, ...]
    """Of the new figures, in the order they first appear in."""
    raised: tuple[WarningGroup, ...]
    cleared: tuple[WarningGroup, ...]
    levels: tuple[WarningGroup, ...]
    counts: dict[str, int]
    """Of statuses, values, raised and cleared warnings."""

    @property
    def none(self) -> bool:
        """Whether nothing changed at all."""
        return not (self.statuses or self.values or self.raised or self.cleared or self.levels)


def changes_view(edition: Edition, before: Standing, now: Standing) -> ChangesView:
    """Return what is different on a day from an earlier one."""
    found: Changes = changes(before, now)
    return ChangesView(
        since=day_words(before.day, edition.lang),
        statuses=tuple(
            StatusRow(
                target_link(edition, one.target),
                status_mark(edition, one.before),
                status_mark(edition, one.target.assessment.status),
            )
            for one in found.statuses
        ),
        values=_value_rows(edition, found.values),
        sources=_sources(edition, found.values),
        raised=_groups(edition, found.raised),
        cleared=_groups(edition, found.cleared),
        levels=_groups(edition, found.levels),
        counts={
            "statuses": len(found.statuses),
            "values": len(found.values),
            "raised": len(found.raised),
            "cleared": len(found.cleared),
        },
    )


def _value_rows(edition: Edition, found: Iterable[NewValue]) -> tuple[ValueRow, ...]:
    """Return the new figures target by target."""
    grouped: dict[str, tuple[Link, list[tuple[int, str, bool]]]] = {}
    for one in found:
        indicator = one.target.target.indicator
        assert indicator is not None and one.point.value is not None
        shown = value_words(edition, indicator, one.point.value)
        words = edition.word("value_in_year", value=shown, year=one.point.year)
        link = target_link(edition, one.target)
        entry = (one.point.year, words, one.revises)
        grouped.setdefault(one.target.target.id, (link, []))[1].append(entry)
    return tuple(
        ValueRow(link, tuple((words, revises) for _, words, revises in sorted(entries)))
        for link, entries in grouped.values()
    )


def _sources(edition: Edition, found: Iterable[NewValue]) -> tuple[Link, ...]:
    """Return the sources of new figures, each once."""
    names: dict[str, None] = {}
    for one in found:
        indicator, point = one.target.target.indicator, one.point
        assert indicator is not None
        rows = observed(edition.site, indicator.id, one.target.plan.jurisdiction.slug)
        names.update(
            dict.fromkeys(
                row.source
                for row in rows
                if (row.year, row.value, row.published_on)
                == (point.year, point.value, point.published_on)
            )
        )
    return tuple(source_link(edition, name) for name in names)


def _groups(edition: Edition, found: Iterable[WarningChange]) -> tuple[WarningGroup, ...]:
    """Return changes by rule and level, most pressing first."""
    grouped: dict[tuple[Level, Rule, Level | None], list[Link]] = {}
    for one in found:
        warning = one.now or one.before
        assert warning is not None  # a change has at least one side
        before = one.before.level if one.before and one.now else None
        link = target_link(edition, one.target)
        grouped.setdefault((warning.level, one.rule, before), []).append(link)
    levels, rules = list(Level), list(Rule)
    ordered = sorted(grouped, key=lambda key: (levels.index(key[0]), rules.index(key[1])))
    return tuple(
        WarningGroup(
            str(rule),
            rule.label(edition.lang),
            str(level),
            level.label(edition.lang),
            before.label(edition.lang) if before else "",
            len(grouped[level, rule, before]),
            tuple(grouped[level, rule, before]) if len(grouped[level, rule, before]) <= LISTED else (),
        )
        for level, rule, before in ordered
    )  # fmt: skip
