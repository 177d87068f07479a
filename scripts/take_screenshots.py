"""Take the pictures of the guides anew, from a built site and the editing form (needs Chromium)."""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from pathlib import Path

from ensure_browser import WORDS, find_browser
from loopback import served
from plansite.admin.folder import write_admin
from plansite.arguments import Arguments
from plansite.command import finished_site, run
from plansite.load import load_site
from playwright.sync_api import Browser, Page, sync_playwright

PLAN = "heilongjiang/daqing/women-2021-2025"
LOCALES = {"zh": "zh-CN", "en": "en-US"}
SITE_PAGES = {
    "plan-page": f"plans/{PLAN}/",
    "indicator-page": "indicators/maternal-mortality-ratio/",
}
WORDS_OF = {
    "zh": {"open": "使用本地仓库", "unfold": "展开"},
    "en": {"open": "Work with Local Repository", "unfold": "Expand"},
}
VIEW = {"width": 1000, "height": 625}
SCALE = 0.8
"""800 by 500 points: small enough for a page, large enough to read."""
QUALITY = 0.7
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, { create: true });
    }
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
  }
}"""
"""Puts texts, by path, into the browser's own folder, which PICK offers as the chosen one."""
PICK = "window.showDirectoryPicker = async () => navigator.storage.getDirectory();"
TO_WEBP = """async ([png, quality]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def main() -> int:
    """Write docs/<lang>/guides/*.webp."""
    parser = Arguments(zh="重新拍摄指南中的图片（需要 Chromium）。", description=__doc__)
    parser.add_argument(
        "site", type=Path, help="建好的网站，如 site/ · a finished site, e.g. site/"
    )
    site = finished_site(parser.parse_args().site)
    browser_path = find_browser()
    if browser_path is None:
        print(WORDS, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name) / "site"
        shutil.copytree(site, folder)
        shutil.rmtree(folder / "admin", ignore_errors=True)
        write_admin(Path(), load_site(Path()), folder / "admin")
        browser = play.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
        )
        with served(folder) as address:
            for lang in LOCALES:
                _take_all(browser, address, lang)
        browser.close()
    return 0


def _take_all(browser: Browser, address: str, lang: str) -> None:
    context = browser.new_context(locale=LOCALES[lang], viewport=VIEW, device_scale_factor=SCALE)  # type: ignore[arg-type]
    page = context.new_page()
    for name, path in SITE_PAGES.items():
        page.goto(address + ("" if lang == "zh" else "en/") + path)
        page.wait_for_load_state("networkidle")
        _take(page, lang, name)
    page.add_init_script(PICK)
    page.goto(f"{address}admin/")
    files = sorted(Path("plans").glob(f"{PLAN}/**/*.*"))
    page.evaluate(FILL, {one.as_posix(): one.read_text(encoding="utf-8") for one in files})
    page.get_by_role("button", name=WORDS_OF[lang]["open"]).click()
    group = PLAN.replace("/", "_")
    page.wait_for_url("**/collections/**")
    page.goto(f"{address}admin/#/collections/{group}")
    page.wait_for_timeout(3000)
    _take(page, lang, "form-files")
    page.goto(f"{address}admin/#/collections/{group}/entries/{group}_targets_health_yml")
    unfold = page.get_by_role("button", name=WORDS_OF[lang]["unfold"], exact=True)
    unfold.first.wait_for()
    unfold.first.evaluate("one => one.click()")
    page.wait_for_timeout(2000)
    _take(page, lang, "form-target")
    context.close()


def _take(page: Page, lang: str, name: str) -> None:
    """Take what is in view; the browser itself turns it into WebP, on a page without a policy."""
    png = base64.b64encode(page.screenshot()).decode()
    blank = page.context.new_page()
    webp = base64.b64decode(blank.evaluate(TO_WEBP, [png, QUALITY]))
    blank.close()
    path = Path("docs") / lang / "guides" / f"{name}.webp"
    path.write_bytes(webp)
    print(f"{path}: {len(webp)} bytes")


if __name__ == "__main__":
    run(main)
