"""textstat's nine scores, called one by one: `python -m tests.benchmarks.scores FILE` calls them on each text of FILE.

FILE is JSON Lines, an article each, as `core analyze` reads it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import textstat

from tests.textstat_reference import use_our_dictionary

SCORES: tuple[Callable[[str], float], ...] = (
    textstat.flesch_reading_ease,
    textstat.flesch_kincaid_grade,
    textstat.gunning_fog,
    textstat.smog_index,
    textstat.automated_readability_index,
    textstat.coleman_liau_index,
    textstat.dale_chall_readability_score,
    textstat.linsear_write_formula,
    lambda text: textstat.text_standard(text, float_output=True),
)


if __name__ == "__main__":
    use_our_dictionary()
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for score in SCORES:
            score(text)
