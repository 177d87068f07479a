"""Plans and targets in few words, for cells where many stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansite.addresses import target_page
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.pages import Link
from plansite.records.catalogue import Indicator, Jurisdiction
from plansite.statements import amount, at_the_end, number, stands, wording
from plansite.values import value_of
from plansite.views.figures import unit_words

SIGNS = {
    "at_least": "≥", "at_most": "≤", "above": ">", "below": "<", "about": "≈", "equal": "=",
}  # fmt: skip
"""Comparators as signs; the others have none."""


def years_words(years: Sequence[int]) -> str:
    """Return a period as `2021–2025`, and one year as `2021`."""
    first, last = years
    return str(first) if first == last else f"{first}–{last}"


def short_title(edition: Edition, plan: Plan) -> str:
    """Return a plan as `Daqing City 2021-2025` for narrow places; a draft says that it is one."""
    place = edition.name(plan.jurisdiction.name)
    if plan.series.id == "women":
        return f"{place} {years_words(plan.record.period)}{draft_words(edition, plan)}"
    return f"{place} · {edition.name(plan.title)}{draft_words(edition, plan)}"


def column_title(edition: Edition, plan: Plan) -> str:
    """Return a plan as the head of a column: `Daqing 2021–2025`."""
    years = years_words(plan.record.period)
    return f"{short_place(edition, plan.jurisdiction)} {years}{draft_words(edition, plan)}"


def short_place(edition: Edition, place: Jurisdiction) -> str:
    """Return the name of a place for a label: in English without `City`, where that says enough."""
    return edition.short_names.get(place.slug) or edition.name(place.name)


def draft_words(edition: Edition, plan: Plan) -> str:
    """Return ` (Draft)` for a draft, which its title alone may not say; nothing for others."""
    draft = plan.record.status == "draft"
    return edition.word("in_brackets", text=edition.word("draft")) if draft else ""


def short_wording(edition: Edition, target: Target, bare: bool = False) -> str:
    """Return a target in signs, e.g. `≥95% (2030)`, for cells of a matrix.

    A `bare` one has no unit but %: where the unit stands beside the name of the indicator.
    """
    parts = []
    unit = edition.unit(target)
    for promise in target.promises:
        values = value_of(promise)
        if values and unit and not promise.aim:
            # At the natural end of an indicator there is no more to ask for: 100%, not ≥100%.
            sign = "" if at_the_end(promise, target.indicator) else SIGNS.get(promise.given[0], "")
            last = amount(values[-1], target.indicator, unit, edition.lang)
            if bare and unit.symbol[edition.lang] != "%":
                last = number(values[-1])
            text = f"{number(values[0])}–{last}" if len(values) == 2 else sign + last
        else:
            text = wording(promise, target.indicator, unit, edition.lang)
        if not stands(promise, unit):
            text += edition.word("in_brackets", text=target.year(promise))
        parts.append(text)
    return edition.word("semicolon").join(parts)


def short_links(
    edition: Edition, targets: Iterable[Target], bare: bool = False
) -> tuple[Link, ...]:
    """Return links to targets of one plan; what it promises twice in the same words stands once."""
    found: dict[str, Link] = {}
    for one in targets:
        text = short_wording(edition, one, bare)
        found.setdefault(text, Link(text, target_page(one)))
    return tuple(found.values())


def unit_beside(edition: Edition, indicator: Indicator) -> str:
    """Return the unit that stands beside a name where values are bare; % stands with each value."""
    per_cent = edition.site.units[indicator.unit].symbol[edition.lang] == "%"
    return "" if per_cent and not indicator.counted else unit_words(edition, indicator)
