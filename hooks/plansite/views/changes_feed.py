"""Atom feeds of what changed (RFC 4287): one for the site, one for each plan."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from plansite.addresses import plan_page
from plansite.changes.event import Event
from plansite.edition import Edition
from plansite.views.changes import ADDRESS, anchor, has_changes_page, line, plan_events

ENTRIES = 40
"""Entries of a feed, newest first."""
_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


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
    language = "zh-Hans" if edition.lang == "zh" else "en"
    feed = ET.Element(f"{{{_ATOM}}}feed", {_XML_LANG: language})
    _text(feed, "id", _identifier(edition, address))
    _text(feed, "title", title)
    start = f"{edition.site.settings.as_of.isoformat()}T00:00:00Z"
    _text(feed, "updated", _time(events[0]) if events else start)
    _link(feed, "self", f"{here}feed.xml", "application/atom+xml")
    _link(feed, "alternate", here or "./", "text/html")
    author = ET.SubElement(feed, f"{{{_ATOM}}}author")
    _text(author, "name", edition.name(edition.site.settings.publisher))
    for event in events[:ENTRIES]:
        _entry(feed, edition, event, here, address, whole)
    ET.register_namespace("", _ATOM)
    ET.indent(feed, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(
    feed: ET.Element, edition: Edition, event: Event, here: str, address: str, whole: bool
) -> None:
    entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
    mark = anchor(event, whole)
    _text(entry, "id", _identifier(edition, f"{address}#{mark}"))
    plan = edition.site.plans.get(event.plan)
    about = edition.name(plan.title) if plan else edition.word("catalogue")
    words = [edition.word(f"event_{event.source}"), about, event.why[edition.lang]]
    _text(entry, "title", " · ".join(filter(None, words)))
    _text(entry, "updated", _time(event))
    _link(entry, "alternate", f"{here or './'}#{mark}", "text/html")
    _text(entry, "summary", "\n".join(_lines(edition, event)) or words[0])


def _lines(edition: Edition, event: Event) -> Iterator[str]:
    for change in event.changes[:ENTRIES]:
        one = line(edition, change)
        way = " → ".join([one.before or "—", one.after or "—"]) if one.before or one.after else ""
        yield edition.word("colon").join(filter(None, [one.kind, " ".join(filter(None, [one.name, way]))]))  # fmt: skip
        yield from (f"{field}: {before or '—'} → {after or '—'}" for field, before, after in one.fields)  # fmt: skip
    if (rest := len(event.changes) - ENTRIES) > 0:
        yield edition.word("and_more", count=rest)


def _identifier(edition: Edition, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'plansite:{edition.lang}:{name}')}"


def _time(event: Event) -> str:
    return event.when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "type": kind, "href": address})
