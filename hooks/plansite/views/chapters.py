"""The parts of a plan as its pages show them: made once, for the page of each and the whole in print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plansite.edition import Edition
from plansite.model import ClauseKind, Plan
from plansite.views.clauses import ClauseView, Serving, clause_view, serving
from plansite.views.targets import TargetRow, target_rows

_GROUPS: tuple[ClauseKind, ...] = ("project", "organisation", "monitoring")


@dataclass(frozen=True)
class Chapter:
    """A domain of the plan."""

    id: str
    name: str
    overview: str
    numeric: tuple[TargetRow, ...]
    targets: tuple[ClauseView, ...]
    measures: tuple[ClauseView, ...]

    @property
    def listed(self) -> tuple[TargetRow, ...]:
        """Its targets as one table, where no clause says more than its rows: as of a plan in part."""
        if any(map(_tells, self.targets)):
            return ()
        return tuple(
            replace(row, clause="" if at else one.anchor, title=_title(one, row))
            for one in self.targets
            for at, row in enumerate(one.rows)
        )


@dataclass(frozen=True)
class Group:
    """Clauses of one kind that belong to no domain."""

    kind: ClauseKind
    heading: str
    clauses: tuple[ClauseView, ...]


def _tells(one: ClauseView) -> bool:
    """Whether a clause says more than its title and its rows."""
    return not one.rows or bool(
        one.summary or one.bodies or one.serves or one.served_by or one.passage
    )


def _title(one: ClauseView, row: TargetRow) -> str:
    """Return the title of a clause beside the name of what its row is about, if it differs."""
    return "" if one.title in {row.subject.text, row.text, row.name_printed} else one.title


def chapters(edition: Edition, plan: Plan) -> tuple[Chapter, ...]:
    """Return the domains that have a target or a measure, in the plan's order."""
    servants = serving(plan)
    domains = (one for one in plan.record.domains if edition.has_domain(plan, one))
    return tuple(_chapter(edition, plan, domain, servants) for domain in domains)


def groups(edition: Edition, plan: Plan) -> tuple[Group, ...]:
    """Return projects, organisation and monitoring, as far as the plan has them."""
    return tuple(_groups(edition, plan))


def _groups(edition: Edition, plan: Plan) -> Iterator[Group]:
    for kind in _GROUPS:
        if clauses := tuple(clause_view(edition, plan, one) for one in plan.clauses_of(kind)):
            yield Group(kind, edition.word(f"heading_{kind}"), clauses)


def _chapter(edition: Edition, plan: Plan, domain: str, servants: Serving) -> Chapter:
    prose = plan.prose.get((domain, edition.lang))
    return Chapter(
        id=domain,
        name=edition.name(plan.domain_name(domain)),
        overview=prose.markdown if prose else "",
        numeric=target_rows(
            edition,
            (one for one in plan.targets if one.domain == domain and one.strength != "qualitative"),
        ),
        targets=tuple(
            clause_view(edition, plan, one, servants) for one in plan.clauses_of("target", domain)
        ),
        measures=tuple(
            clause_view(edition, plan, one) for one in plan.clauses_of("measure", domain)
        ),
    )
