"""Rules about the facts of a plan: its place, its days, its status, the plans above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansite.checks.references import below
from plansite.model import Plan, Site
from plansite.problems import AS_OF, ECHO, Origin, Problem
from plansite.records.catalogue import TIERS

BEFORE, NUMBERED = 3, 1
"""A plan is issued at most so many years before it begins; its number is of that year or one off."""
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def check_place(site: Site) -> Iterator[Problem]:
    """The title and the issuer of a plan, and of its evaluations, are of its place."""
    for plan in site.plans.values():
        named = [(plan.record.origin.at("title"), plan.record.title.zh)]
        if plan.record.issuer:
            named.append((plan.record.origin.at("issuer"), plan.record.issuer.zh))
        for one in plan.evaluations:
            texts = one.texts.values()
            named += [(text.record.origin.at("title"), text.record.title or "") for text in texts]
        for origin, text in named:
            yield from _elsewhere(site, plan, origin, text)


def _elsewhere(site: Site, plan: Plan, origin: Origin, text: str) -> Iterator[Problem]:
    """Yield the place in a text that is neither the plan's own nor one around it."""
    own = plan.jurisdiction.slug
    around = [*site.ancestors(own), plan.jurisdiction]
    if any(one.name.zh in text for one in around):
        return
    for place in site.jurisdictions.values():
        if place.name.zh in text and not place.slug.startswith(f"{own}/"):
            yield Problem(
                origin,
                f"写的是{place.name.zh}，而规划在 {own} 的文件夹中；请核对，改正文字或移动文件夹",
                f"speaks of {place.name.en}, yet the plan stands in the folder of {own}; check it, correct the text or move the folder",
                "warning",
            )
            return


def check_days(site: Site) -> Iterator[Problem]:
    """A plan is issued near its beginning, under a number of that year, and ends before it is closed."""
    today = site.settings.as_of.year
    for plan in site.plans.values():
        record, (first, last) = plan.record, plan.record.period
        issued = int(record.issued_on[:4]) if record.issued_on else None
        note = record.completeness.note
        explained = note is not None
        far = issued and not first - BEFORE <= issued <= last
        if issued and far and not (note and str(issued) in note.zh):
            yield Problem(
                record.origin.at("issued_on"),
                f"issued_on {record.issued_on} 与规划期 {first}—{last} 相差太远；请核对，属实则在 completeness.note 中说明",
                f"issued_on {record.issued_on} lies far from the period {first}-{last}; check it and, if real, say so in completeness.note",
                "warning",
                cause=ECHO,
            )
        years = [int(year) for year in _YEAR.findall(record.document_number or "")]
        near = issued and first - BEFORE <= issued <= last
        if issued and near and years and all(abs(year - issued) > NUMBERED for year in years):
            yield Problem(
                record.origin.at("document_number"),
                f"document_number {record.document_number!r} 的年份与 issued_on {record.issued_on} 不同；请核对",
                f"the year of document_number {record.document_number!r} is not that of issued_on {record.issued_on}; check it",
                "warning",
            )
        if record.status == "closed" and last >= today and not explained:
            yield Problem(
                record.origin.at("status"),
                f"status 为 closed，而规划期到 {last} 年；请核对 status 和 period",
                f"status is closed, yet the period runs until {last}; check `status` and `period`",
                "warning",
                cause=AS_OF,
            )
        if record.status == "draft" and (record.document_number or plan.evaluations):
            yield Problem(
                record.origin.at("status"),
                "status 为 draft，却有文号或评估；请核对 status",
                "status is draft, yet there is a document number or an evaluation; check `status`",
                "warning",
            )


def check_superiors(site: Site) -> Iterator[Problem]:
    """A superior plan is in force for the plan's years, of a place around it, the nearest last."""
    for plan in site.plans.values():
        known = [
            (one, site.plans[one.plan])
            for one in plan.record.superior
            if one.plan and one.plan in site.plans
        ]
        tiers = [TIERS.index(other.jurisdiction.tier) for _, other in known]
        if tiers != sorted(tiers):
            yield Problem(
                plan.record.origin.at("superior"),
                "superior 应从国家到最近的上级依次排列；请调整次序",
                "`superior` goes from the nation to the nearest plan above; put them into that order",
                "warning",
            )
        for one, other in known:
            for zh, en in _unfit(site, plan, other):
                yield Problem(
                    one.origin.at("plan"),
                    f"superior {other.path} {zh}；请核对，改正或删除",
                    f"the superior plan {other.path} {en}; check it, correct it or take it out",
                    "warning",
                    cause=f"superior {other.path} {en}",
                )


