"""Feeds of what changed: one for the site, one for each plan."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from plansite.addresses import plan_page
from plansite.atom import Entry, Feed, atom
from plansite.changes.event import Event
from plansite.edition import Edition
from plansite.views.changes import ADDRESS, anchor, has_changes_page, line, plan_events

ENTRIES = 40
"""Entries of a feed, newest first."""


def change_feeds(edition: Edition, root: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of every feed of one language; `root` is the site's address, if known."""
    yield f"{ADDRESS}feed.xml", _feed(edition, root, ADDRESS, edition.word("changes"), edition.history.events, True)  # fmt: skip
    for plan in edition.site.plans.values():
        if has_changes_page(plan):
            address = plan_page(plan, "changes")
            title = f"{edition.word('changes')} · {edition.name(plan.title)}"
            yield f"{address}feed.xml", _feed(edition, root, address, title, plan_events(edition, plan), False)  # fmt: skip


def _feed(
    edition: Edition, root: str, address: str, title: str, events: tuple[Event, ...], whole: bool
) -> str:
    """Return a feed. Its ids do not depend on the address; links are relative without one."""
    here = f"{root}{'' if edition.lang == 'zh' else 'en/'}{address}" if root else ""
    start = f"{edition.site.settings.as_of.isoformat()}T00:00:00Z"
    feed = Feed(
        lang=edition.lang,
        id=_identifier(edition, address),
        title=title,
        updated=_time(events[0]) if events else start,
        author=edition.name(edition.site.settings.publisher),
        here=f"{here}feed.xml",
        page=here or "./",
        path=f"{address}feed.xml",
    )
    return atom(feed, (_entry(edition, one, here, address, whole) for one in events[:ENTRIES]))


def _entry(edition: Edition, event: Event, here: str, address: str, whole: bool) -> Entry:
    mark = anchor(event, whole)
    plan = edition.site.plans.get(event.plan)
    about = edition.name(plan.title) if plan else edition.word("catalogue")
    words = [edition.word(f"event_{event.source}"), about, event.why[edition.lang]]
    return Entry(
        id=_identifier(edition, f"{address}#{mark}"),
        title=" · ".join(filter(None, words)),
        address=f"{here or './'}#{mark}",
        updated=_time(event),
        summary="\n".join(_lines(edition, event)) or words[0],
    )


def _lines(edition: Edition, event: Event) -> Iterator[str]:
    for change in event.changes[:ENTRIES]:
        one = line(edition, change)
        way = " → ".join([one.before or "—", one.after or "—"]) if one.before or one.after else ""
        yield edition.word("colon").join(filter(None, [one.kind, " ".join(filter(None, [one.name, way]))]))  # fmt: skip
        yield from (f"{field.name}{edition.word('colon')}{field.before or '—'} → {field.after or '—'}" for field in one.fields)  # fmt: skip
    if (rest := len(event.changes) - ENTRIES) > 0:
        yield edition.word("and_more", count=rest)


def _identifier(edition: Edition, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'plansite:{edition.lang}:{name}')}"


def _time(event: Event) -> str:
    return event.when.strftime("%Y-%m-%dT%H:%M:%SZ")
