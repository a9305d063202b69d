from __future__ import annotations

import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lexicon import load
from core.link.quantities import candidates, judgement, pair_evidence
from tests.core.link.quantities.mentions import mention

ROWS = load.table("quantities_evidence.csv", judgement.Row)


def odds(*mentions):
    first, second = candidates.pairs(mentions)
    return judgement.odds(pair_evidence.weigh(mentions, first, second), judgement.shipped())


def test_the_table_of_weights_names_just_the_evidence_there_is():
    mentions = [mention("a"), mention("b")]
    first, second = candidates.pairs(mentions)
    named = {row.evidence for row in ROWS} - {"base", "enough"}
    assert named == set(pair_evidence.weigh(mentions, first, second).columns)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.evidence)
def test_no_weight_has_a_sign_its_evidence_can_not_have(row):
    least, most = {"for": (0, np.inf), "against": (-np.inf, 0), "either": (-np.inf, np.inf)}[row.says]
    if row.evidence not in ("base", "enough"):
        assert least <= row.equal <= most
        assert least <= row.different <= most
        assert row.of in ("both", "equal" if row.equal else "different", "different" if row.different else "equal")


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            mention,
            key=st.sampled_from("abc"),
            value=st.floats(-1e12, 1e12),
            unit=st.sampled_from(["people", "homes", None, "men"]),
            predicate=st.sampled_from([None, "killed", "injured"]),
            owner=st.sampled_from([None, "Norland", "the north"]),
            context=st.lists(st.sampled_from(["blast", "market", "flood"]), max_size=3, unique=True),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_any_pair_has_finite_odds_whatever_is_told(mentions):
    found = odds(*mentions)
    assert np.isfinite(found).all()
    assert ((found >= judgement.LEAST) & (found <= judgement.MOST)).all()


def test_what_is_shared_speaks_for_a_pair():
    told = {"predicate": "killed", "context": ["blast", "market"]}
    alike = odds(mention("a", **told), mention("b", value=34, **told))
    unlike = odds(mention("a", **told), mention("b", value=34, predicate="injured", context=["rally"]))
    assert alike[0] > unlike[0]


def test_equal_values_speak_for_a_pair():
    told = {"predicate": "killed"}
    assert (
        odds(mention("a", **told), mention("b", **told))[0]
        > odds(mention("a", **told), mention("b", value=90, **told))[0]
    )


@pytest.mark.parametrize(("one", "other"), [("mile", "kilometer"), ("acre", "hectare"), ("hour", "minute")])
def test_units_of_one_kind_meet_and_others_never(one, other):
    told = {"kind": "dimension"}
    assert len(candidates.pairs([mention("a", unit=one, **told), mention("b", unit=other, **told)])[0]) == 1
    assert len(candidates.pairs([mention("a", unit=one, **told), mention("b", unit="tonne", **told)])[0]) == 0


def test_pairs_grow_like_the_mentions_where_there_are_many():
    mentions = [
        mention(str(number), value=number % 977, predicate="killed") for number in range(4 * candidates.FEW)
    ]
    half, whole = (len(candidates.pairs(some)[0]) for some in (mentions[: len(mentions) // 2], mentions))
    assert whole < 2.5 * half


def test_values_that_articles_tell_side_by_side_are_two_things():
    told = {"unit": "rifles"}
    apart = [mention("a", 0, 6, **told), mention("b", 0, 14, **told)]
    beside = [mention("c", 0, 6, **told), mention("c", 1, 14, sentence_start=90, start=95, **told)]
    columns = [pair_evidence.weigh(some, np.array([0]), np.array([1])).columns for some in (apart, apart + beside)]
    name = "values told side by side"
    assert columns[0][name] == 0 < columns[1][name]
    assert odds(*apart, *beside)[0] < odds(*apart)[0]


@pytest.mark.parametrize(
    ("published", "status", "differs"),
    [
        (datetime.date(2024, 5, 6), None, True),
        (None, None, False),
        (datetime.date(2024, 5, 6), "forecast", False),
    ],
)
def test_what_is_undated_or_forecast_is_not_of_another_time_than_the_past(published, status, differs):
    mentions = [
        mention("a", 0, 31, period="2021", published=datetime.date(2024, 5, 6)),
        mention("b", 0, 42, published=published, status=status),
    ]
    found = pair_evidence.weigh(mentions, np.array([0]), np.array([1]))
    assert bool(found.columns["one of the past"][0]) == differs
