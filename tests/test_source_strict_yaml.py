"""Strict YAML: plain data, exact numbers, a line for everything."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.problems import SourceError
from plansite.source.strict_yaml import MAX_DIGITS, line_of, parse_yaml, scalar


def problems(text: str) -> list[str]:
    with pytest.raises(SourceError) as caught:
        parse_yaml(text, "x.yml")
    return [str(problem) for problem in caught.value.problems]


# What scalars mean


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("010203", "010203"),
        ("00", "00"),
        ("2026-01-01", "2026-01-01"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("５", "５"),
        (".5", ".5"),
        ("5.", "5."),
        ('"95"', "95"),
        ("'~'", "~"),
        ("''", ""),
    ],
)
def test_text_stays_text(written: str, read: str) -> None:
    assert parse_yaml(f"a: {written}", "x.yml") == {"a": read}


@pytest.mark.parametrize("digits", ["0", "95", "14.0", "99.50", "-3.2", "+7", "0.001"])
def test_a_number_keeps_its_digits(digits: str) -> None:
    value = parse_yaml(f"a: {digits}", "x.yml")["a"]
    assert isinstance(value, Decimal)
    assert str(value) == digits.removeprefix("+")


@pytest.mark.parametrize(
    ("written", "read"),
    [("true", True), ("True", True), ("FALSE", False), ("null", None), ("~", None), ("", None)],
)
def test_constants_are_those_of_yaml_1_2(written: str, read: bool | None) -> None:
    assert parse_yaml(f"a: {written}", "x.yml")["a"] is read


def test_a_block_text_is_never_a_number() -> None:
    assert parse_yaml("a: |\n  95\n", "x.yml") == {"a": "95\n"}


def test_an_empty_document_is_nothing() -> None:
    assert parse_yaml("# only a comment\n", "x.yml") is None


# What is refused


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: &x 1\nb: *x", 2, "the alias *x is not allowed"),
        ("a: &x 1\n", 1, "the anchor &x is not allowed"),
        ("a: 1\nb: !!python/object:os.system x", 2, "the tag tag:yaml.org,2002:python"),
        ("a: !!str 1", 1, "the tag tag:yaml.org,2002:str is not allowed"),
        ("a: ! 95", 1, "the tag ! is not allowed"),
        ("a: !mine {b: 1}", 1, "the tag !mine is not allowed"),
        ("a: 1\n<<: {b: 2}", 2, "the merge key << is not allowed"),
        ("a: 1\nb: 2\na: 3", 3, "the key 'a' stands twice"),
        ("a: 1\n---\nb: 2", 2, "one file holds one YAML document"),
        ("a: 1\n? [b]\n: 2", 2, "a key must be plain text"),
        ("a: 1\n\tb: 2", 2, "indented with a tab"),
        ("a: [1, 2", 1, "a bracket is opened and not closed; add ]"),
        ("a: b: c", 1, "put the whole text between quotes"),
        ("a: 1\nb: " + "9" * 999, 2, f"has 999 digits, at most {MAX_DIGITS}"),
    ],
)
def test_more_than_plain_data_is_refused_at_its_line(text: str, line: int, said: str) -> None:
    assert any(one.startswith(f"x.yml:{line}: ") and said in one for one in problems(text))


def test_a_number_of_the_most_digits_is_allowed() -> None:
    assert parse_yaml("9" * MAX_DIGITS, "x.yml") == Decimal("9" * MAX_DIGITS)


def test_nesting_is_allowed_up_to_twenty_levels() -> None:
    parse_yaml("[" * 20 + "]" * 20, "x.yml")
    assert "nested deeper than 20" in problems("[" * 21 + "]" * 21)[0]


def test_a_hundred_thousand_brackets_are_refused_quickly() -> None:
    assert "nested deeper" in problems("[" * 100_000)[0]


def test_an_alias_bomb_is_refused_without_being_expanded() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    found = problems("\n".join(rows))
    assert len(found) == 9 + 8  # one an anchor, and as aliases of a line say the same, one a line


def test_all_problems_of_a_file_are_reported_at_once() -> None:
    found = problems("a: &x 1\nb: !t 2\nb: 3\n")
    assert [one.split(":")[1] for one in found] == ["1", "2", "3"]


# Lines


DOCUMENT = """\
name: {zh: 甲,
       en: A}
items:
  - one
  - deep:
      value: 5
then: {by: 2030}
"""


@pytest.mark.parametrize(
    ("location", "line"),
    [
        ((), 1),
        (("name",), 1),
        (("name", "en"), 2),
        (("items", 0), 4),
        (("items", 1, "deep", "value"), 6),
        (("items", 1, "deep", "missing"), 5),
        (("items", 7), 3),
        (("then", 0, "by"), 7),
    ],
)
def test_every_value_knows_its_line(location: tuple[int | str, ...], line: int) -> None:
    assert line_of(parse_yaml(DOCUMENT, "x.yml"), location) == line


def test_an_entry_alone_where_a_list_may_stand_has_its_own_line() -> None:
    value = parse_yaml("then:\n  by: 2030\n", "x.yml")
    assert line_of(value, ("then",)) == 1
    assert line_of(value, ("then", 0)) == 2


# Anything at all


@given(st.text())
def test_any_text_gives_data_or_problems(text: str) -> None:
    try:
        parse_yaml(text, "x.yml")
    except SourceError as error:
        assert error.problems


PLAIN = st.recursive(
    st.one_of(st.booleans(), st.none(), st.integers(-(10**9), 10**9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.from_regex("[a-z]{1,6}", fullmatch=True), inner, max_size=4),
    ),
    max_leaves=20,
)


def _flow(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {_flow(part)}' for key, part in value.items()) + "}"
    return (
        {None: "null", True: "true", False: "false"}.get(value, str(value))
        if isinstance(value, (bool, type(None)))
        else str(value)
    )


@given(PLAIN)
def test_plain_data_is_read_as_written(value: Any) -> None:
    assert parse_yaml(f"- {_flow(value)}", "x.yml") == [value]


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6, places=3
    )
)
def test_a_decimal_is_read_to_the_digit(value: Decimal) -> None:
    assert str(scalar(f"{value:f}")) == f"{value:f}"
