"""The postings: which pages hold a term, and where in them, cut into many small files."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import sub
from typing import Any

from plansite.search.article import Article
from plansite.search.terms import Mode, first_term, fold, shard_of, terms, terms_of

POSTINGS_PER_SHARD = 8_000
"""About 5 kB compressed: a query reads one file for each of its terms."""
MOST_NAMES = 6
"""A name is looked up under at most so many others that mean the same."""

TEXT, STRONG, TITLE = range(3)
"""Where a term stands in a page: in its text, in a heading or target, in its title."""


class Postings:
    """Pages by term, in order, each with the best place where the term stands."""

    def __init__(self, mode: Mode) -> None:
        self.mode: Mode = mode
        self.pages: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self.same: dict[str, dict[str, None]] = {}

    def add(self, number: int, article: Article) -> None:
        """Add a page; pages come in the order of their numbers."""
        names = article.same[0] if article.same and article.kind != "page" else ()
        parts = article.passages
        strong = (one.text if one.kind == "target" else one.heading for one in parts)
        every = self._terms(text for one in parts for text in (one.heading, one.text))
        first = self._terms((article.title, *names)) & every
        second = (self._terms(strong) & every) - first
        for place, found in ((TEXT, every - first - second), (STRONG, second), (TITLE, first)):
            entry = number << 2 | place
            for term in found:
                self.pages[term].append(entry)
        for group in article.same:
            self._equate(group)

    def _terms(self, texts: Iterable[str]) -> set[str]:
        words = set("\n".join(texts).split())
        return set[str]().union(*(terms_of(word, self.mode) for word in words))

    def _equate(self, names: Iterable[str]) -> None:
        known = {fold(name): name for name in names}
        for folded in known:
            others = self.same.setdefault(folded, {})
            others.update((name, None) for key, name in known.items() if _apart(folded, key))

    @property
    def shards(self) -> int:
        """Return the number of files, a power of two that follows from the number of postings."""
        total = sum(map(len, self.pages.values()))
        return 1 << max(0, total // POSTINGS_PER_SHARD).bit_length()

    def files(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """Yield each file's number and content: postings, and names that mean the same."""
        shards = self.shards
        members: list[list[str]] = [[] for _ in range(shards)]
        for term in sorted(self.pages):
            members[shard_of(term, shards)].append(term)
        names: list[dict[str, list[str]]] = [{} for _ in range(shards)]
        for name in sorted(self.same):
            others = [one for one in self.same[name] if self._occurs(one)][:MOST_NAMES]
            if others:
                names[shard_of(first_term(name, self.mode), shards)][name] = others
        for number in range(shards):
            yield (
                number,
                {"terms": {one: self._of(one) for one in members[number]}, "same": names[number]},
            )

    def _of(self, term: str) -> list[list[int]]:
        """Return the pages of a term as gaps: all of them, those where it is strong, in the title."""
        entries = self.pages[term]
        best = max(entry & 3 for entry in entries)
        return [
            _gaps([entry >> 2 for entry in entries if place in (TEXT, entry & 3)])
            for place in range(best + 1)
        ]

    def _occurs(self, name: str) -> bool:
        """Return whether some page may hold a name (every term of it is in the index)."""
        cut = terms(fold(name), self.mode)
        return bool(cut) and all(term in self.pages for term in cut)


def _apart(one: str, other: str) -> bool:
    """Whether neither name holds the other: what does is found anyway, and a part of it means more."""
    return one not in other and other not in one


def _gaps(pages: list[int]) -> list[int]:
    return [*pages[:1], *map(sub, pages[1:], pages)]
