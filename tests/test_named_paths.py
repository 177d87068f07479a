"""What guides, READMEs and workflows name is there: commands of make, scripts, files, folders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
_MAKE = re.compile(r"(?:^\s*(?:- )?run: |^\s*\$ |^ {4}|`)make ([a-z-]+)", re.MULTILINE)
_SCRIPT = re.compile(r"(?<![\w/.-])scripts/[\w/]+\.(?:py|js|mjs)\b")
_NAMED = re.compile(r"`([\w./*…-]*(?:/|\.(?:py|yml|md|css|js|html|csv|webp|toml))[\w./*…-]*)`")
_ANYWHERE = ("<", "…", "http", "#")


FOLDERS = ("hooks", "docs", "plans", "scripts", "tests", ".github")
FILES = [
    path.relative_to(ROOT).as_posix()
    for folder in (ROOT, *(ROOT / name for name in FOLDERS))
    for path in (folder.iterdir() if folder == ROOT else folder.rglob("*"))
    if path.is_file() and "node_modules" not in path.parts
]
DOCUMENTS = sorted(
    name
    for name in FILES
    if name in {"README.md", "CONTRIBUTING.md", "SECURITY.md", "plans/README.md"}
    or (name.startswith((".github/", "docs/")) and name.endswith((".md", ".yml")))
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    asked = set(_MAKE.findall(text))
    assert asked <= targets, f"no such command of make: {asked - targets}"
    lost = [script for script in _SCRIPT.findall(text) if not (ROOT / script).is_file()]
    assert not lost, f"no such script: {lost}"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_and_folder_that_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = {one for one in _NAMED.findall(text) if not any(sign in one for sign in _ANYWHERE)}
    assert len(named) > 10
    lost = sorted(one for one in named if not there(one))
    assert not lost, lost


def there(name: str) -> bool:
    """Return whether a file or folder ends so; `*` stands for a part of one name."""
    ending = re.escape(name.strip("/")).replace(r"\*", "[^/]*")
    pattern = re.compile(rf"(?:^|/){ending}(?:/|$)")
    built = name.startswith(("site/", "build/", ".venv/", "dist/"))
    return built or any(pattern.search(one) for one in FILES)
