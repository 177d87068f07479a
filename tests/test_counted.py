"""Words that depend on their number."""

from __future__ import annotations

import pytest
from plansite.counted import filled

TEXT = "{clauses} {clauses:clause|clauses} of {plans} {plans:plan|plans}, {share:.0f}%"


@pytest.mark.parametrize(
    ("clauses", "plans", "said"),
    [
        (1, 1, "1 clause of 1 plan, 7%"),
        (2, 1, "2 clauses of 1 plan, 7%"),
        (0, 12, "0 clauses of 12 plans, 7%"),
    ],
)
def test_a_word_follows_its_number(clauses: int, plans: int, said: str) -> None:
    assert filled(TEXT, {"clauses": clauses, "plans": plans, "share": 7.2}) == said


def test_a_text_without_places_stays_as_it_is() -> None:
    assert filled("a | b", {}) == "a | b"
