"""Statuses, tallies and warnings as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plansite.assessing import Assessed
from plansite.edition import Edition
from plansite.model import Plan, Target
from plansite.progress import Status, Tally, percent, tally
from plansite.progress.method import RATE_COVERAGE

ORDER = (
    Status.ACHIEVED, Status.MET_EARLY, Status.ON_TRACK, Status.IMPROVING, Status.STABLE,
    Status.BEHIND, Status.SLIPPED, Status.FAR_BEHIND, Status.REGRESSING, Status.WORSENING,
    Status.NOT_ACHIEVED, Status.INSUFFICIENT, Status.AWAITING_FINAL, Status.NOT_COMPARABLE,
    Status.NO_DATA,
)  # fmt: skip
"""Order of statuses in strips: good to bad, then what can not be judged."""


@dataclass(frozen=True)
class StatusMark:
    """A status: its code (for the shape and colour) and its word."""

    code: str
    word: str


@dataclass(frozen=True)
class StripPart:
    """One status of a strip, with its count."""

    status: StatusMark
    count: int


@dataclass(frozen=True)
class TallyView:
    """Counts by status, and 达标率 with its coverage in the same words."""

    parts: tuple[StripPart, ...]
    total: int
    met: int
    assessable: int
    rate: str
    """`75.0 % met (3 met / 4 assessable / 6 targets)`, or counts alone where few are assessable."""

    @property
    def known(self) -> int:
        """Return how many targets have any figure."""
        silent = (part.count for part in self.parts if part.status.code == Status.NO_DATA)
        return self.total - sum(silent)


def status_mark(edition: Edition, status: Status) -> StatusMark:
    """Return a status in the words of the edition."""
    return StatusMark(str(status), status.label(edition.lang))


def assessed_of(edition: Edition, plan: Plan, figures: bool = False) -> list[Assessed]:
    """Return the assessed targets of a plan; with `figures`, only those that have any."""
    return [
        one
        for target in plan.targets
        if (one := edition.assessed.get((plan.path, target.id)))
        and (not figures or one.assessment.latest_value is not None)
    ]


def target_status(edition: Edition, target: Target) -> StatusMark | None:
    """Return the status of a target; None where the method does not apply."""
    assessed = edition.assessed.get((target.plan, target.id))
    return status_mark(edition, assessed.assessment.status) if assessed else None


def tally_view(edition: Edition, targets: Iterable[Target]) -> TallyView:
    """Return the tally of targets; those the method does not apply to are left out."""
    found = [
        assessed.assessment.status
        for target in targets
        if (assessed := edition.assessed.get((target.plan, target.id)))
    ]
    counts = tally(found)
    parts = tuple(
        StripPart(status_mark(edition, status), counts.counts[status])
        for status in ORDER
        if counts.counts[status]
    )
    return TallyView(
        parts, counts.total, counts.met, counts.assessable, rate_words(edition, counts)
    )


def coverage_words(edition: Edition, counted: TallyView) -> str:
    """Return in one sentence how much is known, so that a mostly grey bar does not look broken."""
    key = "none" if not counted.known else "all" if counted.known == counted.total else "some"
    silent = counted.total - counted.known
    return edition.word(f"coverage_{key}", known=counted.known, total=counted.total, silent=silent)


def rate_words(edition: Edition, counts: Tally) -> str:
    """Return 达标率 with met, assessable and total; the counts alone if too few are assessable."""
    numbers = {"met": counts.met, "assessable": counts.assessable, "total": counts.total}
    if counts.rate is None:
        return edition.word("rate_none", total=counts.total)
    if not counts.telling:
        return edition.word("rate_few", least=f"{percent(RATE_COVERAGE, 0):f}", **numbers)
    return edition.word("rate", rate=f"{percent(counts.rate):f}", **numbers)
