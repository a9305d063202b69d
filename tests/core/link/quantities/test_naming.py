from __future__ import annotations

import pytest

from core.link.quantities import counterparts, deeds, grounds, naming, phrases, prominence
from core.link.quantities.naming import Words
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
        ({**MONEY, "predicate": "cut", "measure": "cuts"}, "cuts", "cuts"),
        ({**MONEY, "predicate": "earned", "measure": "household income"}, "household income", "household income"),
        ({**MONEY, "predicate": "granted", "measure": "relief bill"}, "relief bill", "relief bill"),
        ({"predicate": "infected", "unit": "reported cases"}, "reported cases", "reported cases"),
        ({"predicate": "recovered", "unit": "bodies"}, "bodies", "bodies recovered"),
        ({"kind": "percent", "unit": None, "aspect": "share"}, "voters", "share of voters"),
        ({"kind": "percent", "unit": None, "aspect": "change"}, "household income", "change in household income"),
        ({"kind": "percent", "unit": None, "aspect": "change"}, "rise in rents", "rise in rents"),
        ({**MONEY, "predicate": "priced", "measure": "cost of the tram"}, "cost of the tram", "cost of the tram"),
    ],
)
def test_a_quantity_is_named_by_what_is_told_of_it(told, written, name):
    mentions = [mention("a", **told), mention("b", **told)]
    assert naming.name(mentions, [Words(written), Words(written)]) == name


def test_the_wording_that_most_articles_share_wins():
    written = ["turnover of goods", "trade turnover", "trade turnover with Sudland"]
    mentions = [mention(key, **MONEY, measure=words) for key, words in zip("abc", written, strict=True)]
    assert naming.name(mentions, [Words(words) for words in written]) == "trade turnover"


def _name(*told, **each):
    """Return the name of a quantity told by one article each with these words, (told, of) or (told, of, what else)."""
    rows = [(*item, {})[:3] if len(item) > 1 else (item[0], "", {}) for item in told]
    mentions = [mention(key, **(each | rest)) for key, (_, _, rest) in zip("abcdef", rows, strict=False)]
    return naming.name(mentions, [Words(words, of) for words, of, _ in rows])


def test_one_odd_reading_names_no_deed():
    told = [("index", "", {"predicate": "infected"}), *[("index", "")] * 5]
    assert _name(*told, kind="percent", unit=None, aspect="change") == "change in index"
    few = [mention("a", predicate="won"), mention("b"), mention("c")]
    assert deeds.shared(few) == ""
    assert deeds.shared([few[0], few[1]]) == "won"


def test_persons_lost_where_others_say_killed_were_killed():
    assert (
        deeds.shared([mention("a", predicate="lost"), mention("b", predicate="killed"), mention("c")]) == "killed"
    )
    jobs = {"unit": "jobs"}
    assert deeds.shared([mention("a", predicate="lost", **jobs), mention("b", predicate="lost", **jobs)]) == "lost"


def test_what_one_article_calls_those_killed_does_not_name_them():
    told = [("adults", "", {"unit": "adults"}), *[("people", "")] * 4]
    assert _name(*told, predicate="killed") == "people killed"
    told = [("wineries", "", {"unit": "wineries", "predicate": None}), ("people", "")]
    assert _name(*told, predicate="killed") == "people killed"


def test_persons_to_whom_nothing_is_done_are_named_by_what_they_are():
    assert _name(("people", ""), ("people", ""), ("tickets", "", {"unit": "tickets"})) == "tickets"
    assert _name(("people", "caravan"), ("people", "caravan")) == "people: caravan"
    assert _name(("troops", "border"), ("troops", "border"), unit="troops") == "troops: border"


def test_points_and_votes_are_named_by_what_they_are_of():
    told = [("points", "Orsa index"), ("points", "Orsa index")]
    assert _name(*told, unit="points", aspect="change") == "change in Orsa index, points"
    assert _name(*told, unit="points", aspect="level") == "Orsa index, points"
    assert _name(("votes", "Lenn"), ("votes", "Lenn"), unit="votes") == "Lenn, votes"


def test_a_sum_is_named_by_what_it_is_for_where_only_the_bill_or_a_person_tells_it():
    granted = {**MONEY, "predicate": "granted"}
    assert _name(("bill", "harbours"), ("legislation", "harbours"), **granted) == "money for harbours"
    assert _name(("Norr", ""), ("President Norr", ""), ("budget", ""), **MONEY) == "budget"
    assert _name(("aid", "harbours"), ("aid", "fishing harbours"), **granted) == "aid: harbours"
    assert _name(("robbers", ""), ("jewels", ""), **MONEY, predicate="valued") == "value of jewels"


def test_of_two_wordings_the_one_that_stands_near_the_figure_elsewhere_too_wins():
    told = [
        ("strike notice", "", {"context": ["notice", "strike"]}),
        ("dock workers", "", {"context": ["notice", "strike"]}),
    ]
    assert _name(*told, kind="dimension", unit="day") == "duration: strike notice"


def test_an_age_is_called_one():
    assert _name(("men", ""), ("men", ""), kind="dimension", unit="year", aspect="age") == "age: men"


def test_small_letters_and_plurals_are_taken_from_the_other_articles():
    assert (
        _name(("Harbour dues", ""), ("harbour dues", ""), ("Harbour dues", ""), **MONEY) == "amount: harbour dues"
    )
    assert _name(("member", ""), ("members", ""), unit="members") == "members"


@pytest.mark.parametrize(
    ("words", "cleaned"),
    [
        ("migrants makes", "migrants"),
        ("goods entering", "goods"),
        ("arms sales", "arms sales"),
        ("ticket requests", "ticket requests"),
        ("Orsa Composite .ORSX", "Orsa Composite"),
        ("actions in your inbox", ""),
        ("finest people you'll", ""),
        ('members of a "dock', ""),
        ("153bn) of goods", ""),
        ("equally", ""),
        ("much", ""),
        ("world's biggest", ""),
        ("family", "family"),
    ],
)
def test_phrases_that_were_cut_off_are_mended_or_left_out(words, cleaned):
    assert phrases.clean(words) == cleaned


def test_a_cut_off_phrase_is_still_better_than_no_name():
    assert _name(("equally", ""), ("equally", ""), **MONEY)


def test_pages_and_photos_are_worth_little():
    assert prominence.worth([mention(value=1800, unit="page")]) < prominence.worth(
        [mention(value=1800, unit="tons")]
    )


def test_a_handful_of_persons_is_worth_less_than_many():
    assert prominence.worth([mention(value=1, predicate="rescued")]) < prominence.worth(
        [mention(value=40, predicate="rescued")]
    )


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
