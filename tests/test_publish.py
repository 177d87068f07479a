"""Publishing: a failed build leaves the old site untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench.roots import TINY, make_root
from plansite.publish import BuildError, publish


def test_problems_in_the_sources_stop_the_build_and_leave_the_old_site(
    sources: Any, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("yesterday", encoding="utf-8")
    sources.write("units.yml", "- {id: percent}\n")
    with pytest.raises(BuildError) as failure:
        publish(tmp_path, site, tmp_path / "work")
    assert "plans/units.yml:1: " in str(failure.value)
    assert (site / "index.html").read_text(encoding="utf-8") == "yesterday"
    assert not (tmp_path / "work").exists()


def test_a_folder_that_can_not_be_written_is_told_before_anything_is_built(
    sources: Any, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(BuildError, match=r"不能写入.*can not be written"):
        publish(tmp_path, tmp_path / "file" / "site", tmp_path / "work")
    assert not (tmp_path / "work").exists()


def test_a_link_that_leads_nowhere_is_told_with_its_page_and_its_line(tmp_path: Path) -> None:
    root, site = tmp_path / "root", tmp_path / "site"
    make_root(root, 1, TINY)
    site.mkdir()
    (site / "index.html").write_text("yesterday", encoding="utf-8")
    prose = next(root.glob("plans/**/introduction.zh.md"))
    prose.write_text("第一行。\n\n[没有的页](../no-such-page/)。\n", encoding="utf-8")
    with pytest.raises(BuildError) as failure:
        publish(root, site, tmp_path / "work")
    said, page = str(failure.value), prose.parent.relative_to(root / "plans").as_posix()
    assert f"{prose.relative_to(root)}:3: 错误 error: 链接 '../no-such-page/' 没有指向" in said
    assert f"plans/{page}/index.html: ../no-such-page/" in said
    assert (site / "index.html").read_text(encoding="utf-8") == "yesterday"


def test_words_of_mkdocs_reach_the_reader_when_it_fails(sources: Any, tmp_path: Path) -> None:
    # There is no mkdocs.yml beside these sources.
    with pytest.raises(BuildError, match=r"mkdocs\.yml"):
        publish(tmp_path, tmp_path / "site", tmp_path / "work")
    assert not (tmp_path / "site").exists()
