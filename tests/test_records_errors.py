"""Schema errors: one clear message a fault, at the right line, with the remedy."""

from __future__ import annotations

import pytest
from conftest import Sources
from plansite.records.errors import validated
from plansite.records.plan import ClauseRecord, PlanRecord
from plansite.source.strict_yaml import parse_yaml

CLAUSE = """\
number: "2"
title: {zh: 甲, en: A}
items:
  - indicator: rate
    at_least: 95
    by: 2030
"""


def fault(text: str) -> str:
    """Return the only problem of a clause."""
    value, problems = validated(ClauseRecord, parse_yaml(text, "x"), "plans/x.yml")
    assert value is None
    assert len(problems) == 1, "\n".join(map(str, problems))
    return str(problems[0])


def test_a_sound_clause_has_no_problem() -> None:
    value, problems = validated(ClauseRecord, parse_yaml(CLAUSE, "x"), "plans/x.yml")
    assert value is not None
    assert not problems


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("at_least: 95", "at_least: 95%", 5, "'95%': a plain number is expected"),
        ("at_least: 95", "at_least: 95 %", 5, "'95 %': a plain number is expected"),
        ("at_least: 95", 'at_least: "95"', 5, "'95': a plain number is expected"),
        ("at_least: 95", "at_least: ９５", 5, "'９５': a plain number is expected"),
        ("at_least: 95", "at_least: 1,000", 5, "'1,000': a plain number is expected"),
        ("at_least: 95", "at_least: 1_000", 5, "'1_000': a plain number is expected"),
        ("at_least: 95", "at_least: 1e999", 5, "'1e999': a plain number is expected"),
        ("at_least: 95", "at_least: NaN", 5, "'NaN': a plain number is expected"),
        ("at_least: 95", "at_least: .inf", 5, "'.inf': a plain number is expected"),
        ("at_least: 95", "at_least: Infinity", 5, "'Infinity': a plain number is expected"),
        ("at_least: 95", "at_least: true", 5, "'True': a plain number is expected"),
        ("at_least: 95", "at_least: [95]", 5, "a plain number is expected"),
        ("at_least: 95", "at_least: {value: 95}", 5, "a plain number is expected"),
        ("at_least: 95", "at_lest: 95", 5, "there is no such field (did you mean at_least?"),
        ("at_least: 95", "at_least: 95\n    colour: red", 6, "there is no such field; check"),
        ("at_least: 95", "at_least: 95\n    origin: x", 4, "there is no field `origin`"),
        ("at_least: 95", "at_least: 95\n    at_most: 99", 4, "(read: at_least, at_most)"),
        ("    at_least: 95\n", "", 4, "give exactly one of: at_least, at_most, above"),
        ("at_least: 95", "between: [55, 45]", 4, "the lower bound comes first"),
        ("at_least: 95", "between: [45, 45]", 4, "the lower bound comes first"),
        ("at_least: 95", "between: [45]", 5, "the field is missing"),
        ("at_least: 95", "between: [45, 50, 55]", 5, "an entry too many"),
        ("at_least: 95", "between: 45", 5, "a list is expected"),
        ("at_least: 95", "about: 95\n    tolerance: -1", 6, "outside the allowed range (> 0)"),
        ("at_least: 95", "at_least: 95\n    tolerance: 1", 4, "tolerance goes with about only"),
        ("at_least: 95", "aim: improve", 5, "allowed: 'increase', 'decrease'"),
        ("at_least: 95", "aim: increase\n    amount: 10", 4, "amount and relative_to go together"),
        ("at_least: 95", "aim: increase\n    amount: 0\n    relative_to: {zh: 甲, en: A}", 6, "> 0"),
        ("by: 2030", "by: 2030年", 6, "'2030年': a year of four digits from 1949 to 2100"),
        ("by: 2030", 'by: "2030"', 6, "'2030': a year of four digits from 1949 to 2100"),
        ("by: 2030", "by: 2030.5", 6, "'2030.5': a year of four digits from 1949 to 2100"),
        ("by: 2030", "by: 203", 6, "a year of four digits from 1949 to 2100"),
        ("by: 2030", "by: 20300", 6, "a year of four digits from 1949 to 2100"),
        ("by: 2030", "by: false", 6, "'False': a year of four digits from 1949 to 2100"),
        ("indicator: rate", "indicator: Rate", 4, "only lower-case letters"),
        ("indicator: rate", "indicator: ../rate", 4, "only lower-case letters"),
        ("indicator: rate", "indicator: con", 4, "Windows keeps for a device"),
        ("indicator: rate", "indicator: " + "a" * 64, 4, "at most 63"),
        ("indicator: rate", "theme: reading", 4, "a theme needs a text"),
        ("indicator: rate", "text: {zh: 甲, en: A}", 4, "give exactly one of: indicator, theme"),
        ('"2"', "2", 1, "'2': text is expected; quote a number"),
        ('"2"', '"2 "', 1, "the number as printed is expected"),
        ('"2"', '"<b>"', 1, "the number as printed is expected"),
        ('"2"', '"../2"', 1, "the number as printed is expected"),
        ('"2"', '""', 1, "the number as printed is expected"),
        ("{zh: 甲, en: A}", "{zh: 甲}", 2, "title.en: the field is missing"),
        ("{zh: 甲, en: A}", "{en: A}", 2, "title.zh: the field is missing"),
        ("{zh: 甲, en: A}", '{zh: 甲, en: " "}', 2, "title.en ' ': may not be empty"),
        ("{zh: 甲, en: A}", "{zh: 甲, en: 95}", 2, "title.en '95': text is expected"),
        ("{zh: 甲, en: A}", "{zh: 甲, en: A, fr: B}", 2, "title.fr 'B': there is no such field"),
        ("{zh: 甲, en: A}", "甲", 2, "title '甲': a mapping is expected"),
        ("{zh: 甲, en: A}", "[甲, A]", 2, "title: a mapping is expected"),
    ],
)  # fmt: skip
def test_a_fault_is_named_once_at_its_line(old: str, new: str, line: int, said: str) -> None:
    assert old in CLAUSE
    problem = fault(CLAUSE.replace(old, new, 1))
    assert problem.startswith(f"plans/x.yml:{line}: 错误 error: ")
    assert said in problem


