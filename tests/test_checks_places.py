"""Rules about jurisdictions and folders."""

from __future__ import annotations

import pytest
from conftest import Sources

BAIYU = "{code: xbaa, slug: qinglan/chengxi/baiyu, name: {zh: 白榆县, en: Baiyu County}, tier: county, parent: qinglan/chengxi}"
PLAN = "luoxia/wanzhou/women-2021-2025"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("code: xd, slug: Upper, tier: province", "lower-case letters, digits, hyphens and / only"),
        ("code: xd, slug: ../etc, tier: province", "lower-case letters"),
        ("code: xd, slug: /etc, tier: province", "lower-case letters"),
        ("code: xd, slug: con, tier: province", "no reserved name"),
        ("code: xd, slug: qinglan/nul, tier: county, parent: qinglan", "no reserved name"),
        ("code: xd, slug: indicators, tier: province", "no reserved name"),
        ("code: xd, slug: qinglan/observations, tier: county, parent: qinglan", "no reserved name"),
        ('code: xd, slug: "a b", tier: province', "lower-case letters"),
        ("code: xd, slug: 青岚, tier: province", "lower-case letters"),
        ("code: xd, slug: qinglan, tier: province", "the id 'qinglan' is taken at"),
        ("code: xb, slug: d, tier: province", "the code xb is already that of qinglan"),
        ('code: "12345", slug: d, tier: province', "must be six digits"),
        ('code: "１２３４５６", slug: d, tier: province', "must be six digits"),
        ("code: xd, slug: d, tier: province, parent: nowhere", "'nowhere' is not in jurisdictions.yml"),
        ("code: xd, slug: d, tier: province, parent: luoxia", "is of tier province, not above province"),
        ("code: xd, slug: d, tier: nation, parent: yunting", "is of tier nation, not above nation"),
        ("code: xd, slug: qinglan/d, tier: county, parent: luoxia", "the parent of qinglan/d must be qinglan, it is luoxia"),
        ("code: xd, slug: qinglan/d, tier: county", "must be qinglan, it is None"),
    ],
)  # fmt: skip
def test_a_place_that_can_not_be_is_one_problem(sources: Sources, entry: str, said: str) -> None:
    line = sources.append("jurisdictions.yml", f"  - {{{entry}, name: {{zh: 丁, en: D}}}}\n")
    problem = sources.problem()
    assert problem.startswith(f"jurisdictions.yml:{line}: 错误 error: ")
    assert said in problem


def test_a_code_of_digits_keeps_its_leading_zero(sources: Sources) -> None:
    sources.append(
        "jurisdictions.yml",
        '  - {code: "010000", slug: d, name: {zh: 丁, en: D}, tier: province}\n',
    )
    assert sources.load().jurisdictions["d"].code == "010000"


@pytest.mark.parametrize("name", ["Women-2021", "nul", "a b", "女", "targets"])
def test_a_plan_folder_of_another_form_is_a_problem(sources: Sources, name: str) -> None:
    (sources / PLAN).rename(sources / f"luoxia/wanzhou/{name}")
    assert f"the folder name {name!r}" in sources.problem()


def test_a_plan_can_not_have_the_address_of_a_place(sources: Sources) -> None:
    (sources / PLAN).rename(sources / "luoxia/women")
    sources.append(
        "jurisdictions.yml",
        "  - {code: xd, slug: luoxia/women, name: {zh: 丁, en: D}, tier: county, parent: luoxia}\n",
    )
    assert "be neither reserved nor a place" in sources.problem()
