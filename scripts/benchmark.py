"""Time loading, checking and building at growing sizes, beside stock Material. Prints tables."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
TINY = ("--domains", "1", "--targets", "2", "--measures", "2")
"""Size of a plan where fewer pages are asked for than one plan of realistic size has."""

# What the child processes run; each loads the package afresh, as an editor's command does.
LOAD = (
    "import sys, pathlib; from plansite.load import load_site; load_site(pathlib.Path(sys.argv[1]))"
)
ASSESS = """
import sys, pathlib
from plansite.assessing import assess_site
from plansite.load import load_site
print(len(assess_site(load_site(pathlib.Path(sys.argv[1])))))
"""
COUNT = """
import sys, pathlib
from plansite.generate import generate
print(len(generate(pathlib.Path(sys.argv[1]), "zh").pages))
"""
BODIES = """
import sys, pathlib
from plansite.generate import generate
for one in generate(pathlib.Path(sys.argv[1]), "zh").pages[: int(sys.argv[3])]:
    path = pathlib.Path(sys.argv[2], one.page.source_uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<h1>{one.page.title}</h1>" + one.body(), encoding="utf-8")
"""
STOCK = """\
site_name: Stock
docs_dir: docs
site_dir: site
theme: {name: material, language: zh, font: false}
plugins: [search]
markdown_extensions: [tables, attr_list, toc]
"""


@dataclass(frozen=True)
class Run:
    """What one child process took."""

    seconds: float
    cpu: float
    memory: float
    """Peak, in MB."""
    output: str = ""


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command to its end; print what it said and stop if it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        start = time.perf_counter()
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read()
    if child.returncode:
        sys.exit(f"{' '.join(child.args)}\n{output}")  # type: ignore[arg-type]
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    return Run(seconds, usage.ru_utime + usage.ru_stime, peak, output)


def python(code: str, folder: Path, *arguments: str | Path) -> Run:
    """Run a piece of Python on a root."""
    return run([sys.executable, "-c", code, folder, *arguments], REPOSITORY)


def build(folder: Path, config: str) -> Run:
    """Build one language as the site is built."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", "built"]
    return run([*command, "--clean"], folder)


def make_root(folder: Path, plans: int, options: Iterable[str] = ()) -> None:
    """Write a root of made-up plans."""
    shutil.rmtree(folder, ignore_errors=True)
    script = REPOSITORY / "scripts" / "generate_scale.py"
    run([sys.executable, script, str(plans), folder, *options], REPOSITORY)


def count_pages(folder: Path) -> int:
    """Return how many pages a root generates in one language."""
    return int(python(COUNT, folder).output)


def root_of(pages: int, work: Path) -> Path:
    """Write a root with about as many pages as asked; return its folder."""
    folder = work / f"root-{pages}"
    make_root(folder, 1)
    one = count_pages(folder)
    if pages <= one:
        make_root(folder, 1, TINY)
        return folder
    make_root(folder, 4)
    each = (count_pages(folder) - one) / 3
    make_root(folder, max(1, round((pages - one) / each) + 1))
    return folder


def built_pages(folder: Path) -> int:
    """Return how many pages the last build of a root wrote."""
    return sum(1 for _ in (folder / "built").rglob("index.html"))


def site_table(sizes: Iterable[int], work: Path) -> None:
    """Print how long loading, checking and building take."""
    print("| pages | step | seconds | CPU s | ms a page | peak MB |")
    print("|---:|---|---:|---:|---:|---:|")
    for size in sizes:
        folder = root_of(size, work)
        steps = (
            ("load and check", python(LOAD, folder)),
            ("build zh", build(folder, "mkdocs.yml")),
            ("build en", build(folder, "mkdocs.en.yml")),
        )
        pages = built_pages(folder)
        for name, taken in steps:
            each = taken.cpu * 1000 / pages
            print(
                f"| {pages} | {name} | {taken.seconds:.1f} | {taken.cpu:.1f} | {each:.1f} | {taken.memory:.0f} |",
                flush=True,
            )
        shutil.rmtree(folder)


