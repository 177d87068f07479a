"""What every command shares: whatever ends it is said in plain words, in both languages."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from plansite.problems import Origin, Problem, SourceError

INTERRUPTED = 130
"""The exit status of a command that was stopped, as shells count it."""


def finished_site(folder: Path) -> Path:
    """Return a folder that holds a built site. Raises SourceError if it does not."""
    if not (folder / "index.html").is_file():
        zh, en = "没有建好的网站；请先运行 make build", "no finished site; run make build first"
        raise SourceError([Problem(Origin(str(folder)), zh, en)])
    return folder


def run(main: Callable[[], int]) -> NoReturn:
    """Run a command and leave with its exit status.

    Problems of the sources, an interruption (Ctrl-C, or the end that a system sends) and a file
    that can not be read or written are told without a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        status = main()
        sys.stdout.flush()
    except SourceError as error:
        print(error, file=sys.stderr)
        status = 1
    except KeyboardInterrupt:
        print("已中断，没有完成 | interrupted, not finished", file=sys.stderr)
        status = INTERRUPTED
    except BrokenPipeError:  # nobody reads on; nor may the interpreter try to say more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except OSError as error:
        name, why = error.filename or error.filename2 or "-", error.strerror or error
        print(
            f"{name}: 无法读写（{why}）；请核对路径、权限和磁盘空间 | "
            f"can not be read or written ({why}); check path, permissions and free space",
            file=sys.stderr,
        )
        status = 1
    sys.exit(status)
