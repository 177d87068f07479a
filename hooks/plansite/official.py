"""The official text of a plan: its passages by anchor, and whether their words have changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from plansite.problems import Origin

OFFICIAL_TEXT = "official.zh.md"
OFFICIAL_LOCK = "official.lock.yml"
NO_DOMAIN = "overall"
"""What the importer puts in the place of a domain for numbered items that stand in none."""

_SECTIONS: Mapping[str, Literal["project", "organisation", "monitoring"]] = {
    "projects": "project",
    "organisation": "organisation",
    "monitoring": "monitoring",
}
_PLACE = re.compile(r"(?P<domain>.+?)-(?P<mark>[tm])(?P<number>[0-9][^.]*)(?:\.(?P<sub>.+))?")
_BLANK = re.compile(r"\s*")


@dataclass(frozen=True)
class Place:
    """What an anchor is made of: the place of a clause, or a domain alone."""

    kind: Literal["domain", "target", "measure", "project", "organisation", "monitoring"]
    domain: str
    number: str = ""
    sub: str = ""


@dataclass(frozen=True)
class Lock:
    """The hashes of the passages when they were last read, and where each stands."""

    path: str
    hashes: Mapping[str, str]
    lines: Mapping[str, int]

    def origin(self, anchor: str) -> Origin:
        """Return where the hash of a passage stands."""
        return Origin(self.path, self.lines.get(anchor, 1))


@dataclass(frozen=True)
class OfficialText:
    """The text as issued, in Markdown with an anchor at every numbered place."""

    markdown: str
    origin: Origin
    kept: bool = True
    """Whether it stands in the repository; a trial build may take it from elsewhere."""
    lock: Lock | None = None

    @cached_property
    def hashes(self) -> Mapping[str, str]:
        """A short hash of each passage."""
        from plansite.reader.lock import fingerprints  # the reader is loaded only for such a text

        return fingerprints(self.markdown)

    @cached_property
    def places(self) -> tuple[tuple[str, int], ...]:
        """Every anchor with the line its passage begins on; a repeated anchor stands twice."""
        return tuple(self._places())

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """The line each passage begins on."""
        found: dict[str, int] = {}
        for anchor, line in self.places:
            if anchor in self.hashes:
                found.setdefault(anchor, line)
        return found

    def at(self, anchor: str) -> Origin:
        """Return where a passage stands."""
        return Origin(self.origin.path, self.lines[anchor])

    def passage(self, anchor: str) -> str:
        """Return the anchor a clause is found at: its own or its first sub-item's; else empty."""
        if anchor in self.lines:
            return anchor
        return next((one for one in self.lines if anchor and one.startswith(f"{anchor}.")), "")

    def _places(self) -> Iterator[tuple[str, int]]:
        from plansite.reader.official import ANCHOR

        start = 1
        for number, line in enumerate(self.markdown.split("\n"), start=1):
            if _BLANK.fullmatch(line):
                start = number + 1
            elif match := ANCHOR.search(line):
                yield match[1], start


def place_of(anchor: str) -> Place:
    """Return the place an anchor is made of; what names no clause names a domain."""
    section, _, number = anchor.rpartition("-")
    if section in _SECTIONS:
        return Place(_SECTIONS[section], section, number)
    if match := _PLACE.fullmatch(anchor):
        kind: Literal["target", "measure"] = "target" if match["mark"] == "t" else "measure"
        return Place(kind, match["domain"], match["number"], match["sub"] or "")
    return Place("domain", anchor)
