"""Mistakes that staff make: each is found at its line, once, with words that help to mend it.

Every file of tests/defects is one mistake in the fictional plans: `replace` a passage of `file` `by`
another, `append` or `write` text, `rename` it, or save it in another `encoding`. `gives` lists all
the problems the check may print: the place, the level, and what must be said in both languages.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import TESTS, Sources
from plansite.problems import Problem, SourceError

DEFECTS = sorted((TESTS / "defects").glob("*.yml"))


def make(sources: Sources, defect: dict[str, Any]) -> None:
    """Make the mistake in a copy of the fictional plans."""
    name = defect.get("rename") or defect["file"]
    if "rename" in defect:
        (sources / name).rename(sources / defect["to"])
    elif "write" in defect:
        sources.write(name, defect["write"])
    elif "append" in defect:
        sources.append(name, defect["append"])
    elif "encoding" in defect:
        text = (sources / name).read_text(encoding="utf-8")
        sources.write(name, text.encode(defect["encoding"]))
    else:
        sources.replace(name, defect["replace"], defect["by"])


def found(sources: Sources) -> list[Problem]:
    """Return all problems and warnings of the sources as they stand."""
    try:
        return list(sources.load().warnings)
    except SourceError as error:
        return list(error.problems)


def place(problem: Problem) -> str:
    return f"{problem.origin.path.removeprefix('plans/')}:{problem.origin.line}"


@pytest.mark.parametrize("path", DEFECTS, ids=lambda path: path.stem)
def test_a_mistake_is_found_at_its_line_and_nothing_else_is(sources: Sources, path: Path) -> None:
    defect = yaml.safe_load(path.read_text(encoding="utf-8"))
    make(sources, defect)
    problems = found(sources)
    assert [place(one) for one in problems] == [one["at"] for one in defect["gives"]], "\n".join(
        map(str, problems)
    )
    for problem, given in zip(problems, defect["gives"], strict=True):
        assert problem.level == given.get("level", "error")
        assert given["zh"] in problem.zh
        for words in given["said"]:
            assert words in problem.en


def test_there_are_as_many_defects_as_promised() -> None:
    assert len(DEFECTS) >= 60


CHENGXI = "qinglan/chengxi/women-2021-2025"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (f"{CHENGXI}/targets/health.yml", '- number: "1"', '\ufeff- number: "1"'),
        (f"{CHENGXI}/targets/health.yml", "      by: 2023\n", "      by: 2023   \n\n"),
        (f"{CHENGXI}/targets/health.yml", "      by: 2023\n", "      by: 2023  # 原文\n"),
        (f"{CHENGXI}/targets/health.yml", "printed: 力争", "printed: “力争”"),
        (f"{CHENGXI}/targets/family.yml", "zh: 托育服务", "zh: 托育服务（0—3岁）😀"),
        (f"{CHENGXI}/targets/family.yml", "zh: 托育服务", "zh: " + "托育服务" * 500),
        ("qinglan/observations/2024.csv", "indicator,year", "\ufeffindicator,year"),
        ("qinglan/observations/2024.csv", "\n", "\r\n"),
        ("qinglan/observations/2024.csv", "childcare-places,2024", "\n\nchildcare-places,2024"),
        (f"{CHENGXI}/introduction.zh.md", "\n", "\n\n=======\n\n"),
    ],
    ids=["bom", "spaces-at-the-end", "comment", "quotes-in-a-text", "emoji", "long-line",
         "csv-bom", "csv-windows-lines", "csv-blank-lines", "markdown-heading"],
)  # fmt: skip
def test_what_does_no_harm_is_no_problem(sources: Sources, name: str, old: str, new: str) -> None:
    sources.replace(name, old, new)
    assert found(sources) == []
