"""Events of the past, as pages and feeds tell them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from plansite.changes.change import Both, Change

Source = Literal["edit", "recorded", "revision", "amendment"]


@dataclass(frozen=True)
class Event:
    """Something that changed on one day, of one plan or (without one) of the catalogue."""

    id: str
    """Unique within its plan, and the same in every build."""
    source: Source
    when: datetime
    plan: str
    why: Both
    changes: tuple[Change, ...]
    commit: str = ""


@dataclass(frozen=True)
class History:
    """What is known of the past, latest first."""

    events: tuple[Event, ...] = ()
    kept: bool = False
    """Whether there is a git history; without one only figures and targets tell of their past."""
    cut: bool = False
    """Whether its beginning is missing."""


NO_HISTORY = History()
