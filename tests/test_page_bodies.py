"""The adapter that fills generated pages: a body is there while its page is written, not longer."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from plansite.generate import generate


def adapter(repository: Path) -> Any:
    """Return the module, which MkDocs alone imports otherwise."""
    path = repository / "hooks" / "page_bodies.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_body_is_rendered_when_its_page_is_written_and_let_go_of_then(repository: Path) -> None:
    hook, config = adapter(repository), SimpleNamespace()
    one = generate(repository / "tests" / "plans", "en").pages[0]
    page: Any = SimpleNamespace(
        file=SimpleNamespace(filled_by=one), meta={}, content="", toc=None, edit_url=None
    )
    assert hook.on_page_markdown("", page, config, None) == ""
    assert page.meta["title"] and page.content == ""
    hook.on_page_context({}, page, config, None)
    assert page.content == one.body()
    assert [item.id for item in page.toc] == [heading.id for heading in one.page.headings]
    assert hook.on_post_page("<html>", page, config) == "<html>"
    assert page.content == "" and page.file.filled_by is None


def test_a_page_written_by_hand_is_left_as_it_is(repository: Path) -> None:
    hook, config = adapter(repository), SimpleNamespace()
    page: Any = SimpleNamespace(file=SimpleNamespace(), meta={}, content="<p>", toc=["x"])
    assert hook.on_page_context({"a": 1}, page, config, None) == {"a": 1}
    hook.on_post_page("<html>", page, config)
    assert (page.content, page.toc) == ("<p>", ["x"])


def test_the_charts_of_a_page_are_written_beside_it(repository: Path, tmp_path: Path) -> None:
    hook, config = adapter(repository), SimpleNamespace(site_dir=str(tmp_path))
    pages = generate(repository / "tests" / "plans", "en").pages
    one = next(one for one in pages if one.page.charts)
    page: Any = SimpleNamespace(file=SimpleNamespace(filled_by=one), content="", toc=None)
    hook.on_post_page("<html>", page, config)
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.svg")}
    assert written == {f"{one.page.address}{drawn.id}.svg" for drawn in one.page.charts}
