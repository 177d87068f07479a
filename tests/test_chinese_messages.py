"""Messages in Chinese have Chinese punctuation; ids, paths and numbers within them keep theirs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import REPOSITORY

PACKAGE = REPOSITORY / "hooks/plansite"
FOLDERS = ("checks", "load", "records", "source")
MODULES = [
    *(path for folder in FOLDERS for path in sorted((PACKAGE / folder).glob("*.py"))),
    *(PACKAGE / name for name in ("owners.py", "verdict.py", "problems.py")),
]
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”」）][,;:?!(]|[,;:?!)][\u4e00-\u9fff“]")


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that are neither docstrings nor patterns, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str) and "(?" not in node.value:  # that is a pattern
            yield node.lineno, node.value


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_chinese_messages_have_chinese_punctuation(path: Path) -> None:
    wrong = [
        f"{path.name}:{line}: {text[:60]}" for line, text in texts(path) if HALF_WIDTH.search(text)
    ]
    assert not wrong, "\n".join(wrong)
