"""The search files: what is read of a page, how text is cut, and that they can be reproduced."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from plansite.cut import cut
from plansite.search.article import read_article
from plansite.search.build import build_language
from plansite.search.characters import traditional
from plansite.search.terms import fold, shard_of, terms

PAGE = """<html><head><title>t</title></head><body><nav>菜单</nav>
<article class="md-content__inner md-typeset">
<div hidden data-search data-kind="domain" data-tier="省级" data-plan="青澜规划"></div>
<nav class="ps-crumbs">位置</nav>
<h1>妇女与健康<a class="headerlink" href="#">¶</a></h1>
<p>总<b>目</b>标。<span class="ps-printed">原文</span></p>
<h2 id="targets">主要目标</h2>
<section id="t1" data-kind="target"><h3>目标 1</h3><p>八项<br>九项</p>
<ul><li id="r1">比例</li></ul><p>责任单位</p></section>
<svg><title>图</title></svg><script>x</script>
</article></body></html>"""


def test_an_article_is_read_as_passages_by_landing_place() -> None:
    article = read_article(cut(PAGE), "health/")
    assert article is not None
    found = [(one.anchor, one.kind, one.heading, one.text) for one in article.passages]
    assert found == [
        ("", "domain", "妇女与健康", "总目标。\n原文"),
        ("targets", "domain", "主要目标", ""),
        ("t1", "target", "目标 1", "八项\n九项\n责任单位"),
        ("r1", "target", "", "比例"),
    ]
    assert article.facets == {"tier": "省级", "plan": "青澜规划"}


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Seen <span hidden>unseen</span> again</p>", ["Seen again"]),
        ('<p>Seen <a class="headerlink" href="#x">¶</a></p>', ["Seen"]),
        ('<p>Seen <i aria-hidden="true">●</i> mark</p>', ["Seen mark"]),
        ('<p title="what is hidden > here">Seen</p>', ["Seen"]),
        ("<table><tr><td>One<td></tr><tr><td>Two</td></tr></table>", ["One", "Two"]),
        ("<p>First<br>second &amp; third&nbsp;</p>", ["First", "second & third"]),
        ("<ul><li>One<ul><li>in it</li></ul>after</li></ul>", ["One", "in it", "after"]),
        ("<svg><g><text>Drawn</text></g></svg><p>Seen</p>", ["Seen"]),
        ("<nav>Menu <nav>in it</nav> on</nav><p>Seen</p>", ["Seen"]),
        ("<!-- <p>Note</p> --><p>Seen</b> on</p>", ["Seen on"]),
        (
            '<p>At least 9 <span class="ps-printed">over 9</span> now</p>',
            ["At least 9", "over 9", "now"],
        ),
    ],
)
def test_what_is_read_is_what_is_seen(html: str, words: list[str]) -> None:
    article = read_article(cut(f'<article class="md-content__inner">{html}</article>'), "x/")
    assert article is not None
    assert [block for passage in article.passages for block in passage.blocks] == words


def test_a_page_that_is_switched_off_or_has_no_article_is_left_out() -> None:
    assert read_article(cut(PAGE.replace("data-search ", 'data-search="off" ')), "") is None
    assert read_article(cut("<html><body></body></html>"), "") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("９５％", "95%"),
        ("ＭＭＲ", "mmr"),
        ("“两癌”", '"两癌"'),
        ("women’s", "women's"),
        ("8\u200b/10万", "8/10万"),
    ],
)
def test_text_is_folded(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_chinese_is_cut_in_pairs_and_english_in_words() -> None:
    assert terms("hpv疫苗 、好", "characters") == {*"hpv疫苗好", "hp", "pv", "v疫", "疫苗", "、好"}
    assert terms("women's 疫苗 hpv疫", "words") == {"women", "s", "疫", "苗", "疫苗", "hpv"}


def test_words_with_the_same_beginning_share_a_file() -> None:
    assert shard_of("maternal", 64) == shard_of("maternity", 64)


def test_traditional_characters_lead_to_those_of_the_site() -> None:
    found = traditional(["妇", "产", "後", "后"])
    assert (found["婦"], found["產"]) == ("妇", "产")
    assert "後" not in found  # it stands on the site itself


def test_a_page_of_lower_rank_comes_after_those_of_its_kind(tmp_path: Path) -> None:
    write_pages(tmp_path, [1, 2])
    path = tmp_path / "p1" / "index.html"
    given = PAGE.replace('data-kind="domain"', 'data-kind="domain" data-rank="3"', 1)
    path.write_text(given, encoding="utf-8")
    build_language(tmp_path, "zh")
    assert [one["url"] for one in opened(tmp_path, "pages/0")] == ["p2/", "p1/"]


def test_a_name_within_another_is_no_other_name_for_it(tmp_path: Path) -> None:
    write_pages(tmp_path, [1])
    path = tmp_path / "p1" / "index.html"
    given = PAGE.replace("data-search ", 'data-search data-same="主要目标|目标" ')
    path.write_text(given, encoding="utf-8")
    build_language(tmp_path, "zh")
    number = json.loads((tmp_path / "search/index.json").read_text("utf-8"))["shards"]
    assert not any(opened(tmp_path, f"terms/{n}")["same"] for n in range(number))


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of an index."""
    folder = root / "search"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def write_pages(root: Path, order: list[int]) -> None:
    """Write pages, in an order that must not matter."""
    for n in order:
        text = PAGE.replace("八项", f"第{n}项").replace("省级", f"层级{n % 3}")
        path = root / f"p{n}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    for name, order in (("one", range(30)), ("two", reversed(range(30)))):
        write_pages(tmp_path / name, list(order))
        build_language(tmp_path / name, "zh")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_another_text_gives_another_version_and_leaves_no_old_files(tmp_path: Path) -> None:
    write_pages(tmp_path, [1, 2])
    build_language(tmp_path, "zh")
    before = contents(tmp_path)
    path = tmp_path / "p1" / "index.html"
    path.write_text(path.read_text("utf-8").replace("责任", "主管"), encoding="utf-8")
    build_language(tmp_path, "zh")
    after = contents(tmp_path)
    assert set(before) & set(after) == {"index.json"}


def opened(root: Path, name: str) -> Any:
    """Return the content of a search file."""
    folder = root / "search"
    version = json.loads((folder / "index.json").read_text("utf-8"))["version"]
    return json.loads(gzip.decompress((folder / version / f"{name}.bin").read_bytes()))


def test_synonyms_that_stand_nowhere_are_left_out(tmp_path: Path) -> None:
    write_pages(tmp_path, [1])
    path = tmp_path / "p1" / "index.html"
    given = PAGE.replace("data-search ", 'data-search data-same="总目标|GOAL|nowhere" ')
    path.write_text(given, encoding="utf-8")
    build_language(tmp_path, "zh")
    number = json.loads((tmp_path / "search/index.json").read_text("utf-8"))["shards"]
    shards = [opened(tmp_path, f"terms/{n}") for n in range(number)]
    same = {name: others for shard in shards for name, others in shard["same"].items()}
    assert same == {"goal": ["总目标"], "nowhere": ["总目标"]}


def test_the_other_language_stays_out(tmp_path: Path) -> None:
    write_pages(tmp_path, [1])
    write_pages(tmp_path / "en", [2, 3])
    build_language(tmp_path, "zh", [tmp_path / "en"])
    urls = [one["url"] for one in opened(tmp_path, "pages/0")]
    assert urls == ["p1/"]
