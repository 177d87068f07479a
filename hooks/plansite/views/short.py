"""Plans and targets in few words, for cells where many stand."""

from __future__ import annotations

from collections.abc import Iterable

from plansite.addresses import target_page
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.pages import Link
from plansite.statements import amount, at_the_end, number, wording
from plansite.values import value_of

SIGNS = {
    "at_least": "≥", "at_most": "≤", "above": ">", "below": "<", "about": "≈", "equal": "=",
}  # fmt: skip
"""Comparators as signs; the others have none."""


def short_title(edition: Edition, plan: Plan) -> str:
    """Return a plan as `Daqing City 2021-2025` for narrow places; a draft says that it is one."""
    first, last = plan.record.period
    place = edition.name(plan.jurisdiction.name)
    if plan.series.id == "women":
        return f"{place} {first}–{last}{draft_words(edition, plan)}"
    return f"{place} · {edition.name(plan.title)}{draft_words(edition, plan)}"


def draft_words(edition: Edition, plan: Plan) -> str:
    """Return ` (Draft)` for a draft, which its title alone may not say; nothing for others."""
    draft = plan.record.status == "draft"
    return edition.word("in_brackets", text=edition.word("draft")) if draft else ""


def short_wording(edition: Edition, target: Target) -> str:
    """Return a target in signs, e.g. `≥95% (2030)`, for cells of a matrix."""
    parts = []
    for promise in target.promises:
        values = value_of(promise)
        unit = edition.unit(target)
        if values and unit and not promise.aim:
            # At the natural end of an indicator there is no more to ask for: 100%, not ≥100%.
            sign = "" if at_the_end(promise, target.indicator) else SIGNS.get(promise.given[0], "")
            text = sign + amount(values[0], target.indicator, unit, edition.lang)
            if len(values) == 2:
                text = (
                    f"{number(values[0])}–{amount(values[1], target.indicator, unit, edition.lang)}"
                )
        else:
            text = wording(promise, target.indicator, unit, edition.lang)
        parts.append(text + edition.word("in_brackets", text=target.year(promise)))
    return edition.word("semicolon").join(parts)


def short_links(edition: Edition, targets: Iterable[Target]) -> tuple[Link, ...]:
    """Return links to targets of one plan; what it promises twice in the same words stands once."""
    found: dict[str, Link] = {}
    for one in targets:
        text = short_wording(edition, one)
        found.setdefault(text, Link(text, target_page(one)))
    return tuple(found.values())
