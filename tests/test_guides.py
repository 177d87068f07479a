"""The guides are followed literally: their commands run, and say what the guides say they say.

In a guide `<!-- try: … -->` does by hand what the reader does by hand: replace, append, restore,
document. In what a command prints, … stands for anything.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

GUIDES = Path("docs/zh/guides"), Path("docs/en/guides")
NAMES = sorted(path.name for path in (Path(__file__).parents[1] / GUIDES[0]).glob("*.md"))
_STEP = re.compile(
    r"^ *<!-- try: (?P<act>.+?) -->$|^(?P<indent> *)```(?:console|\{\.console[^}]*\})\n(?P<block>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_WIDE = str.maketrans("，：；（）", ",:;()")
DOCUMENT = """云汀市妇女发展规划(2026—2030年)

一、妇女与健康
主要目标:
1. 孕产妇死亡率控制在9/10万以下。
策略措施:
1. 完善妇幼健康服务体系。
"""


class Reader:
    """Someone who follows a guide in a copy of the repository."""

    def __init__(self, repository: Path, folder: Path) -> None:
        self.repository, self.folder = repository, folder
        shutil.copytree(repository / "scripts", folder / "scripts")
        self.restore()

    def restore(self) -> None:
        """Put the sources back as they were."""
        shutil.rmtree(self.folder / "plans", ignore_errors=True)
        shutil.copytree(self.repository / "plans", self.folder / "plans")

    def act(self, words: str) -> None:
        """Do what is done by hand."""
        verb, _, rest = words.partition(" ")
        if verb == "restore":
            self.restore()
        elif verb == "document":
            (self.folder / rest).write_text(DOCUMENT, encoding="utf-8")
        elif verb == "append":
            name, _, line = rest.partition(" ::")
            (self.folder / name).parent.mkdir(exist_ok=True)
            with (self.folder / name).open("a", encoding="utf-8") as file:
                file.write(line.removeprefix(" ") + "\n")
        else:
            name, old, new = rest.split(" :: ")
            text = (self.folder / name).read_text(encoding="utf-8")
            assert verb == "replace" and text.count(old) == 1, words
            new = new.replace("\\n", "\n")
            new = new.replace("\\n", "\n")
            (self.folder / name).write_text(text.replace(old, new), encoding="utf-8")

    def run(self, command: str) -> str:
        """Return what a command prints."""
        words = shlex.split(command)
        assert words[0] == ".venv/bin/python", command
        done = subprocess.run(
            [sys.executable, *words[1:]],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout + done.stderr


@pytest.fixture(scope="module")
def reader(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader with a copy of the repository."""
    return Reader(repository, tmp_path_factory.mktemp("copy"))


def runs(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a block with the lines the guide says it prints."""
    for part in re.split(r"^\s*\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = part.strip().split("\n")
        yield command, [line.strip() for line in lines]


def matches(said: str, printed: str) -> bool:
    """Return whether a line of a guide is a line that was printed; widths of punctuation differ."""
    pattern = ".*".join(re.escape(_narrow(piece).strip()) for piece in said.split("…"))
    return re.search(f"^{pattern}$", _narrow(printed), re.MULTILINE) is not None


def _narrow(text: str) -> str:
    return re.sub(r"(?<=[,:;()]) | (?=[(])", "", text.translate(_WIDE))


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_can_be_followed_literally(name: str, repository: Path, reader: Reader) -> None:
    reader.restore()
    for step in _STEP.finditer((repository / GUIDES[0] / name).read_text(encoding="utf-8")):
        if step["act"]:
            reader.act(step["act"])
            continue
        for command, lines in runs(step["block"]):
            printed = reader.run(command)
            for line in lines:
                assert matches(line, printed), f"{command}\n{line}\n---\n{printed[-3000:]}"


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_do_the_same(name: str, repository: Path) -> None:
    texts = [(repository / folder / name).read_text(encoding="utf-8") for folder in GUIDES]
    acts, commands, headings, steps = (
        [found(text) for text in texts] for found in (_acts, _commands, _headings, _steps)
    )
    assert acts[0] == acts[1]
    assert commands[0] == commands[1]
    assert headings[0] == headings[1]
    assert steps[0] == steps[1]


def _acts(text: str) -> list[str]:
    return [step["act"] for step in _STEP.finditer(text) if step["act"]]


def _commands(text: str) -> list[str]:
    blocks = [step["block"] for step in _STEP.finditer(text) if step["block"]]
    return [command for block in blocks for command, _ in runs(block)]


def _headings(text: str) -> list[str]:
    return re.findall(r"^#+(?= )", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)


def _steps(text: str) -> list[str]:
    return re.findall(r"^ *[0-9]+\.(?= )", text, re.MULTILINE)


@pytest.mark.parametrize("folder", GUIDES)
def test_pictures_are_small_described_and_sized(folder: Path, repository: Path) -> None:
    used = set()
    for page in (repository / folder).glob("*.md"):
        text = page.read_text(encoding="utf-8")
        for words, name, marks in re.findall(r"!\[(.*?)\]\((.*?)\)(\{.*?\})?", text):
            picture = repository / folder / name
            assert len(words) > 10, f"{page.name}: {name}"
            assert picture.stat().st_size < 80_000
            width, height = _size(picture.read_bytes())
            assert marks == f"{{ loading=lazy width={width} height={height} }}"
            used.add(name)
    assert used == {path.name for path in (repository / folder).glob("*.webp")}


def _size(data: bytes) -> tuple[int, int]:
    """Return width and height of an extended WebP picture."""
    assert data[:4] == b"RIFF" and data[12:16] == b"VP8X"
    width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    return width, height
