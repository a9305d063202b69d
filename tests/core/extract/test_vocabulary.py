"""The vocabulary: what it says of a word is what the rooms' rules say, worked out once, in bounded memory."""

from __future__ import annotations

import threading

import pytest

from core.extract import context, frame_terms, interest, memo
from core.extract.actors import name_classes
from core.extract.attribution import cues
from core.extract.dates import time_words
from core.extract.english import looks, vocabulary
from core.extract.figures import line
from core.extract.prepare import prepare
from core.extract.word import INTEREST
from tests.benchmarks.texts import generated

WORDS = (
    "The the May may Monday 2018 2,500 3.5m twenty-four mid-May year-old 10:30 said according economy economic "
    "inflation expected record-high forecast Geneva King Mr al-Assad Moscow-based O’Neill A “ , . -- $ % ½ U.S. or "
    "Christmas sank ’s 7th third-quarter"
).split()


def interests(word: str, room: int) -> bool:
    return bool(interest.finder(room).match(vocabulary.WORDS[word].interest))


@pytest.mark.parametrize("word", WORDS)
def test_what_is_known_of_a_word_is_what_the_rules_of_the_rooms_say(word):
    known, lower = vocabulary.WORDS[word], word.lower().replace("’", "'")
    assert known.look == looks.of(lower)
    assert known.letter == name_classes.letter(word)
    assert known.time == time_words.codes(word, lower)
    assert known.terms == frame_terms.begun(lower)
    assert known.status == context.opener(lower)
    assert interests(word, interest.NUMBER) == line.holds(lower)
    assert interests(word, interest.TIME) == time_words.tells(word, lower)
    assert interests(word, interest.PHRASE) == any(lower == first for first, _ in time_words.BEGINNINGS)
    assert interests(word, interest.CUE) == (lower in cues.FORMS or lower == "according")
    assert interests(word, interest.TERM) == (frame_terms.begun(lower) is not None)
    assert interests(word, interest.STATUS) == (context.opener(lower) is not None)


def test_each_room_finds_its_words_in_a_sentence_and_no_others():
    sentence = prepare("Mayor Ada Lowe said Monday that 40 boats were expected to sink.").sentences[0]

    def found(room: int) -> list[str]:
        return [sentence.words[match.start()] for match in interest.finder(room).finditer(sentence.interests)]

    assert found(interest.NUMBER) == ["40"]
    assert found(interest.TIME) == ["monday"]
    assert found(interest.CUE) == ["said", "expected"]
    assert found(interest.STATUS) == ["expected"]


def test_a_word_is_learned_once_for_all_texts():
    first, second = (prepare(f"The boat sank {when}.").sentences[0] for when in ("today", "again"))
    assert all(one is other for one, other in zip(first.known[:3], second.known[:3], strict=True))


def test_forgetting_all_words_leaves_texts_that_are_being_read_whole(monkeypatch):
    monkeypatch.setattr(memo, "_MOST", 50)
    texts = [article.text for article in generated(12, seed=3)]
    wanted = [[sentence.interests for sentence in prepare(text).sentences] for text in texts]
    found: dict[int, list[list[str]]] = {}

    def read(number: int) -> None:
        documents = [prepare(text) for text in texts]
        found[number] = [
            ["".join(map(INTEREST, sentence.known)) for sentence in document.sentences] for document in documents
        ]

    threads = [threading.Thread(target=read, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(4)] == [wanted] * 4
    assert len(vocabulary.WORDS) <= 50 + len(threads)
