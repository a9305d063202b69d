from __future__ import annotations

import pytest

from core.link.quantities import candidates, constraints, pair_evidence
from tests.core.link.quantities.mentions import mention


def kept_apart(one, other):
    first, second = candidates.pairs([one, other])
    found = constraints.apart([one, other], first, second, pair_evidence.weigh([one, other], first, second))
    return bool(found.any())


def test_two_values_of_one_sentence_stay_apart():
    assert kept_apart(mention("a", 0, 31), mention("a", 1, 34))
    assert not kept_apart(mention("a", 0, 31), mention("b", 0, 34))


@pytest.mark.parametrize("told", [{"move": "from", "change": "increase"}, {"base": "2020"}])
def test_a_move_and_what_it_is_compared_with_do_not(told):
    assert not kept_apart(mention("a", 0, 31, **told), mention("a", 1, 34))


def test_values_of_two_times_do_not():
    assert not kept_apart(mention("a", 0, 31, period="2020"), mention("a", 1, 34, period="2021"))


def test_what_is_measured_in_the_same_words_does_not():
    told = {"kind": "money", "unit": "USD", "measure": "cost of the tram"}
    assert not kept_apart(mention("a", 0, 31, **told), mention("a", 1, 34, **told))
    assert kept_apart(mention("a", 0, 31, **told), mention("a", 1, 34, **told | {"measure": "bridge"}))


def test_persons_and_things_stay_apart_unless_the_same_is_done_to_them():
    assert kept_apart(mention("a", unit="people"), mention("b", value=34, unit="boats"))
    done = {"predicate": "seized"}
    assert not kept_apart(mention("a", unit="people", **done), mention("b", value=34, unit="boats", **done))


def test_who_was_killed_was_not_injured():
    assert kept_apart(mention("a", predicate="killed"), mention("b", predicate="injured"))
    assert not kept_apart(mention("a", predicate="killed"), mention("b", predicate="killed"))
    assert not kept_apart(mention("a", predicate="killed"), mention("b"))


def test_two_and_three_of_anything_stay_apart_unless_something_is_done():
    assert kept_apart(mention("a", value=2, unit="children"), mention("b", value=3, unit="children"))
    done = {"predicate": "killed", "unit": "children"}
    assert not kept_apart(mention("a", value=2, **done), mention("b", value=3, **done))
