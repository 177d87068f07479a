"""Problems in the sources: what was read, what is allowed, what to do, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Level = Literal["error", "warning"]

_TITLES: Mapping[Level, str] = {"error": "请改正 Please correct", "warning": "请核对 Please check"}

_LONG = re.compile(r"([^\s;；|]{200})[^\s;；|]+")
"""A word of more than two hundred letters: nobody's words, but something that was read."""


AS_OF = "as_of"
"""The cause of findings about days that lie after the as-of date."""
ECHO = "echo"
"""The cause of findings that say nothing new where another one stands at the same place."""
NAMED = 5
"""How many further places of one fault a finding names."""


@dataclass(frozen=True, order=True, slots=True)
class Origin:
    """Where a record stands: a path relative to the repository and a line counted from 1."""

    path: str
    line: int = 1
    fields: Mapping[str, int] | None = field(default=None, compare=False, repr=False)
    """The line of each field of the record, where it is known."""

    def at(self, name: str) -> Origin:
        """Return where a field of the record stands, or the record if that is not known."""
        return Origin(self.path, (self.fields or {}).get(name, self.line))


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. `zh` and `en` say the same: what was read, what is allowed, what to do."""

    origin: Origin
    zh: str
    en: str
    level: Level = "error"
    cause: str = field(default="", compare=False, repr=False)
    """What it comes from, where one fault is found in many places: the name that stands nowhere."""

    def __post_init__(self) -> None:
        """Cut what was read where it is too long for a message, and hide nothing in it."""
        for name in ("zh", "en"):
            text = _LONG.sub(r"\1…", getattr(self, name))
            object.__setattr__(self, name, text)

    def __str__(self) -> str:
        label = "警告 warning" if self.level == "warning" else "错误 error"
        return f"{self.origin.path}:{self.origin.line}: {label}: {self.zh} | {self.en}"

    def annotation(self) -> str:
        """Return the finding as a workflow command that marks the line in a pull request.

        The message and the properties are escaped, so that text from a source can not issue a
        command of its own.
        """
        message = _escaped(f"{self.zh} | {self.en}")
        path = _escaped(self.origin.path).replace(":", "%3A").replace(",", "%2C")
        place = f"file={path},line={self.origin.line},title={_TITLES[self.level]}"
        return f"::{self.level} {place}::{message}"


class SourceError(Exception):
    """The sources can not be used; `problems` lists everything found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return only the findings that stop a build."""
    return [problem for problem in problems if problem.level == "error"]


def once_a_cause(problems: Iterable[Problem]) -> list[Problem]:
    """Return the findings in order of place; those of one cause as one, which names the others."""
    alike: dict[str, list[Problem]] = {}
    found = []
    for one in sorted(set(problems)):
        if one.cause:
            alike.setdefault(one.cause, []).append(one)
        else:
            found.append(one)
    return sorted(found + [_joined(first, more) for first, *more in alike.values()])


def _joined(first: Problem, more: list[Problem]) -> Problem:
    """Return a finding that names the places of others that have its cause."""
    if not more:
        return first
    places = [f"{one.origin.path}:{one.origin.line}" for one in more]
    named, left = places[:NAMED], " …" * (len(places) > NAMED)
    return replace(
        first,
        zh=f"{first.zh}（另有 {len(more)} 处：{'、'.join(named)}{left}）",
        en=f"{first.en} ({len(more)} more: {', '.join(named)}{left})",
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
