"""Lines of a document as its file holds them, whatever the file's format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of text, with its place in the file."""

    number: int
    """Line of the file (text, html), paragraph (docx) or running line of the pages (pdf), from 1."""
    text: str
    """The characters as found; markup of the format itself is already taken away."""
    mark: str = ""
    """A number the program that shows the file would print, e.g. of an automatic list."""
    cells: tuple[str, ...] = ()
    """The cells, if the line is a row of a table."""
    heading: bool = False
    """The format itself calls the line a heading."""
    bullet: bool = False
    """The line is an item of a list without numbers, in Markdown."""
    note: bool = False
    """The line is a footnote or an endnote, which the format keeps apart."""
    goes_on: bool = False
    """A page number stood within the line: this is the rest of the sentence before it."""
    bold: int = 0
    """How many characters at the start are bold (a run-in heading)."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A document: its name and its lines, and what was left outside its main content."""

    name: str
    lines: tuple[Line, ...]
    outside: tuple[Line, ...] = ()
    """Menus and banners of a web page, heads and feet of the pages of a Word file."""
