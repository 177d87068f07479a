"""Stock Material building the same pages from Markdown: full navigation, built-in search."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench.markdown import markdown
from bench.run import REPOSITORY, Run, added, python, run

BODIES = """
import sys, pathlib
from plansite.generate import generate
made = generate(pathlib.Path(sys.argv[1]), sys.argv[3])
docs = pathlib.Path(sys.argv[2])
for one in made.pages:
    path = docs / one.page.source_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<h1>{one.page.title}</h1>" + one.body(), encoding="utf-8")
for name, content in made.files:
    path = docs / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
"""
SETTINGS = """\
site_name: Stock
theme: {{name: material, language: {lang}, font: false}}
plugins: [search]
markdown_extensions: [tables, attr_list, toc]
"""


def build_stock(root: Path, work: Path) -> tuple[Run, int]:
    """Build each language of a root as a stock site; return what both took, and their pages.

    The Markdown holds the words, lists, tables and links of each page, its drawings as HTML, and
    the data files lie beside it. The hand-written pages are the same files. Computing and writing
    all that is not counted: a person would have written it.
    """
    runs, pages = [], 0
    for lang in ("zh", "en"):
        folder = work / f"stock-{lang}"
        shutil.rmtree(folder, ignore_errors=True)
        python(BODIES, root, folder / "docs", lang)
        for path in (folder / "docs").rglob("*.md"):
            path.write_text(markdown(path.read_text(encoding="utf-8")), encoding="utf-8")
        _hand_written(lang, folder / "docs")
        (folder / "mkdocs.yml").write_text(SETTINGS.format(lang=lang), encoding="utf-8")
        runs.append(run([sys.executable, "-m", "mkdocs", "build", "-q"], folder))
        pages += sum(1 for _ in (folder / "site").rglob("index.html"))
    return added(runs), pages


def _hand_written(lang: str, docs: Path) -> None:
    """Copy the hand-written pages that no generated one replaces."""
    source = REPOSITORY / "docs" / lang
    for path in source.rglob("*.md"):
        copy = docs / path.relative_to(source)
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
