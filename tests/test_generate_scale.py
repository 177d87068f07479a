"""The scale generator: sound sources, the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import run_script
from plansite.load import load_site


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scale") / "root"
    assert run_script("generate_scale.py", 3, folder).returncode == 0
    return folder


def test_the_plans_have_no_problem(root: Path) -> None:
    site = load_site(root)
    assert site.warnings == ()
    assert len(site.plans) == 3


def test_a_plan_is_of_realistic_size(root: Path) -> None:
    for plan in load_site(root).plans.values():
        assert len(plan.record.domains) == 8
        assert len(plan.clauses_of("target")) == 60
        assert len(plan.clauses_of("measure")) == 90


def test_two_runs_write_the_same(root: Path, tmp_path: Path) -> None:
    assert run_script("generate_scale.py", 3, tmp_path / "again").returncode == 0
    assert contents(tmp_path / "again") == contents(root)


def test_more_plans_leave_the_first_as_they_are(root: Path, tmp_path: Path) -> None:
    assert run_script("generate_scale.py", 4, tmp_path / "more").returncode == 0
    more = contents(tmp_path / "more")
    plans = {name: text for name, text in contents(root).items() if "/women-" in name}
    assert plans.items() <= more.items()


def test_a_folder_that_is_there_is_not_overwritten(root: Path) -> None:
    done = run_script("generate_scale.py", 3, root)
    assert done.returncode == 2
    assert "exists already" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_settings_lead_to_the_repository(root: Path, repository: Path) -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"docs_dir: {repository.as_posix()}/docs/zh" in text
    assert f"- {repository.as_posix()}/hooks/generated_pages.py" in text
    assert f"custom_dir: {repository.as_posix()}/docs/overrides" in text


def test_plans_may_be_small(tmp_path: Path) -> None:
    small = ("--domains", "1", "--targets", "2", "--measures", "0", "--no-observations")
    assert run_script("generate_scale.py", 1, tmp_path / "root", *small).returncode == 0
    site = load_site(tmp_path / "root")
    assert len(next(iter(site.plans.values())).targets) == 2
    assert site.observations == ()
