"""Search as a reader meets it, in a real browser under the strict policy and a sub-path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessible import violations
from arriving import arrive
from playwright.sync_api import Browser, Page, expect

from search.conftest import Server


@pytest.fixture
def server(site: Path, serve: Callable[..., Server]) -> Server:
    return serve(site)


@pytest.fixture
def reader(browser: Browser, server: Server) -> Iterator[Page]:
    """A page at the site's root; any error on it fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    arrive(page, server.address)
    yield page
    page.close()
    assert [fault for fault in faults if "404" not in fault] == []


def ask(page: Page, query: str) -> None:
    """Type a query and wait for its results."""
    page.fill(".md-search__input", query)
    expect(page.locator('.md-search-result__list[aria-busy="false"]')).to_be_attached()


def titles(page: Page) -> list[str]:
    return page.locator(".ps-hit__title").all_inner_texts()


def test_nothing_is_fetched_before_first_use(reader: Page, server: Server) -> None:
    reader.wait_for_load_state("networkidle")
    assert not [path for path in server.asked if path.startswith("/search/")]
    reader.keyboard.press("/")
    expect(reader.locator("[role=status]")).to_contain_text("输入词语")
    assert [path for path in server.asked if path.startswith("/search/")] == ["/search/index.json"]


def test_the_indicator_comes_first_then_targets(reader: Page) -> None:
    ask(reader, "孕产妇死亡率")
    assert titles(reader)[:3] == ["孕产妇死亡率", "孕产妇死亡率城乡差距", "妇女与健康"]
    hit = reader.locator(".ps-hit > a").nth(2)
    assert hit.get_attribute("href", timeout=1000).endswith("/plans/qinglan/health/#t1")
    assert hit.locator(".ps-hit__text mark").all_inner_texts() == ["孕产妇死亡率"]
    expect(hit).to_contain_text("目标 · 青澜省妇女发展规划")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_keys_open_arrows_walk_enter_goes_and_escape_closes(reader: Page, key: str) -> None:
    box = reader.locator(".md-search__input")
    reader.keyboard.press(key)
    expect(box).to_be_focused()
    reader.keyboard.type("妇幼保健服务", delay=5)
    expect(reader.locator(".ps-hit")).to_have_count(2)
    reader.keyboard.press("ArrowDown")
    expect(reader.locator(".ps-hit a").first).to_be_focused()
    reader.keyboard.press("ArrowDown")
    expect(reader.locator(".ps-hit a").nth(1)).to_be_focused()
    reader.keyboard.press("ArrowUp")
    reader.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    reader.keyboard.press("Escape")
    expect(reader.locator("#__search")).not_to_be_checked()
    expect(reader.locator(".md-search__output")).to_be_hidden()


def test_an_arrow_walks_the_results_that_are_on_their_way(reader: Page) -> None:
    ask(reader, "妇幼")
    reader.locator(".md-search__input").press("End")
    reader.keyboard.type("保健服务")
    reader.keyboard.press("ArrowDown")
    expect(reader.locator(".ps-hit a").first.locator("mark").first).to_have_text("妇幼保健服务")
    expect(reader.locator(".ps-hit a").first).to_be_focused()


def test_enter_opens_the_first_result_at_its_place(reader: Page, server: Server) -> None:
    reader.keyboard.press("/")
    reader.keyboard.type("8/10万以下")
    reader.keyboard.press("Enter")
    reader.wait_for_url(server.address + "plans/qinglan/health/#t1")


def test_shortcuts_can_be_switched_off(reader: Page) -> None:
    reader.keyboard.press("/")
    reader.locator(".ps-search-keys input").uncheck()
    reader.reload()
    reader.keyboard.press("/")
    expect(reader.locator("#__search")).not_to_be_checked()


def test_full_width_figures_and_capitals_are_folded(reader: Page) -> None:
    for query in ("2030年", "２０３０年", "hpv", "ＨＰＶ疫苗"):
        ask(reader, query)
        assert len(titles(reader)) == 1, query


