"""Rendering: a template name and a view become the body of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import jinja2

from plansite.addresses import relative
from plansite.chart_paint import PAINT
from plansite.citation import citation
from plansite.edition import Edition, load_labels
from plansite.embedding import snippet
from plansite.engine import Environment
from plansite.markup import Marks, link, original, whole_years
from plansite.pages import Heading, Page
from plansite.prose import to_html
from plansite.shelf import Shelf
from plansite.views.chart_file import MEASURES, chart_file

TEMPLATES = Path(__file__).parent / "templates"
CITED = frozenset({"plan", "indicator", "data", "method"})
"""Pages that are worth citing as a whole say how."""


_WORD = re.compile(r"\{\{ t\('(\w+)'\) \}\}")
_PLACE = re.compile(r"\\ue000(\w+)\\ue001")
"""Where a label stands in what a template was translated to; in the template, between the signs."""
_TRANSLATED: dict[tuple[str, str], str] = {}
"""Templates as Python, by name and source: the same in every language."""


class _Loader(jinja2.FileSystemLoader):
    """Loads templates; a label that takes no fields is marked, to be written in later."""

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        """Return the marked source. Raises KeyError for an unknown label."""
        source, *rest = super().get_source(environment, template)
        return _WORD.sub(_marked, source), *rest


def _marked(found: re.Match[str]) -> str:
    texts = load_labels()[found[1]].values()
    plain = all("{" not in text and text == text.strip() for text in texts)
    return f"\ue000{found[1]}\ue001" if plain else found[0]


class _Templates(Environment):
    """Templates are translated once for all languages; the labels of one are written in."""

    def __init__(self, word: Callable[[str], str], **options: Any) -> None:
        super().__init__(loader=_Loader(TEMPLATES), **options)
        self.word = word

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any) -> Any:
        """Return the code of a template, as Jinja does."""
        text = self.translate(source, name)
        return self._compile(_PLACE.sub(self._written, text), filename or "<template>")

    def translate(self, source: str, name: str) -> str:
        """Return a template as Python, its labels still to be written in."""
        key = (name, source)
        if key not in _TRANSLATED:
            _TRANSLATED[key] = super().compile(source, name, raw=True)
        return _TRANSLATED[key]

    def _written(self, found: re.Match[str]) -> str:
        text = escape(self.word(found[1]))
        return re.sub(r"""['"\\]""", r"\\\g<0>", text)  # it stands in a string of Python


def templates(
    word: Callable[[str], str], compiled: jinja2.BytecodeCache | None = None
) -> _Templates:
    """Return the environment of templates, with the words of one language.

    `compiled` keeps what is compiled, for the next environment of the same words.
    """
    return _Templates(
        word,
        bytecode_cache=compiled,
        auto_reload=False,  # nobody edits a template in the middle of a build
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Renderer:
    """Renders the pages of one edition."""

    def __init__(self, edition: Edition, address: str = "") -> None:
        """Take an edition, and the address of the whole site if it is known."""
        self.edition = edition
        self.address = address
        self.environment = templates(edition.word, Shelf(edition.lang))
        self.environment.globals.update(t=edition.word, lang=edition.lang)
        self.environment.globals.update(html_link=link, html_title=whole_years)
        self.environment.globals["html_original"] = partial(original, lang=edition.lang)
        self.environment.filters["prose"] = to_html
        self.environment.globals.update(**MEASURES, **PAINT)
        marks = Marks(self.environment.get_template("_marks.html").module)
        self.environment.globals.update(html_status=marks.status, html_level=marks.level)
        self.environment.globals["html_key"] = marks.key

    def body(self, page: Page) -> str:
        """Return the HTML of a page's article."""
        href = partial(relative, page=page.address)
        body = self._template(page.template).render(
            page=page, href=href, root_href=self._from_root(page), **page.view
        )
        if page.related:
            body += self._template("_related").render(page=page, href=href)
        if page.template in CITED:
            where = self.address + self._below(page) if self.address else ""
            body += self._template("_cite").render(
                cited=citation(self.edition, page, self.address), embedded=snippet(page, where)
            )
        return body

    def chart_files(self, page: Page) -> Iterator[tuple[str, str]]:
        """Yield name and text of the files that stand beside a page: its charts, as SVG."""
        where = self.address + self._below(page) if self.address else ""
        for drawn in page.charts:
            file = chart_file(self.edition, drawn, where)
            text = self._template("chart_file").render(file=file)
            yield file.name, f"{text.strip()}\n"

    def _template(self, name: str) -> jinja2.Template:
        return self.environment.get_template(f"{name}.html")

    def _from_root(self, page: Page) -> partial[str]:
        """Return a function giving the way to a file at the root of the site, above en/."""
        return partial(relative, page=self._below(page))

    def _below(self, page: Page) -> str:
        return page.address if self.edition.lang == "zh" else f"en/{page.address}"


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
