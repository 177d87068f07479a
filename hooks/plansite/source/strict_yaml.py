"""Strict YAML on PyYAML's parser: plain data only, exact numbers, a line for every value.

Refused: aliases and anchors, tags, merge keys, duplicate keys, several documents, depth over 20.
Scalars follow the YAML 1.2 core schema (`no` and `12:30` are text), except that a number keeps its
source text as a Decimal (`14.0` stays 14.0), and that digits with a leading zero (`010203`) and
numbers a plan never prints (`1e3`, `0x1F`, `.inf`) stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

from plansite.problems import Origin, Problem, SourceError
from plansite.source.syntax import syntax_error
from plansite.source.text import character_fault

MAX_DEPTH = 20
MAX_DIGITS = 18
"""A number with more characters than this is a slip of the keyboard, or an attack."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_NOT_TEXT = "0123456789+-~nNtTfF"
"""What a scalar that is not text begins with, if it is not empty."""
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class LinedDict(dict[str, Any]):
    """A mapping that knows its own line and the line of each key."""

    line: int
    key_lines: dict[str, int]


class LinedList(list[Any]):
    """A sequence that knows its own line and the line of each item."""

    line: int
    item_lines: list[int]


def parse_yaml(text: str, name: str) -> Any:
    """Return the data of one YAML document; `name` is the path shown in messages.

    Mappings are LinedDict, sequences LinedList, scalars str, Decimal, bool or None.
    Raises SourceError with every problem of the file (a syntax error ends the reading).
    """
    reader = _Reader(name)
    try:
        value = reader.document(iter(_LOADER(text).get_event, None))
    except yaml.YAMLError as error:
        reader.refuse(*syntax_error(error, text))
        value = None
    if reader.problems:
        raise SourceError(reader.problems)
    return value


def line_of(value: Any, location: tuple[int | str, ...]) -> int:
    """Return the line of the value at `location` (keys and indices), or of its nearest holder."""
    line = getattr(value, "line", 1)
    for step in location:
        if isinstance(value, LinedDict) and step in value:
            line, value = value.key_lines[str(step)], value[str(step)]
        elif isinstance(value, LinedList) and isinstance(step, int) and step < len(value):
            line, value = value.item_lines[step], value[step]
        elif isinstance(value, LinedDict) and step == 0:
            line = value.line  # one entry given where a list may stand
        else:
            break
    return line


def value_at(value: Any, location: tuple[int | str, ...]) -> Any:
    """Return the value at `location` (keys and indices), or None if there is none."""
    for step in location:
        if isinstance(value, LinedDict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, LinedList) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif not (isinstance(value, LinedDict) and step == 0):
            return None
    return value


class _Reader:
    """Builds values from parser events, so that nothing is expanded before it is looked at."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def refuse(self, line: int, zh: str, en: str) -> None:
        self.problems.append(Problem(Origin(self.name, line), zh, en))

    def document(self, events: Iterator[Any]) -> Any:
        value, documents = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(
                        _line(event),
                        "一个文件只能有一份 YAML 文档；请删除 ---",
                        "one file holds one YAML document; remove ---",
                    )
                    break
            elif isinstance(event, yaml.NodeEvent):
                value = self.node(event, events, 1)
        return value

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        is_scalar = type(event) is yaml.ScalarEvent
        if is_scalar and event.anchor is None and event.tag is None:
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                _line(event),
                f"别名 *{event.anchor} 不允许；请写出内容",
                f"the alias *{event.anchor} is not allowed; write the content out",
            )
            return None
        if event.anchor:
            self.refuse(
                _line(event),
                f"锚点 &{event.anchor} 不允许；请删除",
                f"the anchor &{event.anchor} is not allowed; remove it",
            )
        if event.tag:
            self.refuse(
                _line(event),
                f"标签 {event.tag} 不允许；请删除",
                f"the tag {event.tag} is not allowed; remove it",
            )
        if is_scalar:
            return self.scalar(event)
        if depth > MAX_DEPTH:
            self.refuse(
                _line(event),
                f"嵌套超过 {MAX_DEPTH} 层；请简化",
                f"nested deeper than {MAX_DEPTH} levels; simplify",
            )
            raise SourceError(self.problems)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, events, depth)
        return self.sequence(event, events, depth)

    def scalar(self, event: Any) -> str | Decimal | bool | None:
        text: str = event.value
        if event.style == '"':
            self.check_escapes(event)
        if event.style or not event.implicit[0] or text[:1] not in _NOT_TEXT:
            return text
        if len(text) > MAX_DIGITS and _NUMBER.fullmatch(text):
            self.refuse(
                _line(event),
                f"数字有 {len(text)} 位，上限 {MAX_DIGITS}；请核对",
                f"the number has {len(text)} digits, at most {MAX_DIGITS} are allowed; check it",
            )
            return None
        return scalar(text)

    def check_escapes(self, event: Any) -> None:
        """Refuse what a double-quoted text spells as an escape and no file may hold as a sign."""
        if fault := character_fault(event.value):
            self.refuse(_line(event), *fault)

    def mapping(self, start: Any, events: Iterator[Any], depth: int) -> LinedDict:
        result = LinedDict()
        result.line, result.key_lines = _line(start), {}
        for event in events:
            if type(event) is yaml.MappingEndEvent:
                break
            line = _line(event)
            key = event.value if type(event) is yaml.ScalarEvent else None
            if key is not None and event.style == '"':
                self.check_escapes(event)
            if key is None or event.anchor or event.tag:
                self.node(event, events, depth + 1)
                self.refuse(line, "键必须是简单文字", "a key must be plain text")
            elif key == "<<":
                self.refuse(
                    line,
                    "合并键 << 不允许；请写出内容",
                    "the merge key << is not allowed; write the content out",
                )
            elif key in result:
                self.refuse(
                    line, f"键 {key!r} 重复；请保留一个", f"the key {key!r} stands twice; keep one"
                )
            value = self.node(next(events), events, depth + 1)
            if key is not None and key not in result:
                result[key], result.key_lines[key] = value, line
        return result

    def sequence(self, start: Any, events: Iterator[Any], depth: int) -> LinedList:
        result = LinedList()
        result.line, result.item_lines = _line(start), []
        for event in events:
            if type(event) is yaml.SequenceEndEvent:
                break
            result.item_lines.append(_line(event))
            result.append(self.node(event, events, depth + 1))
        return result


def scalar(text: str) -> str | Decimal | bool | None:
    """Return the value of an unquoted scalar."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return Decimal(text) if _NUMBER.fullmatch(text) else text


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
