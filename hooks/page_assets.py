"""MkDocs adapter: one style sheet and one script of our own; a frame whose parts are made once."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import normalize_url
from plansite.assets import Asset, needless, script, style_sheet
from plansite.kept import Kept
from plansite.shelf import Shelf

EARLY = ("assets/javascripts/early.js",)
"""What must run before the page is painted: the reader's choice of colours."""
CHOOSE = ("assets/javascripts/choose.js",)
"""Only pages that offer a choice of places or plans fetch it."""
_made: dict[str, tuple[Asset, ...]] = {}
_joined: dict[str, tuple[str, ...]] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Join what extra_css and extra_javascript name; the templates read the joined files."""
    ours, theme, *_ = (Path(folder) for folder in config.theme.dirs)
    sheets = [str(path) for path in config.extra_css]
    scripts = [str(path) for path in config.extra_javascript]
    sheet = style_sheet(theme, [ours / path for path in sheets])
    own = script([ours / path for path in scripts], "site")
    early = script([ours / path for path in EARLY], "early")
    choose = script([ours / path for path in CHOOSE], "choose")
    _made[config.config_file_path] = (sheet, own, early, choose)
    _joined[config.config_file_path] = (*sheets, *scripts, *EARLY, *CHOOSE)
    config.extra_css, config.extra_javascript = [], []
    config.extra["sheet"] = sheet.path
    config.extra["early"] = early.path
    config.extra["script"] = own.path
    config.extra["choose"] = choose.path
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish the joined files and not their parts."""
    unused = needless(_joined[config.config_file_path])
    for file in [one for one in files if unused(one.src_uri)]:
        files.remove(file)
    for path, text in _made[config.config_file_path]:
        files.append(File.generated(config, path, content=text))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Teach the templates to keep parts of the frame, the same wherever pages are equally deep."""
    env.add_extension(Kept)
    env.bytecode_cache = Shelf("theme")
    env.filters["url"] = _from_root
    return env


@pass_context
def _from_root(context: Context, value: str) -> str:
    """Return an address as the way up to the root and down again, not the shortest way."""
    root: str = context["base_url"]
    return root if value in {"", "."} else normalize_url(str(value), base=root)
