"""What results can be narrowed by: a column for each facet, a number for each page."""

from __future__ import annotations

from typing import Any

from plansite.edition import load_labels
from plansite.records.base import Lang
from plansite.search.article import FACETS, Article

KINDS = ("indicator", "plan", "domain", "target", "measure", "report", "page")
"""Kinds of pages and passages; pages of equal merit stand in this order."""


class Facets:
    """Collects the columns page by page."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, int]] = {key: {} for key in FACETS}
        self.pages: dict[str, list[int]] = {key: [] for key in (*FACETS, "kind")}

    def add(self, article: Article) -> None:
        """Take the next page; 0 means that the facet does not apply to it."""
        for key, values in self.values.items():
            text = article.facets.get(key)
            self.pages[key].append(values.setdefault(text, len(values) + 1) if text else 0)
        kinds = {article.kind, *(one.kind for one in article.passages)}
        self.pages["kind"].append(sum(1 << n for n, kind in enumerate(KINDS) if kind in kinds))

    def columns(self, lang: Lang) -> dict[str, Any]:
        """Return values and columns by facet; a page's kinds are the bits of a number."""
        labels = load_labels()
        order = [text[lang] for key, text in labels.items() if key.startswith("tier_")]
        found: dict[str, Any] = {
            key: {"values": list(values), "pages": self.pages[key]}
            for key, values in self.values.items()
        }
        tiers = self.values["tier"]
        found["tier"]["order"] = [tiers[one] - 1 for one in order if one in tiers]
        found["kind"] = {"values": KINDS, "pages": self.pages["kind"]}
        return found
