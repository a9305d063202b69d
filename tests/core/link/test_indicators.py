from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import READERS
from core.extract.english.normal_forms import normalise
from core.extract.figures import precision
from core.extract.tongue import Findings, Tongue
from core.link.indicators import Member, Statement, _is_narrower, bounds, by_magnitude, level, name, unit_class


def statement(measure=None, kind="money", unit="USD", value=1.0, text="$1", **values):
    known = {"modifier": None, "change": None, "move": None, "partial": False}
    known |= {"precision": precision.told(text, value)} | values
    return Statement("k", 0, kind, value, value, unit, measure, **known)


@pytest.mark.parametrize(
    "written",
    ["trade turnover", "Trade turnover", "our trade turnover", "the record trade turnover", "mutual trade",
     "turnover of trade", "bilateral trade turnover", "commodity turnover", "trade turnover in 2022"],
)  # fmt: skip
def test_ways_of_naming_one_measure_become_one(written):
    assert normalise(written).normal == "trade turnover"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Belarusian exports", "Russian exports"),
        ("exports", "imports"),
        ("nominal wage", "wage"),
        ("foreign trade turnover", "trade turnover"),
        ("oil price", "gas price"),
    ],
)
def test_different_measures_stay_apart(one, other):
    assert normalise(one).normal != normalise(other).normal


@pytest.mark.parametrize(
    "words", ["", "level", "the amount", "people", "two countries", "of", "the value of the deal", "2022"]
)
def test_general_words_link_nothing(words):
    assert normalise(words) is None


def test_a_count_measures_what_it_counts():
    assert name(statement("deepening", "count", "union programmes")).normal == "union program"
    assert name(statement(None, "count", "union programs")).normal == "union program"
    assert name(statement("people displaced", "count", "people")).normal == "people displaced"
    assert name(statement("people, agenda", "count", "people")) is None
    assert name(statement(None)) is None


def test_lengths_of_time_link_nothing():
    assert unit_class(statement("agenda", "dimension", "year")) is None
    assert unit_class(statement("pipeline", "dimension", "kilometer")) == "kilometer"


def test_differences_are_no_values_and_changes_in_percent_are_a_class_of_their_own():
    assert unit_class(statement("exports", change="increase", move="by")) is None
    assert unit_class(statement("exports", change="increase", move="to")) == "USD"
    assert unit_class(statement("exports", "percent", "percent", change="increase", move="by")) == "change"
    assert unit_class(statement("exports", "percent", "percent", change="increase", move="to")) == "percent"


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_any_measure_has_a_normal_form_or_none_and_the_form_is_stable(words):
    named = normalise(words)
    if named is not None:
        assert named.normal == named.normal.strip()
        assert named.normal


def member(measure, value, **values):
    told = statement(measure, value=value, **values)
    return Member(told, normalise(measure))


@pytest.mark.parametrize("measure", ["council", "Harrow Vale", "intends", "complete", "two developers"])
@pytest.mark.parametrize(("kind", "unit"), [("money", "GBP"), ("percent", "percent"), ("other", None)])
def test_money_percent_and_bare_numbers_link_only_by_a_quantity(measure, kind, unit):
    assert name(statement(measure, kind, unit)) is None


def test_a_quantity_links_wherever_its_noun_stands():
    assert name(statement("cost of the bridge")).normal == "bridge cost"
    assert name(statement("budget for the bridge")).normal == "bridge budget"
    assert name(statement("final cost of the bridge")).normal == "bridge cost"
    assert name(statement("share of women in the council", "percent", "percent")).head == "share"


def test_a_part_of_a_whole_is_no_level_of_it():
    assert unit_class(statement("revenue", "percent", "percent", partial=True)) is None
    assert unit_class(statement("turnout", "percent", "percent", partial=None)) == "percent"


def test_a_count_in_passing_or_of_what_was_lost_links_nothing():
    assert unit_class(statement("general", "count", "star", value=4.0, attributive=True)) is None
    assert unit_class(statement("thing", "count", "thing", value=1.0, text="one thing")) is None
    assert unit_class(statement("stops", "count", "stops", value=2.0, change="decrease")) is None


def test_a_narrower_name_is_taken_for_the_wider_one_unless_a_country_tells_them_apart():
    assert _is_narrower(normalise("cost of the Harrow tram"), normalise("cost of the tram"))
    assert not _is_narrower(normalise("Russian exports"), normalise("exports"))
    assert not _is_narrower(normalise("trade with China"), normalise("trade"))
    assert not _is_narrower(normalise("tram cost"), normalise("tram budget"))


def test_a_measure_is_read_by_the_rules_of_its_language(monkeypatch):
    monkeypatch.setitem(READERS, "tok", Tongue(lambda *_: (), lambda *_: Findings(None)))
    assert name(statement("Kos buses", language="tok")).normal == "kos buses"
    assert name(statement("bus costs", language="en-GB")).normal == "bus cost"
    assert name(statement("bus costs", language="fr")) is None


def test_what_was_stored_before_precision_was_known_is_as_exact_as_its_digits():
    assert bounds(statement("x", value=38.5e9, precision=None)) == pytest.approx((38.45e9, 38.55e9))
    assert bounds(statement("x", "count", value=28.0, precision=None)) == (28.0, 28.0)


def test_values_of_another_magnitude_are_parted():
    counts = [member("stops", value, kind="count", unit="stops") for value in (12.0, 2.0, 14.0)]
    assert [[item.statement.low for item in part] for part in by_magnitude(counts)] == [[2.0], [12.0, 14.0]]


def test_a_move_stands_at_its_new_level():
    assert level(statement("grant")._replace(low=9.0, high=7.0, change="decrease", move="from")) == 7.0
    assert level(statement("grant")._replace(low=7.0, high=9.0, change="increase", move="from")) == 9.0
    assert level(statement("grant")._replace(low=7.0, high=9.0)) == 8.0