def test_another_name_finds_what_it_means_and_says_so(reader: Page) -> None:
    ask(reader, "MMR")
    expect(reader.locator(".ps-hit").first).to_contain_text("也作：孕产妇死亡率")
    assert titles(reader)[0] == "孕产妇死亡率"
    ask(reader, "两癌")
    also = reader.locator(".ps-hit", has_text="也作：宫颈癌和乳腺癌")
    assert also.locator(".ps-hit__title").all_inner_texts() == ["癌症"]
    assert {"妇女与健康", "术语"} <= set(titles(reader))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("孕产妇死亡率是多少", "孕产妇死亡率"),  # a question
        ("谁负责妇幼保健服务", "妇女与健康"),
        ("孕產婦死亡率", "孕产妇死亡率"),  # traditional characters
        ("孕产妇死亡绿", "孕产妇死亡率"),  # a slip of the pen
        ("筛查率两癌", "妇女与健康"),  # words in another order, run together
    ],
)
def test_what_no_page_holds_as_it_is_typed_finds_the_nearest(
    reader: Page, query: str, first: str
) -> None:
    ask(reader, query)
    assert titles(reader)[0] == first
    assert reader.locator(".ps-hit").first.locator("mark").count()


def test_a_slip_of_the_pen_or_a_plural_finds_the_english_word(reader: Page, server: Server) -> None:
    arrive(reader, server.address + "en/")
    for query in ("maternl", "amternal", "home"):
        ask(reader, query)
        assert "Care" in titles(reader), query
    ask(reader, "what is the maternal mortality ratio?")
    assert titles(reader)[0] == "Maternal mortality ratio"
    expect(reader.locator("[role=status]")).to_contain_text("maternal mortality ratio")


def test_the_end_of_a_number_is_not_the_number(reader: Page) -> None:
    ask(reader, "030年")
    expect(reader.locator("[role=status]")).not_to_contain_text("找到")


@pytest.mark.parametrize("query", ["？！…", "😀", "<img src=x onerror=alert(1)>", "大" * 10_000])
def test_any_query_is_answered_in_words(reader: Page, query: str) -> None:
    ask(reader, query)
    expect(reader.locator("[role=status]")).not_to_be_empty()
    assert not reader.locator(".md-search-result img").count()


def test_the_address_keeps_the_search_for_going_back_and_passing_on(
    reader: Page, server: Server
) -> None:
    ask(reader, "孕产妇死亡率")
    reader.click(".ps-search-narrow summary")
    reader.locator("[data-facet=tier]").select_option("地市级")
    expect(reader.locator("[role=status]")).to_have_text("找到 1 页")
    address = reader.url
    reader.locator(".ps-hit a").first.click()
    reader.wait_for_url("**/plans/yunting/health/**")
    reader.go_back()
    expect(reader.locator("[role=status]")).to_have_text("找到 1 页")
    arrive(reader, address)
    expect(reader.locator("[role=status]")).to_have_text("找到 1 页")
    expect(reader.locator("[data-facet=tier]")).to_have_value("地市级")
    reader.keyboard.press("Escape")
    assert reader.url == server.address


def test_what_stands_outside_the_chosen_range_is_one_press_away(reader: Page) -> None:
    ask(reader, "孕产妇死亡率")
    reader.click(".ps-search-narrow summary")
    reader.locator("[data-facet=tier]").select_option("地市级")
    ask(reader, "两癌")
    expect(reader.locator("[role=status]")).to_have_text("所选范围内没有。")
    reader.get_by_role("button", name="取消所选范围").click()
    expect(reader.locator(".ps-hit")).to_have_count(3)


def test_results_are_narrowed(reader: Page) -> None:
    ask(reader, "孕产妇死亡率")
    reader.click(".ps-search-narrow summary")
    reader.locator("[data-facet=tier]").select_option("地市级 (1)")
    expect(reader.locator("[role=status]")).to_have_text("找到 1 页")
    expect(reader.locator(".ps-hit a").first).to_have_attribute("href", re.compile("yunting"))
    reader.locator("[data-facet=tier]").select_option(label="全部")
    reader.locator("[data-facet=kind]").select_option("措施 (2)")
    expect(reader.locator(".ps-hit")).to_have_count(2)
    hrefs = [one.get_attribute("href") for one in reader.locator(".ps-hit > a").all()]
    assert all(href and href.endswith("#m1") for href in hrefs)
    expect(reader.locator("[data-facet=kind]")).to_be_focused()


