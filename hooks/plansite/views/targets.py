"""Rows of target tables: ready strings for one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plansite.addresses import indicator_page, plan_page, target_page
from plansite.alignment import Alignment, Relation
from plansite.assessing import why_unassessed
from plansite.edition import Edition
from plansite.model import Target
from plansite.pages import Link
from plansite.statements import (
    amount,
    directed,
    stands,
    stretch_wording,
    subject,
    wording,
)
from plansite.values import value_of
from plansite.views.amendments import EarlierMark, earlier_marks
from plansite.views.passages import target_passage
from plansite.views.short import short_title
from plansite.views.source_links import source_link
from plansite.views.statuses import StatusMark, target_status


@dataclass(frozen=True)
class Milestone:
    """What is promised for one year."""

    text: str
    year: str
    """Empty for a standing duty: a time limit or a frequency is not reached by a year."""
    year_stated: bool
    printed: str
    stretch: bool = False


@dataclass(frozen=True)
class RelationMark:
    """How a target stands to one above: the relation in a word, with both numbers."""

    code: str
    word: str
    reason: str
    superior: Link
    theirs: str


@dataclass(frozen=True)
class TargetRow:
    """One target as a table shows it."""

    id: str
    plan: Link
    place: Link
    spot: str
    """Its place without the domain, for the page of the domain; empty where it is not known."""
    subject: Link
    name_printed: str
    text: str
    milestones: tuple[Milestone, ...]
    baseline: str
    baseline_source: Link | None
    relations: tuple[RelationMark, ...]
    others: tuple[RelationMark, ...]
    """Links of subject only: same theme, other population or measure."""
    strength: str
    directed: bool
    """Whether the promise says more than the subject."""
    note: str
    sort_value: str
    sort_year: int
    tier: str = ""
    of: str = ""
    """Slug of the plan's place."""
    status: StatusMark | None = None
    unassessed: str = ""
    """Why there is no status, a word of UNASSESSED."""
    passage: Link | None = None
    """Its words in the official text, where it has a sub-item of its own."""
    earlier: tuple[EarlierMark, ...] = ()
    """Versions that were amended, latest first."""
    clause: str = ""
    """Anchor of its clause, in a table that stands for the clauses."""
    title: str = ""
    """Title of its clause, in such a table, where it is not the name of the subject."""

    @property
    def stepped(self) -> bool:
        """Whether its values are due in different years, so that each has to name its own."""
        return len({one.year for one in self.milestones if one.year}) > 1


def target_rows(edition: Edition, targets: Iterable[Target]) -> tuple[TargetRow, ...]:
    """Return the rows for a table of targets."""
    return tuple(target_row(edition, target) for target in targets)


def target_row(edition: Edition, target: Target) -> TargetRow:
    """Return one row."""
    return edition.once(_target_row, target)


def _target_row(edition: Edition, target: Target) -> TargetRow:
    plan = edition.site.plans[target.plan]
    indicator, record = target.indicator, target.record
    values = value_of(target.promises[-1])
    marks = relation_marks(edition, target)
    baseline, source = "", None
    if record.baseline:
        unit = edition.unit(target)
        value = amount(record.baseline.value, indicator, unit, edition.lang) if unit else ""
        baseline = edition.word("value_in_year", value=value, year=record.baseline.year)
        source = source_link(edition, record.baseline.source)
        if record.baseline.source == plan.record.source:
            source = Link(edition.word("own_document"), source.address)
    return TargetRow(
        id=target.id,
        plan=Link(edition.name(plan.title), plan_page(plan)),
        place=Link(place_words(edition, target), target_page(target)),
        spot=spot_words(edition, target),
        subject=Link(
            subject(target, edition.lang), indicator_page(indicator.id) if indicator else ""
        ),
        name_printed=record.name_printed or "",
        text=edition.name(record.text),
        milestones=milestones(edition, target),
        baseline=baseline,
        baseline_source=source,
        relations=tuple(one for one in marks if not one.reason),
        others=tuple(one for one in marks if one.reason),
        strength=target.strength,
        directed=directed(target),
        note=edition.name(record.note),
        sort_value=str(values[0]) if values else "",
        sort_year=target.year(target.promises[-1]),
        tier=plan.jurisdiction.tier,
        of=plan.jurisdiction.slug,
        status=target_status(edition, target),
        unassessed=why_unassessed(target),
        passage=target_passage(edition, target),
        earlier=earlier_marks(edition, target),
    )


def milestones(edition: Edition, target: Target) -> tuple[Milestone, ...]:
    """Return the promises of a target with their years."""
    return edition.once(_milestones, target)


def _milestones(edition: Edition, target: Target) -> tuple[Milestone, ...]:
    unit = edition.unit(target)
    found = [
        Milestone(
            text=wording(promise, target.indicator, unit, edition.lang),
            year="" if stands(promise, unit) else str(target.year(promise)),
            year_stated=promise.by is not None,
            printed=printed_words(promise.printed, promise.value_printed),
        )
        for promise in target.promises
    ]
    if stretch := target.record.stretch:
        found.append(
            Milestone(
                text=stretch_wording(stretch, target.indicator, unit, edition.lang),
                year=str(target.year(stretch)),
                year_stated=stretch.by is not None,
                printed=printed_words(stretch.printed, stretch.value_printed),
                stretch=True,
            )
        )
    return tuple(found)


def printed_words(printed: str | None, value: str | None) -> str:
    """Return the comparator words of the document with the figure as printed, if it differs."""
    if printed and value:
        return printed.replace("…", value) if "…" in printed else f"{printed} {value}"
    return printed or value or ""


def place_words(edition: Edition, target: Target) -> str:
    """Return where in the document a target stands, e.g. `Health, target 4.2`, or `Health`."""
    plan = edition.site.plans[target.plan]
    words = spot_words(edition, target)
    if target.kind in {"target", "measure"}:
        domain = edition.name(plan.domain_short(target.domain))
        return edition.word("in_domain", domain=domain, place=words) if words else domain
    return words or edition.word("at_unknown")


def spot_words(edition: Edition, target: Target) -> str:
    """Return where in its domain or section a target stands, e.g. `target 4.2`; empty if unknown."""
    number = target.number or ""
    if target.record.sub:
        number = f"{number}.{target.record.sub}"
    return edition.word(f"at_{target.kind}", number=number) if number else ""


def relation_marks(edition: Edition, target: Target) -> tuple[RelationMark, ...]:
    """Return the links of a target to the tiers above."""
    links = edition.alignments_by_target.get((target.plan, target.id), ())
    return tuple(relation_mark(edition, one) for one in links)


def relation_mark(edition: Edition, one: Alignment) -> RelationMark:
    """Return one link upwards in words, with the number of the plan above."""
    word = edition.word(f"relation_{one.relation}")
    if one.superior is None:
        return RelationMark(one.relation, word, "", Link(""), "")
    plan = edition.site.plans[one.superior.plan]
    reason = edition.word(f"reason_{one.reason}") if one.reason else ""
    theirs = edition.word("semicolon").join(
        edition.word("wanted_by", text=item.text, year=item.year) if item.year else item.text
        for item in milestones(edition, one.superior)
    )
    if one.relation is Relation.NOT_COMPARABLE:
        theirs = f"{subject(one.superior, edition.lang)} · {theirs}"
    return RelationMark(
        one.relation,
        word,
        reason,
        Link(short_title(edition, plan), target_page(one.superior)),
        theirs,
    )
