"""One build a language, side by side; then merged, searched, checked and swapped into place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from plansite import languages
from plansite.admin.folder import PackagesMissingError, write_admin
from plansite.beside import FORKS, EndedError, beside
from plansite.checksums import write_checksums
from plansite.compiled import compiled
from plansite.edition import load_labels
from plansite.findings import Findings
from plansite.generate import PREVIEW_VARIABLE, shared, shared_files
from plansite.links import NO_ANCHOR, Loose, broken_links, joined, loose_links, still_loose
from plansite.load import load_site
from plansite.model import Site
from plansite.pictures import missing_words
from plansite.places import PlaceError, check_places, make_readable, swap, workplace
from plansite.problems import Origin, Problem, SourceError
from plansite.records.base import Lang
from plansite.shelf import Compiled, use_compiled
from plansite.site_files import File, recorded_files

CONFIGS: dict[Lang, str] = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}


class BuildError(Exception):
    """The site could not be built; the message is for people."""


def publish(root: Path, site: Path, work: Path, admin: bool = False) -> str:
    """Build the site of the repository at `root` into `site` and return a line that sums it up.

    Everything is made in `work` first, so that a failure leaves `site` as it was. With `admin`
    the site holds the editing form too, in admin/.
    Raises BuildError with all problems of the sources, MkDocs' words, or the broken links.
    """
    try:
        check_places(work, site)
        with beside(partial(compiled, root / CONFIGS["zh"])) as templates:
            loaded = load_site(root)
            with workplace(work):
                merged = _merged(root, work, loaded, templates, admin)
            pages = sum(name.endswith(".html") for *_, names in os.walk(merged) for name in names)
            swap(merged, site)
    except PlaceError as error:
        raise BuildError(str(error)) from None
    except EndedError:
        raise BuildError(
            "构建的一个进程被系统结束（可能内存不足），没有构建；请重试 | "
            "the system ended a process of the build (for want of memory?), nothing was built; try again"
        ) from None
    except SourceError as error:
        many = len(error.problems)
        raise BuildError(
            f"{error}\nplans/ 有 {many} 处问题，没有构建 | {many} problems in plans/, nothing was built"
        ) from None
    lacking = missing_words(loaded, load_labels()) if loaded.settings.pictures else ()
    return "\n".join((*lacking, *_preview(), f"{pages} 页 | pages: {site}"))


def _preview() -> Iterator[str]:
    if only := os.environ.get(PREVIEW_VARIABLE):
        yield (
            f"{PREVIEW_VARIABLE}={only}: 只有这一份规划，未检查链接；不要发布 | "
            "this plan only, links were not checked; do not publish it"
        )


def _merged(
    root: Path, work: Path, loaded: Site, templates: Callable[[], Compiled], admin: bool
) -> Path:
    """Build both languages, and return the folder of the whole site, checked."""
    merged = work / "zh"
    with (
        beside(partial(_files, root, partial(recorded_files, loaded))) as recorded,
        shared(root, Findings(loaded)),
        beside(partial(_files, root, partial(shared_files, root))) as computed,
    ):
        if FORKS:  # elsewhere the languages do not begin with what is known here
            use_compiled(templates())
        _build_languages(root, work)
        shutil.move(work / "en", merged / "en")
        for path, content in (*recorded(), *computed()):
            _write(merged / path, content)
    if admin:
        _add_form(root, loaded, merged)
    preview = os.environ.get(PREVIEW_VARIABLE)  # links to the pages it leaves out lead nowhere
    if not preview and (broken := sorted(broken_links(merged, _loose(work, merged, admin)))):
        shown = "\n".join([*map(str, _written(loaded, broken)), *broken[:50]])
        raise BuildError(f"{shown}\n{len(broken)} 个链接没有指向 | broken links")
    _sum_up(merged)
    make_readable(merged)
    return merged


def _files(root: Path, make: Callable[[str], Iterable[File]]) -> list[File]:
    """Return files for the root of the site, made for its address; a preview has none."""
    if os.environ.get(PREVIEW_VARIABLE):
        return []
    return [*make(languages.address(root / CONFIGS["zh"]))]


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _loose(work: Path, merged: Path, admin: bool) -> Loose:
    """Return what pages link to and the whole site has not; each language has read its own."""
    parts = [languages.loose_links(work, lang) for lang in CONFIGS]
    return still_loose(merged, joined([*parts, loose_links(merged, "admin/") if admin else {}]))


def _written(loaded: Site, broken: Iterable[str]) -> Iterator[Problem]:
    """Yield where prose has written a link that leads nowhere."""
    links = {one.partition(": ")[2].removesuffix(NO_ANCHOR) for one in broken}
    for plan in loaded.plans.values():
        texts = [
            slot
            for one in plan.evaluations
            for text in one.texts.values()
            for slot in text.slots.values()
        ]
        for prose in (*plan.prose.values(), *texts):
            for number, line in enumerate(prose.markdown.split("\n"), start=prose.origin.line):
                for link in links:
                    if f"({link}" in line or f": {link}" in line:
                        yield Problem(
                            Origin(prose.origin.path, number),
                            f"链接 {link!r} 没有指向任何页面；请在网站上打开该页核对地址，或删除",
                            f"the link {link!r} leads nowhere; open the page on the site and compare the address, or remove the link",
                        )


def _build_languages(root: Path, build: Path) -> None:
    """Run both builds at once and wait for both."""
    if failed := languages.build_all(root, build, CONFIGS):
        raise BuildError("\n".join(f"{CONFIGS[lang]}:\n{said}" for lang, said in failed.items()))


def _add_form(root: Path, loaded: Site, merged: Path) -> None:
    try:
        write_admin(root, loaded, merged / "admin")
    except PackagesMissingError as error:
        raise BuildError(str(error)) from None


def _sum_up(merged: Path) -> None:
    """Write the checksums of the data and of the whole site, for those who fetch either."""
    if (merged / "data").is_dir():
        write_checksums(merged / "data")
    write_checksums(merged)
