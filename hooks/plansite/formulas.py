"""Texts that a spreadsheet program would run as a formula, and the guard against it (OWASP ASVS 1.2.10)."""

from __future__ import annotations

SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with; in full width too, as some programs read it alike."""
_CONTROLS = ("\t", "\r", "\n", "\0")


def guarded(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula: an apostrophe before it."""
    return f"'{text}" if text.startswith(_CONTROLS) or text.lstrip().startswith(SIGNS) else text
