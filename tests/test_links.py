"""The check of a finished site's links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from plansite.links import Links, broken_links, joined, loose_links, still_loose

Write = Callable[[Mapping[str, str]], Path]
PAGE = "<!doctype html><html><body>{}</body></html>"


def test_a_link_to_a_page_and_its_anchor_resolves(write_tree: Write) -> None:
    root = write_tree(
        {
            "index.html": PAGE.format(
                '<a href="a/#there">x</a> <a href="#here">y</a><p id="here">'
            ),
            "a/index.html": PAGE.format(
                '<p id="there"></p><a href="..">up</a> <a href="./">self</a>'
            ),
        }
    )
    assert list(broken_links(root)) == []


def test_a_link_to_a_missing_page_is_named(write_tree: Write) -> None:
    root = write_tree({"index.html": PAGE.format('<a href="gone/">x</a>')})
    assert list(broken_links(root)) == ["index.html: gone/"]


def test_a_link_to_a_missing_anchor_is_named(write_tree: Write) -> None:
    root = write_tree({"index.html": PAGE.format('<a href="#gone">x</a>')})
    assert list(broken_links(root)) == ["index.html: #gone (no such anchor)"]


def test_a_missing_script_or_picture_is_named(write_tree: Write) -> None:
    root = write_tree(
        {"a/index.html": PAGE.format('<script src="../x.js"></script><img src="y.png">')}
    )
    assert sorted(broken_links(root)) == ["a/index.html: ../x.js", "a/index.html: y.png"]


def test_addresses_outside_the_site_are_left_alone(write_tree: Write) -> None:
    body = '<a href="https://example.org/x">x</a> <a href="mailto:a@example.org">y</a> <a href="/z">z</a>'
    assert list(broken_links(write_tree({"index.html": PAGE.format(body)}))) == []


def test_percent_signs_in_an_address_are_read(write_tree: Write) -> None:
    root = write_tree({"index.html": PAGE.format('<a href="#%E5%81%A5">x</a><p id="健">')})
    assert list(broken_links(root)) == []


def test_addresses_are_read_however_they_are_quoted(write_tree: Write) -> None:
    body = (
        "<a class=x href=gone/>1</a> <a href='lost/?a&amp;b'>2</a>\n"
        '<a\n  title="t"\n  href="missing/">3</a> <p data-id="no" id=\'here\'></p><a href=#here>4</a>'
    )
    root = write_tree({"index.html": PAGE.format(body)})
    assert sorted(broken_links(root)) == [
        "index.html: gone/",
        "index.html: lost/?a&b",
        "index.html: missing/",
    ]


def test_a_bracket_in_an_attribute_hides_no_link(write_tree: Write) -> None:
    body = '<a title="more > less" href="gone/">x</a>'
    assert list(broken_links(write_tree({"index.html": PAGE.format(body)}))) == [
        "index.html: gone/"
    ]


def test_steps_above_the_root_and_to_files_are_read_like_any_address(write_tree: Write) -> None:
    body = (
        '<a href="../../up/">1</a> <a href="./x.csv?a">2</a> <a href="..">3</a> <a href=".">4</a>'
    )
    root = write_tree({"index.html": PAGE.format(""), "a/index.html": PAGE.format(body)})
    assert list(broken_links(root)) == ["a/index.html: ../../up/", "a/index.html: ./x.csv?a"]


def test_links_between_parts_read_on_their_own_are_proved_in_the_whole(write_tree: Write) -> None:
    root = write_tree(
        {
            "index.html": PAGE.format('<a href="en/#there">x</a> <a href="en/gone/">y</a>'),
            "en/index.html": PAGE.format('<p id="there"></p><a href="../data.csv">z</a>'),
            "en/b/index.html": PAGE.format('<a href="../#lost">v</a><a href="../../#lost">w</a>'),
            "data.csv": "a",
        }
    )
    chinese, english = Links(), Links("en/")
    chinese.add("index.html", (root / "index.html").read_text("utf-8"))
    for name in ("index.html", "b/index.html"):
        english.add(name, (root / "en" / name).read_text("utf-8"))
    parts = [one.loose(lambda path: False) for one in (chinese, english)]
    assert parts[0] == {"en/gone/index.html": [""], "en/index.html": ["there"]}
    assert parts[1]["data.csv"] == [""]
    loose = still_loose(root, joined(parts))
    assert loose == loose_links(root)
    assert list(broken_links(root, loose)) == [
        "en/b/index.html: ../#lost (no such anchor)",
        "en/b/index.html: ../../#lost (no such anchor)",
        "index.html: en/gone/",
    ]


def test_what_only_looks_like_a_link_is_none(write_tree: Write) -> None:
    body = (
        '<p>Write <code>a href="gone/"</code></p> <!-- <a href="lost/">x</a> -->'
        '<svg><text id="drawn">x</text></svg> <code>p id="said"</code><a href="#said">x</a>'
    )
    root = write_tree({"index.html": PAGE.format(body)})
    assert list(broken_links(root)) == ["index.html: #said (no such anchor)"]
