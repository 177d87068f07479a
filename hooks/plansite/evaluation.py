"""Texts of a plan: prose in Markdown, and judgements signed by a body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plansite.problems import Origin
from plansite.records.base import Lang
from plansite.records.evaluation import EvaluationKind, EvaluationRecord


@dataclass(frozen=True)
class Prose:
    """A text in Markdown and where it stands."""

    markdown: str
    origin: Origin


@dataclass(frozen=True)
class EvaluationText:
    """A judgement in one language: its facts, and its prose by slot."""

    record: EvaluationRecord
    slots: Mapping[str, Prose]


@dataclass(frozen=True)
class Evaluation:
    """A judgement on a plan at a date, as a body has submitted it."""

    year: int
    kind: EvaluationKind
    texts: Mapping[Lang, EvaluationText]

    @property
    def name(self) -> str:
        """Return the name of its files and of its page, e.g. 2025-midterm."""
        return f"{self.year}-{self.kind}"

    @property
    def record(self) -> EvaluationRecord:
        """The facts; the checks see to it that both languages state the same."""
        return next(iter(self.texts.values())).record
