"""Sitemaps: no file has more addresses than allowed, none is lost, the packed file says the same."""

from __future__ import annotations

import gzip
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from plansite.sitemap import split_sitemap

HOME = "https://plans.example.org/a&b/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def write(folder: Path, count: int) -> Path:
    """Write a sitemap as the template does."""
    path = folder / "sitemap.xml"
    urls = "".join(f"\n<url><loc>https://plans.example.org/{n}/</loc></url>" for n in range(count))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMES["s"]}">'
    path.write_text(f"{head}{urls}\n</urlset>\n", encoding="utf-8")
    path.with_name("sitemap.xml.gz").write_bytes(gzip.compress(path.read_bytes()))
    return path


def located(path: Path) -> list[str]:
    found = ET.fromstring(path.read_text(encoding="utf-8")).iterfind("*/s:loc", NAMES)
    return [one.text or "" for one in found]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_short_sitemap_stays_as_it_is(tmp_path: Path, count: int) -> None:
    path = write(tmp_path, count)
    before = path.read_bytes()
    split_sitemap(tmp_path, HOME, most=4)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_a_long_one_becomes_an_index_of_parts(tmp_path: Path) -> None:
    path = write(tmp_path, 9)
    every = located(path)
    split_sitemap(tmp_path, HOME, most=4)
    parts = located(path)
    assert [one.removeprefix(HOME) for one in parts] == [f"sitemap-{n}.xml" for n in (1, 2, 3)]
    found = [located(tmp_path / one.removeprefix(HOME)) for one in parts]
    assert [len(one) for one in found] == [4, 4, 1]
    assert [one for part in found for one in part] == every
    assert gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes()) == path.read_bytes()


def test_a_site_without_a_sitemap_has_none_after(tmp_path: Path) -> None:
    split_sitemap(tmp_path, HOME)
    assert list(tmp_path.iterdir()) == []


def test_the_template_writes_a_line_for_each_address(repository: Path) -> None:
    template = (repository / "docs/overrides/sitemap.xml").read_text(encoding="utf-8")
    assert any(line.startswith("<url>") for line in template.splitlines())
    assert template.count("<url>") == 1
