"""What all statements of a quantity come to, why, and which two show it."""

from __future__ import annotations

import datetime
import itertools
import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import agreement
from tests.core.compare.statements import COURSES, MONDAY, NEXT, UNTOLD, WEDNESDAY, YEAR, on, statement, table


def of(*rows):
    """Return what the statements of one quantity come to."""
    return agreement.of_quantities(table(*rows)).iloc[0]


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


def test_why_tells_of_a_period_with_one_end_by_that_end():
    since = {"period_begin": datetime.date(2020, 1, 1), "period_end": None}
    told = of(statement("a", 9, outlet="A", **since), statement("b", 10, outlet="B", **YEAR))
    assert told.why == "rose from 9 on Wednesday 1 January 2020 (A) to 10 in 2021 (B)"


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
