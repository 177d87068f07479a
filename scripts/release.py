"""Put the built site on a web server of one's own, or go back to an earlier release.

    scripts/release.py TARGET                   publish site/ as a new release
    scripts/release.py TARGET --list            list the releases
    scripts/release.py TARGET --back [NAME]     go back, to the release before or to NAME

TARGET is a folder on the server's disk; the server serves TARGET/current.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from plansite.arguments import Arguments
from plansite.command import run
from plansite.releases import ReleaseError, current, install, releases, roll_back


def main() -> int:
    """Do what is asked; exit with 1 and say why if it can not be done."""
    parser = Arguments(
        zh="把建成的网站放到自己的服务器上，或退回以前的版本。",
        description=__doc__,
    )
    parser.add_argument("target", type=Path, help="存放各版本的文件夹 · folder of the releases")
    parser.add_argument(
        "--site", type=Path, default=Path("site"), help="建好的网站 · the built site"
    )
    parser.add_argument(
        "--name", help="版本名（默认为 UTC 时间） · name of the release (default: the time, in UTC)"
    )
    parser.add_argument("--back", nargs="?", const="", help="退回到某个版本 · go back to a release")
    parser.add_argument("--list", action="store_true", help="列出各版本 · list the releases")
    arguments = parser.parse_args()
    target = arguments.target
    try:
        if arguments.back is not None:
            print(f"current → {roll_back(target, arguments.back)}")
        elif not arguments.list:
            name = arguments.name or datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            install(arguments.site, target, name)
            print(f"current → {name}")
        else:
            for name in releases(target):
                print(f"{name}{' *' if name == current(target) else ''}")
    except (ReleaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    run(main)
