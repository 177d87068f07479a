"""The check's output: text, annotations, JSON and the summary of a step, from one command."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from commands import run_script
from conftest import TESTS, Sources
from plansite.problems import Origin, Problem
from plansite.verdict import Verdict

WRONG = Problem(Origin("plans/a.yml", 3), "错了", "wrong")
DOUBTFUL = Problem(Origin("plans/b.csv", 9), "存疑", "doubtful", "warning")
FOUND = Verdict("2 份规划", "2 plans", (WRONG, DOUBTFUL))


def run(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the check as a person or a server does."""
    return run_script("validate.py", "--root", root, *options, **environment)


def test_text_ends_with_the_counts_in_both_languages() -> None:
    *lines, last = FOUND.written("text").splitlines()
    assert lines == [str(WRONG), str(DOUBTFUL)]
    assert last == "2 份规划；错误 1 处，警告 1 处 | 2 plans; 1 errors, 1 warnings"


def test_annotations_have_file_line_and_title() -> None:
    first, second, _ = FOUND.written("github").splitlines()
    assert first == "::error file=plans/a.yml,line=3,title=请改正 Please correct::错了 | wrong"
    assert second.startswith("::warning file=plans/b.csv,line=9,title=请核对 Please check::")


def test_json_has_every_part_of_a_problem() -> None:
    said = json.loads(FOUND.written("json"))
    assert (said["errors"], said["warnings"]) == (1, 1)
    assert said["problems"][0] == {
        "path": "plans/a.yml", "line": 3, "level": "error", "zh": "错了", "en": "wrong",
    }  # fmt: skip


def test_the_summary_lists_everything_and_text_can_not_break_out() -> None:
    evil = Problem(Origin("plans/x.yml"), "“a|b”", "<img src=x> [a](https://example.org)\n# top")
    text = Verdict("甲", "a", [WRONG, DOUBTFUL, evil]).summary()
    assert "| plans/a.yml | 3 | 错误 error | 错了 | wrong |" in text
    assert "| plans/b.csv | 9 | 警告 warning | 存疑 | doubtful |" in text
    last = text.splitlines()[-1]
    assert "a&#124;b" in last
    assert "<img" not in last
    assert "&#91;a&#93;" in last
    assert last.endswith("&#35; top |")


def test_more_problems_than_annotations_are_shown_stand_in_the_summary(tmp_path: Path) -> None:
    many = [Problem(Origin(f"plans/{n}.yml"), "错", "wrong") for n in range(60)]
    assert Verdict("甲", "a", many).summary().count("| 错误 error |") == 60


def test_the_command_is_quiet_about_a_clean_tree_and_succeeds() -> None:
    done = run(TESTS / "plans")
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    assert "0 errors, 0 warnings" in done.stdout


def test_on_a_server_it_writes_annotations_and_adds_to_the_summary(
    sources: Sources, tmp_path: Path
) -> None:
    line = sources.replace("indicators/health.yml", "better: lower", "better: lowr")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    done = run(sources.root, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file=plans/indicators/health.yml,line={line},title=")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert f"| plans/indicators/health.yml | {line} | 错误 error |" in text


def test_options_name_the_format_and_the_summary(sources: Sources, tmp_path: Path) -> None:
    sources.replace("indicators/health.yml", "better: lower", "better: lowr")
    summary = tmp_path / "summary.md"
    done = run(sources.root, "--format", "json", "--summary", str(summary))
    assert [one["path"] for one in json.loads(done.stdout)["problems"]] == [
        "plans/indicators/health.yml"
    ]
    assert "plans/indicators/health.yml" in summary.read_text(encoding="utf-8")
