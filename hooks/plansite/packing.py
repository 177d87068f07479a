"""Compressed files whose bytes follow from their content alone."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable

_SYSTEM = 9
"""Where gzip names the system that wrote a file (RFC 1952, 2.3); 255 stands for unknown."""


def packed(content: bytes, level: int = 9) -> bytes:
    """Return content as a gzip file: no time, and no system, which not every Python names alike."""
    found = gzip.compress(content, level, mtime=0)
    return found[:_SYSTEM] + b"\xff" + found[_SYSTEM + 1 :]


_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first day a ZIP file can hold; no file has the day of its build."""
_UNIX = 3
_READABLE = 0o644 << 16


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files, path and content, as one ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(path, _BEGINNING)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, content, compresslevel=9)
    return out.getvalue()
