"""The content of a generated page as Markdown, for the comparison with stock Material."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from posixpath import splitext

HEADINGS = {"h1", "h2", "h3", "h4"}
BLOCKS = {"p", "table", "ul", "ol", "dl", "figure", "section", "div"}


class _Markdown(HTMLParser):
    """Turns the article of a generated page into Markdown of the same content."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.cells = 0
        self.drawing = 0
        """How many svg elements are open: a drawing stays HTML, as Markdown has none."""
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self.parts.append("" if self.drawing or self.cells else "\n\n<figure>")
            self.drawing += 1
        if self.drawing:
            self.parts.append(" ".join((self.get_starttag_text() or "").split()))
        elif tag in HEADINGS:
            self.parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif tag in BLOCKS:
            self.parts.append("\n\n")
        elif tag in {"li", "dt", "dd"}:
            self.parts.append("\n- ")
        elif tag == "tr":
            self.cells = 0
            self.parts.append("\n|")
        elif tag in {"th", "td"}:
            self.cells += 1
        elif tag == "a":
            self.links.append(_source_of(dict(attributes).get("href") or ""))
            self.parts.append(" [")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self.drawing:
            self.parts.append(" ".join((self.get_starttag_text() or "").split()))

    def handle_endtag(self, tag: str) -> None:
        if self.drawing:
            self.parts.append(f"</{tag}>")
            if tag == "svg":
                self.drawing -= 1
                self.parts.append("" if self.drawing or self.cells else "</figure>\n\n")
        elif tag in {"th", "td"}:
            self.parts.append(" |")
        elif tag == "table":
            self.cells = 0
            self.parts.append("\n\n")
        elif tag == "thead":
            self.parts.append("\n|" + "---|" * self.cells)
        elif tag == "a" and self.links:
            self.parts.append(f"]({self.links.pop()})")
        elif tag in HEADINGS | {"p", "caption"}:
            self.parts.append("\n\n")

    def handle_data(self, text: str) -> None:
        if words := " ".join(text.split()):
            plain = escape(words, quote=False).replace("|", "/")
            self.parts.append(plain if self.drawing else f" {plain}")


def _source_of(address: str) -> str:
    """Return the Markdown file behind the address of a page; other addresses stay."""
    path, mark, anchor = address.partition("#")
    if not path or "://" in path or splitext(path)[1]:
        return address
    return f"{path.rstrip('/')}/index.md{mark}{anchor}"


def markdown(html: str) -> str:
    """Return the content of a page as Markdown: words, lists, tables, links and drawings."""
    reader = _Markdown()
    reader.feed(html)
    return "".join(reader.parts).strip() + "\n"
