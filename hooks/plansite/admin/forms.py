"""The records as forms: a field of the form for each field of a record, with words in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plansite.records import base
from plansite.records.base import Bilingual
from plansite.schema.form import words_of

Field = dict[str, Any]
"""A field as the editor's configuration has it."""

_NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
_PATTERNS = {
    base.Slug: (r"^[a-z0-9][a-z0-9-]{0,62}$", "小写字母、数字、连字符 · a-z 0-9 -"),
    base.PartialDate: (r"^[0-9]{4}(-[0-9]{2}){0,2}$", "2025、2025-12、2025-12-31"),
    base.Address: (r"^https?://\S+$", "https://…"),
}
_SUMMARIES = {
    "ClauseRecord": "{{fields.number}} {{fields.title.zh}}",
    "ItemRecord": "{{fields.sub}} {{fields.indicator}} {{fields.theme}}",
    "Indicator": "{{fields.name.zh}} · {{fields.name.en}}",
    "Term": "{{fields.term.zh}} · {{fields.term.en}}",
    "Source": "{{fields.id}} {{fields.title.zh}}",
}
"""What a folded entry of a list shows."""


def form(model: type[BaseModel]) -> list[Field]:
    """Return the fields of a record, in the order of fields.yml."""
    order = {name: place for place, name in enumerate(_shown()["order"])}
    names = [name for name in model.model_fields if name != "origin"]
    names.sort(key=lambda name: order[name])
    hints = _annotations(model)
    return [_field(name, model, model.model_fields[name], hints[name]) for name in names]


def list_form(model: type[BaseModel]) -> list[Field]:
    """Return the form of a file that is a list of records, and of its own text beside it."""
    entries = _list(
        "entries", model, {**_as_shown(_shown()["words"]["entries"]), "required": False}
    )
    return [entries, _own_text()]


def record_form(model: type[BaseModel]) -> list[Field]:
    """Return the form of a file that is one record, and of its own text beside it."""
    return [*form(model), _own_text()]


def prose_form() -> list[Field]:
    """Return the form of a page of prose."""
    return [{"name": "body", "widget": "text", **_as_shown(_shown()["words"]["body"])}]


def number_fields(models: tuple[type[BaseModel], ...]) -> frozenset[str]:
    """Return the names of the fields that hold numbers, in these records and all within them."""
    return frozenset(
        name
        for model in models
        for one in _within(model)
        for name, hint in _annotations(one).items()
        if any(_is_number(part) for part in _parts(hint))
    )


def _own_text() -> Field:
    """Keep the file's own text with the form, so that writing changes only what was edited."""
    return {"name": "source_text", "widget": "hidden"}


def _field(name: str, model: type[BaseModel], info: FieldInfo, hint: Any) -> Field:
    said = {**_said(name, model), "required": info.is_required()}
    kinds = [part for part in _parts(hint) if part is not type(None)]
    inner = next(
        (one for one in kinds if isinstance(one, type) and issubclass(one, BaseModel)), None
    )
    is_list = _is_list(hint)
    if inner is not None:
        return _list(name, inner, said) if is_list else _object(name, inner, said)
    if name in _shown()["choose"]:
        widget = {"widget": "select", "choose": _shown()["choose"][name]}
        return {"name": name, **said, **widget, **({"multiple": True} if is_list else {})}
    if options := [value for one in kinds if get_origin(one) is Literal for value in get_args(one)]:
        widget = {"widget": "select", "options": options}
        return {"name": name, **said, **widget, **({"multiple": True} if is_list else {})}
    one = _scalar(name, kinds)
    if is_list:
        return {"name": name, **said, "widget": "list", "field": {**one, "label": said["label"]}}
    return {**one, **said}


def _scalar(name: str, kinds: list[Any]) -> Field:
    if base.Flag in kinds:
        return {"name": name, "widget": "boolean"}
    found: Field = {"name": name, "widget": "text" if name in _shown()["long"] else "string"}
    if any(_is_number(kind) for kind in kinds):
        found["pattern"] = [_NUMBER, "只填数字，不带单位 · a number without a unit"]
    for kind, (pattern, words) in _PATTERNS.items():
        if kind in kinds:
            found["pattern"] = [pattern, words]
    return found


def _object(name: str, inner: type[BaseModel], said: Field) -> Field:
    if inner is Bilingual:
        widget = "text" if name in _shown()["long"] else "string"
        fields = [
            {"name": lang, "widget": widget, **_said(lang, inner), "required": True}
            for lang in base.LANGS
        ]
        return {"name": name, "widget": "object", **said, "fields": fields}
    return {"name": name, "widget": "object", **said, "fields": form(inner)}


def _list(name: str, inner: type[BaseModel], said: Field) -> Field:
    shown = _SUMMARIES.get(inner.__name__)
    folded = {"collapsed": True, "summary": shown} if shown else {}
    return {"name": name, "widget": "list", **said, "fields": form(inner), **folded}


@cache
def _shown() -> dict[str, Any]:
    text = files("plansite.admin").joinpath("fields.yml").read_text(encoding="utf-8")
    shown: dict[str, Any] = yaml.safe_load(text)
    return shown


def _said(name: str, model: type[BaseModel]) -> Field:
    """Return label and hint of a field; a box for one language needs no hint."""
    said = _as_shown(words_of(model.__name__, name))
    return {"label": said["label"]} if model is Bilingual else said


def _as_shown(word: Mapping[str, Any]) -> Field:
    said = {"label": f"{word['zh']} · {word['en']}"}
    if hint := word.get("help"):
        said["hint"] = f"{hint['zh']} · {hint['en']}"
    return said


def _annotations(model: type[BaseModel]) -> dict[str, Any]:
    """Return the annotations of a record with their marks, by field."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields if name != "origin"}


def _is_number(hint: Any) -> bool:
    """Tell whether a kind of field is a number with its limits, as base.Year is."""
    return hasattr(hint, "__metadata__") and get_args(hint)[0] in {int, Decimal}


def _parts(hint: Any) -> Iterator[Any]:
    """Yield the kinds a field may have: its annotation, or those within a union or a tuple."""
    if _is_number(hint) or hint in _PATTERNS or hint == base.Flag:
        yield hint
        return
    origin = get_origin(hint)
    if origin is Literal or origin is None:
        yield hint
        return
    arguments = get_args(hint)
    if hasattr(hint, "__metadata__"):
        arguments = arguments[:1]
    for argument in arguments:
        if argument is not Ellipsis:
            yield from _parts(argument)


def _is_list(hint: Any) -> bool:
    origin = get_origin(hint)
    if origin is tuple:
        return True
    return any(_is_list(one) for one in get_args(hint) if one is not hint) and origin is not Literal


def _within(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for hint in _annotations(model).values():
        for part in _parts(hint):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _within(part)
