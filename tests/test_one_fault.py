"""One fault is one problem: a lost file, a wrong name or date brings no list of followers."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from conftest import Sources

CHENGXI = "qinglan/chengxi/women-2021-2025"
HEALTH = f"{CHENGXI}/targets/health.yml"


def removed(name: str) -> Callable[[Sources], object]:
    def act(sources: Sources) -> None:
        path = sources / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return act


def renamed(name: str, to: str) -> Callable[[Sources], object]:
    return lambda sources: (sources / name).rename(sources / to)


def replaced(name: str, old: str, new: str) -> Callable[[Sources], object]:
    return lambda sources: sources.replace(name, old, new)


@pytest.mark.parametrize(
    ("act", "place", "said"),
    [
        (removed("units.yml"), "units.yml:1", "there is no such file; put it back"),
        (removed("bodies.yml"), "bodies.yml:1", "there is no such file; put it back"),
        (removed("site.yml"), "site.yml:1", "there is no such file; put it back"),
        (removed("indicators"), "indicators:1", "names stand nowhere else"),
        (removed("indicators/health.yml"), "indicators/health.yml:1", "put the file back"),
        (removed("qinglan/sources.yml"), "qinglan/sources.yml:1", "qinglan-yearbook)"),
        (removed(f"{CHENGXI}/plan.yml"), f"{CHENGXI}/plan.yml:1", "the other files of a plan"),
        (removed(HEALTH), f"{CHENGXI}/plan.yml:", "the domain health has no targets"),
        (removed("yunting/women-2021-2030"), "qinglan/", "'yunting/women-2021-2030' is not in"),
        (renamed("units.yml", "units.yaml"), "units.yaml:1", "did you mean units.yml?"),
        (renamed("indicators", "indicator"), "indicator/", "did you mean indicators?"),
        (renamed(f"{CHENGXI}/plan.yml", f"{CHENGXI}/plan.yaml"), f"{CHENGXI}/plan.yml:1",
         "is it plan.yaml?"),
        (renamed(f"{CHENGXI}/targets", f"{CHENGXI}/target"), f"{CHENGXI}/target/",
         "did you mean targets?"),
        (renamed(f"{CHENGXI}/health.en.md", f"{CHENGXI}/heath.en.md"), f"{CHENGXI}/heath.en.md:1",
         "there is no section heath"),
        (renamed("qinglan/observations", "qinglan/Observations"), "qinglan/Observations/",
         "did you mean observations?"),
        (renamed("qinglan/chengxi", "qinglan/chengxy"), "qinglan/chengxy/",
         "the folder qinglan/chengxy is no jurisdiction"),
        (renamed(CHENGXI, "women-2021-2025"), "women-2021-2025/plan.yml:1",
         "stands in plans/ itself"),
        (replaced("site.yml", "2026-11-21", "2016-11-21"), "site.yml:2", "check as_of"),
        (replaced("site.yml", "2026-11-21", "2062-11-21"), "site.yml:2", "after the newest figure"),
        (replaced("site.yml", "as_of:", "AS_OF:"), "site.yml:2", "did you mean as_of?"),
        (replaced("site.yml", "as_of:", "home: /\nas_of:"), "site.yml:2", "no such field"),
        (replaced("units.yml", "id: percent,", "id: Per cent,"), "units.yml:1", "underscores"),
        (replaced("units.yml", "id: percent,", "id: ,percent,"), "units.yml:1", "torn apart"),
        (replaced("bodies.yml", "id: health-commission", "id: 7"), "bodies.yml:3", "quote a number"),
        (replaced("bodies.yml", "id: health-commission", "id: health-comission"), "qinglan/",
         "bodies 'health-commission' is not in bodies.yml (did you mean health-comission?)"),
        (replaced("bodies.yml", "zh: 卫生健康委", "zh: 7, 8"), "bodies.yml:3", "torn apart"),
        (replaced("bodies.yml", "zh: 卫生健康委", "zh: <b>卫</b>"), "bodies.yml:3", "HTML"),
        (replaced("bodies.yml", "zh: 卫生健康委", "zh: " + "卫" * 4001), "bodies.yml:3", "4000"),
        (replaced("bodies.yml", "zh: 卫生健康委", "zh: health"), "bodies.yml:3", "no Chinese"),
        (replaced(HEALTH, "      by: 2023\n", "      by:\n"), f"{HEALTH}:", "by: may not be empty"),
        (replaced("qinglan/chengxi/baiyu/women-2021-2030/targets/digital-life.yml", "aim: ensure",
                  "aim:"), "qinglan/", "aim: may not be empty"),
        (replaced(f"{CHENGXI}/plan.yml", "period: [2021, 2025]", "period: [2012, 2025]"),
         f"{CHENGXI}/plan.yml:", "differs from 2021—2025 in the title"),
        (replaced("jurisdictions.yml", "parent: qinglan}", "parent: qinglam}"), "jurisdictions.yml:",
         "did you mean qinglan?"),
    ],
)  # fmt: skip
def test_one_fault_is_one_problem(
    sources: Sources, act: Callable[[Sources], object], place: str, said: str
) -> None:
    act(sources)
    found = sources.problem()
    assert found.startswith(place)
    assert said in found.partition(" | ")[2]


def test_a_wrong_name_is_told_once_with_all_its_places(sources: Sources) -> None:
    for number in (1, 2, 3):
        sources.append(
            "qinglan/observations/2024.csv",
            f"life-expectancy,2024,,,{number}0+,,years,L,read,no-book,,,\n",
        )
    found = sources.problem()
    assert "source is 'no-book', expected an id of sources.yml" in found
    assert "(2 more: plans/qinglan/observations/2024.csv:" in found


def test_a_link_to_a_lower_tier_is_refused(sources: Sources) -> None:
    target = "qinglan/chengxi/baiyu/women-2021-2030#health-1-maternal-mortality-ratio"
    line = sources.replace(
        HEALTH, "      by: 2023\n", f'      by: 2023\n      aligns: ["{target}"]\n'
    )
    found = sources.problem()
    assert found.startswith(f"{HEALTH}:{line + 1}: ")
    assert "of tier county, below this plan's; name a target of a plan above" in found


def test_another_figure_in_the_other_language_is_a_problem(sources: Sources) -> None:
    text = (
        "- title: {zh: 甲, en: A}\n  summary: {zh: 筛查率达到80%。, en: Screening reaches 85%.}\n"
    )
    line = sources.append(HEALTH, text)
    found = sources.problem()
    assert found.startswith(f"{HEALTH}:{line + 1}: ")
    assert "the Chinese has 80, which the English has not, and the English 85" in found


def test_another_value_than_that_of_the_summary_is_a_problem(sources: Sources) -> None:
    line = sources.replace(HEALTH, "at_most: 9\n", "at_most: 11\n")
    found = sources.problem()
    assert found.startswith(f"{HEALTH}:{line}: ")
    assert "at_most 11 does not stand in the clause's summary" in found


def test_a_clause_that_the_lock_knows_is_missed(sources: Sources) -> None:
    plan = sources.load().plans[CHENGXI]
    anchors = {clause.passage for clause in plan.clauses}
    anchors |= {target.passage for target in plan.targets if target.passage}
    lock = "".join(f'{anchor}: "0123456789ab"\n' for anchor in sorted(anchors))
    sources.write(f"{CHENGXI}/official.lock.yml", lock)
    assert sources.problems() == []
    text = (sources / HEALTH).read_text(encoding="utf-8")
    first, _, rest = text.partition('- number: "2"')
    sources.write(HEALTH, first + '- number: "3"' + rest.partition('- number: "3"')[2])
    assert "health-t2" in sources.problem()
    (sources / HEALTH).unlink()
    found = sources.problem()
    assert found.startswith(f"{HEALTH}:1: ")
    assert "there is no such file, yet official.lock.yml has" in found


def test_a_broken_evaluation_is_not_missed_in_its_language(sources: Sources) -> None:
    name = f"{CHENGXI}/evaluations/2023-midterm.en.md"
    sources.replace(name, "as_of:", "as_off:")
    assert "did you mean as_of?" in sources.problem()
