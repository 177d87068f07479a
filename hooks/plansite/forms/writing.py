"""Into the sources: all files at once, only after the site's checks have passed over the result."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plansite.forms.returned import Filled
from plansite.forms.rows import Change, row_text
from plansite.forms.sources import entry_text
from plansite.load import load_site
from plansite.load.observations import COLUMNS
from plansite.model import Site
from plansite.problems import Origin, Problem, SourceError
from plansite.records.catalogue import Source
from plansite.source.strict_yaml import parse_yaml

_HEADER = ",".join(COLUMNS)


@dataclass(frozen=True)
class Edit:
    """A file of the sources, as it was read and as it shall be."""

    path: str
    """Relative to the repository."""
    before: bytes | None
    """None for a file that is not there yet."""
    after: bytes


def edits_of(
    root: Path, site: Site, changes: Iterable[Change], sources: Iterable[tuple[str, Source]]
) -> tuple[Edit, ...]:
    """Return the files with the new rows and sources appended; what stands there is kept."""
    rows: dict[str, list[Change]] = {}
    for change in changes:
        rows.setdefault(observations_path(change), []).append(change)
    entries: dict[str, list[Source]] = {}
    for place, source in sources:
        entries.setdefault(f"plans/{place}/sources.yml", []).append(source)
    return (
        *(_with_sources(root, path, found) for path, found in entries.items()),
        *(_with_rows(root, site, path, found) for path, found in rows.items()),
    )


def _with_rows(root: Path, site: Site, path: str, changes: Sequence[Change]) -> Edit:
    before = _bytes(root / path)
    end = "\r\n" if b"\r\n" in (before or b"") else "\n"
    units = (site.indicators[one.answer.key.indicator].unit for one in changes)
    rows = "".join(row_text(change, unit, end) for change, unit in zip(changes, units, strict=True))
    head = before if before else f"{_HEADER}{end}".encode()
    return Edit(path, before, _ended(head, end) + rows.encode("utf-8"))


def cells_of(edits: Iterable[Edit], changes: Iterable[Change]) -> dict[tuple[str, int], Filled]:
    """Return the cell that each appended row came from, by path and line of the row."""
    found: dict[tuple[str, int], Filled] = {}
    lines: dict[str, int] = {}
    heads = {edit.path: edit.before or f"{_HEADER}\n".encode() for edit in edits}
    for change in changes:
        path = observations_path(change)
        lines.setdefault(path, _ended(heads[path], "\n").count(b"\n"))
        lines[path] += 1
        found[path, lines[path]] = change.answer.cell
    return found


def observations_path(change: Change) -> str:
    """Return the file that a figure belongs to, relative to the repository."""
    return f"plans/{change.answer.place}/observations/{change.answer.year}.csv"


def _with_sources(root: Path, path: str, sources: Sequence[Source]) -> Edit:
    before = _bytes(root / path)
    end = "\r\n" if b"\r\n" in (before or b"") else "\n"
    text = "".join(entry_text(one) for one in sources).replace("\n", end)
    kept = before or b""
    if not parse_yaml(kept.decode("utf-8-sig"), path):  # nothing, comments, or an empty list []
        kept = b"\n".join(line for line in kept.split(b"\n") if line.strip() != b"[]")
    return Edit(path, before, _ended(kept, end) + text.encode("utf-8"))


def _ended(content: bytes, end: str) -> bytes:
    return content if not content or content.endswith(b"\n") else content + end.encode()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def checked(root: Path, edits: Sequence[Edit]) -> Site:
    """Return the site as it would be; nothing in `root` is touched.

    Raises SourceError with the problems of the result.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "plans", copy / "plans", symlinks=True)
        for edit in edits:
            path = copy / edit.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(edit.after)
        return load_site(copy)


def write(root: Path, edits: Sequence[Edit]) -> None:
    """Write all files, each in one step; if one fails, those before it are put back.

    Raises SourceError if a file can not be written, or has changed since it was read.
    """
    for edit in edits:
        if _bytes(root / edit.path) != edit.before:
            raise _refusal(
                edit.path,
                "文件在导入时被改动，没有写入；请重新导入",
                "the file changed during the import and nothing was written; import again",
            )
    done: list[Edit] = []
    try:
        for edit in edits:
            _replace(root / edit.path, edit.after)
            done.append(edit)
    except OSError as error:
        for edit in done:
            _restore(root / edit.path, edit.before)
        raise _refusal(
            str(edit.path),
            f"写不进文件（{error.strerror}），已全部恢复原样；请检查权限和磁盘",
            f"can not be written ({error.strerror}), everything is as before; check permissions and disk",
        ) from error


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _restore(path: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        else:
            _replace(path, content)


def _refusal(path: str, zh: str, en: str) -> SourceError:
    return SourceError([Problem(Origin(path), zh, en)])
