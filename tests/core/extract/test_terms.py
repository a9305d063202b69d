"""Terms: the words of the body as search and keyness want them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import terms
from core.extract.prepare import prepare


def counted(text):
    return dict(terms.count(prepare(text)))


def test_words_are_lower_cased_and_counted_most_frequent_first():
    assert terms.count(prepare("Ports and boats. Boats!")) == (("boats", 2), ("and", 1), ("ports", 1))


def test_apostrophes_and_hyphens_inside_a_word_are_kept_and_folded():
    assert counted("don’t don't co‑pilot co-pilot's") == {"don't": 2, "co-pilot": 2}


def test_numbers_and_marks_are_no_terms():
    assert counted("In 2021, $3.5bn – 40% & more") == {"in": 1, "more": 1}


def test_the_headline_counts_and_furniture_does_not():
    text = "Harbour opens after storms\nThe port is open again, people in the town said.\nShare on Facebook"
    assert counted(text)["harbour"] == 1
    assert "facebook" not in counted(text)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_terms_begin_with_a_letter_and_come_in_order(text):
    found = terms.count(prepare(text))
    assert all(word[0].isalpha() and times > 0 for word, times in found)
    assert list(found) == sorted(found, key=lambda item: (-item[1], item[0]))
