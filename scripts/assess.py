"""Assess cases typed into a table: one output row a case, with status, projection and warnings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from plansite.formulas import guarded
from plansite.problems import Origin, Problem, SourceError
from plansite.progress.assess import assess
from plansite.progress.case_table import COLUMNS as INPUT
from plansite.progress.case_table import read_cases, unknown_columns
from plansite.progress.result_table import COLUMNS, cells, table


def main() -> int:
    """Write the table; on bad rows print all problems and return 1."""
    options = _parser().parse_args()
    try:
        content = _content(options.cases)
        for remark in unknown_columns(content, options.cases):
            print(remark, file=sys.stderr)
        _write(_assessed(content, options.cases), options.out)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    columns = "\n".join(f"  {name:20}{zh}\n{'':22}{en}" for name, (zh, en) in INPUT.items())
    parser = Arguments(
        zh="评估写在表里的案例：每个案例输出一行，含状态、预测和警告。",
        description=f"{__doc__}\n\nColumns of CASES.csv:\n{columns}",
    )
    parser.add_argument(
        "cases",
        metavar="CASES.csv",
        help="案例表；- 为标准输入 · table of cases; - for standard input",
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        help="写到此文件，而不是标准输出 · write here instead of standard output",
    )
    return parser


def _content(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise _unusable(name, "读不到文件；请检查路径", "cannot be read; check the path") from error


def _assessed(content: bytes, name: str) -> str:
    rows = [
        (guarded(case.name), *cells(assess(case.goal, case.points, case.as_of)))
        for case in read_cases(content, name)
    ]
    return table(("case", *COLUMNS), rows)


def _write(text: str, out: str | None) -> None:
    content = text.encode("utf-8")
    try:
        if out is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            Path(out).write_bytes(content)
    except OSError as error:
        raise _unusable(
            out or "-", "不能写入；请检查路径", "not writable; check the path"
        ) from error


def _unusable(name: str, zh: str, en: str) -> SourceError:
    return SourceError([Problem(Origin(name), zh, en)])


if __name__ == "__main__":
    run(main)
