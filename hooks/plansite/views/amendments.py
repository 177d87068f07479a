"""What a target promised before a later document amended it."""

from __future__ import annotations

from dataclasses import dataclass

from plansite.edition import Edition
from plansite.model import Target
from plansite.pages import Link
from plansite.statements import dated
from plansite.versions import versions
from plansite.views.source_links import source_link


@dataclass(frozen=True)
class EarlierMark:
    """What a target promised before it was amended, with the days that held and the document."""

    text: str
    held: str
    document: Link
    reason: str


def earlier_marks(edition: Edition, target: Target) -> tuple[EarlierMark, ...]:
    """Return what a target promised before, latest first; nothing if it was never amended."""
    if not target.record.earlier:
        return ()
    unit = edition.unit(target)
    issued = edition.site.plans[target.plan].record.issued_on
    found = [
        EarlierMark(
            text=dated(one.target, unit, edition.lang),
            held=edition.word("held", since=one.since or issued or edition.word("issue_of_plan"), until=one.until),
            document=source_link(edition, one.ended_by.amended_by),
            reason=edition.name(one.ended_by.reason),
        )
        for one in versions(target)
        if one.ended_by
    ]  # fmt: skip
    return tuple(reversed(found))
