"""A figure that was quoted is found again wherever it stands now, and not where it doesn't stand any more."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.library import figure_places, quoted

TEXT = (
    "The quake at Orsa killed 84 people on Monday, the ministry said. Rescuers from 84 towns came to help. "
    "By night 84 were still missing. The hospital at Lind took in 84."
)
PROSE = st.text(string.ascii_letters + "  .,\n’“”é漢\U0001f30d", max_size=300)


def places(text, words):
    return [at for at in range(len(text)) if text.startswith(words, at)]


def quote(text, at, words="84"):
    return quoted.quote("a.txt", text, at, at + len(words))


@pytest.mark.parametrize("number", range(4))
@given(above=PROSE, below=PROSE)
@example(above="Corrected: the number of the dead is 84, not 48. ", below="")
@example(above="x" * 5_000 + ". ", below="")
def test_words_are_found_among_their_like_when_text_comes_in_above_and_below(number, above, below):
    at = places(TEXT, "84")[number]
    now = f"{above} {TEXT} {below}"
    assert quoted.place(quote(TEXT, at), now) == at + len(above) + 1


@pytest.mark.parametrize("number", range(3))  # the last has one neighbour alone
def test_words_are_found_when_one_of_their_neighbours_is_rewritten(number):
    at = places(TEXT, "84")[number]
    for cut in (TEXT[max(0, at - 20) : at], TEXT[at + 2 : at + 22]):
        if cut.strip(". "):
            now = TEXT.replace(cut, " Elsewhere, in other words, ", 1)
            where = quoted.place(quote(TEXT, at), now)
            assert where is not None
            assert now[where : where + 2] == "84"
            assert abs(where - at) <= 30


def test_of_places_that_are_all_alike_the_nearest_counts():
    text = "\n".join(["Dead: 12 so far"] * 9)
    for at in places(text, "12"):
        assert quoted.place(quote(text, at, "12"), text) == at


def test_line_breaks_and_spaces_between_the_neighbours_may_change():
    at = places(TEXT, "84")[2]
    now = TEXT.replace(" ", "\n \n")
    assert now[: quoted.place(quote(TEXT, at), now)].count("84") == 2


def test_words_whose_neighbours_are_all_gone_are_not_found():
    at = places(TEXT, "84")[0]
    assert quoted.place(quote(TEXT, at), "Ferries to the islands carry 84 passengers each.") is None
    assert quoted.place(quote(TEXT, at), "") is None
    assert quoted.place(quote(TEXT, at), TEXT.replace("84", "86")) is None


def test_a_part_of_a_longer_number_or_word_is_not_it():
    assert quoted.place(quote("84", 0), "1984 and 840") is None
    assert quoted.place(quote("84", 0), "1984, then 84") == 11


@given(
    st.lists(
        st.lists(st.builds(quoted.Quoted, st.text(), st.text(), st.text(), st.text(), st.integers(0)), min_size=1),
        min_size=1,
    )
)
def test_what_is_kept_is_read_back(groups):
    assert quoted.read(quoted.written(groups)) == groups


@pytest.mark.parametrize(
    "kept",
    ["", "x", "null", "[]", "[[]]", "[[[]]]", '[["ab"]]', '[[["a","b","c","d","e"]]]', "[1]", "[" * 100_000],
)
def test_what_was_never_quoted_is_refused(kept):
    with pytest.raises(ValueError, match="figures"):
        quoted.read(kept)


def test_figures_of_a_library_are_quoted_and_found_in_a_changed_text(library, add, make):
    figures = [("84 people", {"kind": "count", "value": 84.0}), ("84 towns", {"kind": "count", "value": 84.0})]
    add(make(TEXT, source="a.txt", figures=figures))
    key = library.articles().key[0]
    made = figure_places.quotations(library.snapshot, [(key, 0), (key, 1), (key, 9), ("gone", 0)])
    assert {address: one.words for address, one in made.items()} == {(key, 0): "84 people", (key, 1): "84 towns"}
    assert figure_places.addresses(library.snapshot, made.values()) == {
        one: address for address, one in made.items()
    }
    # Read anew, the text begins otherwise and the rules tell more figures.
    again = "Two of 84 bridges fell. " + TEXT
    more = [("84 bridges", {"kind": "count", "value": 84.0}), ("84 people", {"kind": "count", "value": 84.0})]
    add(make(again, source="a.txt", figures=[*more, ("84", {"kind": "count", "value": 84.0})]))
    (changed,) = library.articles().key
    assert changed != key
    found = figure_places.addresses(library.snapshot, made.values())
    assert [found.get(one) for one in made.values()] == [(changed, 1), None]  # 84 towns is no figure any more
