"""Words filled with numbers: a word that depends on its number is given as both."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any


class _Counted(Formatter):
    """Read {count:plan|plans} as the first word for one, as the second for any other number."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, either, many = format_spec.partition("|")
        if either:
            return one if value == 1 else many
        return str(super().format_field(value, format_spec))


_COUNTED = _Counted()


def filled(text: str, fields: Mapping[str, object]) -> str:
    """Return a text with its {places} filled."""
    if "|" in text:  # the quick way for all others
        return _COUNTED.vformat(text, (), fields)
    return text.format(**fields) if fields else text
