"""Lines of a web page: its main content, without the menus around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from .line import Line

SILENT = {"script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select"}
FRAME = {"nav", "header", "footer", "aside", "form", "button"}
BLOCKS = {
    "p", "div", "section", "article", "main", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "h2",
    "h3", "h4", "h5", "h6", "br", "hr", "blockquote", "dd", "dt", "dl", "pre", "tbody", "thead",
    "body", "html", "center", "nav", "header", "footer", "aside", "form",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
MENU = re.compile(
    r"(^|[-_ ])(nav|menu|crumb|breadcrumb|footer|header|sidebar|share|toolbar|pager)", re.I
)


def web_lines(markup: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the main content and the lines outside it."""
    soup = BeautifulSoup(markup, "lxml")
    main = _main(soup)
    inside = tuple(_lines(main, outside=None))
    outside = tuple(_lines(soup, outside=main))
    return inside, outside


def _main(soup: BeautifulSoup) -> Tag:
    """Choose the element that holds nearly all of the running text and little else."""
    best: Tag = soup.body or soup
    weights = _weights(best)
    total = weights.get(id(best), 0)
    while True:
        children = [c for c in best.find_all(True, recursive=False) if not _is_frame(c)]
        heaviest = max(children, key=lambda child: weights.get(id(child), 0), default=None)
        if heaviest is None or heaviest.name not in {"div", "main", "article", "section", "body"}:
            return best
        if weights.get(id(heaviest), 0) < max(0.85 * total, 1):
            return best
        best = heaviest


def _weights(root: Tag) -> dict[int, int]:
    """Count, for every element, the running text in it: outside links, scripts and menus."""
    weights: dict[int, int] = {}
    mute: dict[int, bool] = {}
    for text in root.find_all(string=True):
        if isinstance(text, Comment) or not text.strip():
            continue
        parents = [p for p in text.parents if p is not None]
        for parent in parents:
            if id(parent) not in mute:
                mute[id(parent)] = parent.name in SILENT | {"a"} or _is_frame(parent)
        if not any(mute[id(p)] for p in parents):
            for parent in parents:
                weights[id(parent)] = weights.get(id(parent), 0) + len(text.strip())
    return weights


def _is_frame(tag: Tag) -> bool:
    if tag.name in {"html", "body", "[document]"}:
        return False
    names = [*tag.get_attribute_list("class"), str(tag.get("id") or "")]
    return tag.name in FRAME or any(name and MENU.search(str(name)) for name in names)


def _lines(root: Tag, outside: Tag | None) -> Iterator[Line]:
    """Yield a line for each block; with `outside`, only what is not in that element."""
    pending: list[str] = []
    where = [root.sourceline or 1]
    state: dict[str, Any] = {"mark": "", "heading": False, "bold": 0}

    def flush() -> Iterator[Line]:
        text = re.sub(r"[ \t\r\n]+", " ", "".join(pending)).strip()
        if text:
            yield Line(number=where[0], text=text, mark=str(state["mark"]),
                       heading=bool(state["heading"]), bold=int(state["bold"]))  # fmt: skip
        pending.clear()
        state.update(mark="", heading=False, bold=0)

    def walk(tag: Tag) -> Iterator[Line]:
        for child in tag.children:
            if isinstance(child, Tag):
                if child is outside or child.name in SILENT:
                    continue
                if outside is None and child.name != "header" and _is_frame(child):
                    continue
                yield from enter(child)
            elif isinstance(child, NavigableString) and type(child) is NavigableString:
                pending.append(str(child))

    def enter(child: Tag) -> Iterator[Line]:
        block = child.name in BLOCKS
        if block:
            yield from flush()
            where[0] = child.sourceline or where[0]
        if child.name == "tr":
            yield _row(child)
            return
        if child.name == "li":
            state["mark"] = _list_mark(child)
        if child.name in HEADINGS:
            state["heading"] = True
        if child.name in {"b", "strong"} and not "".join(pending).strip():
            state["bold"] = len(child.get_text(strip=True))
        yield from walk(child)
        if block:
            yield from flush()

    yield from walk(root)
    yield from flush()


def _row(tag: Tag) -> Line:
    cells = tuple(c.get_text(" ", strip=True) for c in tag.find_all(["td", "th"]))
    return Line(number=tag.sourceline or 1, text="　".join(cells), cells=cells)


def _list_mark(tag: Tag) -> str:
    """The number a browser prints before an item of an ordered list."""
    parent = tag.parent
    if parent is None or parent.name != "ol":
        return ""
    start = str(parent.get("start") or "1")
    place = list(parent.find_all("li", recursive=False)).index(tag)
    return f"{(int(start) if start.isdigit() else 1) + place}."
