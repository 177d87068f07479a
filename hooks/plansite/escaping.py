"""Text of the sources inside Markdown that people read: shown as it stands, never read as markup.

Every sign with a meaning in Markdown or HTML, or to GitHub, is written as a character reference.
"""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#!|~&@$]|:(?=//)|www(?=\.)|[\x00-\x1f\x7f\u2028\u2029]")


def escaped(text: str, longest: int | None = None) -> str:
    """Return a text as Markdown that shows it and does nothing else, on one line.

    What is longer than `longest` is cut.
    """
    short = text if longest is None or len(text) <= longest else f"{text[:longest]}…"
    return _SIGNS.sub(_reference, short)


def _reference(match: re.Match[str]) -> str:
    sign = match.group()
    if len(sign) > 1:
        return f"{sign}&#8203;"
    return f"&#{ord(sign)};" if sign.isprintable() else " "
