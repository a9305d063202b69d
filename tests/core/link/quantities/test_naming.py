from __future__ import annotations

import pytest

from core.link.quantities import counterparts, grounds, naming, prominence
from tests.core.link.quantities.mentions import mention

MONEY = {"kind": "money", "unit": "USD"}


@pytest.mark.parametrize(
    ("told", "written", "name"),
    [
        ({"predicate": "killed"}, "people", "people killed"),
        ({"predicate": "killed", "unit": "dead"}, "dead", "people killed"),
        ({"predicate": "killed", "unit": "soldiers"}, "soldiers", "soldiers killed"),
        ({"predicate": "destroyed", "unit": "homes"}, "homes", "homes destroyed"),
        ({"unit": "flats"}, "flats", "flats"),
        ({"unit": None, "kind": "other"}, "", ""),
        ({**MONEY, "measure": "trade turnover"}, "trade turnover", "trade turnover"),
        ({**MONEY, "predicate": "offered", "measure": "offer for Corvex"}, "offer for Corvex", "offer for Corvex"),
        ({**MONEY, "predicate": "offered", "measure": "Corvex"}, "Corvex", "offer: Corvex"),
        ({**MONEY, "predicate": "priced", "measure": "cost of the tram"}, "cost of the tram", "cost of the tram"),
    ],
)
def test_a_quantity_is_named_by_what_is_told_of_it(told, written, name):
    mentions = [mention("a", **told), mention("b", **told)]
    assert naming.name(mentions, [written, written]) == name


def test_the_wording_that_most_articles_share_wins():
    written = ["turnover of goods", "trade turnover", "trade turnover with Sudland"]
    mentions = [mention(key, **MONEY, measure=words) for key, words in zip("abc", written, strict=True)]
    assert naming.name(mentions, written) == "trade turnover"


def test_a_forecast_of_another_value_is_a_counterpart_and_one_that_came_true_is_not():
    facts = [mention("a", value=236), mention("b", value=236)]
    other, true = mention("c", value=165, status="forecast"), mention("d", value=236, status="forecast")
    assert counterparts.split([*facts, other], [0, 1, 2]) == ([0, 1], [2])
    assert counterparts.split([*facts, true], [0, 1, 2]) == ([0, 1, 2], [])
    assert counterparts.split([other, true], [0, 1]) == ([0, 1], [])


def test_handfuls_ages_and_lengths_of_time_are_worth_less_than_what_was_done():
    deed = prominence.worth([mention(predicate="killed")])
    for told in (
        {"value": 2, "unit": "brothers"},
        {"value": 44, "aspect": "age", "unit": "year", "kind": "dimension"},
        {"value": 3, "unit": "hour", "kind": "dimension"},
    ):
        assert prominence.worth([mention(**told)]) < deed / 2


def test_what_articles_begin_with_is_worth_more():
    assert prominence.worth([mention(predicate="killed", start=0)]) > prominence.worth(
        [mention(predicate="killed", start=9000)]
    )


def test_small_counts_of_things_are_worth_less_than_large_ones():
    told = {"unit": "boats", "measure": "boats"}
    assert prominence.worth([mention(value=9, **told)]) < prominence.worth([mention(value=900, **told)])


def test_what_has_no_name_is_worth_less():
    assert prominence.worth([mention(kind="other", unit=None)]) < prominence.worth([mention(predicate="killed")])


def test_reasons_say_what_is_shared():
    told = {"predicate": "killed", "context": ["blast"]}
    assert grounds.reason(mention("a", **told), mention("b", **told)) == (
        "The same number; both killed; both of people; both near “blast”."
    )
    assert grounds.reason(mention("a"), mention("b", value=34)).startswith("Another number for the same")
    assert grounds.reason(mention("a"), None) == "Told by this article alone."
