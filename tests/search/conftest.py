"""Fictional sites with the project's own theme, a server below a sub-path, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from plansite.headers import CSP
from plansite.search import build_index

from search.sources import chinese_pages, english_pages

ROOT = Path(__file__).parents[2]
PAGE_CSP = CSP.replace("; frame-ancestors 'none'", "")
"""The policy as a page may state it: who may frame the page is said by the server only."""
CONFIG = """\
INHERIT: {root}/mkdocs{suffix}.yml
docs_dir: docs/{lang}
site_url: https://plans.example.org/portal/{prefix}
watch: []
hooks: [{root}/hooks/page_assets.py{hooks}]
theme: {{custom_dir: {root}/docs/overrides}}
"""


def build(root: Path, hooks: str = "") -> Path:
    """Build both languages of the pages in root/docs and index them; return the site's folder."""
    site = root / "site"
    for lang, suffix, prefix in (("zh", "", ""), ("en", ".en", "en/")):
        fields = {"root": ROOT, "suffix": suffix, "lang": lang, "prefix": prefix, "hooks": hooks}
        (root / f"{lang}.yml").write_text(CONFIG.format(**fields), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{lang}.yml"]
        run = subprocess.run(
            [*command, "-d", str(site / prefix)],
            cwd=root,
            capture_output=True,
            text=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        assert run.returncode == 0, run.stdout + run.stderr
    build_index(site)
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built fictional pages."""
    root = tmp_path_factory.mktemp("search")
    for lang, pages in (("zh", chinese_pages()), ("en", english_pages())):
        for name, text in pages.items():
            path = root / "docs" / lang / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return build(root)


@pytest.fixture(scope="session")
def plans_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the fictional plans in tests/plans, as the templates make it."""
    root = tmp_path_factory.mktemp("plans")
    shutil.copytree(ROOT / "tests" / "plans" / "plans", root / "plans")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("overrides"))
    hooks = ("generated_pages.py", "page_bodies.py")
    return build(root, "".join(f", {ROOT}/hooks/{one}" for one in hooks))


class Server:
    """Serves a folder below a sub-path under the strict policy, and notes what was asked for."""

    def __init__(self, folder: Path, meta: bool = False) -> None:
        self.asked: list[str] = []
        handler = partial(_Handler, self, meta, directory=str(folder))
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}/portal/"
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Stop and wait."""
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, server: Server, meta: bool, *arguments: object, directory: str) -> None:
        self.notes, self.meta = server, meta
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Serve a page below /portal/, with the policy in a header or in the page."""
        path = self.path.removeprefix("/portal")
        self.notes.asked.append(path)
        self.path = path
        file = Path(self.translate_path(path.split("?")[0]))
        file = file / "index.html" if file.is_dir() else file
        missing = not file.exists()
        if missing:
            file = Path(self.directory) / "404.html"
        body = file.read_bytes()
        if self.meta and file.suffix == ".html":
            tag = f'<head><meta http-equiv="Content-Security-Policy" content="{PAGE_CSP}">'
            body = body.replace(b"<head>", tag.encode())
        self.send_response(404 if missing else 200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if not self.meta:
            self.send_header("Content-Security-Policy", CSP)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Return a function that serves a folder until the test ends."""
    servers: list[Server] = []

    def start(folder: Path, meta: bool = False) -> Server:
        servers.append(Server(folder, meta))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
