"""Entries shared by all plans: series, jurisdictions, units, bodies, indicators, terms, sources."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import InstanceOf, field_validator

from plansite.records.base import (
    Address,
    Bilingual,
    Decimals,
    Flag,
    Months,
    PartialDate,
    PlacedRecord,
    Plain,
    Record,
    Slug,
    Text,
    UnitId,
    Value,
)
from plansite.records.sdg import SdgIndicator
from plansite.source.strict_yaml import LinedList

Tier = Literal["nation", "province", "prefecture-city", "county", "district"]
TIERS: tuple[Tier, ...] = ("nation", "province", "prefecture-city", "county", "district")


class Domain(PlacedRecord):
    """A thematic field of a plan series."""

    id: Slug
    name: Bilingual
    short: Bilingual | None = None
    """A shorter name for navigation."""


class Series(PlacedRecord):
    """Plans of one form, e.g. women's development plans, and the domains they may have."""

    id: Slug
    name: Bilingual
    domains: tuple[Domain, ...]

    def domain(self, name: str) -> Domain:
        """Return a domain by its id. Raises StopIteration if there is none."""
        return next(one for one in self.domains if one.id == name)


class CodeList(Record):
    """The published list the jurisdiction codes were checked against."""

    list: Bilingual
    date: PartialDate


class Jurisdiction(PlacedRecord):
    """A place a plan governs."""

    code: Text
    """Administrative division code in the layout of GB/T 2260, six digits as text."""
    slug: Text
    """Path of the place below plans/, e.g. heilongjiang/daqing."""
    name: Bilingual
    tier: Tier
    parent: Text | None = None
    """Slug of the place one tier up."""


class JurisdictionFile(Record):
    """jurisdictions.yml as a whole; its places are checked one by one."""

    codes: CodeList
    jurisdictions: InstanceOf[LinedList]


class Symbol(Record):
    """What follows a number, per language; may be empty."""

    zh: Plain
    en: Plain

    def __getitem__(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class Unit(PlacedRecord):
    """How a value is written."""

    id: UnitId
    name: Bilingual
    symbol: Symbol
    one: Symbol | None = None
    """What follows the number 1, where that differs: English writes 1 month, 2 months."""
    points: Bilingual | None = None
    """Name of a difference of two such values, e.g. percentage points."""


class Body(PlacedRecord):
    """A kind of body that clauses make responsible."""

    id: Slug
    name: Bilingual
    aliases: tuple[Text, ...] = ()
    """Names it has in the documents."""


class Aliases(Record):
    """Other names, per language, for search and for the document reader."""

    zh: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class Indicator(PlacedRecord):
    """One thing measured, defined once and shared by every plan and tier."""

    id: Slug
    name: Bilingual
    definition: Bilingual | None = None
    unit: Text
    """An id of units.yml."""
    decimals: Decimals | None = None
    """Decimals the statistics are published with."""
    better: Literal["higher", "lower", "balance", "neither"]
    """The good direction."""
    limits: tuple[Value | None, Value | None] = (None, None)
    """Natural limits; a value outside is an error. Left out, a percentage has 0 and 100."""
    counted: Bilingual | None = None
    """What a count counts (its measure word in Chinese)."""
    breakdowns: tuple[Literal["sex", "residence", "age"], ...] = ()
    """Breakdowns that plans ask the statistics for."""
    due_months: Months = 12
    """A year's figure is due this many months after the year's end."""
    aliases: Aliases = Aliases()
    related: tuple[Slug, ...] = ()
    """Same subject, other measure or population: shown beside, never compared as one."""
    sdg: SdgIndicator | None = None
    """The SDG indicator it truly is."""
    population: Bilingual | None = None
    """Whom the value is about, where the name does not say it."""

    @field_validator("limits")
    @classmethod
    def _limits_in_order(
        cls, limits: tuple[Decimal | None, Decimal | None]
    ) -> tuple[Decimal | None, Decimal | None]:
        low, high = limits
        if low is not None and high is not None and low >= high:
            raise ValueError("range_in_order")
        return limits

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The limits as stated; 0 to 100 for a percentage that states none."""
        if self.unit == "percent" and "limits" not in self.model_fields_set:
            return (Decimal(0), Decimal(100))
        return self.limits


class Term(PlacedRecord):
    """A word of the plans, explained."""

    id: Slug | None = None
    term: Bilingual
    definition: Bilingual
    aliases: tuple[Text, ...] = ()
    note: Text | None = None
    """Number of the note in the document."""


class Source(PlacedRecord):
    """A document or release that figures are taken from."""

    id: Slug
    title: Bilingual
    publisher: Bilingual | None = None
    date: PartialDate | None = None
    """As far as known: a year, a month or a day."""
    url: Address | None = None
    """Only where it may be printed."""
    evidence: Literal["A", "B", "C"]
    """A issuing body or its official outlet, B named press or library, C copy site or digest."""
    citable: Flag
    note: Bilingual | None = None
