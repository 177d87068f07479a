"""Ask whether the documents and releases the site links to are still there.

Every dead link is printed with its `file:line`. Exit status 1 if a page is gone (404, 410); what is
only refused or slow is listed apart, for many servers refuse programs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from plansite.escaping import escaped
from plansite.external_links import PAUSE, TIMEOUT, Checked, check_links, external_links
from plansite.load import load_site
from plansite.problems import SourceError

_WORDS = {
    "gone": "已不存在；请换成现址或存档网址 | is gone; give its present address or an archived copy",
    "unclear": "没有得到明确答复；请用浏览器核对 | gave no clear answer; look at it in a browser",
}


def main() -> int:
    """Print the dead links, and a summary as Markdown where asked to."""
    parser = Arguments(zh="检查所有通往外部的链接是否还能打开（需要联网）。", description=__doc__)
    parser.add_root()
    parser.add_argument(
        "--pause", type=float, default=PAUSE, help="两次请求之间的秒数 · seconds between requests"
    )
    parser.add_argument(
        "--timeout", type=float, default=TIMEOUT, help="等待回答的秒数 · seconds to answer"
    )
    parser.add_argument(
        "--most", type=int, default=2000, help="最多检查的链接数 · links asked at most"
    )
    parser.add_argument(
        "--summary",
        type=Path,
        help="把 Markdown 摘要加到此文件 · file to add a Markdown summary to",
    )
    arguments = parser.parse_args()
    try:
        links = external_links(load_site(arguments.root), arguments.root)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    checked = check_links(links[: arguments.most], arguments.pause, arguments.timeout)
    lines = [line for answer in ("gone", "unclear") for line in _lines(checked, answer)]
    gone = sum(one.answer == "gone" for one in checked)
    total = f"{len(checked)} 个链接，{gone} 个失效 | {len(checked)} links, {gone} gone"
    if left := len(links) - len(checked):
        total += f"; {left} 个未查 | {left} not asked"
    print("\n".join([*lines, total]))
    if arguments.summary:
        with arguments.summary.open("a", encoding="utf-8") as out:
            out.writelines(f"- {escaped(line)}\n" for line in [total, *lines])
    return 1 if gone else 0


def _lines(checked: tuple[Checked, ...], answer: str) -> list[str]:
    return [
        f"{origin.path}:{origin.line}: {one.link.url} ({one.reason}) {_WORDS[answer]}"
        for one in checked
        if one.answer == answer
        for origin in one.link.origins
    ]


if __name__ == "__main__":
    run(main)
