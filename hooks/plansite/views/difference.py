"""What differs between two wordings of one text, word by word, and the name of the field it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from plansite.changes.change import Kind
from plansite.records.base import LANGS, Lang
from plansite.schema.form import words

CONTEXT = 40
"""Characters left standing on either side of what changed."""
LONGEST = 240
"""Characters shown of a text that has nothing in common with the other."""
SHARED = 0.4
"""Texts of which less is alike are set one against the other, whole."""
_WORDS = re.compile(r"[A-Za-z0-9]+(?:['’.-][A-Za-z0-9]+)*|\s+|.", re.DOTALL)
_CUT_WORD, _WORD_CUT = re.compile(r"[A-Za-z0-9]+$"), re.compile(r"^[A-Za-z0-9]*[,.;:]*")
_FORMS: Mapping[str, tuple[str, ...]] = {
    "target": ("ItemRecord", "Promise", "Baseline", "Earlier"),
    "clause": ("ClauseRecord",),
    "plan": ("PlanRecord", "Completeness", "Counts", "SuperiorRecord"),
    "catalogue": ("Indicator", "Source", "Body", "Unit", "Term", "Jurisdiction", "Series"),
}
"""The forms whose words name the fields of a change, by the beginning of its kind."""


class Piece(NamedTuple):
    """Words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


@lru_cache(maxsize=4096)
def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return what stayed, went and came, in order; far from any change, `…` stands for the words.

    Texts with little in common are returned as one piece gone and one new.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    steps = _steps(old[head : len(old) - tail], new[head : len(new) - tail])
    end = "".join(old[len(old) - tail :])
    found = [Piece("same", "".join(old[:head])), *steps, Piece("same", end)]
    same = sum(len(one.text) for one in found if one.kind == "same")
    if not before or not after or same < SHARED * max(len(before), len(after)):
        return tuple(one for one in (_whole("gone", before), _whole("new", after)) if one.text)
    return tuple(_abridged([one for one in found if one.text]))


def _alike(old: list[str], new: list[str]) -> int:
    """Return how many words are the same at the beginning."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))  # fmt: skip


def _steps(old: list[str], new: list[str]) -> Iterator[Piece]:
    """Yield the way from one list of words to another; a space between two changes joins them."""
    gone, came = "", ""
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" and not (stayed := "".join(old[i:j])).isspace():
            yield from (Piece("gone", gone), Piece("new", came), Piece("same", stayed))
            gone, came = "", ""
        else:
            gone, came = gone + "".join(old[i:j]), came + "".join(new[k:m])
    yield from (Piece("gone", gone), Piece("new", came))


def _whole(kind: Literal["gone", "new"], text: str) -> Piece:
    return Piece(kind, text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def _abridged(found: list[Piece]) -> Iterator[Piece]:
    """Yield pieces; of what stayed only as much as says where the change is."""
    for at, one in enumerate(found):
        first, last = at == 0, at == len(found) - 1
        if one.kind != "same" or len(one.text) <= CONTEXT * (2 - first - last) + 1:
            yield one
            continue
        head = "" if first else _CUT_WORD.sub("", one.text[:CONTEXT])
        tail = "" if last else _WORD_CUT.sub("", one.text[-CONTEXT:])
        yield Piece("same", f"{head}…{tail}")


def field_name(kind: Kind, field: str, lang: Lang) -> str:
    """Return the name of a field in words: `summary.en` as `Summary (English)`.

    What no form explains keeps the name it has in the sources.
    """
    forms = _FORMS.get(kind.partition("_")[0], ())
    *path, last = [part for part in field.split(".") if not part.isdigit()]
    path, tag = (path, last) if path and last in LANGS else ([*path, last], "")
    said = [_said(forms, part, lang) for part in path]
    if not all(said):
        return field
    name = (" · " if lang == "en" else "·").join(said)
    if not tag:
        return name
    language = words()["Bilingual"][tag][lang]
    return f"{name} ({language})" if lang == "en" else f"{name}（{language}）"


def _said(forms: tuple[str, ...], field: str, lang: Lang) -> str:
    for form in forms:
        if field in words().get(form, {}):
            return str(words()[form][field][lang])
    return ""
