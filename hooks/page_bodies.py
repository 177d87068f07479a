"""MkDocs adapter: the bodies of generated pages come ready from the templates, one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file
from plansite.prose import without_asides
from plansite.render import toc
from plansite.sitemap import split_sitemap


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page its title and what the theme reads of it; a guide loses its asides."""
    if one := _filling(page):
        page.meta.update(one.meta)
        page.edit_url = one.edit_url
    return without_asides(markdown)


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Render the body of a generated page, now that it is about to be written."""
    if one := _filling(page):
        page.toc = get_toc(toc(one.page.headings))
        page.content = str(one.body())
    return context


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Write the files beside a generated page, then let go of all it was made of.

    A large site has not room for all pages at once.
    """
    if one := _filling(page):
        for path, text in one.chart_files():
            write_file(text.encode(), str(Path(config.site_dir, path)))
        page.content, page.toc = "", get_toc([])
        page.file.filled_by = None  # type: ignore[attr-defined] # set in generated_pages.py
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Keep the sitemap to what search engines take."""
    split_sitemap(Path(config.site_dir), config.site_url or "")


def _filling(page: MkDocsPage) -> Any:
    """Return what fills a page; None if it is written by hand."""
    return getattr(page.file, "filled_by", None)
