"""Every template compiled once, beside other work, for the builds of all languages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path

import jinja2
from jinja2.meta import find_referenced_templates

from plansite.edition import load_labels
from plansite.records.base import LANGS
from plansite.render import templates
from plansite.shelf import Compiled, Shelf, everything

PAGES = ("main.html", "404.html", "sitemap.xml")
"""The templates of the theme that MkDocs asks for; they name the others."""


def compiled(config: Path) -> Compiled:
    """Return every template of ours in each language, and of the theme what MkDocs will ask for.

    `config` is a settings file of MkDocs. Nothing is said of one that is faulty: the build will.
    """
    for lang in LANGS:
        words = {key: text[lang] for key, text in load_labels().items()}
        ours = templates(words.__getitem__, Shelf(lang))
        for name in ours.list_templates(["html"]):
            ours.get_template(name)
    with redirect_stderr(io.StringIO()):
        _compile_theme(config)
    return everything()


def _compile_theme(config: Path) -> None:
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException
    from mkdocs.structure.files import Files

    try:
        settings = load_config(str(config))
        theme = settings.plugins.on_env(settings.theme.get_env(), config=settings, files=Files([]))
        for name in _named(theme, PAGES):
            theme.get_template(name)
    except (MkDocsException, jinja2.TemplateError):
        return


def _named(theme: jinja2.Environment, names: tuple[str, ...]) -> Iterator[str]:
    """Yield templates and those they name, each once."""
    found, left = set(names), [*names]
    while left:
        yield (name := left.pop())
        source, *_ = theme.loader.get_source(theme, name)  # type: ignore[union-attr] # it has one
        named = {one for one in find_referenced_templates(theme.parse(source)) if one}
        left += named - found
        found |= named
