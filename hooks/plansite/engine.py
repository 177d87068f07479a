"""Jinja for pages of thousands of cells: what templates here never need is not looked for.

What pages call are our own functions and macros, and none asks for the template's context; most
of their texts hold nothing that must be escaped. Everything else is as in Jinja.
"""

from __future__ import annotations

import re
from keyword import iskeyword
from operator import call as call  # templates find it here
from typing import Any

import jinja2
import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

_SPECIAL = re.compile("[&<>\"']")


def escape(value: Any) -> str:
    """Return text for HTML; most has nothing that must be escaped and is returned as it is."""
    kind = type(value)
    if kind is str:
        return markupsafe.escape(value) if _SPECIAL.search(value) else value
    if kind is markupsafe.Markup:
        return value  # type: ignore[no-any-return] # the type is what was asked for
    if kind is int or kind is float:
        return str(value)
    return markupsafe.escape(value)


class _Code(CodeGenerator):
    """Compiles a template."""

    def visit_Template(  # noqa: N802 - named so by Jinja
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write the module of a template; it finds our `escape` in the place of Jinja's."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import call, escape")

    def visit_Getattr(  # noqa: N802 - named so by Jinja
        self, node: nodes.Getattr, frame: Frame
    ) -> None:
        """Write how an attribute is read: as in Python, what is not there is an error."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - named so by Jinja
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write how a function or a macro is called: directly."""
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class Environment(jinja2.Environment):
    """The environment of our templates; StrictUndefined and autoescape are set by its user."""

    code_generator_class = _Code
