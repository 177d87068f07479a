"""A word of a vocabulary: its code, its label and its meaning in Chinese and English."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """Base of the vocabularies; the value is the code written in data files."""

    _value_: str
    zh: str
    """Label in Chinese."""
    en: str
    """Label in English."""
    meaning_zh: str
    """One sentence in Chinese, for the method page."""
    meaning_en: str
    """One sentence in English, for the method page."""

    def __new__(
        cls, code: str, zh: str = "", en: str = "", meaning_zh: str = "", meaning_en: str = ""
    ) -> Word:
        """Make the member from its row of texts."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.zh, member.en = zh, en
        member.meaning_zh, member.meaning_en = meaning_zh, meaning_en
        return member

    def label(self, lang: str) -> str:
        """Return the label in `zh` or `en`."""
        return self.zh if lang == "zh" else self.en

    def meaning(self, lang: str) -> str:
        """Return the sentence in `zh` or `en`."""
        return self.meaning_zh if lang == "zh" else self.meaning_en
