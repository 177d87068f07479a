"""The hidden sheet of a form: what it is, and every cell as it was handed out, under one hash.

The way back compares each locked cell with this list and can so name the cell that was changed,
also when the sources have moved on since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plansite.forms.form import Form
from plansite.forms.grid import Blank, Grid
from plansite.progress.number import plain

SHEET = "_form"
"""Name of the hidden sheet."""

VERSION = 1
"""Layout of the forms; a form of another version is refused."""

FACTS = ("version", "place", "body", "year", "as_of", "hash")
"""The first rows of the hidden sheet: name and value."""

LOCKED = "locked"


@dataclass(frozen=True)
class Entry:
    """One cell as it was handed out."""

    sheet: str
    address: str
    kind: str
    """`locked`, or the field that is filled in."""
    content: str
    """The text of a locked cell; what a cell to fill in belongs to."""


@dataclass(frozen=True)
class Seal:
    """What the hidden sheet says."""

    facts: Mapping[str, str]
    entries: tuple[Entry, ...]

    @property
    def hash(self) -> str:
        """The hash of everything but the hash itself."""
        facts = [[name, self.facts[name]] for name in FACTS if name != "hash"]
        listed = [[one.sheet, one.address, one.kind, one.content] for one in self.entries]
        text = json.dumps([facts, listed], ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    def rows(self) -> Iterable[tuple[str, ...]]:
        """Yield the rows of the hidden sheet."""
        for name in FACTS:
            yield (name, self.hash if name == "hash" else self.facts[name], "", "")
        for one in self.entries:
            yield (one.sheet, one.address, one.kind, one.content)


def seal_of(form: Form, grids: Iterable[Grid]) -> Seal:
    """Return the seal of a form."""
    facts = {
        "version": str(VERSION),
        "place": form.place.slug,
        "body": form.body.id,
        "year": str(form.year),
        "as_of": form.site.settings.as_of.isoformat(),
    }
    entries = [
        Entry(grid.name, address, cell.field, cell.key)
        if isinstance(cell, Blank)
        else Entry(grid.name, address, LOCKED, canonical(cell))
        for grid in grids
        for address, cell in grid.addressed()
    ]
    return Seal(facts, tuple(entries))


def canonical(cell: object) -> str:
    """Return what a cell says, alike however a spreadsheet program has stored it.

    Numbers lose zeros at the end, texts the difference of line ends and spaces around.
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        cell = Decimal(repr(cell))
    if isinstance(cell, Decimal):
        text = plain(cell)
        return text.rstrip("0").rstrip(".") if "." in text else text
    lines = str("" if cell is None else cell).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.strip() for line in lines.strip().split("\n"))
