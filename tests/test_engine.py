"""The templates' engine: escapes as Jinja does, and renders shared parts once."""

from __future__ import annotations

from typing import Any

import jinja2
import markupsafe
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plansite.engine import Environment, escape
from plansite.kept import Kept
from plansite.render import templates

PIECES = (
    "{{ x }}",
    "<a title=\"{{ x }}\" href='{{ x }}'>",
    "{% macro m(y) %}[{{ y }}]{% endmacro %}{{ m(x) }}{{ m(m(x)) }}",
    "{% macro m(y) %}{{ caller(y) }}{% endmacro %}{% call(z) m(x) %}{{ z }}{% endcall %}",
    "{{ x ~ '<b>' }}{{ '<i>' ~ x }}",
    "{{ [x, '<'] | join('&') }}",
    "{% set y %}{{ x }}{% endset %}{{ y }}",
    "{{ f(x) }}{{ f(x=x) }}",
    "{% for y in [x, x] %}{{ f(y) }}{{ loop.index }}{% endfor %}",
)


def _f(x: Any) -> str:
    return f"<{x}>"


@pytest.mark.parametrize("source", PIECES)
@settings(deadline=None)
@given(
    x=st.one_of(
        st.text("<>&'\"ab中 ", max_size=8),
        st.integers(),
        st.floats(allow_nan=False),
        st.none(),
        st.booleans(),
        st.text("<&b", max_size=4).map(markupsafe.Markup),
    )
)
def test_pages_come_out_as_jinja_itself_writes_them(source: str, x: Any) -> None:
    ours, theirs = [
        kind(autoescape=True, undefined=jinja2.StrictUndefined).from_string(source)
        for kind in (Environment, jinja2.Environment)
    ]
    assert ours.render(x=x, f=_f) == theirs.render(x=x, f=_f)


def test_an_object_that_writes_its_own_html_is_asked_for_it() -> None:
    class Own:
        def __html__(self) -> str:
            return "<hr>"

    assert escape(Own()) == "<hr>"
    assert escape(markupsafe.Markup("<b>")) == "<b>"
    assert escape("<b>") == "&lt;b&gt;"


def test_a_kept_part_is_made_once_for_pages_that_are_alike() -> None:
    environment = jinja2.Environment(extensions=[Kept])
    page = environment.from_string("{% kept 'menu', like %}{{ count() }}{% endkept %}")
    made: list[int] = []

    def count() -> int:
        made.append(1)
        return len(made)

    shown = [page.render(like=like, count=count) for like in ("..", "..", "../..", "..", None)]
    assert shown == ["1", "1", "2", "1", "3"]
    assert page.render(like=None, count=count) == "4"


def test_two_parts_of_a_page_are_kept_apart() -> None:
    environment = jinja2.Environment(extensions=[Kept])
    page = environment.from_string(
        "{% kept 'a', like %}A{{ x }}{% endkept %}{% kept 'b', like %}B{{ x }}{% endkept %}"
    )
    assert page.render(like=1, x="1") == "A1B1"
    assert page.render(like=1, x="2") == "A1B1"


def test_a_label_stands_in_a_template_as_it_is_written_and_each_language_has_its_own() -> None:
    source = "'\ue000x\ue001\" {{ 1 }}"
    one, other = (templates(words.__getitem__) for words in ({"x": "a'b\"c\\d<\\n"}, {"x": "乙"}))
    assert one.from_string(source).render() == "'a&#x27;b&quot;c\\d&lt;\\n\" 1"
    assert other.from_string(source).render() == "'乙\" 1"
