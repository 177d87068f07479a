"""Build the site a second time, elsewhere and otherwise, and compare it with the first.

The second build runs in a copy of the repository at another path, with another hash seed, time zone,
language and file mask. Exit status 1 if any file differs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from plansite.arguments import Arguments
from plansite.checksums import differences
from plansite.command import run

_LEFT_OUT = (".venv", "site", "build", "dist", "site.old", ".*_cache", "__pycache__", ".hypothesis")
_OTHERWISE = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}


def main() -> int:
    """Compare and say what differs."""
    parser = Arguments(zh="在别处再构建一次，与第一次比较，应当完全相同。", description=__doc__)
    parser.add_root("mkdocs.yml")
    parser.add_argument(
        "--site", type=Path, default=Path("site"), help="第一次构建的网站 · the first build"
    )
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        print(f"{arguments.site}: 没有建好的网站；请先运行 make build | no finished site; run make build first", file=sys.stderr)  # fmt: skip
        return 1
    with TemporaryDirectory(prefix="again-") as folder:
        again = Path(folder) / "another place"
        shutil.copytree(arguments.root, again, ignore=shutil.ignore_patterns(*_LEFT_OUT), symlinks=True)  # fmt: skip
        build = [sys.executable, "scripts/build.py", "--site", "other", "--work", "work"]
        run = subprocess.run(build, cwd=again, env={**os.environ, **_OTHERWISE}, check=False, umask=0o077)  # fmt: skip
        if run.returncode:
            print("第二次构建失败 | the second build failed", file=sys.stderr)
            return 1
        found = tuple(differences(arguments.site, again / "other"))
    for line in found[:50]:
        print(line, file=sys.stderr)
    print(f"{len(found)} 个文件不同 | {len(found)} files differ")
    return 1 if found else 0


if __name__ == "__main__":
    run(main)
