"""One change of the sources, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from plansite.records.base import Bilingual, Lang


@dataclass(frozen=True)
class Both:
    """Words in Chinese and in English; unlike a record's text they may be empty."""

    zh: str = ""
    en: str = ""

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    @classmethod
    def of(cls, text: Bilingual | None) -> Both:
        """Return the words of a record's text."""
        return cls(text.zh, text.en) if text else cls()

    @classmethod
    def same(cls, text: object) -> Both:
        """Return words that are alike in both languages."""
        return cls(str(text), str(text))


NOTHING = Both()
"""No words."""


class Kind(StrEnum):
    """What happened, in the order a report lists it."""

    PLAN_ADDED = "plan_added"
    PLAN_GONE = "plan_gone"
    PLAN_CHANGED = "plan_changed"
    TARGET_ADDED = "target_added"
    TARGET_GONE = "target_gone"
    TARGET_CHANGED = "target_changed"
    CLAUSE_ADDED = "clause_added"
    CLAUSE_GONE = "clause_gone"
    CLAUSE_CHANGED = "clause_changed"
    TEXT_ADDED = "text_added"
    TEXT_GONE = "text_gone"
    TEXT_CHANGED = "text_changed"
    OBSERVATION_ADDED = "observation_added"
    OBSERVATION_REVISED = "observation_revised"
    OBSERVATION_CHANGED = "observation_changed"
    OBSERVATION_GONE = "observation_gone"
    CATALOGUE_ADDED = "catalogue_added"
    CATALOGUE_GONE = "catalogue_gone"
    CATALOGUE_CHANGED = "catalogue_changed"
    STATUS_CHANGED = "status_changed"
    WARNING_RAISED = "warning_raised"
    WARNING_CLEARED = "warning_cleared"
    FINDING_RAISED = "finding_raised"
    FINDING_CLEARED = "finding_cleared"
    TRANSLATION_MISSING = "translation_missing"
    TRANSLATION_SUPPLIED = "translation_supplied"
    PAGE_ADDED = "page_added"
    PAGE_GONE = "page_gone"


@dataclass(frozen=True)
class FieldChange:
    """One field of a record before and after, as the file writes it; empty where it was not given."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One thing that is different."""

    kind: Kind
    place: str
    """The plan, or the file or address where there is no plan."""
    key: str
    """What is different, by its id."""
    name: Both = NOTHING
    """The same in words."""
    before: Both = NOTHING
    after: Both = NOTHING
    fields: tuple[FieldChange, ...] = ()


def of_kind(changes: Iterable[Change], kind: Kind) -> tuple[Change, ...]:
    """Return the changes of one kind, in their order."""
    return tuple(change for change in changes if change.kind is kind)
