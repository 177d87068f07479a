"""Coverage: of what a document has, how much is recorded, and how much is said in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from plansite.model import Clause, ClauseKind, Plan
from plansite.official import NO_DOMAIN, OfficialText, place_of
from plansite.reader import Indicator, plain_text, read_bytes
from plansite.reader.measure import Figure, figures_of, recorded_parts, score
from plansite.records.base import LANGS, Lang

PartName = Literal[
    "target", "sub-item", "measure", "project", "organisation", "monitoring",
    "numeric", "introduction", "domain",
]  # fmt: skip
_KINDS: tuple[ClauseKind, ...] = ("target", "measure", "project", "organisation", "monitoring")


@dataclass(frozen=True)
class Document:
    """What the official text of a plan has."""

    anchors: frozenset[str]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Part:
    """One kind of thing: how many the document has, how many are recorded and summarised."""

    name: PartName
    document: int
    recorded: int
    summarised: Mapping[Lang, int] = field(default_factory=dict)
    """By language; empty for what is recorded in figures and needs no words."""
    missing: tuple[str, ...] = ()
    """Places of the document without a record, or a record without a summary."""

    @property
    def complete(self) -> bool:
        """Whether nothing of the document is left out, in any language."""
        return min(self.recorded, *self.summarised.values(), self.document) >= self.document


def read_issued_text(text: OfficialText, catalogue: tuple[Indicator, ...]) -> Document:
    """Return what an official text has: its numbered places and its numeric targets."""
    lines = "\n".join(plain_text(line) for line in text.markdown.split("\n"))
    plans = read_bytes(lines.encode(), "official.txt", catalogue).plans
    figures = tuple(figure for plan in plans for figure in figures_of(plan))
    return Document(frozenset(text.lines), figures)


def coverage(
    plan: Plan, document: Document | None, folder: Path, catalogue: Path
) -> tuple[Part, ...]:
    """Return the parts of a plan; without a document, what is recorded is taken for the whole.

    `folder` holds the plan's files and `catalogue` the indicators, for the figures.
    """
    parts = [*_clauses(plan, document), *_prose(plan, document)]
    if document:
        figures, _ = recorded_parts(folder, catalogue)
        found = score(list(document.figures), figures)
        missing = tuple(" ".join(map(str, one)) for one in found.missing)
        parts.append(Part("numeric", len(document.figures), found.right, missing=missing))
    else:
        numeric = sum(target.strength == "numeric" for target in plan.targets)
        parts.append(Part("numeric", numeric, numeric))
    return tuple(part for part in parts if part.document)


def _clauses(plan: Plan, document: Document | None) -> Iterator[Part]:
    for kind in _KINDS:
        clauses = {clause.passage: clause for clause in plan.clauses_of(kind)}
        held = _held(kind, document) if document else dict.fromkeys(clauses)
        there = [clauses[anchor] for anchor in held if anchor in clauses]
        said: dict[Lang, int] = {lang: sum(_said(one, lang) for one in there) for lang in LANGS}
        missing = [
            anchor for anchor in held if not all(_said(clauses.get(anchor), one) for one in LANGS)
        ]
        yield Part(kind, len(held), len(there), said, tuple(missing))
    subs = {target.passage for target in plan.targets if target.passage}
    wanted = {one for one in document.anchors if place_of(one).sub} if document else subs
    yield Part("sub-item", len(wanted), len(wanted & subs), missing=tuple(sorted(wanted - subs)))


def _held(kind: str, document: Document) -> dict[str, None]:
    """Return the anchors of one kind of clause; a sub-item stands for its clause."""
    found: dict[str, None] = {}
    for anchor in sorted(document.anchors):
        place = place_of(anchor)
        if place.kind == kind and place.domain != NO_DOMAIN:
            found[anchor.removesuffix(f".{place.sub}") if place.sub else anchor] = None
    return found


def _said(clause: Clause | None, lang: Lang) -> bool:
    """Whether a clause has words of ours: a summary, or items that say it all."""
    return bool(clause and clause.record.summary and clause.record.summary[lang])


def _prose(plan: Plan, document: Document | None) -> Iterator[Part]:
    domains = list(plan.record.domains)
    if document:
        domains = sorted(one for one in document.anchors if place_of(one).kind == "domain")
    wanted: tuple[tuple[PartName, list[str]], ...] = (
        ("introduction", ["introduction"]),
        ("domain", domains),
    )
    for name, sections in wanted:
        said: dict[Lang, int] = {
            lang: sum((one, lang) in plan.prose for one in sections) for lang in LANGS
        }
        missing = [
            f"{one}.{lang}.md"
            for one in sections
            for lang in LANGS
            if (one, lang) not in plan.prose
        ]
        known = sum(one in plan.record.domains or one == "introduction" for one in sections)
        yield Part(name, len(sections), known, said, tuple(missing))