def _unfit(site: Site, plan: Plan, other: Plan) -> Iterator[tuple[str, str]]:
    """Yield in both languages why a plan can hardly be the superior of another."""
    place, own = other.jurisdiction, plan.jurisdiction
    if other.record.status == "draft" and not other.record.document_number:
        yield "只是草案（draft）", "is a draft only"
    if other.end < plan.record.period[0]:
        yield f"在 {other.end} 年已结束", f"was over in {other.end}"
    above = list(site.ancestors(own.slug))
    nations = [one for one in site.jurisdictions.values() if one.tier == TIERS[0]]
    known = bool(above) and nations == above[-1:]
    if known and place.slug != own.slug and place not in above and not below(other, plan):
        yield (
            f"属于{place.name.zh}，不是{own.name.zh}的上级地区",
            f"is of {place.name.en}, no place above {own.name.en}",
        )
    several = len(other.series.domains) > 1 < len(plan.series.domains)
    if other.series is not plan.series and several and _at_home(plan) and _at_home(other):
        yield f"属于另一系列（{other.series.id}）", f"is of another series ({other.series.id})"


def _at_home(plan: Plan) -> bool:
    """Return whether the domains of a plan are those of its series."""
    return {one.id for one in plan.series.domains}.issuperset(plan.record.domains)


def check_twice(site: Site) -> Iterator[Problem]:
    """A plan is recorded once."""
    seen: dict[tuple[str, str, tuple[int, int], str], Plan] = {}
    for plan in site.plans.values():
        key = (plan.jurisdiction.slug, plan.series.id, plan.record.period, plan.title.zh)
        if (first := seen.setdefault(key, plan)) is not plan:
            yield Problem(
                plan.record.origin.at("title"),
                f"与 {first.path} 是同一地区、系列、规划期和名称；请删除其中一个文件夹，或改正名称",
                f"place, series, period and title are those of {first.path}; delete one of the folders, or correct the title",
            )


def check_amendments(site: Site) -> Iterator[Problem]:
    """An amendment takes effect in the plan's years, not before its document is out."""
    for plan in site.plans.values():
        for target in plan.targets:
            for one in target.record.earlier:
                source = site.sources.get(one.amended_by)
                if (
                    source
                    and source.date
                    and one.until.isoformat()[: len(source.date)] < source.date
                ):
                    yield Problem(
                        one.origin.at("until"),
                        f"until {one.until} 早于修改文件 {source.id} 的日期 {source.date}；请改正其一",
                        f"until {one.until} lies before the day of the amending document {source.id}, {source.date}; correct one of them",
                        cause=ECHO,
                    )
                if one.until.year > plan.end:
                    yield Problem(
                        one.origin.at("until"),
                        f"until {one.until} 晚于规划期末 {plan.end}；请核对",
                        f"until {one.until} lies after the plan's last year, {plan.end}; check it",
                        cause=ECHO,
                    )


def check_evaluations(site: Site) -> Iterator[Problem]:
    """A mid-term evaluation looks at a plan that runs, a final one at a plan that is over."""
    for plan in site.plans.values():
        for one in plan.evaluations:
            day, last = one.record.as_of, plan.end
            early = one.kind == "final" and day.year < last
            if day.year == one.year and (early or (one.kind == "midterm" and day.year > last)):
                yield Problem(
                    one.record.origin.at("as_of"),
                    f"as_of {day} 与评估种类 {one.kind} 不符（规划到 {last} 年）；请核对日期和文件名",
                    f"as_of {day} does not fit a {one.kind} evaluation of a plan until {last}; check the day and the file's name",
                    "warning",
                )


CHECKS = (
    check_place,
    check_days,
    check_superiors,
    check_twice,
    check_amendments,
    check_evaluations,
)
