"""What the tests share: fictional plans, small sources as text, and a way to break them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import import_document
import pytest
from ensure_browser import WORDS, find_browser
from forms_desk import Desk
from issued import OFFICIAL, issued_document
from plansite.admin.folder import PACKAGES, write_admin
from plansite.load import load_site
from plansite.model import Site
from plansite.problems import SourceError
from playwright.sync_api import Browser, sync_playwright

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the packages of the editing form: `make test` needs Python and a browser only."""
    for item in items:
        if "admin" in getattr(item, "fixturenames", ()):
            item.add_marker("admin")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds plans/, hooks/ and scripts/."""
    return REPOSITORY


@pytest.fixture(scope="session")
def fictional() -> Site:
    """The fictional plans, loaded and checked."""
    return load_site(TESTS / "plans")


@pytest.fixture(scope="session")
def admin(repository: Path, fictional: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form for the fictional plans."""
    if not (repository / PACKAGES).is_dir():
        pytest.fail(f"{PACKAGES}: 不存在，请运行 make test-admin · is missing: run make test-admin")
    root = tmp_path_factory.mktemp("fictional")
    shutil.copytree(repository / "tests/plans/plans", root / "plans")
    (root / PACKAGES).parent.mkdir(parents=True)
    (root / PACKAGES).symlink_to(repository / PACKAGES)
    target = root / "site" / "admin"
    target.parent.mkdir()
    write_admin(root, fictional, target)
    return target


class Sources:
    """A copy of the fictional plans that a test may break."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __truediv__(self, name: str) -> Path:
        return self.root / "plans" / name

    def write(self, name: str, text: str | bytes) -> None:
        """Write a whole file."""
        path = self / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, name: str, old: str, new: str) -> int:
        """Replace a passage that stands in a file, and return its line."""
        text = (self / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} does not stand in {name}"
        self.write(name, text.replace(old, new, 1))
        return text[: text.index(old)].count("\n") + 1

    def append(self, name: str, text: str) -> int:
        """Add lines to a file, and return the line of the first."""
        before = (self / name).read_text(encoding="utf-8")
        self.write(name, before + text)
        return before.count("\n") + 1

    def load(self) -> Site:
        """Load the sources as they stand."""
        return load_site(self.root)

    def problems(self) -> list[str]:
        """Return all problems and warnings as they are printed, without the folder plans/."""
        try:
            found = self.load().warnings
        except SourceError as error:
            found = error.problems
        return [str(problem).removeprefix("plans/") for problem in found]

    def problem(self) -> str:
        """Return the only problem there is."""
        found = self.problems()
        assert len(found) == 1, "\n".join(found) or "no problem was found"
        return found[0]


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """A copy of the fictional plans."""
    shutil.copytree(TESTS / "plans" / "plans", tmp_path / "plans")
    return Sources(tmp_path)


@pytest.fixture
def draft(sources: Sources, tmp_path: Path) -> Path:
    """The folder the importer makes of the document of a fictional plan."""
    sources.replace(f"{OFFICIAL}/targets/digital-life.yml", 'sub: "2"', 'sub: "1"')
    document = tmp_path / "document" / "plan.txt"
    document.parent.mkdir()
    document.write_text(issued_document(sources.load().plans[OFFICIAL]), encoding="utf-8")
    assert import_document.main([str(document), "--out", str(tmp_path / "draft")]) == 0
    for name in ("official.zh.md", "official.lock.yml"):
        # The importer can not know what the series calls its ninth domain.
        file = tmp_path / "draft" / name
        text = file.read_text(encoding="utf-8").replace("science", "digital-life")
        file.write_text(text, encoding="utf-8")
    return tmp_path / "draft"


@pytest.fixture
def issued(sources: Sources, draft: Path) -> Sources:
    """The fictional plans with the official text and its lock beside the record of one."""
    for name in ("official.zh.md", "official.lock.yml"):
        sources.write(f"{OFFICIAL}/{name}", (draft / name).read_bytes())
    return sources


@pytest.fixture
def desk(sources: Sources, fictional: Site, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk for forms of a copy of the fictional plans."""
    return Desk(sources.root, fictional, capsys)


@pytest.fixture
def write_tree(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Return a function that writes files, given as path and text, and returns their root."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium, Chrome or Edge; its absence is a failure that says what to install."""
    path = find_browser()
    if path is None:
        pytest.fail(WORDS)
    with sync_playwright() as play:
        arguments = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-sync",
        ]
        browser = play.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
