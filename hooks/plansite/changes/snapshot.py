"""A state of the sources, loaded: the site, what the method says of it, and its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plansite.assessing import Assessed, assess_site
from plansite.changes.change import Both
from plansite.edition import Edition, load_labels
from plansite.load import load_site
from plansite.model import Site
from plansite.problems import Problem, SourceError
from plansite.records.base import LANGS
from plansite.views import all_pages


@dataclass(frozen=True)
class Snapshot:
    """One state; without a site where its sources have errors."""

    name: str
    root: Path
    site: Site | None
    problems: tuple[Problem, ...]
    """All problems of sources that can not be used; the warnings of those that can."""

    @cached_property
    def assessed(self) -> Mapping[tuple[str, str], Assessed]:
        """Targets assessed by the method."""
        return assess_site(self.site) if self.site else {}

    @cached_property
    def pages(self) -> Mapping[str, Both]:
        """Titles of all pages by address below a language's root."""
        if self.site is None:
            return {}
        labels = load_labels()
        titles = [
            {page.address: page.title for page in all_pages(Edition(self.site, lang, labels))}
            for lang in LANGS
        ]
        found = {address: Both(title, titles[1][address]) for address, title in titles[0].items()}
        written = sorted((self.root / "docs" / "zh").glob("**/*.md"))
        for file in written:
            address = file.relative_to(self.root / "docs" / "zh").with_suffix("").as_posix() + "/"
            found.setdefault(address, Both.same(address))
        return found


def take(name: str, root: Path) -> Snapshot:
    """Load the state in a folder; its errors are kept, not raised."""
    try:
        site = load_site(root)
    except SourceError as error:
        return Snapshot(name, root, None, error.problems)
    return Snapshot(name, root, site, site.warnings)
