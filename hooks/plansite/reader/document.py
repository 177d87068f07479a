"""A document to its plans: the one call that the command, the site and the tests make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .catalogue import Indicator
from .furniture import contents_lines
from .line import Line, Source
from .marker import marker_of
from .outline import outline
from .paragraph import Paragraph
from .plan import Plan
from .problem import ReadProblem
from .reflow import reflow
from .source import parse_source, read_source
from .understand import read_plan
from .unfold import unfold
from .unfold_wrapped import wrapped_paragraphs
from .vocabulary import EMPTY, is_title, role_of


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read: the plans of a document in order, each with what stands before it."""

    source: Source
    plans: tuple[Plan, ...]

    @property
    def outside(self) -> tuple[Line, ...]:
        """Lines around the main content: of a web page, or repeated on the pages of a Word file."""
        return self.source.outside

    @property
    def text(self) -> str:
        """All characters of the document but white space: what the official texts must hold."""
        cells = ("".join(line.cells) if line.cells else line.text for line in self.source.lines)
        return re.sub(r"\s+", "", "".join(cells))


def read_document(
    path: Path, catalogue: tuple[Indicator, ...] = (), domains: Mapping[str, str] = EMPTY
) -> Reading:
    """Read a file; raises ReadProblem with one sentence where it cannot be read."""
    return read_lines(read_source(path), catalogue, domains)


def read_bytes(
    content: bytes,
    name: str,
    catalogue: tuple[Indicator, ...] = (),
    domains: Mapping[str, str] = EMPTY,
) -> Reading:
    """Read the bytes of a file; the ending of `name` says its kind."""
    return read_lines(parse_source(content, name), catalogue, domains)


def read_lines(
    source: Source, catalogue: tuple[Indicator, ...] = (), domains: Mapping[str, str] = EMPTY
) -> Reading:
    """Read the lines of a source."""
    paragraphs = wrapped_paragraphs(source.lines)
    if not paragraphs:
        lines = unfold(source.lines)
        paragraphs = reflow(lines, contents_lines(lines))
    plans: list[Plan] = []
    try:
        for part in _parts(paragraphs):
            plans.append(read_plan(outline(part, domains), catalogue, source.outside))
    except RecursionError as error:
        raise ReadProblem(
            source.name,
            1,
            "文件层次过深，读不完；请检查编号",
            "the document nests too deep; check its numbering",
        ) from error
    return Reading(source=source, plans=tuple(plans))


def _parts(paragraphs: tuple[Paragraph, ...]) -> list[tuple[Paragraph, ...]]:
    """Part a file that holds several plans: each begins with a title and has headings of its own."""
    starts = [0]
    seen_list = False
    for at, paragraph in enumerate(paragraphs):
        if paragraph.contents or paragraph.furniture:
            continue
        text = paragraph.text
        if role_of(text[:30]) in {"targets", "measures"} or _item_role(paragraph):
            seen_list = True
        title = (
            len(text) <= 60 and is_title(text) and not paragraph.cells and marker_of(text) is None
        )
        if title and seen_list and _has_lists(paragraphs[at:]):
            starts.append(_title_start(paragraphs, at))
            seen_list = False
    return [paragraphs[a:b] for a, b in zip(starts, [*starts[1:], len(paragraphs)], strict=True)]


def _title_start(paragraphs: tuple[Paragraph, ...], at: int) -> int:
    """A title may be broken: short lines without a mark just before it belong to it."""
    while at > 0 and len(paragraphs[at - 1].text) <= 14:
        before = paragraphs[at - 1]
        plain = before.text and before.text[-1] not in "。；：！？" and not role_of(before.text)
        if not plain or before.furniture or before.cells or marker_of(before.text, before.raw):
            break
        at -= 1
    return at


def _item_role(paragraph: Paragraph) -> bool:
    marker = marker_of(paragraph.text[:40])
    return marker is not None and role_of(paragraph.text[marker.length : 30]) in {
        "targets",
        "measures",
        "container",
    }


def _has_lists(paragraphs: tuple[Paragraph, ...]) -> bool:
    """What follows has a heading of targets or measures, and starts its own numbering."""
    return any(
        role_of(p.text[:30]) in {"targets", "measures", "container"} or _item_role(p)
        for p in paragraphs[1:]
    )
