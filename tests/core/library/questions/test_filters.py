"""Filters let pass what they say, in any combination, and every choice tells what it would leave."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.library import Filters, Library, Search, store
from core.library.edits import Change
from core.library.questions import choices
from core.library.questions.filters import SIDES, phrases
from core.library.schema import LINK_TABLES, table

TEXT = "The harbour shipped 40 tons in 2021. Mayor Ines Ruiz said the quay is safe. Prices rose."


@pytest.fixture(scope="module")
def filled(tmp_path_factory, add_to, make):
    """Four articles: two name Ines Ruiz, one under another name; the last is a copy of the first."""
    library = Library(tmp_path_factory.mktemp("filled") / "library")
    add_to(
        library,
        make(
            TEXT,
            source="a.txt",
            outlet="Coast Daily",
            topic="ports",
            published=datetime.date(2024, 5, 1),
            dates=[("2021", "2021")],
            quotations=[("the quay is safe", "Ines Ruiz")],
            actors=["Ines Ruiz"],
        ),
        make("Ruiz spoke. The mayor’s harbour grew.", source="b.txt", actors=["Ruiz"], topic="towns"),
        make("A choir sang.", source="c.txt", outlet="Hill Post", published=datetime.date(2023, 1, 2)),
        make(TEXT + " Again.", source="d.txt", outlet="Hill Post", topic="ports"),
    )
    key = dict(library.articles()[["source", "key"]].itertuples(index=False))
    person = {"kind": "person", "actor": "Ines Ruiz"}
    merged = [
        {**person, "key": key["a.txt"], "name": "Ines Ruiz", "reason": None},
        {**person, "key": key["b.txt"], "name": "Ruiz", "reason": "short form"},
    ]
    copy = {"key": key["d.txt"], "copy_of": key["a.txt"], "share": 0.9, "exact": False}
    store.replace_links(
        library,
        {
            "merged_actors": table(LINK_TABLES["merged_actors"], merged),
            "copies": table(LINK_TABLES["copies"], [copy]),
        },
        library.content_version,
        "test",
    )
    store.correct(library, "labels", {key["a.txt"]: "local, Ports", key["b.txt"]: "Local"})
    return library


def passing(library, filters):
    return set(library.articles(filters)["source"].str.removesuffix(".txt"))


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        (Filters(actors=("Ines Ruiz",)), "ab"),
        (Filters(actors=("Ruiz",)), ""),
        (Filters(actors=("Nobody", "Ines Ruiz")), "ab"),
        (Filters(speakers=("Ines Ruiz",)), "a"),
        (Filters(languages=("en",)), "abcd"),
        (Filters(languages=("de",)), ""),
        (Filters(labels=("ports",)), "a"),
        (Filters(labels=("LOCAL", "no such")), "ab"),
        (Filters(labels=("loc",)), ""),
        (Filters(copies=False), "abc"),
        (Filters(topics=("ports",), copies=False), "a"),
        (Filters(begin=datetime.date(2021, 3, 1), end=datetime.date(2021, 3, 2), spoken=True), "a"),
        (Filters(begin=datetime.date(2024, 1, 1), undated=False), "a"),
        (Filters(words='harbour "quay is safe'), "ad"),
        (Filters(words='"mayor\'s harbour"'), "b"),
        (Filters(words="“quay is”"), "ad"),
        (Filters(words='""" " '), "abcd"),
        (Filters(words="the harbour shipped 40 tons in mayor ines ruiz said quay is safe prices rose"), "ad"),
        (Filters(words=" ".join(f"w{'abcdefghij'[n % 10] * (n // 10 + 1)}" for n in range(400))), ""),
        (Filters(searches=(Search("choirs", Filters(words="choir")),)), "c"),
        (Filters(topics=("towns",), searches=(Search("choirs", Filters(words="choir")),)), "bc"),
        (Filters(searches=(Search("all", Filters()),), outlets=("Hill Post",)), "cd"),
        (Filters(searches=(Search("two", Filters(searches=(Search("x", Filters(topics=("ports",))),))),)), "ad"),
    ],
)
def test_each_side_lets_pass_what_it_says(filled, filters, sources):
    assert passing(filled, filters) == set(sources)


def test_names_an_analyst_merged_are_one_name(filled, tmp_path):
    edited = Library(shutil.copytree(filled.path, tmp_path / "edited"))
    store.edit(edited, [Change("actor", "Ines Ruiz", "Mayor Ruiz")])
    assert passing(edited, Filters(actors=("Mayor Ruiz",))) == set("ab")
    assert passing(edited, Filters(speakers=("Mayor Ruiz",))) == {"a"}
    assert passing(edited, Filters(actors=("Ines Ruiz",), speakers=("Ines Ruiz",))) == set()


def test_names_stand_for_themselves_before_anything_is_linked(library, add, make):
    add(make(TEXT, source="a.txt", actors=["Ines Ruiz"], quotations=[("the quay is safe", "Ines Ruiz")]))
    assert passing(library, Filters(actors=("Ines Ruiz",), speakers=("Ines Ruiz",))) == {"a"}
    assert len(library.run(choices.people(Filters()))) == 2


