"""Schema errors in plain words: what was read, what is allowed, what to do, in both languages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from plansite.problems import Origin, Problem
from plansite.records import wording
from plansite.records.unknown import close_match
from plansite.records.wording import Words
from plansite.source.strict_yaml import LinedDict, LinedList, line_of, value_at

R = TypeVar("R", bound=BaseModel)

_NULLABLE = frozenset({"parent"})
"""Keys that may be written without a value: the nation has no place above it."""
_BOUNDS = {
    "greater_than": (">", "gt"),
    "greater_than_equal": ("≥", "ge"),
    "less_than_equal": ("≤", "le"),
}


def validated(form: type[R], data: Any, path: str) -> tuple[R | None, list[Problem]]:
    """Return the data as a record, or None with a problem for every fault in it."""
    try:
        record, problems = form.model_validate(data, context={"path": path}), []
    except ValidationError as error:
        record, problems = None, list(_problems(form, error, data, path))
    told = {one.origin.line for one in problems}
    apart = {name for name, field in form.model_fields.items() if field.annotation is LinedList}
    for place in _empty(data):  # the entries of a list that stands apart are looked at one by one
        if not (apart & {*place[:-1]} or line_of(data, place) in told):
            problems.append(_problem(data, place, path, "", wording.KINDS["string_too_short"]))
    return (None, problems) if problems else (record, [])


def _problems(
    form: type[BaseModel], error: ValidationError, data: Any, path: str
) -> Iterator[Problem]:
    faults = error.errors(include_url=False)
    strangers = [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"]
    meant = {(*place[:-1], near) for place in strangers if (near := _field_meant(form, place))}
    torn = {place: cut for place in strangers if (cut := _torn(data, place))}
    hollow = {empty[:-1] for empty in _empty(data)}
    missing: dict[tuple[int | str, ...], list[str]] = {}
    for fault in faults:
        place = fault["loc"]
        if fault["type"] == "missing":
            # if it is there, but misspelt, or something else stands in its place, that was said
            if place not in meant and not _all_strange(data, place[:-1], strangers):
                missing.setdefault(place[:-1], []).append(str(place[-1]))
        elif fault["type"] == "value_error" and place in hollow:
            continue  # a field of it has no value: that is told
        elif place in torn:
            yield _problem(data, torn[place], path, "", wording.TORN)
        elif place not in torn.values():
            yield _problem(data, place, path, _shown(fault.get("input")), _words(form, fault))
    for place, names in missing.items():
        yield _problem(data, (*place, ", ".join(names)), path, "", wording.KINDS["missing"])


def _problem(
    data: Any, place: tuple[int | str, ...], path: str, read: str, words: Words
) -> Problem:
    where, origin = ".".join(map(str, place)), Origin(path, line_of(data, place))
    return Problem(
        origin,
        f"{where or '（条目）'}{read}：{words[0]}",
        f"{where or '(entry)'}{read}: {words[1]}",
    )


def _empty(data: Any, place: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """Yield where a key of the data has no value."""
    if isinstance(data, LinedDict):
        for key, value in data.items():
            if value is None and key not in _NULLABLE:
                yield (*place, key)
            elif isinstance(value, (LinedDict, LinedList)):
                yield from _empty(value, (*place, key))
    elif isinstance(data, LinedList):
        for index, value in enumerate(data):
            yield from _empty(value, (*place, index))


def _torn(data: Any, place: tuple[int | str, ...]) -> tuple[int | str, ...] | None:
    """Return where the value stands that a comma tore: `{en: one, two}` has a key `two`."""
    holder = value_at(data, place[:-1])
    if not isinstance(holder, LinedDict) or holder.get(str(place[-1]), "") is not None:
        return None
    keys = list(holder)
    before = keys[: keys.index(str(place[-1]))]
    if before and holder.key_lines[before[-1]] == holder.key_lines[str(place[-1])]:
        torn = next((key for key in reversed(before) if holder[key] is not None), before[-1])
        return (*place[:-1], torn)
    return None


def _all_strange(
    data: Any, place: tuple[int | str, ...], strangers: list[tuple[int | str, ...]]
) -> bool:
    """Return whether a mapping has keys, and none that its form knows."""
    holder = value_at(data, place)
    return bool(holder) and all((*place, key) in strangers for key in holder)


def _shown(read: Any) -> str:
    if read is None or isinstance(read, (dict, list, tuple, BaseModel)):
        return ""
    return f" {str(read)[:60]!r}"


def _words(form: type[BaseModel], fault: Any) -> Words:
    kind, context, read = fault["type"], fault.get("ctx", {}), fault.get("input")
    if kind in _BOUNDS:
        sign, bound = _BOUNDS[kind]
        return wording.of_range(sign, context[bound])
    if kind == "extra_forbidden":
        return _no_such_field(form, fault["loc"])
    if kind == "literal_error":
        return _not_among(str(read), str(context["expected"]))
    if read is None and kind in wording.KINDS:
        return wording.KINDS["string_too_short"]
    if kind in wording.KINDS:
        zh, en = wording.KINDS[kind]
    elif kind == "string_pattern_mismatch":
        zh, en = wording.of_pattern(context["pattern"], read)
    elif kind == "value_error":
        zh, en = wording.of_rule(str(context["error"]))
    else:
        zh, en = f"不符合要求（{kind}）", f"{fault['msg']} ({kind})"
    hint_zh, hint_en = wording.of_width(read)
    return zh + hint_zh, en + hint_en


def _no_such_field(form: type[BaseModel], location: tuple[int | str, ...]) -> Words:
    fields, name = _fields_at(form, location[:-1]), str(location[-1])
    names = ", ".join(fields)
    if joined := _joined(name, fields):
        field, value = joined
        return (
            f"没有这个字段，{field} 与值之间应有半角冒号和空格；请写成 {field}: {value[:40]}；可用：{names}",
            f"there is no such field, a colon and a space stand between {field} and its value; write `{field}: {value[:40]}`; allowed: {names}",
        )
    zh, en = close_match(name, fields)
    hint_zh, hint_en = wording.of_width(name)
    return (
        f"没有这个字段{zh or '；请检查拼写或删除'}{hint_zh}；可用：{names}",
        f"there is no such field{en or '; check the spelling or remove it'}{hint_en}; allowed: {names}",
    )


def _not_among(read: str, expected: str) -> Words:
    zh, en = close_match(read, re.findall("'([^']+)'", expected))
    listed = expected.replace(", ", "、").replace(" or ", "、")
    return (
        f"允许的值：{listed}{zh or '；请改成其一'}",
        f"allowed: {expected}{en or '; write one of them'}",
    )


def _field_meant(form: type[BaseModel], location: tuple[int | str, ...]) -> str:
    """Return the field that a misspelt one was meant to be, or nothing."""
    name, fields = str(location[-1]), _fields_at(form, location[:-1])
    if joined := _joined(name, fields):
        return joined[0]
    near = difflib.get_close_matches(name.casefold(), fields, n=1, cutoff=0.6)
    return next(iter(near), "")


def _joined(name: str, fields: list[str]) -> tuple[str, str] | None:
    """Return field and value if, for want of a colon and a space, they have become one word."""
    found = re.match(rf"({'|'.join(fields)})(?:\s*[:：]\s*|\s+|(?=[^\x00-\x7f]))(.+)", name)
    return (found[1], found[2]) if found else None


def _fields_at(form: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """Return the field names of the record that stands at a place within `form`."""
    for step in location:
        if isinstance(step, str) and (field := form.model_fields.get(step)):
            form = next(_records_in(field.annotation), form)
    return [name for name in form.model_fields if name != "origin"]


def _records_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)
