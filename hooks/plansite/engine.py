"""Jinja for pages of thousands of cells: what templates here never need is not looked for.

What pages call are our own functions and macros, and none asks for the template's context; most
of their texts hold nothing that must be escaped. Everything else is as in Jinja.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import jinja2
import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context

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
        self.writeline(f"from {__name__} import escape")


class _Context(Context):
    """Calls what templates call."""

    def call(
        self,
        __obj: Callable[..., Any],
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        """Return what a function of the page or a macro returns."""
        return __obj(*args, **kwargs)


class Environment(jinja2.Environment):
    """The environment of our templates; StrictUndefined and autoescape are set by its user."""

    code_generator_class = _Code
    context_class = _Context
