"""Pages of what changed: of the whole site and of each plan, from what to what, why and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plansite.addresses import plan_page
from plansite.changes.change import Both, Change, Kind
from plansite.changes.event import Event
from plansite.edition import Edition
from plansite.markup import foreign_tag
from plansite.model import Plan
from plansite.pages import Heading, Link, Page
from plansite.views.difference import LONGEST, Piece, field_name, pieces
from plansite.views.plan_facts import page_of
from plansite.views.short import short_title

SITE_EVENTS = 150
PLAN_EVENTS = 60
"""Events a page shows; the repository has them all."""
LISTED = 12
"""Changes of one event shown one by one."""
ADDRESS = "changes/"

_TARGETS = {Kind.TARGET_ADDED, Kind.TARGET_GONE, Kind.TARGET_CHANGED}


@dataclass(frozen=True)
class FieldLine:
    """One field that changed."""

    name: str
    pieces: tuple[Piece, ...]
    """What stayed, went and came; without what stayed, the one stands for the other."""

    @property
    def before(self) -> str:
        """Return the words as they were, around what changed."""
        return "".join(one.text for one in self.pieces if one.kind != "new")

    @property
    def after(self) -> str:
        """Return the words as they are, around what changed."""
        return "".join(one.text for one in self.pieces if one.kind != "gone")

    @property
    def within(self) -> bool:
        """Whether the change lies within words that stayed."""
        return any(one.kind == "same" for one in self.pieces)


@dataclass(frozen=True)
class ChangeLine:
    """One change in words."""

    kind: str
    name: str
    before: str
    after: str
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True)
class EventEntry:
    """One event as a page shows it."""

    id: str
    source: str
    plan: Link
    why: str
    commit: str
    lines: tuple[ChangeLine, ...]
    more: int
    counts: tuple[tuple[str, int], ...]
    foreign: bool
    """Whether its words are not in the language of the page."""


Day = tuple[str, tuple[EventEntry, ...]]


def changes_page(edition: Edition) -> Page:
    """Return the changes of the whole site, newest first."""
    title = edition.word("changes")
    days = _days(edition, edition.history.events[:SITE_EVENTS], whole=True)
    return Page(
        address=ADDRESS,
        template="changes",
        title=title,
        description=edition.word("changes_description"),
        view={"heading": title, "plan": None, **_view(edition, days, ADDRESS)},
        headings=tuple(Heading(_anchor(day), day) for day, _ in days),
        kind="report",
        feed=f"{ADDRESS}feed.xml",
        search=False,
    )


def plan_changes_page(edition: Edition, plan: Plan) -> Page:
    """Return the changes of one plan, newest first."""
    title = edition.word("changes")
    days = _days(edition, plan_events(edition, plan)[:PLAN_EVENTS], whole=False)
    address = plan_page(plan, "changes")
    return page_of(
        edition, plan, "changes", "changes", title,
        view={"heading": title, **_view(edition, days, address)},
        description=edition.word("plan_changes_description", title=edition.name(plan.title)),
        kind="report",
        headings=tuple(Heading(_anchor(day), day) for day, _ in days),
        feed=f"{address}feed.xml",
        search=False,
    )  # fmt: skip


def has_changes_page(plan: Plan) -> bool:
    """Return whether a plan has a changes page: if anything of its content is recorded."""
    return bool(plan.clauses)


def plan_events(edition: Edition, plan: Plan) -> tuple[Event, ...]:
    """Return what happened to one plan, newest first."""
    return edition.events_by_plan.get(plan.path, ())


def _view(edition: Edition, days: tuple[Day, ...], address: str) -> dict[str, object]:
    history = edition.history
    note = "" if history.kept else edition.word("no_history")
    return {
        "days": tuple((_anchor(day), day, entries) for day, entries in days),
        "note": edition.word("history_cut") if history.cut else note,
        "feed": f"{address}feed.xml",
    }


def _anchor(day: str) -> str:
    return f"d{day}"


def _days(edition: Edition, events: Iterable[Event], whole: bool) -> tuple[Day, ...]:
    return tuple(
        (day, tuple(_entry(edition, event, whole) for event in group))
        for day, group in groupby(events, key=lambda one: one.when.date().isoformat())
    )


def _entry(edition: Edition, event: Event, whole: bool) -> EventEntry:
    recorded = event.source == "recorded"
    listed = () if recorded or (whole and len(event.changes) > 1) else event.changes[:LISTED]
    counts = Counter(change.kind for change in event.changes)
    return EventEntry(
        id=anchor(event, whole),
        source=edition.word(f"event_{event.source}"),
        plan=_plan_link(edition, event) if whole else Link(""),
        why=event.why[edition.lang],
        commit=event.commit[:12],
        lines=tuple(line(edition, change) for change in listed),
        more=len(event.changes) - len(listed) if listed else 0,
        counts=tuple((edition.word(f"change_{kind}"), counts[kind]) for kind in Kind if counts[kind])
        if not recorded and not listed else (),
        foreign=bool(foreign_tag(event.why[edition.lang], edition.lang)),
    )  # fmt: skip


def anchor(event: Event, whole: bool) -> str:
    """Return the id of an event on its page; on the page of the site it holds the plan as well."""
    return f"{event.id}-{event.plan.replace('/', '-')}" if whole and event.plan else event.id


def _plan_link(edition: Edition, event: Event) -> Link:
    plan = edition.site.plans.get(event.plan)
    if plan is None:
        return Link(edition.word("catalogue"))
    address = plan_page(plan, "changes") + f"#{event.id}" if has_changes_page(plan) else plan_page(plan)  # fmt: skip
    return Link(short_title(edition, plan), address)


def line(edition: Edition, change: Change) -> ChangeLine:
    """Return one change in words; a target by its sentences, unless only its notes changed."""
    same = change.before == change.after
    by_sentence = change.kind in _TARGETS and not same
    fields = () if by_sentence else tuple(_fields(edition, change))
    return ChangeLine(
        kind=edition.word(f"change_{change.kind}"),
        name=_short(change.name[edition.lang] or change.key),
        before="" if same else _said(edition, change.before),
        after="" if same else _said(edition, change.after),
        fields=fields,
    )


def _said(edition: Edition, words: Both) -> str:
    return _short(words[edition.lang])


def _fields(edition: Edition, change: Change) -> Iterator[FieldLine]:
    for one in change.fields[:LISTED]:
        name = field_name(change.kind, one.field, edition.lang)
        yield FieldLine(name, pieces(one.before, one.after))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
