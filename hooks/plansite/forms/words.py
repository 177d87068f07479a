"""Words of the forms: every cell that people read holds Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plansite.records.base import Bilingual
from plansite.source.strict_yaml import parse_yaml

_FILE = Path(__file__).parent / "words.yml"


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    words: Mapping[str, Mapping[str, str]] = parse_yaml(
        _FILE.read_text(encoding="utf-8"), _FILE.name
    )
    return words


def word(key: str, lang: str, **fields: object) -> str:
    """Return a text in one language; `fields` fill its {places}. Raises KeyError if unknown."""
    return _words()[key][lang].format(**fields)


def both(key: str, **fields: object) -> str:
    """Return a text in both languages on one line."""
    return f"{word(key, 'zh', **fields)} {word(key, 'en', **fields)}"


def lines(key: str, **fields: object) -> str:
    """Return a text in both languages, one below the other."""
    return f"{word(key, 'zh', **fields)}\n{word(key, 'en', **fields)}"


def stacked(text: Bilingual) -> str:
    """Return a text of the sources in both languages, one below the other."""
    return text.zh if text.zh == text.en else f"{text.zh}\n{text.en}"
