"""site.yml: what belongs to the publication as a whole."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from plansite.records.base import Address, Bilingual, Mailbox, PlacedRecord, Record, Text, last_day


def iso_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and len(value) == len("2026-01-01"):
        try:
            return last_day(value)
        except ValueError:
            pass
    raise ValueError("iso_date")


def _known_places(value: str) -> str:
    if re.search(r"[{}]", re.sub(r"\{(?:title|address)\}", "", value)):
        raise ValueError("feedback_place")
    return value


Fillable = Annotated[Address, AfterValidator(_known_places)]
"""An address in which {title} and {address} stand for those of the page a reader comes from."""


class FeedbackRecord(Record):
    """Where readers report what is wrong on a page; each way is a link at the foot of every page."""

    email: Mailbox | None = None
    form: Fillable | None = None
    issues: Fillable | None = None

    @model_validator(mode="after")
    def _some_way(self) -> Self:
        if not (self.email or self.form or self.issues):
            raise ValueError("feedback_none")
        return self


class AdminRecord(Record):
    """The repository the optional form in the browser works on."""

    backend: Literal["github", "gitlab"]
    repo: Text
    """Owner and name, as the host writes them."""
    branch: Text = "main"
    sign_in: Address | None = None
    """Address of an OAuth helper; left out, people sign in with an access token."""


class SiteRecord(PlacedRecord):
    """Settings of the publication; nothing here is read from the clock."""

    name: Bilingual
    as_of: Annotated[date, BeforeValidator(iso_date)]
    """The evaluation date: every status and warning is computed for this day."""
    publisher: Bilingual
    content_licence: Text
    edit_base: Address | None = None
    """Address before a source's path that opens it for editing, e.g. https://…/edit/main/."""
    admin: AdminRecord | None = None
    """Left out, the form works on a folder of the reader's own computer only."""
    feedback: FeedbackRecord | None = None
    """Left out, no page offers to report anything."""
    pictures: bool = True
    """Whether plans and indicators get a picture that stands beside a shared link to them."""
    portal: dict[str, str] = Field(default_factory=dict)
    """Meta tags a government portal asks for (SiteName, SiteDomain, …); none by default."""
