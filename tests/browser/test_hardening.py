"""Nothing runs that the site did not bring: read from the built pages themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from plansite.links import broken_links

ALLOWED_SCHEMES = ("https://", "http://", "mailto:")


@pytest.fixture(scope="module")
def trees(site: Path) -> list[tuple[str, html.HtmlElement]]:
    """Return every page of the site, parsed."""
    parser = html.HTMLParser(encoding="utf-8")
    return [
        (
            path.relative_to(site).as_posix(),
            html.document_fromstring(path.read_bytes(), parser=parser),
        )
        for path in sorted(site.rglob("*.html"))
    ]


def _scripts(tree: html.HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("src") is None and script.get("type") not in {
            "application/json",
            "application/ld+json",
        }:
            yield "inline script"
        if (script.get("src") or "").startswith(("http:", "https:", "//")):
            yield f"script from elsewhere: {script.get('src')}"


def _attributes(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter():
        for name, value in element.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"{name} on <{element.tag}>"
            scheme = value.strip().lower().split(":", 1)[0] + ":" if ":" in value else ""
            if name in {"href", "src", "action"} and scheme in {
                "javascript:",
                "vbscript:",
                "data:",
            }:
                yield f"{name}={value[:40]}"


def test_no_page_has_an_inline_script_style_or_handler(
    trees: list[tuple[str, html.HtmlElement]],
) -> None:
    faults = [
        f"{name}: {fault}"
        for name, tree in trees
        for fault in (*_scripts(tree), *_attributes(tree))
    ]
    assert faults == []


def test_no_page_uses_an_id_twice(trees: list[tuple[str, html.HtmlElement]]) -> None:
    faults = []
    for name, tree in trees:
        ids = tree.xpath("//@id")
        faults += [f"{name}: {one}" for one in {one for one in ids if ids.count(one) > 1}]
    assert faults == []


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    assert sorted(broken_links(site)) == []


@pytest.mark.parametrize("name", ["404.html", "en/404.html"])
def test_every_link_of_the_page_for_missing_ones_begins_at_the_host_and_resolves(
    site: Path, name: str
) -> None:
    tree = html.parse(str(site / name))
    links = [link.split("#")[0] for link in tree.xpath("//a/@href | //link/@href | //script/@src")]
    inside = [link for link in links if link and not link.startswith(ALLOWED_SCHEMES)]
    assert len(inside) > 20
    assert [link for link in inside if not link.startswith("/")] == []
    assert [link for link in inside if not (site / link.lstrip("/")).exists()] == []


def test_every_page_has_a_counterpart_in_the_other_language(site: Path) -> None:
    chinese = {
        path.relative_to(site).as_posix()
        for path in site.rglob("index.html")
        if not path.relative_to(site).as_posix().startswith("en/")
    }
    english = {
        path.relative_to(site / "en").as_posix() for path in (site / "en").rglob("index.html")
    }
    assert chinese == english


def test_every_page_has_a_title_and_a_description_of_its_own(
    trees: list[tuple[str, html.HtmlElement]],
) -> None:
    for name, tree in trees:
        if name.endswith("404.html"):
            continue
        assert tree.findtext(".//title"), name
        assert tree.xpath("//meta[@name='description']/@content"), name


def test_the_editing_form_is_left_out_unless_asked_for(site: Path) -> None:
    assert not (site / "admin").exists()
    assert not list(site.rglob("*sveltia*"))