def test_every_message_has_chinese_and_english() -> None:
    zh, _, en = fault(CLAUSE.replace("95", "95%")).partition(" | ")
    assert "应为数字" in zh
    assert "a plain number" in en


def test_a_fault_in_a_later_milestone_has_its_own_line() -> None:
    text = CLAUSE + "    then:\n      - at_least: 96\n        by: 2031\n      - at_least: x\n"
    assert fault(text).startswith("plans/x.yml:10: ")


def test_a_fault_in_a_milestone_given_alone_has_its_own_line() -> None:
    text = CLAUSE + "    then:\n      at_least: 96\n      by: x\n"
    assert fault(text).startswith("plans/x.yml:9: ")


def test_all_faults_of_an_entry_are_reported() -> None:
    text = CLAUSE.replace("95", "95%").replace("2030", "x").replace("rate", "Rate")
    _, problems = validated(ClauseRecord, parse_yaml(text, "x"), "plans/x.yml")
    assert sorted(one.origin.line for one in problems) == [4, 5, 6]


@pytest.mark.parametrize("written", ["text", "5", "[a, b]", "true", "[[[]]]"])
def test_anything_but_a_mapping_is_refused(written: str) -> None:
    assert "a mapping is expected" in fault(written)


@pytest.mark.parametrize("written", ["5", "text", "true", "[5]", "{a: 5}", "[[5]]", "null"])
@pytest.mark.parametrize("field", list(PlanRecord.model_fields))
def test_a_value_of_another_type_never_ends_in_a_traceback(field: str, written: str) -> None:
    value, problems = validated(
        PlanRecord, parse_yaml(f"{field}: {written}", "x"), "plans/plan.yml"
    )
    assert value is None
    assert all(" | " in str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("series.yml", "{id: play,", "{id: Play,", "only lower-case letters"),
        ("units.yml", "{id: m2, name: {zh: 平方米, en: square metres}",
         "{id: m2, name: {zh: 平方米}", "name.en: the field is missing"),
        ("bodies.yml", "aliases: [政府, 县政府, 市政府]", "aliases: 政府", "a list is expected"),
        ("glossary.yml", "id: two-cancers", "idd: two-cancers", "did you mean id?"),
        ("jurisdictions.yml", "tier: county", "tier: village", "allowed: 'nation', 'province'"),
        ("jurisdictions.yml", "code: xc,", "code: 440000,", "text is expected; quote"),
        ("jurisdictions.yml", 'date: "2026"', "date: 2026", "text is expected; quote"),
        ("indicators/health.yml", "better: lower", "better: less", "allowed: 'higher', 'lower'"),
        ("indicators/health.yml", "decimals: 1", "decimals: one", "a whole number is expected"),
        ("indicators/health.yml", "limits: [0, 100000]", "limits: 0-100000", "a list is expected"),
        ("qinglan/sources.yml", "citable: true", "citable: no", "true or false is expected"),
        ("qinglan/sources.yml", "citable: true", "citable: 1", "true or false is expected"),
        ("qinglan/sources.yml", "evidence: A", "evidence: D", "allowed: 'A', 'B' or 'C'"),
        ("qinglan/sources.yml", 'date: "2021-12"', 'date: "12/2021"', "a year, month or day"),
        ("qinglan/sources.yml", 'date: "2021-12"', 'date: "2021-13"', "a year, month or day"),
        ("qinglan/sources.yml", "url: https:", "url: javascript:", "beginning with https://"),
        ("qinglan/sources.yml", "url: https:", "url: data:", "beginning with https://"),
        ("qinglan/sources.yml", "url: https://", "url: //", "beginning with https://"),
        ("qinglan/sources.yml", "url: https://plans", "url: https://me@plans", "beginning with https://"),
        ("site.yml", 'as_of: "2026-11-21"', "as_of: yesterday", "a date like 2025-12-31"),
        ("site.yml", 'as_of: "2026-11-21"', "as_of: 2026-11", "a date like 2025-12-31"),
        ("site.yml", 'as_of: "2026-11-21"', "as_of: 20261121", "a date like 2025-12-31"),
        ("site.yml", 'as_of: "2026-11-21"', 'as_of: "2026-02-30"', "a date like 2025-12-31"),
        ("site.yml", "edit_base: https:", "edit_base: javascript:", "beginning with https://"),
        ("qinglan/women-2021-2030/plan.yml", "[2021, 2030]", "[2030, 2021]", "years must be in order"),
        ("qinglan/women-2021-2030/plan.yml", "[2021, 2030]", "2021-2030", "a list is expected"),
        ("qinglan/women-2021-2030/plan.yml", "in-force", "active", "allowed: 'draft', 'in-force'"),
        ("qinglan/women-2021-2030/plan.yml", '"2021-12"', '"Dec 2021"', "a year, month or day"),
        ("qinglan/women-2021-2030/plan.yml", "{plan: y", "{plan: x, title: {zh: 甲, en: A}}\n  - {plan: y",
         "give exactly one of: plan, title"),
    ],
)  # fmt: skip
def test_a_fault_in_a_shared_file_is_one_problem_at_its_line(
    sources: Sources, name: str, old: str, new: str, said: str
) -> None:
    line = sources.replace(name, old, new)
    problem = sources.problem()
    assert problem.startswith(f"{name}:{line}: 错误 error: ")
    assert said in problem
