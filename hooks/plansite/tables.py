"""The data contract: every table of the site as columns and rows, from the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plansite.alignment import align_site
from plansite.model import Site, Target
from plansite.records.plan import Promise
from plansite.statements import statement
from plansite.values import comparator, value_of
from plansite.versions import versions

Cell = str | int | Decimal | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table of the data contract."""

    name: str
    kind: str
    """What it holds, for the data page."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


TARGET_COLUMNS = (
    "plan", "target", "domain", "location", "kind", "indicator", "indicator_zh", "indicator_en",
    "population_zh", "comparator", "printed", "value", "value_high", "unit", "year", "year_basis",
    "baseline_value", "baseline_year", "relative_to", "statement_zh", "statement_en",
)  # fmt: skip
PLAN_COLUMNS = (
    "plan", "title_zh", "title_en", "series", "jurisdiction", "code", "tier", "role", "status",
    "first_year", "last_year", "issuer_zh", "issued_on", "recorded", "targets", "numeric_targets",
    "measures",
)  # fmt: skip
MEASURE_COLUMNS = (
    "plan", "domain", "number", "title_zh", "title_en", "bodies", "summary_zh", "summary_en",
)  # fmt: skip
INDICATOR_COLUMNS = (
    "indicator", "name_zh", "name_en", "unit", "better", "limit_low", "limit_high", "sdg",
    "definition_zh", "definition_en", "decimals", "due_months",
)  # fmt: skip
ALIGNMENT_COLUMNS = (
    "plan", "target", "superior_plan", "superior_target", "relation", "reason", "statement_zh",
    "superior_statement_zh", "statement_en", "superior_statement_en",
)  # fmt: skip
AMENDMENT_COLUMNS = (
    "plan", "target", "valid_from", "valid_until", "amended_by", "reason_zh", "reason_en",
    "statement_zh", "statement_en",
)  # fmt: skip
OBSERVATION_COLUMNS = (
    "jurisdiction", "code", "indicator", "year", "sex", "residence", "age", "value", "unit",
    "status", "kind", "source", "published_on", "note",
)  # fmt: skip


def target_rows(site: Site) -> Iterator[Row]:
    """Yield one row per target and milestone."""
    for plan in site.plans.values():
        for target in plan.targets:
            for promise in target.promises:
                yield _target_row(site, target, promise, target.strength)
            if target.record.stretch:
                yield _target_row(site, target, target.record.stretch, "stretch")


def _target_row(site: Site, target: Target, promise: Promise, kind: str) -> Row:
    record, indicator = target.record, target.indicator
    unit = site.units[indicator.unit] if indicator else None
    relation = (
        promise.no_lower_than or promise.no_higher_than or promise.matching or promise.relative_to
    )
    values = value_of(promise) or ((promise.amount,) if promise.amount is not None else ())
    shown = promise.amount_unit if promise.amount is not None else (unit.id if unit else None)
    return (
        target.plan, target.id, target.domain, target.location, kind,
        indicator.id if indicator else None,
        indicator.name.zh if indicator else None,
        indicator.name.en if indicator else None,
        record.population.zh if record.population else None,
        comparator(promise), promise.printed,
        values[0] if values else None, values[1] if len(values) > 1 else None, shown,
        target.year(promise), "stated" if promise.by else "end of plan",
        record.baseline.value if record.baseline else None,
        record.baseline.year if record.baseline else None,
        relation.zh if relation else None,
        statement(target, unit, "zh"), statement(target, unit, "en"),
    )  # fmt: skip


def plan_rows(site: Site) -> Iterator[Row]:
    """Yield one row per plan."""
    for plan in site.plans.values():
        record, place = plan.record, plan.jurisdiction
        yield (
            plan.path, plan.title.zh, plan.title.en, plan.series.id, place.slug, place.code,
            place.tier, record.role, record.status, *record.period,
            record.issuer.zh if record.issuer else None, record.issued_on,
            record.completeness.recorded, len(plan.clauses_of("target")),
            sum(one.strength == "numeric" for one in plan.targets), len(plan.clauses_of("measure")),
        )  # fmt: skip


def measure_rows(site: Site) -> Iterator[Row]:
    """Yield one row per measure, project, organisation and monitoring item."""
    for plan in site.plans.values():
        for clause in plan.clauses:
            if clause.kind != "target":
                record = clause.record
                bodies = ";".join(record.bodies)
                yield (
                    plan.path,
                    clause.domain,
                    record.number,
                    record.title.zh,
                    record.title.en,
                    bodies,
                    record.summary.zh if record.summary else None,
                    record.summary.en if record.summary else None,
                )


def indicator_rows(site: Site) -> Iterator[Row]:
    """Yield one row per indicator of the catalogue."""
    for one in site.indicators.values():
        definition = one.definition
        yield (
            one.id, one.name.zh, one.name.en, one.unit, one.better, *one.limits, one.sdg,
            definition.zh if definition else None, definition.en if definition else None,
            one.decimals, one.due_months,
        )  # fmt: skip


def alignment_rows(site: Site) -> Iterator[Row]:
    """Yield one row per link of an own plan's target to a plan above."""
    for links in align_site(site).values():
        for one in links:
            unit = site.units[one.target.indicator.unit] if one.target.indicator else None
            superior = one.superior
            above = site.units[superior.indicator.unit] if superior and superior.indicator else None
            yield (
                one.target.plan, one.target.id, superior.plan if superior else None,
                superior.id if superior else None, one.relation.value, one.reason.value or None,
                statement(one.target, unit, "zh"),
                statement(superior, above, "zh") if superior else None,
                statement(one.target, unit, "en"),
                statement(superior, above, "en") if superior else None,
            )  # fmt: skip


def observation_rows(site: Site) -> Iterator[Row]:
    """Yield one row per observation and vintage."""
    for one in site.observations:
        yield (
            one.jurisdiction, site.jurisdictions[one.jurisdiction].code, one.indicator, one.year,
            one.sex, one.residence, one.age, one.value, one.unit, one.status, one.kind, one.source,
            one.published_on.isoformat() if one.published_on else None, one.note,
        )  # fmt: skip


def amendment_rows(site: Site) -> Iterator[Row]:
    """Yield one row per version of every target that a later document amended."""
    for plan in site.plans.values():
        for target in plan.targets:
            unit = site.units[target.indicator.unit] if target.indicator else None
            for one in versions(target) if target.record.earlier else ():
                ended = one.ended_by
                yield (
                    plan.path, target.id, one.since.isoformat() if one.since else None,
                    one.until.isoformat() if one.until else None,
                    ended.amended_by if ended else None,
                    ended.reason.zh if ended and ended.reason else None,
                    ended.reason.en if ended and ended.reason else None,
                    statement(one.target, unit, "zh"), statement(one.target, unit, "en"),
                )  # fmt: skip


_TABLES: Sequence[tuple[str, tuple[str, ...], Callable[[Site], Iterator[Row]]]] = (
    ("plans", PLAN_COLUMNS, plan_rows),
    ("targets", TARGET_COLUMNS, target_rows),
    ("measures", MEASURE_COLUMNS, measure_rows),
    ("indicators", INDICATOR_COLUMNS, indicator_rows),
    ("alignments", ALIGNMENT_COLUMNS, alignment_rows),
    ("amendments", AMENDMENT_COLUMNS, amendment_rows),
    ("observations", OBSERVATION_COLUMNS, observation_rows),
)


def all_tables(site: Site) -> tuple[Table, ...]:
    """Return every table of the data contract."""
    return tuple(Table(name, name, columns, tuple(rows(site))) for name, columns, rows in _TABLES)
