"""How text is folded and cut into the terms of the index; search.js does the same to a query.

Two ways of cutting, one for each language of the site. In Chinese there are no words to go by:
every letter, digit or character is a term, and so is every pair of neighbours (also of a
character and a stop), so that any part of a sentence can be found. In English the terms are whole
words, and Chinese names among them are cut in pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from operator import add
from typing import Literal

Mode = Literal["characters", "words"]

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(r"\S+")
WORD_OR_HAN = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")


class _Folding(dict[int, str]):
    """Full-width to half-width, capitals to small, curly quotes to straight, one by one."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = folded
        return folded


_FOLDING = _Folding({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0xAD: "", 0x200B: ""})


def fold(text: str) -> str:
    """Return text as it is compared: a character at a time, so that search.js can map it back."""
    return text.translate(_FOLDING)


def terms(folded: str, mode: Mode) -> set[str]:
    """Return the terms of a folded text."""
    found: set[str] = set()
    if mode == "characters":
        for run in RUN.findall(folded):
            found.update(map(add, run, run[1:]))
        found.update(filter(str.isalnum, set(folded)))
        return found
    for run in WORD_OR_HAN.findall(folded):
        if IS_HAN.match(run):
            found.update(run)
            found.update(map(add, run, run[1:]))
        else:
            found.add(run)
    return found


@lru_cache(maxsize=16_384)
def terms_of(word: str, mode: Mode) -> frozenset[str]:
    """Return the terms of a text without blanks; pages have most of theirs in common."""
    return frozenset(terms(fold(word), mode))


def first_term(folded: str, mode: Mode) -> str:
    """Return the term under which a name is filed: its first pair of characters or word."""
    return next(_in_order(folded, mode), "")


def shard_of(term: str, shards: int) -> int:
    """Return the file a term is kept in; words with the same three first letters stay together."""
    value = 0x811C9DC5
    for letter in term[:3]:
        value = (value ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> 15) % shards


def _in_order(folded: str, mode: Mode) -> Iterator[str]:
    pattern = RUN if mode == "characters" else WORD_OR_HAN
    for run in pattern.findall(folded):
        by_word = mode == "words" and not IS_HAN.match(run)
        yield run if by_word else run[:2]
