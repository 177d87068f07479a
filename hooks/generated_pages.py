"""MkDocs adapter: generated pages live in memory and are no part of the menu."""

from __future__ import annotations

import os
from html import unescape
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


class PlanFile(File):
    """A page in memory; it knows what fills it."""

    filled_by: Generated | None


class PlanPage(MkDocsPage):
    """A page outside the menu whose body comes ready: there is no Markdown to convert."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content to `page_bodies.py`."""
        self.content, self.toc = "", get_toc([])
        self.present_anchor_ids = set()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and, on the root site, the data files."""
    root = Path(config.config_file_path).parent
    only = os.environ.get(PREVIEW_VARIABLE, "").strip("/")
    lang = config.extra["language"]
    address = (config.site_url or "").removesuffix("" if lang == "zh" else f"{lang}/")
    try:
        result = generate(root, lang, address, only)
    except SourceError as error:
        raise PluginError(f"plans/\n{error}") from None
    for one in result.pages:
        file: Any = PlanFile.generated(
            config, one.page.source_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.filled_by = one
        files.append(file)
    config.extra["picture"] = result.picture
    config.extra["feedback"] = result.feedback
    for path, text in result.files:
        files.append(File.generated(config, path, content=text))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Put a page that comes ready in the place of each that is not in the menu."""
    for file in files:
        if isinstance(file, PlanFile) and file.page not in nav.pages:
            PlanPage(None, file, config)  # the file keeps it
    return nav


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Say on every page, generated or written by hand, how it is reported."""
    title = unescape(page.meta.get("title") or str(page.title))
    context["feedback"] = config.extra["feedback"](title, page.canonical_url or page.url)
    return context
