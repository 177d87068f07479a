"""Codes of places stand beside the national list, where it has the place; copies of prose."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from conftest import Sources
from plansite.checks.codes import check_listed, listed
from plansite.load import load_site
from plansite.model import Site
from plansite.problems import Origin
from plansite.records.base import Bilingual
from plansite.records.catalogue import Jurisdiction


def place(code: str, zh: str, parent: str | None = "above", slug: str = "above/place") -> Any:
    name = Bilingual(zh=zh, en="Place")
    return Jurisdiction.model_construct(
        code=code, slug=slug, name=name, tier="district", parent=parent, origin=Origin("x.yml")
    )


def found(one: Any) -> list[str]:
    above = place("210200", "大连市", None, "above")
    site: Any = SimpleNamespace(jurisdictions={"above": above, one.slug: one})
    return [problem.en for problem in check_listed(site)]


@pytest.mark.parametrize(
    ("code", "zh", "said"),
    [
        ("210230", "西岗区", ["西岗区 is 210203"]),
        ("210204", "西岗区", ["210204 is 沙河口区, 西岗区 is 210203"]),
        ("210203", "西江区", ["210203 is 西岗区"]),
        ("210203", "西岗区", []),
        ("210298", "新近设立区", []),
        ("xaa", "西岗区", []),
    ],
)
def test_a_code_is_that_of_its_place(code: str, zh: str, said: list[str]) -> None:
    problems = found(place(code, zh))
    assert len(problems) == len(said)
    assert all(words in problem for words, problem in zip(said, problems, strict=True))


def test_the_list_has_the_places_of_the_real_plans(repository: Any) -> None:
    site: Site = load_site(repository)
    assert len(listed()) > 3000
    for one in site.jurisdictions.values():
        assert one.tier == "nation" or listed()[one.code] == one.name.zh


def test_a_section_is_not_the_copy_of_another(sources: Sources) -> None:
    folder = "qinglan/chengxi/women-2021-2025"
    sources.write(f"{folder}/health.zh.md", (sources / f"{folder}/introduction.zh.md").read_bytes())
    assert any("the whole text is that of" in one for one in sources.problems())
