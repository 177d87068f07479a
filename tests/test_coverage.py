"""Coverage: what is recorded and summarised of what the document has."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from issued import issued_document
from plansite.load.official import TEXTS_VARIABLE
from plansite.problems import SourceError

# Not by `import coverage`: that is the name of a well-known package, too.
_SCRIPT = Path(__file__).parents[1] / "scripts" / "coverage.py"
_SPEC = importlib.util.spec_from_file_location("coverage_command", _SCRIPT)
assert _SPEC and _SPEC.loader
command = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(command)

PATH = "qinglan/chengxi/women-2021-2025"


@pytest.fixture(autouse=True)
def nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (TEXTS_VARIABLE, "PLANSITE_DOCUMENTS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def documents(sources: Any, tmp_path: Path) -> Path:
    """A folder with the document of one plan, named as its source is."""
    folder = tmp_path / "documents"
    folder.mkdir()
    # The importer knows this ninth domain by another id; without it, record and document agree.
    sources.replace(f"{PATH}/plan.yml", "law, digital-life]", "law]")
    for name in ("targets/digital-life.yml", "measures/digital-life.yml", "digital-life.zh.md", "digital-life.en.md"):  # fmt: skip
        (sources / f"{PATH}/{name}").unlink()
    for name in ("measures/health.yml", "projects.yml"):
        text = (sources / f"{PATH}/{name}").read_text(encoding="utf-8")
        text = text.replace(', "digital-life 1"]', "]").replace('serves: ["digital-life 1"]', "")
        sources.write(f"{PATH}/{name}", text)
    text = issued_document(sources.load().plans[PATH])
    (folder / "chengxi-women.txt").write_text(text, encoding="utf-8")
    return folder


def table(capsys: Any, sources: Any, *options: str) -> tuple[int, dict[str, list[str]], str]:
    """Return the exit status, the rows of the plan by name, and its title line."""
    status = command.main(["--root", str(sources.root), *options])
    lines = capsys.readouterr().out.split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(PATH))
    end = next(n for n in range(start, len(lines)) if not lines[n])
    rows = {
        line.split()[-1] if "sub-items" not in line else "sub-items": line.split()
        for line in lines[start + 2 : end]
    }
    return status, rows, lines[start]


def test_without_a_document_the_record_is_the_measure_and_it_says_so(
    sources: Any, capsys: Any
) -> None:
    _, rows, title = table(capsys, sources)
    assert "no document at hand: the record itself" in title
    assert rows["measures"][0] == rows["measures"][1]


def test_a_document_is_found_by_the_id_of_the_source(
    sources: Any, documents: Path, capsys: Any
) -> None:
    _, rows, title = table(capsys, sources, "--documents", str(documents))
    assert "document chengxi-women.txt" in title
    assert rows["measures"][:3] == ["16", "16", "100.0"]


def test_a_measure_that_is_not_recorded_is_missed(
    sources: Any, documents: Path, capsys: Any
) -> None:
    text = (documents / "chengxi-women.txt").read_text(encoding="utf-8")
    assert "2.流动筛查车" in text
    text = text.replace("（二）", "3.心理援助。每年一次。\n（二）", 1)
    (documents / "chengxi-women.txt").write_text(text, encoding="utf-8")
    options = ["--documents", str(documents), "--strict"]
    status, rows, _ = table(capsys, sources, *options)
    assert rows["measures"][:3] == ["17", "16", "94.1"]
    assert status == 1


def test_a_clause_without_a_summary_counts_as_recorded_only(sources: Any, capsys: Any) -> None:
    _, before, _ = table(capsys, sources)
    sources.replace(f"{PATH}/measures/health.yml", "  summary: {zh: 筛查车每年到每个乡镇两次。, en: A screening bus visits every township twice a year.}\n", "")  # fmt: skip
    _, after, _ = table(capsys, sources)
    assert after["measures"][1] == before["measures"][1]
    assert int(after["measures"][4]) == int(before["measures"][4]) - 1


def test_prose_is_counted_by_language(sources: Any, capsys: Any) -> None:
    _, rows, _ = table(capsys, sources)
    # Two of nine domains have an overview.
    assert rows["prose"][0] == "9" and rows["prose"][4] == "2" and rows["prose"][7] == "2"
    assert rows["introduction"][:2] == ["1", "1"]


def test_a_folder_of_documents_that_is_not_there_is_told(tmp_path: Any) -> None:
    with pytest.raises(SourceError, match=r"没有这个文件夹.*there is no such folder"):
        command.main(["--documents", str(tmp_path / "nowhere")])


def test_strict_says_whether_all_is_there(sources: Any, capsys: Any) -> None:
    assert command.main(["--root", str(sources.root)]) == 0
    assert command.main(["--root", str(sources.root), "--strict"]) == 1
    assert "prose" in capsys.readouterr().out


def test_problems_of_the_sources_are_printed(sources: Any, capsys: Any) -> None:
    sources.write("units.yml", "- {id: percent}\n")
    assert command.main(["--root", str(sources.root)]) == 1
    assert "plans/units.yml:1: " in capsys.readouterr().err
