"""Work beside other work: its result, its errors, its end."""

from __future__ import annotations

import multiprocessing
import os
import time
from functools import partial

import pytest
from plansite.beside import FORKS, EndedError, beside


def _fail() -> None:
    raise OSError(28, "No space left on device", "data/plans.csv")


def test_the_result_comes_from_another_process_that_knows_what_this_one_knows() -> None:
    known = {"answer": 42}
    with beside(lambda: (known["answer"], os.getpid())) as result:
        answer, process = result()
    assert answer == 42
    assert (process != os.getpid()) == FORKS


def test_a_result_larger_than_a_pipe_holds_comes_whole() -> None:
    with beside(lambda: b"x" * 1_000_000) as result:
        assert len(result()) == 1_000_000


def test_an_error_is_raised_where_the_result_is_awaited() -> None:
    with beside(_fail) as result, pytest.raises(OSError, match="No space left") as failure:
        result()
    assert failure.value.filename == "data/plans.csv"


@pytest.mark.skipif(not FORKS, reason="the work is done when it is asked for")
def test_leaving_ends_the_work() -> None:
    with beside(partial(time.sleep, 60)):
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()


@pytest.mark.skipif(not FORKS, reason="the work is done when it is asked for")
def test_work_that_was_killed_is_an_error_and_no_endless_wait() -> None:
    with beside(partial(os._exit, 9)) as result, pytest.raises(EndedError):
        result()
