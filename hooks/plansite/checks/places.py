"""Rules about jurisdictions and folders: codes, tiers, parents, names that can become addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plansite.model import Site
from plansite.problems import AS_OF, Problem
from plansite.records.base import LANGS, is_device
from plansite.records.catalogue import TIERS
from plansite.records.plan import PlanRecord
from plansite.records.unknown import unknown

RESERVED_FOLDERS = frozenset({"indicators", "observations", "targets", "measures", "evaluations"})
"""Folders with a meaning of their own; no place and no plan may have their name."""

_TIER_SIGNS = {
    "省": ("province", "Province"), "县": ("county", "County"), "区": ("district", "District"),
}  # fmt: skip
_NO_DISTRICTS = ("自治区", "地区", "行政区", "新区")
"""Names that end like a district's, of places that may be of another tier."""
_STEP = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_YEARS = re.compile(r"([0-9]{4})\s*[年]?\s*[—–~-]{1,2}\s*([0-9]{4})")
_LAYOUTS = {
    "province": "[0-9]{2}0000", "prefecture-city": "[0-9]{2}(?!00)[0-9]{2}00",
    "county": "[0-9]{4}(?!00)[0-9]{2}", "district": "[0-9]{4}(?!00)[0-9]{2}",
}  # fmt: skip
"""Two digits a tier (GB/T 2260)."""
_CODE = re.compile(r"[0-9]{6}|x[a-z][a-z0-9-]{0,10}")


def check_slugs(site: Site) -> Iterator[Problem]:
    """A slug is a path of plain names, none of them reserved or a device name."""
    for place in site.jurisdictions.values():
        if not all(map(_is_plain, place.slug.split("/"))):
            yield Problem(
                place.origin.at("slug"),
                f"slug {place.slug!r} 只能由小写字母、数字、连字符和 / 组成，且不是保留名；请改名",
                f"the slug {place.slug!r} may hold lower-case letters, digits, hyphens and / only, and no reserved name; choose another",
            )


def check_codes(site: Site) -> Iterator[Problem]:
    """A code has six digits (or begins with x, if invented) and belongs to one place."""
    seen: dict[str, str] = {}
    for place in site.jurisdictions.values():
        if not _CODE.fullmatch(place.code):
            yield Problem(
                place.origin.at("code"),
                f"code {place.code!r} 应为六位数字（加引号的文字）；请核对代码表",
                f"the code {place.code!r} must be six digits, quoted; check the code list",
            )
        elif place.code in seen:
            yield Problem(
                place.origin.at("code"),
                f"code {place.code} 已用于 {seen[place.code]}；请核对代码表",
                f"the code {place.code} is already that of {seen[place.code]}; check the code list",
            )
        seen.setdefault(place.code, place.slug)


def check_layout(site: Site) -> Iterator[Problem]:
    """The digits of a code are those of its tier: 230000 a province, 230600 a city, 230602 a district."""
    for place in site.jurisdictions.values():
        layout = _LAYOUTS.get(place.tier)
        if layout and re.fullmatch("[0-9]{6}", place.code) and not re.fullmatch(layout, place.code):
            yield Problem(
                place.origin.at("code"),
                f"code {place.code} 不是 tier {place.tier} 的代码（省级末四位为 0，地级末两位为 0，县级末两位不为 0）；请核对代码表，改正其一",
                f"the code {place.code} is none of tier {place.tier} (the last four digits of a province are 0, the last two of a city, not those of a county or district); check the code list and correct one of them",
            )


def check_parents(site: Site) -> Iterator[Problem]:
    """A parent exists, stands on a higher tier, and its slug begins its children's."""
    for place in site.jurisdictions.values():
        above = place.slug.rpartition("/")[0]
        named = place.parent is None or place.parent in site.jurisdictions
        if above and named and above != place.parent and _STEP.fullmatch(place.slug[0]):
            yield Problem(
                place.origin.at("parent"),
                f"slug {place.slug} 的上级应为 {above}，读到 {place.parent}；请改正 parent 或 slug",
                f"the parent of {place.slug} must be {above}, it is {place.parent}; correct `parent` or `slug`",
            )
        if place.parent is None or {place.parent, "jurisdictions.yml"} & site.faulty:
            continue
        parent = site.jurisdictions.get(place.parent)
        if parent is None:
            at, known = place.origin.at("parent"), site.jurisdictions
            yield unknown(at, "parent", place.parent, known, "jurisdictions.yml")
        elif TIERS.index(parent.tier) >= TIERS.index(place.tier):
            yield Problem(
                place.origin.at("tier"),
                f"上级 {parent.slug} 的层级 {parent.tier} 不高于 {place.tier}；请改正 tier 或 parent",
                f"the parent {parent.slug} is of tier {parent.tier}, not above {place.tier}; correct `tier` or `parent`",
            )


