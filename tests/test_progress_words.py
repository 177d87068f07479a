"""The vocabularies and constants that the method page prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plansite.progress import (
    CONSTANTS,
    Comparator,
    Confidence,
    GapKind,
    Kind,
    Level,
    ObservationStatus,
    Path,
    Rule,
    Status,
    Verdict,
    Word,
    method,
)
from plansite.progress.promise_words import BINARY, DIRECTIONS, NUMERIC, PRINTED
from plansite.progress.result_words import HOLD_LABELS

VOCABULARIES = (
    Comparator, Confidence, GapKind, Kind, Level, ObservationStatus, Path, Rule, Status, Verdict,
)  # fmt: skip
WORDS = [word for words in VOCABULARIES for word in words]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{type(word).__name__}.{word}")
def test_every_word_has_its_label_and_meaning_in_both_languages(word: Word):
    assert word.label("zh") and word.label("en")
    assert word.meaning("zh").endswith("。")
    assert word.meaning("en").endswith(".")


@pytest.mark.parametrize("words", VOCABULARIES)
def test_labels_of_a_vocabulary_differ(words):
    assert len({word.zh for word in words}) == len(words)
    assert len({word.en for word in words}) == len(words)


def test_a_code_finds_its_word():
    assert Status("behind") is Status.BEHIND
    assert f"{Status.BEHIND}" == "behind"


def test_labels_are_those_of_the_method():
    assert [status.zh for status in Status] == [
        "口径不可比", "缺项", "向好", "基本持平", "变差", "已达标", "未达标", "待终期数据",
        "提前达标", "达标后回落", "数据不足", "符合进度", "进度滞后", "严重滞后", "逆向变化",
    ]  # fmt: skip
    assert [verdict.zh for verdict in Verdict][:4] == [
        "预计达标", "有望达标", "可能不达标", "按现趋势难以达标",
    ]  # fmt: skip


def test_every_comparator_is_of_one_sort():
    assert set(Comparator) == NUMERIC | set(DIRECTIONS) | BINARY
    assert len(Comparator) == len(NUMERIC) + len(DIRECTIONS) + len(BINARY)


@pytest.mark.parametrize(
    ("word", "code"),
    [("以上", "ge"), ("以下", "le"), ("以内", "le"), ("超过", "gt"), ("不满", "lt"), ("低于", "lt"),
     ("不低于", "ge"), ("左右", "about"), ("达到", "ge"), ("控制在", "le")],
)  # fmt: skip
def test_printed_words_are_read_as_the_civil_code_says(word, code):
    assert PRINTED[word] == code


def test_every_verdict_on_a_met_target_has_its_own_label():
    assert set(HOLD_LABELS) == set(Verdict) - {Verdict.NOT_PROJECTED}
    assert Verdict.NOT_PROJECTED.hold_label("zh") == "不作预测"
    assert all(verdict.hold_label("en") != verdict.en for verdict in HOLD_LABELS)


def test_every_number_of_the_method_is_explained():
    named = {constant.name: constant for constant in CONSTANTS}
    numbers = {
        name
        for name, value in vars(method).items()
        if name.isupper() and isinstance(value, int | Decimal | tuple) and name != "CONSTANTS"
    }
    assert set(named) == numbers
    assert all(constant.value == getattr(method, name) for name, constant in named.items())
    assert all(constant.zh and constant.en for constant in CONSTANTS)
