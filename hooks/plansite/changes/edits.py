"""What a commit changed in each plan, read from the files it touched, before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

from plansite.changes.change import Both, Change, Kind
from plansite.changes.entries import Entries, differing
from plansite.changes.fields import field_changes
from plansite.changes.log import Commit, Log, read_blobs
from plansite.changes.plans import clause_changes, target_changes
from plansite.load.plans import target_id
from plansite.model import SECTION_OF, Clause, ClauseKind, Plan, Site, Target
from plansite.problems import SourceError
from plansite.records.errors import validated
from plansite.records.plan import SECTION_FILES, ClauseRecord, PlanRecord
from plansite.source.strict_yaml import parse_yaml

DEEP = 100
"""Commits, from the latest, whose files are compared; of older ones the files are named only."""
FILES = 1500
"""Files compared at most, two texts each."""

R = TypeVar("R", ClauseRecord, PlanRecord)
_Found = dict[str, list[Change]]


@dataclass(frozen=True)
class Edits:
    """The edits of a log, with the site as it stands to name things by."""

    site: Site
    root: Path
    log: Log

    @cached_property
    def _texts(self) -> dict[str, tuple[str, str]]:
        """Texts before and after, by commit and path, of the files that are compared."""
        wanted = [
            (f"{commit.id}~1:{path}", f"{commit.id}:{path}")
            for commit in self.log.commits[:DEEP]
            for status, path in commit.files
            if status == "M" and path.endswith((".yml", ".csv"))
        ][:FILES]
        blobs = read_blobs(self.root, (name for pair in wanted for name in pair))
        return {
            after: (blobs[before], blobs[after])
            for before, after in wanted
            if before in blobs and after in blobs
        }

    def of(self, commit: Commit) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """Yield each plan a commit touched with its changes; "" for the catalogue.

        A plan that a commit brought in is one change: recorded.
        """
        found: _Found = {}
        new = {str(PurePosixPath(path).parent) for status, path in commit.files if status == "A" and path.endswith("/plan.yml")}  # fmt: skip
        for status, path in commit.files:
            for plan, changes in self._of_file(commit, status, path):
                if plan and f"plans/{plan}" in new:
                    title = Both.of(self.site.plans[plan].title)
                    found[plan] = [Change(Kind.PLAN_ADDED, plan, plan, title)]
                else:
                    found.setdefault(plan, []).extend(changes)
        for plan in sorted(found):
            if found[plan]:
                yield plan, tuple(found[plan])

    def _of_file(
        self, commit: Commit, status: str, path: str
    ) -> Iterator[tuple[str, list[Change]]]:
        parts = PurePosixPath(path).parts[1:]
        plan = next((name for end in range(len(parts), 0, -1) if (name := "/".join(parts[:end])) in self.site.plans), "")  # fmt: skip
        rest = "/".join(parts)[len(plan) :].strip("/")
        texts = self._texts.get(f"{commit.id}:{path}")
        if plan:
            yield plan, list(self._in_plan(self.site.plans[plan], rest, status, texts))
        elif len(parts) > 2 and parts[-2] == "observations":
            change = _rows(path, status, texts)
            for one in self.site.plans_of("/".join(parts[:-2])):
                if one.clauses and change:
                    yield one.path, [change]
        elif path.endswith(".yml") and (len(parts) == 1 or parts[0] == "indicators"):
            yield "", [_file(path, "/".join(parts), status)]

    def _in_plan(
        self, plan: Plan, rest: str, status: str, texts: tuple[str, str] | None
    ) -> Iterator[Change]:
        place = _place(rest)
        if texts is None or not (place or rest == "plan.yml"):
            yield _file(plan.path, rest, status)
        elif place:
            entries = differing(*texts)
            old, new = (tuple(self._clauses(plan, *place, some)) for some in entries)
            yield from clause_changes(plan.path, old, new)
            units = self.site.units
            before, after = ([t for one in clauses for t in one.targets] for clauses in (old, new))
            yield from target_changes(plan.path, before, after, units)
        else:
            records = [next(_records(text, PlanRecord), None) for text in texts]
            if records[0] and records[1] and (fields := field_changes(records[0], records[1])):
                yield Change(Kind.PLAN_CHANGED, plan.path, "plan.yml", fields=fields)

    def _clauses(
        self, plan: Plan, kind: ClauseKind, domain: str, entries: Entries
    ) -> Iterator[Clause]:
        for ordinal, text in entries:
            for record in _records(text, ClauseRecord):
                targets = tuple(self._targets(plan, record, kind, domain))
                yield Clause(kind, domain, record, targets, ordinal)

    def _targets(
        self, plan: Plan, clause: ClauseRecord, kind: ClauseKind, domain: str
    ) -> Iterator[Target]:
        for item in clause.items:
            indicator = self.site.indicators.get(item.indicator) if item.indicator else None
            if item.indicator and indicator is None:
                continue  # the catalogue no longer has it
            identifier = target_id(item, clause, kind, domain)
            yield Target(identifier, plan.path, kind, domain, clause.number, item, indicator, plan.end, item.origin)  # fmt: skip


def _place(rest: str) -> tuple[ClauseKind, str] | None:
    """Return kind and domain of the clauses a file of a plan holds."""
    folder, _, name = rest.rpartition("/")
    if folder in {"targets", "measures"}:
        return ("target" if folder == "targets" else "measure"), name.removesuffix(".yml")
    return next(((kind, SECTION_OF[kind]) for kind, file in SECTION_FILES.items() if file == rest), None)  # fmt: skip


def _records(text: str, form: type[R]) -> Iterator[R]:
    """Yield the entries of an old text; what does not fit the form of today is left out."""
    try:
        data = parse_yaml(text, "")
    except SourceError:
        return
    for entry in data if isinstance(data, list) else [data]:
        if (record := validated(form, entry, "")[0]) is not None:
            yield record


def _file(place: str, name: str, status: str) -> Change:
    kinds = {"A": Kind.TEXT_ADDED, "D": Kind.TEXT_GONE}
    return Change(kinds.get(status, Kind.TEXT_CHANGED), place, name)


def _rows(path: str, status: str, texts: tuple[str, str] | None) -> Change | None:
    """Return how many rows of figures were added and changed; nothing if none."""
    name = "/".join(PurePosixPath(path).parts[-2:])
    if texts is None:
        return _file(path, name, status)
    old, new = (set(text.splitlines()[1:]) for text in texts)
    added, gone = len(new - old), len(old - new)
    if not added and not gone:
        return None
    kind = Kind.OBSERVATION_CHANGED if gone else Kind.OBSERVATION_ADDED
    return Change(
        kind, path, name,
        before=Both(f"{gone} 行", f"rows: {gone}") if gone else Both(),
        after=Both(f"{added} 行", f"rows: {added}"),
    )  # fmt: skip
