"""The files of one plan: its facts and its numbered clauses with what they promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from plansite.records.base import (
    Amount,
    Bilingual,
    Label,
    PartialDate,
    PlacedRecord,
    Record,
    Slug,
    Text,
    Value,
    Whole,
    Year,
)
from plansite.records.site import iso_date

VALUED = ("at_least", "at_most", "above", "below", "about", "between", "equal")
RELATIVE = ("no_lower_than", "no_higher_than", "matching")
SECTION_FILES: Mapping[Literal["project", "organisation", "monitoring"], str] = {
    "project": "projects.yml",
    "organisation": "implementation.yml",
    "monitoring": "monitoring.yml",
}
"""File of each section of clauses outside the domains."""
Aim = Literal["increase", "decrease", "keep", "establish", "ensure"]


def give_one(names: Iterable[str], given: Iterable[str]) -> ValueError:
    """Return the error of a record that must have exactly one of several fields."""
    return ValueError(f"give_one:{','.join(names)}:{','.join(given)}")


class SuperiorRecord(PlacedRecord):
    """A plan named as superior: recorded (`plan`) or only named (`title`)."""

    plan: Text | None = None
    title: Bilingual | None = None

    @model_validator(mode="after")
    def _one_of(self) -> SuperiorRecord:
        if (self.plan is None) == (self.title is None):
            raise give_one(("plan", "title"), ())
        return self


class Counts(Record):
    """The size of a plan as a source states it."""

    domains: Whole | None = None
    targets: Whole | None = None
    measures: Whole | None = None


class Completeness(PlacedRecord):
    """How much of the plan is recorded here."""

    recorded: Literal["full", "partial", "named"]
    counts: Counts | None = None
    note: Bilingual | None = None


class PlanRecord(PlacedRecord):
    """plan.yml: one adopted document with a period."""

    title: Bilingual
    series: Slug
    period: tuple[Year, Year]
    status: Literal["draft", "in-force", "closed", "superseded"]
    role: Literal["own", "superior", "peer"]
    issuer: Bilingual | None = None
    issued_on: PartialDate | None = None
    document_number: Text | None = None
    source: Slug | None = None
    superior: tuple[SuperiorRecord, ...] = ()
    laws: tuple[Bilingual, ...] = ()
    domains: Annotated[tuple[Slug, ...], Field(min_length=1)] = ()
    completeness: Completeness

    @field_validator("period")
    @classmethod
    def _years_in_order(cls, period: tuple[int, int]) -> tuple[int, int]:
        if period[0] > period[1]:
            raise ValueError("years_in_order")
        return period


class Promise(PlacedRecord):
    """What is promised of a subject: a value with its comparator, or a direction."""

    at_least: Value | None = None
    at_most: Value | None = None
    above: Value | None = None
    below: Value | None = None
    about: Value | None = None
    between: tuple[Value, Value] | None = None
    equal: Value | None = None
    tolerance: Amount | None = None
    """For `about`: how far off still counts, in the unit. Never assumed."""
    aim: Aim | None = None
    no_lower_than: Bilingual | None = None
    no_higher_than: Bilingual | None = None
    matching: Bilingual | None = None
    amount: Amount | None = None
    """For a relative aim: by how much, e.g. 10 (per cent) on the level of `relative_to`."""
    amount_unit: Literal["percent", "percentage_points", "years"] = "percent"
    relative_to: Bilingual | None = None
    by: Year | None = None
    """The year the document states for this promise."""
    printed: Text | None = None
    """The comparator word of the document, … for the value."""
    value_printed: Text | None = None
    """The figure as printed where it is not in plain digits."""
    words: Bilingual | None = None
    """For an aim: what is promised, where the bare direction would say more or less than that."""

    @cached_property
    def given(self) -> tuple[str, ...]:
        """Names of the promise fields that are set; exactly one in a valid record."""
        return tuple(
            name for name in (*VALUED, *RELATIVE, "aim") if getattr(self, name) is not None
        )

    @model_validator(mode="after")
    def _one_promise(self) -> Promise:
        if len(self.given) != 1:
            raise give_one((*VALUED, *RELATIVE, "aim"), self.given)
        if self.between and self.between[0] >= self.between[1]:
            raise ValueError("range_in_order")
        together = {self.amount is None, self.relative_to is None}
        if len(together) > 1 or (self.amount is not None and self.aim is None):
            raise ValueError("amount_needs_base")
        if self.tolerance is not None and self.about is None:
            raise ValueError("tolerance_needs_about")
        if self.words is not None and (self.aim is None or self.amount is not None):
            raise ValueError("words_need_aim")
        return self


class Baseline(PlacedRecord):
    """The value and year a target starts from, with its source."""

    value: Value
    year: Year
    source: Slug


def _list_of_one(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


class Earlier(Promise):
    """What a target promised before a later document amended it."""

    then: Annotated[tuple[Promise, ...], BeforeValidator(_list_of_one)] = ()
    stretch: Promise | None = None
    until: Annotated[date, BeforeValidator(iso_date)]
    """The day the amendment took effect: the first on which this no longer held."""
    amended_by: Slug
    """The document that amended it."""
    reason: Bilingual | None = None
    """Why, as the document states it, in our own words."""


class ItemRecord(Promise):
    """One target: a subject (an indicator, or a theme with its text) and a promise about it."""

    indicator: Slug | None = None
    theme: Slug | None = None
    text: Bilingual | None = None
    sub: Label | None = None
    """Number of the dash sub-item of the numbered target."""
    name_printed: Text | None = None
    """The indicator as the document prints it, where that differs from the catalogue."""
    population: Bilingual | None = None
    then: Annotated[tuple[Promise, ...], BeforeValidator(_list_of_one)] = ()
    """Later milestones of the same target."""
    stretch: Promise | None = None
    """What the plan strives for beyond the target."""
    earlier: Annotated[tuple[Earlier, ...], BeforeValidator(_list_of_one)] = ()
    """What it promised before, oldest first; the item itself holds what is promised now."""
    baseline: Baseline | None = None
    note: Bilingual | None = None
    source: Slug | None = None
    aligns: tuple[Text, ...] = ()
    """Targets of superior plans it answers to, where the indicators differ: plan#target."""
    path: Literal["linear", "geometric"] = "linear"
    """Shape of the required path from baseline to target."""
    kind: Literal["level", "cumulative", "each_year"] = "level"
    """Whether the value is a level, a sum over the plan's years, or due every year."""

    @model_validator(mode="after")
    def _one_subject(self) -> ItemRecord:
        if (self.indicator is None) == (self.theme is None):
            raise give_one(("indicator", "theme"), ())
        if (self.theme is None) != (self.text is None):
            raise ValueError("theme_needs_text")
        return self


class ClauseRecord(PlacedRecord):
    """A numbered target, measure, project, organisation or monitoring item."""

    number: Label | None = None
    title: Bilingual
    summary: Bilingual | None = None
    bodies: tuple[Slug, ...] = ()
    serves: tuple[Text, ...] = ()
    """Numbered targets it serves: `2`, or `education 3`."""
    items: tuple[ItemRecord, ...] = ()
