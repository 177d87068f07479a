"""Passages of an official text: words that have changed, clauses without one, the lock."""

from __future__ import annotations

from typing import Any

import lock_official
import pytest
from issued import OFFICIAL as PATH
from issued import pages

TEXT, LOCK = f"{PATH}/official.zh.md", f"{PATH}/official.lock.yml"


def test_anchors_survive_edits_elsewhere(issued: Any) -> None:
    before = pages(issued.load(), "zh")["official"][1].xpath("//@id")
    issued.replace(TEXT, "为促进妇女事业发展", "## 序 言\n\n为促进\n\n妇女事业发展")
    after = pages(issued.load(), "zh")["official"][1].xpath("//@id")
    assert [one for one in after if one in before] == before
    assert len(after) == len(before) + 1


def test_a_passage_whose_words_have_changed_is_named_with_its_line(issued: Any) -> None:
    line = issued.replace(TEXT, "转诊网络。", "转诊与救治网络。")
    problem = issued.problem()
    assert problem.startswith(f"{TEXT}:{line}: 警告 warning: ")
    assert "passage health-m1 has changed since it was recorded; read it again" in problem


def test_white_space_and_page_numbers_are_no_change(issued: Any) -> None:
    issued.replace(TEXT, "转诊网络。", "转 诊网络。*12*{ .page }")
    assert issued.problems() == []


def test_renewing_the_lock_settles_a_change(issued: Any, capsys: Any) -> None:
    issued.replace(TEXT, "转诊网络。", "转诊与救治网络。")
    issued.replace(TEXT, "流动筛查车。", "流动筛查。")
    root = ["--root", str(issued.root)]
    assert lock_official.main([PATH, "health-m2", *root]) == 0
    assert "passage health-m1 has changed" in issued.problem()
    assert lock_official.main([PATH, *root]) == 0
    assert "改动 changed: health-m1\n" in capsys.readouterr().out
    assert issued.problems() == []


def test_only_what_is_there_can_be_locked(issued: Any, capsys: Any) -> None:
    root = ["--root", str(issued.root)]
    assert lock_official.main([PATH, "health-m99", *root]) == 1
    assert lock_official.main(["yunting/women-2021-2030", *root]) == 1
    said = capsys.readouterr().err
    assert "there is no passage health-m99" in said
    assert "plans/yunting/women-2021-2030: " in said and "there is no official.zh.md" in said


def test_a_clause_without_a_passage_is_named_where_it_is_recorded(issued: Any) -> None:
    line = issued.append(
        f"{PATH}/measures/health.yml",
        '- number: "3"\n  title: {zh: 心理援助, en: Mental health aid}\n',
    )
    problem = issued.problem()
    assert problem.startswith(f"{PATH}/measures/health.yml:{line}: 警告 warning: ")
    assert "the official text has no passage health-m3" in problem


def test_a_passage_without_a_record_is_named_where_it_stands(issued: Any) -> None:
    line = issued.append(TEXT, "\n3.心理援助。\n{: #health-m3 }\n")
    found = issued.problems()
    assert all(one.startswith(f"{TEXT}:{line + 1}: 警告 warning: ") for one in found)
    assert [one.split(" | ")[1] for one in found] == [
        "passage health-m3 is new since the text was recorded; read it and renew the lock with scripts/lock_official.py",
        "passage health-m3 has no record; record it, or correct the anchor",
    ]


def test_a_passage_that_is_gone_is_named_in_the_lock(issued: Any) -> None:
    issued.replace(TEXT, "{: #health-m2 }\n", "")
    line = 1 + (issued / LOCK).read_text().split("\n").index(
        next(one for one in (issued / LOCK).read_text().split("\n") if "health-m2:" in one)
    )
    found = issued.problems()
    gone = [one for one in found if "is gone from the official text" in one]
    assert [one.partition(" ")[0] for one in gone] == [f"{LOCK}:{line}:"]
    assert any("the official text has no passage health-m2" in one for one in found)


def test_an_anchor_that_stands_twice_is_named_and_printed_once(issued: Any) -> None:
    issued.append(TEXT, "\n附。\n{: #health-m2 }\n")
    assert any("the anchor health-m2 stands twice" in one for one in issued.problems())
    ids = pages(issued.load(), "zh")["official"][1].xpath("//@id")
    assert ids.count("health-m2") == 1


def test_a_text_without_a_lock_or_anchors_says_what_to_run(issued: Any) -> None:
    (issued / LOCK).unlink()
    assert "run scripts/lock_official.py" in issued.problem()
    issued.write(TEXT, "没有锚点。\n")
    assert "import the document with scripts/import_document.py" in issued.problem()


@pytest.mark.parametrize("text", ["[]\n", "health-t1: 12\n", "- x\n"])
def test_a_lock_of_another_form_is_an_error(issued: Any, text: str) -> None:
    issued.write(LOCK, text)
    assert any(one.startswith(f"{LOCK}:1: 错误 error: ") for one in issued.problems())


def test_a_lock_alone_needs_no_text(issued: Any) -> None:
    (issued / TEXT).unlink()
    assert issued.problems() == []
