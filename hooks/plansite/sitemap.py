"""Sitemaps: one file while short, else an index and its parts, as sitemaps.org has it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from plansite.packing import packed

MOST_ADDRESSES = 50_000
"""So many addresses may stand in one file."""
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def split_sitemap(folder: Path, address: str, most: int = MOST_ADDRESSES) -> None:
    """Make an index of sitemap.xml in the folder, and its parts, if it has too many addresses.

    `address` is that of the folder. A site without an address has an empty sitemap: left as it is.
    """
    whole = folder / "sitemap.xml"
    lines = whole.read_text(encoding="utf-8").splitlines() if whole.is_file() else []
    entries = [line for line in lines if line.startswith("<url>")]
    if len(entries) <= most:
        return
    head = lines[: lines.index(entries[0])]
    names: list[str] = []
    for start in range(0, len(entries), most):
        names.append(f"sitemap-{len(names) + 1}.xml")
        _write(folder / names[-1], [*head, *entries[start : start + most], "</urlset>"])
    parts = [f"<sitemap><loc>{escape(address + name)}</loc></sitemap>" for name in names]
    _write(whole, [head[0], f'<sitemapindex xmlns="{_XMLNS}">', *parts, "</sitemapindex>"])
    # the same bytes at every build, whenever it runs
    whole.with_name("sitemap.xml.gz").write_bytes(packed(whole.read_bytes()))


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
