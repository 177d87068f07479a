"""Check everything in plans/ and print all problems; exit status 1 if there is an error."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import get_args

from plansite.arguments import Arguments
from plansite.command import run
from plansite.load import load_site
from plansite.problems import SourceError
from plansite.schema import outdated
from plansite.verdict import Format, Verdict


def main() -> int:
    """Print every problem with its file and line, in Chinese and English."""
    parser = Arguments(
        zh="检查 plans/ 中的一切，列出所有问题；有错误时退出状态为 1。", description=__doc__
    )
    parser.add_root()
    parser.add_argument(
        "--format",
        choices=get_args(Format),
        default="github" if os.environ.get("GITHUB_ACTIONS") else "text",
        help="text 供人看，github 标在修改请求上，json 供程序用 · text for people, github for annotations in a pull request, json for programs",
    )
    parser.add_argument(
        "--summary",
        type=Path,
        default=os.environ.get("GITHUB_STEP_SUMMARY") or None,
        help="把完整清单加到此 Markdown 文件 · add the whole list to this Markdown file",
    )
    options = parser.parse_args()
    found = check(options.root)
    print(found.written(options.format))
    if options.summary:
        _add_summary(options.summary, found)
    return 1 if found.counts[0] else 0


def _add_summary(path: Path, found: Verdict) -> None:
    """Add the list to a file; where that fails the verdict stands all the same."""
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(found.summary())
    except OSError as error:
        print(
            f"{path}: 写不进摘要（{error.strerror}） | the summary can not be written ({error.strerror})",
            file=sys.stderr,
        )


def check(root: Path) -> Verdict:
    """Return what there is in the sources below `root`, and everything wrong with it."""
    try:
        site = load_site(root)
    except SourceError as error:
        return Verdict("未通过", "not usable", error.problems)
    return Verdict(
        f"{len(site.plans)} 份规划，{len(site.observations)} 条数据",
        f"{len(site.plans)} plans, {len(site.observations)} observations",
        (*site.warnings, *outdated(site, root)),
    )


if __name__ == "__main__":
    run(main)
