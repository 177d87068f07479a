"""Reading files into records while collecting every problem instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from plansite.problems import Origin, Problem, SourceError
from plansite.records.base import is_device
from plansite.records.errors import validated
from plansite.source.strict_yaml import LinedList, line_of, parse_yaml
from plansite.source.text import read_text

R = TypeVar("R", bound=BaseModel)

PLAIN_NAME = re.compile("[a-z0-9][a-z0-9-]*")
"""How the name of a file begins that people may choose; `health (copy)` is nobody's choice."""

_ID = re.compile("[a-z0-9][a-z0-9/_-]{0,62}")


def holder(name: str) -> str:
    """Return the name under which other files refer to the entries of a file."""
    return "indicators/" if "/indicators/" in name else name.rpartition("/")[2]


@dataclass
class Reading:
    """One pass over the sources: the repository's root and the problems found so far."""

    root: Path
    """Folder that holds plans/; paths in messages are relative to it."""
    problems: list[Problem] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)
    """Files that were looked for; every other file below plans/ is a stray."""
    faulty: set[str] = field(default_factory=set)
    """Ids of entries, and names of files, left out for faults of their own: to name something that
    stands there is no further fault."""

    @property
    def plans(self) -> Path:
        """The folder of the sources."""
        return self.root / "plans"

    def name(self, path: Path) -> str:
        """Return the path as messages show it, characters that can not be shown as escapes."""
        shown = path.relative_to(self.root).as_posix()
        return shown if shown.isprintable() else ascii(shown)[1:-1]

    def report(self, origin: Origin, zh: str, en: str, warning: bool = False) -> None:
        """Note one problem."""
        self.problems.append(Problem(origin, zh, en, "warning" if warning else "error"))

    def text(self, path: Path, **limits: int) -> str | None:
        """Return a file's text, or None with its problems noted."""
        self.seen.add(path)
        try:
            return read_text(path, self.name(path), **limits)
        except SourceError as error:
            self.problems.extend(error.problems)
        except FileNotFoundError:
            self.problems.append(
                Problem(
                    Origin(self.name(path)),
                    "没有这个文件；请放回，或改正文件名（只用小写字母）",
                    "there is no such file; put it back, or correct its name (lower-case letters)",
                    cause=f"file {self.name(path)}",
                )
            )
        except OSError as error:
            self.report(
                Origin(self.name(path)),
                f"无法读取（{error.strerror}）；请检查文件",
                f"can not be read ({error.strerror}); check the file",
            )
        return None

    def yaml(self, path: Path) -> Any:
        """Return a file's data, or None with its problems noted."""
        if (text := self.text(path)) is None:
            return None
        try:
            return parse_yaml(text, self.name(path))
        except SourceError as error:
            self.problems.extend(error.problems)
            return None

    def filled(self, path: Path) -> Any:
        """Return a file's data, or None with its problems noted; an empty file is one of them."""
        before = len(self.problems)
        data = self.yaml(path)
        if data is None and len(self.problems) == before:
            self.report(
                Origin(self.name(path)),
                "文件是空的；请填写或删除",
                "the file is empty; fill it in or remove it",
            )
        return data

    def record(self, path: Path, form: type[R]) -> R | None:
        """Return a file's data as `form`, or None with its problems noted."""
        if (data := self.filled(path)) is None:
            return None
        value, problems = validated(form, data, self.name(path))
        self.problems.extend(problems)
        return value

    def records(self, path: Path, form: type[R], needed: bool = False) -> tuple[R, ...]:
        """Return the entries of a list file; entries with problems are noted and left out.

        A file that is not there has none, unless it is `needed`.
        """
        self.seen.add(path)
        if not (needed or path.exists() or path.is_symlink()):
            return ()
        data, name = self.filled(path), self.name(path)
        if not isinstance(data, LinedList):
            self.faulty.add(holder(name))
            if data is not None:
                self.report(
                    Origin(name),
                    "整个文件应为列表；请每项一条、以 - 开头",
                    "the file must be a list; begin each entry with -",
                )
            return ()
        return tuple(self.entries(data, form, name))

    def entries(self, data: list[Any], form: type[R], name: str) -> Iterator[R]:
        """Yield the entries of a list as records; those with problems are noted and left out."""
        for index, entry in enumerate(data):
            value, problems = validated(form, entry, name)
            if value is not None:
                yield value
                continue
            if isinstance(entry, dict):
                ids = [one for key in ("id", "slug") if isinstance(one := entry.get(key), str)]
                self.faulty.update(ids)
                if not any(_ID.fullmatch(one) and not is_device(one) for one in ids):
                    self.faulty.add(holder(name))  # which entry it was meant to be is not known
            else:
                self.faulty.add(holder(name))
                line = line_of(data, (index,))
                problems = [Problem(Origin(name, line), one.zh, one.en) for one in problems]
            self.problems.extend(problems)
