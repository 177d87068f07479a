"""What search finds against a plain scan of the built pages: nothing missing, nothing wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from arriving import arrive
from playwright.sync_api import Browser, Page, expect

from search.conftest import Server
from search.scan import folded, plain_texts

FIND = """async ([folder, queries]) => {
  const engine = plansiteSearch(new URL(folder, location));
  const answers = [];
  for (const query of queries) {
    const parts = await engine.parse(query);
    const numbers = await engine.candidates(parts);
    const found = [];
    for (const number of numbers) {
      const page = await engine.pageOf(number);
      const hit = engine.inspect(page, parts, "");
      if (hit) found.push([page.url, hit.also, hit.hits.map((one) => one.anchor)]);
    }
    answers.push([found, engine.isExact(parts, (await engine.load()).mode) ? numbers.length : -1]);
  }
  return answers;
}"""
"""The engine of the box in the page itself: what it finds, by which name, and what it promised."""


@pytest.fixture(scope="module")
def chinese(plans_site: Path) -> dict[str, str]:
    return plain_texts(plans_site, plans_site / "en")


@pytest.fixture(scope="module")
def english(plans_site: Path) -> dict[str, str]:
    return plain_texts(plans_site / "en")


@pytest.fixture
def reader(browser: Browser, plans_site: Path, serve: Callable[..., Server]) -> Iterator[Page]:
    server = serve(plans_site)
    page = browser.new_page()
    arrive(page, server.address + "about/")
    yield page
    page.close()


def lines_of(texts: dict[str, str]) -> list[str]:
    """Return the lines long enough to have a middle, in a fixed order."""
    return sorted({line for text in texts.values() for line in text.splitlines() if len(line) > 11})


def chinese_queries(texts: dict[str, str], count: int) -> list[str]:
    """Return stretches of one to nine characters from the middle of lines, as they are printed."""
    drawn = random.Random(20260101)
    lines, queries = lines_of(texts), []
    while len(queries) < count:
        line = drawn.choice(lines)
        size = drawn.choice((1, 2, 2, 3, 3, 4, 5, 7, 9))
        start = drawn.randrange(1, len(line) - size)
        text = line[start : start + size]
        if re.search(r"\w", text) and not re.search(r'[\s_"“”]', text):
            queries.append(text)
    return queries


def english_words(texts: dict[str, str], count: int, size: int) -> list[tuple[str, ...]]:
    """Return words that stand next to each other in the middle of lines."""
    drawn = random.Random(20260102)
    lines, queries = lines_of(texts), []
    while len(queries) < count:
        line = drawn.choice(lines)
        words = list(re.finditer(r"[A-Za-z0-9]+", line))
        if len(words) > size + 2:
            start = drawn.randrange(1, len(words) - size)
            chosen = words[start : start + size]
            if not re.search(
                r"\d\.\d", line[chosen[0].start() : chosen[-1].end()]
            ):  # one word, not two
                queries.append(tuple(one[0] for one in chosen))
    return queries


def scan(texts: dict[str, str], *patterns: str) -> set[str]:
    """Return the addresses of the pages that hold every pattern."""
    read = [re.compile(one) for one in patterns]
    return {
        address
        for address, text in texts.items()
        if all(one.search(folded_once(text)) for one in read)
    }


@cache
def folded_once(text: str) -> str:
    """Return the folded text of a page; each is folded once."""
    return folded(text)


def stretch(text: str) -> str:
    """Return the pattern of a part of a sentence, but not of the end of a number or a Latin word."""
    known = folded(text)
    before = (
        r"(?<!\d)(?<!\d[.,])" if known[0].isdigit() else "(?<![a-z])" if known[0].isascii() else ""
    )
    return (before if known[0].isalnum() else "") + re.escape(known)


def whole(*words: str) -> str:
    """Return the pattern of whole words in a row, within a line."""
    joined = r"(?:[^\w\n]|_)+".join(word.lower() for word in words)
    return rf"(?<![a-z0-9]){joined}(?![a-z0-9])"


def compare(
    reader: Page, folder: str, queries: list[str], truths: list[set[str]], texts: dict[str, str]
) -> None:
    """Ask every query in the browser and compare the pages with those of the scan."""
    answers: list[Any] = reader.evaluate(FIND, [folder, queries])
    for query, truth, (found, promised) in zip(queries, truths, answers, strict=True):
        typed = {url for url, also, _ in found if not also}
        assert typed == truth, f"{query!r}: missing {truth - typed}, wrong {typed - truth}"
        assert promised in {-1, len(found)}, f"{query!r}: {promised} promised, {len(found)} found"
        for url, also, _ in found:
            assert all(folded(name) in folded(texts[url]) for name in also), (query, url, also)


def test_any_part_of_a_chinese_sentence_is_found_and_nothing_else(
    reader: Page, chinese: dict[str, str]
) -> None:
    queries = chinese_queries(chinese, 250)
    truths = [scan(chinese, stretch(query)) for query in queries]
    assert sum(map(bool, truths)) > 200  # the others are the end of a number
    compare(reader, "../search/", queries, truths, chinese)


def test_several_chinese_words_must_all_stand_on_the_page(
    reader: Page, chinese: dict[str, str]
) -> None:
    parts = [one for one in chinese_queries(chinese, 200) if len(one) > 1]
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    truths = [scan(chinese, *map(stretch, pair)) for pair in pairs]
    compare(reader, "../search/", [" ".join(pair) for pair in pairs], truths, chinese)


def test_english_words_are_found_whole(reader: Page, english: dict[str, str]) -> None:
    queries = english_words(english, 120, 1)
    truths = [scan(english, whole(*query)) for query in queries]
    assert all(truths)
    compare(reader, "../en/search/", [query[0] for query in queries], truths, english)


def test_english_words_in_quotation_marks_are_a_phrase(
    reader: Page, english: dict[str, str]
) -> None:
    queries = english_words(english, 80, 2) + english_words(english, 80, 4)
    truths = [scan(english, whole(*query)) for query in queries]
    assert all(truths)
    phrases = [f'"{" ".join(query)}"' for query in queries]
    compare(reader, "../en/search/", phrases, truths, english)


def test_english_words_without_quotation_marks_must_all_stand_on_the_page(
    reader: Page, english: dict[str, str]
) -> None:
    queries = english_words(english, 120, 3)
    truths = [scan(english, *map(whole, query)) for query in queries]
    compare(reader, "../en/search/", [" ".join(query) for query in queries], truths, english)


def test_the_box_shows_every_page_that_the_scan_finds(
    reader: Page, chinese: dict[str, str]
) -> None:
    for query in chinese_queries(chinese, 8):
        reader.fill(".md-search__input", query)
        done = reader.locator('.md-search-result__list[aria-busy="false"]')
        expect(done).to_be_attached()
        more = reader.locator(".ps-search-more")
        while more.count():
            more.click()
            expect(done).to_be_attached()
        direct = reader.locator(".ps-hit:not(:has(.ps-hit__also)) > a")
        hrefs = direct.evaluate_all("links => links.map((link) => link.pathname)")
        found = {href.removeprefix("/portal/") for href in hrefs}
        assert found == scan(chinese, stretch(query)), query


def test_results_land_on_places_that_exist(
    reader: Page, plans_site: Path, chinese: dict[str, str]
) -> None:
    queries = chinese_queries(chinese, 40)
    for found, _ in reader.evaluate(FIND, ["../search/", queries]):
        for url, _, anchors in found:
            html = (plans_site / url / "index.html").read_text(encoding="utf-8")
            assert all(f'id="{anchor}"' in html for anchor in anchors if anchor), (url, anchors)
