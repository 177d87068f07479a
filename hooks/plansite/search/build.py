"""From a finished site to its search files, one index for each language.

    <root>/search/index.json               which version, how many pages and files, words of the box
    <root>/search/<version>/terms/0.bin    postings and synonyms
    <root>/search/<version>/pages/0.bin    titles, addresses and passages of two pages
    <root>/search/<version>/facets.bin     what results can be narrowed by
    <root>/search/<version>/forms.bin      simplified characters for traditional ones

The .bin files are compressed JSON: small on every server, and the ending is one that every server
knows. The version is made of the content, so that a browser never mixes two builds.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from plansite.cut import cut
from plansite.edition import load_labels
from plansite.packing import packed
from plansite.records.base import Lang
from plansite.search.article import Article, read_article
from plansite.search.characters import traditional
from plansite.search.facets import KINDS, Facets
from plansite.search.shards import Postings
from plansite.search.terms import Mode

PAGES_PER_FILE = 2
MODES: dict[Lang, Mode] = {"zh": "characters", "en": "words"}
TITLE = re.compile(rb"<title>([^<]*)</title>")
KIND = re.compile(rb'<div hidden data-search[^>]* data-kind="([^"]*)"(?: data-rank="(\d+)")?')


def build_index(site_dir: Path) -> None:
    """Write the search files of a merged site: Chinese at its root, English under en/."""
    english = site_dir / "en"
    for lang, root in (("zh", site_dir), ("en", english)):
        if root.is_dir():
            build_language(root, "zh" if lang == "zh" else "en", [english] if lang == "zh" else [])


def build_language(
    root: Path,
    lang: Lang,
    without: Iterable[Path] = (),
    seen: Callable[[str, str], object] = lambda address, page: None,
) -> None:
    """Write root/search for the pages below root, but not those in the folders `without`.

    Each page is read once; `seen` is called with its address below root and its HTML.
    """
    folder = root / "search"
    shutil.rmtree(folder, ignore_errors=True)
    writer = _Writer(folder / "new")
    postings, facets, count = Postings(MODES[lang]), Facets(), 0
    for articles in _groups(_articles(root, tuple(without), seen)):
        for number, article in enumerate(articles, count):
            postings.add(number, article)
            facets.add(article)
        writer.write(f"pages/{count // PAGES_PER_FILE}.bin", [_record(one) for one in articles])
        count += len(articles)
    for shard, content in postings.files():
        writer.write(f"terms/{shard}.bin", content)
    writer.write("facets.bin", facets.columns(lang))
    writer.write("forms.bin", traditional(postings.pages))
    (folder / "new").rename(folder / writer.version)
    index = {
        "version": writer.version,
        "pages": count,
        "shards": postings.shards,
        "perFile": PAGES_PER_FILE,
        "mode": MODES[lang],
        "words": words(lang),
    }
    (folder / "index.json").write_text(_json(index), encoding="utf-8")


def words(lang: Lang) -> dict[str, str]:
    """Return the words the search box needs, without their common beginning."""
    return {
        key.removeprefix("search_"): text[lang]
        for key, text in load_labels().items()
        if key.startswith("search_")
    }


def _articles(
    root: Path, without: tuple[Path, ...], seen: Callable[[str, str], object]
) -> Iterator[Article]:
    """Yield what search knows of each page, best first: a page's number is its rank."""
    found = []
    for path in root.rglob("*.html"):
        if path.name != "404.html" and not any(path.is_relative_to(one) for one in without):
            found.append((_rank(path), path.relative_to(root).as_posix()))
    for _, address in sorted(found):
        page = (root / address).read_bytes().decode()
        seen(address, page)
        if article := read_article(cut(page), address.removesuffix("index.html")):
            yield article


def _rank(path: Path) -> tuple[int, int, int]:
    """Return the place of a page's kind, its rank and the length of its title, read without parsing.

    The rank is how far a plan is from being the site's own; of the titles that hold a word, the
    shortest is the nearest to it.
    """
    page = path.read_bytes()
    kind, title = KIND.search(page), TITLE.search(page)
    name = kind[1].decode() if kind else "page"
    place = KINDS.index(name) if name in KINDS else len(KINDS)
    rank = int(kind[2]) if kind and kind[2] else 0
    return place, rank, len(title[1].decode()) if title else 0


def _groups(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while group := list(islice(articles, PAGES_PER_FILE)):
        yield group


def _record(article: Article) -> dict[str, Any]:
    """Return a page as search.js shows it."""
    record: dict[str, Any] = {
        "url": article.url,
        "kind": article.kind,
        "passages": [[one.anchor, one.kind, one.heading, one.text] for one in article.passages],
    }
    context = article.facets.get("plan", article.facets.get("place", ""))
    if context and context != article.title:
        record["context"] = context
    return record


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


class _Writer:
    """Writes compressed JSON and remembers what it wrote in a digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digest = hashlib.sha256()
        for name in ("pages", "terms"):
            (folder / name).mkdir(parents=True)

    def write(self, name: str, content: Any) -> None:
        """Write one file."""
        text = _json(content).encode()
        self.digest.update(name.encode() + text)
        (self.folder / name).write_bytes(packed(text, 6))

    @property
    def version(self) -> str:
        """Return a name made of everything written so far."""
        return self.digest.hexdigest()[:12]
