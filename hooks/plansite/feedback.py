"""How a reader reports what is wrong on a page: by e-mail, in a form, or as an issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from plansite.edition import Edition
from plansite.pages import Link


class Feedback(NamedTuple):
    """The line at the foot of a page."""

    question: str
    ways: tuple[Link, ...]


def feedback(edition: Edition, title: str, address: str) -> Feedback | None:
    """Return the ways to report a page, filled in; None where the settings name none.

    `title` and `address` are those of the page, as a reader sees them.
    """
    if edition.site.settings.feedback is None:
        return None
    ways = tuple(_ways(edition, title, address))
    return Feedback(edition.word("feedback_question"), ways)


def _ways(edition: Edition, title: str, address: str) -> Iterator[Link]:
    given = edition.site.settings.feedback
    if given and given.email:
        yield Link(edition.word("feedback_email"), _letter(edition, given.email, title, address))
    if given and given.form:
        yield Link(edition.word("feedback_form"), _filled(given.form, title, address))
    if given and given.issues:
        yield Link(edition.word("feedback_issues"), _filled(given.issues, title, address))


def _letter(edition: Edition, to: str, title: str, address: str) -> str:
    """Return an address that opens a letter with its subject and what it must say (RFC 6068)."""
    lines = (
        edition.word("feedback_page", title=title), address, "",
        edition.word("feedback_wrong"), "", "",
        edition.word("feedback_right"), "", "",
    )  # fmt: skip
    subject, body = edition.word("feedback_subject", title=title), "\r\n".join(lines)
    return f"mailto:{to}?subject={_quoted(subject)}&body={_quoted(body)}"


def _filled(pattern: str, title: str, address: str) -> str:
    filled = pattern.replace("{title}", _quoted(title))
    return filled.replace("{address}", _quoted(address))


def _quoted(text: str) -> str:
    return quote(text, safe="")
