"""One form as a JSON Schema of draft 07, the level that YAML editors know, with words for people."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from plansite.problems import Origin, Problem, SourceError
from plansite.records import catalogue, plan, site
from plansite.records.plan import RELATIVE, VALUED
from plansite.schema.ids import IDS_FILE
from plansite.source.syntax import syntax_error
from plansite.source.text import read_text

DIALECT = "http://json-schema.org/draft-07/schema#"

_HIDDEN = "origin"
_BOUNDS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum"}
_DIGITS = {"description": "只写半角数字，不加引号。 ASCII digits, without quotes."}
_PROMISES = (*VALUED, *RELATIVE, "aim")
_ONE_OF = {
    "ItemRecord": (("indicator", "theme"), _PROMISES),
    "Promise": (_PROMISES,),
    "Earlier": (_PROMISES,),
    "SuperiorRecord": (("plan", "title"),),
}
"""Groups of fields of which a form has exactly one."""


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORDS = Path(__file__).with_name("words.yml")
WORDS_NAME = "hooks/plansite/schema/words.yml"


class MissingWordsError(SourceError):
    """A field has no words in words.yml."""

    def __init__(self, form: str, field: str) -> None:
        zh = f"没有 {form}.{field} 的说明；请补上，再运行 make schemas"
        en = f"there are no words for {form}.{field}; explain {form}.{field}, then run make schemas"
        super().__init__([Problem(Origin(WORDS_NAME), zh, en)])


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, Any]]:
    """Return the words of every form and field, as words.yml has them.

    Raises SourceError where the file is not right, OSError where it is missing.
    """
    text = read_text(WORDS, WORDS_NAME)
    try:
        loaded: dict[str, dict[str, Any]] = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        line, zh, en = syntax_error(error, text)
        raise SourceError([Problem(Origin(WORDS_NAME, line), zh, en)]) from None
    return loaded


def schema_of(form: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of one entry of a form, its parts in `definitions`.

    Raises MissingWordsError for a field that words.yml does not explain.
    """
    raw = form.model_json_schema(mode="validation")
    parts = raw.pop("$defs", {})
    parts.pop("Origin", None)
    definitions = {name: _record(name, part) for name, part in sorted(parts.items())}
    return {**_record(form.__name__, raw), "definitions": definitions}


def _record(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    fields = {key: value for key, value in raw["properties"].items() if key != _HIDDEN}
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _field(name, key, value) for key, value in fields.items()},
    }
    if required := raw.get("required"):
        schema["required"] = required
    groups = _ONE_OF.get(name, ())
    if groups:
        schema["allOf"] = [{"oneOf": [{"required": [key]} for key in group]} for group in groups]
    return schema


def _field(form: str, key: str, raw: dict[str, Any]) -> dict[str, Any]:
    said = words_of(form, key)
    schema = _tidy(raw)
    if "pattern" in said:
        schema["pattern"] = said["pattern"]
    if "ids" in said:
        schema = _with_ids(schema, said["ids"])
    if key in {"then", "earlier"}:  # one may stand without a list
        schema = {"anyOf": [schema, schema["items"]]}
    if "$ref" in schema:  # beside $ref, draft 07 reads nothing else
        schema = {"allOf": [schema]}
    schema["title"] = f"{said['zh']} · {said['en']}"
    schema["description"] = f"{said['help']['zh']}\n\n{said['help']['en']}"
    if "examples" in said:
        schema["examples"] = said["examples"]
    return schema


def words_of(form: str, key: str) -> dict[str, Any]:
    """Return the words of a field, its own or those of the form it extends."""
    for module in (plan, catalogue, site):
        if ancestry := getattr(getattr(module, form, None), "__mro__", None):
            break
    else:
        ancestry = ()
    for name in (form, *(ancestor.__name__ for ancestor in ancestry)):
        if said := words().get(name, {}).get(key):
            found: dict[str, Any] = said
            return found
    raise MissingWordsError(form, key)


def _tidy(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a schema as draft 07 writes it, without what only the program needs."""
    schema = {
        _BOUNDS.get(key, key): value
        for key, value in raw.items()
        if key not in {"title", "default"}
    }
    if "$ref" in schema:
        return {"$ref": schema["$ref"].replace("#/$defs/", "#/definitions/")}
    if choices := schema.pop("anyOf", None):
        schema = {**_one_of(choices), **schema}
    if isinstance(tidied := schema.get("items"), dict):
        schema["items"] = _tidy(tidied)
    if places := schema.pop("prefixItems", None):
        schema |= {"items": [_tidy(place) for place in places], "additionalItems": False}
    return schema


def _one_of(choices: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the choice a person has: a number never as text, nothing as null."""
    types = [choice.get("type") for choice in choices]
    if types[:2] == ["number", "string"]:
        choices = [{"type": "number", **_DIGITS}, *choices[2:]]
    real = [_tidy(choice) for choice in choices if choice.get("type") != "null"]
    if len(real) > 1:
        return {"anyOf": real}
    (only,) = real
    if len(real) < len(choices) and isinstance(only.get("type"), str) and "enum" not in only:
        only["type"] = [only["type"], "null"]
    return only


def _with_ids(schema: dict[str, Any], ids: str) -> dict[str, Any]:
    """Return the schema with the list of known ids in the place of its text."""
    known: dict[str, Any] = {"$ref": f"{IDS_FILE}#/definitions/{ids}"}
    if schema.get("type") == "array":
        return {**schema, "items": known}
    if isinstance(schema.get("type"), list):
        return {"anyOf": [known, {"type": "null"}]}
    return known
