"""Schema errors in plain words: what was read, what is allowed, what to do, in both languages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from plansite.problems import Origin, Problem
from plansite.records import wording
from plansite.records.wording import Words
from plansite.source.strict_yaml import line_of

R = TypeVar("R", bound=BaseModel)

_NEAR = 0.65
"""How alike a word must be to a known one to be taken for it: `city` is not `county`."""
_BOUNDS = {
    "greater_than": (">", "gt"),
    "greater_than_equal": ("≥", "ge"),
    "less_than_equal": ("≤", "le"),
}


def validated(form: type[R], data: Any, path: str) -> tuple[R | None, list[Problem]]:
    """Return the data as a record, or None with a problem for every fault in it."""
    try:
        return form.model_validate(data, context={"path": path}), []
    except ValidationError as error:
        return None, list(_problems(form, error, data, path))


def close_match(word: str, allowed: Collection[str]) -> Words:
    """Return `did you mean …` in both languages, or empty texts."""
    plain = word.strip().casefold()
    near = [one for one in allowed if one.casefold() == plain] or difflib.get_close_matches(
        word, list(allowed), n=1, cutoff=_NEAR
    )
    return (f"（是否想写 {near[0]}？）", f" (did you mean {near[0]}?)") if near else ("", "")


def unknown(origin: Origin, field: str, name: str, known: Collection[str], where: str) -> Problem:
    """Return the problem of a name that stands nowhere; wherever it is used, it is one fault."""
    zh, en = close_match(name, known)
    return Problem(
        origin,
        f"{field} {name!r} 不在 {where} 中{zh}；请改正或登记",
        f"{field} {name!r} is not in {where}{en}; correct it or add it there",
        cause=f"{where} {name}",
    )


def unknown_place(origin: Origin, slug: str, known: Collection[str]) -> Problem:
    """Return the problem of a folder that is no jurisdiction's, whatever stands in it."""
    steps = slug.split("/")
    above = ("/".join(steps[:depth]) for depth in range(1, len(steps)))
    slug = next((one for one in above if one not in known), slug)
    zh, en = close_match(slug, known)
    return Problem(
        origin,
        f"文件夹 {slug} 不是 jurisdictions.yml 中的地区{zh}；请移动文件夹或登记地区",
        f"the folder {slug} is no jurisdiction of jurisdictions.yml{en}; move it or add the place",
        cause=f"jurisdictions.yml {slug}",
    )


def _problems(
    form: type[BaseModel], error: ValidationError, data: Any, path: str
) -> Iterator[Problem]:
    faults = error.errors(include_url=False)
    meant = {
        (*fault["loc"][:-1], near)
        for fault in faults
        if fault["type"] == "extra_forbidden" and (near := _field_meant(form, fault["loc"]))
    }
    for fault in faults:
        location = fault["loc"]
        if fault["type"] == "missing" and location in meant:
            continue  # it is there, but misspelt
        where = ".".join(map(str, location))
        zh, en = _words(form, fault)
        read = _shown(fault.get("input"))
        yield Problem(
            Origin(path, line_of(data, location)),
            f"{where or '（条目）'}{read}：{zh}",
            f"{where or '(entry)'}{read}: {en}",
        )


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
    return next(iter(difflib.get_close_matches(name, fields, n=1, cutoff=0.6)), "")


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
