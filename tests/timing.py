"""How long a task takes, for tests that what grows with a text's length grows with nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable


def least_seconds(task: Callable[[], object], times: int = 3) -> float:
    """Return the least processor time of a few runs: whatever else the process has to do only adds to it."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        task()
        taken.append(time.process_time() - begin)
    return min(taken)
