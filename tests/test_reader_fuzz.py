"""Any bytes give a draft or a clear error, in bounded time; nothing is ever lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plansite.reader import (
    ReadProblem,
    draft_files,
    official_text,
    plain_text,
    read_bytes,
    report_of,
)

KINDS = (".txt", ".md", ".html", ".docx", ".pdf")
PIECES = st.sampled_from(
    ["一、", "（一）", "1.", "2.", "——", "主要目标：", "策略措施", "组织实施", "妇女与健康", "\n", "\n\n", "\t", "达到", "95%", "9/10万", "以下", "到2025年", "分别", "和", "、", "，", "。", "《", "》", "（", "）", "“", "”\n", "", "", "", "#", "**", "-", "1", "-", "|", "|", "第一章", "①", "[1]", "每千名", "1名", "由", "提高到", "三分之一", "1/2", "均", "2021", "年", "-", "—", ":", "3:2", "规划", "（2021—2025年）", "目录", "专栏1", "\x07", "\u3000", "<b>", "&", "{", "}", "`"]
)  # fmt: skip
quiet = settings(max_examples=150, deadline=3000, suppress_health_check=list(HealthCheck))


def check(content: bytes, name: str) -> None:
    try:
        reading = read_bytes(content, name)
    except ReadProblem as problem:
        assert problem.zh
        assert problem.en
        return
    assert "".join(plain_text(official_text(p)) for p in reading.plans) == reading.text
    report_of(reading)
    for plan in reading.plans:
        draft_files(plan, ())


@quiet
@given(st.binary(max_size=2000), st.sampled_from(KINDS))
def test_any_bytes_give_a_draft_or_a_clear_error(content: bytes, kind: str) -> None:
    check(content, f"plan{kind}")


@quiet
@given(st.lists(PIECES, max_size=120), st.sampled_from((".txt", ".md", ".html")))
def test_any_mixture_of_the_signs_of_plans_is_read_without_loss(
    pieces: list[str], kind: str
) -> None:
    check("".join(pieces).encode(), f"plan{kind}")


@quiet
@given(st.text(max_size=400))
def test_any_text_is_read_without_loss(text: str) -> None:
    check(text.encode("utf-8", "replace"), "plan.txt")


@pytest.mark.parametrize(
    "text",
    ["一" * 100_000, "1.\n" * 8_000, "（" * 100_000, "达到95%，" * 20_000, "《" * 50_000, "1" * 100_000,
     "目录\n" + "一 1\n" * 8_000, "和、" * 50_000, "每千名" * 20_000, "<div>" * 5_000, "|a|b|\n|---|---|\n" * 5000],
    ids=range(11),
)  # fmt: skip
def test_hostile_texts_take_bounded_time(text: str) -> None:
    start = time.process_time()
    check(text.encode(), "plan.txt")
    check(text.encode(), "plan.html")
    assert time.process_time() - start < 30
