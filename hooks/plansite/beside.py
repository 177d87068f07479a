"""Work that goes on beside other work: in a process of its own, which has all that is loaded here."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Result = TypeVar("Result")
FORKS = sys.platform == "linux"
"""Whether a process begins with what the one before it has loaded and computed."""


class EndedError(Exception):
    """The process was ended from outside before its work was done."""


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begin some work and yield a function that waits for its result; leaving ends the work.

    An error that ends the work is raised by that function, or EndedError. Where the system can not fork, the
    function does the work itself.
    """
    if not FORKS:
        yield work
        return
    ours, theirs = multiprocessing.Pipe(duplex=False)
    context: Any = multiprocessing.get_context("fork")
    child = context.Process(target=_work, args=(work, theirs), daemon=True)
    child.start()
    theirs.close()

    def result() -> Result:
        try:
            done, found = ours.recv()
        except EOFError:
            raise EndedError from None
        if not done:
            raise found
        return found  # type: ignore[no-any-return] # it came through a pipe

    try:
        yield result
    finally:
        child.terminate()
        child.join()
        ours.close()


def _work(work: Callable[[], object], result: Connection) -> None:
    """Send whether the work was done, and its result or the error that ended it."""
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)  # the parent says what there is to say
    try:
        result.send((True, work()))
    except Exception as error:
        result.send((False, error))
