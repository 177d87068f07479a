"""The form in the browser: made of the records, self-contained, and kind to the files it edits."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plansite.admin.folder import PackagesMissingError, configuration, write_admin
from plansite.admin.forms import form, number_fields
from plansite.load import load_site
from plansite.model import Site
from plansite.records.catalogue import Indicator, Source, Term
from plansite.records.plan import ClauseRecord, ItemRecord, PlanRecord
from pydantic import BaseModel

TRIP = """
import fs from "node:fs";
const { configure, fromFile, toFile } = await import(process.argv[2] + "/plan-yaml.js");
configure(JSON.parse(fs.readFileSync(process.argv[2] + "/config.json", "utf8")).scalars);
const jobs = JSON.parse(fs.readFileSync(0, "utf8"));
const results = jobs.map(({ text, edit }) => {
  const content = fromFile(text.trim());
  if (edit) { new Function("it", edit)(content); }
  return toFile(content).trim() + "\\n";
});
console.log(JSON.stringify(results));
"""


class Format:
    """The form's own reader and writer of YAML, run by node."""

    def __init__(self, admin: Path, script: Path) -> None:
        self.admin, self.script = admin, script

    def all(self, jobs: list[dict[str, str]]) -> list[str]:
        """Return what each text becomes, read, edited and written."""
        done = subprocess.run(
            ["node", "--no-warnings", str(self.script), str(self.admin)],
            input=json.dumps(jobs),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        results: list[str] = json.loads(done.stdout)
        return results

    def edit(self, text: str, edit: str) -> str:
        """Return the text after an edit, a line of JavaScript about `it`."""
        return self.all([{"text": text, "edit": edit}])[0]


@pytest.fixture(scope="session")
def yaml_format(admin: Path, tmp_path_factory: pytest.TempPathFactory) -> Format:
    """The reader and writer of the form."""
    script = tmp_path_factory.mktemp("script") / "trip.mjs"
    script.write_text(TRIP, encoding="utf-8")
    modules = tmp_path_factory.mktemp("modules") / "admin"
    shutil.copytree(admin, modules)
    (modules / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return Format(modules, script)


def test_opening_and_saving_changes_no_byte_of_any_source(
    repository: Path, yaml_format: Format
) -> None:
    config = configuration(repository, load_site(repository))
    names = [
        file["file"]
        for group in config["collections"]
        for file in group["files"]
        if file["form"] != "prose"
    ]
    texts = [(repository / name).read_text(encoding="utf-8") for name in names]
    results = yaml_format.all([{"text": text} for text in texts])
    changed = [
        name for name, text, result in zip(names, texts, results, strict=True) if result != text
    ]
    assert len(names) > 100
    assert changed == []


CLAUSES = """# Targets of health.

- number: "1" # as printed
  title: {zh: 甲, en: A}
  items:
    - indicator: rate-a
      at_least: 95
      printed: 达到…以上

    - indicator: ratio-b
      at_most: 14.0 # one decimal
      then: {at_most: 12.5, by: 2030}

- number: "2"
  title:
    zh: 乙
    en: "B: second"
"""


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        ("it.entries[0].items[1].at_most = '13.0'", "at_most: 14.0", "at_most: 13.0"),
        ("it.entries[0].items[1].then[0].by = '2029'", "by: 2030}", "by: 2029}"),
        ("it.entries[1].title.en = 'B: other'", '"B: second"', '"B: other"'),
        ("it.entries[0].number = '7'", '"1"', '"7"'),
        ("it.entries[0].items[0].printed = ''", "      printed: 达到…以上\n", ""),
        ("it.entries[0].items[0].by = '2025'", "达到…以上\n", "达到…以上\n      by: 2025\n"),
        (
            "it.entries[0].items[0].value_printed = '95'",
            "达到…以上\n",
            '达到…以上\n      value_printed: "95"\n',
        ),
        ("it.entries[0].title.zh = 'true'", "zh: 甲,", 'zh: "true",'),
        ("it.entries[0].sub = ''; it.entries[0].items[0].aligns = []", "", ""),
    ],
)
def test_an_edit_changes_its_own_place_only(
    yaml_format: Format, edit: str, old: str, new: str
) -> None:
    assert yaml_format.edit(CLAUSES, edit) == CLAUSES.replace(old, new, 1)


def test_an_entry_that_moves_takes_its_comments_along(yaml_format: Format) -> None:
    moved = yaml_format.edit(CLAUSES, "it.entries[0].items.reverse()")
    assert "at_most: 14.0 # one decimal" in moved
    assert moved.index("ratio-b") < moved.index("rate-a")


