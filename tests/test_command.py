"""Whatever ends a command is said in both languages, never as a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import os, signal, sys
from plansite.command import run
from plansite.problems import Origin, Problem, SourceError

# A job in the background is started with interruptions switched off, and so are its children.
signal.signal(signal.SIGINT, signal.default_int_handler)

def main():
    {body}
    return 0

run(main)
"""


def end_of(body: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT.format(body=body)],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ("pass", 0, ""),
        ("return 3", 3, ""),
        (f"os.kill(os.getpid(), {signal.SIGINT:d})", 130, "已中断，没有完成 | interrupted"),
        (f"os.kill(os.getpid(), {signal.SIGTERM:d})", 130, "已中断，没有完成 | interrupted"),
        ("open('/nowhere/at/all')", 1, "/nowhere/at/all: 无法读写（No such file or directory）"),
        ("raise OSError(28, 'No space left', 'site')", 1, "check path, permissions and free space"),
        (
            "raise SourceError([Problem(Origin('a.yml', 3), '错', 'wrong')])",
            1,
            "a.yml:3: 错误 error: 错 | wrong",
        ),
    ],
)
def test_an_end_is_told_in_plain_words(body: str, status: int, said: str) -> None:
    done = end_of(body)
    assert (done.returncode, "Traceback" in done.stderr) == (status, False)
    assert said in done.stderr


def test_a_reader_who_stops_reading_is_no_error_to_talk_about() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT.format(body="print('x' * 10_000_000)")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_every_command_of_the_project_ends_so(repository: Path) -> None:
    for path in (repository / "scripts").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "ensure_browser" not in path.name:  # it runs before the packages are there
            assert "xit(main())" not in text, path.name
