"""CODEOWNERS: the bodies a file names are asked, everything else asks the default owner."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from commands import run_script
from conftest import REPOSITORY, Sources
from plansite.model import Site
from plansite.owners import CODEOWNERS, OWNERS_FILE, OwnersRecord, codeowners, load_owners
from plansite.problems import SourceError

CHENGXI = "/plans/qinglan/chengxi/women-2021-2025"


def rules(site: Site, **owners: object) -> dict[str, str]:
    """Return the rules by path."""
    text = codeowners(site, OwnersRecord.model_validate(owners))
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return dict(line.split(" ", 1) for line in lines)


def test_by_default_one_owner_reviews_everything(fictional: Site) -> None:
    assert rules(fictional, default=["a@example.org"]) == {
        "*": "a@example.org", "/plans/": "a@example.org",
    }  # fmt: skip


def test_code_may_have_other_owners(fictional: Site) -> None:
    found = rules(fictional, default=["a@example.org"], code=["@o/code"])
    assert (found["*"], found["/plans/"]) == ("@o/code", "a@example.org")


def test_a_file_asks_the_bodies_its_clauses_name(fictional: Site) -> None:
    found = rules(
        fictional, default=["a@example.org"],
        bodies={"health-commission": ["@o/health"], "womens-federation": ["@o/women"]},
    )  # fmt: skip
    assert found[f"{CHENGXI}/targets/health.yml"] == "@o/health @o/women"
    assert f"{CHENGXI}/targets/family.yml" not in found
    assert list(found)[:2] == ["*", "/plans/"]  # the last rule that fits counts


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("default: [a@example.org]\nbodies:\n  health-comission: ['@o/h']\n", 3, "did you mean health-commission?"),
        ("default: [somebody]\n", 1, "an @account, an @organisation/team or an e-mail address"),
        ("default: []\n", 1, "may not be an empty list"),
        ("defalt: [a@example.org]\n", 1, "did you mean default?"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_owners_is_named_at_its_line(
    fictional: Site, tmp_path: Path, text: str, line: int, said: str
) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / OWNERS_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load_owners(tmp_path, fictional)
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{OWNERS_FILE}:{line}: ")
    assert said in problem.en


def test_the_committed_file_is_in_step() -> None:
    done = run_script("write_codeowners.py", "--root", REPOSITORY, "--check")
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_script_says_how_to_renew_an_old_file_and_does_so(sources: Sources) -> None:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        return run_script("write_codeowners.py", "--root", sources.root, *options)

    (sources.root / ".github").mkdir()
    (sources.root / OWNERS_FILE).write_text("default: ['@o/editors']\n", encoding="utf-8")
    assert "run make codeowners" in run("--check").stdout
    assert run().returncode == 0
    assert "/plans/ @o/editors" in (sources.root / CODEOWNERS).read_text(encoding="utf-8")
    assert run("--check").returncode == 0


def test_without_a_file_of_owners_it_is_said_what_to_write(sources: Sources) -> None:
    with pytest.raises(SourceError, match="there is no such file; write default"):
        load_owners(sources.root, sources.load())
