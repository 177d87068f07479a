"""Print what search costs: bytes and time to the first result, size of the index, time to build it.

Without arguments it measures texts generated from plans/ at 500, 5,000 and 60,000 pages; with
--site it measures a built site.
"""

from __future__ import annotations

import gzip
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from ensure_browser import WORDS, find_browser
from loopback import Quiet, answering
from plansite.arguments import Arguments
from plansite.command import finished_site, run
from plansite.search.build import build_language
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "docs" / "overrides" / "assets"
ENGINE = ("search-forms.js", "search-engine.js", "search-nearest.js")
CLIENT = (*ASSETS.glob("javascripts/search*.js"), ASSETS / "stylesheets" / "search.css")
COMMON = ["妇女", "孕产妇死亡率", "宫颈癌筛查", "妇女 就业", "完善公共服务体系", "达到95%以上"]
NEAR = [
    "怎样降低孕产妇死亡率？",
    "宫颈癌免费筛查在哪里做",
    "妇女就业培训补贴政策",
    "完善公共服各体系",
]
"""Questions that no page holds as they stand: what comes near is looked for, term by term."""
ASK = """async ([folder, query, wanted]) => {
  const begin = performance.now();
  const engine = plansiteSearch(new URL(folder, location));
  let found = 0, shown = 0, near = false;
  for await (const way of plansiteNearest(engine)(query)) {
    if (!way.parts.length) continue;
    const end = Math.min(40, way.pages.length);
    for (let next = 0; shown < wanted && next < end;) {
      const batch = way.pages.slice(next, Math.min(end, next + 10 - shown));
      next += batch.length;
      const pages = await Promise.all(batch.map(engine.pageOf));
      shown += pages.filter((page) => way.inspect(page, "")).length;
    }
    [found, near] = [way.pages.length, way.near];
    if (shown) break;
  }
  return [found, shown, near, performance.now() - begin];
}"""
"""What the box does until it shows its first result, or its first ten."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 9.4e4}
"""A phone on slow 4G: 150 ms there and back, 1.6 Mbit/s; its processor is four times slower."""


class _Counting(Quiet):
    """Serves compressed as a web server does, and adds up what it sends."""

    sent: list[int]

    def __init__(self, sent: list[int], *arguments: Any, **fields: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **fields)

    def do_GET(self) -> None:  # noqa: N802 -- the name http.server calls
        """Send a file; a page that is not there is an empty one that loads the engine."""
        path = Path(self.translate_path(self.path))
        if path.name == "measure.html":
            body = b'<script src="/engine.js"></script>'
        elif path.name == "engine.js":
            body = b"".join((ASSETS / "javascripts" / name).read_bytes() for name in ENGINE)
        else:
            body = path.read_bytes() if path.is_file() else b""
        packed = path.suffix != ".bin"
        body = gzip.compress(body, 6) if packed else body
        self.send_response(200)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)
        self.sent.append(len(body))


@contextmanager
def served(folder: Path, sent: list[int]) -> Iterator[str]:
    """Serve a folder and yield its address."""
    with answering(partial(_Counting, sent, directory=str(folder))) as address:
        yield address


def sentences() -> list[str]:
    """Return the Chinese sentences of plans/, each once."""
    found: dict[str, None] = {}
    for path in sorted(ROOT.glob("plans/**/*.yml")) + sorted(ROOT.glob("plans/**/*.zh.md")):
        text = path.read_text(encoding="utf-8")
        for one in re.findall(r"[\u4e00-\u9fff][\u4e00-\u9fff\w，、“”（）%—]{11,}", text):
            found[one] = None
    return list(found)


def write_pages(folder: Path, count: int, pool: list[str]) -> None:
    """Write articles of nine sections of two hundred characters, as a domain page has."""
    drawn = random.Random(20260101)
    places = [drawn.choice(pool)[:2] + drawn.choice("市县区州旗") for _ in range(3000)]
    for number in range(count):
        place = drawn.choice(places)
        head = f"{place}{drawn.choice(pool)[:12]}"
        sections = []
        for n in range(9):
            text = ""
            while len(text) < 200:
                text += drawn.choice(pool) + "。"
            kind = "target" if n < 4 else "measure"
            sections.append(
                f'<section id="c{n}" data-kind="{kind}"><h3>{place}{n}</h3><p>{text}</p></section>'
            )
        kind = drawn.choice(("indicator", "plan", "domain", "domain", "domain"))
        page = (
            f"<title>{head}</title>"
            f'<article class="md-content__inner"><div hidden data-search data-kind="{kind}"'
            f' data-place="{place}"></div><h1>{head}</h1>{"".join(sections)}</article>'
        )
        path = folder / f"p{number % 100}" / f"{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")


def queries(pool: list[str], count: int) -> list[str]:
    """Return common words, questions, and stretches from the middle of sentences."""
    drawn = random.Random(20260102)
    found = [*COMMON, *NEAR]
    while len(found) < count:
        text = drawn.choice(pool)
        size = drawn.choice((2, 3, 4, 6))
        start = drawn.randrange(1, len(text) - size)
        found.append(text[start : start + size])
    return found


def measure(folder: Path, index: str, asked: list[str]) -> None:
    """Print the size of an index and what each query transfers until its first results."""
    sizes = [path.stat().st_size for path in (folder / index).rglob("*") if path.is_file()]
    print(f"  {index}: {len(sizes)} files, {sum(sizes) / 1e6:.2f} MB")
    browser = find_browser()
    if browser is None:
        raise SystemExit(WORDS)
    sent: list[int] = []
    rows: list[Row] = []
    with served(folder, sent) as address, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page()
        page.goto(f"{address}measure.html")
        for query in asked:
            costs: list[int] = []
            for wanted in (10, 1):
                sent.clear()
                found, shown, near, spent = page.evaluate(ASK, [f"/{index}", query, wanted])
                costs.append(sum(sent))
            rows.append(Row(costs[1], costs[0], len(sent), found, shown, near, spent, query))
        slow_down(page)
        waits = [page.evaluate(ASK, [f"/{index}", query, 1])[3] for query in (*COMMON, *NEAR)]
        chromium.close()
    show(rows, waits)


class Row(NamedTuple):
    """What one query costs."""

    first: int
    ten: int
    requests: int
    found: int
    shown: int
    near: bool
    spent: float
    query: str


def slow_down(page: Page) -> None:
    """Make a page as slow as on a cheap phone."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def show(rows: list[Row], waits: list[float]) -> None:
    """Print the rows that matter, and how long the first result takes on a slow phone."""
    for name, sizes in (
        ("first result", [row.first for row in rows if not row.near]),
        ("first ten", [row.ten for row in rows if not row.near]),
        ("first that comes near", [row.first for row in rows if row.near]),
    ):
        if sizes:
            print(
                f"  to the {name}: median {statistics.median(sizes) / 1e3:.0f} kB, "
                f"largest {max(sizes) / 1e3:.0f} kB ({len(sizes)} queries)"
            )
    client = sum(len(gzip.compress(path.read_bytes(), 6)) for path in CLIENT)
    print(f"  script and style on every page: {client / 1e3:.1f} kB")
    told = {**dict.fromkeys(rows[: len(COMMON) + len(NEAR)]), max(rows): None}
    for row, wait in zip_longest(told, waits):
        print(
            f"    {row.first / 1e3:6.1f} / {row.ten / 1e3:6.1f} kB {row.requests:3} requests "
            f"{row.spent:5.0f} ms {f'(slow 4G: {wait:5.0f} ms) ' if wait else ''}"
            f"{row.found:6} may match, {row.shown:2} shown{' as near' if row.near else ''}"
            f"  {row.query}"
        )


def main() -> int:
    """Measure what is asked for."""
    parser = Arguments(zh="测量搜索：首个结果的字节数、索引大小、建立用时。", description=__doc__)
    parser.add_argument("--site", type=Path, help="建好的网站 · a built site")
    parser.add_argument(
        "--pages", type=int, nargs="*", default=[500, 5000, 60000], help="页数 · numbers of pages"
    )
    arguments = parser.parse_args()
    pool = sentences()
    if arguments.site:
        print(arguments.site)
        measure(finished_site(arguments.site), "search/", queries(pool, 60))
        return 0
    for count in arguments.pages:
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work)
            write_pages(folder, count, pool)
            begin = time.process_time()
            build_language(folder, "zh")
            spent = time.process_time() - begin
            print(
                f"{count} pages: built in {spent:.1f} s CPU, {1000 * spent / count:.1f} ms a page"
            )
            measure(folder, "search/", queries(pool, 60))
    return 0


if __name__ == "__main__":
    run(main)
