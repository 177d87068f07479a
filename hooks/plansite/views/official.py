"""The official text of a plan as a page; each passage leads back to its record."""

from __future__ import annotations

from collections.abc import Iterator

from plansite.addresses import plan_page, relative, section_of, target_page
from plansite.edition import Edition
from plansite.issued import BackLink, IssuedHeading, issued_html
from plansite.model import Plan
from plansite.official import OFFICIAL_TEXT, OfficialText
from plansite.pages import Heading, Page
from plansite.views.passages import clause_place
from plansite.views.plan_facts import page_of


def official_page(edition: Edition, plan: Plan, text: OfficialText) -> Page:
    """Return the page of the official text, in Chinese in both editions."""
    title = edition.word("official")
    body, found = issued_html(text.markdown, text.lines, dict(_back_links(edition, plan, text)))
    headings = nested(found)
    return page_of(
        edition, plan, "official", "official", title,
        view={
            "heading": title,
            "body": body,
            "contents": headings,
        },
        description=edition.word("official_description", title=edition.name(plan.title)),
        headings=headings,
        edit_path=f"plans/{plan.path}/{OFFICIAL_TEXT}" if text.kept else plan.record.origin.path,
        search=edition.lang == "zh",
    )  # fmt: skip


def nested(found: tuple[IssuedHeading, ...]) -> tuple[Heading, ...]:
    """Return headings as a table of contents: each holds the deeper ones that follow it."""
    entries: list[Heading] = []
    at = 0
    while at < len(found):
        end = at + 1
        while end < len(found) and found[end].level > found[at].level:
            end += 1
        entries.append(Heading(found[at].id, found[at].text, nested(found[at + 1 : end])))
        at = end
    return tuple(entries)


def _back_links(edition: Edition, plan: Plan, text: OfficialText) -> Iterator[tuple[str, BackLink]]:
    """Yield the link back at each anchor: domains, then sub-items, then clauses."""
    for domain in plan.record.domains:
        if plan.clauses_of("target", domain) or plan.clauses_of("measure", domain):
            name = edition.name(plan.domain_name(domain))
            yield domain, _back(edition, plan, plan_page(plan, domain), name)
    for clause in plan.clauses:
        for target in clause.targets[::-1]:
            if target.passage in text.lines:
                words = edition.word("target_number", number=target.location)
                yield target.passage, _back(edition, plan, target_page(target), words)
        words = f"{clause_place(edition, clause)} {edition.name(clause.record.title)}"
        address = plan_page(plan, section_of(clause.domain)) + f"#{clause.anchor}"
        yield clause.passage, _back(edition, plan, address, words)


def _back(edition: Edition, plan: Plan, address: str, words: str) -> BackLink:
    label = f"{edition.word('record')}{edition.word('colon')}{words}"
    lang = "zh-Hans" if edition.lang == "zh" else "en"
    href = relative(address, plan_page(plan, "official"))
    return BackLink(href, edition.word("record"), label, lang)
