"""Rules about the subject of a promise: what the catalogue has is no theme, and has its own name."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.model import Clause, Site, Target
from plansite.problems import ECHO, Problem


def check_themes(site: Site) -> Iterator[Problem]:
    """A theme is no indicator of the catalogue: that would be left out of every comparison."""
    for target in _targets(site):
        if target.record.theme in site.indicators:
            yield Problem(
                target.origin.at("theme"),
                f"theme {target.record.theme!r} 是指标目录中的指标；请改写为 indicator，并删除 text",
                f"theme {target.record.theme!r} is an indicator of the catalogue; write `indicator` instead, and take `text` out",
            )


def check_texts(site: Site) -> Iterator[Problem]:
    """Two themes of one clause say different things: a copied text tells of the wrong one."""
    for plan in site.plans.values():
        for clause in plan.clauses:
            yield from _copied(clause)


def _copied(clause: Clause) -> Iterator[Problem]:
    seen: dict[str, Target] = {}
    for target in clause.targets:
        text = target.record.text
        if text is None:
            continue
        first = seen.setdefault(text.zh, target)
        if first is not target and first.record.theme != target.record.theme:
            yield Problem(
                target.origin.at("text"),
                f"text {text.zh[:40]!r} 与同条的主题 {first.record.theme} 相同；请核对，写这一主题自己的",
                f"the text {text.en[:60]!r} is that of the theme {first.record.theme} of the same clause; check it and write this theme's own",
                "warning",
                cause=ECHO,
            )


def check_printed_names(site: Site) -> Iterator[Problem]:
    """A name as printed is not that of another indicator, unless the two are related."""
    named = {
        name: one
        for one in site.indicators.values()
        for name in (one.name.zh, *one.aliases.zh)
    }  # fmt: skip
    for target in _targets(site):
        own, printed = target.indicator, target.record.name_printed or ""
        other = named.get(printed)
        if own is None or other is None or other is own or target.record.note:
            continue
        if printed in own.aliases.zh or other.id in own.related or own.id in other.related:
            continue
        yield Problem(
            target.origin.at("name_printed"),
            f"name_printed {printed!r} 是另一指标 {other.id} 的名称；请核对原文，改正 indicator 或名称，属实则在 note 中说明",
            f"name_printed {printed!r} is the name of another indicator, {other.id}; check the document, correct `indicator` or the name or, if real, say so in `note`",
            "warning",
        )


def _targets(site: Site) -> Iterator[Target]:
    for plan in site.plans.values():
        yield from plan.targets


CHECKS = (check_themes, check_texts, check_printed_names)
