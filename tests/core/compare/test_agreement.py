"""When two statements agree, differ, have changed or can't be compared."""

from __future__ import annotations

import datetime
import itertools

import pytest

from core.compare import agreement
from core.link.left_open import left_open
from tests.core.compare.statements import (
    COURSES,
    FRIDAY,
    MONDAY,
    NEXT,
    UNTOLD,
    WEDNESDAY,
    YEAR,
    on,
    statement,
    table,
)


def answer(one, other):
    found = agreement.between(table(one), table(other)).iloc[0]
    assert found == agreement.between(table(other), table(one)).iloc[0]
    return found


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (statement("b", 10), "agree"),
        (statement("b", 9), "differ"),
        (statement("b", 9, least=8.5, most=10), "agree"),  # they meet at the very edge
        (statement("b", 9, least=8.5, most=9.999), "differ"),
        (statement("b", 12, least=12, most=None), "differ"),  # at least 12
        (statement("b", 12, least=None, most=12), "agree"),  # at most 12
        (statement("b", 9, least=9, most=None), "agree"),
        (statement("b", 9, status=None), "differ"),  # nothing said of it: a fact
        (statement("b", 9, status="record"), "differ"),
        (statement("b", 9, status="forecast"), "forecast and outcome"),
        (statement("b", 10, status="forecast"), "forecast and outcome"),
        (statement("b", 9, status="target"), "forecast and outcome"),
        (statement("b", 9, status="proposal"), "forecast and outcome"),
        (statement("b", 9, status="limit", **YEAR), "not comparable"),
        (statement("b", 9, status="earlier"), "changed"),
        (statement("b", 9, status="forecast", **NEXT), "not comparable"),
        (statement("b", 9, **NEXT), "changed"),
        (statement("b", 10, **NEXT), "not comparable"),
        (statement("b", 9, quantity="other"), "not comparable"),
        (statement("b", 9, **UNTOLD), "not comparable"),  # the other tells of a past year
    ],
)
def test_a_pair_has_one_answer_both_ways(other, expected):
    one = statement(**YEAR)
    if other["period_begin"] is None and expected != "not comparable":
        other = other | YEAR
    assert answer(one, other) == expected


@pytest.mark.parametrize(
    ("course", "day", "value", "expected"),
    [
        ("up", MONDAY, 34, "differ"),
        ("up", WEDNESDAY, 34, "changed"),
        ("up", WEDNESDAY, 28, "differ"),  # who is dead stays dead
        ("up", None, 34, "differ"),
        ("either", MONDAY, 34, "differ"),
        ("either", WEDNESDAY, 34, "changed"),
        ("either", WEDNESDAY, 28, "changed"),
        ("either", None, 34, "differ"),
        ("hourly", MONDAY, 34, "changed"),
        ("hourly", WEDNESDAY, 28, "changed"),
        ("hourly", None, 34, "differ"),
        ("fixed", MONDAY, 34, "differ"),
        ("fixed", WEDNESDAY, 34, "differ"),  # nobody boarded later
        ("fixed", WEDNESDAY, 28, "differ"),
        ("fixed", None, 34, "differ"),
        *((course, day, 31, "agree") for course in COURSES for day in (MONDAY, WEDNESDAY, None)),
    ],
)
def test_what_can_move_has_changed_on_a_later_day_and_what_cannot_differs(course, day, value, expected):
    assert answer(on(MONDAY, 31, course, key="a"), on(day, value, course, key="b")) == expected


def test_a_count_that_was_loosely_told_may_be_lower_later():
    assert answer(on(MONDAY, 200, modifier="~"), on(WEDNESDAY, 50)) == "changed"
    assert answer(on(MONDAY, 200, status="limit"), on(WEDNESDAY, 50, status="limit")) == "changed"
    assert answer(on(MONDAY, 200, modifier=">", most=None), on(WEDNESDAY, 50)) == "differ"


