"""Early warnings: rule, numbers, level, responsible bodies, since when; and their feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plansite.addresses import body_page, plan_page, target_page
from plansite.assessing import Assessed
from plansite.atom import Entry, Feed, atom
from plansite.edition import Edition
from plansite.model import Plan
from plansite.pages import Heading, Link, Page
from plansite.progress import EarlyWarning, Level, Rule
from plansite.statements import subject
from plansite.views.figures import day_words
from plansite.views.paging import Part, part_page, split_by_place
from plansite.views.short import short_title, short_wording
from plansite.views.warning_words import numbers_words

DATA_RULES = {
    Rule.MISSING, Rule.STALE, Rule.GAP, Rule.SUBST, Rule.BREAK, Rule.PROVISIONAL, Rule.LOWCOUNT,
}  # fmt: skip
"""Rules about the data rather than about the course; listed apart, with the data gaps."""

MOST_WARNINGS = 200
"""So many warnings and plans stand on one page; with more, places have pages of their own."""
FEED_ENTRIES = 200
"""So many warnings stand in the feed, the latest; the data file has all."""
MOST_GRAVEST = 30
"""So many warnings come first where the rest stands on pages of places."""

Pair = tuple[Assessed, EarlyWarning]
DataCounts = tuple[Link, tuple[tuple[str, str, int], ...]]
"""A plan, and how often each rule about its data spoke: rule, its name, count."""


@dataclass(frozen=True)
class WarningRow:
    """One warning as a table shows it."""

    id: str
    level: str
    level_word: str
    rule: str
    rule_word: str
    subject: Link
    plan: Link
    promise: str
    evidence: str
    bodies: tuple[Link, ...]
    since: str


def warnings_pages(edition: Edition) -> Iterator[Page]:
    """Yield the warnings about own plans and those of the tiers above: one page, or by place."""
    found: dict[str, list[Pair]] = {}
    for pair in _standing(edition, data=False):
        found.setdefault(pair[0].plan.path, []).append(pair)
    data = _data_counts(edition)

    def rows(plan: Plan) -> int:
        return len(found.get(plan.path, ()))

    def size(plan: Plan) -> int:
        return rows(plan) + 1

    plans = [one for one in edition.site.plans.values() if one.path in data or one.path in found]
    whole = split_by_place(
        edition, "warnings/", plans, lambda one: one.jurisdiction.slug, MOST_WARNINGS, size
    )
    for part in whole.walk():
        page = _page(edition, part, _shown(part, found), data)
        yield part_page(edition, page, part, rows)


def _shown(part: Part[Plan], found: dict[str, list[Pair]]) -> list[Pair]:
    """Return the warnings that the page of a part lists: the gravest, and all of its own plans."""
    own = {plan.path for plan in part.own}
    below = _gravest_first([pair for plan in part.rows for pair in found.get(plan.path, ())])
    first = MOST_GRAVEST if part.parts else 0
    return [pair for at, pair in enumerate(below) if at < first or pair[0].plan.path in own]


def _page(
    edition: Edition, part: Part[Plan], shown: list[Pair], data: dict[str, DataCounts]
) -> Page:
    course = [_row(edition, one, warning) for one, warning in shown]
    groups = tuple(
        (str(level), _as_heading(level.label(edition.lang)), rows)
        for level in Level
        if (rows := tuple(row for row in course if row.level == level))
    )
    counted = [
        (plan.record.role == "own", data[plan.path]) for plan in part.own if plan.path in data
    ]
    return Page(
        address="warnings/",
        template="warnings",
        title=edition.word("warnings"),
        description=edition.word("warnings_description", count=len(course)),
        view={
            "as_of": day_words(edition.site.settings.as_of, edition.lang),
            "groups": groups,
            "data": tuple(one for own, one in counted if own),
            "data_above": tuple(one for own, one in counted if not own),
        },
        headings=(
            *(Heading(key, name) for key, name, _ in groups),
            Heading("data", edition.word("warnings_data")),
        ),
        kind="report",
        wide=True,
    )  # fmt: skip


def _as_heading(words: str) -> str:
    """Return words as a heading begins: `amber` as `Amber`."""
    return words[:1].upper() + words[1:]


def warning_rows(edition: Edition, data: bool) -> tuple[WarningRow, ...]:
    """Return the standing warnings, red first; about the data or about the course."""
    return tuple(_row(edition, one, warning) for one, warning in _standing(edition, data))


def pressing(edition: Edition, most: int) -> tuple[WarningRow, ...]:
    """Return the most pressing warnings about the course of an indicator."""
    found = [pair for pair in _standing(edition, data=False) if pair[1].level != Level.INFO]
    return tuple(_row(edition, one, warning) for one, warning in found[:most])


def _standing(edition: Edition, data: bool) -> list[Pair]:
    """Return targets with each standing warning, red first."""
    return _gravest_first(
        (one, warning)
        for one in _listed(edition)
        for warning in one.assessment.warnings
        if (warning.rule in DATA_RULES) == data
    )


def _gravest_first(found: Iterable[Pair]) -> list[Pair]:
    levels = list(Level)
    return sorted(found, key=lambda pair: levels.index(pair[1].level))


def _listed(edition: Edition) -> Iterator[Assessed]:
    for one in edition.assessed.values():
        if one.plan.record.role != "peer" and one.plan.record.status != "superseded":
            yield one


def _row(edition: Edition, one: Assessed, warning: EarlyWarning) -> WarningRow:
    raised = next(
        (
            span.raised_on
            for span in one.warning_history
            if span.rule is warning.rule and not span.cleared_on
        ),
        None,
    )
    return WarningRow(
        id=f"{one.plan.path.replace('/', '-')}-{one.target.id}-{warning.rule}",
        level=str(warning.level),
        level_word=warning.level.label(edition.lang),
        rule=str(warning.rule),
        rule_word=warning.rule.label(edition.lang),
        subject=Link(subject(one.target, edition.lang), target_page(one.target)),
        plan=Link(short_title(edition, one.plan), plan_page(one.plan)),
        promise=short_wording(edition, one.target),
        evidence=numbers_words(edition, one, warning),
        bodies=bodies_of(edition, one),
        since=raised.isoformat() if raised else "",
    )


def bodies_of(edition: Edition, one: Assessed) -> tuple[Link, ...]:
    """Return the bodies that answer for a target."""
    named = edition.bodies_named.get((one.plan.path, one.target.id), ())
    bodies = [edition.site.bodies[name] for name in named]
    return tuple(Link(edition.name(body.name), body_page(body.id)) for body in bodies)


def _data_counts(edition: Edition) -> dict[str, DataCounts]:
    """Return how many warnings about the data each plan has, by its path; those without left out."""
    by_plan: dict[str, Counter[Rule]] = {}
    for one in _listed(edition):
        counts = by_plan.setdefault(one.plan.path, Counter())
        counts.update(w.rule for w in one.assessment.warnings if w.rule in DATA_RULES)
    found = {}
    for path, counts in by_plan.items():
        plan = edition.site.plans[path]
        parts = tuple((str(r), r.label(edition.lang), counts[r]) for r in Rule if counts[r])
        if parts:
            found[path] = (Link(short_title(edition, plan), plan_page(plan)), parts)
    return found


def feed(edition: Edition, root: str) -> str:
    """Return the warnings about the course as an Atom feed; `root` is the site's address."""
    as_of = edition.site.settings.as_of.isoformat()
    home = f"{root}{'' if edition.lang == 'zh' else 'en/'}"
    about = Feed(
        lang=edition.lang,
        id=f"{home}warnings/",
        title=edition.word("warnings"),
        updated=f"{as_of}T00:00:00Z",
        author=edition.name(edition.site.settings.publisher),
        here=f"{home}warnings/feed.xml",
        page=f"{home}warnings/",
        path="warnings/feed.xml",
    )
    rows = sorted(
        warning_rows(edition, data=False), key=lambda row: row.since or as_of, reverse=True
    )
    return atom(about, (_entry(edition, row, home, as_of) for row in rows[:FEED_ENTRIES]))


def _entry(edition: Edition, row: WarningRow, home: str, as_of: str) -> Entry:
    return Entry(
        id=f"{home}warnings/#{row.id}",
        title=f"{row.level_word} {row.rule_word}{edition.word('colon')}{row.subject.text}"
        f"{edition.word('in_brackets', text=row.plan.text)}",
        address=f"{home}{row.subject.address}",
        updated=f"{row.since or as_of}T00:00:00Z",
        summary=row.evidence,
    )
