"""One build a language, side by side; then merged, searched, checked and swapped into place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from plansite.admin.folder import PackagesMissingError, write_admin
from plansite.checksums import write_checksums
from plansite.links import broken_links
from plansite.load import load_site
from plansite.model import Site
from plansite.problems import SourceError

CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}


class BuildError(Exception):
    """The site could not be built; the message is for people."""


def publish(root: Path, site: Path, work: Path, admin: bool = False) -> str:
    """Build the site of the repository at `root` into `site` and return a line that sums it up.

    Everything is made in `work` first, so that a failure leaves `site` as it was. With `admin`
    the site holds the editing form too, in admin/.
    Raises BuildError with all problems of the sources, MkDocs' words, or the broken links.
    """
    try:
        loaded = load_site(root)
    except SourceError as error:
        raise BuildError(f"{error}\n{len(error.problems)} problems in plans/") from None
    shutil.rmtree(work, ignore_errors=True)
    _run_mkdocs(root, work)
    merged = work / "zh"
    shutil.move(work / "en", merged / "en")
    _build_search(merged)
    if admin:
        _add_form(root, loaded, merged)
    if broken := sorted(broken_links(merged)):
        shown = "\n".join(broken[:50])
        raise BuildError(f"{shown}\n{len(broken)} broken links")
    _sum_up(merged)
    pages = sum(1 for _ in merged.rglob("*.html"))
    _swap(merged, site)
    return f"{pages} pages in {site}"


def _run_mkdocs(root: Path, build: Path) -> None:
    """Run both builds at once and wait for both."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    runs = {
        lang: subprocess.Popen(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "-f",
                config,
                "-d",
                str(build / lang),
            ],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for lang, config in CONFIGS.items()
    }
    said = {lang: run.communicate()[0] for lang, run in runs.items()}
    failed = [lang for lang, run in runs.items() if run.returncode]
    if failed:
        raise BuildError("\n".join(f"{CONFIGS[lang]}:\n{said[lang]}" for lang in failed))


def _add_form(root: Path, loaded: Site, merged: Path) -> None:
    try:
        write_admin(root, loaded, merged / "admin")
    except PackagesMissingError as error:
        raise BuildError(str(error)) from None


def _build_search(merged: Path) -> None:
    from plansite.search import build_index

    build_index(merged)


def _sum_up(merged: Path) -> None:
    """Write the checksums of the data and of the whole site, for those who fetch either."""
    if (merged / "data").is_dir():
        write_checksums(merged / "data")
    write_checksums(merged)


def _swap(new: Path, site: Path) -> None:
    """Put the finished site in place; the old one is removed last."""
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    site.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(new, site)
    shutil.rmtree(old, ignore_errors=True)
