"""A build removes and replaces nothing but what an earlier build made."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from plansite import places
from plansite.places import PlaceError, check_places, make_readable, swap, workplace


def folder(path: Path, **files: str) -> Path:
    """Make a folder with files, `index_html="…"` for index.html."""
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return path


def test_a_site_an_empty_folder_and_nothing_may_be_replaced(tmp_path: Path) -> None:
    work = tmp_path / "work"
    check_places(work, folder(tmp_path / "site", index_html="yesterday"))
    check_places(work, folder(tmp_path / "empty"))
    check_places(work, tmp_path / "new")


def test_a_folder_or_file_of_others_is_not_replaced(tmp_path: Path) -> None:
    repository = folder(tmp_path / "repository", index_html="x", mkdocs_yml="x")
    letters = folder(tmp_path / "letters", a_txt="x")
    for site in (repository, letters, letters / "a.txt"):
        with pytest.raises(PlaceError, match="it is not replaced"):
            check_places(tmp_path / "work", site)


def test_a_folder_with_languages_that_no_build_made_is_no_workplace(tmp_path: Path) -> None:
    folder(tmp_path / "docs" / "zh", index_md="by hand")
    with pytest.raises(PlaceError, match="zh: 不是以前构建的结果"):
        check_places(tmp_path / "docs", tmp_path / "site")


def test_a_workplace_keeps_what_others_put_there(tmp_path: Path) -> None:
    work = folder(tmp_path / "build", zh_log="said")
    folder(work / "zh", index_html="half a site")
    folder(work / "forms", a_xlsx="filled in")
    check_places(work, tmp_path / "site")
    with workplace(work):
        assert sorted(path.name for path in work.iterdir()) == ["forms"]


@pytest.mark.skipif(places.fcntl is None, reason="needs locks of the file system")
def test_a_workplace_has_one_build_at_a_time(tmp_path: Path) -> None:
    with (
        workplace(tmp_path / "build"),
        pytest.raises(PlaceError, match="another build is under way"),
        workplace(tmp_path / "build"),
    ):
        pass
    with workplace(tmp_path / "build"):
        pass


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", index_html="yesterday", gone_html="x")
    swap(folder(tmp_path / "work" / "zh", index_html="today"), site)
    assert [path.read_text(encoding="utf-8") for path in site.iterdir()] == ["today"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "work"]


def test_a_move_that_fails_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = folder(tmp_path / "site", index_html="yesterday")
    new = folder(tmp_path / "work" / "zh", index_html="today")
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path.name == "site.new":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OSError, match="No space left"):
        swap(new, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "yesterday"
    assert not (tmp_path / "site.new").exists()


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such rights")
def test_everybody_may_read_a_site_that_was_built_in_private(tmp_path: Path) -> None:
    site = folder(tmp_path / "site" / "data", a_csv="x").parent
    (site / "data" / "a.csv").chmod(0o600)
    site.chmod(0o700)
    make_readable(site)
    rights = [stat.S_IMODE(one.stat().st_mode) for one in (site, site / "data" / "a.csv")]
    assert rights == [0o755, 0o644]
