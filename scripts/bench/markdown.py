"""The content of a generated page as Markdown, for the comparison with stock Material."""

from __future__ import annotations

from html.parser import HTMLParser


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
