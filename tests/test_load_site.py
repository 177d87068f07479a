"""Loading as a whole: every problem at once, each fault once, nothing but SourceError."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from commands import run_script
from conftest import Sources
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plansite.load import load_site
from plansite.model import Site
from plansite.problems import SourceError

BAIYU = "qinglan/chengxi/baiyu/women-2021-2030"


def test_the_fictional_plans_are_without_problems(fictional: Site) -> None:
    assert fictional.warnings == ()
    assert len(fictional.plans) == 9


def test_the_nation_comes_first_among_the_plans_of_a_code_list(fictional: Site) -> None:
    places = [plan.jurisdiction.code for plan in fictional.plans.values()]
    assert places == sorted(places)


def test_a_plan_keeps_its_own_order_of_domains(fictional: Site) -> None:
    plan = fictional.plans[BAIYU]
    assert list(dict.fromkeys(one.domain for one in plan.targets))[:2] == ["digital-life", "health"]


def test_a_target_is_named_after_its_place(fictional: Site) -> None:
    ids = {one.id for one in fictional.plans["qinglan/chengxi/women-2021-2025"].targets}
    assert {
        "health-1-maternal-mortality-ratio",
        "health-2.1-cervical-screening-rate",
        "health-m2-cervical-screening-rate",
        "education-3-reading",
    } <= ids


def test_every_target_knows_its_line(fictional: Site, repository: Path) -> None:
    for plan in fictional.plans.values():
        for one in plan.targets:
            text = (repository / "tests/plans" / one.origin.path).read_text(encoding="utf-8")
            assert one.subject in "".join(text.split("\n")[one.origin.line - 1 :][:3])


def test_problems_of_different_files_are_reported_at_once(sources: Sources) -> None:
    sources.replace("site.yml", 'as_of: "2026-11-21"', "as_of: soon")
    sources.replace("units.yml", "en: square metres}", "en: 2}")
    sources.replace(f"{BAIYU}/targets/health.yml", "at_most: 10", "at_most: 10%")
    sources.replace(f"{BAIYU}/measures/family.yml", "bodies:", "bodys:")
    sources.replace("qinglan/observations/2024.csv", "qinglan-yearbook", "nobody")
    sources.write(f"{BAIYU}/targets/helth.yml", "- x")
    found = sources.problems()
    files = {one.split(":")[0] for one in found}
    assert {
        "site.yml",
        "units.yml",
        f"{BAIYU}/targets/health.yml",
        f"{BAIYU}/measures/family.yml",
        "qinglan/observations/2024.csv",
        f"{BAIYU}/targets/helth.yml",
    } == files


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("jurisdictions.yml", "tier: province, parent: yunting}\n  - {code: xba", "tier: hill}\n  - {code: xba"),
        ("indicators/health.yml", "better: lower", "better: less"),
        ("series.yml", "Women's development plans}", "Women's development plans, x: y}"),
        ("units.yml", "symbol: {zh: \"%\", en: \"%\"}", "symbol: 5"),
        ("bodies.yml", "en: Health Commission}", "en: 5}"),
        ("qinglan/sources.yml", "evidence: A", "evidence: Z"),
        ("yunting/women-2021-2030/plan.yml", "status: in-force", "status: alive"),
        ("yunting/women-2021-2030/targets/health.yml", "at_least: 70", "at_least: x"),
        ("units.yml", "- {id: percent", "- {id: percent: x"),
        ("indicators/health.yml", "- id: maternal-mortality-ratio", "  id: maternal-mortality-ratio"),
        ("bodies.yml", "- {id: government", "{id: government"),
        ("yunting/sources.yml", "- id: yunting-yearbook", "- id: &x yunting-yearbook"),
    ],
)  # fmt: skip
def test_what_names_a_faulty_entry_is_no_further_problem(
    sources: Sources, name: str, old: str, new: str
) -> None:
    sources.replace(name, old, new)
    assert {one.split(":")[0] for one in sources.problems()} == {name}


def test_a_plan_whose_facts_are_faulty_has_its_clauses_checked(sources: Sources) -> None:
    sources.replace(f"{BAIYU}/plan.yml", "status: in-force", "status: alive")
    sources.replace(f"{BAIYU}/targets/health.yml", "at_most: 10", "at_most: 10%")
    assert len(sources.problems()) == 2


def test_sources_without_anything_name_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no folder plans in"):
        load_site(tmp_path)
    (tmp_path / "plans").mkdir()
    with pytest.raises(SourceError) as caught:
        load_site(tmp_path)
    said = str(caught.value)
    assert "plans/site.yml:1: " in said
    assert "plans/jurisdictions.yml:1: " in said


def test_an_empty_site_may_have_no_plans(
    write_tree: Callable[[Mapping[str, str]], Path],
) -> None:
    root = write_tree(
        {
            "plans/site.yml": "name: {zh: 甲, en: A}\nas_of: 2026-01-01\n"
            "publisher: {zh: 甲, en: A}\ncontent_licence: CC0\n",
            "plans/jurisdictions.yml": "codes: {list: {zh: 无, en: none}, date: '2026'}\njurisdictions: []\n",
        }
    )
    assert load_site(root).plans == {}


@pytest.mark.parametrize(
    "name",
    ["site.yml", "jurisdictions.yml", "series.yml", "bodies.yml", f"{BAIYU}/plan.yml",
     f"{BAIYU}/targets/health.yml", f"{BAIYU}/projects.yml"],
)  # fmt: skip
def test_an_empty_file_is_a_problem(sources: Sources, name: str) -> None:
    sources.write(name, "# nothing\n")
    assert any(
        one.startswith(f"{name}:1: ") and "the file is empty" in one for one in sources.problems()
    )


def test_a_mapping_where_a_list_belongs_is_a_problem(sources: Sources) -> None:
    sources.write("glossary.yml", "term: x\n")
    assert "the file must be a list" in sources.problem()


def test_an_id_taken_twice_names_the_first(sources: Sources) -> None:
    line = sources.append(
        "bodies.yml", "- {id: government, name: {zh: 又一个政府, en: Another Government}}\n"
    )
    said = sources.problem()
    assert said.startswith(f"bodies.yml:{line}: ")
    assert "the id 'government' is taken at plans/bodies.yml:1" in said


def test_a_directory_named_like_a_file_is_a_problem(sources: Sources) -> None:
    (sources / f"{BAIYU}/projects.yml").mkdir()
    assert "is no plain file (a folder or a device)" in sources.problem()


def test_a_plan_in_no_known_place_is_a_problem(sources: Sources) -> None:
    (sources / "qinglan/chengxi").rename(sources / "qinglan/chengxy")
    (found,) = (one for one in sources.problems() if "is no jurisdiction" in one)
    assert "the folder qinglan/chengxy is no jurisdiction" in found
    assert "did you mean qinglan/chengxi?" in found


# The command


def test_validate_prints_all_problems_and_exits_with_1(sources: Sources) -> None:
    sources.replace("units.yml", "{id: m2,", "{idd: m2,")
    sources.replace(f"{BAIYU}/targets/health.yml", "at_most: 10", "at_most: 10%")
    done = run_script("validate.py", "--root", sources.root)
    assert done.returncode == 1
    assert done.stderr == ""
    assert f"plans/{BAIYU}/targets/health.yml:6: 错误 error: " in done.stdout
    assert "did you mean id?" in done.stdout


def test_validate_exits_with_0_without_errors(repository: Path) -> None:
    done = run_script("validate.py", "--root", repository / "tests/plans")
    assert (done.returncode, done.stderr) == (0, "")
    assert "9 plans, 567 observations; 0 errors" in done.stdout


# Anything at all

EDITED = (
    f"{BAIYU}/plan.yml",
    f"{BAIYU}/targets/health.yml",
    f"{BAIYU}/measures/health.yml",
    f"{BAIYU}/introduction.en.md",
    "qinglan/observations/2024.csv",
    "qinglan/sources.yml",
    "indicators/health.yml",
    "jurisdictions.yml",
    "series.yml",
    "units.yml",
    "site.yml",
)
SCRAPS = st.sampled_from(
    ["", " ", "\n", "\t", "- ", ": ", "{", "}", "[", "]", '"', "'", "&a ", "*a", "!!map ", "#", ",",
     "null", "~", "true", "-1", "0", "9" * 40, "1e999", "NaN", "２", "年", "../", "\x00", "\u202e",
     "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "then: ", "by: 1",
     "between: [2, 1]", "origin: x", "<script>", "https://", "2026", "%", "id: con\n"]
)  # fmt: skip


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_sources_broken_anywhere_give_problems_and_no_traceback(
    sources: Sources, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(EDITED))
    text = (sources / name).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.integers(0, 12)))
    sources.write(name, text[:start] + data.draw(SCRAPS) + text[end:])
    try:
        sources.load()
    except SourceError as error:
        assert all(problem.origin.path.startswith("plans/") for problem in error.problems)
        assert all(problem.origin.line >= 1 for problem in error.problems)
    finally:
        sources.write(name, text)
