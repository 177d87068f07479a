"""Chinese names stand under the letter of their reading, English ones under their own."""

from __future__ import annotations

import pytest
from plansite.collation import initial, name_key


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("安康", "A"),
        ("重庆市", "C"),
        ("“健康”行动", "J"),
        ("乙肝", "Y"),
        ("鲅鱼圈区", "B"),
        ("朝阳市", "C"),
        ("HPV疫苗", "H"),
        ("15岁以上", "#"),
    ],
)
def test_a_chinese_name_stands_under_the_letter_of_its_reading(name: str, letter: str) -> None:
    assert initial(name, "zh") == letter


@pytest.mark.parametrize(
    ("name", "letter"), [("Échelle", "E"), ("“Healthy” plan", "H"), ("15 years", "#")]
)
def test_an_english_name_stands_under_its_first_letter(name: str, letter: str) -> None:
    assert initial(name, "en") == letter


def test_names_of_one_letter_stand_in_the_order_of_their_readings_and_tones() -> None:
    names = ["吉县", "基本", "健康", "经济", "2030年", "济南"]
    ordered = sorted(names, key=lambda one: name_key(one, "zh"))
    assert ordered == ["2030年", "基本", "吉县", "济南", "健康", "经济"]


def test_english_names_stand_in_order_whatever_their_case() -> None:
    assert sorted(["b", "C", "a"], key=lambda one: name_key(one, "en")) == ["a", "b", "C"]
