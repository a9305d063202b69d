"""Articles → what links them: which figures measure one thing, which texts are copies, which tell of one event."""

from __future__ import annotations

import datetime
import itertools

import pytest

from core.extract import analyze
from core.library import Library, store
from core.library.rows import article_key
from core.library.store import Holding
from core.link import copies, link, signatures, stories
from core.link.merging import Named, merge
from core.model import Article

DAY = datetime.date(2031, 5, 6)

# Articles of one topic each: what is linked, or not, stands beside them.
TOWN = (
    "The final cost of the tram was $40 million. The budget of the school was $5 million.",
    "The cost of the tram was $42 million. The budget of the school rose by $1 million.",
    "The cost of the Harrow tram was $41 million. The budget of the school fell from $9 million to $6 million.",
    "The cost of the tram was $900 million. Turnout was 60%.",
    "Turnout rose to 62%. Turnout rose by 3%. The mayor saw one thing and a four-star inn.",
)
VALE = (
    "The cost of the bridge was $40 million.",
    "The cost of the old Harrow bridge was $41 million.",
    "The cost of the new Avon bridge was $42 million.",
)
PORT = (
    "The firm built 140 houses in Avon. The line lasts 40 years. The length of the pipe is 40 km.",
    "The firm built 150 houses in Avon. The line lasts 41 years. The length of the pipe is 41 km.",
    "The firm built 300 houses in Avon.",
)


@pytest.fixture(scope="module")
def groups(tmp_path_factory):
    """The texts of the figures of each indicator, by topic, with the bounds of each."""
    library = Library(tmp_path_factory.mktemp("linked") / "kept")
    analyses = [
        analyze(
            Article(text, source=f"{topic}{n}", topic=topic, language="en", published=DAY, published_from="given")
        )
        for topic, texts in (("town", TOWN), ("vale", VALE), ("port", PORT))
        for n, text in enumerate(texts)
    ]
    store.add(
        library.path,
        "first",
        analyses,
        [Holding(item.article.source, article_key(item.article), "c", "root") for item in analyses],
    )
    rows = library.snapshot.query("SELECT key, number, text FROM figures").fetchall()
    texts = {(key, number): text for key, number, text in rows}
    found: dict[str, list[tuple[str, float | None, float | None]]] = {}
    for row in link(library.snapshot)["indicators"].to_pylist():
        found.setdefault(row["indicator"], []).append(
            (texts[row["key"], row["number"]], row["least"], row["most"])
        )
    return [sorted(rows) for rows in found.values()]


def beside(groups, text):
    """Return the texts of the indicators that a figure belongs to."""
    return [[told for told, _, _ in rows] for rows in groups if any(told == text for told, _, _ in rows)]


def test_a_cost_told_wider_and_closer_is_one_where_only_one_is_closer(groups):
    (found,) = beside(groups, "$42 million")[:1]
    assert {"$40 million", "$41 million", "$42 million"} <= {
        text for rows in beside(groups, "$42 million") for text in rows
    }
    assert sorted(found) == found


def test_a_value_far_off_is_still_told_of_the_same(groups):
    assert "$42 million" in beside(groups, "$900 million")[0]  # or nobody would see that they differ


def test_two_that_are_named_more_closely_are_two(groups):
    (harrow,) = [rows for rows in beside(groups, "$41 million") if "$900 million" not in rows]
    assert "$42 million" not in harrow  # the old bridge of Harrow, and the new one of Avon


def test_a_move_counts_by_the_level_it_reaches_and_a_difference_not_at_all(groups):
    assert beside(groups, "$1 million") == [["$1 million"]]
    (school,) = [rows for rows in groups if any(text == "$5 million" for text, _, _ in rows)]
    assert [(text, (least + most) / 2) for text, least, most in school] == [
        ("$5 million", 5e6),
        ("$9 million to $6 million", pytest.approx(6e6)),
    ]


def test_a_level_in_percent_and_a_change_in_percent_are_apart(groups):
    assert sorted(map(tuple, beside(groups, "62%"))) == [("60%", "62%")]
    assert beside(groups, "3%") == [["3%"]]


