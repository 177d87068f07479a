"""MkDocs adapter: generated pages live in memory, their bodies come ready from the templates."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from plansite.generate import PREVIEW_VARIABLE, Generated, generate
from plansite.problems import SourceError
from plansite.render import toc
from plansite.sitemap import split_sitemap


class PlanFile(File):
    """A page in memory; it knows what fills it."""

    filled_by: Generated


class PlanPage(MkDocsPage):
    """A page outside the menu whose body comes ready: there is no Markdown to convert."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content to `on_page_content`."""
        self.content, self.toc = "", get_toc([])
        self.present_anchor_ids = set()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and, on the root site, the data files."""
    root = Path(config.config_file_path).parent
    only = os.environ.get(PREVIEW_VARIABLE, "").strip("/")
    try:
        result = generate(root, config.extra["language"], _root_address(config), only)
    except SourceError as error:
        raise PluginError(f"plans/\n{error}") from None
    for one in result.pages:
        file: Any = PlanFile.generated(
            config, one.page.source_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.filled_by = one
        files.append(file)
    config.extra["picture"] = result.picture
    for path, text in result.files:
        files.append(File.generated(config, path, content=text))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Put a page that comes ready in the place of each that is not in the menu."""
    for file in files:
        if isinstance(file, PlanFile) and file.page not in nav.pages:
            PlanPage(None, file, config)  # the file keeps it
    return nav


def _root_address(config: MkDocsConfig) -> str:
    """Return the address of the whole site: that of the English one ends in en/."""
    address = config.site_url or ""
    return address if config.extra["language"] == "zh" else address.removesuffix("en/")


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page its title and what the theme reads of it."""
    if one := getattr(page.file, "filled_by", None):
        page.meta.update(one.meta)
        page.edit_url = one.edit_url
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Replace the empty body of a generated page by the rendered one."""
    if one := getattr(page.file, "filled_by", None):
        page.toc = get_toc(toc(one.page.headings))
        return str(one.body())
    return html


def on_post_build(config: MkDocsConfig) -> None:
    """Keep the sitemap to what search engines take."""
    split_sitemap(Path(config.site_dir), config.site_url or "")
