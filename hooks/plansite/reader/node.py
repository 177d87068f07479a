"""One paragraph in the tree of a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from .paragraph import Paragraph
from .vocabulary import TRIM


@dataclass(eq=False)
class Node:
    """A paragraph with its marker, and what follows it before the next of its own level."""

    paragraph: Paragraph
    kind: str
    """A kind of marker, or `role`, `domain` (headings without a number), `text`."""
    number: int = 0
    length: int = 0
    role: str = ""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    domain: str = ""
    """The id, if the node is the heading of a domain."""
    number_inferred: bool = False
    number_repeated: bool = False
    """The number printed stands before in the same list; this one goes on with the list."""
    previous: Node | None = None
    """The numbered sibling before it."""
    ordinal: int = 0
    """Its place among the siblings of its kind, from 1."""

    @property
    def body(self) -> str:
        """The normal text after the marker."""
        return self.paragraph.text[self.length :]

    @property
    def heading(self) -> str:
        """The printed heading: the bold run-in, else the first sentence."""
        body = self.body
        ends = [i for i in (body.find(m) for m in "。！？") if i >= 0]
        return body[: min(ends)] if ends else body.rstrip(TRIM)

    @property
    def numbered(self) -> bool:
        return self.kind not in {"role", "domain", "text"}

    def path(self) -> list[Node]:
        """The nodes from the outermost to this one."""
        nodes: list[Node] = []
        node: Node | None = self
        while node is not None and node.kind != "root":
            nodes.append(node)
            node = node.parent
        return nodes[::-1]

    @property
    def is_short(self) -> bool:
        """The node is a heading alone on its line."""
        body = self.body.rstrip(TRIM)
        return len(body) <= 30 and not any(mark in body for mark in "。；，")
