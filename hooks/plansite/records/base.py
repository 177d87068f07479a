"""What every record shares: strictness, immutability, its place in the sources, two languages."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from plansite.problems import Origin
from plansite.source.strict_yaml import LinedDict

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""No plan and no figure of this site lies outside."""

MAX_TEXT = 4000
"""Characters of one field; prose has files of its own."""

_TAG = re.compile(r"<[a-zA-Z/!?]")
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_ENDS = re.compile(r"[ \t\n]*[\t\n][ \t\n]*")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def is_device(name: str) -> bool:
    """Return whether Windows keeps the name for a device, so that no file may have it."""
    return _DEVICES.fullmatch(name) is not None


def has_tags(text: str) -> bool:
    """Return whether a text holds what a browser would take for a tag of HTML."""
    return _TAG.search(text) is not None


def one_line(text: str) -> str:
    """Return a text without space around it; ends of lines in it become spaces."""
    return _ENDS.sub(" ", text.strip()) if "\n" in text or "\t" in text else text.strip()


def last_day(text: str) -> date:
    """Return the last day of a year, a month or a day: `2025`, `2025-12`, `2025-12-31`.

    Raises ValueError for anything else.
    """
    if not _PARTIAL_DATE.fullmatch(text):
        raise ValueError("partial_date")
    if len(text) == len("2025"):
        return date(int(text), 12, 31)
    if len(text) == len("2025-12"):
        first = date.fromisoformat(f"{text}-01")
        return first.replace(day=monthrange(first.year, first.month)[1])
    return date.fromisoformat(text)


def _no_device(name: str) -> str:
    if is_device(name):
        raise ValueError("device_name")
    return name


def _plain_number(value: Any) -> Any:
    """Refuse texts that happen to look like a number, and truth values."""
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        return value
    raise ValueError("plain_number")


def _whole_number(value: Any) -> Any:
    """Turn a Decimal without a fraction into an int; refuse everything else."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)) or value != int(value):
        raise ValueError("whole_number")
    return int(value)


def _year(value: Any) -> Any:
    """Turn a Decimal of four digits into a year; refuse everything else."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)) or value != int(value):
        raise ValueError("year")
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise ValueError("year")
    return int(value)


def _partial_date(text: str) -> str:
    try:
        last_day(text)
    except ValueError:
        raise ValueError("partial_date") from None
    return text


def _plain_text(text: str) -> str:
    """Refuse what is no short text: tags of HTML, and a whole document pasted into a field."""
    if has_tags(text):
        raise ValueError("markup")
    if len(text) > MAX_TEXT:
        raise ValueError("text_length")
    return text


Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$"), AfterValidator(_no_device)
]
"""An id: lower-case letters, digits and hyphens; it becomes part of an address."""


UnitId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,30}$")]
"""An id of units.yml: lower-case letters, digits and underscores."""

Plain = Annotated[str, AfterValidator(_plain_text)]
"""Words without markup, may be empty."""

Text = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    AfterValidator(one_line),
    AfterValidator(_plain_text),
]
"""A text that is not empty; ends of lines in it are spaces."""

Label = Annotated[str, StringConstraints(pattern=r"^[^\s/#\\\"'<>&“”‘’０-９]{1,20}$")]
"""A number as a document prints it; it becomes part of an anchor."""

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/<>\"'\\@]+(/[^\s<>\"'\\]*)?$")]
"""A web address."""

Mailbox = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$"),
]
"""An e-mail address."""

PartialDate = Annotated[Text, AfterValidator(_partial_date)]
"""A date as far as known: a year, a month or a day, as text."""

Flag = Annotated[bool, Field(strict=True)]
"""true or false."""

Year = Annotated[int, BeforeValidator(_year), Field(ge=FIRST_YEAR, le=LAST_YEAR)]
"""A calendar year."""

Whole = Annotated[int, BeforeValidator(_whole_number), Field(ge=0, le=1_000_000)]
"""A count."""

Decimals = Annotated[int, BeforeValidator(_whole_number), Field(ge=0, le=6)]
"""Decimals that a statistic is published with."""

Months = Annotated[int, BeforeValidator(_whole_number), Field(ge=0, le=60)]
"""Months until a figure is out: none waits longer than five years."""

Value = Annotated[Decimal, BeforeValidator(_plain_number), Field(allow_inf_nan=False)]
"""A number exactly as the source writes it: its decimals are kept."""

Amount = Annotated[Value, Field(gt=0)]
"""A number above zero."""


class Record(BaseModel):
    """A source entry. Unknown fields are refused; the entry can not be changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, defer_build=True)


class PlacedRecord(Record):
    """A source entry that remembers the file and line it came from."""

    origin: Origin = Field(default=Origin(""), exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _place(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, LinedDict):
            if "origin" in data:
                raise ValueError("no_origin")
            path = (info.context or {}).get("path", "")
            return {**data, "origin": Origin(path, data.line, data.key_lines)}
        return data


class Bilingual(Record):
    """One text in both languages; neither may be missing."""

    zh: Text
    """Chinese."""
    en: Text
    """English."""

    def __getitem__(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    @classmethod
    def same(cls, text: str) -> Self:
        """Return a text that is alike in both languages."""
        return cls(zh=text, en=text)
