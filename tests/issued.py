"""A fictional plan as the document it would have been recorded from."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html
from plansite.edition import Edition, load_labels
from plansite.model import Clause, Plan, Site
from plansite.pages import Page
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.views.plan import plan_pages

OFFICIAL = "qinglan/chengxi/women-2021-2025"
"""The fictional plan that tests give an official text."""

NUMERALS = "一二三四五六七八九十"


def issued_document(plan: Plan) -> str:
    """Return the plan as a Chinese document in the usual layout, in words of its record."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield plan.title.zh
    yield "为促进妇女事业发展，制定本规划。"
    yield "一、发展领域、主要目标和策略措施"
    for number, domain in enumerate(plan.record.domains):
        yield f"（{NUMERALS[number]}）{plan.domain_name(domain).zh}"
        for heading, kind in (("主要目标：", "target"), ("策略措施：", "measure")):
            yield heading
            for clause in plan.clauses_of(kind, domain):  # type: ignore[arg-type]
                yield from _clause(clause, f"{clause.record.number or clause.ordinal}.")
    sections = (("重点工程", "project"), ("组织实施", "organisation"), ("监测评估", "monitoring"))
    for number, (heading, kind) in enumerate(sections, start=1):
        if clauses := plan.clauses_of(kind):  # type: ignore[arg-type]
            yield f"{NUMERALS[number]}、{heading}"
            for clause in clauses:
                yield from _clause(clause, f"（{NUMERALS[clause.ordinal - 1]}）")


def _clause(clause: Clause, mark: str) -> Iterator[str]:
    words = clause.record.summary.zh if clause.record.summary else "按照国家规定稳步推进。"
    yield f"{mark}{clause.record.title.zh}。{words}"
    subs = [int(one.record.sub) for one in clause.targets if one.record.sub]
    for sub in range(1, max(subs, default=0) + 1):
        yield f"——第{sub}项得到落实。"


def pages(site: Site, lang: Lang, path: str = OFFICIAL) -> dict[str, tuple[Page, html.HtmlElement]]:
    """Return the pages of a plan with their parsed bodies, by section."""
    edition = Edition(site, lang, load_labels())
    renderer = Renderer(edition)
    plan = site.plans[path]
    return {
        page.address.removeprefix(f"plans/{path}/").rstrip("/"): (
            page,
            html.fragment_fromstring(renderer.body(page), create_parent="article"),
        )
        for page in plan_pages(edition, plan)
    }
