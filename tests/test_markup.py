"""Words that are quoted as they were written carry their language."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from plansite.markup import link, original, whole_years
from plansite.pages import Link


@pytest.mark.parametrize(
    ("text", "lang", "html"),
    [
        ("改正基期", "zh", "改正基期"),
        ("Meta: a body is renamed", "zh", '<span lang="en">Meta: a body is renamed</span>'),
        ("The name 卫生院 is a <b>", "zh", '<span lang="en">The name 卫生院 is a &lt;b&gt;</span>'),
        ("改正 PDF 的页码", "zh", "改正 PDF 的页码"),
        (
            "The name 卫生院、诊所 is a <b>",
            "en",
            'The name <span lang="zh-Hans">卫生院、诊所</span> is a &lt;b&gt;',
        ),
        ("改正基期", "en", '<span lang="zh-Hans">改正基期</span>'),
        ("95 → 96", "en", "95 → 96"),
        ("", "zh", ""),
    ],
)
def test_words_carry_their_language_where_it_is_not_that_of_the_page(
    text: str, lang: str, html: str
) -> None:
    assert original(text, lang) == html
    assert isinstance(original(text, lang), Markup)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plan (2021-2030)", 'Plan <span class="ps-nb">(2021-2030)</span>'),
        ("规划（2021—2030年）", '规划<span class="ps-nb">（2021—2030年）</span>'),
        ("中国2011—2020年纲要", '中国<span class="ps-nb">2011—2020年</span>纲要'),
        ("Yan 2021–2025 & more", 'Yan <span class="ps-nb">2021–2025</span> &amp; more'),
        ("number 12021-20301", "number 12021-20301"),
        ("95-96", "95-96"),
        ("规划征求意见稿", '规划<span class="ps-nb">征求意见稿</span>'),
    ],
)
def test_the_years_of_a_title_are_not_parted_over_two_lines(text: str, html: str) -> None:
    assert whole_years(text) == html
    assert html in link(Link(text, "plans/"), str)
