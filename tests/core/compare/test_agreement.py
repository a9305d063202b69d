"""When statements agree, differ, have changed or can't be compared: pair by pair, and of many at once."""

from __future__ import annotations

import datetime
import itertools
import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import agreement, telling
from core.link.left_open import left_open

YEAR = {"period_begin": datetime.date(2021, 1, 1), "period_end": datetime.date(2021, 12, 31)}
NEXT = {"period_begin": datetime.date(2022, 1, 1), "period_end": datetime.date(2022, 12, 31)}
UNTOLD = {"period_begin": None, "period_end": None}
MONDAY, WEDNESDAY, FRIDAY = (datetime.date(2025, 3, day) for day in (3, 5, 7))
COURSES = {"up": "killed", "either": "valued", "hourly": "without power", "fixed": "aboard"}  # a predicate of each
OPTIONAL = (*telling.OPTIONAL, "low", "high", "outlet")


def statement(key="a", value=10.0, **more):
    row = {
        "quantity": "q", "key": key, "kind": "money", "status": "reported", **UNTOLD, "published": MONDAY,
        "least": value, "most": value, "low": value, "high": value,
    }  # fmt: skip
    return row | dict.fromkeys(set(OPTIONAL) - row.keys()) | more


def on(day, value, course="up", **more):
    """Return a count told on a day, by an article of that day and value."""
    key = more.pop("key", f"{day}{value}")
    return statement(key, value, kind="count", published=day, predicate=COURSES[course], **more)


def table(*rows):
    found = pd.DataFrame(list(rows), columns=[*agreement.COLUMNS, *OPTIONAL])
    for name in ("period_begin", "period_end", "published"):
        found[name] = pd.to_datetime(found[name])
    return found


def answer(one, other):
    found = agreement.between(table(one), table(other)).iloc[0]
    assert found == agreement.between(table(other), table(one)).iloc[0]
    return found


def of(*rows):
    """Return what the statements of one quantity come to."""
    return agreement.of_quantities(table(*rows)).iloc[0]


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
    told = of(statement("a", 9, outlet="A", **since), statement("b", 10, outlet="B", **YEAR))
    assert told.why == "rose from 9 on Wednesday 1 January 2020 (A) to 10 in 2021 (B)"


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


def test_a_quantity_has_the_answer_that_weighs_most():
    toll = [on(MONDAY, 31, key="a"), on(MONDAY, 31, key="b")]
    assert of(*toll).answer == "agree"
    assert of(*toll, on(WEDNESDAY, 34, key="c")).answer == "changed"
    assert of(*toll, on(WEDNESDAY, 34, key="c"), on(WEDNESDAY, 36, key="d")).answer == "differ"
    forecast = [statement("a", 12, status="forecast", **YEAR), statement("b", 9, **YEAR)]
    assert of(*forecast).answer == "forecast and outcome"
    assert of(on(MONDAY, 31)).answer == "not comparable"


def test_a_conflict_is_the_answer_differ_and_a_series_goes_over_several_times():
    judged = of(on(MONDAY, 31, key="a"), on(MONDAY, 31, key="b"), on(WEDNESDAY, 34, key="c"))
    assert (judged.conflict, judged.agreement, judged.series) == (False, True, True)
    judged = of(on(MONDAY, 31, key="a"), on(MONDAY, 34, key="b"))
    assert (judged.conflict, judged.agreement, judged.series) == (True, False, False)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (
            [on(MONDAY, 31, outlet="Alpha"), on(MONDAY, 31, key="x", outlet="Beta"), on(MONDAY, 34, outlet="Gamma")],
            "31 (Alpha, Beta) v 34 (Gamma), 3 more",
        ),
        (
            [on(MONDAY, 84, outlet="Alpha"), on(WEDNESDAY, 86, outlet="Beta")],
            "rose from 84 on Monday 3 March 2025 (Alpha) to 86 on Wednesday 5 March 2025 (Beta)",
        ),
        (
            [on(MONDAY, 84, "either", outlet="Alpha"), on(WEDNESDAY, 80, "either", outlet="Beta")],
            "fell from 84 on Monday 3 March 2025 (Alpha) to 80 on Wednesday 5 March 2025 (Beta)",
        ),
        (
            [statement("a", 9e9, unit="USD", outlet="Alpha", **YEAR),
             statement("b", 1e10, unit="USD", outlet="Beta", **NEXT)],
            "rose from USD 9 billion in 2021 (Alpha) to USD 10 billion in 2022 (Beta)",
        ),
        ([on(None, 31, outlet="Alpha"), on(MONDAY, 34, outlet="Beta")], "31 (Alpha) v 34 (Beta), 3 more; undated"),
        (
            [on(MONDAY, 31, "fixed", key="a", outlet="Alpha"), on(MONDAY, 34, "fixed", key="a", outlet="Alpha")],
            "31 v 34, both told in one article (Alpha), 3 more",
        ),
        (
            [on(MONDAY, 88e3, key="a", outlet="Alpha", status="earlier"), on(MONDAY, 138e3, key="a", outlet="Alpha")],
            "88,000 was told earlier, now 138,000 (Alpha)",
        ),
        ([on(MONDAY, 31, outlet="Alpha"), on(MONDAY, 31, key="b", outlet="Beta")], "told alike: 31 (Alpha, Beta)"),
        (
            [on(MONDAY, 30, outlet="Alpha", modifier=">", most=None), on(MONDAY, 31, outlet="Beta")],
            "31 (Beta) and at least 30 (Alpha) can both be right",
        ),
        (
            [statement("a", 12.5, kind="percent", status="forecast", outlet="Alpha"),
             statement("b", 9, kind="percent", outlet="Beta")],
            "12.5 % (Alpha) was told ahead, 9 % (Beta) as it came",
        ),
        ([on(MONDAY, 31)], "told by one article"),
        ([statement("a", unit="USD"), statement("b", unit="EUR")], "told in different units"),
        ([statement("a", **YEAR), statement("b", 9)], "told of different times, or meant differently"),
    ],
)  # fmt: skip
def test_why_says_who_tells_what_when_and_by_how_much(rows, why):
    assert of(*rows).why == why


