"""Headings that stand on several lines: （五）建设宜居家 / 园，营造敬老环境 before the list they head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .marker import marker_of
from .nesting import HEADING_KINDS
from .paragraph import Paragraph
from .vocabulary import DOMAIN_HEADING, ITEM_ROLES, role_of

MOST = 3
"""More lines than these are no heading."""
LONGEST = 24
ENDS = re.compile(r"[。；：！？]")
GOES_ON = re.compile(r"^(?:和|与|及|、|以及|的(?![\u4e00-\u9fff]士))")


def heading_tails(pieces: Sequence[Paragraph]) -> frozenset[int]:
    """The places of lines that end a heading begun before them: a list or its heading must follow."""
    found: set[int] = set()
    for at, piece in enumerate(pieces):
        if at in found or not _may_be_cut(piece):
            continue
        tails: list[int] = []
        for n in range(at + 1, min(len(pieces), at + MOST + 2)):
            if pieces[n].furniture:
                continue
            if not _is_tail(pieces[n]):
                break
            tails.append(n)
        after = _next(pieces, (tails or [at])[-1] + 1)
        joined = bool(tails) and GOES_ON.match(pieces[tails[0]].text) is not None
        if tails and not joined and _is_whole(piece, pieces[tails[0]]):
            continue
        if len(tails) <= MOST and after is not None and (_opens_list(after) or joined):
            found |= set(tails)
    return frozenset(found)


def _next(pieces: Sequence[Paragraph], at: int) -> Paragraph | None:
    """The next line that is no page number or running head."""
    while at < len(pieces) and pieces[at].furniture:
        at += 1
    return pieces[at] if at < len(pieces) else None


def _may_be_cut(piece: Paragraph) -> bool:
    """A short numbered heading without an end."""
    if piece.cells or piece.furniture or piece.contents or len(piece.text) > LONGEST:
        return False
    marker = marker_of(piece.text, piece.raw, piece.mark)
    if marker is None or marker.kind not in HEADING_KINDS or ENDS.search(piece.text):
        return False
    return len(piece.text) > marker.length + 3


def _is_whole(piece: Paragraph, following: Paragraph) -> bool:
    """二、重点领域 / 妇女与健康: two headings, one below the other."""
    marker = marker_of(piece.text, piece.raw, piece.mark)
    role = role_of(piece.text[marker.length if marker else 0 :])
    return bool(role) or DOMAIN_HEADING.fullmatch(following.text) is not None


def _is_tail(piece: Paragraph) -> bool:
    """A short line without a number that announces nothing itself."""
    plain = not (piece.cells or piece.contents or piece.heading or piece.bullet or piece.bold)
    return (
        plain
        and 0 < len(piece.text) <= LONGEST
        and not ENDS.search(piece.text)
        and marker_of(piece.text, piece.raw, piece.mark) is None
        and not role_of(piece.text)
    )


def _opens_list(piece: Paragraph) -> bool:
    """The first item of a list, or the heading of targets or measures."""
    marker = marker_of(piece.text, piece.raw, piece.mark)
    if marker is not None:
        return marker.number == 1 and marker.kind not in {"part", "section", "dash"}
    return role_of(piece.text) in ITEM_ROLES
