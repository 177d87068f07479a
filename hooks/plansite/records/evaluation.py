"""A judgement on a plan: what stands at the head of its file, and the slots of its prose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator

from plansite.records.base import Bilingual, PlacedRecord, Slug, Text, last_day

EvaluationKind = Literal["midterm", "final"]
EVALUATION_KINDS: tuple[EvaluationKind, ...] = get_args(EvaluationKind)

SLOTS: Mapping[str, Bilingual] = {
    "judgement": Bilingual(zh="总体判断", en="Overall judgement"),
    "progress": Bilingual(zh="主要进展", en="What was achieved"),
    "problems": Bilingual(zh="存在问题", en="What falls short"),
    "advice": Bilingual(zh="下一步建议", en="What comes next"),
}
"""The places for prose on an evaluation page, by the second-level heading that opens each."""

_COMMIT = re.compile(r"[0-9a-f]{7,40}")


def _day(value: Any) -> date:
    if isinstance(value, str) and len(value) == len("2025-12-31"):
        try:
            return last_day(value)
        except ValueError:
            pass
    raise ValueError("iso_date")


def _commit_id(text: str) -> str:
    if not _COMMIT.fullmatch(text):
        raise ValueError("commit_id")
    return text


class EvaluationRecord(PlacedRecord):
    """The head of an evaluation file; both languages state the same, but for the title."""

    as_of: Annotated[date, BeforeValidator(_day)]
    """The day whose data the judgement rests on: the page is computed for it and stays so."""
    body: Slug
    """Who judges: an id of bodies.yml."""
    data_commit: Annotated[Text, AfterValidator(_commit_id)] | None = None
    """The state of the repository the judgement was written on."""
    title: Text | None = None
    """The title of the report as issued, in the language of the file."""
