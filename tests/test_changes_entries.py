"""What of two texts of one file is compared: the entries that are not the same in both."""

from __future__ import annotations

from plansite.changes.entries import differing


def test_only_entries_that_differ_in_text_or_place_are_compared() -> None:
    old = "# 说明\n- a: 1\n  b:\n    - x\n- c: |\n    - y\n- d: 4\n"
    new = "- a: 1\n  b:\n    - x\n- n: 0\n- d: 4\n"
    assert differing(old, new) == (
        ((2, "- c: |\n    - y\n"),),
        ((2, "- n: 0\n"),),
    )
    assert differing("- a: 1\n- b: 2\n", "- b: 2\n") == (
        ((1, "- a: 1\n"), (2, "- b: 2\n")),
        ((1, "- b: 2\n"),),
    )
    assert differing("  - a: 1\n  - b: 2\n", "  - a: 1\n  - b: 3\n")[1] == ((2, "  - b: 3\n"),)
    assert differing("a: 1\n", "a: 2\n") == (((1, "a: 1\n"),), ((1, "a: 2\n"),))
