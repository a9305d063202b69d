"""Do jobs in one process or many, and live through the death of one of them.

The pool is the standard library's. Of those that outlive a process, loky too loses everything that ran when one died,
so that jobs would be told apart by the same steps; pebble knows which job it was, but is under the LGPL. All three take
the same time.
"""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

J = TypeVar("J")
R = TypeVar("R")

_ALLOCATIONS = 50_000  # between two collections; Python's own default, 700, is reached twice in one article


@contextmanager
def fewer_collections() -> Iterator[None]:
    """Have Python look for unreachable cycles less often while articles are analysed, and as often as before after.

    Analysis makes thousands of small records an article and hardly a cycle: almost all memory is given back without
    the collector, whose rounds over records that are still held would cost a tenth of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def spread(
    perform: Callable[[J], R],
    jobs: Iterator[J],
    alone: Callable[[J, Callable[[J], R]], Iterator[R]],
    processes: int | None = None,
) -> Iterator[R]:
    """Yield what `perform` returns for each job, in order of completion.

    `processes` is their number; None takes all cores, or this process alone where there is but one job. Jobs that
    were running when a process died go one by one to `alone`, with a `perform` that raises BrokenProcessPool where
    the job ends its process again.
    """
    first = list(itertools.islice(jobs, 2))
    everything = itertools.chain(first, jobs)
    count = processes or (os.cpu_count() or 1 if len(first) > 1 else 1)
    if count == 1:
        for job in everything:
            yield _undisturbed(perform, job)
        return
    pool = _pool(count)
    running: dict[Future[R], J] = {}
    try:
        while True:
            stranded: list[J] = []
            for job in itertools.islice(everything, max(0, 2 * count - len(running))):
                try:
                    running[pool.submit(_undisturbed, perform, job)] = job
                except BrokenProcessPool:
                    stranded.append(job)
                    break
            if not running and not stranded:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done if running else ():
                job = running.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    stranded.append(job)
            if stranded:
                pool.shutdown(wait=False, cancel_futures=True)
                stranded += running.values()
                running = {}
                for job in stranded:
                    yield from alone(job, lambda job: _in_own_process(perform, job))
                pool = _pool(count)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _undisturbed(perform: Callable[[J], R], job: J) -> R:
    with fewer_collections():
        return perform(job)


def _in_own_process(perform: Callable[[J], R], job: J) -> R:
    with _pool(1) as pool:
        return pool.submit(_undisturbed, perform, job).result()


def _pool(count: int) -> ProcessPoolExecutor:
    available = multiprocessing.get_all_start_methods()  # never "fork": the caller may run threads
    context = multiprocessing.get_context("forkserver" if "forkserver" in available else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Let a worker end when the process that started it was killed, instead of waiting for jobs for ever."""

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
