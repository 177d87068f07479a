"""Parts of the frame that many pages share are rendered once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class Kept(Extension):
    """`{% kept name, likeness %}…{% endkept %}`: rendered anew only for a likeness not met before.

    All pages of one likeness must come out the same; a likeness of none keeps nothing.
    """

    tags = {"kept"}  # noqa: RUF012 - declared so by Jinja

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.parts: dict[tuple[str, object], str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag; what stands in it becomes a call of `_part`."""
        line = next(parser.stream).lineno
        name = parser.parse_expression()
        parser.stream.expect("comma")
        likeness = parser.parse_expression()
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        call = self.call_method("_part", [name, likeness])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _part(self, name: str, likeness: Any, caller: Callable[[], str]) -> str:
        if likeness is None:
            return caller()
        key = (name, likeness)
        if key not in self.parts:
            self.parts[key] = caller()
        return self.parts[key]
