"""Every chart is a file too: whole in itself, readable without styles, at an address that stays."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from plansite.charts import text_width, wrapped
from plansite.edition import Edition, load_labels
from plansite.model import Site
from plansite.pages import Page
from plansite.records.base import LANGS, Lang
from plansite.render import Renderer
from plansite.views.indicators import pages_of

ADDRESS = "https://plans.example.org/"
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("path", "circle", "polyline", "polygon", "line", "rect")}


@pytest.fixture(params=LANGS)
def renderer(fictional: Site, request: pytest.FixtureRequest) -> Renderer:
    lang: Lang = request.param
    return Renderer(Edition(fictional, lang, load_labels()), ADDRESS)


def drawn(renderer: Renderer) -> list[tuple[Page, str, str]]:
    edition = renderer.edition
    return [
        (page, name, text)
        for indicator in edition.site.indicators.values()
        for page in pages_of(edition, indicator)
        for name, text in renderer.chart_files(page)
    ]


def test_every_chart_of_a_page_has_a_file_that_the_page_links_to(renderer: Renderer) -> None:
    found = drawn(renderer)
    assert len(found) > 20
    for page in {page.address: page for page, _, _ in found}.values():
        names = [name for name, _ in renderer.chart_files(page)]
        assert len(set(names)) == len(names)
        assert re.findall(r'<a href="([^"/]+\.svg)"', renderer.body(page)) == names


def test_the_first_picture_of_a_page_keeps_its_address_whatever_it_shows(
    renderer: Renderer,
) -> None:
    kinds = set()
    for page in {page.address: page for page, _, _ in drawn(renderer)}.values():
        if page.view["answer"].chart or page.view["axis"]:
            kinds.add(bool(page.view["axis"]))
            assert next(renderer.chart_files(page))[0] == "chart.svg"
    assert kinds == {True, False}


def test_a_file_says_what_it_shows_where_from_and_as_of_when(renderer: Renderer) -> None:
    day = renderer.edition.site.settings.as_of.isoformat()
    for page, name, text in drawn(renderer):
        root = ElementTree.fromstring(text)
        one = next(one for one in page.charts if f"{one.id}.svg" == name)
        said = [piece.text or "" for piece in root.iter(f"{SVG}text")]
        whole = "".join(said).replace(" ", "")
        assert one.title.replace(" ", "") in whole
        assert (
            day in whole and f"{ADDRESS}{'' if renderer.edition.lang == 'zh' else 'en/'}" in whole
        )
        assert one.credit and all(line.replace(" ", "") in whole for line in one.credit)
        assert root.findtext(f"{SVG}title") == one.title
        assert root.findtext(f"{SVG}desc") == one.description


def test_every_mark_has_its_colour_in_itself(renderer: Renderer) -> None:
    """A strict server lets no file bring styles, and outside a page there is no sheet."""
    for _, name, text in drawn(renderer):
        assert "style" not in text and "class=" not in text and "url(" not in text, name
        for shape in ElementTree.fromstring(text).iter():
            if shape.tag in SHAPES:
                assert shape.get("fill") or shape.get("stroke"), (name, shape.attrib)


def test_nothing_is_written_outside_the_picture(renderer: Renderer) -> None:
    for _, name, text in drawn(renderer):
        root = ElementTree.fromstring(text)
        left, top, width, height = map(float, (root.get("viewBox") or "").split())
        for piece in root.findall(f"{SVG}g/{SVG}text"):
            x, y = float(piece.get("x", 0)), float(piece.get("y", 0))
            assert left <= x <= left + width and top <= y <= top + height, (name, piece.text)


def test_an_unknown_address_is_left_out(fictional: Site) -> None:
    renderer = Renderer(Edition(fictional, "en", load_labels()))
    assert all("https://" not in text for _, _, text in drawn(renderer))


def test_a_text_is_parted_between_words_and_han_characters_not_before_their_signs() -> None:
    assert wrapped("Figures of the nation", 60, 10) == ("Figures of", "the nation")
    assert wrapped("what women's plans say", 60, 10) == ("what", "women's", "plans say")
    assert wrapped("数据来源：统计局。", 40, 10) == ("数据来", "源：统计", "局。")
    address = "https://plans.example.org/indicators/a-very-long-name/"
    lines = wrapped(address, 120, 10)
    assert "".join(lines) == address and len(lines) > 1
    assert all(text_width(line, 10, 0.52) <= 120 for line in lines)


def test_the_same_sources_make_the_same_files(fictional: Site, tmp_path: Path) -> None:
    first, second = (
        drawn(Renderer(Edition(fictional, "zh", load_labels()), ADDRESS)) for _ in range(2)
    )
    assert [text for _, _, text in first] == [text for _, _, text in second]
