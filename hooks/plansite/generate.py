"""From sources to pages of one language: what an entrance (a hook, a script) calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from plansite.beside import beside
from plansite.changes.event import History
from plansite.changes.history import site_history
from plansite.edition import Edition, load_labels
from plansite.feedback import Feedback, feedback
from plansite.findings import Findings
from plansite.load import load_site
from plansite.model import Site
from plansite.pages import Page
from plansite.pictures import DEFAULT, picture_of
from plansite.problems import Origin, Problem, SourceError
from plansite.records.base import Lang
from plansite.records.unknown import close_match
from plansite.render import Renderer
from plansite.revision import source_commit
from plansite.sharing import structured, trail
from plansite.site_files import File, computed_files, feeds, recorded_files
from plansite.views import all_pages, preview_pages

PREVIEW_VARIABLE = "PLANSITE_ONLY"
"""Names the one plan that `make preview` shows."""


@dataclass(frozen=True)
class Generated:
    """A page with what it takes to write it out."""

    page: Page
    renderer: Renderer
    edit_base: str | None
    address: str = ""
    """The address of the whole site."""

    def body(self) -> str:
        """Return the article's HTML."""
        return self.renderer.body(self.page)

    def chart_files(self) -> Iterator[File]:
        """Yield path, below the root of the language, and text of the files beside the page."""
        for name, text in self.renderer.chart_files(self.page):
            yield self.page.address + name, text

    @property
    def edit_url(self) -> str | None:
        """Return where the source behind the page can be edited."""
        if self.edit_base and self.page.edit_path:
            return self.edit_base + self.page.edit_path
        return None

    @property
    def _picture(self) -> str:
        """Return the path of the picture beside a shared link, empty if the site has none."""
        pictures = self.renderer.edition.pictures
        if not pictures:
            return ""
        own = picture_of(self.page.address)
        return own if own in pictures else DEFAULT

    @property
    def meta(self) -> dict[str, Any]:
        """Return what the theme's templates read; they print it as it is, so it is escaped here."""
        page = self.page
        hide = ["toc"] if page.wide or not page.headings else []
        return {
            "title": escape(page.title),
            "description": escape(page.description),
            "hide": hide,
            "kind": page.kind,
            "rank": page.rank,
            "facets": dict(page.facets),
            "same": list(page.same),
            "feed": page.feed,
            "search": page.search,
            "generated": True,
            "picture": self._picture,
            "structured": structured(self.renderer.edition, page, self.address),
            "trail": trail(self.renderer.edition, page, self.address),
            "portal": {
                escape(name): escape(value)
                for name, value in self.renderer.edition.site.settings.portal.items()
            },
        }


@dataclass(frozen=True)
class Result:
    """Everything one language's build adds to the hand-written pages."""

    pages: tuple[Generated, ...]
    files: tuple[File, ...]
    """Path and content of every file that is no page."""
    picture: str = ""
    """Path of the picture beside links to hand-written pages, empty if the site has none."""
    feedback: Callable[[str, str], Feedback | None] = lambda title, address: None
    """How a page, named by title and address, is reported; None where no page can be."""


def generate(root: Path, lang: Lang, address: str = "", only: str = "") -> Result:
    """Return the generated pages of one language and, for the root site, the data files.

    `address` is that of the whole site, for the feed. With `only`, the path of a plan, just what
    shows that plan is made, and no files. Raises SourceError with all problems of the sources.
    Of a root that is shared, those of the root site are made by who shares it.
    """
    known, past = _SHARED.get(root.resolve(), (None, None))
    site = known.site if known else load_site(root)
    if only and only not in site.plans:
        raise SourceError([_no_such_plan(only, site)])
    past = past or site_history(site, root)
    edition = Edition(site, lang, load_labels(), source_commit(root), only, known, past)
    renderer = Renderer(edition, address)
    edit_base = site.settings.edit_base
    shown = preview_pages(edition) if only else all_pages(edition)
    pages = tuple(Generated(page, renderer, edit_base, address) for page in shown)
    picture = DEFAULT if edition.pictures else ""
    files = [] if only else [*feeds(edition, address)]
    if lang == "zh" and not only and not known:
        files += (*recorded_files(site, address), *computed_files(edition, address))
    return Result(pages, tuple(files), picture, partial(feedback, edition))


_SHARED: dict[Path, tuple[Findings, History]] = {}


@contextmanager
def shared(root: Path, findings: Findings) -> Iterator[None]:
    """Let `generate` take a root as it was read: for a build of both languages that begins now."""
    with beside(partial(site_history, findings.site, root)) as past:
        findings.prepare()
        _SHARED[root.resolve()] = findings, past()
    try:
        yield
    finally:
        del _SHARED[root.resolve()]


def shared_files(root: Path, address: str) -> Iterator[File]:
    """Yield the `computed_files` of a root that is shared."""
    known, past = _SHARED[root.resolve()]
    edition = Edition(known.site, "zh", load_labels(), source_commit(root), "", known, past)
    return computed_files(edition, address)


def _no_such_plan(only: str, site: Site) -> Problem:
    zh, en = close_match(only, site.plans)
    return Problem(
        Origin(PREVIEW_VARIABLE),
        f"{only!r} 不是规划{zh or '；请写 plans/ 之下的文件夹'}",
        f"{only!r} is no plan{en or '; name its folder below plans/'}",
    )
