"""Hostile files: each gives its problem, in both languages, and never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from commands import run_script
from conftest import TESTS, Sources
from plansite.source.strict_yaml import parse_yaml

HOSTILE = TESTS / "hostile"
CASES = parse_yaml((HOSTILE / "expectations.yml").read_text(encoding="utf-8"), "expectations.yml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_a_hostile_file_gives_its_problem(sources: Sources, case: dict[str, Any]) -> None:
    (sources / case["at"]).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HOSTILE / case["file"], sources / case["at"])
    found = [
        one
        for one in sources.problems()
        if one.startswith(f"{case['at']}:{case['line']}: ") and case["said"] in one
    ]
    assert found, "\n".join(sources.problems())
    zh, separator, _ = found[0].partition(" | ")
    assert separator
    assert any("\u4e00" <= letter <= "\u9fff" for letter in zh.partition("error: ")[2])


def test_every_hostile_file_is_expected() -> None:
    files = {path.name for path in HOSTILE.iterdir()} - {"expectations.yml"}
    assert files == {case["file"] for case in CASES}


def test_all_hostile_files_together_give_one_list_and_exit_status_1(
    sources: Sources,
) -> None:
    for case in CASES:
        (sources / case["at"]).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HOSTILE / case["file"], sources / case["at"])
    done = run_script("validate.py", "--root", sources.root, LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, "")
    assert all(line.startswith("plans/") for line in done.stdout.splitlines()[:-1])


def test_on_a_server_the_problems_are_annotations(sources: Sources) -> None:
    sources.write("a,b::c.yml", "x")
    done = run_script("validate.py", "--root", sources.root, GITHUB_ACTIONS="true")
    assert done.stdout.startswith("::error file=plans/a%2Cb%3A%3Ac.yml,line=1,title=")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device file")
def test_a_link_to_an_endless_device_is_refused(sources: Sources) -> None:
    (sources / "glossary.yml").unlink()
    (sources / "glossary.yml").symlink_to("/dev/zero")
    assert "is a symbolic link" in sources.problem()


def test_a_file_over_a_megabyte_is_refused(sources: Sources) -> None:
    sources.write("glossary.yml", b"# " + b"x" * 1_000_000)
    assert "at most 1000000 are allowed" in sources.problem()
