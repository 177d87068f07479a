"""Official texts: their page, the links both ways, and words that have changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import import_document
import lock_official
import pytest
from issued import issued_document
from lxml import html
from plansite.edition import Edition, load_labels
from plansite.issued import BackLink, issued_html
from plansite.load import load_site
from plansite.load.official import TEXTS_VARIABLE
from plansite.model import Plan, Site
from plansite.official import Place, place_of
from plansite.pages import Page
from plansite.reader import load_catalogue, official_text, read_document
from plansite.records.base import Lang
from plansite.render import Renderer
from plansite.views.plan import plan_pages

PATH = "qinglan/chengxi/women-2021-2025"
TEXT, LOCK = f"{PATH}/official.zh.md", f"{PATH}/official.lock.yml"
FOLDER = os.environ.get("PLANSITE_DOCUMENTS")
DOCUMENTS = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []


@pytest.fixture(autouse=True)
def no_texts_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TEXTS_VARIABLE, raising=False)


@pytest.fixture
def draft(sources: Any, tmp_path: Path) -> Path:
    """The folder the importer makes of the document of a fictional plan."""
    sources.replace(f"{PATH}/targets/digital-life.yml", 'sub: "2"', 'sub: "1"')
    document = tmp_path / "document" / "plan.txt"
    document.parent.mkdir()
    document.write_text(issued_document(sources.load().plans[PATH]), encoding="utf-8")
    assert import_document.main([str(document), "--out", str(tmp_path / "draft")]) == 0
    for name in ("official.zh.md", "official.lock.yml"):
        # The importer can not know what the series calls its ninth domain.
        file = tmp_path / "draft" / name
        text = file.read_text(encoding="utf-8").replace("science", "digital-life")
        file.write_text(text, encoding="utf-8")
    return tmp_path / "draft"


@pytest.fixture
def issued(sources: Any, draft: Path) -> Any:
    """The fictional plans with the official text and its lock beside the record of one."""
    for name in ("official.zh.md", "official.lock.yml"):
        sources.write(f"{PATH}/{name}", (draft / name).read_bytes())
    return sources


def pages(site: Site, lang: Lang, path: str = PATH) -> dict[str, tuple[Page, html.HtmlElement]]:
    """Return the pages of a plan with their parsed bodies, by section."""
    edition = Edition(site, lang, load_labels())
    renderer = Renderer(edition)
    plan = site.plans[path]
    return {
        page.address.removeprefix(f"plans/{path}/").rstrip("/"): (
            page,
            html.fragment_fromstring(renderer.body(page), create_parent="article"),
        )
        for page in plan_pages(edition, plan)
    }


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


def test_anchors_survive_edits_elsewhere(issued: Any) -> None:
    before = pages(issued.load(), "zh")["official"][1].xpath("//@id")
    issued.replace(TEXT, "为促进妇女事业发展", "## 序 言\n\n为促进\n\n妇女事业发展")
    after = pages(issued.load(), "zh")["official"][1].xpath("//@id")
    assert [one for one in after if one in before] == before
    assert len(after) == len(before) + 1


def test_a_passage_whose_words_have_changed_is_named_with_its_line(issued: Any) -> None:
    line = issued.replace(TEXT, "转诊网络。", "转诊与救治网络。")
    problem = issued.problem()
    assert problem.startswith(f"{TEXT}:{line}: 警告 warning: ")
    assert "passage health-m1 has changed since it was recorded; read it again" in problem


def test_white_space_and_page_numbers_are_no_change(issued: Any) -> None:
    issued.replace(TEXT, "转诊网络。", "转 诊网络。*12*{ .page }")
    assert issued.problems() == []


def test_renewing_the_lock_settles_a_change(issued: Any, capsys: Any) -> None:
    issued.replace(TEXT, "转诊网络。", "转诊与救治网络。")
    issued.replace(TEXT, "流动筛查车。", "流动筛查。")
    root = ["--root", str(issued.root)]
    assert lock_official.main([PATH, "health-m2", *root]) == 0
    assert "passage health-m1 has changed" in issued.problem()
    assert lock_official.main([PATH, *root]) == 0
    assert "改动 changed: health-m1\n" in capsys.readouterr().out
    assert issued.problems() == []


def test_only_what_is_there_can_be_locked(issued: Any, capsys: Any) -> None:
    root = ["--root", str(issued.root)]
    assert lock_official.main([PATH, "health-m99", *root]) == 1
    assert lock_official.main(["yunting/women-2021-2030", *root]) == 1
    said = capsys.readouterr().err
    assert "there is no passage health-m99" in said
    assert "plans/yunting/women-2021-2030: " in said and "there is no official.zh.md" in said


def test_a_clause_without_a_passage_is_named_where_it_is_recorded(issued: Any) -> None:
    line = issued.append(
        f"{PATH}/measures/health.yml",
        '- number: "3"\n  title: {zh: 心理援助, en: Mental health aid}\n',
    )
    problem = issued.problem()
    assert problem.startswith(f"{PATH}/measures/health.yml:{line}: 警告 warning: ")
    assert "the official text has no passage health-m3" in problem


def test_a_passage_without_a_record_is_named_where_it_stands(issued: Any) -> None:
    line = issued.append(TEXT, "\n3.心理援助。\n{: #health-m3 }\n")
    found = issued.problems()
    assert all(one.startswith(f"{TEXT}:{line + 1}: 警告 warning: ") for one in found)
    assert [one.split(" | ")[1] for one in found] == [
        "passage health-m3 is new since the text was recorded; read it and renew the lock with scripts/lock_official.py",
        "passage health-m3 has no record; record it, or correct the anchor",
    ]


def test_a_passage_that_is_gone_is_named_in_the_lock(issued: Any) -> None:
    issued.replace(TEXT, "{: #health-m2 }\n", "")
    line = 1 + (issued / LOCK).read_text().split("\n").index(
        next(one for one in (issued / LOCK).read_text().split("\n") if "health-m2:" in one)
    )
    found = issued.problems()
    gone = [one for one in found if "is gone from the official text" in one]
    assert [one.partition(" ")[0] for one in gone] == [f"{LOCK}:{line}:"]
    assert any("the official text has no passage health-m2" in one for one in found)


def test_an_anchor_that_stands_twice_is_named_and_printed_once(issued: Any) -> None:
    issued.append(TEXT, "\n附。\n{: #health-m2 }\n")
    assert any("the anchor health-m2 stands twice" in one for one in issued.problems())
    ids = pages(issued.load(), "zh")["official"][1].xpath("//@id")
    assert ids.count("health-m2") == 1


def test_a_text_without_a_lock_or_anchors_says_what_to_run(issued: Any) -> None:
    (issued / LOCK).unlink()
    assert "run scripts/lock_official.py" in issued.problem()
    issued.write(TEXT, "没有锚点。\n")
    assert "import the document with scripts/import_document.py" in issued.problem()


@pytest.mark.parametrize("text", ["[]\n", "health-t1: 12\n", "- x\n"])
def test_a_lock_of_another_form_is_an_error(issued: Any, text: str) -> None:
    issued.write(LOCK, text)
    assert any(one.startswith(f"{LOCK}:1: 错误 error: ") for one in issued.problems())


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


def test_a_lock_alone_needs_no_text(issued: Any) -> None:
    (issued / TEXT).unlink()
    assert issued.problems() == []


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
