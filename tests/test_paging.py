"""The splitting of long lists: everything stands once, and growth takes no page away."""

from __future__ import annotations

from plansite.views.paging import Part, Step, split


def way(row: str) -> tuple[Step, ...]:
    """Return the way of a row that is written as its way and a letter: `a/b/x`."""
    return tuple(Step(one, one.upper()) for one in row.split("/")[:-1])


def addresses(part: Part[str]) -> dict[str, tuple[str, ...]]:
    return {one.address: one.own for one in part.walk()}


def test_a_short_list_stays_on_its_page() -> None:
    rows = ["x", "a/x", "b/c/x"]
    assert addresses(split("list/", rows, way, most=3)) == {"list/": tuple(rows)}


def test_a_long_list_has_a_page_for_each_part_and_keeps_what_belongs_to_none() -> None:
    rows = ["x", "a/x", "b/x", "a/y", "b/c/x"]
    assert addresses(split("list/", rows, way, most=2)) == {
        "list/": ("x",),
        "list/a/": ("a/x", "a/y"),
        "list/b/": ("b/x", "b/c/x"),
    }


def test_a_part_that_is_too_long_is_parted_again() -> None:
    rows = ["a/x", "a/b/x", "a/b/y", "a/c/x"]
    assert addresses(split("list/", rows, way, most=2)) == {
        "list/": (),
        "list/a/": ("a/x",),
        "list/a/b/": ("a/b/x", "a/b/y"),
        "list/a/c/": ("a/c/x",),
    }


def test_what_has_no_further_step_stays_together_however_long() -> None:
    rows = ["a/1", "a/2", "a/3"]
    assert addresses(split("list/", rows, way, most=1)) == {"list/": (), "list/a/": tuple(rows)}


def test_growth_takes_no_page_away() -> None:
    rows = [f"p{n % 3}/c{n % 7}/{n}" for n in range(60)]
    seen: set[str] = set()
    for count in range(1, len(rows)):
        now = set(addresses(split("list/", rows[:count], way, most=5)))
        assert seen <= now
        seen = now
