"""What the headings of a group of articles are on."""

from __future__ import annotations

import time

import pytest

from core.link import topic_names


def called(*headings: str | tuple[str, ...], names: tuple[str, ...] = (), common: tuple[str, ...] = ()) -> str:
    """Return the likeliest subject of headings, or nothing."""
    lines = [heading if isinstance(heading, tuple) else (heading,) for heading in headings]
    texts = [{word.lower().strip(".,:?!") for line in heading for word in line.split()} for heading in lines]
    found = topic_names.likely(lines, texts, frozenset(names), lambda word: 0.2 if word in common else 1.0)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        # A run that most have, and ends in a noun.
        (
            ("The Elmport ferry strike enters a third week", "Elmport ferry strike: what we know"),
            "Elmport ferry strike",
        ),
        (
            ("Talks end on the Elmport budget deal", "No Elmport budget deal, says the mayor"),
            "Elmport budget deal",
        ),
        (("Court hears of the water tax row", "The water tax row is before a court"), "Water tax row"),
        # Verbs end a run, those that may be nouns too.
        (("Flood hits Elmport harbour", "Damage at the Elmport harbour after a flood"), "Elmport harbour"),
        (
            ("Council bans Elmport street market", "The Elmport street market will be banned"),
            "Elmport street market",
        ),
        # A name and a noun apart.
        (("In Elmport, the dyke broke", "The dyke was old, they say in Elmport"), "Elmport dyke"),
        (("The dyke of Elmport", "Elmport's mayor speaks of the dyke"), "Elmport dyke"),
        # One word.
        (("The sequester", "What the sequester is"), "Sequester"),
        # Headline case is undone where the words are small elsewhere.
        (
            (
                ("Ferry Strike Grips Whole Of Elmport", "A ferry strike has begun in Elmport."),
                "Ferry strike in Elmport",
            ),
            "Elmport ferry strike",
        ),
    ],
)
def test_a_subject_is_a_run_or_a_name_and_a_noun(headings, expected):
    found = called(*headings, names=("Elmport",))
    assert found == expected


def test_names_are_written_as_most_often_and_other_words_small():
    titles = ("New FDA Rules On Pepper Spray Due", "The FDA rules on spray are due", "Makers fear the FDA rules")
    assert called(*titles) == "FDA rules"


@pytest.mark.parametrize(
    "title", ["Norwegian, Dutch and Danish", "They were Norwegian", "It is dangerous", "Dead"]
)
def test_peoples_and_adjectives_are_no_subject(title):
    assert called(title, title, title) == ""


@pytest.mark.parametrize(
    "title", ["", "?!", "...", "<script>alert(1)</script>", "\x00\x1b[31m", "'s 's", "2024 2025"]
)
def test_headings_of_nothing_or_of_marks_break_nothing(title):
    label = called(title, title)
    assert "<" not in label
    assert "\x1b" not in label


def test_no_headings_tell_no_subject():
    assert called() == ""
    assert called((), ()) == ""


def test_a_run_of_one_article_is_no_subject_of_many():
    assert called("Elmport ferry strike", "Bees", "Wheat price", "Snow") == ""


def test_one_more_article_leaves_the_subject():
    titles = [
        "The Elmport ferry strike goes on",
        "No end of the Elmport ferry strike",
        "Elmport ferry strike ends",
    ]
    first = called(*titles, names=("Elmport",))
    assert first == "Elmport ferry strike"
    assert called(*titles, "Ferries sail again", names=("Elmport",)) == first


def test_work_grows_with_the_words():
    def taken(count: int) -> float:
        titles = [f"Elmport grain report number w{n} of the Elmport grain board" for n in range(count)]
        measured = []
        for _ in range(3):
            start = time.process_time()
            assert called(*titles, names=("Elmport",))
            measured.append(time.process_time() - start)
        return min(measured)

    taken(100)
    assert taken(8000) < 8 * max(taken(2000), 0.05)
