"""Whom a surname alone means: by title, office, story, topic and how much each namesake is spoken of."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from core.extract import analyze
from core.library import Library, store
from core.library.rows import article_key
from core.library.store import Holding
from core.link import link
from core.link.merging import Named, merge
from core.model import Article


def person(
    article: str, name: str, role: str | None = None, mentions: int = 1, near: str = "", honorific: str = ""
) -> Named:
    return Named(article, name, "person", (), role, mentions, tuple(near.split()), honorific)


def meant(*names: Named) -> str:
    """Return whom the last of the names is merged with."""
    return {(merged.key, merged.name): merged.actor for merged in merge(names)}[names[-1].article, names[-1].name]


KARL = person("a", "Karl Brandt", "President")
ANNA = person("c", "Anna Brandt")
ERIK = person("d", "Erik Brandt", "poet")


@pytest.mark.parametrize(
    ("honorific", "role", "namesakes", "actor"),
    [
        (honorific, role, namesakes, actor)
        for (namesakes, answers) in (
            # by honorific: "", mr, mrs; then with the office of a president: "", mr
            ((KARL, ANNA), ("Brandt", "Karl Brandt", "Anna Brandt", "Karl Brandt", "Karl Brandt")),
            ((KARL, ERIK), ("Brandt", "Brandt", "Brandt", "Karl Brandt", "Karl Brandt")),
            ((KARL, ANNA, ERIK), ("Brandt", "Brandt", "Anna Brandt", "Karl Brandt", "Karl Brandt")),
            ((ANNA, ERIK), ("Brandt", "Erik Brandt", "Anna Brandt", "Brandt", "Erik Brandt")),
            ((ANNA,), ("Anna Brandt", "Brandt", "Anna Brandt", "Anna Brandt", "Brandt")),
        )
        for (honorific, role), actor in zip(
            (("", None), ("mr", None), ("mrs", None), ("", "President"), ("mr", "President")), answers, strict=True
        )
    ],
)
def test_titles_and_offices_tell_namesakes_apart(honorific, role, namesakes, actor):
    assert meant(*namesakes, person("b", "Brandt", role, honorific=honorific)) == actor


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_full_name_of_the_same_story_is_meant_then_that_of_the_topic(order):
    names = [
        person("a", "Karl Brandt", near="s1 t1"),
        person("c", "Anna Brandt", near="s2 t1"),
        person("d", "Erik Brandt", near="s3 t2"),
    ]
    names = [names[index] for index in order]
    assert meant(*names, person("b", "Brandt", near="s1 t1")) == "Karl Brandt"
    assert meant(*names, person("b", "Brandt", near="s4 t2")) == "Erik Brandt"
    assert meant(*names, person("b", "Brandt", near="s4 t1")) == "Brandt"
    assert meant(*names, person("b", "Brandt", near="s4 t1", honorific="mr")) == "Karl Brandt"


@pytest.mark.parametrize(("times", "actor"), [(1, "Brandt"), (5, "Brandt"), (6, "Karl Brandt")])
def test_of_namesakes_in_one_story_the_one_most_spoken_of_is_meant(times, actor):
    names = [person("a", "Karl Brandt", None, times, "s"), person("c", "Anna Brandt", None, 2, "s")]
    assert meant(*names, person("b", "Brandt", near="s")) == actor


@pytest.mark.parametrize(("articles", "actor"), [(1, "Brandt"), (4, "Brandt"), (5, "Karl Brandt")])
def test_of_namesakes_anywhere_only_one_far_more_told_of_is_meant(articles, actor):
    names = [person(f"a{n}", "Karl Brandt") for n in range(articles)]
    assert meant(*names, ANNA, person("b", "Brandt")) == actor


def test_a_presidents_surname_is_not_his_daughters_whose_story_it_is():
    names = [KARL, person("c", "Anna Brandt", "adviser", 9, "s")]
    assert meant(*names, person("b", "Brandt", "President", near="s")) == "Karl Brandt"


def test_an_article_that_has_both_names_keeps_them_apart_unless_the_office_is_one():
    assert meant(person("a", "Tom Brandt"), person("a", "Brandt")) == "Brandt"
    assert meant(person("a", "Tom Brandt", "President"), person("a", "Brandt", "President")) == "Tom Brandt"


@pytest.mark.parametrize("near", ["", "s"])
@pytest.mark.parametrize("times", [1, 4])
def test_a_son_is_not_his_father(near, times):
    names = [person("a", "Tom Brandt", None, 9, near), person("b", "Tom Brandt Jr.", None, times, near)]
    assert meant(*names) == "Tom Brandt Jr."
    assert meant(*reversed(names)) == "Tom Brandt"
    assert meant(person("a", "Tom Brandt"), person("b", "Tom Brandt Sr.")) == "Tom Brandt Sr."
    assert meant(person("a", "Tom Brandt Sr."), person("b", "Tom Brandt")) == "Tom Brandt Sr."


@pytest.mark.parametrize(
    ("before", "actor"), [("Mr.", "Karl Brandt"), ("Mr", "Karl Brandt"), ("Mrs.", "Anna Brandt"), ("", "Brandt")]
)
def test_the_honorific_is_read_from_the_text(tmp_path, before, actor):
    texts = {
        "alpha": "President Karl Brandt opened the bridge in Avon on Monday.",
        "beta": f"The bridge was paid for by the town. “It holds,” {before} Brandt said.",
        "gamma": "The poet Anna Brandt read in Corvale, she said.",
    }
    library = Library(tmp_path / "kept")
    analyses = [analyze(Article(text, source=name, language="en")) for name, text in texts.items()]
    held = [Holding(item.article.source, article_key(item.article), "c", "root") for item in analyses]
    store.add(library.path, "first", analyses, held)
    beta = article_key(analyses[1].article)
    rows = link(library.snapshot)["merged_actors"].to_pylist()
    assert [row["actor"] for row in rows if row["key"] == beta and row["name"] == "Brandt"] == [actor]


def test_ten_thousand_namesakes_in_one_topic_take_a_second_or_two():
    draw = random.Random(1)
    names = [
        person(str(n), f"{draw.choice('ABCDEFGH')}{'abcdefgh'[n % 8]}{n % 300} Brandt", near="t")
        for n in range(5_000)
    ]
    names += [
        person(f"b{n}", "Brandt", draw.choice([None, "President", "poet"]), near=f"s{n} t") for n in range(10_000)
    ]
    start = time.process_time()
    assert len(merge(names)) == len(names)
    assert time.process_time() - start < 4
