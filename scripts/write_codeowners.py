"""Write .github/CODEOWNERS from .github/owners.yml and the bodies that clauses name."""

from __future__ import annotations

from plansite.arguments import Arguments
from plansite.command import run
from plansite.load import load_site
from plansite.owners import CODEOWNERS, codeowners, load_owners
from plansite.problems import SourceError


def main() -> int:
    """Write the file, or with --check only say whether it is out of step (status 1)."""
    parser = Arguments(
        zh="由 .github/owners.yml 和 plans/ 写出 .github/CODEOWNERS。", description=__doc__
    )
    parser.add_root()
    parser.add_argument("--check", action="store_true", help="只检查，不写入 · write nothing")
    options = parser.parse_args()
    try:
        site = load_site(options.root)
        text = codeowners(site, load_owners(options.root, site))
    except SourceError as error:
        print(*error.problems, sep="\n")
        return 1
    path = options.root / CODEOWNERS
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return 0
    if options.check:
        print(
            f"{CODEOWNERS}: 与源文件不一致；请运行 make codeowners | is out of step; run make codeowners"
        )
        return 1
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{CODEOWNERS}: 已更新 | written")
    return 0


if __name__ == "__main__":
    run(main)
