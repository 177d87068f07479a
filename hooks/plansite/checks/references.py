"""Rules about references: whatever is named exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from plansite.model import Clause, Plan, Site
from plansite.problems import Origin, Problem
from plansite.records.catalogue import TIERS
from plansite.records.plan import SuperiorRecord
from plansite.records.unknown import unknown

RESERVED_SECTIONS = frozenset(
    {"targets", "projects", "implementation", "organisation", "monitoring", "comparison",
     "introduction", "official", "progress"}
)  # fmt: skip
"""Sections a plan has beside its domains; no domain may have their id."""
MANY = 2
"""More domains than this that a series has not: it is the series that is wrong."""


def check_series(site: Site) -> Iterator[Problem]:
    """A series' domains have ids of their own, none of them a section's."""
    for series in site.series.values():
        seen: set[str] = set()
        for domain in series.domains:
            if domain.id in seen or domain.id in RESERVED_SECTIONS:
                yield Problem(
                    domain.origin,
                    f"领域 id {domain.id!r} 重复或是保留名；请改名",
                    f"the domain id {domain.id!r} stands twice or is reserved; choose another",
                )
            seen.add(domain.id)


def check_indicators(site: Site) -> Iterator[Problem]:
    """An indicator's unit and related indicators are known."""
    for one in site.indicators.values():
        yield from _known(site, one.origin.at("unit"), "unit", [one.unit], site.units, "units.yml")
        related = one.origin.at("related")
        yield from _known(site, related, "related", one.related, site.indicators, "indicators/")
        if one.id in one.related:
            yield Problem(
                related,
                f"related 中有指标自己 {one.id}；请删除",
                f"`related` names the indicator itself, {one.id}; take it out",
            )


def check_plans(site: Site) -> Iterator[Problem]:
    """A plan's domains, source and superior plans exist."""
    for plan in site.plans.values():
        record = plan.record
        domains = [domain.id for domain in plan.series.domains]
        listed = record.origin.at("domains")
        strange = [name for name in record.domains if name not in domains]
        if len(strange) > MANY:
            yield _other_series(plan, strange)
        else:
            yield from _known(site, listed, "domains", strange, domains, "series.yml")
        if twice := [name for name, times in Counter(record.domains).items() if times > 1]:
            yield Problem(
                listed,
                f"domains 中 {', '.join(twice)} 重复；请保留一个",
                f"`domains` has {', '.join(twice)} twice; keep one",
            )
        sources = [record.source] if record.source else []
        at = record.origin.at("source")
        yield from _known(site, at, "source", sources, site.sources, "sources.yml")
        seen: set[str] = set()
        for superior in record.superior:
            yield from _superior(site, plan, superior)
            if superior.plan in seen:
                yield Problem(
                    superior.origin.at("plan"),
                    f"superior 中 {superior.plan} 重复；请保留一个",
                    f"`superior` has {superior.plan} twice; keep one",
                )
            seen.add(superior.plan or "")


def _other_series(plan: Plan, strange: list[str]) -> Problem:
    """Return the problem of a plan most of whose domains are those of another series."""
    names, allowed = ", ".join(strange), ", ".join(one.id for one in plan.series.domains)
    return Problem(
        plan.record.origin.at("series"),
        f"series 为 {plan.series.id}，而 domains 中 {names} 不是它的领域（允许：{allowed}）；请核对 series 和 domains",
        f"series is {plan.series.id}, yet {names} in `domains` are none of its domains (allowed: {allowed}); check `series` and `domains`",
    )


def check_domains(site: Site) -> Iterator[Problem]:
    """A plan that is recorded in full has targets in every domain it lists."""
    for plan in site.plans.values():
        if plan.record.completeness.recorded != "full" or plan.path in site.faulty:
            continue
        for domain in plan.record.domains:
            locked = any(
                name.startswith(f"{domain}-t") for name in (plan.lock and plan.lock.hashes) or ()
            )
            if not (
                plan.clauses_of("target", domain) or locked
            ):  # what was locked is known as lost
                yield Problem(
                    plan.record.origin.at("domains"),
                    f"领域 {domain} 没有目标；请补 targets/{domain}.yml，或从 domains 中删除",
                    f"the domain {domain} has no targets; add targets/{domain}.yml or take it out of `domains`",
                )


def check_clauses(site: Site) -> Iterator[Problem]:
    """Bodies, served targets and sources named in clauses exist."""
    for plan in site.plans.values():
        numbers = {
            (clause.domain, (clause.record.number or "").lstrip("0"))  # 02 is told on its own
            for clause in plan.clauses_of("target")
        }
        for clause in plan.clauses:
            record = clause.record
            at = record.origin.at("bodies")
            yield from _known(site, at, "bodies", record.bodies, site.bodies, "bodies.yml")
            if plan.path not in site.faulty:
                yield from _serves(clause, numbers, plan)
            for target in clause.targets:
                item = target.record
                for holder in (item, item.baseline):
                    if holder and holder.source:
                        at, named = holder.origin.at("source"), [holder.source]
                        yield from _known(site, at, "source", named, site.sources, "sources.yml")


