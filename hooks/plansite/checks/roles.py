"""Rules about what a plan is to this site: its role, its state, the document it was recorded from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansite.model import Site
from plansite.problems import Problem
from plansite.records.catalogue import TIERS

OVER = 2
"""A plan in force is over for at most so many years: its final evaluation takes time."""
_STATISTICS = re.compile("年鉴|统计公报|统计资料|统计监测|监测报告|普查公报|数据库")
_DRAFT = re.compile("征求意见稿|草案|讨论稿|送审稿|初稿")
_BETWEEN = re.compile(r"[^\u4e00-\u9fff0-9]")
_DOCUMENT = re.compile("规划|纲要|计划|方案|意见")


def check_roles(site: Site) -> Iterator[Problem]:
    """A superior plan is one of a place above a plan that is this site's own."""
    own = {
        plan.jurisdiction.slug
        for plan in site.plans.values()
        if plan.record.role == "own" or plan.record.completeness.recorded == "full"
    }
    for plan in site.plans.values():
        place = plan.jurisdiction
        below = any(slug.startswith(f"{place.slug}/") for slug in own)
        if plan.record.role == "superior" and own and not below and place.tier != TIERS[0]:
            yield Problem(
                plan.record.origin.at("role"),
                f"role 为 superior，而{place.name.zh}之下没有 role 为 own 的规划；请核对：本站自己的规划写 own，供比较的写 peer",
                f"role is superior, yet no plan of role own lies below {place.name.en}; check it: a plan of this site is own, one for comparison peer",
                "warning",
            )


def check_documents(site: Site) -> Iterator[Problem]:
    """The source of a plan is its document or a report of it: no statistics, no other plan."""
    for plan in site.plans.values():
        source = site.sources.get(plan.record.source or "")
        if source is None:
            continue
        said = _core(source.title.zh)
        other = (
            plan.record.role == "own"
            and plan.jurisdiction.name.zh in plan.title.zh  # else it is the title that is wrong
            and _DOCUMENT.search(said)
            and _core(plan.title.zh) not in said
        )
        if _STATISTICS.search(source.title.zh) or other:
            yield Problem(
                plan.record.origin.at("source"),
                f"source {source.id}（{source.title.zh}）不像是{plan.title.zh}的文件；请改为登记了该文件的来源",
                f"the source {source.id} ({source.title.en}) does not look like the document of {plan.title.en}; name the source that is this document",
                "warning",
            )


def check_states(site: Site) -> Iterator[Problem]:
    """A plan that is superseded has a successor, and one in force is not over for years."""
    newest = max((one.year for one in site.observations), default=site.settings.as_of.year)
    today = min(site.settings.as_of.year, newest + 1)  # a wrong as_of is told there
    for plan in site.plans.values():
        record = plan.record
        after = [one for one in site.plans_of(plan.jurisdiction.slug) if one is not plan]
        if record.status == "superseded" and not any(one.series is plan.series for one in after):
            yield Problem(
                record.origin.at("status"),
                "status 为 superseded，而本地区没有收录同系列的其他规划；请核对，期满的规划写 closed",
                "status is superseded, yet no other plan of the series and place is recorded; check it, a plan that has run out is closed",
                "warning",
            )
        over = record.status == "in-force" and plan.end + OVER < today
        if over and record.completeness.note is None:
            yield Problem(
                record.origin.at("status"),
                f"status 为 in-force，而规划期在 {plan.end} 年已结束；请核对，属实则在 completeness.note 中说明",
                f"status is in-force, yet the period ended in {plan.end}; check it and, if real, say so in completeness.note",
                "warning",
            )


def check_drafts(site: Site) -> Iterator[Problem]:
    """A plan whose title calls it a draft has that status."""
    for plan in site.plans.values():
        if plan.record.status != "draft" and (match := _DRAFT.search(plan.title.zh)):
            yield Problem(
                plan.record.origin.at("status"),
                f"status 为 {plan.record.status}，而 title 写“{match[0]}”；请核对：未正式印发的写 draft，已印发的改用正式名称",
                f"status is {plan.record.status}, yet the title says {match[0]}; check it: what is not issued yet is a draft, what is issued has its final title",
                "warning",
            )


def check_issue(site: Site) -> Iterator[Problem]:
    """A plan is not issued after the day of its own document."""
    for plan in site.plans.values():
        source, issued = site.sources.get(plan.record.source or ""), plan.record.issued_on
        named = source is not None and _core(plan.title.zh) in _core(source.title.zh)
        day = source.date if source and named else None
        if day and issued and day[: len(issued)] < issued[: len(day)]:
            yield Problem(
                plan.record.origin.at("issued_on"),
                f"issued_on {issued} 晚于规划文件 {plan.record.source} 的日期 {day}；请改正其一",
                f"issued_on {issued} lies after the day of the plan's document {plan.record.source}, {day}; correct one of them",
                "warning",
            )


def _core(title: str) -> str:
    """Return a title without its signs, so that dashes and brackets of any form are alike."""
    return _BETWEEN.sub("", title)


FINAL = (check_roles, check_documents, check_states, check_drafts, check_issue)
