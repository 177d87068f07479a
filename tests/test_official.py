"""Official texts: their page, the links both ways, and words that have changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from issued import OFFICIAL as PATH
from issued import pages
from lxml import html
from plansite.issued import BackLink, issued_html
from plansite.load import load_site
from plansite.load.official import TEXTS_VARIABLE
from plansite.model import Plan, Site
from plansite.official import Place, place_of
from plansite.reader import load_catalogue, official_text, read_document
from plansite.records.base import Lang

TEXT, LOCK = f"{PATH}/official.zh.md", f"{PATH}/official.lock.yml"
FOLDER = os.environ.get("PLANSITE_DOCUMENTS")
DOCUMENTS = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []


@pytest.fixture(autouse=True)
def no_texts_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TEXTS_VARIABLE, raising=False)


def test_an_imported_text_beside_its_record_has_no_problem(issued: Any) -> None:
    assert issued.problems() == []


def test_a_plan_without_an_official_text_has_no_such_page_and_no_link_to_one(
    fictional: Site,
) -> None:
    found = pages(fictional, "zh")
    assert "official" not in found
    for _, body in found.values():
        assert not body.xpath("//a[contains(@href, 'official')]")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_clause_leads_to_its_passage_and_the_passage_back(issued: Any, lang: Lang) -> None:
    found = pages(issued.load(), lang)
    _, text = found.pop("official")
    found.pop("print")  # repeats the clauses of the other pages
    ids = set(text.xpath("//@id"))
    plan: Plan = issued.load().plans[PATH]
    clauses = 0
    for section, (_, body) in found.items():
        for clause in body.xpath("//section[@class='ps-clause']"):
            (link,) = clause.xpath("p[contains(@class, 'ps-passage')]/a/@href")
            page, _, anchor = link.partition("#")
            assert page == "../official/"
            (back,) = text.xpath(f"//*[@id='{anchor}']/a[@class='ps-back']/@href")
            assert back == f"../{section}/#{clause.get('id')}"
            clauses += 1
        for link in body.xpath("//a[contains(@href, '/official/#')]/@href"):
            assert link.partition("#")[2] in ids
    assert clauses == len(plan.clauses) == 43


def test_a_sub_item_leads_to_its_own_passage(issued: Any) -> None:
    found = pages(issued.load(), "en")
    row = found["health"][1].xpath("//li[@id='health-2.2-breast-screening-rate']")[0]
    assert row.xpath("a[@class='ps-back']/@href") == ["../official/#health-t2.2"]
    back = found["official"][1].xpath("//*[@id='health-t2.2']/a/@href")
    assert back == ["../health/#health-2.2-breast-screening-rate"]


def test_the_page_is_chinese_in_both_languages_with_a_notice_in_the_pages_own(issued: Any) -> None:
    for lang, notice in (("zh", "以此为准"), ("en", "the Chinese text is authoritative")):
        page, body = pages(issued.load(), lang)["official"]  # type: ignore[arg-type]
        assert notice in body.xpath("//*[@role='note']")[0].text_content()
        (text,) = body.xpath("//div[@class='ps-official']")
        assert text.get("lang") == "zh-Hans"
        assert "危重孕产妇转诊网络" in text.text_content()
        assert page.edit_path == f"plans/{TEXT}"
        assert page.search is (lang == "zh")


def test_the_contents_are_those_of_the_document(issued: Any) -> None:
    page, body = pages(issued.load(), "zh")["official"]
    parts = [one.text for one in page.headings]
    assert parts == [
        "一、发展领域、主要目标和策略措施",
        "二、重点工程",
        "三、组织实施",
        "四、监测评估",
    ]
    assert [one.id for one in page.headings[0].children][:3] == ["health", "education", "economy"]
    ids = body.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_page_is_in_the_local_navigation(issued: Any) -> None:
    _, body = pages(issued.load(), "en")["health"]
    assert "Official text" in body.xpath("//nav[@class='ps-local']//a[@href='../official/']/text()")


def test_a_lost_character_is_a_warning_and_a_hidden_one_is_not_shown(issued: Any) -> None:
    line = issued.replace(TEXT, "转诊网络。", "转\x02诊网络。")
    problem = issued.problem()
    assert problem.startswith(f"{TEXT}:{line}: 警告 warning: ") and "U+0002" in problem
    assert "\x02" not in pages(issued.load(), "zh")["official"][1].text_content()


def test_a_trial_build_takes_texts_from_a_folder_elsewhere(
    sources: Any, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts" / PATH
    folder.parent.mkdir(parents=True)
    draft.rename(folder)
    assert sources.load().plans[PATH].official is None
    monkeypatch.setenv(TEXTS_VARIABLE, str(tmp_path / "texts"))
    page, body = pages(sources.load(), "zh")["official"]
    assert page.edit_path == f"plans/{PATH}/plan.yml"
    assert len(body.xpath("//a[@class='ps-back']")) > 42
    assert sources.problem().startswith(f"{folder.as_posix()}/official.zh.md:1: 警告 warning: ")


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "x\n{: #health-t1 onclick=alert(1) style=color:red }",
        '### x {: #y"onmouseover="alert(1) }',
        "![x](https://example.org/x.png)",
    ],
)
def test_nothing_in_the_text_becomes_anything_but_text(evil: str) -> None:
    body, _ = issued_html(evil, {"health-t1"}, {"health-t1": BackLink("../a/", "B", "C", "en")})
    tree = html.fragment_fromstring(str(body), create_parent="div")
    assert not tree.xpath("//script | //img | //@onclick | //@onmouseover | //@style")
    assert not tree.xpath("//a[starts-with(@href, 'javascript')]")


def test_a_heading_without_an_anchor_gets_one_of_its_words_and_domain() -> None:
    text = "## 甲 {#health}\n\n### 主要目标\n\n## 乙 {#law}\n\n### 主要目标\n\n### 主要目标\n"
    _, found = issued_html(text, {"health", "law"}, {})
    ids = [one.id for one in found]
    mark = ids[1].removeprefix("health-")
    assert ids == ["health", f"health-{mark}", "law", f"law-{mark}", f"law-{mark}-2"]


@pytest.mark.parametrize(
    ("anchor", "place"),
    [
        ("health-t4", Place("target", "health", "4")),
        ("digital-life-t4.2", Place("target", "digital-life", "4", "2")),
        ("social-security-m12", Place("measure", "social-security", "12")),
        ("projects-3", Place("project", "projects", "3")),
        ("monitoring-1", Place("monitoring", "monitoring", "1")),
        ("social-security", Place("domain", "social-security")),
    ],
)
def test_an_anchor_names_a_place(anchor: str, place: Place) -> None:
    assert place_of(anchor) == place


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test for each real document there is; none where there is no folder."""
    if "document" in metafunc.fixturenames:
        metafunc.parametrize("document", DOCUMENTS, ids=[one.stem for one in DOCUMENTS])


if DOCUMENTS:

    @pytest.fixture(scope="module")
    def texts(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
        """A folder of the real official texts, as the importer writes them."""
        folder = tmp_path_factory.mktemp("texts")
        catalogue = load_catalogue(repository / "plans" / "indicators")
        for document in DOCUMENTS:
            for plan in (repository / "plans").glob(f"**/{document.stem}/*/plan.yml"):
                target = folder / plan.parent.relative_to(repository / "plans")
                target.mkdir(parents=True)
                text = official_text(read_document(document, catalogue).plans[0])
                (target / "official.zh.md").write_text(text, encoding="utf-8")
        return folder

    def test_every_clause_of_a_real_plan_finds_its_passage(
        document: Path, texts: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(TEXTS_VARIABLE, str(texts))
        site = load_site(repository)
        plan = next(
            one
            for one in site.plans.values()
            if one.official and f"/{document.stem}/" in f"/{one.path}"
        )
        assert plan.official
        assert [one.passage for one in plan.clauses if not plan.official.passage(one.passage)] == []
        places = [one for one in site.warnings if "passage" in one.en]
        assert [str(one) for one in places if one.origin.path.startswith(str(texts))] == []
