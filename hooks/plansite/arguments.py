"""The arguments of a command: what it is for and what is wrong with them, in both languages."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import Any, NoReturn

_WRONG = (
    (r"the following arguments are required: (.+)", r"缺少参数 \1"),
    (r"one of the arguments (.+) is required", r"应给出其中一个：\1"),
    (r"unrecognized arguments: (.+)", r"没有这个参数：\1"),
    (r"argument (.+): expected at least one argument", r"\1 后面要有值"),
    (r"argument (.+): expected .*", r"\1 后面要有一个值"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1 读到 \2，应为 \3 之一"),
    (r"argument (.+): invalid (?:int|float) value: (.+)", r"\1 读到 \2，应为数字"),
    (r"argument (.+): invalid .* value: (.+)", r"\1 读到 \2，不合要求"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 不能与 \2 同用"),
)
"""What the standard library says of wrong arguments, and the same in Chinese."""


class Arguments(argparse.ArgumentParser):
    """A parser that says what its command does, and what is wrong, in Chinese and English."""

    def __init__(self, zh: str = "", description: str | None = None, **options: Any) -> None:
        both = "\n\n".join(filter(None, (zh, description)))
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        with_help = options.pop("add_help", True)
        super().__init__(description=both, add_help=False, **options)
        self._positionals.title, self._optionals.title = "参数 arguments", "选项 options"
        if with_help:
            self.add_argument("-h", "--help", action="help", help="显示帮助 · show this help")

    def add_documents(self) -> None:
        """Add `--documents`: where the issued documents are; else PLANSITE_DOCUMENTS says it."""
        self.add_argument(
            "--documents",
            type=Path,
            default=os.environ.get("PLANSITE_DOCUMENTS"),
            help="正式文件的文件夹 · folder of the issued documents",
        )

    def add_root(self, holds: str = "plans/") -> None:
        """Add `--root`: the folder a command works on, told by what it holds."""
        said = f"{holds} 所在的文件夹 · folder that holds {holds}"
        self.add_argument("--root", type=Path, default=Path(), help=said)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with status 2, as commands do."""
        zh = next(
            (match.expand(to) for of, to in _WRONG if (match := re.fullmatch(of, message))), message
        )
        self.exit(
            2,
            f"{self.prog}: {zh}；用法见 {self.prog} --help | {message}; see {self.prog} --help\n",
        )
