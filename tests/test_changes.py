"""What a pull request changes: two states of the sources, compared and written down."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from commands import run_script
from markdown import markdown
from plansite.changes.change import Both, Change, FieldChange, Kind, of_kind
from plansite.changes.compare import compare
from plansite.changes.report import to_json, to_markdown
from plansite.changes.snapshot import Snapshot, take
from plansite.escaping import escaped

PLAN = "qinglan/chengxi/women-2021-2025"
EVIL = "](https://evil.example) <img src=x onerror=alert(1)> `a` |b| **c** www.evil.example"


@pytest.fixture(scope="module")
def base(repository: Path) -> Snapshot:
    return take("base", repository / "tests" / "plans")


def changes_of(base: Snapshot, sources: Any) -> tuple[Change, ...]:
    head = take("head", sources.root)
    assert head.site is not None, "\n".join(map(str, head.problems))
    return compare(base, head)


def test_the_same_sources_show_no_change(base: Snapshot, sources: Any) -> None:
    head = take("head", sources.root)
    assert compare(base, head) == ()
    assert "Nothing that is published changes." in to_markdown(base, head, ())


def test_a_changed_target_shows_both_sentences_and_the_field(base: Snapshot, sources: Any) -> None:
    sources.replace(f"{PLAN}/targets/health.yml", "then: {at_most: 8, by", "then: {at_most: 7, by")
    (change,) = of_kind(changes_of(base, sources), Kind.TARGET_CHANGED)
    assert change.place == PLAN
    assert change.key == "health-1-maternal-mortality-ratio"
    assert [(one.field, one.before, one.after) for one in change.fields] == [
        ("then.1.at_most", "8", "7")
    ]
    assert "2025年不超过8/10万" in change.before.zh
    assert "2025年不超过7/10万" in change.after.zh
    assert "at most 7" in change.after.en


def test_targets_added_and_gone_are_told_apart(base: Snapshot, sources: Any) -> None:
    sources.replace(f"{PLAN}/targets/health.yml", "- {indicator: female-life-expectancy, aim: increase, printed: 稳步延长}", "- {theme: long-life, text: {zh: 健康长寿, en: A long and healthy life}, aim: ensure}")  # fmt: skip
    found = changes_of(base, sources)
    assert [one.key for one in of_kind(found, Kind.TARGET_ADDED)] == ["health-3-long-life"]
    assert [one.key for one in of_kind(found, Kind.TARGET_GONE)] == [
        "health-3-female-life-expectancy"
    ]


def test_a_reworded_clause_and_prose_are_named(base: Snapshot, sources: Any) -> None:
    sources.replace(f"{PLAN}/targets/health.yml", "zh: 两癌筛查", "zh: 两癌免费筛查")
    sources.append(f"{PLAN}/introduction.zh.md", "\n新的一段。\n")
    found = changes_of(base, sources)
    (clause,) = of_kind(found, Kind.CLAUSE_CHANGED)
    assert (clause.key, clause.fields[0].field) == ("health-t2", "title.zh")
    (text,) = of_kind(found, Kind.TEXT_CHANGED)
    assert text.key == "introduction.zh"


def row_of(sources: Any) -> tuple[str, str, list[str]]:
    """Return a file of observations, its first row with a value, and the row's cells."""
    for file in sorted(sources.root.rglob("observations/*.csv")):
        name = file.relative_to(sources.root / "plans").as_posix()
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split(",")
            if cells[5] and cells[10] and "chengxi/obs" in name:
                return name, line, cells
    raise AssertionError("no observation with a value")


def test_a_later_row_is_a_revision_and_an_edited_row_is_marked(
    base: Snapshot, sources: Any
) -> None:
    name, line, cells = row_of(sources)
    later = [*cells]
    later[10], later[11] = "2026-02-01", "checked"
    sources.append(name, ",".join(later) + "\n")
    (revised,) = of_kind(changes_of(base, sources), Kind.OBSERVATION_REVISED)
    assert revised.key.startswith(f"{cells[0]}/{cells[1]}")
    assert cells[10] in revised.before.en and "2026-02-01" in revised.after.en
    edited = [*cells]
    edited[7] = "E"
    sources.replace(name, line, ",".join(edited))
    (changed,) = of_kind(changes_of(base, sources), Kind.OBSERVATION_CHANGED)
    assert "(E," in changed.after.en and "(E," not in changed.before.en


def test_a_figure_that_changes_a_status_shows_status_and_warnings(
    base: Snapshot, sources: Any
) -> None:
    for file in sources.root.rglob("observations/*.csv"):
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text(f"{lines[0]}\n", encoding="utf-8")
    found = changes_of(base, sources)
    statuses = of_kind(found, Kind.STATUS_CHANGED)
    assert statuses
    assert all(one.before != one.after for one in statuses)
    assert of_kind(found, Kind.WARNING_RAISED) or of_kind(found, Kind.WARNING_CLEARED)
    assert len(of_kind(found, Kind.OBSERVATION_GONE)) == len(base.site.observations)  # type: ignore[union-attr]


