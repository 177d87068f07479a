"""Schema errors in plain words: what was read, what is allowed, what to do, in both languages."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from plansite.problems import Origin, Problem
from plansite.source.strict_yaml import line_of

R = TypeVar("R", bound=BaseModel)

_WORDS = {
    "missing": ("缺少字段；请补上", "the field is missing; add it"),
    "string_type": (
        "应为文字；若是编号或日期请加引号",
        "text is expected; quote a number used as a label or a date",
    ),
    "string_too_short": ("不能为空；请填写", "may not be empty; fill it in"),
    "tuple_type": ("应为列表", "a list is expected"),
    "list_type": ("应为列表", "a list is expected"),
    "is_instance_of": ("应为列表", "a list is expected"),
    "dict_type": ("应为键值", "a mapping is expected"),
    "model_type": ("应为键值", "a mapping is expected"),
    "model_attributes_type": ("应为键值", "a mapping is expected"),
    "bool_type": ("应为 true 或 false", "true or false is expected"),
    "too_long": ("多出一项；请删除", "has an entry too many; remove it"),
}
_RULES = {
    "plain_number": (
        "应为数字：半角，不加引号，不带单位、符号和千分位",
        "a plain number is expected: ASCII digits without quotes, unit, sign or thousands separator",
    ),
    "whole_number": ("应为整数（不加引号）", "a whole number is expected, without quotes"),
    "iso_date": ("应为 2025-12-31 形式的日期", "a date like 2025-12-31 is expected"),
    "partial_date": (
        "应为年、月或日：2025、2025-12 或 2025-12-31（加引号）",
        "a year, month or day is expected: 2025, 2025-12 or 2025-12-31, quoted",
    ),
    "commit_id": (
        "应为提交号：7 至 40 位小写十六进制数字（加引号）",
        "a commit id is expected: 7 to 40 lower-case hexadecimal digits, quoted",
    ),
    "device_name": (
        "是系统保留的设备名；请改名",
        "is a name that Windows keeps for a device; choose another",
    ),
    "no_origin": (
        "没有 origin 这个字段；请删除",
        "there is no field `origin`; remove it",
    ),
    "years_in_order": ("年份应先小后大", "the years must be in order"),
    "range_in_order": ("区间应先小后大", "the lower bound comes first"),
    "amount_needs_base": (
        "amount 与 relative_to 必须同时出现，并带 aim",
        "amount and relative_to go together, with an aim",
    ),
    "tolerance_needs_about": ("tolerance 只用于 about", "tolerance goes with about only"),
    "theme_needs_text": (
        "theme 必须有 text，且 text 只用于 theme",
        "a theme needs a text, and text goes with a theme only",
    ),
}
_PATTERNS = {
    "a-z0-9": (
        "只允许小写字母、数字和连字符，以字母或数字开头，不超过 63 个字符",
        "only lower-case letters, digits and hyphens are allowed, a letter or digit first, at most 63 of them",
    ),
    "https": ("应为 https:// 开头的网址", "an address beginning with https:// is expected"),
    "{1,20}": (
        "应为原文的编号：不含空格、引号、斜线和尖括号，不超过 20 个字符",
        "the number as printed is expected: no spaces, quotes, slashes or angle brackets, at most 20 characters",
    ),
}


def validated(form: type[R], data: Any, path: str) -> tuple[R | None, list[Problem]]:
    """Return the data as a record, or None with a problem for every fault in it."""
    try:
        return form.model_validate(data, context={"path": path}), []
    except ValidationError as error:
        return None, list(_problems(form, error, data, path))


def close_match(word: str, allowed: Collection[str]) -> tuple[str, str]:
    """Return `did you mean …` in both languages, or empty texts."""
    near = difflib.get_close_matches(word, list(allowed), n=1, cutoff=0.6)
    return (f"，是否想写 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", "")


def _problems(
    form: type[BaseModel], error: ValidationError, data: Any, path: str
) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        location = fault["loc"]
        where = ".".join(map(str, location)) or "（条目 entry）"
        zh, en = _words(form, fault)
        where += _shown(fault.get("input"))
        yield Problem(Origin(path, line_of(data, location)), f"{where}: {zh}", f"{where}: {en}")


def _shown(read: Any) -> str:
    if read is None or isinstance(read, (dict, list, tuple, BaseModel)):
        return ""
    return f" {str(read)[:60]!r}"


def _words(form: type[BaseModel], fault: Any) -> tuple[str, str]:
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in _WORDS:
        return _WORDS[kind]
    if kind == "extra_forbidden":
        zh, en = close_match(str(fault["loc"][-1]), _fields_at(form, fault["loc"][:-1]))
        return (
            f"没有这个字段{zh or ';请检查拼写或删除'}",
            f"there is no such field{en or '; check the spelling or remove it'}",
        )
    if kind == "literal_error":
        return f"允许的值：{context['expected']}", f"allowed: {context['expected']}"
    if kind == "string_pattern_mismatch":
        return next(words for mark, words in _PATTERNS.items() if mark in context["pattern"])
    if kind == "value_error":
        return _rule(str(context["error"]))
    if kind in {"greater_than", "greater_than_equal", "less_than_equal"}:
        sign, bound = {
            "greater_than": (">", "gt"),
            "greater_than_equal": ("≥", "ge"),
            "less_than_equal": ("≤", "le"),
        }[kind]
        limit = f"{sign} {context[bound]}"
        return f"超出允许范围（{limit}）", f"outside the allowed range ({limit})"
    return f"不符合要求（{kind}）", f"{fault['msg']} ({kind})"


def _rule(code: str) -> tuple[str, str]:
    if code.startswith("give_one:"):
        allowed, given = (part.replace(",", ", ") for part in code.split(":")[1:])
        return (
            f"必须且只能给出其中一个：{allowed}" + (f"（读到 {given}）" if given else ""),
            f"give exactly one of: {allowed}" + (f" (read: {given})" if given else ""),
        )
    return _RULES.get(code, (code, code))


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
