"""Words that are quoted as they were written carry their language."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from plansite.markup import original


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
