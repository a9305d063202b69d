"""`make mutants SEED=n`: python -m tests.mutants --seed n [--number 100] [--room extract/figures]."""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.mutants import child, covering, mutations, tree, warm
from tests.mutants.mutations import Mutant

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "mutants"
WORKERS = 2
BUDGET = 10.0  # seconds of tests for one mutant
Prepare = Callable[[Path | None], tuple[Callable[[], int], float]]  # in which copy → the work and its seconds
ANEW = 42  # a child that can't put its mutant into what is imported
_STAMPS = count(10**9, 10)
SURVIVED = (0, 5)  # pytest: all passed; no test ran


def main() -> int:
    """Sample mutants, run the tests on each, and print the share that is killed in each room."""
    asked = argparse.ArgumentParser(
        description="Sample small changes to the rules and count those a test notices."
    )
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--number", type=int, default=100, help="how many; 0 is all of them")
    asked.add_argument("--room", default="", help="only modules whose path below core begins so")
    asked.add_argument("--workers", type=int, default=WORKERS)
    choice = asked.parse_args()
    trees = [BUILD / f"tree{n}" / "checkout" for n in range(choice.workers)]
    for copy in trees:
        tree.renew(ROOT, copy)
    began = time.monotonic()
    measured = _measure(trees)
    print(f"{sum(len(of.tests) for of in measured)} tests in {len(measured)} files, {_since(began)}", flush=True)
    mutants = _sample(choice.seed, choice.number, choice.room)
    killed = _run(mutants, measured, trees)
    survivors = [str(mutant) for mutant in mutants if not killed[mutant]]
    (BUILD / f"survivors-{choice.seed}.txt").write_text("\n".join([*survivors, ""]), encoding="utf-8")
    print("\nsurvived:")
    print("\n".join(survivors))
    print(f"\n{'room':<24}{'mutants':>8}{'killed':>8}{'share':>8}")
    every = Counter(mutant.room for mutant in mutants)
    dead = Counter(mutant.room for mutant in mutants if killed[mutant])
    for room in sorted(every):
        print(f"{room:<24}{every[room]:>8}{dead[room]:>8}{dead[room] / every[room]:>8.0%}")
    total, all_dead = len(mutants), sum(dead.values())
    print(f"{'all':<24}{total:>8}{all_dead:>8}{all_dead / max(total, 1):>8.0%}   {_since(began)}")
    return 0


def _since(began: float) -> str:
    return f"{(time.monotonic() - began) / 60:.1f} minutes"


def _measure(trees: list[Path]) -> list[covering.Tests]:
    """Return which tests run which lines, measuring what has changed."""
    kept = BUILD / "covering"
    kept.mkdir(parents=True, exist_ok=True)
    keys = covering.keys(ROOT)
    targets = {file: kept / f"{key}.json" for file, key in keys.items()}
    missing = [file for file, target in targets.items() if not target.exists()]
    for old in set(kept.iterdir()) - set(targets.values()):
        old.unlink()

    def job(file: str) -> Prepare:
        return lambda copy: (lambda: covering.measure(copy, file, targets[file]), 300.0)

    for file, code, _ in _spread({file: job(file) for file in missing}, trees):
        if code:
            print(f"{file} can't be measured (exit code {code})", file=sys.stderr)
    return [covering.load(target) for target in targets.values() if target.exists()]


def _sample(seed: int, number: int, room: str) -> list[Mutant]:
    """Return some mutants, each of all as likely as any other."""
    os.chdir(ROOT)  # where mutmut looks for its settings
    modules = [path for path in mutations.modules(ROOT) if path.startswith(f"core/{room}")]
    every = [(path, n) for path in modules for n in range(_count(path))]
    print(f"{len(every)} mutants in all", flush=True)
    random.Random(seed).shuffle(every)
    found: list[Mutant] = []
    for path, n in every:
        mutant = mutations.make(ROOT, path, n)
        if mutations.tells(mutant):
            found.append(mutant)
        if len(found) == number:
            break
    return found


