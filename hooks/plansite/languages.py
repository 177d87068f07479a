"""Both languages side by side: MkDocs and the search index, in a process for each.

Where the system can fork, the processes start with what the one before them has loaded and
computed; elsewhere each loads the sources itself.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import Any

from plansite.links import Links, Loose
from plansite.records.base import Lang
from plansite.search import build_language

_LATER = ("mkdocs.__main__", "mkdocs.commands.build", "mkdocs.theme", "babel.support",
          "markdown.extensions.attr_list", "markdown.extensions.tables",
          "pymdownx.highlight", "pymdownx.superfences")  # fmt: skip
"""What both builds will import: once, before they part. MkDocs speaks then, unless told not to."""


def collect_seldom() -> None:
    """Look for cycles seldom, in this process and those that begin from it: a build makes few."""
    gc.set_threshold(100_000, 20, 50)


def build_all(root: Path, build: Path, configs: Mapping[Lang, str]) -> Mapping[Lang, str]:
    """Build each language into a folder of its own in `build`; return what the failed ones said."""
    build.mkdir(parents=True, exist_ok=True)
    method = "fork" if sys.platform == "linux" else "spawn"
    context: Any = multiprocessing.get_context(method)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    for module in _LATER:
        import_module(module)
    gc.freeze()
    children = {
        lang: context.Process(target=_build, args=(root, build, lang, config))
        for lang, config in configs.items()
    }
    try:
        for child in children.values():
            child.start()
        for child in children.values():
            child.join()
    finally:  # stopped half-way, neither goes on alone
        for child in children.values():
            if child.is_alive():
                child.terminate()
        gc.unfreeze()
    return {
        lang: _log(build, lang).read_text(encoding="utf-8")
        for lang, child in children.items()
        if child.exitcode
    }


def address(config: Path) -> str:
    """Return the address of the whole site by a settings file of MkDocs; empty if there is none."""
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with config.open("rb") as file:
            return str(yaml_load(file).get("site_url") or "")
    except (OSError, ConfigurationError):
        return ""  # MkDocs will say what is wrong


def loose_links(build: Path, lang: Lang) -> Loose:
    """Return what the pages of a language that was built link to outside their own folder.

    Of links within it, those that lead nowhere.
    """
    loose: Loose = json.loads(_loose(build, lang).read_text(encoding="utf-8"))
    return loose


def _loose(build: Path, lang: Lang) -> Path:
    return build / f"{lang}.links.json"


def _log(build: Path, lang: Lang) -> Path:
    return build / f"{lang}.log"


def _build(root: Path, build: Path, lang: Lang, config: str) -> None:
    """Build one language; what it says goes to its log. Leaves with the exit code of MkDocs."""
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)  # the parent says what there is to say
    collect_seldom()
    os.chdir(root)
    with (
        _log(build, lang).open("w", encoding="utf-8") as log,
        redirect_stdout(log),
        redirect_stderr(log),
    ):
        from mkdocs.__main__ import cli

        try:
            with _going_on():
                cli.main(["build", "--strict", "-f", config, "-d", str(build / lang)], "mkdocs")
            _read(build, lang)
        except OSError as error:
            why = error.strerror or error
            print(
                f"{error.filename or build}: 无法读写（{why}） | can not be read or written ({why})"
            )
            raise SystemExit(1) from None


def _read(build: Path, lang: Lang) -> None:
    """Read the finished pages: make the search files, and note which links must still be proved."""
    root = build / lang
    links = Links("" if lang == "zh" else f"{lang}/")
    build_language(root, lang, seen=links.add)
    loose = links.loose(lambda path: (root / path.removeprefix(links.folder)).is_file())
    _loose(build, lang).write_text(json.dumps(loose), encoding="utf-8")


@contextmanager
def _going_on() -> Iterator[None]:
    """Go on where a command ends well by leaving."""
    try:
        yield
    except SystemExit as end:
        if end.code:
            raise
