"""The editing form in Chromium, on a local folder: an edit saved there is good for the check."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import served
from plansite.load import load_site
from playwright.sync_api import Browser, Locator, Page, expect
from take_screenshots import FILL, PICK

PLAN = "plans/qinglan/chengxi/women-2021-2025"
GROUP = "qinglan_chengxi_women-2021-2025"
READ = """async (path) => {
  const parts = path.split("/");
  let folder = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) {
    folder = await folder.getDirectoryHandle(part);
  }
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""


class Checkout:
    """The form open on a folder that holds the fictional plans."""

    def __init__(self, page: Page, address: str, root: Path) -> None:
        self.page, self.address, self.root = page, address, root

    def open(self, name: str) -> None:
        """Open a file's form."""
        entry = name.removeprefix("plans/").replace("/", "_").replace(".", "_")
        group = GROUP if name.startswith(PLAN) else "shared"
        self.page.goto(f"{self.address}#/collections/{group}/entries/{entry}")
        expect(self.page.get_by_role("button", name="保存", exact=True)).to_be_visible()

    def field(self, path: str) -> Locator:
        """Return a field, brought into view, as the form draws no others."""
        found = self.page.locator(f'[data-key-path="{path}"]')
        for _ in range(30):
            if found.count():
                found.scroll_into_view_if_needed()
                return found
            last = self.page.locator("[data-key-path]").last
            last.scroll_into_view_if_needed()
            last.hover(force=True)
            self.page.mouse.wheel(0, 500)
        raise AssertionError(f"no field {path}")

    def unfold(self, path: str, index: int) -> None:
        """Unfold an entry of a list."""
        item = self.field(path).get_by_role("button", name="展开", exact=True).nth(index)
        item.evaluate("one => one.click()")

    def save(self, name: str) -> str:
        """Save, put the file into the folder the check reads, and return its text."""
        before = self.page.evaluate(READ, name)
        self.page.get_by_role("button", name="保存", exact=True).click()
        for _ in range(50):
            if (text := str(self.page.evaluate(READ, name))) != before:
                break
            self.page.wait_for_timeout(100)
        (self.root / name).write_text(text, encoding="utf-8")
        return text


@pytest.fixture
def checkout(admin: Path, browser: Browser, tmp_path: Path) -> Iterator[Checkout]:
    """The form, served on loopback, with the fictional plans as the chosen folder."""
    root = tmp_path / "checkout"
    shutil.copytree(Path(__file__).parents[1] / "plans" / "plans", root / "plans")
    files = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in (root / "plans").rglob("*")
        if path.suffix in {".yml", ".md"}
    }
    with served(admin.parent) as root_address:
        address = f"{root_address}admin/"
        context = browser.new_context(locale="zh-CN", viewport={"width": 1200, "height": 900})
        page = context.new_page()
        page.add_init_script(PICK)
        page.goto(address)
        page.evaluate(FILL, files)
        page.get_by_role("button", name="使用本地仓库").click()
        expect(page.get_by_text("澄汐市 2021—2025").first).to_be_visible(timeout=20_000)
        yield Checkout(page, address, root)
        context.close()


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines that differ, of two texts of equal length."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [(old.strip(), new.strip()) for old, new in pairs if old != new]


def test_a_target_edited_in_the_form_changes_one_line_and_passes_the_check(
    checkout: Checkout,
) -> None:
    name = f"{PLAN}/targets/health.yml"
    before = (checkout.root / name).read_text(encoding="utf-8")
    checkout.open(name)
    checkout.unfold("entries", 0)
    checkout.unfold("entries.0.items", 0)
    checkout.field("entries.0.items.0.at_most").get_by_role("textbox").fill("9.0")
    after = checkout.save(name)
    assert changed_lines(before, after) == [("at_most: 9", "at_most: 9.0")]
    load_site(checkout.root)


def test_prose_edited_in_the_form_stays_markdown(checkout: Checkout) -> None:
    name = f"{PLAN}/health.zh.md"
    before = (checkout.root / name).read_text(encoding="utf-8")
    checkout.open(name)
    box = checkout.field("body").get_by_role("textbox")
    box.fill(before.rstrip("\n") + "\n\n- 新增一条。")
    assert checkout.save(name) == before + "\n- 新增一条。\n"
    load_site(checkout.root)


def test_a_source_edited_in_the_form_keeps_dates_and_truth(checkout: Checkout) -> None:
    name = "plans/qinglan/chengxi/sources.yml"
    before = (checkout.root / name).read_text(encoding="utf-8")
    checkout.open(name)
    checkout.unfold("entries", 0)
    checkout.field("entries.0.title.en").get_by_role("textbox").fill("A plan: second print")
    after = checkout.save(name)
    (change,) = changed_lines(before, after)
    assert '"A plan: second print"' in change[1]
    load_site(checkout.root)
