"""The site of plans/, built once a test run and read in a real browser, below a sub-path."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from arriving import arrive
from loopback import Quiet, served
from plansite.headers import CSP
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
SUB_PATH = "portal/plans"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Waits for a frame after the next, before which a browser lays out what the scripts changed."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site; several test processes share one build.

    PLANSITE_SITE names a finished site to read instead, to save the build while writing tests.
    """
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    web = shared / "web"
    built = web / SUB_PATH
    with (shared / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists() and (ready := os.environ.get("PLANSITE_SITE")):
            shutil.copytree(ready, built)
        if not built.exists():
            command = [
                sys.executable,
                "scripts/build.py",
                "--site",
                str(built),
                "--work",
                str(shared / "work"),
            ]
            run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
            assert run.returncode == 0, run.stdout + run.stderr
    return built


class _Handler(Quiet):
    """Serves files with the strict Content-Security-Policy as a header."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of the site's root on the loopback interface."""
    with served(site.parents[1], _Handler) as root:
        yield f"{root}{SUB_PATH}/"


class Reader:
    """One page in the browser, with what went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", lambda request: self._asked(request.url))

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"{kind}: {text}")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"request outside the site: {url}")

    def open(self, path: str) -> Page:
        """Open a page below the site's root and wait until it is loaded, with its scripts, and drawn."""
        arrive(self.page, self.address + path)
        self.page.evaluate(DRAWN)
        return self.page


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """Return a desktop reader."""
    context = browser.new_context(viewport=DESKTOP)
    yield Reader(context.new_page(), address)
    context.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Reader]:
    """Return a reader on a phone."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield Reader(context.new_page(), address)
    context.close()