def test_what_is_told_of_one_past_year_or_day_differs_whenever_it_is_told():
    assert answer(on(MONDAY, 31, **YEAR), on(WEDNESDAY, 34, **YEAR)) == "differ"
    closing = {"period_begin": datetime.date(2025, 2, 28), "period_end": datetime.date(2025, 2, 28)}
    assert answer(on(MONDAY, 31, "either", **closing), on(WEDNESDAY, 34, "either", **closing)) == "differ"
    since = {"period_begin": datetime.date(2025, 2, 20), "period_end": datetime.date(2025, 2, 20)}
    assert answer(on(MONDAY, 31, **since), on(WEDNESDAY, 34, **since)) == "changed"


def test_a_period_with_one_end_is_one_too():
    since = {"period_begin": datetime.date(2020, 1, 1), "period_end": None}
    assert answer(statement("a", 9, **since), statement("b", 10, **since)) == "differ"


def test_the_day_of_the_news_is_no_period_of_what_happened_once():
    friday = {"period_begin": FRIDAY, "period_end": FRIDAY}
    saturday = datetime.date(2025, 3, 8)
    assert answer(on(saturday, 150, "fixed", **friday), on(saturday, 148, "fixed")) == "differ"
    assert answer(on(saturday, 150, "fixed", **friday), on(FRIDAY, 148, "fixed")) == "differ"
    thursday = {"period_begin": datetime.date(2025, 3, 6), "period_end": datetime.date(2025, 3, 6)}
    assert (
        answer(on(saturday, 17, **thursday), on(saturday, 23, **friday)) == "changed"
    )  # as of Thursday, as of Friday
    assert answer(on(saturday, 117, "either", **thursday), on(saturday, 113, "either", **friday)) == "changed"


def test_a_past_period_is_not_compared_with_what_tells_none():
    assert answer(statement("a", 14.8, **YEAR), statement("b", 13.5)) == "not comparable"
    this = {"period_begin": datetime.date(2025, 1, 1), "period_end": datetime.date(2025, 12, 31)}
    assert answer(statement("a", 14.8, **this), statement("b", 13.5)) == "differ"
    assert answer(statement("a", 14.8, **this), statement("b", 13.5, published=WEDNESDAY)) == "not comparable"


def test_an_article_differs_from_itself_only_in_what_cannot_move():
    assert answer(on(MONDAY, 31, "fixed", key="a"), on(MONDAY, 34, "fixed", key="a")) == "differ"
    assert answer(on(MONDAY, 31, "up", key="a"), on(MONDAY, 34, "up", key="a")) == "not comparable"
    assert answer(on(MONDAY, 31, "fixed", key="a"), on(MONDAY, 31, "fixed", key="a")) == "not comparable"


def measured(value, unit, key="a"):
    low, high = left_open("dimension", value, value, None, 0.0)
    return statement(key, value, kind="dimension", unit=unit, least=low, most=high)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((55, "kilometer"), (34, "mile"), "agree"),
        ((13, "nautical mile"), (13, "mile"), "agree"),  # rounded once more where it was converted
        ((55, "kilometer"), (55, "mile"), "differ"),
        ((170, "kilometer"), (55, "hour"), "not comparable"),
        ((100, "kilometer per hour"), (62, "mile per hour"), "agree"),
        ((55, "kilometer"), (57, "kilometer"), "differ"),
    ],
)
def test_values_in_two_units_of_a_kind_are_compared_in_one(one, other, expected):
    assert answer(measured(*one), measured(*other, key="b")) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"owner": "Norland"}, {"owner": "Sudland"}, "not comparable"),
        ({"owner": "Norland"}, {"owner": "Norland"}, "differ"),
        ({"owner": "Norland"}, {"owner": None}, "differ"),
        ({"owner": "Ana Ruiz"}, {"owner": "Ruiz"}, "differ"),
        ({"owner": "Norland's Avon province"}, {"owner": "Norland"}, "not comparable"),
        ({"owner": "Norland's council"}, {"owner": "Norland"}, "differ"),
        ({"owner": "Belarus"}, {"owner": "the Belarusian army"}, "differ"),
        ({"owner": "the south"}, {"owner": "the army"}, "differ"),  # no names
        ({"partial": True, "kind": "count"}, {"kind": "count"}, "not comparable"),  # "11 of the dead were sailors"
        ({"partial": True, "kind": "count"}, {"partial": True, "kind": "count"}, "differ"),
        (
            {"partial": True, "kind": "percent"},
            {"kind": "percent"},
            "differ",
        ),  # a share is always one of something
    ],
)
def test_what_two_names_tell_or_a_part_and_the_whole_is_no_conflict(one, other, expected):
    assert answer(statement("a", 10, **one), statement("b", 12, **other)) == expected
    assert answer(statement("a", 10, **one), statement("b", 10, **other)) == "agree"


