"""What a reader receives before the first use of a page: bytes, largest paint, layout shift.

    first_view.py SITE [PATH …]     pages below the root of a built site; all kinds, if none is named

Printed for a phone on slow 4G (150 ms, 1.6 Mbit/s, a processor four times slower), from the
browser's own measurements; every file is sent with gzip, as a web server sends it.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from arriving import arrive
from ensure_browser import WORDS, find_browser
from loopback import Quiet, served
from plansite.arguments import Arguments
from plansite.command import finished_site, run
from playwright.sync_api import Browser, Page, Request, sync_playwright

LIMIT = 120_000
"""Bytes of a first view."""
PHONE = {"width": 360, "height": 740}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9e4}
"""Slow 4G: 150 ms, 1.6 Mbit/s down, 0.75 Mbit/s up."""
PACKED = {".html", ".css", ".js", ".svg", ".json", ".txt", ".xml", ".csv"}
WATCH = """window.seen = {paint: 0, shift: 0};
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.paint = one.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.shift += one.value; })
  .observe({type: "layout-shift", buffered: true});"""
FIRST_FILES = re.compile(
    r'<link rel="(?:stylesheet|icon)" href="([^"]+)"|<script[^>]* src="([^"]+)"| data-(?:then|choose)="([^"]+)"',
    re.ASCII,
)


KIND = re.compile(r'<div hidden data-search[^>]* data-kind="([^"]*)"')


@dataclass(frozen=True)
class View:
    """The first view of a page."""

    path: str
    sizes: tuple[tuple[str, int], ...]
    """What was asked for, and its bytes as sent."""
    paint: float
    """Milliseconds to the largest paint."""
    shift: float
    """Sum of layout shifts."""

    @property
    def weight(self) -> int:
        """Return the bytes of the whole view."""
        return sum(size for _, size in self.sizes)


@lru_cache(maxsize=4096)
def packed_size(path: Path) -> int:
    """Return the bytes of a file as a web server sends it."""
    content = path.read_bytes()
    return len(gzip.compress(content, 6)) if path.suffix in PACKED else len(content)


def weigh(site: Path) -> list[tuple[int, str]]:
    """Return the first view of every page in bytes, heaviest first, read from the pages alone."""
    found = []
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if path.name == "404.html":  # its addresses begin at the host
            continue
        parts = {(path.parent / "".join(one)).resolve() for one in FIRST_FILES.findall(text)}
        size = packed_size(path) + sum(packed_size(part) for part in parts)
        found.append((size, path.relative_to(site).as_posix()))
    return sorted(found, reverse=True)


def kinds(site: Path) -> list[str]:
    """Return the heaviest page of every kind, in both languages.

    A kind is what a page says of itself (data-kind), and the part of its address that many pages
    share, as .../targets/ or .../reports/2024/.
    """
    pages = [path.removesuffix("index.html") for _, path in weigh(site)]
    names = Counter(_name(path) for path in pages)
    found: dict[tuple[object, ...], str] = {}
    for path in pages:
        text = (site / path / "index.html").read_text(encoding="utf-8")
        kind = said[1] if (said := KIND.search(text)) else ""
        below, name = path.removeprefix("en/"), _name(path)
        shared = kind != "domain" and below.count("/") > 2 and names[name] > 3
        key = (below == path, below.partition("/")[0], below.count("/") > 1, kind, shared and name)
        found.setdefault(key, path)
    return sorted(found.values())


def _name(path: str) -> str:
    """Return the last part of an address, years left out; that of a plan is "plan"."""
    name = path.removeprefix("en/").rstrip("/").rpartition("/")[2]
    return re.sub(r"\d+", "0", re.sub(r".+-\d+-\d+$", "plan", name))


class Packing(Quiet):
    """Sends files compressed, and the page for missing ones, as a web server does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 -- the name http.server calls
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        there = path.is_file()
        path = path if there else Path(self.directory) / "404.html"
        body = path.read_bytes()
        self.send_response(200 if there else 404)
        kind = self.guess_type(str(path))
        self.send_header(
            "Content-Type", f"{kind}; charset=utf-8" if path.suffix in PACKED else kind
        )
        if path.suffix in PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)


def first_view(browser: Browser, address: str, path: str, slow: bool = False) -> View:
    """Open a page as a phone that was never here, and return what that took."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one))
    page.add_init_script(WATCH)
    if slow:
        _slow_down(page)
    arrive(page, address + path)
    seen = page.evaluate("() => new Promise((give) => setTimeout(() => give(seen), 300))")
    sizes = tuple((one.url, one.sizes()["responseBodySize"]) for one in asked)
    context.close()
    return View(path, sizes, seen["paint"], seen["shift"])


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def measure(site: Path, paths: Iterable[str]) -> list[View]:
    """Return the first views of pages, slowed down. Exits if there is no browser."""
    found = find_browser()
    if found is None:
        raise SystemExit(WORDS)
    with served(site, Packing) as address, sync_playwright() as play:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=found, args=arguments)
        views = [first_view(browser, address, path, slow=True) for path in paths]
        browser.close()
    return views


def table(views: Iterable[View]) -> Iterator[str]:
    """Yield the lines of a table of first views."""
    yield "| kB | files | largest paint, ms | layout shift | page |"
    yield "|---:|---:|---:|---:|---|"
    for view in views:
        yield (
            f"| {view.weight / 1e3:.1f} | {len(view.sizes)} | {view.paint:.0f} "
            f"| {view.shift:.3f} | /{view.path} |"
        )


def main() -> int:
    """Print the first views; exit 1 if one is too heavy."""
    parser = Arguments(zh="测量首次打开各类页面的字节数和用时。", description=__doc__)
    parser.add_argument("site", type=Path, help="建好的网站 · the built site")
    parser.add_argument("path", nargs="*", help="要看的路径 · paths to look at")
    options = parser.parse_args()
    site = finished_site(options.site).resolve()
    views = measure(site, options.path or kinds(site))
    print(*table(views), sep="\n")
    return int(any(view.weight > LIMIT for view in views))


if __name__ == "__main__":
    run(main)
