"""The entries of two texts of one file that are not the same in both: the only ones to parse."""

from __future__ import annotations

import re
from itertools import pairwise

Entries = tuple[tuple[int, str], ...]
"""The texts of some entries of a list, each with its place in it, counted from 1."""

_ENTRY = re.compile(r"^( *)- ", re.MULTILINE)


def differing(old: str, new: str) -> tuple[Entries, Entries]:
    """Return the entries that one text has and the other has not, in the same place.

    Reading YAML costs a hundred times what comparing its text costs, and an edit touches few of
    the entries of a file. An entry that only moved counts too: one without a number is known by
    its place.
    """
    before, after = _entries(old), _entries(new)
    alike = set(before) & set(after)
    return (
        tuple(one for one in before if one not in alike),
        tuple(one for one in after if one not in alike),
    )


def _entries(text: str) -> Entries:
    """Return the entries of the list that a file is, or the whole of another file as one."""
    first = _ENTRY.search(text)
    if first is None:
        return ((1, text),)
    # Whatever belongs to an entry is indented more than its sign, also a line of a long text.
    signs = [one.start() for one in _ENTRY.finditer(text) if one[1] == first[1]]
    bounds = pairwise([*signs, len(text)])
    return tuple((place, text[start:end]) for place, (start, end) in enumerate(bounds, start=1))