def test_counts_and_lengths_of_one_thing_are_one_however_far_apart(groups):
    assert beside(groups, "140 houses") == [["140 houses", "150 houses", "300 houses"]]
    assert beside(groups, "40 km") == [["40 km", "41 km"]]
    assert beside(groups, "one thing") == [["one thing"]]


# --- stories: articles of twenty words each, some of which both have


def sign(key, words, day):
    return signatures.compose(key, day, None, dict.fromkeys(words, 1), {})


def pair(shared, days, size=20):
    """Group two articles of `size` words that share some, so many days apart (None: a day is unknown)."""
    names = ["".join(letters) for letters in itertools.product("bdfgklmnprstvz", "aeiou", "bdgklmnprt")]
    common, one, two = names[:shared], names[shared:size], names[size : 2 * size - shared]
    later = None if days is None else DAY + datetime.timedelta(days=days)
    return stories.group([sign("a", common + one, DAY), sign("b", common + two, later)])


@pytest.mark.parametrize(
    ("shared", "days", "together"),
    [
        (3, 0, True),  # alike by .119: the same day raises it
        (2, 0, False),
        (4, None, True),
        (3, None, False),  # an unknown day raises nothing
        (3, 1, True),
        (3, 14, False),
        (5, 30, True),  # .207 falls to six tenths
        (4, 45, False),
        (20, 2000, True),  # the same words: 1 falls to .13
        (16, 2000, False),
    ],
)
def test_what_days_apart_still_make_one_story(shared, days, together):
    assert pair(shared, days) == (["a", "a"] if together else ["a", "b"])


def test_figures_names_and_titles_weigh_more_than_words():
    signature = signatures.compose(
        "a", DAY, "Tram stops", {"tram": 1, "14": 2, "quill": 1, "the": 9}, {"Ada Quill": 2}
    )
    assert dict(signature.terms) == {"tram": 4, "stops": 3, "14": 8, "ada": 2, "quill": 3}


# --- copies


def words(first, count):
    names = ["".join(letters) for letters in itertools.product("bdfgklmnprstvz", "aeiou", "bdgklmnprt")]
    return " ".join(names[first : first + count])


@pytest.mark.parametrize(("shared", "copied"), [(100, True), (60, True), (45, False), (35, False), (0, False)])
def test_half_of_the_shorter_text_makes_a_copy(shared, copied):
    own, other = words(0, 100), f"{words(0, shared)} {words(200, 150 - shared)}"
    assert bool(copies.find({"a": own, "b": other})) == copied


def test_copies_are_chained_and_each_tells_what_it_shares():
    first, second, third = words(0, 100), f"{words(0, 100)} {words(200, 100)}", words(200, 100)
    (found,) = copies.find({"a": first, "b": second, "c": third, "d": words(400, 100)})
    assert found.keys == ("a", "b", "c")
    assert found.shares[0] == found.shares[2] == 1.0
    assert 0.9 < found.shares[1] < 1.0


# --- names


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [
        ("Omar Rokhan", "Rokhan", True),
        ("Omar bin Rokhan", "Rokhan", False),  # a name with a particle goes by both
        ("Omar Ali Rokhan", "Rokhan", True),
        ("Anna de la Cruzado", "Cruzado", False),
    ],
)
def test_a_surname_alone_is_no_name_with_a_particle(full, short, one):
    merged = merge([Named("a", full, "person"), Named("b", full, "person"), Named("c", short, "person")])
    assert {found.name: found.actor for found in merged}[short] == (full if one else short)


@pytest.mark.parametrize(("articles", "joined"), [(48, True), (49, False)])
def test_a_bearer_of_one_article_among_many_is_likely_a_namesake(articles, joined):
    others = [Named(f"x{n}", f"Ada Quill{chr(97 + n % 26)}o", "person") for n in range(articles)]
    merged = merge([Named("a", "Omar Rokhan", "person"), Named("b", "Rokhan", "person"), *others])
    assert {found.name: found.actor for found in merged}["Rokhan"] == ("Omar Rokhan" if joined else "Rokhan")


