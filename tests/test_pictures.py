"""Pictures beside shared links: words that fit, in a font that has them, and only if wanted."""

from __future__ import annotations

import io
from dataclasses import replace

from conftest import Sources
from PIL import Image
from plansite.edition import load_labels
from plansite.generate import generate
from plansite.load import load_site
from plansite.pictures import DEFAULT, draw, drawable, missing_words, picture_of
from plansite.pictures.draw import ENGLISH, MARGIN, SIZE, _fitted, _font, _wrapped
from plansite.pictures.sign import signs, site_sign
from plansite.records.base import Bilingual

LABELS = load_labels()
ADDRESS = "https://plans.example.org/"


def test_the_font_has_every_character_of_the_published_plans(repository) -> None:  # type: ignore[no-untyped-def]
    site = load_site(repository)
    assert [*missing_words(site, LABELS)] == []
    assert len([*drawable(site, LABELS)]) == 1 + len([*signs(site, LABELS)])


def test_every_title_leaves_room_for_what_stands_below(repository) -> None:  # type: ignore[no-untyped-def]
    width = SIZE[0] - 2 * MARGIN
    for sign in signs(load_site(repository), LABELS):
        lines, size = _fitted(sign.title.zh, width)
        english = [*_wrapped(sign.title.en, _font(ENGLISH), width)]
        assert "".join(lines).replace(" ", "") == sign.title.zh.replace(" ", ""), sign.path
        assert len(english) <= 3, sign.path
        below = 152 + len(lines) * size * 1.3 + 18 + len(english) * ENGLISH * 1.3
        assert below <= SIZE[1] - 132, sign.path


def test_a_line_never_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    for length in range(1, 30):
        lines = [*_wrapped("规" * length + "（2021—2030年）》，草案", _font(64), 1040)]
        assert not any(line[0] in "）》，—" or line[-1] == "（" for line in lines), lines


def test_a_picture_is_small_and_always_the_same(fictional) -> None:  # type: ignore[no-untyped-def]
    sign = next(signs(fictional, LABELS))
    first, again = draw(sign), draw(sign)
    assert first == again and len(first) < 25_000
    with Image.open(io.BytesIO(first)) as picture:
        assert picture.size == SIZE
    other = draw(replace(sign, title=Bilingual(zh="另一个", en="Another")))
    assert other != first


def test_a_character_that_the_font_lacks_is_named_and_its_page_shows_the_site_s_picture(
    sources: Sources,
) -> None:
    name = sources.load().settings.name.zh
    sources.replace("site.yml", name, f"{name}𰻝")
    site = sources.load()
    words = [*missing_words(site, LABELS)]
    assert len(words) == 1 and "𰻝" in words[0] and "U+30EDD" in words[0] and "| " in words[0]
    assert [one.path for one in drawable(site, LABELS)] == [DEFAULT]
    assert site_sign(site).path == DEFAULT


def test_plans_and_indicators_have_their_own_picture_and_other_pages_the_site_s(
    sources: Sources,
) -> None:
    result = generate(sources.root, "zh", ADDRESS)
    made = {path for path, _ in result.files if path.endswith(".png")}
    shown = {one.page.address: one.meta["picture"] for one in result.pages}
    assert set(shown.values()) == made
    site = sources.load()
    own = [path for path, plan in site.plans.items() if plan.record.role == "own"]
    assert all(shown[f"plans/{path}/"] == picture_of(f"plans/{path}/") for path in own)
    assert shown["method/"] == DEFAULT


def test_pictures_can_be_switched_off_and_need_an_address(sources: Sources) -> None:
    without = generate(sources.root, "zh", "")
    assert not any(path.endswith(".png") for path, _ in without.files)
    sources.append("site.yml", "pictures: false\n")
    off = generate(sources.root, "zh", ADDRESS)
    assert not any(path.endswith(".png") for path, _ in off.files)
    assert {one.meta["picture"] for one in off.pages} == {""}
