"""Lists that grow with the number of plans: one page while short, else a page for each part.

A row has a way, e.g. domain, province, city. While the rows below a point of the ways are few
they stand on one page; otherwise that page lists the parts one step further, each with a page of
its own. No page then holds more than the rows of one place, or the limit, and addresses are made
of ids: growth adds pages and takes none away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Generic, TypeVar

from plansite.edition import Edition
from plansite.pages import Heading, Link, Page
from plansite.records.catalogue import Jurisdiction

Row = TypeVar("Row")


@dataclass(frozen=True)
class Step:
    """One step of a row's way."""

    key: str
    """What the address says; unique below the step before."""
    name: str
    anchor: str = ""
    """Id that its entries have on the page of the whole list: links to it lead to the link on."""


@dataclass(frozen=True)
class Part(Generic[Row]):
    """The rows below one point, in their order."""

    address: str
    steps: tuple[Step, ...]
    """The way to here; empty for the whole list."""
    rows: tuple[Row, ...]
    own: tuple[Row, ...]
    """Rows that the part's page lists: all of them, or those that no part below holds."""
    parts: tuple[Part[Row], ...] = ()

    def walk(self) -> Iterator[Part[Row]]:
        """Yield this part and all below it."""
        yield self
        for one in self.parts:
            yield from one.walk()


def split(
    address: str,
    rows: Iterable[Row],
    way: Callable[[Row], tuple[Step, ...]],
    most: int,
    size: Callable[[Row], int] = lambda _: 1,
    steps: tuple[Step, ...] = (),
) -> Part[Row]:
    """Return the rows as parts; `size` says how much of a page a row takes, `most` is a page's.

    With `steps` the whole is itself a part of something: all ways begin with them.
    """
    ways = [(row, way(row)) for row in rows]
    return _part(address, steps, ways, most, size)


def split_by_place(
    edition: Edition,
    address: str,
    rows: Iterable[Row],
    place: Callable[[Row], str],
    most: int,
    size: Callable[[Row], int] = lambda _: 1,
    steps: tuple[Step, ...] = (),
) -> Part[Row]:
    """Return the rows as parts by place; `place` gives the slug of a row's, empty for none."""
    ways = cache(partial(place_way, edition))

    def way(row: Row) -> tuple[Step, ...]:
        slug = place(row)
        return (*steps, *ways(slug)) if slug else steps

    return split(address, rows, way, most, size, steps)


def _part(
    address: str,
    steps: tuple[Step, ...],
    ways: list[tuple[Row, tuple[Step, ...]]],
    most: int,
    size: Callable[[Row], int],
) -> Part[Row]:
    rows, depth = tuple(row for row, _ in ways), len(steps)
    if sum(map(size, rows)) <= most or all(len(way) == depth for _, way in ways):
        return Part(address, steps, rows, rows)
    own = tuple(row for row, way in ways if len(way) == depth)
    below: dict[str, list[tuple[Row, tuple[Step, ...]]]] = {}
    for row, way in ways:
        if len(way) > depth:
            below.setdefault(way[depth].key, []).append((row, way))
    parts = tuple(
        _part(f"{address}{key}/", found[0][1][: depth + 1], found, most, size)
        for key, found in below.items()
    )
    return Part(address, steps, rows, own, parts)


def place_way(edition: Edition, slug: str) -> tuple[Step, ...]:
    """Return the way from below the nation down to a place; none for the nation."""
    site = edition.site
    places = [*reversed(list(site.ancestors(slug))), site.jurisdictions[slug]]
    return tuple(
        Step(
            one.slug.removeprefix(f"{one.parent}/").replace("/", "-"),
            edition.name(one.name),
        )
        for one in places
        if one.parent
    )


def place_at(edition: Edition, slug: str, depth: int) -> Jurisdiction:
    """Return the place so many steps below the nation on the way down to a place."""
    site = edition.site
    return [*reversed(list(site.ancestors(slug))), site.jurisdictions[slug]][depth]


def part_page(
    edition: Edition,
    page: Page,
    part: Part[Row],
    count: Callable[[Row], int] = lambda _: 1,
) -> Page:
    """Return the page of a part, made from the page as it would be for the whole list.

    The page's view gets `split`: links to the parts below, each with the number of its entries
    and its anchor; they are the first of its headings.
    """
    links = tuple(
        (Link(last.name, one.address), sum(map(count, one.rows)), last.anchor)
        for one in part.parts
        for last in one.steps[-1:]
    )
    first = (Heading("parts", edition.word("parts")),) if links else ()
    filled = replace(page, view={**page.view, "split": links}, headings=(*first, *page.headings))
    if not part.steps:
        return filled
    names = [step.name for step in part.steps]
    return replace(
        filled,
        address=part.address,
        title=edition.word("part_title", title=page.title, part=" · ".join(names)),
        description=edition.word("part_title", title=page.description, part=" · ".join(names)),
        crumbs=_crumbs(page, part),
        search=False,  # the plans' and places' own pages say the same
        feed="",
    )


def _crumbs(page: Page, part: Part[Row]) -> tuple[Link, ...]:
    root = part.address
    for step in reversed(part.steps):
        root = root.removesuffix(f"{step.key}/")
    links, address = [*page.crumbs[:-1], Link(page.title, root)], root
    for step in part.steps:
        address += f"{step.key}/"
        links.append(Link(step.name, address))
    return tuple(links)
