"""The plain scan: a reading of the built pages that shares nothing with the index."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

from bs4 import BeautifulSoup

BLOCK = re.compile(
    r"</?(?:p|li|d[dt]|t[dhr]|div|section|h[1-4]|[uod]l|table|t?head|tbody|caption|details|summary"
    r"|figure|figcaption|br|article|header|footer|blockquote|pre)\b[^>]*>"
)
OUTSIDE = (
    "nav, svg, math, script, style, template, button, select, thead, caption, [hidden], "
    "[aria-hidden=true], .headerlink, .ps-take, .ps-choose, .ps-report, .ps-embed"
)
APART = ".ps-printed, .ps-note, .ps-source, .ps-end, .ps-tier, .ps-theirs, .ps-year, .ps-promise"


def folded(text: str) -> str:
    """Return text as a reader compares it."""
    for curly, straight in ("“”", '"'), ("‘’", "'"):
        text = re.sub(f"[{curly}]", straight, text)
    return unicodedata.normalize("NFKC", text).lower()


def plain_texts(root: Path, without: Path | None = None) -> dict[str, str]:
    """Return the article text of every built page by address: the plain scan's own reading."""
    texts = {}
    for path in sorted(root.rglob("*.html")):
        if path.name == "404.html" or (without and path.is_relative_to(without)):
            continue
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        if page.select_one(
            '[data-search="off"]'
        ):  # a page that repeats others, such as the printed plan
            continue
        article = page.select_one("article")
        assert article is not None, path
        for outside in article.select(OUTSIDE):
            outside.decompose()
        for apart in article.select(APART):
            apart.name = "div"
        running = re.sub(r"\s+", " ", str(article))
        lines = re.sub("<[^>]*>", "", BLOCK.sub("\n", running)).splitlines()
        address = path.relative_to(root).as_posix().removesuffix("index.html")
        read = (" ".join(html.unescape(line).split()) for line in lines)
        texts[address] = "\n".join(line for line in read if line)
    return texts