def test_an_article_differs_from_itself_only_where_it_tells_both_values_in_the_same_words():
    tram = {"measure": "passengers", "unit": "passengers"}
    one, other = on(MONDAY, 31, "fixed", key="a", **tram), on(MONDAY, 34, "fixed", key="a", **tram)
    assert answer(one, other) == "differ"
    assert answer(one, other | {"measure": "seats"}) == "not comparable"
    assert answer(one, other | {"key": "b", "measure": "seats"}) == "differ"


def test_a_value_converted_by_its_article_is_compared_as_one():
    one = statement("a", 75, kind="dimension", unit="kilometer", unit_told="kilometer")
    other = statement("b", 80.5, kind="dimension", unit="kilometer", unit_told="mile")
    assert answer(one, other) == "agree"
    assert answer(one, other | {"unit_told": "kilometer"}) == "differ"


def test_a_cost_told_otherwise_on_a_later_day_differs_but_where_it_is_told_as_a_change():
    tram = {"unit": "GBP", "measure": "cost of the tram", "predicate": "priced"}
    first = statement("a", 412e6, **tram)
    later = statement("b", 420e6, published=WEDNESDAY, **tram)
    assert answer(first, later) == "differ"
    assert answer(first, later | {"move": "to"}) == "changed"
    assert answer(first | {"move": "to"}, later) == "differ"  # what was told first has changed before
    oil = tram | {"measure": "price of oil"}
    assert answer(first | oil, later | oil) == "changed"
    living = {"measure": "cost of living", "kind": "percent"}
    assert answer(first | living, later | living) == "changed"


def test_two_currencies_are_never_compared():
    assert answer(statement(unit="USD"), statement("b", 9, unit="EUR")) == "not comparable"
    assert answer(statement(unit="USD per season"), statement("b", 9, unit="USD")) == "differ"


SIDES = {  # how 40 may be told: the modifier, the ends of a range, the unit of its last digit
    "exact": (None, 40, 40, 0.0),
    "about": ("~", 40, 40, 0.0),
    "at least": (">", 40, 40, 0.0),
    "at most": ("<", 40, 40, 0.0),
    "range": (None, 35, 45, 0.0),
    "rounded": (None, 40e6, 40e6, 1e6),
}
MEETS = {  # of 43 told exactly, beside it
    "exact": False, "about": True, "at least": True, "at most": False, "range": True, "rounded": False,
}  # fmt: skip


def told(side, **more):
    modifier, low, high, precision = SIDES[side]
    least, most = left_open("count", low, high, modifier, precision)
    return on(more.pop("published", MONDAY), (low + high) / 2, least=least, most=most, modifier=modifier, **more)


@pytest.mark.parametrize("status", ["reported", "forecast", "earlier", "limit", "proposal"])
def test_every_side_course_day_and_status_has_its_answer(status):
    space = list(itertools.product(SIDES, COURSES, [MONDAY, WEDNESDAY, None]))
    ones, others = [], []
    for number, (side, course, day) in enumerate(space):
        value = 43e6 if side == "rounded" else 43
        quantity = f"q{number}"  # a course is a whole quantity's
        ones.append(told(side, course=course, key="a", quantity=quantity))
        others.append(on(day, value, course, key="b", status=status, quantity=quantity))
    there = agreement.between(table(*ones), table(*others))
    back = agreement.between(table(*others), table(*ones))
    wanted = [_answer_of(*place, status) for place in space]
    assert list(zip(space, there, back, strict=True)) == list(zip(space, wanted, wanted, strict=True))


def _answer_of(side, course, day, status):
    meets = MEETS[side]
    if status in ("forecast", "proposal"):
        return "forecast and outcome"
    if status == "earlier":
        return "not comparable" if meets else "changed"
    if status == "limit":
        return "not comparable"
    if meets:
        return "agree"
    if course == "hourly" and day or day == WEDNESDAY and course in ("up", "either"):
        return "changed"
    return "differ"
