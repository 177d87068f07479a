"""What editors know of the sources: schemas in step with the forms, true of every file, and strict."""

from __future__ import annotations

import json
import re
import subprocess
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from commands import run_script
from conftest import REPOSITORY, TESTS, Sources
from jsonschema import Draft7Validator
from plansite.model import Site
from plansite.schema import FILES, FOLDER, editor_settings, form_schemas, id_schema, outdated
from plansite.schema.form import words
from plansite.schema.ids import IDS_FILE
from plansite.source.strict_yaml import parse_yaml
from referencing import Registry
from referencing.jsonschema import DRAFT7
from test_defects import make

SCHEMAS = {name: json.loads(text) for name, text in form_schemas().items()}
FORM_DEFECTS = (
    "option-unknown", "status-unknown", "field-missing", "direction-wrong", "number-in-words",
    "quotes-chinese-id", "comma-full-width-list", "value-percent-sign", "value-full-width",
    "value-quoted", "value-above-sign", "year-nian", "year-quoted", "year-five-digits",
    "period-as-text", "period-one-year", "date-slashes", "date-chinese", "two-promises",
    "no-promise", "field-misspelt", "field-misspelt-required", "field-chinese", "language-missing",
    "language-one-text", "indicator-underscores", "number-bare", "address-no-scheme", "flag-yes",
    "list-as-mapping", "dash-missing",
)  # fmt: skip
"""Defects of tests/defects that an editor must mark while a person types."""


def validator(name: str, ids: dict[str, Any]) -> Draft7Validator:
    """Return what an editor does with a schema: draft 07, the ids from the file beside it."""
    registry: Registry[Any] = Registry().with_resource(IDS_FILE, DRAFT7.create_resource(ids))
    return Draft7Validator(SCHEMAS[name], registry=registry)


def any_ids(site: Site) -> dict[str, Any]:
    """Return a list of ids that knows none, quicker to compare with than the whole."""
    kinds = json.loads(id_schema(site))["definitions"]
    return {"definitions": {kind: choices["anyOf"][-1] for kind, choices in kinds.items()}}


def plain(value: Any) -> Any:
    """Return the data as an editor has it, with numbers in the place of decimals."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def matches(path: str, pattern: str) -> bool:
    """Return whether an editor's pattern names a path."""
    steps = re.escape(pattern).replace(r"\*\*/", "(?:.+/)?").replace(r"\*", "[^/]*")
    return re.fullmatch(steps, path) is not None


def schema_name(path: str) -> str | None:
    """Return the schema that the editor's settings give to a file."""
    settings: dict[str, list[str]] = editor_settings()["yaml.schemas"]
    found = {
        PurePosixPath(schema).name
        for schema, places in settings.items()
        if any(matches(path, place) for place in places)
    }
    assert len(found) <= 1, f"{path} has several schemas: {found}"
    return next(iter(found), None)


@pytest.mark.parametrize("root", [REPOSITORY, TESTS / "plans"], ids=["real", "fictional"])
def test_every_source_has_a_schema_and_keeps_to_it(root: Path, fictional: Site) -> None:
    checks = {name: validator(name, any_ids(fictional)) for name in SCHEMAS}
    for path in sorted((root / "plans").rglob("*.yml")):
        if path.name == "official.lock.yml":
            continue  # written by a script
        place = path.relative_to(root).as_posix()
        name = schema_name(place)
        assert name, f"{place} has no schema"
        data = plain(parse_yaml(path.read_text(encoding="utf-8"), place))
        faults = [
            f"{place}: {one.json_path}: {one.message}" for one in checks[name].iter_errors(data)
        ]
        assert not faults, "\n".join(faults)


@pytest.mark.parametrize("defect", FORM_DEFECTS)
def test_an_editor_marks_what_the_check_refuses(
    sources: Sources, fictional: Site, defect: str
) -> None:
    what = yaml.safe_load((TESTS / f"defects/{defect}.yml").read_text(encoding="utf-8"))
    make(sources, what)
    name = schema_name(f"plans/{what['file']}")
    assert name
    data = plain(parse_yaml((sources / what["file"]).read_text(encoding="utf-8"), defect))
    assert list(validator(name, any_ids(fictional)).iter_errors(data))


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_the_committed_schema_is_that_of_the_forms(name: str) -> None:
    committed = (REPOSITORY / FOLDER / name).read_text(encoding="utf-8")
    assert committed == form_schemas()[name], "run make schemas"
    Draft7Validator.check_schema(SCHEMAS[name])


def test_the_committed_settings_name_the_schemas() -> None:
    committed = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert committed == editor_settings(), "run make schemas"
    for schema in committed["yaml.schemas"]:
        assert (REPOSITORY / schema).is_file()


def fields(schema: Any) -> list[dict[str, Any]]:
    """Return every field that a schema describes."""
    if isinstance(schema, list):
        return [field for part in schema for field in fields(part)]
    if not isinstance(schema, dict):
        return []
    own = list(schema["properties"].values()) if "properties" in schema else []
    return own + [field for part in schema.values() for field in fields(part)]


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_every_field_explains_itself_in_both_languages(name: str) -> None:
    found = fields(SCHEMAS[name])
    assert found
    for field in found:
        for said in (field["title"].split(" · "), field["description"].split("\n\n")):
            zh, en = said
            assert re.search("[\u4e00-\u9fff]", zh)
            assert re.search("[A-Za-z]", en)


def test_the_words_explain_no_field_that_is_gone() -> None:
    known: dict[str, set[str]] = {}
    for file, schema in SCHEMAS.items():
        top = schema.get("items", schema)
        known.setdefault(FILES[file.removesuffix(".json")].form.__name__, set()).update(
            top["properties"]
        )
        for form, part in schema["definitions"].items():
            known.setdefault(form, set()).update(part["properties"])
    gone = {
        f"{form}.{field}" for form, said in words().items() for field in said
        if field not in known.get(form, set())
    }  # fmt: skip
    assert not gone


def test_a_known_id_is_named_and_an_unknown_one_let_be(fictional: Site) -> None:
    ids = json.loads(id_schema(fictional))
    (known,) = [
        one
        for one in ids["definitions"]["indicator"]["anyOf"]
        if one.get("const") == "toilet-ratio"
    ]
    assert known["title"] == "女性与男性厕位比 · Ratio of women's to men's toilet places"
    clause = {
        "title": {"zh": "甲", "en": "A"},
        "items": [{"indicator": "brand-new", "at_least": 1}],
    }
    assert not list(validator("clauses.json", ids).iter_errors([clause]))


def test_an_old_list_of_ids_is_a_warning_that_says_how_to_renew_it(
    fictional: Site, tmp_path: Path
) -> None:
    assert not list(outdated(fictional, tmp_path))
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / IDS_FILE).write_text("{}\n", encoding="utf-8")
    (problem,) = outdated(fictional, tmp_path)
    assert problem.level == "warning"
    assert "make schemas" in problem.zh
    assert "make schemas" in problem.en


def test_the_script_writes_what_it_then_finds_in_step(sources: Sources) -> None:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        return run_script("write_schemas.py", "--root", sources.root, *options)

    before = run("--check")
    assert before.returncode == 1
    assert "run make schemas" in before.stdout
    assert not (sources.root / ".vscode").exists()
    assert run().returncode == 0
    after = run("--check")
    assert (after.returncode, after.stdout) == (0, "")
