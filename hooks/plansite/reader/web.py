"""Lines of a web page: its main content, without the menus around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
HOLDERS = {"div", "main", "article", "section", "body", "form", "table", "tbody", "tr", "td"}
LONGEST_CELL = 600
"""A longer cell holds the text of a page, not a value or a duty."""
MENU = re.compile(
    r"(^|[-_ ])(nav|menu|crumb|breadcrumb|footer|header|sidebar|share|toolbar|pager)", re.I
)


def web_lines(markup: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the main content and the lines outside it."""
    soup = BeautifulSoup(markup, "lxml")
    frames = _frames(soup)
    main = _main(soup, frames)
    inside = tuple(_lines(main, frames))
    outside = tuple(_lines(soup, frozenset(), outside=main))
    return inside, outside


def _frames(soup: BeautifulSoup) -> frozenset[int]:
    """The menus, banners and forms around the text; a form that holds the page's text is none."""
    half = len(soup.get_text()) // 2
    found = (tag for tag in soup.find_all(True) if _may_frame(tag))
    return frozenset(id(tag) for tag in found if len(tag.get_text()) <= half)


def _main(soup: BeautifulSoup, frames: frozenset[int]) -> Tag:
    """Choose the element that holds nearly all of the running text and little else."""
    best: Tag = soup.body or soup
    weights = _weights(best, frames)
    total = weights.get(id(best), 0)
    while True:
        children = [c for c in best.find_all(True, recursive=False) if id(c) not in frames]
        heaviest = max(children, key=lambda child: weights.get(id(child), 0), default=None)
        if heaviest is None or heaviest.name not in HOLDERS:
            return best
        if weights.get(id(heaviest), 0) < max(0.85 * total, 1):
            return best
        best = heaviest


def _weights(root: Tag, frames: frozenset[int]) -> dict[int, int]:
    """Count, for every element, the running text in it: outside links, scripts and menus."""
    weights: dict[int, int] = {}
    mute: dict[int, bool] = {}
    for text in root.find_all(string=True):
        if isinstance(text, Comment) or not text.strip():
            continue
        parents = [p for p in text.parents if p is not None]
        for parent in parents:
            if id(parent) not in mute:
                mute[id(parent)] = parent.name in SILENT | {"a"} or id(parent) in frames
        if not any(mute[id(p)] for p in parents):
            for parent in parents:
                weights[id(parent)] = weights.get(id(parent), 0) + len(text.strip())
    return weights


def _may_frame(tag: Tag) -> bool:
    if tag.name in {"html", "body", "[document]"}:
        return False
    names = [*tag.get_attribute_list("class"), str(tag.get("id") or "")]
    return tag.name in FRAME or any(name and MENU.search(str(name)) for name in names)


def _lines(root: Tag, frames: frozenset[int], outside: Tag | None = None) -> Iterator[Line]:
    """Yield a line for each block; with `outside`, only what is not in that element."""
    writer = _Writer(root.sourceline or 1, frames, outside)
    yield from writer.walk(root)
    yield from writer.flush()


class _Writer:
    """Gathers the text of inline elements and gives it out as a line where a block begins or ends."""

    def __init__(self, line: int, frames: frozenset[int], outside: Tag | None) -> None:
        self.line = line
        self.frames = frames
        self.outside = outside
        self.pending: list[str] = []
        self.mark, self.heading, self.bold = "", False, 0
        self.spans: dict[int, tuple[int, str]] = {}
        self.single: dict[int, bool] = {}

    def flush(self) -> Iterator[Line]:
        """Give out what is gathered."""
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self.pending)).strip()
        if text:
            yield Line(
                number=self.line, text=text, mark=self.mark, heading=self.heading, bold=self.bold
            )
        self.pending.clear()
        self.mark, self.heading, self.bold = "", False, 0

    def walk(self, tag: Tag) -> Iterator[Line]:
        """Go through what an element holds."""
        for child in tag.children:
            if isinstance(child, Tag):
                if child is self.outside or child.name in SILENT:
                    continue
                if id(child) in self.frames and child.name != "header":
                    continue
                yield from self.enter(child)
            elif isinstance(child, NavigableString) and type(child) is NavigableString:
                yield from self.text(str(child), tag.find_parent("pre") or tag.name == "pre")

    def text(self, text: str, kept: object) -> Iterator[Line]:
        """Gather running text; where line ends are kept, each of them ends a line."""
        first, *rest = text.split("\n") if kept else [text]
        self.pending.append(first)
        for row in rest:
            yield from self.flush()
            self.line += 1
            self.pending.append(row)

    def enter(self, child: Tag) -> Iterator[Line]:
        """Go through one element; a block stands on lines of its own."""
        block = child.name in BLOCKS
        if block:
            yield from self.flush()
            self.line = child.sourceline or self.line
        if child.name == "table":
            self.spans = {}
        if child.name == "tr" and not _is_layout(child, self.single):
            yield self.row(child)
            return
        if child.name == "li":
            self.mark = _list_mark(child)
        if child.name in HEADINGS:
            self.heading = True
        if child.name in {"b", "strong"} and not "".join(self.pending).strip():
            self.bold = len(child.get_text(strip=True))
        yield from self.walk(child)
        if block:
            yield from self.flush()

    def row(self, tag: Tag) -> Line:
        """The cells of a row; one that reaches down from a row above stands empty in its column."""
        cells: list[str] = []
        for cell in tag.find_all(["td", "th"]):
            self._skip(cells)
            text = cell.get_text(" ", strip=True)
            down = _span(cell, "rowspan")
            for extra in range(_span(cell, "colspan")):
                if down > 1:
                    self.spans[len(cells)] = (down - 1, "")
                cells.append("" if extra else text)
        self._skip(cells)
        return Line(
            number=tag.sourceline or 1, text="　".join(c for c in cells if c), cells=tuple(cells)
        )

    def _skip(self, cells: list[str]) -> None:
        while len(cells) in self.spans:
            left, text = self.spans.pop(len(cells))
            if left > 1:
                self.spans[len(cells)] = (left - 1, text)
            cells.append(text)


def _is_layout(row: Tag, single: dict[int, bool]) -> bool:
    """Portals put a whole text into a cell, or each line of it into a row: no row of data."""
    if row.find("table"):
        return True
    cells = row.find_all(["td", "th"])
    if any(len(cell.get_text()) > LONGEST_CELL for cell in cells):
        return True
    table = row.find_parent("table")
    if len(cells) > 1 or table is None:
        return len(cells) < 2
    if id(table) not in single:
        rows = table.find_all("tr", limit=50)
        single[id(table)] = all(len(one.find_all(["td", "th"], limit=2)) < 2 for one in rows)
    return single[id(table)]


def _span(cell: Tag, name: str) -> int:
    """How many rows or columns a cell takes; what is no number counts as one."""
    written = str(cell.get(name) or "1")
    return min(max(int(written), 1), 100) if written.isdecimal() and len(written) < 5 else 1


def _list_mark(tag: Tag) -> str:
    """The number a browser prints before an item of an ordered list."""
    parent = tag.parent
    if parent is None or parent.name != "ol":
        return ""
    start = str(parent.get("start") or "1")
    place = list(parent.find_all("li", recursive=False)).index(tag)
    return f"{(int(start) if start.isdigit() else 1) + place}."
