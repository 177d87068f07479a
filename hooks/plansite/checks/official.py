"""Rules about official texts: record and text have the same places, and the words still stand."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.checks.prose import shape_problems
from plansite.evaluation import Prose
from plansite.model import Plan, Site
from plansite.official import NO_DOMAIN, OfficialText, place_of
from plansite.problems import Origin, Problem

RENEW = "scripts/lock_official.py"


def check_passages(site: Site) -> Iterator[Problem]:
    """Every recorded clause has its passage, and every numbered passage its record."""
    for plan in site.plans.values():
        if not (text := plan.official):
            continue
        if not text.lines:
            yield _warning(
                text.origin,
                "没有锚点 {#…}；请用 scripts/import_document.py 导入文件",
                "there is no anchor {#…}; import the document with scripts/import_document.py",
            )
            continue
        recorded = dict(_recorded(plan))
        for anchor, origin in recorded.items():
            if not text.passage(anchor):
                yield _warning(
                    origin,
                    f"正式文本中没有锚点为 {anchor} 的段落；请核对编号或补锚点",
                    f"the official text has no passage {anchor}; check the number or add the anchor",
                )
        if plan.record.completeness.recorded == "full":
            yield from _unrecorded(plan, text, recorded)


def check_shape(site: Site) -> Iterator[Problem]:
    """An official text can be read as Markdown in reasonable time."""
    for plan in site.plans.values():
        if plan.official:
            yield from shape_problems(Prose(plan.official.markdown, plan.official.origin))


def check_anchors(site: Site) -> Iterator[Problem]:
    """An anchor stands once in an official text."""
    for plan in site.plans.values():
        if not (text := plan.official):
            continue
        seen: set[str] = set()
        for anchor, line in text.places:
            if anchor in seen:
                yield _warning(
                    Origin(text.origin.path, line),
                    f"锚点 {anchor} 重复；只有第一处有效，请改正",
                    f"the anchor {anchor} stands twice; only the first counts, correct this one",
                )
            seen.add(anchor)


def check_lock(site: Site) -> Iterator[Problem]:
    """The words of a passage are those that were recorded."""
    for plan in site.plans.values():
        text = plan.official
        if text is None or not text.lines:
            continue
        if text.lock is None:
            yield _warning(
                text.origin,
                f"没有 official.lock.yml，文字改动无从发现；请运行 {RENEW}",
                f"there is no official.lock.yml, so changed words go unnoticed; run {RENEW}",
            )
            continue
        yield from _changes(text)


def _changes(text: OfficialText) -> Iterator[Problem]:
    known = text.lock.hashes if text.lock else {}
    for anchor, mark in text.hashes.items():
        if anchor not in known:
            yield _warning(
                text.at(anchor),
                f"段落 {anchor} 在收录之后新增；请阅读后用 {RENEW} 更新",
                f"passage {anchor} is new since the text was recorded; read it and renew the lock with {RENEW}",
            )
        elif known[anchor] != mark:
            yield _warning(
                text.at(anchor),
                f"段落 {anchor} 的文字在收录之后有改动；请重读后用 {RENEW} 更新",
                f"passage {anchor} has changed since it was recorded; read it again and renew the lock with {RENEW}",
            )
    for anchor in known:
        if text.lock and anchor not in text.hashes:
            yield _warning(
                text.lock.origin(anchor),
                f"段落 {anchor} 已不在正式文本中；请核对后用 {RENEW} 更新",
                f"passage {anchor} is gone from the official text; check it and renew the lock with {RENEW}",
            )


def _recorded(plan: Plan) -> Iterator[tuple[str, Origin]]:
    """Yield the anchor of each clause and of each sub-item, and where it is recorded."""
    for clause in plan.clauses:
        yield clause.passage, clause.record.origin
        for target in clause.targets:
            if target.passage:
                yield target.passage, target.origin


def _unrecorded(plan: Plan, text: OfficialText, recorded: dict[str, Origin]) -> Iterator[Problem]:
    for anchor in text.lines:
        place = place_of(anchor)
        known = anchor in recorded or (place.kind == "domain" and anchor in plan.record.domains)
        if not known and place.domain != NO_DOMAIN:
            yield _warning(
                text.at(anchor),
                f"段落 {anchor} 没有收录；请补录，或改正锚点",
                f"passage {anchor} has no record; record it, or correct the anchor",
            )


def _warning(origin: Origin, zh: str, en: str) -> Problem:
    return Problem(origin, zh, en, "warning")


CHECKS = (check_passages, check_shape, check_anchors, check_lock)