def check_tier_names(site: Site) -> Iterator[Problem]:
    """A place whose name says what it is stands on that tier, and English says the same."""
    for place in site.jurisdictions.values():
        sign = next((one for one in _TIER_SIGNS if place.name.zh.endswith(one)), "")
        tier, word = _TIER_SIGNS.get(sign, (place.tier, ""))
        if place.name.zh.endswith(_NO_DISTRICTS):
            continue
        other = [one for _, one in _TIER_SIGNS.values() if one in place.name.en.split()]
        if place.tier != tier:
            yield Problem(
                place.origin.at("tier"),
                f"{place.name.zh} 的 tier 为 {place.tier}，而名称以“{sign}”结尾；请核对，应为 {tier}",
                f"the tier of {place.name.en} is {place.tier}, yet its Chinese name ends in {sign}; check it, {tier} is expected",
                "warning",
            )
        elif word and other and word not in other:
            yield Problem(
                place.origin.at("name"),
                f"{place.name.zh} 的英文名为 {place.name.en}；请核对，“{sign}”译作 {word}",
                f"the English name of {place.name.zh} is {place.name.en}; check it, {sign} is {word}",
                "warning",
            )


def check_plan_folders(site: Site) -> Iterator[Problem]:
    """A plan's folder has a plain name that is no place's."""
    for plan in site.plans.values():
        name = plan.path.rpartition("/")[2]
        if not _is_plain(name) or plan.path in site.jurisdictions:
            yield Problem(
                plan.record.origin,
                f"文件夹名 {name!r} 只能由小写字母、数字和连字符组成，且不是保留名或地区；请改名",
                f"the folder name {name!r} may hold lower-case letters, digits and hyphens only, and be neither reserved nor a place; rename it",
            )


def check_records(site: Site) -> Iterator[Problem]:
    """What plan.yml says of the record agrees with it; nothing is issued after the as-of date."""
    as_of = site.settings.as_of.isoformat()
    for plan in site.plans.values():
        record, recorded = plan.record, plan.record.completeness
        if (issued := record.issued_on) and issued > as_of[: len(issued)]:
            yield Problem(
                record.origin.at("issued_on"),
                f"issued_on {issued} 晚于评估日期 {as_of}；请核对，或更新 site.yml 的 as_of",
                f"issued_on {issued} lies after the as-of date {as_of}; check it, or renew as_of in site.yml",
                cause=AS_OF,
            )
        yield from _title_years(record)
        if recorded.recorded == "named" and plan.clauses:
            yield Problem(
                record.origin.at("completeness"),
                "recorded 为 named（只有名称），但已收录条款；请改为 partial 或 full",
                "recorded is named (the title only), yet clauses are recorded; write partial or full",
            )
        domains = recorded.counts.domains if recorded.counts else None
        if domains is not None and len(record.domains) > domains:
            yield Problem(
                record.origin.at("completeness"),
                f"counts.domains 为 {domains}，但 domains 列了 {len(record.domains)} 个；请核对",
                f"counts.domains is {domains}, yet `domains` lists {len(record.domains)}; check it",
            )
        for kind, stated in (("target", "targets"), ("measure", "measures")):
            count = getattr(recorded.counts, stated, None)
            there = len(plan.clauses_of(kind))  # type: ignore[arg-type]
            if count is not None and there > count:
                yield Problem(
                    record.origin.at("completeness"),
                    f"counts.{stated} 为 {count}，但已收录 {there} 条；请核对",
                    f"counts.{stated} is {count}, yet {there} are recorded; check it",
                )


def _title_years(record: PlanRecord) -> Iterator[Problem]:
    """Yield where the period is not that of the title, unless the note speaks of the other year."""
    note = record.completeness.note
    found = [match for lang in LANGS if (match := _YEARS.search(record.title[lang]))]
    if len({match.groups() for match in found}) > 1:
        return  # the languages differ, which is told there
    for match in found:
        other = [year for year in record.period if str(year) not in match.groups()]
        if other and not (note and all(str(year) in note.zh for year in other)):
            yield Problem(
                record.origin.at("period"),
                f"period {list(record.period)} 与 title 中的 {match[0]} 不同；请改正其一，属实则在 completeness.note 中说明",
                f"period {list(record.period)} differs from {match[0]} in the title; correct one of them or, if real, say so in completeness.note",
            )
            return


def _is_plain(name: str) -> bool:
    return bool(_STEP.fullmatch(name)) and not is_device(name) and name not in RESERVED_FOLDERS


CHECKS = (
    check_slugs,
    check_codes,
    check_layout,
    check_parents,
    check_plan_folders,
    check_records,
)
FINAL = (check_tier_names,)
