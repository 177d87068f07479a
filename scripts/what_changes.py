"""Say what a change of the sources changes: targets, figures, statuses, warnings, pages.

    scripts/what_changes.py BASE HEAD [--json FILE]

BASE and HEAD are git revisions, or folders that hold plans/. The summary is Markdown, in Chinese
and English. Exit status 1 if HEAD can not be used; a BASE that can not be used is said in words.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plansite.arguments import Arguments
from plansite.changes.compare import compare
from plansite.changes.report import to_json, to_markdown
from plansite.changes.snapshot import take
from plansite.changes.tree import TreeError, tree
from plansite.command import run


def main() -> int:
    """Print the summary; write the same as JSON where asked to."""
    parser = Arguments(
        zh="说明源文件的修改改变了什么：目标、数据、状态、警告、页面。",
        description=__doc__,
    )
    parser.add_argument("base", help="修改前：版本或文件夹 · the state before")
    parser.add_argument("head", help="修改后：版本或文件夹 · the state after")
    parser.add_argument(
        "--repository", type=Path, default=Path(), help="版本所在的仓库 · where revisions are"
    )
    parser.add_argument(
        "--json", type=Path, help="同样内容的 JSON 文件 · file for the same as JSON"
    )
    arguments = parser.parse_args()
    try:
        with (
            tree(arguments.base, arguments.repository) as old,
            tree(arguments.head, arguments.repository) as new,
        ):
            before, after = take(arguments.base, old), take(arguments.head, new)
            changes = compare(before, after)
            print(to_markdown(before, after, changes), end="")
            if arguments.json:
                arguments.json.write_text(to_json(before, after, changes), encoding="utf-8")
    except TreeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if after.site else 1


if __name__ == "__main__":
    run(main)
