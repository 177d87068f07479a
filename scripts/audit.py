"""What needs Java or Node: valid HTML (the W3C's checker); axe and Lighthouse on pages of every kind.

    audit.py [SITE] [--only html|axe|lighthouse|weight] [--pages PATH …]

The tools come from scripts/audit/package.json (`make audit` installs them). Everything is served
on the loopback interface. Exits 1 if a page is invalid, too heavy, or shifts while it loads.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from axe import AXE, check_access
from ensure_browser import WORDS, find_browser
from first_view import LIMIT, Packing, kinds, weigh
from loopback import served
from plansite.arguments import Arguments
from plansite.command import run

TOOLS = Path(__file__).parent / "audit" / "node_modules"
CHECKER = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = TOOLS / ".bin" / "lighthouse"
MISSING = (
    "{tool} 不在；请先运行 make audit，需要 Java 17 和 Node 20| "
    "{tool} is not there; run make audit, which needs Java 17 and Node 20"
)
SHIFT_LIMIT = 0.1
PATIENCE = 120
"""Seconds one page may take."""
METRICS = ("largest-contentful-paint", "cumulative-layout-shift", "total-byte-weight")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def check_html(site: Path) -> int:
    """Print the errors of every page, alike ones once, and return how many there are."""
    command = ["java", "-Xss4m", "-jar", str(CHECKER), "--skip-non-html", "--errors-only"]
    command += ["--exit-zero-always", "--format", "json", str(site)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=1800)
    if run.returncode:
        raise SystemExit(run.stderr[-2000:])
    messages = json.loads(run.stderr)["messages"]
    alike = Counter(re.sub(r"\d+", "N", one["message"]) for one in messages)
    first = {re.sub(r"\d+", "N", one["message"]): one for one in reversed(messages)}
    for words, count in alike.most_common():
        one = first[words]
        print(f"{count} × {one['message']}\n    {one.get('url')}:{one.get('lastLine')}")
        print(f"    {' '.join(one.get('extract', '').split())}")
    print(f"HTML: {len(messages)} errors in {sum(1 for _ in site.rglob('*.html'))} pages")
    return len(messages)


def check_weight(site: Path) -> int:
    """Print the heaviest first views of the whole site and return how many are too heavy."""
    weights = weigh(site)
    for size, path in weights[:10]:
        print(f"{size / 1e3:7.1f} kB  {path}")
    heavy = sum(size > LIMIT for size, _ in weights)
    print(f"first views: {len(weights)} pages, {heavy} over {LIMIT / 1e3:.0f} kB")
    return heavy


def check_pages(site: Path, paths: Sequence[str]) -> int:
    """Print what axe finds, and return how much; light and dark, on a phone and on a desktop."""
    if (browser := find_browser()) is None:
        raise SystemExit(WORDS)
    with served(site, Packing) as address:
        return check_access(browser, address, paths)


def check_speed(site: Path, paths: Sequence[str]) -> int:
    """Print what Lighthouse finds on a phone with slow 4G, and return how many pages shift."""
    browser = find_browser()
    if browser is None:
        raise SystemExit(WORDS)
    shifting = 0
    print("| largest paint, ms | layout shift | kB | speed | access | practice | search | page |")
    print("|---:|---:|---:|---:|---:|---:|---:|---|")
    faults: Counter[str] = Counter()
    with served(site, Packing) as address:
        for path in paths:
            report = run_lighthouse(browser, address + path)
            if report is None:
                print(f"| no answer within {PATIENCE} s | | | | | | | /{path} |", flush=True)
                continue
            paint, shift, size = (report["audits"][name]["numericValue"] for name in METRICS)
            scores = (100 * (report["categories"][name]["score"] or 0) for name in CATEGORIES)
            shifting += shift > SHIFT_LIMIT
            faults.update(_faults(report))
            marks = " | ".join(f"{score:.0f}" for score in scores)
            print(
                f"| {paint:.0f} | {shift:.3f} | {size / 1e3:.0f} | {marks} | /{path} |", flush=True
            )
    for fault, count in faults.most_common():
        print(f"{count} pages: {fault}")
    return shifting


def run_lighthouse(browser: str, address: str) -> Mapping[str, Any] | None:
    """Return Lighthouse's report on one page, or None if it does not end."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={report}"]
        command += ["--form-factor=mobile", f"--only-categories={','.join(CATEGORIES)}"]
        command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
        environment = {**os.environ, "CHROME_PATH": browser}
        try:
            subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return None
        found: Mapping[str, Any] = json.loads(report.read_text("utf-8")) if report.exists() else {}
        return found if found.get("categories") else None


def _faults(report: Mapping[str, Any]) -> set[str]:
    """Return what a page loses points for, speed apart."""
    names = {
        one["id"]
        for category in CATEGORIES[1:]
        for one in report["categories"][category]["auditRefs"]
        if one["weight"]
    }
    audits = report["audits"]
    return {
        f"{name}: {audits[name]['title']}"
        for name in names
        if audits[name]["score"] not in (None, 1)
    }


def main() -> int:
    """Check what is asked for."""
    parser = Arguments(
        zh="需要 Java 或 Node 的检查：网页是否合格（W3C 检查器），Lighthouse 的评分，页面的字节数。",
        description=__doc__.partition("\n")[0],
    )
    parser.add_argument(
        "site", type=Path, nargs="?", default=Path("site"), help="建好的网站 · the built site"
    )
    parser.add_argument(
        "--only",
        choices=("html", "axe", "lighthouse", "weight"),
        help="只做其中一项 · one of these only",
    )
    parser.add_argument(
        "--pages",
        nargs="*",
        help="axe 和 Lighthouse 要看的路径 · paths for axe and Lighthouse below the site's root",
    )
    options = parser.parse_args()
    site, only = options.site.resolve(), options.only
    if not (site / "index.html").is_file():
        print(
            f"{options.site}: 没有建好的网站；请先 make build| no built site; run make build first"
        )
        return 1
    for tool in (CHECKER, AXE, LIGHTHOUSE):
        if only != "weight" and not tool.exists():
            print(MISSING.format(tool=tool), file=sys.stderr)
            return 1
    found = 0
    if only in {None, "weight"}:
        found += check_weight(site)
    if only in {None, "html"}:
        found += check_html(site)
    if only in {None, "axe"}:
        found += check_pages(site, options.pages or kinds(site))
    if only in {None, "lighthouse"}:
        found += check_speed(site, options.pages or kinds(site))
    return int(bool(found))


if __name__ == "__main__":
    run(main)
