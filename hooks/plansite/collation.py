"""The order of names: Latin ones by letter, Chinese ones by their reading (pinyin), as readers look them up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial

READINGS = {"朝阳市": [["cháo"], ["yáng"], ["shì"]]}
"""Places read otherwise than the dictionary of phrases has it."""
OTHERS = "#"
"""The heading of what begins with neither a letter nor a Chinese character."""
_LEADING = re.compile(r"^[^\w]+")


def name_key(text: str, lang: str) -> tuple[str, str, str]:
    """Return what names are sorted by; the text itself decides between equal readings."""
    name = _plain(text)
    reading = _reading(name) if lang == "zh" else name.lower()
    return initial(text, lang), reading, text


def initial(text: str, lang: str) -> str:
    """Return the heading a name stands under: a Latin letter, or `#`."""
    name = _plain(text)
    first = (_reading(name) if lang == "zh" else name)[:1].upper()
    return first if first.isascii() and first.isalpha() else OTHERS


def _plain(text: str) -> str:
    """Return a name without the quotation marks it begins with and without accents."""
    return _LEADING.sub("", unicodedata.normalize("NFKD", text))


@cache
def _reading(name: str) -> str:
    """Return a name with each Chinese character by its reading, tones as digits."""
    return " ".join(_read()(name.lower()))


@cache
def _read() -> Callable[[str], list[str]]:
    """Return what reads names; its dictionary takes a third of a second: only if needed, and once."""
    from pypinyin import Style, lazy_pinyin, load_phrases_dict

    load_phrases_dict(READINGS)
    return partial(lazy_pinyin, style=Style.TONE3, neutral_tone_with_five=True)