def test_a_removed_entry_leaves_the_others_as_they_were(yaml_format: Format) -> None:
    removed = yaml_format.edit(CLAUSES, "it.entries.splice(1, 1)")
    assert removed == CLAUSES[: CLAUSES.index('\n- number: "2"')]


def test_a_new_entry_is_written_as_the_sources_are(yaml_format: Format) -> None:
    entry = {
        "number": "3",
        "title": {"zh": "丙", "en": "C"},
        "summary": {"zh": "", "en": ""},
        "items": [{"indicator": "rate-c", "between": ["3.0", "5"], "theme": "", "then": []}],
    }
    text = yaml_format.edit(CLAUSES, f"it.entries.push({json.dumps(entry)})")
    assert text == CLAUSES + (
        '\n- number: "3"\n  title:\n    zh: 丙\n    en: C\n  items:\n'
        "    - indicator: rate-c\n      between:\n        - 3.0\n        - 5\n"
    )


def test_truth_stays_bare_and_is_a_tick_box(yaml_format: Format) -> None:
    text = "- id: a\n  citable: true\n  date: 2021-12-30\n"
    assert yaml_format.edit(text, "it.entries[0].citable = !it.entries[0].citable") == (
        text.replace("true", "false")
    )


@pytest.mark.parametrize("model", [PlanRecord, ClauseRecord, ItemRecord, Indicator, Term, Source])
def test_a_form_has_every_field_of_its_record(model: type[BaseModel]) -> None:
    fields = {field["name"]: field for field in form(model)}
    assert set(fields) == set(model.model_fields) - {"origin"}
    for name, info in model.model_fields.items():
        if name != "origin":
            assert fields[name]["required"] == info.is_required()


def test_every_label_is_in_both_languages(admin: Path) -> None:
    for field in _fields(json.loads((admin / "config.json").read_text())["forms"]):
        if field["widget"] != "hidden":
            zh, _, en = field["label"].partition(" · ")
            assert any("一" <= sign <= "鿿" for sign in zh), field
            assert en.isascii() and en, field


def _fields(forms: Any) -> Iterator[dict[str, Any]]:
    for fields in forms.values():
        stack = list(fields)
        while stack:
            field = stack.pop()
            stack += [*field.get("fields", ()), *filter(None, [field.get("field")])]
            yield field


def test_numbers_are_known_by_their_fields() -> None:
    found = number_fields((PlanRecord, ClauseRecord, Indicator, Term, Source))
    assert {"at_least", "between", "by", "value", "decimals", "limits", "period"} <= found
    assert not {"number", "sub", "date", "issued_on", "note", "id"} & found


def test_the_form_names_existing_files_once(admin: Path, repository: Path) -> None:
    config = json.loads((admin / "config.json").read_text(encoding="utf-8"))
    files = [file for group in config["collections"] for file in group["files"]]
    names = [file["file"] for file in files]
    assert len(names) == len(set(names))
    assert all((repository / "tests/plans" / name).is_file() for name in names)
    assert {file["form"] for file in files} <= set(config["forms"])
    assert not any(name.endswith(".csv") or "official" in name for name in names)


def test_the_form_has_no_inline_script_and_reaches_no_other_host(admin: Path) -> None:
    page = (admin / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'; script-src 'self';" in page
    assert "connect-src 'self' blob: data:;" in page
    assert "<script>" not in page
    assert "{{" not in page


def test_a_configured_repository_is_what_the_form_works_on(
    repository: Path, sources: Any, tmp_path: Path
) -> None:
    sources.append(
        "site.yml",
        "admin: {backend: gitlab, repo: office/plans, branch: drafts, sign_in: https://login.example.org/x}\n",
    )
    settings = configuration(tmp_path, sources.load())["settings"]
    assert settings["backend"] == {
        "name": "gitlab",
        "repo": "office/plans",
        "branch": "drafts",
        "base_url": "https://login.example.org/x",
    }
    assert settings["publish_mode"] == "editorial_workflow"


def test_missing_packages_are_named_with_what_to_do(fictional: Site, tmp_path: Path) -> None:
    with pytest.raises(PackagesMissingError, match=r"npm ci"):
        write_admin(tmp_path, fictional, tmp_path / "admin")
    assert not (tmp_path / "admin").exists()


def test_the_lock_file_names_no_registry_and_pins_every_package(repository: Path) -> None:
    lock = json.loads((repository / "scripts/admin/package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((repository / "scripts/admin/package.json").read_text(encoding="utf-8"))[
        "dependencies"
    ]
    for name, package in lock["packages"].items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name
    for name, version in wanted.items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