def _count(path: str) -> int:
    """Return how many mutants a module has, as counted before where it is the same."""
    key = hashlib.sha256((ROOT / path).read_bytes() + path.encode()).hexdigest()[:20]
    known = BUILD / "counts" / key
    if not known.exists():
        known.parent.mkdir(exist_ok=True)
        known.write_text(str(mutations.count(ROOT, path)), encoding="utf-8")
    return int(known.read_text(encoding="utf-8"))


def _run(mutants: list[Mutant], measured: list[covering.Tests], trees: list[Path]) -> dict[Mutant, bool]:
    """Return for each mutant whether a test noticed it."""
    killed: dict[Mutant, bool] = {}
    plans = {mutant: covering.choose(mutant, measured, BUDGET) for mutant in mutants}
    cold = [mutant for mutant in mutants if covering.runs_at_import(mutant, measured)]
    waiting = [mutant for mutant in mutants if mutant not in set(cold)]

    def drive(items: dict[str, pytest.Item]) -> None:
        known = warm.functions()
        gc.collect()
        gc.freeze()  # so that children leave the parent's memory alone

        def job(mutant: Mutant) -> Prepare:
            groups, seconds = plans[mutant]

            def work() -> int:
                path = Path.cwd() / mutant.path
                if not warm.put(path, mutant.source, known.get(str(path), [])):
                    return ANEW
                return warm.run(items, [name for group in groups for name in group])

            return lambda _: (work, 20 + 3 * seconds)

        for mutant, code, seconds in _spread({mutant: job(mutant) for mutant in waiting}, [None] * len(trees)):
            if code == ANEW:
                cold.append(mutant)
            else:
                _tell(killed, mutant, code, seconds)

    warm.open_session(trees[0], [of.file for of in measured], drive)
    os.chdir(ROOT)
    for mutant, code, seconds in _spread({mutant: _anew(mutant, *plans[mutant]) for mutant in cold}, trees):
        _tell(killed, mutant, code, seconds)
    return killed


def _tell(killed: dict[Mutant, bool], mutant: Mutant, code: int, seconds: float) -> None:
    killed[mutant] = code not in SURVIVED
    word = "killed  " if killed[mutant] else "survived"
    print(f"{len(killed):4} {word} {code:4} {seconds:5.1f} s  {mutant}", flush=True)


def _anew(mutant: Mutant, groups: list[list[str]], seconds: float) -> Prepare:
    """Return the work for a mutant that takes all modules to be imported anew, in a copy of the checkout."""

    def prepare(copy: Path | None) -> tuple[Callable[[], int], float]:
        if copy is None:
            raise ValueError("a mutant that is imported anew needs a copy of the checkout")
        (copy / mutant.path).write_text(mutant.source, encoding="utf-8")
        stamp = next(_STAMPS)
        os.utime(copy / mutant.path, (stamp, stamp))  # so that no compiled form is taken for it
        return lambda: _in_turn(groups), 20 + 3 * seconds

    return prepare


def _in_turn(groups: list[list[str]]) -> int:
    """Run groups of tests until one fails."""
    code = 5
    for tests in groups:
        if tests and code in SURVIVED:
            code = child.test(tests, dict.fromkeys(test.split("::")[0] for test in tests), (), "-x")
    return code


def _spread(jobs: dict[Any, Prepare], trees: Sequence[Path | None]) -> Iterator[tuple[Any, int, float]]:
    """Do jobs in children, one in each copy of the checkout at a time; yield each with exit code and seconds."""
    free, running = list(trees), {}
    waiting = list(jobs.items())
    while waiting or running:
        while waiting and free:
            key, prepare = waiting.pop(0)
            copy = free.pop()
            work, seconds = prepare(copy)
            pid, until = child.start(work, copy, seconds)
            running[pid] = key, copy, until
        pid, status, used = os.wait4(-1, os.WNOHANG)
        if pid in running:
            key, copy, _ = running.pop(pid)
            if copy is not None and isinstance(key, Mutant):
                tree.renew_one(ROOT, copy, key.path)
            free.append(copy)
            yield key, os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
            continue
        for late in [pid for pid, (_, _, until) in running.items() if time.monotonic() > until]:
            child.give_up(late)
        time.sleep(0.02)


if __name__ == "__main__":
    raise SystemExit(main())
