"""Indicators of the Sustainable Development Goals: which codes there are.

The 17 goals and 169 targets are those of the United Nations resolution A/RES/70/1; the indicators
below a target are numbered from 1 (A/RES/71/313 and its yearly refinements).
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from plansite.records.base import Text

_TARGETS = {
    1: (5, 2), 2: (5, 3), 3: (9, 4), 4: (7, 3), 5: (6, 3), 6: (6, 2), 7: (3, 2), 8: (10, 2), 9: (5, 3),
    10: (7, 3), 11: (7, 3), 12: (8, 3), 13: (3, 2), 14: (7, 3), 15: (9, 3), 16: (10, 2), 17: (19, 0),
}  # fmt: skip
"""Of each goal: how many targets have a number (3.1), and how many a letter (3.a)."""
_MOST = 5
"""No target has more indicators."""

_CODE = re.compile(r"([1-9][0-9]?)\.([1-9][0-9]?|[a-d])\.([1-9])")

SDG_TARGETS = frozenset(
    f"{goal}.{step}"
    for goal, (numbers, letters) in _TARGETS.items()
    for step in (*map(str, range(1, numbers + 1)), *"abcd"[:letters])
)
"""The codes of all targets: `3.1`, `3.a`."""


def _known(code: str) -> str:
    match = _CODE.fullmatch(code)
    if match is None or f"{match[1]}.{match[2]}" not in SDG_TARGETS or int(match[3]) > _MOST:
        raise ValueError("sdg")
    return code


SdgIndicator = Annotated[Text, AfterValidator(_known)]
"""An indicator below one of the 169 targets, `3.1.1`."""
