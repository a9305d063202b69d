"""When statements can't both be right: pair by pair, and of many at once."""

from __future__ import annotations

import datetime
import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import agreement

YEAR = {"period_begin": datetime.date(2021, 1, 1), "period_end": datetime.date(2021, 12, 31)}
NEXT = {"period_begin": datetime.date(2022, 1, 1), "period_end": datetime.date(2022, 12, 31)}
UNTOLD = {"period_begin": None, "period_end": None}
DAY, LATER = datetime.date(2022, 3, 1), datetime.date(2022, 3, 2)


def statement(key="a", value=10.0, **more):
    row = {
        "quantity": "USD: export", "key": key, "kind": "money", "status": "reported", **YEAR, "published": DAY,
        "story": "s", "least": value, "most": value,
    }  # fmt: skip
    return row | more


def table(*rows):
    found = pd.DataFrame(list(rows), columns=agreement.COLUMNS)
    for name in ("period_begin", "period_end", "published"):
        found[name] = pd.to_datetime(found[name])
    return found


def answer(one, other):
    return agreement.between(table(one), table(other)).iloc[0]


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
        (statement("b", 9, status="forecast", **NEXT), "not comparable"),
        (statement("b", 9, **NEXT), "not comparable"),
        (statement("b", 9, quantity="EUR: export"), "not comparable"),
        (statement("b", 9, story="t"), "differ"),  # the period told is one, whatever the story
        (statement("b", 9, **UNTOLD), "not comparable"),
    ],
)
def test_a_pair_has_one_answer_both_ways(other, expected):
    assert answer(statement(), other) == answer(other, statement()) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"status": "forecast"}, {"status": "forecast", "value": 9}, "differ"),
        ({"status": "target"}, {"status": "target", "value": 9}, "differ"),
        ({"status": "forecast"}, {"status": "target", "value": 9}, "not comparable"),
        (UNTOLD, {**UNTOLD, "value": 9}, "differ"),
        (UNTOLD, {**UNTOLD, "value": 9, "published": LATER}, "not comparable"),
        (UNTOLD, {**UNTOLD, "value": 9, "story": "t"}, "not comparable"),
        ({**UNTOLD, "published": None}, {**UNTOLD, "value": 9, "published": None}, "not comparable"),
        ({"kind": "count"}, {"kind": "count", "value": 9}, "differ"),
        ({"kind": "count"}, {"kind": "count", "value": 9, "story": "t"}, "not comparable"),
    ],
)
def test_what_is_meant_alike_in_one_story_and_period_is_compared(one, other, expected):
    assert answer(statement(**one), statement("b", **other)) == expected


def test_a_forecast_of_twelve_and_a_result_of_nine_are_no_conflict():
    told = table(statement("a", 12e6, status="forecast"), statement("b", 9e6))
    assert agreement.conflicts(told).empty
    found = agreement.of_quantities(told).iloc[0]
    assert tuple(found) == (False, False, False, "forecast and outcome")


def test_an_article_that_corrects_itself_stands_for_all_it_tells():
    told = table(statement("a", 8), statement("a", 12), statement("b", 10))
    assert tuple(agreement.of_quantities(told).iloc[0]) == (False, True, False, "agree")
    alone = agreement.of_quantities(table(statement("a", 8), statement("a", 12)))
    assert tuple(alone.iloc[0]) == (False, False, False, "not comparable")


def test_several_periods_are_a_series_and_each_is_judged_for_itself():
    told = table(statement("a", 8), statement("b", 8), statement("a", 12, **NEXT), statement("b", 13, **NEXT))
    assert tuple(agreement.of_quantities(told).iloc[0]) == (True, True, True, "differ")


def test_a_conflict_is_told_by_the_two_ends_of_its_last_period():
    told = table(
        statement("a", 8), statement("b", 9),
        statement("a", 3, **NEXT), statement("a", 4, **NEXT), statement("b", 7, **NEXT), statement("c", 6, **NEXT),
    )  # fmt: skip
    (pair,) = agreement.conflicts(told).itertuples(index=False)
    assert pair == ("USD: export", 3, 4)


def test_columns_are_apart_where_none_of_their_values_meet_in_any_period():
    told = table(statement("a", 8), statement("b", 9, **NEXT), statement("b", 10)).assign(column=["A", "B", "B"])
    assert agreement.apart(told, "column").to_dict() == {"USD: export": True}
    assert agreement.apart(told.assign(most=[9, 9, 10]), "column").to_dict() == {"USD: export": False}


def test_nothing_is_judged_of_nothing():
    assert agreement.of_quantities(table()).empty
    assert agreement.conflicts(table()).empty
    assert agreement.between(table(), table()).empty
    assert agreement.apart(table().assign(column=[]), "column").empty


OPEN = st.sampled_from([None, 0.0, 1.0, 2.0, 3.0])
STATEMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "quantity": st.sampled_from(["p", "q"]),
            "key": st.sampled_from(["a", "b", "c"]),
            "kind": st.sampled_from(["count", "money"]),
            "status": st.sampled_from([None, "reported", "forecast", "target", "record"]),
            "period": st.sampled_from([UNTOLD, YEAR, NEXT]),
            "published": st.sampled_from([None, DAY, LATER]),
            "story": st.sampled_from(["s", "t"]),
            "bounds": st.tuples(OPEN, OPEN).map(lambda ends: ends if None in ends else tuple(sorted(ends))),
        }
    ),
    max_size=9,
)


def place(row):
    """Return what a statement is compared within, told plainly, or None."""
    begin = row["period_begin"] or row["published"]
    narrow = row["kind"] == "count" or row["period_begin"] is None
    meant = row["status"] if row["status"] in ("forecast", "target") else "fact"
    return begin and (row["quantity"], begin, row["period_end"], row["story"] if narrow else "", meant)


def left_open(rows):
    """Return the lowest and highest value that statements leave open together."""
    least = [-math.inf if row["least"] is None else row["least"] for row in rows]
    return min(least), max(math.inf if row["most"] is None else row["most"] for row in rows)


@settings(deadline=None, max_examples=25)
@given(STATEMENTS)
def test_many_at_once_are_judged_as_pair_by_pair(drawn):
    rows = [{**row, **row["period"], "least": row["bounds"][0], "most": row["bounds"][1]} for row in drawn]
    pairs = [(one, other) for one in rows for other in rows if one["key"] < other["key"]]
    answers = agreement.between(table(*(one for one, _ in pairs)), table(*(other for _, other in pairs)))
    for (one, other), said in zip(pairs, answers, strict=True):
        alike = place(one) is not None and place(one) == place(other)
        parted = max(left_open([one])[0], left_open([other])[0]) > min(left_open([one])[1], left_open([other])[1])
        assert (said in ("agree", "differ")) == alike
        assert (said == "differ") == (alike and parted)
    told = {}
    for row in rows:
        if place(row):
            told.setdefault((place(row), row["key"]), []).append(row)
    differing = {
        at[0]
        for (at, key), own in told.items()
        for (there, other), theirs in told.items()
        if at == there and key != other and left_open(own)[1] < left_open(theirs)[0]
    }
    found = agreement.of_quantities(table(*rows))
    assert set(found.index[found["conflict"]]) == differing
    assert set(found.index[found["answer"] == "differ"]) == differing
    contested = agreement.conflicts(table(*rows))
    assert set(contested["quantity"]) == differing
    for row in contested.itertuples():
        below, above = rows[row.below], rows[row.above]
        assert place(below) == place(above)
        assert left_open([below])[1] < left_open([above])[0]
