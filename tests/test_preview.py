"""A preview of one plan: only its pages are made, and nothing breaks for want of the others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from plansite.generate import PREVIEW_VARIABLE, generate
from plansite.problems import SourceError

PATH = "qinglan/chengxi/women-2021-2025"


@pytest.fixture(scope="module")
def root(repository: Path) -> Path:
    return repository / "tests" / "plans"


def test_only_the_plan_the_home_page_and_the_lists_are_made(root: Path) -> None:
    result = generate(root, "en", only=PATH)
    addresses = {one.page.address for one in result.pages}
    own = {one for one in addresses if one.startswith(f"plans/{PATH}/")}
    assert addresses - own == {"", "plans/", "reports/"}
    assert {f"plans/{PATH}/{name}" for name in ("", "health/", "targets/", "progress/")} <= own
    assert result.files == ()


def test_a_previewed_page_is_the_page_of_the_whole_site(root: Path) -> None:
    address = f"plans/{PATH}/health/"
    one, whole = (
        next(page for page in result.pages if page.page.address == address).body()
        for result in (generate(root, "zh", only=PATH), generate(root, "zh"))
    )
    assert one == whole


def test_a_plan_that_is_not_there_is_named(root: Path) -> None:
    with pytest.raises(SourceError, match=r"did you mean .*chengxi/women-2021-2025"):
        generate(root, "zh", only="qinglan/chengxi/women-2021-2026")


@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs.en.yml"])
def test_a_preview_builds_without_a_warning(repository: Path, tmp_path: Path, config: str) -> None:
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(repository / name, tmp_path)
    for name in ("docs", "hooks"):
        shutil.copytree(repository / name, tmp_path / name)
    shutil.copytree(repository / "tests" / "plans" / "plans", tmp_path / "plans")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", "out"]
    environment = {**os.environ, PREVIEW_VARIABLE: PATH, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    page = (tmp_path / "out" / "plans" / PATH / "index.html").read_text(encoding="utf-8")
    assert "ps-local" in page
    assert not (tmp_path / "out" / "indicators").exists()
