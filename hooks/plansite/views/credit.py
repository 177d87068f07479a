"""Where the figures and targets of a picture come from, in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansite.edition import Edition
from plansite.model import Observation

MOST_PLANS = 3
"""More plans than this are counted, not named."""


def credit(edition: Edition, rows: Iterable[Observation], plans: Sequence[str]) -> tuple[str, ...]:
    """Return who published the figures, and which plans set the targets; `plans` are titles."""
    comma = edition.word("comma")
    sources = (edition.site.sources[one] for one in dict.fromkeys(row.source for row in rows))
    names = comma.join(dict.fromkeys(edition.name(one.publisher or one.title) for one in sources))
    many = edition.word("credit_plans", count=len(plans))
    titles = comma.join(plans) if len(plans) <= MOST_PLANS else many
    return (
        *((edition.word("credit_figures", names=names),) if names else ()),
        *((edition.word("credit_targets", names=titles),) if titles else ()),
    )