def test_a_choice_on_one_side_takes_nothing_from_its_own_side(filled):
    counts = filled.choices(Filters(outlets=("Coast Daily",)))
    outlets = dict(counts.loc[counts["field"] == "outlet", ["value", "articles"]].itertuples(index=False))
    topics = dict(counts.loc[counts["field"] == "topic", ["value", "articles"]].itertuples(index=False))
    assert outlets == {"Coast Daily": 1, "Hill Post": 2, "": 1}
    assert topics == {"ports": 1}


def test_days_back_are_counted_from_the_newest_article(filled):
    counts = filled.choices()
    recent = counts[counts["field"] == "recent"]
    assert set(recent["label"]) == {"2024-05-01"}
    assert dict(recent[["value", "articles"]].itertuples(index=False)) == {"7": 1, "30": 1, "365": 1}
    years = counts[counts["field"] == "year"]
    assert dict(years[["value", "articles"]].itertuples(index=False)) == {"2024": 1, "2023": 1}


def test_years_spoken_of_are_counted_where_those_days_are_asked_for(filled):
    counts = filled.choices(Filters(spoken=True))
    assert counts.loc[counts["field"] == "year", ["value", "articles"]].to_numpy().tolist() == [["2021", 1]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('tram "trade turnover"', ("tram", "trade turnover")),
        ('"trade turnover', ("trade", "turnover")),
        ('say"so" now', ("say", "so", "now")),
        ("«a b» „c d“ ＂e f＂", ("a b", "c d", "e f")),
        ('"  a   b  " a a', ("a b", "a")),
        ('"" "', ()),
    ],
)
def test_odd_quotation_marks_count_for_nothing(words, found):
    assert phrases(words) == found


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
DAYS = st.none() | st.dates(datetime.date(1600, 1, 1))


def some(*usual):
    return st.lists(st.sampled_from(usual) | TEXTS, max_size=2).map(tuple)


FILTERS = st.recursive(
    st.builds(
        Filters,
        topics=some("ports", "towns", ""),
        outlets=some("Coast Daily", "Hill Post", ""),
        stories=some("no story"),
        actors=some("Ines Ruiz"),
        speakers=some("Ines Ruiz"),
        languages=some("en", ""),
        labels=some("local", "Ports"),
        begin=DAYS,
        end=DAYS,
        undated=st.booleans(),
        spoken=st.booleans(),
        copies=st.booleans(),
        words=st.sampled_from(["", "harbour", '"quay is safe" mayor']) | TEXTS,
    ),
    lambda inner: st.builds(
        lambda filters, searches: replace(filters, searches=tuple(searches)),
        inner,
        st.lists(st.builds(Search, TEXTS, inner), max_size=2),
    ),
    max_leaves=4,
)
SLOW = settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow],
)


@SLOW
@given(FILTERS)
def test_any_combination_is_the_same_as_its_sides_one_after_another(filled, filters):
    condition = " AND ".join(sql for sql, _ in filters.sides().values()) or "TRUE"
    assert set(filters.sides()) <= set(SIDES)
    assert filters.to_sql()[0] == condition
    everything = passing(filled, Filters())
    for side, (sql, values) in filters.sides().items():
        rows = filled.snapshot.query(f"SELECT a.source, ({sql}) FROM catalogue a", values).fetchall()
        assert {held for _, held in rows} <= {True, False}, side
        everything &= {source.removesuffix(".txt") for source, held in rows if held}
    assert passing(filled, filters) == everything


@SLOW
@given(FILTERS)
def test_a_choice_leaves_as_many_articles_as_it_says(filled, filters):
    counts = filled.choices(filters)
    people = filled.run(choices.people(filters))
    sides = {"topic": "topics", "outlet": "outlets", "story": "stories", "language": "languages"}
    sides["label"] = "labels"
    rows = [(row.field, row.value, row.articles) for row in [*counts.itertuples(), *people.itertuples()]]
    for field, value, articles in rows:
        side = sides.get(field) or {"actor": "actors", "speaker": "speakers"}.get(field)
        if side:
            cleared = {"searches": ()} if field == "topic" else {}
            chosen = replace(filters, **{side: (value,)}, **cleared)
            assert len(filled.articles(chosen)) == articles, (field, value)


@SLOW
@given(FILTERS)
def test_taking_a_side_away_brings_back_what_is_told(filled, filters):
    told = dict(filled.run(choices.brought_back(filters)).itertuples(index=False))
    assert set(told) == set(filters.sides())
    open_sides = {
        "topic": {"topics": (), "searches": ()},
        "dates": {"begin": None, "end": None},
        "undated": {"undated": True},
        "copies": {"copies": True},
        "words": {"words": ""},
        "story": {"stories": ()},
        "language": {"languages": ()},
        "label": {"labels": ()},
        "outlet": {"outlets": ()},
        "actor": {"actors": ()},
        "speaker": {"speakers": ()},
    }
    for side, articles in told.items():
        assert len(filled.articles(replace(filters, **open_sides[side]))) == articles, side


@SLOW
@given(FILTERS, FILTERS)
def test_two_searches_pass_together_what_either_passes(filled, one, other):
    both = Filters(searches=(Search("one", one), Search("other", other)))
    assert passing(filled, both) == passing(filled, one) | passing(filled, other)
    counts = filled.run(choices.choices(Filters(), both.searches))
    told = counts.loc[counts["field"] == "search", ["value", "articles"]].itertuples(index=False)
    wanted = {("one", len(passing(filled, one))), ("other", len(passing(filled, other)))}
    assert set(map(tuple, told)) == {pair for pair in wanted if pair[1]}
