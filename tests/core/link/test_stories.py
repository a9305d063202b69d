"""Articles grouped by the event they tell of."""

from __future__ import annotations

import datetime
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from core.link import likeness, signatures, stories
from core.link.signatures import Signature
from core.model import Article

DAY = datetime.date(2031, 5, 6)

FIRE = (
    "A fire at the Harrow paper mill in Eastfield hurt 14 workers on Tuesday, the brigade in Eastfield reported."
)
FIRE_AGAIN = (
    "In Eastfield the Harrow paper mill was on fire; 14 workers were hurt and 3 halls of the mill burnt out."
)
VOTE = (
    "The council of Westerby voted 21 to 9 for the tram line, and Mayor Ines Albrecht will sign the tram contract."
)
VOTE_AGAIN = (
    "Mayor Ines Albrecht of Westerby won her tram: by 21 votes to 9 the council ordered the line and its contract."
)


def sign(key: str, text: str, day: datetime.date | None = DAY, title: str | None = None) -> Signature:
    return signatures.signature(key, Article(text, title=title, published=day))


def test_articles_on_one_event_share_a_story_and_others_do_not():
    found = stories.group([sign("a", FIRE), sign("b", VOTE), sign("c", FIRE_AGAIN), sign("d", VOTE_AGAIN)])
    assert found == ["a", "b", "a", "b"]


def test_a_story_is_named_after_its_earliest_article():
    later = DAY + datetime.timedelta(days=1)
    assert stories.group([sign("a", FIRE, later), sign("b", FIRE_AGAIN, DAY)]) == ["b", "b"]
    assert stories.group([sign("a", FIRE, None), sign("b", FIRE_AGAIN, DAY)]) == ["b", "b"]
    assert stories.group([sign("b", FIRE, None), sign("a", FIRE_AGAIN, None)]) == ["a", "a"]


def test_like_words_years_apart_are_two_events():
    other = "Fire broke out at a paper mill near Eastfield on Monday; the brigade found nobody hurt."
    pair = [sign("a", FIRE, DAY), sign("b", other, DAY.replace(year=2034))]
    assert stories.group(pair) == ["a", "b"]
    assert stories.group(pair, damping=likeness.Damping()) == ["a", "a"]


def test_an_event_told_over_weeks_is_one_story():
    weeks = [DAY + datetime.timedelta(days=days) for days in (0, 10, 24, 45)]
    told = [FIRE, FIRE_AGAIN, FIRE, FIRE_AGAIN]
    found = stories.group([sign(f"a{n}", *each) for n, each in enumerate(zip(told, weeks, strict=True))])
    assert set(found) == {"a0"}


def walled(key: str, text: str, topic: str | None) -> Signature:
    return sign(key, text)._replace(topic=topic)


def test_articles_of_two_given_topics_never_share_a_story():
    found = stories.group([walled("a", FIRE, "fires"), walled("b", FIRE, "mills"), walled("c", FIRE, "fires")])
    assert found == ["a", "b", "a"]


def test_an_article_without_a_topic_joins_one_wall_only():
    told = {"a": "fires", "b": None, "c": "mills", "d": None}
    found = stories.group([walled(key, FIRE, topic) for key, topic in told.items()])
    assert found[0] != found[2]
    assert set(found) == {found[0], found[2]}


def test_how_like_two_articles_are_hardly_depends_on_the_others():
    pair = [sign("a", FIRE), sign("b", FIRE_AGAIN)]
    crowd = [sign(f"c{n}", f"{VOTE} {n} {n + 500} trams") for n in range(60)]
    assert stories.group([*pair, *crowd])[:2] == stories.group(pair) == ["a", "a"]


def grain(number: int) -> str:
    """Write a daily report that shares its wording with all others."""
    town = ("Elmport", "Harwick", "Dunmore", "Ostvale", "Kirby")[number % 5]
    return (
        f"Wheat closed at {180 + number * 7 % 83} crowns a ton in {town}, {number * 13 % 31 / 10} percent above the "
        f"day before. Traders moved {900 + number * 37 % 4001} tons. Buyers from the coast were active, it said."
    )


def test_the_work_grows_with_the_articles_where_they_share_their_wording():
    def seconds(count: int) -> float:
        signed = [sign(f"{n:05}", grain(n), DAY + datetime.timedelta(days=n // 200)) for n in range(count)]
        begun = time.process_time()
        stories.group(signed)
        return time.process_time() - begun

    seconds(50)
    few, many = (
        min(seconds(count) for _ in range(2)) for count in (400, 2000)
    )  # another program may slow one down
    assert many < 14 * max(few, 0.2)  # 25 times the pairs


def test_an_unknown_day_neither_joins_nor_parts():
    assert stories.group([sign("a", FIRE, None), sign("b", FIRE_AGAIN, DAY), sign("c", VOTE, None)]) == [
        "b",
        "b",
        "c",
    ]


def test_articles_without_words_stand_alone():
    assert stories.group([]) == []
    assert stories.group([sign("a", ""), sign("b", "...")]) == ["a", "b"]


def test_a_signature_holds_words_numbers_and_names_but_no_function_words():
    signature = sign("a", "The mayor met Ines Albrecht’s 12 tenants.", title="Tenants heard")
    terms = dict(signature.terms)
    assert signature.names == (("Ines Albrecht", 1),)
    assert {"mayor", "albrecht", "12", "tenants", "heard"} <= set(terms)
    assert "the" not in terms
    assert terms["albrecht"] == signatures.NAME_WEIGHT
    assert terms["tenants"] == 1 + signatures.TITLE_WEIGHT


def test_a_signature_from_stored_counts_is_that_of_the_text():
    words = {"mayor": 1, "met": 1, "ines": 1, "albrecht": 1, "12": 1, "tenants": 1}
    stored = signatures.compose("a", DAY, "Tenants heard", words, {"Ines Albrecht": 1})
    assert stored == sign("a", "The mayor met Ines Albrecht’s 12 tenants.", title="Tenants heard")


SIGNATURES = st.lists(
    st.builds(
        Signature,
        key=st.text("abc", min_size=1, max_size=3),
        published=st.none() | st.dates(datetime.date(2031, 1, 1), datetime.date(2031, 2, 1)),
        terms=st.dictionaries(st.sampled_from("klmnopqrst"), st.integers(1, 9), max_size=6).map(
            lambda terms: tuple(sorted(terms.items()))
        ),
        names=st.just(()),
    ),
    unique_by=lambda signature: signature.key,
    max_size=12,
)


@given(SIGNATURES, st.randoms())
@settings(deadline=None, max_examples=150)
def test_the_order_of_the_articles_makes_no_difference(signatures, random):
    found = dict(zip((each.key for each in signatures), stories.group(signatures), strict=True))
    random.shuffle(signatures)
    assert dict(zip((each.key for each in signatures), stories.group(signatures), strict=True)) == found


@given(SIGNATURES)
@settings(deadline=None, max_examples=150)
def test_a_label_is_the_key_of_an_article_of_the_story(signatures):
    found = dict(zip((each.key for each in signatures), stories.group(signatures), strict=True))
    assert all(found[label] == label for label in found.values())


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=150)
def test_any_text_has_a_signature(text):
    assert all(times > 0 for _, times in sign("a", text, title=text).terms)
