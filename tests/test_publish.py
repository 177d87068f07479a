"""Publishing: a failed build leaves the old site untouched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
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


def test_words_of_mkdocs_reach_the_reader_when_it_fails(sources: Any, tmp_path: Path) -> None:
    # There is no mkdocs.yml beside these sources.
    with pytest.raises(BuildError, match=r"mkdocs\.yml"):
        publish(tmp_path, tmp_path / "site", tmp_path / "work")
    assert not (tmp_path / "site").exists()
