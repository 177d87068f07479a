"""What makes a case impossible to assess: one flaw, and the error that lists all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Flaw:
    """One thing wrong: the field, and what was read, what is allowed, what to do."""

    field: str
    zh: str
    en: str


class CaseError(ValueError):
    """A goal or its points cannot be assessed; `flaws` lists everything found."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("; ".join(f"{flaw.field}: {flaw.en}" for flaw in self.flaws))
