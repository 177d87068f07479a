"""Invented places, from a nation down to counties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PER_CITY, PER_PROVINCE = 10, 10
"""Counties of a city and cities of a province."""

# Words of our own; two of each kind make a name, so that no real place has it.
HEADS = ("云", "星", "雾", "松", "霜", "鹭", "藤", "苔", "萤", "砚")
TAILS = ("汀", "墟", "笺", "帆", "灯", "屿", "砾", "梭", "弦", "栖")
SOUNDS = ("Yun", "Xing", "Wu", "Song", "Shuang", "Lu", "Teng", "Tai", "Ying", "Yan")
ENDS = ("ting", "xu", "jian", "fan", "deng", "yu", "li", "suo", "xian", "qi")


@dataclass(frozen=True)
class Place:
    """An invented place."""

    slug: str
    zh: str
    en: str
    tier: str
    parent: str

    @property
    def plan(self) -> str:
        """Path of its plan."""
        return f"{self.slug}/women-2021-2030"

    @property
    def source(self) -> str:
        """Id of its only source."""
        return self.slug.replace("/", "-")


def invented_places() -> Iterator[Place]:
    """Yield a nation, then province by province its cities and their counties."""
    yield Place("nation", "云笺国", "Yunjian", "nation", "")
    for province in range(1000):
        top = _place(f"p{province}", province, ("省", " Province"), "province", "nation")
        yield top
        for city in range(PER_PROVINCE):
            middle = _place(
                f"{top.slug}/c{city}", city, ("市", " City"), "prefecture-city", top.slug
            )
            yield middle
            for county in range(PER_CITY):
                yield _place(
                    f"{middle.slug}/k{county}", county, ("县", " County"), "county", middle.slug
                )


def _place(slug: str, index: int, ends: tuple[str, str], tier: str, parent: str) -> Place:
    shift = sum(map(ord, slug))
    head, tail = (index + shift) % len(HEADS), shift % len(TAILS)
    zh, en = HEADS[head] + TAILS[tail], SOUNDS[head] + ENDS[tail]
    return Place(slug, zh + ends[0], en + ends[1], tier, parent)
