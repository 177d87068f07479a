"""The draft folder and the two commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from commands import run_script
from conftest import Sources
from plansite.reader import draft_files, load_catalogue, read_document

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "reader" / "notice.txt"
CATALOGUE = load_catalogue(ROOT / "plans" / "indicators")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return draft_files(read_document(SAMPLE, CATALOGUE).plans[0], CATALOGUE)


def test_a_draft_has_the_files_of_a_plan(files: dict[str, str]) -> None:
    assert set(files) >= {
        "plan.yml", "targets/health.yml", "measures/health.yml", "targets/decision-making.yml",
        "implementation.yml", "monitoring.yml", "official.zh.md", "DECISIONS.md",
    }  # fmt: skip


def test_its_yaml_is_plain(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name.endswith(".yml"):
            yaml.safe_load(text)
            assert "&" not in text.replace("&amp;", "")
            assert "!!" not in text


def test_the_plan_is_a_draft_with_its_facts(files: dict[str, str]) -> None:
    plan = yaml.safe_load(files["plan.yml"])
    assert plan["status"] == "draft"
    assert plan["period"] == [2021, 2030]
    assert plan["issued_on"] == "2021-12-18"
    assert plan["document_number"] == "澄政办发〔2021〕37号"
    assert plan["domains"] == ["health", "decision-making"]


def test_a_target_is_written_as_the_formats_say(files: dict[str, str]) -> None:
    first, second, *_ = yaml.safe_load(files["targets/health.yml"])
    assert first["number"] == "1"
    assert first["items"][0] == {
        "indicator": "maternal-mortality-ratio",
        "at_most": 9.5,
        "printed": "下降到…以下",
        "by": 2025,
        "then": {"at_most": 8.5, "printed": "控制在…以内", "by": 2030},
        "name_printed": "孕产妇死亡率",
        "baseline": {"value": 10.6, "year": 2020},
    }
    assert second["items"][-1]["between"] == [93, 95]


def test_indicators_not_in_the_catalogue_are_proposed(files: dict[str, str]) -> None:
    proposed = yaml.safe_load(files["new-indicators.yml"])
    assert all(entry["id"].startswith("new-indicator-") for entry in proposed)
    assert "妇幼保健人员" in files["DECISIONS.md"]


def test_decisions_name_the_lines_to_look_at(files: dict[str, str]) -> None:
    assert "第22行 line 22，`health-t1`" in files["DECISIONS.md"]


def test_items_that_stand_in_no_domain_are_a_decision(
    repository: Path, files: dict[str, str]
) -> None:
    catalogue = load_catalogue(repository / "plans" / "indicators")
    document = repository / "tests" / "reader" / "annex-table.txt"
    decisions = draft_files(read_document(document, catalogue).plans[0], catalogue)["DECISIONS.md"]
    assert "take overall out of `domains` in plan.yml" in decisions
    assert "overall out of" not in files["DECISIONS.md"]


def test_the_command_writes_a_draft_and_a_report(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = run_script("import_document.py", SAMPLE, "--out", tmp_path / "draft", "--report", report)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(report.read_text(encoding="utf-8"))["jurisdiction"] == "澄江市"


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    kept = tmp_path / "plan.yml"
    kept.write_text("kept", encoding="utf-8")
    done = run_script("import_document.py", SAMPLE, "--out", tmp_path)
    assert done.returncode == 1
    assert kept.read_text(encoding="utf-8") == "kept"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.yml"]
    assert f"{kept}:1: " in done.stderr
    assert run_script("import_document.py", SAMPLE, "--out", tmp_path, "--force").returncode == 0


def test_a_problem_is_one_line_without_traceback(tmp_path: Path) -> None:
    done = run_script("import_document.py", tmp_path / "none.txt", "--out", tmp_path / "x")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "Women's Plan\nI. Health\n1. Coverage shall reach 70 percent.\n",
            "没有中文",
            "no Chinese",
        ),
        ("今天天气很好。我们去公园散步。\n大家都很高兴。\n", "没有认出", "was recognised"),
    ],
)
def test_a_text_that_is_no_plan_is_refused_and_nothing_written(
    text: str, zh: str, en: str, tmp_path: Path
) -> None:
    document = tmp_path / "other.txt"
    document.write_text(text, encoding="utf-8")
    done = run_script("import_document.py", document, "--out", tmp_path / "draft")
    assert done.returncode == 1
    assert zh in done.stderr and en in done.stderr
    assert not (tmp_path / "draft").exists()


def test_two_plans_in_a_file_give_two_folders(tmp_path: Path) -> None:
    run_script("import_document.py", ROOT / "tests" / "reader" / "two-plans.txt", "--out", tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["plan-1", "plan-2"]


def test_a_new_plan_starts_from_nothing_and_never_overwrites(tmp_path: Path) -> None:
    words = ("--jurisdiction", "qinglan/baiyu", "--series", "women", "--period", "2026-2030", "--title-zh",
             "白榆县妇女发展规划（2026—2030年）", "--title-en", "Baiyu Women's Plan", "--plans", tmp_path)  # fmt: skip
    assert run_script("new_plan.py", *words).returncode == 0
    folder = tmp_path / "qinglan" / "baiyu" / "women-2026-2030"
    plan = yaml.safe_load((folder / "plan.yml").read_text(encoding="utf-8"))
    assert (plan["status"], plan["period"]) == ("draft", [2026, 2030])
    again = run_script("new_plan.py", *words)
    assert again.returncode == 1
    assert "已存在" in again.stderr


@pytest.mark.parametrize("period", ["2030-2026", "soon", "2026"])
def test_a_period_must_be_two_years(period: str, tmp_path: Path) -> None:
    done = run_script("new_plan.py", "--jurisdiction", "a", "--series", "women", "--period", period,
               "--title-zh", "甲", "--title-en", "A", "--plans", tmp_path)  # fmt: skip
    assert done.returncode == 1
    assert "period" in done.stderr


def test_a_place_that_is_not_known_and_titles_of_the_other_language_are_refused(
    sources: Sources,
) -> None:
    words = ["--series", "women", "--period", "2026-2030", "--plans", sources.root / "plans"]
    zh, en = ["--title-zh", "白榆县规划（2026—2030年）"], ["--title-en", "Baiyu Plan"]
    done = run_script("new_plan.py", "--jurisdiction", "qinglan/chengx", *words, *zh, *en)
    assert done.returncode == 1
    assert "did you mean qinglan/chengxi?" in done.stderr
    swapped = ["--title-zh", en[1], "--title-en", zh[1]]
    done = run_script("new_plan.py", "--jurisdiction", "qinglan/chengxi", *words, *swapped)
    assert done.returncode == 1
    assert "应为中文标题" in done.stderr
    assert not (sources / "qinglan/chengxi/women-2026-2030").exists()
