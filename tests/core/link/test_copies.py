"""Texts taken over from one another."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from core.link import copies

AGENCY = (
    "The ferry to Saltholm lost its rudder shortly after noon and drifted for two hours before a tug from the harbour "
    "took it in tow. None of the 212 passengers was hurt, the harbour master said, but the line will stay shut until "
    "divers have looked at the hull and the owner has shown that the second ship is safe."
)
OWN = (
    "Our reporter on the quay saw people wave from the deck while children slept on their bags. Some had missed "
    "a wedding on the island; others asked loudly who would pay for the evening and for the cancelled trains."
)


def test_the_same_words_are_an_exact_copy_whatever_their_case_and_punctuation():
    loud = AGENCY.upper().replace(",", " —").replace(".", "!")
    assert copies.find({"b": AGENCY, "a": loud, "c": OWN}) == (copies.Copies(("a", "b"), (1.0, 1.0), exact=True),)


def test_agency_copy_inside_a_longer_text_is_found_with_the_share_that_is_shared():
    (found,) = copies.find({"agency": AGENCY, "paper": AGENCY + " " + OWN, "other": OWN[::-1]})
    assert found.keys == ("agency", "paper")
    assert not found.exact
    assert found.shares[0] == 1.0
    assert 0.4 < found.shares[1] < 0.7


def test_texts_that_share_a_phrase_only_are_no_copies():
    assert copies.find({"a": AGENCY, "b": OWN + " " + AGENCY[:70]}) == ()


def test_short_and_empty_texts_have_exact_copies_only():
    assert copies.find({}) == ()
    assert copies.find({"a": "", "b": "", "c": "..."}) == ()
    assert copies.find({"a": "Ferry adrift", "b": "ferry adrift!", "c": "Ferry"}) == (
        copies.Copies(("a", "b"), (1.0, 1.0), exact=True),
    )


def test_shared_passages_are_told_in_both_texts():
    passages = copies.shared_passages(AGENCY, OWN + " " + AGENCY[AGENCY.index("None") :].upper())
    ((mine, other),) = passages
    assert mine.of(AGENCY) == AGENCY[AGENCY.index("None") : -1]
    assert other.of(OWN + " " + AGENCY[AGENCY.index("None") :].upper()) == mine.of(AGENCY).upper()


def test_passages_shorter_than_asked_for_are_left_out():
    assert copies.shared_passages("one two three four", "zero one two three", min_words=4) == ()
    assert len(copies.shared_passages("one two three four", "zero one two three", min_words=3)) == 1


def test_long_runs_of_one_word_take_no_long_time():
    text = "so " * 50_000
    begun = time.process_time()
    copies.shared_passages(text, text)
    copies.find({"a": text, "b": text + "it"})
    assert time.process_time() - begun < 5


WORDS = st.lists(
    st.sampled_from(["rain", "Rain", "’tis", "o’er", "o'er", "the", "7", "—", ".", "\n", "İ"]), max_size=60
).map(" ".join)


def normal(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in copies._WORD.findall(text)]


@given(WORDS, WORDS)
@settings(deadline=None, max_examples=200)
def test_a_passage_has_the_same_words_in_both_texts(text, other):
    passages = copies.shared_passages(text, other, min_words=3)
    for mine, yours in passages:
        assert normal(mine.of(text)) == normal(yours.of(other))
        assert len(normal(mine.of(text))) >= 3
    assert all(one.end <= two.start for (one, _), (two, _) in zip(passages, passages[1:], strict=False))


@given(WORDS)
@settings(deadline=None, max_examples=100)
def test_a_text_shares_all_its_words_with_itself(text):
    if len(normal(text)) >= 3:
        shared = copies.shared_passages(text, text, min_words=3)
        assert sum(len(normal(mine.of(text))) for mine, _ in shared) == len(normal(text))


@given(st.dictionaries(st.text("abc", min_size=1, max_size=2), WORDS, max_size=6))
@settings(deadline=None, max_examples=100)
def test_groups_of_copies_share_no_text(texts):
    found = copies.find(texts)
    keys = [key for group in found for key in group.keys]
    assert len(keys) == len(set(keys))
    for group in found:
        assert len(group.keys) == len(group.shares) > 1
        assert all(0 <= share <= 1 for share in group.shares)
        assert group.exact == (len({tuple(normal(texts[key])) for key in group.keys}) == 1)
