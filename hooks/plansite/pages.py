"""A generated page: its address, its template, and the view that fills it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Link(NamedTuple):
    """A word and where it leads (an address below the language's root, or empty)."""

    text: str
    address: str = ""
    lang: str = ""
    """Language of the text where it differs from the page's."""

    @property
    def leaves(self) -> bool:
        """Whether the address lies outside the site."""
        return self.address.startswith(("https://", "http://"))


@dataclass(frozen=True)
class Heading:
    """An entry of the table of contents."""

    id: str
    text: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Related:
    """Links at the foot of a page that have one reason in common."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Page:
    """Everything needed to render one page in one language."""

    address: str
    """Relative to the language's root, ending in / (empty for the home page)."""
    template: str
    title: str
    description: str
    view: Mapping[str, Any]
    crumbs: tuple[Link, ...] = ()
    siblings: tuple[Link, ...] = ()
    """The pages of the same plan, for the local navigation."""
    headings: tuple[Heading, ...] = ()
    related: tuple[Related, ...] = ()
    """What stands near it, for the foot of the page."""
    edit_path: str = ""
    """The source behind the page, relative to the repository."""
    kind: str = "page"
    """For search: plan, domain, target, measure, indicator, report, page."""
    rank: int = 0
    """For search: of pages of one kind that fit equally well, those with the least come first."""
    facets: Mapping[str, str] = field(default_factory=dict)
    """For search: tier, jurisdiction, plan, domain."""
    same: tuple[str, ...] = ()
    """For search: names of what the page is about that mean the same, in both languages."""
    search: bool = True
    """Whether search looks into the page."""
    feed: str = ""
    """Address of the page's own Atom feed."""
    wide: bool = False
    """Whether the page needs the whole width (no table of contents)."""
    charts: tuple[Any, ...] = ()
    """The charts on it, each of which is a file beside it too."""

    @property
    def source_uri(self) -> str:
        """Return the address in the form MkDocs gives a Markdown file."""
        return f"{self.address}index.md"
