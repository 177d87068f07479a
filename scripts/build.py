"""Build the whole site: both languages side by side, merged, checked, and swapped into place."""

from __future__ import annotations

import sys
from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from plansite.languages import collect_seldom
from plansite.load.official import use_texts
from plansite.publish import BuildError, publish


def main() -> int:
    """Build into `site/`; a failed build leaves the old site untouched and exits with 1."""
    parser = Arguments(
        zh="构建整个网站：两种语言并行，合并、检查，完成后才换上。", description=__doc__
    )
    parser.add_root("mkdocs.yml")
    parser.add_argument(
        "--site", type=Path, default=Path("site"), help="网站写到哪里 · where the site goes"
    )
    parser.add_argument(
        "--work",
        type=Path,
        help="构建用的文件夹（默认 build/） · where it is made (default: build/ in the root)",
    )
    parser.add_argument(
        "--official-texts",
        type=Path,
        help="正式文本的文件夹，试构建用 · folder of official texts, for a trial build",
    )
    parser.add_argument(
        "--admin",
        action="store_true",
        help="带 admin/ 编辑表单（先运行 npm ci） · with the editing form in admin/ (needs npm ci)",
    )
    arguments = parser.parse_args()
    if arguments.official_texts:
        use_texts(arguments.official_texts)
    root = arguments.root.resolve()
    work = (arguments.work or root / "build").resolve()
    collect_seldom()
    try:
        summary = publish(root, arguments.site.resolve(), work, arguments.admin)
    except BuildError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(summary)
    return 0


if __name__ == "__main__":
    run(main)