def test_a_conflict_is_told_by_two_statements_of_the_last_time_that_part_most():
    told = table(
        statement("a", 8, **YEAR), statement("b", 9, **YEAR),
        statement("a", 3, **NEXT), statement("d", 4, **NEXT), statement("b", 7, **NEXT), statement("c", 6, **NEXT),
    )  # fmt: skip
    (pair,) = agreement.conflicts(told).itertuples(index=False)
    assert pair == ("q", 2, 4)


def test_columns_are_apart_where_none_of_their_values_meet_in_any_period():
    told = table(statement("a", 8), statement("b", 9, **NEXT), statement("b", 10)).assign(column=["A", "B", "B"])
    assert agreement.apart(told, "column").to_dict() == {"q": True}
    assert agreement.apart(told.assign(most=[9, 9, 10]), "column").to_dict() == {"q": False}


def test_nothing_is_judged_of_nothing():
    assert agreement.of_quantities(table()).empty
    assert agreement.conflicts(table()).empty
    assert agreement.between(table(), table()).empty
    assert agreement.apart(table().assign(column=[]), "column").empty


def test_what_is_told_at_very_many_times_is_judged_in_little_time_and_its_ends_are_seen():
    days = [MONDAY + datetime.timedelta(days) for days in range(300)]
    told = [on(day, 150, "fixed") for day in days]
    assert of(*told).answer == "agree"
    told[0] = on(days[0], 140, "fixed")
    assert of(*told).answer == "differ"


OPEN = st.sampled_from([None, 0.0, 1.0, 2.0, 3.0])
STATEMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "quantity": st.sampled_from(["p", "q"]),
            "key": st.sampled_from(["a", "b", "c"]),
            "kind": st.sampled_from(["count", "money"]),
            "status": st.sampled_from(
                [None, "reported", "forecast", "target", "record", "limit", "proposal", "earlier"]
            ),
            "period": st.sampled_from(
                [UNTOLD, UNTOLD, YEAR, NEXT, {"period_begin": MONDAY, "period_end": MONDAY}]
            ),
            "published": st.sampled_from([None, MONDAY, WEDNESDAY]),
            "modifier": st.sampled_from([None, "~", ">", "<"]),
            "owner": st.sampled_from([None, None, "Norland", "Sudland"]),
            "move": st.sampled_from([None, None, "to"]),
            "partial": st.sampled_from([False, False, True]),
            "measure": st.sampled_from([None, "passengers"]),
            "predicate": st.sampled_from([None, *COURSES.values()]),
            "bounds": st.tuples(OPEN, OPEN).map(lambda ends: ends if None in ends else tuple(sorted(ends))),
        }
    ),
    max_size=9,
)


# Four lists of statements are judged at once, each of two quantities of its own.
@settings(deadline=None, max_examples=20)
@given(st.tuples(STATEMENTS, STATEMENTS, STATEMENTS, STATEMENTS))
def test_many_at_once_are_judged_as_pair_by_pair(drawn):
    rows = [
        statement(**{name: value for name, value in row.items() if name not in ("period", "bounds")})
        | row["period"]
        | {"least": row["bounds"][0], "most": row["bounds"][1], "low": 1.0, "high": 2.0}
        | {"quantity": f"{row['quantity']}{number}"}
        for number, of_one in enumerate(drawn)
        for row in of_one
    ]
    told = table(*rows)
    found = agreement.of_quantities(told)
    assert set(found["answer"]) <= set(agreement.ANSWERS)
    assert found["why"].map(bool).all()
    sizes = itertools.accumulate(map(len, drawn), initial=0)
    pairs = [pair for ends in itertools.pairwise(sizes) for pair in itertools.permutations(range(*ends), 2)]
    # The course is the whole quantity's: all of it stands on both sides.
    answers = _with_all(told, pairs)
    assert all(answers[one, other] == answers[other, one] for one, other in pairs)  # whichever comes first
    for quantity, judged in found.iterrows():
        own = [
            answers[pair] for pair in pairs if rows[pair[0]]["quantity"] == quantity == rows[pair[1]]["quantity"]
        ]
        weightiest = min(own, key=agreement.ANSWERS.index, default="not comparable")
        assert judged["answer"] == weightiest
        assert judged["conflict"] == (weightiest == "differ")
        assert judged["agreement"] == ("agree" in own)
    for row in agreement.conflicts(told).itertuples():
        assert answers[row.below, row.above] == "differ"
        assert _most(rows[row.below]) < _least(rows[row.above])


def _with_all(told, pairs):
    left, right = (told.iloc[[pair[side] for pair in pairs]] for side in (0, 1))
    everything = pd.concat([left, told]), pd.concat([right, told])
    return dict(zip(pairs, agreement.between(*everything), strict=False))


def _least(row):
    return -math.inf if row["least"] is None else row["least"]


def _most(row):
    return math.inf if row["most"] is None else row["most"]
