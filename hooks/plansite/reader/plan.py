"""A plan as the reader understands it: facts, domains, lists and numeric targets."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Facts
from .glyphs import readable
from .marker import marker_of
from .outline import Entry
from .promise import Target
from .vocabulary import TRIM


@dataclass(frozen=True, kw_only=True)
class Item:
    """A numbered target, sub-item, measure, project, organisation or monitoring item."""

    section: str
    domain: str
    location: str
    entries: tuple[Entry, ...]
    targets: tuple[NumericTarget, ...] = ()

    @property
    def number(self) -> str:
        """The number printed: the location without its word."""
        return self.location.rsplit(" ", 1)[-1]

    @property
    def printed_number(self) -> str:
        """The number the document prints, where the list counts from 1 again."""
        first = self.entries[0]
        marker = marker_of(first.paragraph.text, first.paragraph.raw, first.paragraph.mark)
        return str(marker.number) if marker and first.note == "number-repeated" else self.number

    @property
    def text(self) -> str:
        """The original words, without the marker."""
        first = self.entries[0]
        head = first.paragraph.passage(first.start, len(first.paragraph.text))
        rest = (e.paragraph.passage(0, len(e.paragraph.text)) for e in self.entries[1:])
        return readable("".join([head, *rest]))

    @property
    def heading(self) -> str:
        """The printed heading: its first sentence."""
        first = self.entries[0]
        body = first.body
        ends = [i for i in (body.find(m) for m in "。！？") if i >= 0]
        end = min(ends) if ends else len(body.rstrip(TRIM))
        return readable(first.paragraph.passage(first.start, first.start + end)).rstrip(TRIM)

    @property
    def line(self) -> int:
        return self.entries[0].paragraph.line


@dataclass(frozen=True, kw_only=True)
class NumericTarget:
    """A target with its place, its quotation and its indicator."""

    target: Target
    domain: str
    location: str
    quote: str
    line: int
    indicator: str
    """The id of the catalogue, or the printed name."""
    known: bool
    year: int | None
    year_basis: str
    """stated, or end of plan."""


@dataclass(frozen=True, kw_only=True)
class Domain:
    """A thematic field of the plan."""

    id: str
    heading: str
    line: int
    targets: tuple[Item, ...]
    measures: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One plan of a document."""

    facts: Facts
    entries: tuple[Entry, ...]
    domains: tuple[Domain, ...]
    projects: tuple[Item, ...]
    organisation: tuple[Item, ...]
    monitoring: tuple[Item, ...]
    overall: tuple[NumericTarget, ...]
    """Figures of the overall aim, which belongs to no domain."""

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in the plan, domain by domain."""
        inner = [i for d in self.domains for i in (*d.targets, *d.measures)]
        return (*inner, *self.projects, *self.organisation, *self.monitoring)

    @property
    def numeric_targets(self) -> tuple[NumericTarget, ...]:
        """Every figure promised in a numbered place."""
        return tuple(t for item in self.items for t in item.targets)
