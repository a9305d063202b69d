"""Who the leading speakers are, and what the rest is called."""

from __future__ import annotations

import pandas as pd
import pytest

from core.compare import speech


def said(*rows):
    return pd.DataFrame(rows, columns=["speaker", "named", "speaker_group", "words"])


ROWS = said(
    ("Ann", True, "council", 30), ("Ben", True, None, 20), ("officials", False, None, 90), (None, False, None, 50),
    ("Cid", True, "council", 10), ("Ann", True, "council", 5),
)  # fmt: skip


def test_sources_without_a_name_are_one_voice_and_never_lead():
    voice = speech.voices(ROWS)
    assert list(voice) == ["Ann", "Ben", speech.NOT_NAMED, speech.NOT_NAMED, "Cid", "Ann"]
    assert speech.leading(voice, ROWS["words"]) == ["Ann", "Ben", "Cid"]
    assert speech.ranked(voice, ROWS["words"]) == ["Ann", "Ben", "Cid", speech.NOT_NAMED]


def test_what_does_not_lead_is_one_part():
    parts = speech.parts(speech.voices(ROWS), ROWS["words"], most=1)
    assert list(parts) == ["Ann", speech.OTHERS, speech.NOT_NAMED, speech.NOT_NAMED, speech.OTHERS, "Ann"]


def test_speakers_stand_in_their_groups():
    voice = speech.voices(ROWS, grouped=True)
    assert list(voice) == ["council", speech.UNGROUPED, speech.NOT_NAMED, speech.NOT_NAMED, "council", "council"]
    assert speech.leading(voice, ROWS["words"]) == ["council"]
    assert speech.ranked(voice, ROWS["words"]) == ["council", speech.UNGROUPED, speech.NOT_NAMED]


def test_seven_voices_lead_and_ties_go_by_name():
    rows = said(*((name, True, None, 10) for name in "HGFEDCBA"))
    assert speech.leading(speech.voices(rows), rows["words"]) == list("ABCDEFG")
    assert set(speech.parts(speech.voices(rows), rows["words"])) == {*"ABCDEFG", speech.OTHERS}


@pytest.mark.parametrize("grouped", [False, True])
def test_no_words_have_no_voice(grouped):
    assert list(speech.parts(speech.voices(said(), grouped=grouped), said()["words"])) == []
