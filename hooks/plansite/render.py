"""Rendering: a template name and a view become the body of a page."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from plansite.addresses import relative
from plansite.edition import Edition
from plansite.engine import Environment
from plansite.markup import Marks, link, original
from plansite.pages import Heading, Page
from plansite.prose import to_html

TEMPLATES = Path(__file__).parent / "templates"


class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates for the next build of the same process, as `mkdocs serve` does it."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.kept.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()
_WORD = re.compile(r"\{\{ t\('(\w+)'\) \}\}")


class _Worded(jinja2.FileSystemLoader):
    """Loads templates of one edition: a label that takes no fields is written in beforehand."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(TEMPLATES)
        self.word = edition.word

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        """Return the source with its words. Raises KeyError for an unknown label."""
        source, *rest = super().get_source(environment, template)
        return _WORD.sub(self._written, source), *rest

    def _written(self, found: re.Match[str]) -> str:
        text = escape(self.word(found[1]))
        return found[0] if "{" in text or text != text.strip() else text


class Renderer:
    """Renders the pages of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.environment = Environment(
            loader=_Worded(edition),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self.environment.globals.update(t=edition.word, lang=edition.lang, html_link=link)
        self.environment.globals["html_original"] = partial(original, lang=edition.lang)
        self.environment.filters["prose"] = to_html
        marks = Marks(self.environment.get_template("_marks.html").module)
        self.environment.globals.update(html_status=marks.status, html_level=marks.level)

    def body(self, page: Page) -> str:
        """Return the HTML of a page's article."""
        href = partial(relative, page=page.address)
        body = self._template(page.template).render(
            page=page, href=href, root_href=self._from_root(page), **page.view
        )
        return (
            body + self._template("_related").render(page=page, href=href) if page.related else body
        )

    def _template(self, name: str) -> jinja2.Template:
        return self.environment.get_template(f"{name}.html")

    def _from_root(self, page: Page) -> partial[str]:
        """Return a function giving the way to a file at the root of the site, above en/."""
        below = page.address if self.edition.lang == "zh" else f"en/{page.address}"
        return partial(relative, page=below)


def toc(headings: tuple[Heading, ...], level: int = 2) -> list[Any]:
    """Return headings in the form of Markdown's toc tokens, escaped: the theme prints them as is."""
    return [
        {
            "level": level,
            "id": one.id,
            "name": escape(one.text),
            "html": escape(one.text),
            "data-toc-label": "",
            "children": toc(one.children, level + 1),
        }
        for one in headings
    ]