def test_choices_that_are_opened_again_are_those_of_the_present_search(reader: Page) -> None:
    summary = reader.locator(".ps-search-narrow summary")
    kinds = reader.locator("[data-facet=kind] option")
    ask(reader, "共同用语")
    summary.click()
    expect(kinds.first).to_be_attached()
    present = kinds.all_inner_texts()
    ask(reader, "孕产妇死亡率")
    expect(kinds).not_to_have_text(present)
    summary.click()
    ask(reader, "共同用语")
    summary.click()
    expect(kinds).to_have_text(present)


def test_more_results_are_shown_on_demand(reader: Page) -> None:
    ask(reader, "共同用语")
    expect(reader.locator(".ps-hit")).to_have_count(10)
    reader.click(".ps-search-more")
    expect(reader.locator(".ps-hit")).to_have_count(14)
    expect(reader.locator("[role=status]")).to_have_text("找到 14 页")
    expect(reader.locator(".ps-hit a").nth(10)).to_be_focused()


def test_english_words_phrases_and_beginnings(reader: Page, server: Server) -> None:
    arrive(reader, server.address + "en/")
    ask(reader, "maternal mortality")
    assert sorted(titles(reader)) == ["Care", "Maternal mortality ratio", "Women and Health"]
    ask(reader, '"maternal mortality"')
    assert titles(reader) == ["Maternal mortality ratio", "Women and Health"]
    ask(reader, "matern")
    expect(reader.locator(".ps-hit").first).to_contain_text("also: maternal")
    ask(reader, "孕产妇死亡率")
    expect(reader.locator(".ps-hit").first).to_contain_text("also: maternal mortality ratio")
    ask(reader, "constructor")
    expect(reader.locator("[role=status]")).to_contain_text("Nothing found.")
    assert not [path for path in server.asked if path.startswith("/search/")]


def test_the_policy_may_stand_in_the_page(
    browser: Browser, site: Path, serve: Callable[..., Server]
) -> None:
    server = serve(site, meta=True)
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    arrive(page, server.address)
    ask(page, "妇幼保健")
    expect(page.locator(".ps-hit")).to_have_count(2)
    assert said == []
    page.close()


def test_a_search_that_fails_says_so_and_can_be_tried_again(reader: Page) -> None:
    reader.route("**/search/**", lambda route: route.fulfill(status=404))
    ask(reader, "妇幼")
    expect(reader.locator("[role=status]")).to_contain_text("搜索暂时不可用")
    reader.unroute("**/search/**")
    ask(reader, "妇幼保")
    expect(reader.locator(".ps-hit")).to_have_count(2)


def test_without_scripts_the_box_leads_to_the_index(browser: Browser, server: Server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address + "notes/1/")
    page.fill(".md-search__input", "两癌")
    page.press(".md-search__input", "Enter")
    expect(page.locator("h1")).to_have_text("索引")
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(server.address + "notes/1/")
    page.click(".ps-search-open")
    expect(page.locator("h1")).to_have_text("索引")
    context.close()


def test_a_missing_page_offers_a_search_for_its_words(reader: Page, server: Server) -> None:
    arrive(reader, server.address + "plans/孕产妇死亡率/2030")
    expect(reader.locator("[data-ps-asked]")).to_contain_text("孕产妇死亡率/2030")
    reader.get_by_role("button", name="孕产妇死亡率", exact=True).click()
    expect(reader.locator(".ps-hit__title").first).to_have_text("孕产妇死亡率")
    other = reader.locator("[data-ps-other]").get_attribute("href")
    assert other and "/portal/en/?q=%E5" in other


def test_an_address_with_a_question_opens_the_search(reader: Page, server: Server) -> None:
    arrive(reader, server.address + "?q=妇幼保健")
    expect(reader.locator(".ps-hit")).to_have_count(2)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_search_has_no_axe_violations(
    browser: Browser, server: Server, width: int, scheme: str
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 740},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    arrive(page, server.address)
    page.click(".ps-search-open" if width < 960 else ".md-search__input")
    ask(page, "孕产妇死亡率")
    page.click(".ps-search-narrow summary")
    expect(page.locator("[data-facet=kind]")).to_be_visible()
    assert violations(page, "[data-ps-search]") == []
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0
    page.close()