def check_aligned(site: Site) -> Iterator[Problem]:
    """An explicit link leads to a target of another plan, one of this tier or of a tier above."""
    ids = {f"{target.plan}#{target.id}" for plan in site.plans.values() for target in plan.targets}
    for plan in site.plans.values():
        for target in plan.targets:
            at = target.origin.at("aligns")
            for name in target.record.aligns:
                yield from _aligned(site, plan, at, name, ids)


def _aligned(
    site: Site, plan: Plan, at: Origin, name: str, ids: Collection[str]
) -> Iterator[Problem]:
    path, sign, _ = name.partition("#")
    other = site.plans.get(path)
    if not sign:
        yield Problem(
            at,
            f"aligns {name!r} 应为“规划#目标”，如 china/women-2021-2030#health-2-…；请补上 # 和目标的 id",
            f"aligns {name!r} must be `plan#target`, china/women-2021-2030#health-2-… for example; add # and the id of the target",
        )
    elif other is None:
        yield from _known(site, at, "aligns", [path], site.plans, "plans/")
    elif other is plan:
        yield Problem(
            at,
            f"aligns {name!r} 是本规划的目标；请写上级规划的目标",
            f"aligns {name!r} is a target of this plan; name one of a plan above",
        )
    elif below(other, plan):
        yield Problem(
            at,
            f"aligns {name!r} 的层级 {other.jurisdiction.tier} 低于本规划；请写上级规划的目标",
            f"aligns {name!r} is of tier {other.jurisdiction.tier}, below this plan's; name a target of a plan above",
        )
    elif path not in site.faulty:
        yield from _known(site, at, "aligns", [name], ids, "plans/")


def below(other: Plan, plan: Plan) -> bool:
    """Return whether another plan is of a lower tier than a plan."""
    return TIERS.index(other.jurisdiction.tier) > TIERS.index(plan.jurisdiction.tier)


def served(name: str, domain: str) -> tuple[str, str]:
    """Split `2` or `education 3` into domain and number; a sub-item counts as its target."""
    other, _, number = name.rpartition(" ")
    return (other or domain, number.split(".")[0])


def _superior(site: Site, plan: Plan, superior: SuperiorRecord) -> Iterator[Problem]:
    if superior.plan is None:
        return
    at = superior.origin.at("plan")
    yield from _known(site, at, "superior.plan", [superior.plan], site.plans, "plans/")
    if superior.plan == plan.path:
        yield Problem(
            at,
            f"{plan.path} 不能以自己为上级；请改正或删除",
            f"a plan can not be its own superior, {plan.path} was read; correct it or take it out",
        )
    other = site.plans.get(superior.plan)
    tier = plan.jurisdiction.tier
    back = other is not plan and other and plan.path in {one.plan for one in other.record.superior}
    if other and back and other.jurisdiction.tier == tier:
        yield Problem(
            at,
            f"{superior.plan} 与 {plan.path} 互为上级；请删除其一",
            f"{superior.plan} and {plan.path} are each the other's superior; take one out",
        )
    if other and below(other, plan):
        yield Problem(
            at,
            f"{superior.plan} 的层级 {other.jurisdiction.tier} 低于本规划；请写上级规划",
            f"{superior.plan} is of tier {other.jurisdiction.tier}, below this plan's; name a plan above",
        )


def _serves(clause: Clause, numbers: Collection[tuple[str, str]], plan: Plan) -> Iterator[Problem]:
    lacking = {
        domain for domain in plan.record.domains if domain not in {one for one, _ in numbers}
    }
    locked = plan.lock.hashes if plan.lock else {}
    for name in clause.record.serves:
        domain, number = served(name, clause.domain)
        if domain in lacking or f"{domain}-t{number}" in locked:
            continue  # the domain has no targets, or this one is lost: that is told there
        if (domain, number.lstrip("0")) not in numbers:
            yield Problem(
                clause.record.origin.at("serves"),
                f"serves {name!r} 不是 {plan.path} 的目标；写目标编号（本领域）或“领域 编号”",
                f"serves {name!r} is no target of {plan.path}; write a number of this domain, or `domain number`",
            )


def _known(
    site: Site,
    origin: Origin,
    field: str,
    names: Iterable[str],
    known: Collection[str],
    where: str,
) -> Iterator[Problem]:
    """Yield a problem for each name that neither exists nor is left out for its own faults."""
    for name in names:
        if name not in known and not {name, where} & site.faulty:
            yield unknown(origin, field, name, known, where)


CHECKS = (
    check_series,
    check_indicators,
    check_plans,
    check_domains,
    check_clauses,
    check_aligned,
)