def stock_table(size: int, work: Path) -> None:
    """Print our build beside stock Material on the same pages as Markdown."""
    folder = root_of(size, work)
    ours = build(folder, "mkdocs.yml")
    pages = built_pages(folder)
    stock = work / "stock"
    python(BODIES, folder, stock / "docs", str(pages))
    for path in (stock / "docs").rglob("*.md"):
        path.write_text(markdown(path.read_text(encoding="utf-8")), encoding="utf-8")
    (stock / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    theirs = run([sys.executable, "-m", "mkdocs", "build", "-q"], stock)
    print("\n| pages | build | seconds | CPU s | peak MB |")
    print("|---:|---|---:|---:|---:|")
    for name, taken in (
        ("this project, Chinese, with loading and checking", ours),
        ("stock Material, all pages in the navigation, built-in search", theirs),
    ):
        print(f"| {pages} | {name} | {taken.seconds:.1f} | {taken.cpu:.1f} | {taken.memory:.0f} |")
    print(
        f"\nratio: {theirs.cpu / ours.cpu:.1f} by CPU, {theirs.seconds / ours.seconds:.1f} by clock"
    )
    shutil.rmtree(folder)


def observation_table(rows: int, work: Path) -> None:
    """Print how long observations take to check and to assess."""
    folder = work / "observations"
    print("\n| observations | step | seconds | CPU s | peak MB |")
    print("|---:|---|---:|---:|---:|")
    for name, code, options in (
        ("load and check", LOAD, ("--named-only",)),
        ("load, check and assess, with all plans", ASSESS, ("--measures", "0")),
    ):
        make_root(folder, round(rows / 600), options)
        found = sum(
            path.read_text(encoding="utf-8").count("\n") - 1 for path in folder.rglob("*.csv")
        )
        taken = python(code, folder)
        print(
            f"| {found} | {name} | {taken.seconds:.1f} | {taken.cpu:.1f} | {taken.memory:.0f} |",
            flush=True,
        )
    shutil.rmtree(folder)


class _Markdown(HTMLParser):
    """Turns the article of a generated page into Markdown of the same content."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.cells = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in {"h1", "h2", "h3", "h4"}:
            self.parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag in {"p", "table", "ul", "ol", "dl", "figure", "section", "div"}:
            self.parts.append("\n\n")
        elif tag in {"li", "dt", "dd"}:
            self.parts.append("\n- ")
        elif tag == "tr":
            self.cells = 0
            self.parts.append("\n|")
        elif tag in {"th", "td"}:
            self.cells += 1
        elif tag == "svg":
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"th", "td"}:
            self.parts.append(" |")
        elif tag == "thead":
            self.parts.append("\n|" + "---|" * self.cells)
        elif tag in {"h1", "h2", "h3", "h4", "p", "table", "caption"}:
            self.parts.append("\n\n")

    def handle_data(self, text: str) -> None:
        if words := " ".join(text.split()):
            self.parts.append(f" {words.replace('|', '/')}")


def markdown(html: str) -> str:
    """Return the content of a page as Markdown."""
    reader = _Markdown()
    reader.feed(html)
    return "".join(reader.parts).strip() + "\n"


def main() -> int:
    """Run the benchmarks asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="*", default=[5, 500, 4000], metavar="N")
    parser.add_argument("--stock", type=int, default=1000, metavar="N", help="0 leaves it out")
    parser.add_argument(
        "--observations", type=int, default=170_000, metavar="N", help="0 leaves it out"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plansite-bench-") as name:
        if options.pages:
            site_table(options.pages, Path(name))
        if options.stock:
            stock_table(options.stock, Path(name))
        if options.observations:
            observation_table(options.observations, Path(name))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
