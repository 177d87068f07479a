"""Every option of every command is explained in Chinese and English."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from commands import SCRIPTS, run_script

OPTIONS = ("add_argument", "add_parser")


def options(path: Path) -> list[ast.Call]:
    """Return the calls that add an option or a subcommand."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    calls = (node for node in tree if isinstance(node, ast.Call))
    return [
        one for one in calls if isinstance(one.func, ast.Attribute) and one.func.attr in OPTIONS
    ]


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.stem)
def test_an_option_is_explained_in_both_languages(path: Path) -> None:
    for call in options(path):
        words = next((one.value for one in call.keywords if one.arg == "help"), None)
        assert words is not None, f"{path.name}:{call.lineno}"
        if isinstance(words, ast.Constant):
            assert re.fullmatch(r".*[\u4e00-\u9fff].* · .*[a-z].*", str(words.value)), words.value


def test_help_of_a_command_is_in_both_languages() -> None:
    said = run_script("new_plan.py", "--help").stdout
    assert "新建一个空的规划文件夹" in said
    assert "规划期，如 2026-2030 · period" in said
    assert "显示帮助 · show this help" in said
