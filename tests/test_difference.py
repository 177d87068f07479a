"""Two wordings of one text: which words went, which came, and how much of the rest is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plansite.changes.change import Kind
from plansite.records.base import Lang
from plansite.views.difference import CONTEXT, LONGEST, field_name, pieces


def marked(before: str, after: str) -> str:
    """Return a difference as a line: [-gone-]{+new+}."""
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[kind].format(text) for kind, text in pieces(before, after))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("Posts help older and disabled women.", "Posts help older and poor women too.", "Posts help older and [-disabled-]{+poor+} women{+ too+}."),
        ("区政府将经费列入财政预算", "区政府把经费列入预算", "区政府[-将-]{+把+}经费列入[-财政-]预算"),
        ("at least 95.3% by 2025", "at least 95.5% by 2025", "at least [-95.3-]{+95.5+}% by 2025"),
        ("80", "85", "[-80-]{+85+}"),
        ("", "new words", "{+new words+}"),
        ("one thing", "quite another matter", "[-one thing-]{+quite another matter+}"),
    ],
)  # fmt: skip
def test_words_that_changed_are_marked_one_by_one(before: str, after: str, line: str) -> None:
    assert marked(before, after) == line


def test_a_change_at_the_end_of_a_long_text_is_shown_and_the_rest_is_not() -> None:
    long = "The plan is carried out by all bodies named in it. " * 20
    line = marked(f"{long}The old end.", f"{long}The new end.")
    assert line.startswith("…") and line.endswith("The [-old-]{+new+} end.")
    assert len(line) < CONTEXT + 40


def test_texts_with_nothing_in_common_are_cut() -> None:
    gone, new = pieces("甲" * 900, "乙" * 900)
    assert len(gone.text) == len(new.text) == LONGEST + 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_short_texts_are_there_whole(before: str, after: str) -> None:
    found = [one for one in pieces(before, after) if "…" not in one.text]
    whole = pieces(before, after)
    if len(found) == len(whole) and before != after:
        assert "".join(one.text for one in whole if one.kind != "new") == before
        assert "".join(one.text for one in whole if one.kind != "gone") == after


@pytest.mark.parametrize(
    ("kind", "field", "lang", "name"),
    [
        (Kind.CLAUSE_CHANGED, "summary.en", "zh", "概述（英文）"),
        (Kind.CLAUSE_CHANGED, "summary.en", "en", "Summary (English)"),
        (Kind.PLAN_CHANGED, "laws.4.zh", "zh", "法律法规（中文）"),
        (Kind.TARGET_CHANGED, "not_a_field", "en", "not_a_field"),
    ],
)
def test_a_field_is_named_in_words(kind: Kind, field: str, lang: Lang, name: str) -> None:
    assert field_name(kind, field, lang) == name
