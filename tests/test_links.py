"""The check of a finished site's links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from plansite.links import broken_links

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
