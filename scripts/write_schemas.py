"""Write the JSON Schemas and settings with which an editor explains and completes the sources."""

from __future__ import annotations

from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from plansite.load import load_site
from plansite.problems import SourceError
from plansite.schema import editor_files


def main() -> int:
    """Write the files, or with --check only name those that differ from what they should be."""
    parser = Arguments(zh="更新编辑器所知的字段和代号（.vscode/）。", description=__doc__)
    parser.add_root()
    parser.add_argument(
        "--check",
        action="store_true",
        help="只检查，不写入；有过期的则状态为 1 · write nothing; status 1 if one is old",
    )
    options = parser.parse_args()
    try:
        wanted = editor_files(load_site(options.root))
    except SourceError as error:
        print(*error.problems, sep="\n")
        return 1
    old = [name for name, text in wanted.items() if _text(options.root / name) != text]
    for name in old:
        if options.check:
            print(f"{name}: 与源文件不一致；请运行 make schemas | is out of step; run make schemas")
            continue
        path = options.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[name], encoding="utf-8", newline="\n")
        print(f"{name}: 已更新 | written")
    return 1 if old and options.check else 0


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    run(main)
