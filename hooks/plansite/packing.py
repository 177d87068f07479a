"""Compressed files whose bytes follow from their content alone."""

from __future__ import annotations

import gzip

_SYSTEM = 9
"""Where gzip names the system that wrote a file (RFC 1952, 2.3); 255 stands for unknown."""


def packed(content: bytes, level: int = 9) -> bytes:
    """Return content as a gzip file: no time, and no system, which not every Python names alike."""
    found = gzip.compress(content, level, mtime=0)
    return found[:_SYSTEM] + b"\xff" + found[_SYSTEM + 1 :]
