"""The figures and targets of one indicator as tables of their own, for download."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plansite.model import Site
from plansite.tables import (
    OBSERVATION_COLUMNS,
    TARGET_COLUMNS,
    Cell,
    Row,
    Table,
    observation_rows,
    target_rows,
)

COLUMNS = (
    "record", "indicator", "jurisdiction", "code", "plan", "target", "year", "sex", "residence",
    "age", "comparator", "value", "value_high", "unit", "status", "kind", "source",
    "published_on", "note",
)  # fmt: skip
"""Columns of the CSV; `record` says what a row is: observation, baseline or target."""


@dataclass(frozen=True)
class IndicatorTables:
    """What is known of one indicator."""

    indicator: str
    observations: Table
    targets: Table

    @property
    def path(self) -> str:
        """Address of the files below the site's root, without their ending."""
        return indicator_path(self.indicator)

    def tidy(self, site: Site) -> Table:
        """Return observations, baselines and targets as one tidy table."""
        rows = [*_observations(self.observations), *_targets(site, self.targets)]
        return Table(self.indicator, "indicator", COLUMNS, tuple(_row(one) for one in rows))


def indicator_path(indicator: str) -> str:
    """Return the address of an indicator's files below the site's root, without their ending."""
    return f"data/indicators/{indicator}"


def has_files(site: Site, indicator: str) -> bool:
    """Whether an indicator has observations or targets, and so files."""
    return indicator in site.targets_by_indicator or any(
        name == indicator for name, _ in site.observations_by_series
    )


def indicator_tables(site: Site) -> Iterator[IndicatorTables]:
    """Yield the tables of every indicator that has observations or targets."""
    observed = _grouped(OBSERVATION_COLUMNS, observation_rows(site))
    promised = _grouped(TARGET_COLUMNS, target_rows(site))
    for name in site.indicators:
        if name in observed or name in promised:
            yield IndicatorTables(
                name,
                Table("observations", "observations", OBSERVATION_COLUMNS, observed.get(name, ())),
                Table("targets", "targets", TARGET_COLUMNS, promised.get(name, ())),
            )


def _grouped(columns: tuple[str, ...], rows: Iterator[Row]) -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    place = columns.index("indicator")
    for row in rows:
        found.setdefault(str(row[place] or ""), []).append(row)
    return {name: tuple(group) for name, group in found.items()}


def _observations(table: Table) -> Iterator[dict[str, Cell]]:
    for row in table.rows:
        yield {"record": "observation", **dict(zip(table.columns, row, strict=True))}


def _targets(site: Site, table: Table) -> Iterator[dict[str, Cell]]:
    """Yield a row for each promise, after one for its baseline."""
    seen: set[tuple[Cell, Cell]] = set()
    for row in table.rows:
        target = dict(zip(table.columns, row, strict=True))
        place = site.plans[str(target["plan"])].jurisdiction
        where: dict[str, Cell] = {"jurisdiction": place.slug, "code": place.code}
        key = (target["plan"], target["target"])
        if target["baseline_value"] is not None and key not in seen:
            base: dict[str, Cell] = {
                "value": target["baseline_value"],
                "year": target["baseline_year"],
            }
            kept = {name: target[name] for name in ("indicator", "plan", "target", "unit")}
            yield {"record": "baseline", **where, **kept, **base}
        seen.add(key)
        yield {**target, "record": "target", **where}


def _row(values: Mapping[str, Cell]) -> Row:
    return tuple(values.get(name) for name in COLUMNS)
