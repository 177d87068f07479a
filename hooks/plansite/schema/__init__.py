"""JSON Schemas of the sources, so that an editor explains and completes every field.

Made from the forms in plansite.records and the words in words.yml. The ids an editor offers stand
apart, in ids.json: a known id is explained, an unknown one is let be, so that a new indicator is no
false alarm before the list is renewed. Whether an id exists is for the check to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plansite.model import Site
from plansite.problems import Origin, Problem
from plansite.records.base import Record
from plansite.records.catalogue import (
    Body,
    CodeList,
    Indicator,
    Jurisdiction,
    Series,
    Source,
    Term,
    Unit,
)
from plansite.records.plan import ClauseRecord, PlanRecord
from plansite.records.site import SiteRecord
from plansite.schema.form import DIALECT, schema_of
from plansite.schema.ids import IDS_FILE, id_lists

FOLDER = ".vscode/schemas"
"""Where the schemas stand in the repository, beside the settings that name them."""


class JurisdictionForm(Record):
    """jurisdictions.yml with its places, which are read one by one elsewhere."""

    codes: CodeList
    jurisdictions: tuple[Jurisdiction, ...]


@dataclass(frozen=True)
class SourceFile:
    """A kind of source file: its form, whether it is a list of them, and where it stands."""

    title: str
    form: type[Record]
    listed: bool
    places: tuple[str, ...]


FILES: Mapping[str, SourceFile] = {
    "site": SourceFile("网站设置 · Settings", SiteRecord, False, ("plans/site.yml",)),
    "series": SourceFile("规划系列 · Plan series", Series, True, ("plans/series.yml",)),
    "jurisdictions": SourceFile(
        "地区 · Places", JurisdictionForm, False, ("plans/jurisdictions.yml",)
    ),
    "units": SourceFile("计量单位 · Units", Unit, True, ("plans/units.yml",)),
    "bodies": SourceFile("责任单位 · Bodies", Body, True, ("plans/bodies.yml",)),
    "glossary": SourceFile(
        "名词解释 · Glossary", Term, True, ("plans/glossary.yml", "plans/**/glossary.yml")
    ),
    "indicators": SourceFile("指标 · Indicators", Indicator, True, ("plans/indicators/*.yml",)),
    "sources": SourceFile("来源 · Sources", Source, True, ("plans/**/sources.yml",)),
    "plan": SourceFile("规划 · Plan", PlanRecord, False, ("plans/**/plan.yml",)),
    "clauses": SourceFile(
        "条目 · Clauses",
        ClauseRecord,
        True,
        (
            "plans/**/targets/*.yml",
            "plans/**/measures/*.yml",
            "plans/**/projects.yml",
            "plans/**/implementation.yml",
            "plans/**/monitoring.yml",
        ),
    ),
}


def form_schemas() -> dict[str, str]:
    """Return the text of each schema by file name; it changes only when the forms do."""
    return {f"{name}.json": _text(_schema(file)) for name, file in FILES.items()}


def id_schema(site: Site) -> str:
    """Return the text of the schema that lists the known ids; it changes with the catalogue."""
    return _text({"$schema": DIALECT, "definitions": id_lists(site)})


def editor_settings() -> dict[str, Any]:
    """Return the settings that tell the editor which schema a file has."""
    places = {f"./{FOLDER}/{name}.json": list(file.places) for name, file in FILES.items()}
    return {
        "yaml.schemas": places,
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.quickSuggestions": {"strings": True, "other": True, "comments": False},
        },
    }


def editor_files(site: Site) -> dict[str, str]:
    """Return every file for the editor by its path in the repository."""
    files = {f"{FOLDER}/{name}": text for name, text in form_schemas().items()}
    files[f"{FOLDER}/{IDS_FILE}"] = id_schema(site)
    files[".vscode/settings.json"] = _text(editor_settings())
    files[".vscode/extensions.json"] = _text(
        {"recommendations": ["redhat.vscode-yaml", "mechatroner.rainbow-csv"]}
    )
    return files


def outdated(site: Site, root: Path) -> Iterator[Problem]:
    """Yield a warning if the editor's list of ids is older than the sources below `root`."""
    name = f"{FOLDER}/{IDS_FILE}"
    if (root / name).is_file() and (root / name).read_text(encoding="utf-8") != id_schema(site):
        yield Problem(
            Origin(name),
            "编辑器提示的代号清单比源文件旧，不影响发布；请在方便时运行 make schemas",
            "the list of ids that editors offer is older than the sources; nothing depends on it, run make schemas at leisure",
            "warning",
        )


def _schema(file: SourceFile) -> dict[str, Any]:
    schema = schema_of(file.form)
    definitions = schema.pop("definitions", {})
    if file.listed:
        schema = {"type": "array", "items": schema}
    return {"$schema": DIALECT, "title": file.title, **schema, "definitions": definitions}


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
