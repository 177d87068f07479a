"""site.yml: what belongs to the publication as a whole."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from plansite.records.base import Address, Bilingual, PlacedRecord, Text, last_day


def _iso_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and len(value) == len("2026-01-01"):
        try:
            return last_day(value)
        except ValueError:
            pass
    raise ValueError("iso_date")


class SiteRecord(PlacedRecord):
    """Settings of the publication; nothing here is read from the clock."""

    name: Bilingual
    as_of: Annotated[date, BeforeValidator(_iso_date)]
    """The evaluation date: every status and warning is computed for this day."""
    publisher: Bilingual
    content_licence: Text
    home: Text = ""
    """Path of the site below the host, for canonical addresses; the host is in mkdocs.yml."""
    edit_base: Address | None = None
    """Address before a source's path that opens it for editing, e.g. https://…/edit/main/."""
    portal: dict[str, str] = Field(default_factory=dict)
    """Meta tags a government portal asks for (SiteName, SiteDomain, …); none by default."""
