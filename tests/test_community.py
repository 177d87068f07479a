"""The files that a host shows to people: forms in both languages, local hooks, no invented accounts."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from conftest import REPOSITORY

FORMS = sorted(
    path
    for path in (REPOSITORY / ".github/ISSUE_TEMPLATE").glob("*.yml")
    if path.name != "config.yml"
)
TYPES = {"input", "textarea", "dropdown", "checkboxes", "markdown"}


def both(text: str) -> bool:
    """Return whether a text is in Chinese and in English."""
    return bool(re.search("[\u4e00-\u9fff]", text) and re.search("[A-Za-z]{3}", text))


def load(name: str) -> Any:
    """Return the data of a YAML file of the repository."""
    return yaml.safe_load((REPOSITORY / name).read_text(encoding="utf-8"))


def test_there_is_a_form_for_a_correction_a_figure_and_a_plan() -> None:
    assert {path.stem for path in FORMS} >= {"correction", "new-figure", "new-plan"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_one_that_the_host_accepts_in_both_languages(path: Any) -> None:
    form = load(f".github/ISSUE_TEMPLATE/{path.name}")
    assert both(form["name"])
    assert both(form["description"])
    parts = form["body"]
    ids = [part["id"] for part in parts]
    assert len(set(ids)) == len(ids)
    assert any(part.get("validations", {}).get("required") for part in parts)
    for part in parts:
        assert part["type"] in TYPES
        said = part["attributes"]
        assert both(said["label"])
        assert "description" not in said or both(said["description"])
        assert all(both(option) for option in said.get("options", []))


@pytest.mark.parametrize(
    "name",
    ["CODE_OF_CONDUCT.md", "SECURITY.md", "CITATION.cff", ".github/pull_request_template.md"],
)
def test_what_people_read_is_in_both_languages(name: str) -> None:
    assert both((REPOSITORY / name).read_text(encoding="utf-8"))


def test_a_citation_has_what_the_format_requires() -> None:
    cited = load("CITATION.cff")
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert cited["type"] in {"dataset", "software"}


def test_hooks_before_a_commit_fetch_nothing_and_call_what_exists() -> None:
    repos = load(".pre-commit-config.yaml")["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    hooks = {hook["id"]: hook for hook in repos[0]["hooks"]}
    assert {"validate", "ruff"} <= set(hooks)
    assert all(hook["language"] == "system" for hook in hooks.values())
    script = hooks["validate"]["entry"].split()[1]
    assert (REPOSITORY / script).is_file()
