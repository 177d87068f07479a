"""Find a Chromium, Chrome or Edge for the tests; install Debian's where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
)  # fmt: skip
WORDS = (
    "没有找到 Chromium、Chrome 或 Edge;请安装其中之一(Debian: apt-get install chromium)| "
    "no Chromium, Chrome or Edge was found; install one (Debian: apt-get install chromium)"
)


def find_browser() -> str | None:
    """Return the path of a browser, or None. CHROME_PATH names one that is not on PATH."""
    named = os.environ.get("CHROME_PATH")
    if named and os.access(named, os.X_OK):
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install_browser() -> bool:
    """Install Debian's Chromium and a Chinese font; return whether that worked."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        [apt, "update", "-qq"],
        [apt, "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
    )
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode == 0
        for command in commands
    )


def main() -> int:
    """Exit 0 if a browser is there at the end, else say what to install and exit 1."""
    if find_browser() or (install_browser() and find_browser()):
        return 0
    print(WORDS, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
