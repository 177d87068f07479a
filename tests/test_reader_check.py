"""A draft put in its place: the site's checker asks for what a person must decide, and for nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import yaml
from plansite.load import load_site
from plansite.problems import SourceError
from plansite.reader import draft_files, load_catalogue, load_domains, read_bytes
from reader.samples import sample_bytes

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "tests" / "reader").glob("*.expected.json"))
PLACE = "heilongjiang/jixi"
SOURCE = "jixi-nutrition-copy"
TO_DECIDE = (
    "不能为空；请填写",
    "缺少字段；请补上",
    "草案还有待定事项",
    "草案提出了目录里没有的指标",
    "原文中有控制字符",
)
"""What the first check of a draft may ask: words that only a person can write, and open decisions."""
TO_SETTLE = (
    "不在 series.yml 中",
    "不是它的领域",
    "没有目标；请补",
    "已在",
)
WRITTEN = ("".join(letters) for letters in product(ascii_lowercase, repeat=4))
"""What a person wrote is never the same twice, and holds no figure."""


def drafts() -> Iterator[tuple[str, dict[str, str]]]:
    """The drafts of all fictional documents, each with a name of its own."""
    catalogue = load_catalogue(ROOT / "plans" / "indicators")
    domains = load_domains(ROOT / "plans" / "series.yml")
    number = 0
    for expected in SAMPLES:
        name, content = sample_bytes(expected)
        for plan in read_bytes(content, name, catalogue, domains).plans:
            number += 1
            yield f"trial-{number}", draft_files(plan, catalogue)


def problems(root: Path, files: dict[str, str]) -> list[str]:
    """Put drafts beside the real sources and check them all; only what is said of them is given back."""
    shutil.copytree(ROOT / "plans", root / "plans", symlinks=True)
    for name, text in files.items():
        path = root / "plans" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    try:
        found = load_site(root).warnings
    except SourceError as error:
        found = error.problems
    said = [str(one) for one in found]
    return [one for one in said if one.split(":", 1)[0].removeprefix("plans/") in files]


def settled(trial: str, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The draft after a person wrote what is empty, named a source and moved the new indicators."""
    for name, text in files.items():
        path = f"{PLACE}/{trial}/{name}"
        if name == "DECISIONS.md":
            continue
        if name == "new-indicators.yml":
            path = f"indicators/{trial}.yml"
        if name.endswith(".yml") and name != "official.lock.yml":
            record = filled(yaml.safe_load(text.replace("new-indicator-", f"{trial}-new-")))
            if name == "plan.yml":
                record["source"] = SOURCE
                record["title"]["zh"] += trial
            if name == "new-indicators.yml":
                # All drafts are checked at once; several find the same new indicator.
                for one in record:
                    one["name"]["zh"] += f"（{trial}之{one['id']}）"
            text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
        yield path, text


def filled(value: Any, key: str = "") -> Any:
    """Nothing stays empty."""
    if isinstance(value, list):
        return [filled(one) for one in value]
    if not isinstance(value, dict):
        return f"{'Text' if key == 'en' else '文字'} {next(WRITTEN)}" if value == "" else value
    record = {name: filled(one, name) for name, one in value.items()}
    if "baseline" in record:
        record["baseline"] = {"year": 2020} | record["baseline"] | {"source": SOURCE}
    return record


def test_drafts_are_refused_only_for_what_a_person_must_write(tmp_path: Path) -> None:
    placed = {f"{PLACE}/{trial}/{name}": text for trial, files in drafts()
              for name, text in files.items()}  # fmt: skip
    said = problems(tmp_path, placed)
    assert len(said) > len(SAMPLES)
    assert [one for one in said if not any(words in one for words in TO_DECIDE)] == []


def test_settled_drafts_leave_only_questions_of_substance(tmp_path: Path) -> None:
    placed = dict(pair for trial, files in drafts() for pair in settled(trial, files))
    errors = [one for one in problems(tmp_path, placed) if " error: " in one]
    assert [one for one in errors if not any(words in one for words in TO_SETTLE)] == []
