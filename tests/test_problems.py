"""Problems: how a finding is printed, and how it marks a line in a pull request."""

from __future__ import annotations

from plansite.problems import Origin, Problem, SourceError, errors

HERE = Origin("plans/a.yml", 3)


def test_a_problem_names_file_line_and_both_languages() -> None:
    assert str(Problem(HERE, "错了", "wrong")) == "plans/a.yml:3: 错误 error: 错了 | wrong"


def test_a_warning_says_so() -> None:
    assert "警告 warning" in str(Problem(HERE, "甲", "a", "warning"))


def test_an_annotation_marks_the_line() -> None:
    said = Problem(HERE, "错了", "wrong").annotation()
    assert said == ("::error file=plans/a.yml,line=3,title=请改正 Please correct::错了 | wrong")


def test_text_from_a_source_can_not_issue_a_workflow_command() -> None:
    said = Problem(HERE, "x\r\n::set-env name=A::b", "100%").annotation()
    assert "\n" not in said
    assert said.endswith("x%0D%0A::set-env name=A::b | 100%25")


def test_a_path_can_not_add_a_property() -> None:
    said = Problem(Origin("a,line=1::x", 2), "甲", "a").annotation()
    assert said.startswith("::error file=a%2Cline=1%3A%3Ax,line=2,title=")


def test_problems_come_in_order_of_place_and_once() -> None:
    late, early = Problem(Origin("b", 1), "甲", "a"), Problem(Origin("a", 9), "甲", "a")
    assert SourceError([late, early, late]).problems == (early, late)


def test_warnings_are_no_errors() -> None:
    warning, error = Problem(HERE, "甲", "a", "warning"), Problem(HERE, "甲", "a")
    assert errors([warning, error]) == [error]


def test_a_field_stands_at_its_own_line_and_is_the_same_place_otherwise() -> None:
    record = Origin("plans/a.yml", 3, {"unit": 5})
    assert record.at("unit") == Origin("plans/a.yml", 5)
    assert record.at("name") == record == HERE
    assert hash(record) == hash(HERE)
