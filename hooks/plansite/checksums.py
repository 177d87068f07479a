"""Checksums of a folder: what it holds, in a form `sha256sum -c` reads, and how two differ."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from plansite.packing import packed

NAME = "SHA256SUMS"
"""File of the checksums, at the root of the site and of its data."""


def checksums(folder: Path) -> Mapping[str, str]:
    """Return the SHA-256 of every file below a folder by its path, in order; NAME is left out."""
    found = {}
    for parent, _, names in os.walk(folder):  # thousands of files: as plain texts, not as Paths
        below = parent[len(str(folder)) + 1 :].replace(os.sep, "/")
        for name in names:
            if name != NAME:
                content = Path(parent, name).read_bytes()
                found[f"{below}/{name}" if below else name] = sha256(content).hexdigest()
    return dict(sorted(found.items()))


def write_checksums(folder: Path) -> None:
    """Write the checksums of a folder into it."""
    lines = (f"{digest}  {path}\n" for path, digest in checksums(folder).items())
    (folder / NAME).write_text("".join(lines), encoding="utf-8")


def differences(one: Path, other: Path) -> Iterator[str]:
    """Yield every file that only one of two folders has, or that they hold with other bytes."""
    first, second = checksums(one), checksums(other)
    for path in sorted({*first, *second}):
        if path not in second:
            yield f"{path}: 只在第一次构建中 | only in the first build"
        elif path not in first:
            yield f"{path}: 只在第二次构建中 | only in the second build"
        elif first[path] != second[path]:
            yield f"{path}: 两次构建的内容不同 | the two builds differ"


def archive(folder: Path, file: Path) -> None:
    """Pack a folder so that equal content gives equal bytes: no owner, no time, sorted names."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.PAX_FORMAT) as out:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = tarfile.TarInfo(f"{file.name.partition('.')[0]}/{path.relative_to(folder).as_posix()}")  # fmt: skip
                entry.size, entry.mode = path.stat().st_size, 0o644
                with path.open("rb") as content:
                    out.addfile(entry, content)
    file.write_bytes(packed(whole.getvalue()))
