"""Files that nobody reads are problems, so that nothing vanishes in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Sources

PLAN = "qinglan/chengxi/baiyu/women-2021-2030"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (f"{PLAN}/targets/helth.yml", "did you mean health.yml?"),
        (f"{PLAN}/targets/helth.yml", "digital-life.yml, economy.yml, family.yml, health.yml"),
        (f"{PLAN}/targets/law.yml", "nobody reads this file"),
        (f"{PLAN}/targets/health.yaml", "did you mean health.yml?"),
        (f"{PLAN}/targets/.health.yml.swp", "nobody reads this file"),
        (f"{PLAN}/targets/health.yml~", "did you mean health.yml?"),
        (f"{PLAN}/targets/old/health.yml", "nobody reads the folder"),
        (f"{PLAN}/Plan.yml", "did you mean plan.yml?"),
        (f"{PLAN}/project.yml", "did you mean projects.yml?"),
        (f"{PLAN}/introduction.fr.md", "nobody reads this file"),
        (f"{PLAN}/introduction.md", "nobody reads this file"),
        (f"{PLAN}/README.md", "nobody reads this file"),
        (f"{PLAN}/evaluations/2023.md", "allowed names are <year>-midterm.zh.md"),
        (f"{PLAN}/evaluations/midterm.zh.md", "nobody reads this file"),
        ("qinglan/source.yml", "did you mean sources.yml?"),
        ("qinglan/observations/2024.xlsx", "allowed names are <year>.csv"),
        ("qinglan/observations/notes.txt", "nobody reads this file"),
        ("qinglan/DECISIONS.md", "nobody reads this file"),
        ("indicator.yml", "nobody reads this file"),
        ("body.yml", "did you mean bodies.yml?"),
        ("indicators/health.json", "allowed names are <domain>.yml"),
        (".gitkeep", "nobody reads this file"),
    ],
)
def test_a_file_nobody_reads_is_an_error(sources: Sources, name: str, said: str) -> None:
    sources.write(name, "x")
    problem = sources.problem()
    assert problem.startswith(f"{name}:1: 错误 error: ")
    assert said in problem


@pytest.mark.parametrize("name", ["README.md", "LICENSE"])
def test_files_for_people_may_stand_there(sources: Sources, name: str) -> None:
    sources.write(name, "x\n")
    assert sources.problems() == []


def test_open_decisions_of_a_draft_are_a_warning(sources: Sources) -> None:
    sources.write(f"{PLAN}/DECISIONS.md", "- decide\n")
    problem = sources.problem()
    assert problem.startswith(f"{PLAN}/DECISIONS.md:1: 警告 warning: ")
    assert "the draft still has open decisions" in problem


def test_an_official_text_of_broken_encoding_is_an_error(sources: Sources) -> None:
    sources.write(f"{PLAN}/official.zh.md", "妇女".encode("gb18030"))
    assert "save the file as UTF-8" in sources.problem()


@pytest.mark.parametrize("name", ["glossary.yml", f"{PLAN}/targets/health.yml"])
def test_a_link_in_the_place_of_a_file_is_an_error(
    sources: Sources, name: str, tmp_path: Path
) -> None:
    (sources / name).rename(tmp_path / "elsewhere.yml")
    (sources / name).symlink_to(tmp_path / "elsewhere.yml")
    assert any("is a symbolic link" in one for one in sources.problems())


def test_a_link_to_nowhere_is_an_error(sources: Sources) -> None:
    (sources / f"{PLAN}/projects.yml").symlink_to("/nowhere")
    assert "is a symbolic link" in sources.problem()


def test_a_link_to_a_folder_is_an_error(sources: Sources, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "plan.yml").write_text("x", encoding="utf-8")
    (sources / "qinglan/linked").symlink_to(tmp_path / "outside")
    problem = sources.problem()
    assert problem.startswith("qinglan/linked:1: ")
    assert "is a symbolic link" in problem


def test_a_file_name_that_can_not_be_shown_is_escaped(sources: Sources) -> None:
    sources.write("a\n::error::x.yml", "x")
    assert sources.problem().startswith("a\\n::error::x.yml:1: ")


def test_a_file_name_that_is_no_text_is_escaped(sources: Sources) -> None:
    Path(str(sources / "a") + "\udcff").write_text("x", encoding="utf-8")
    assert sources.problem().startswith("a\\udcff:1: ")


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "~$2024.csv", ".~lock.2024.csv#"])
def test_files_that_computers_write_for_themselves_are_let_be(sources: Sources, name: str) -> None:
    sources.write(f"qinglan/observations/{name}", b"\x00\x01")
    assert sources.problems() == []


def test_a_folder_without_permission_is_a_problem_and_loses_nothing(
    sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = sources / "qinglan/chengxi/observations"
    access = os.access
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != closed and access(path, mode))
    found = sources.problem()
    assert found.startswith("qinglan/chengxi/observations:1: ")
    assert "give permission to read it" in found
