"""Pack the built site and its data into archives with checksums, to hand on or to attest.

Equal content gives equal bytes. OUT receives site.tar.gz, data.tar.gz and SHA256SUMS.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plansite.arguments import Arguments
from plansite.checksums import archive, write_checksums
from plansite.command import run


def main() -> int:
    """Write the archives; exit with 1 if there is no finished site."""
    parser = Arguments(zh="把建成的网站和数据打成附校验和的压缩包。", description=__doc__)
    parser.add_argument(
        "--site", type=Path, default=Path("site"), help="建好的网站 · the built site"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("dist"), help="压缩包写到哪里 · where the archives go"
    )
    arguments = parser.parse_args()
    site, out = arguments.site, arguments.out
    if not (site / "index.html").is_file():
        print(f"{site}: 没有建好的网站；请先运行 make build | no finished site; run make build first", file=sys.stderr)  # fmt: skip
        return 1
    out.mkdir(parents=True, exist_ok=True)
    archive(site, out / "site.tar.gz")
    archive(site / "data", out / "data.tar.gz")
    write_checksums(out)
    print((out / "SHA256SUMS").read_text(encoding="utf-8"), end="")
    return 0


if __name__ == "__main__":
    run(main)