def test_a_plan_removed_takes_its_pages_with_it(base: Snapshot, sources: Any) -> None:
    path = "luoxia/wanzhou/women-2021-2025"
    shutil.rmtree(sources / path)
    found = changes_of(base, sources)
    assert [one.key for one in of_kind(found, Kind.PLAN_GONE)] == [path]
    gone = [one.place for one in of_kind(found, Kind.PAGE_GONE)]
    assert f"plans/{path}/" in gone
    assert f"\n- {path} — " in to_markdown(base, base, found), "named once, not as place and key"


def test_a_missing_translation_is_new_or_as_before(base: Snapshot, sources: Any) -> None:
    (sources / f"{PLAN}/health.en.md").unlink()
    head = take("head", sources.root)
    if head.site is None:  # the check itself refuses it
        assert any("health" in str(problem) for problem in head.problems)
        return
    (missing,) = of_kind(compare(base, head), Kind.TRANSLATION_MISSING)
    assert (missing.key, missing.after.en) == ("health.en.md", "new")


def test_a_broken_state_is_said_in_words_with_all_its_problems(
    base: Snapshot, sources: Any
) -> None:
    sources.write("units.yml", "- {id: percent}\n")
    head = take("head", sources.root)
    text = to_markdown(base, head, compare(base, head))
    assert "have errors and can not be compared" in text
    assert "plans/units.yml:1" in text
    data = json.loads(to_json(base, head, ()))
    assert data["head"]["usable"] is False
    assert data["head"]["problems"] == [str(problem) for problem in head.problems]


def test_text_of_the_sources_can_not_become_markup(base: Snapshot) -> None:
    change = Change(Kind.PLAN_CHANGED, EVIL, EVIL, Both(EVIL, "\n# h\r\n- x"), Both(EVIL, EVIL))
    text = to_markdown(base, base, [change])
    shown = markdown(text)
    assert "<img" not in shown and "<a " not in shown and "<code" not in shown
    assert not re.search(r"<h1>h", shown)
    assert escaped("a\u2028b\x00c") == "a b c"


def test_long_lists_are_cut_and_counted(base: Snapshot) -> None:
    changes = [Change(Kind.PAGE_ADDED, f"p/{index}/", "") for index in range(250)]
    text = to_markdown(base, base, changes)
    assert text.count("- p/") == 100
    assert "and 150 more" in text


def test_a_summary_stays_within_what_a_step_may_write(base: Snapshot) -> None:
    words = Both("长" * 300, "long")
    fields = tuple(FieldChange(f"f{index}", "长" * 300, "长" * 300) for index in range(30))
    changes = [Change(Kind.TARGET_CHANGED, "p", "t", words, words, words, fields)] * 100
    text = to_markdown(base, base, changes)
    assert len(text.encode()) < 1024 * 1024
    assert "the rest is left out" in text and "and 10 more" in text


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)  # fmt: skip


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_script("what_changes.py", *arguments, folder=folder)


def test_the_command_compares_revisions_and_nothing_hides_a_file(sources: Any) -> None:
    git(sources.root, "init", "-q", "-b", "main")
    (sources.root / ".gitattributes").write_text("plans/** export-ignore\n", encoding="utf-8")
    git(sources.root, "add", "-A")
    git(sources.root, "commit", "-qm", "before")
    sources.replace(f"{PLAN}/targets/health.yml", "at_least: 80", "at_least: 85")
    git(sources.root, "commit", "-qam", "after")
    out = sources.root / "changes.json"
    said = run(sources.root, "HEAD~1", "HEAD", "--json", str(out))
    assert said.returncode == 0, said.stderr
    assert "at least 80% by 2025 → " in said.stdout
    kinds = {one["kind"] for one in json.loads(out.read_text(encoding="utf-8"))["changes"]}
    assert "target_changed" in kinds
    # The working tree and its index are as they were.
    status = ["git", "-C", str(sources.root), "status", "--porcelain"]
    assert subprocess.run(status, capture_output=True, text=True).stdout == "?? changes.json\n"


def test_the_command_says_what_it_does_not_know(sources: Any) -> None:
    git(sources.root, "init", "-q")
    said = run(sources.root, "no-such-revision", str(sources.root))
    assert said.returncode == 1
    assert "既不是" in said.stderr and "neither a folder" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_broken_head_fails_and_a_broken_base_does_not(sources: Any, repository: Path) -> None:
    sources.write("units.yml", "- {id: percent}\n")
    good = str(repository / "tests" / "plans")
    assert run(sources.root, good, str(sources.root)).returncode == 1
    assert run(sources.root, str(sources.root), good).returncode == 0
