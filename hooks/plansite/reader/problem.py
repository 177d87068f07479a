"""The one kind of error the reader shows to a person: where, what was read, what to do."""

from __future__ import annotations


class ReadProblem(Exception):  # noqa: N818 - the word the issue and the pages use
    """A document that cannot be read, said in Chinese and English for one place."""

    def __init__(self, place: str, line: int, zh: str, en: str) -> None:
        super().__init__(f"{place}:{line}: {zh} / {en}")
        self.place = place
        self.line = line
        self.zh = zh
        self.en = en
