"""Templates as Python compiled them: for the next environment that asks for the same ones."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2
from jinja2.bccache import Bucket

Compiled = Mapping[str, bytes]
_KEPT: dict[str, bytes] = {}
"""Kept for the next build of the same process too, as `mkdocs serve` does it."""


class Shelf(jinja2.BytecodeCache):
    """Where an environment finds templates that were compiled for its kind, if they are the same."""

    def __init__(self, kind: str) -> None:
        """Take what tells environments apart that compile a template differently."""
        self.kind = kind

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is kept under."""
        return f"{self.kind}:{filename or name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket; it stays empty if the template is not there, or has changed since."""
        if found := _KEPT.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        _KEPT[bucket.key] = bucket.bytecode_to_string()


def everything() -> Compiled:
    """Return all that was compiled so far, for `use_compiled` in another process."""
    return _KEPT


def use_compiled(found: Compiled) -> None:
    """Take templates as they were compiled, in this process and those that begin from it."""
    _KEPT.update(found)