@pytest.mark.parametrize(
    ("one", "other", "actor"),
    [
        (("The Roe Group plc", 2), ("Roe Group", 1), "The Roe Group plc"),
        (("Roe & Sons", 1), ("Roe and Sons", 1), "Roe and Sons"),
        (("Roe Ltd", 1), ("Roe Inc.", 3), "Roe Inc."),
        (("Roe Bank", 1), ("Roe Banks", 1), None),
    ],
)
def test_an_organisation_is_one_whatever_its_form_of_company(one, other, actor):
    names = [
        Named(key, name, "organisation", mentions=times)
        for key, (name, times) in zip("ab", (one, other), strict=True)
    ]
    merged = {found.name: found.actor for found in merge(names)}
    assert merged == ({one[0]: actor, other[0]: actor} if actor else {one[0]: one[0], other[0]: other[0]})


def test_an_acronym_of_two_names_joins_neither():
    names = [
        Named("a", "Office for Bridge Safety", "organisation", ("OBS",)),
        Named("b", "Order of Black Sheep", "organisation", ("OBS",)),
        Named("c", "OBS", "organisation"),
    ]
    assert {found.name: found.actor for found in merge(names)}["OBS"] == "OBS"


def test_an_office_once_held_is_no_office():
    names = [
        Named("a", "Ada Rokhan", "person", role="former president"),
        Named("b", "Tom Rokhan", "person", role="poet"),
        Named("c", "Rokhan", "person", role="president"),
    ]
    assert {found.name: found.actor for found in merge(names)}["Rokhan"] == "Rokhan"


# --- walls


def linked(folder, told):
    """Link articles of (topic, text), added in this order, one a day; return the tables by the articles' numbers."""
    library = Library(folder / "walls")
    analyses = [
        analyze(
            Article(
                text,
                source=f"a{n}",
                topic=topic,
                language="en",
                published=DAY + datetime.timedelta(days=n),
                published_from="given",
            )
        )
        for n, (topic, text) in enumerate(told)
    ]
    holdings = [Holding(item.article.source, article_key(item.article), "c", "root") for item in analyses]
    store.add(library.path, "first", analyses, holdings)
    number = {holding.key: n for n, holding in enumerate(holdings)}
    tables = {name: found.to_pylist() for name, found in link(library.snapshot).items()}
    return {
        "topics": {number[row["key"]]: row["topic"] for row in tables["topics"]},
        "stories": {number[row["key"]]: number[row["story"]] for row in tables["stories"]},
        "copies": {number[row["key"]]: number[row["copy_of"]] for row in tables["copies"]},
        "indicators": {(number[row["key"]], row["indicator"]) for row in tables["indicators"]},
    }


STORM = (
    "The storm over Saltholm did damage of $2 billion, the insurers said. The cost of the dyke was $40 million."
)


def test_a_topic_given_is_a_wall_for_stories_copies_topics_and_indicators(tmp_path):
    told = [("Ada", STORM), ("Bo", STORM + " The harbour is shut."), ("Ada", STORM + " Trains stand still.")]
    found = linked(tmp_path, told)
    assert found["stories"] == {0: 0, 1: 1, 2: 0}
    assert found["copies"] == {2: 0}
    assert found["topics"] == {0: "Ada", 1: "Bo", 2: "Ada"}
    of_bo = {name for number, name in found["indicators"] if number == 1}
    assert of_bo
    assert not of_bo & {name for number, name in found["indicators"] if number != 1}


def test_an_article_keeps_the_topic_it_was_given_where_no_other_is_like_it(tmp_path):
    told = [("Ada", STORM), ("Ada", "Beekeepers in Northvale lost half of their hives to mites this winter.")]
    assert linked(tmp_path, told)["topics"] == {0: "Ada", 1: "Ada"}


def test_a_copy_without_a_topic_is_one_of_an_article_that_has_one(tmp_path):
    told = [("Ada", STORM), (None, STORM + " The harbour is shut.")]
    assert linked(tmp_path, told)["copies"] == {1: 0}


def test_a_topic_is_called_by_the_subject_of_its_headlines_and_first_sentences(tmp_path):
    told = [(None, STORM), (None, STORM + " The harbour is shut."), (None, STORM + " Trains stand still.")]
    assert set(linked(tmp_path, told)["topics"].values()) <= {"Saltholm storm", "Saltholm damage"}
