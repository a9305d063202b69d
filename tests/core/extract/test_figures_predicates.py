"""What is done to what a figure counts: every class in every construction that English tells it by."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract import analyze
from core.extract.english.inflection import conjugate, plural
from core.extract.figures.predicate_words import ENTRIES
from core.lexicon import load
from core.model import Article, Figure

# Who it happens to is told by a number alone, by a noun, with a bound, or as others.
COUNTED = {"31": "people", "31 sailors": "sailors", "at least 31 sailors": "sailors", "31 others": "people"}
TRANSITIVE = {
    "kill": "killed",
    "injure": "injured",
    "wound": "injured",
    "arrest": "arrested",
    "detain": "arrested",
    "rescue": "rescued",
    "displace": "displaced",
    "kidnap": "kidnapped",
    "abduct": "kidnapped",
    "release": "freed",
    "infect": "infected",
    "evacuate": "evacuated",
    "deport": "deported",
    "trap": "trapped",
}
INTRANSITIVE = {
    "die": "killed",
    "perish": "killed",
    "vanish": "missing",
    "survive": "rescued",
    "flee": "displaced",
}
ADJECTIVES = {
    "dead": "killed",
    "injured": "injured",
    "wounded": "injured",
    "missing": "missing",
    "unaccounted for": "missing",
}
NOUNS = {
    "death": "killed",
    "fatality": "killed",
    "injury": "injured",
    "arrest": "arrested",
    "infection": "infected",
    "kidnapping": "kidnapped",
}
ACTIVE = [
    "The men {past} {counted}.",
    "The men {past} {counted} in the north of Orsa.",
    "The men have {participle} {counted}.",
    "The raid ended on Monday, {ing} {counted}.",
    "The men will {base} {counted} and go.",
]
PASSIVE = [
    "{counted} were {participle} in Orsa.",
    "{counted} have been {participle}.",
    "{counted} were feared {participle}.",
    "They said {counted} from the north coast were {participle}.",
    "{counted}, among them the mayor, were {participle}.",
    "There was a raid in which {counted} were {participle}.",
    "The mayor said {counted} had been {participle} by Monday.",
]
REDUCED = ["{counted} {participle} in Orsa raid", "With {counted} {participle}, the town is in mourning."]
SUBJECT = [
    "{counted} {past} in Orsa.",
    "{counted} have {participle}.",
    "The mayor said {counted} had {participle}.",
    "{counted} who {past} were from the north.",
]
ADJECTIVAL = [
    "{counted} were {word}.",
    "{counted} are still {word}.",
    "The storm left {counted} {word}.",
    "{counted} {word} in Orsa storm",
    "{counted} were reported {word}.",
]
NOMINAL = [
    "There were 31 {plural} in Orsa.",
    "The {plural} rose to 31 on Monday.",
    "The number of {plural} is 31.",
]


def read(text: str) -> list[Figure]:
    return [*analyze(Article(text=text, language="en")).figures]


def opened(text: str) -> str:
    return text[0].upper() + text[1:]


def spaces() -> dict[str, list[tuple[str, str, str]]]:
    """Return for each form its sentences with the class and the unit that their figure has."""
    made: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for counted, unit in COUNTED.items():
        for base, name in TRANSITIVE.items():
            verb = conjugate(base)
            parts = {"base": base, "past": verb.past[0], "participle": verb.participle[0], "ing": verb.ing[0]}
            for form in ACTIVE + PASSIVE + REDUCED:
                made[form].append((opened(form.format(counted=counted, **parts)), name, unit))
        for base, name in INTRANSITIVE.items():
            verb = conjugate(base)
            parts = {"past": verb.past[0], "participle": verb.participle[0]}
            for form in SUBJECT:
                made[form].append((opened(form.format(counted=counted, **parts)), name, unit))
        for word, name in ADJECTIVES.items():
            for form in ADJECTIVAL:
                made[form].append((opened(form.format(counted=counted, word=word)), name, unit))
    return made


SPACES = spaces()


@pytest.mark.parametrize("form", SPACES)
def test_every_class_is_read_in_every_construction(form):
    found = []
    for text, *_ in SPACES[form]:
        figures = [figure for figure in read(text) if figure.value == 31]
        told = [(figure.predicate, figure.unit, figure.kind) for figure in figures[:1]]
        found.append((text, *told))
    assert found == [(text, (name, unit, "count")) for text, name, unit in SPACES[form]]


@pytest.mark.parametrize("form", NOMINAL)
@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_tells_what_its_verb_does(noun, form):
    (figure,) = read(form.format(plural=plural(noun)))
    assert figure.predicate == NOUNS[noun]
    assert figure.kind == "count"


SENTENCES = [
    ("The blast killed 31 and injured 90.", [(31, "killed", "people"), (90, "injured", "people")]),
    ("31 people were killed and 90 injured.", [(31, "killed", "people"), (90, "injured", "people")]),
    ("The blast left 31 dead and 90 wounded.", [(31, "killed", "people"), (90, "injured", "people")]),
    ("It killed 31 people, wounding 90 others.", [(31, "killed", "people"), (90, "injured", "people")]),
    ("31 people, including four children, were killed.", [(31, "killed", "people"), (4, "killed", "children")]),
    ("12 men and 19 women were killed.", [(12, "killed", "men"), (19, "killed", "women")]),
    ("They killed 12 men and 19 women.", [(12, "killed", "men"), (19, "killed", "women")]),
    ("The death toll climbed to 31.", [(31, "killed", "people")]),
    ("The death toll stood at 31.", [(31, "killed", "people")]),
    ("The toll was at least 31.", [(31, "killed", "people")]),
    ("The storm claimed 31 lives.", [(31, "killed", "lives")]),
    ("The vest saved 31 lives.", [(31, "rescued", "lives")]),
    ("The town mourns its 31 victims.", [(31, "killed", "victims")]),
    ("They rescued 31 victims.", [(31, "rescued", "victims")]),
    ("12 of them were wounded.", [(12, "injured", "people")]),
    ("51 men voted for it and 49 voted against it.", [(51, "voted for", "men"), (49, "voted against", "men")]),
    ("The mill laid off 31 workers.", [(31, "dismissed", "workers")]),
    ("Harlan offered $121 billion for Corvex.", [(121e9, "offered", "USD")]),
    ("It made a $121 billion offer for Corvex.", [(121e9, "offered", "USD")]),
    ("It raised its offer to $121 billion.", [(121e9, "offered", "USD")]),
    ("The judge fined the bank $5 million.", [(5e6, "fined", "USD")]),
    ("The bank got a fine of $5 million.", [(5e6, "fined", "USD")]),
    ("The economy added 150,000 jobs in May.", [(150_000, "added", "jobs")]),
    ("It burned 117,000 acres and destroyed 300 homes.", [(117_000, "burned", "acre"), (300, "destroyed", "homes")]),
    # who does it is not who it is done to, and what is denied isn't done
    ("31 gunmen killed five guards.", [(31, None, "gunmen"), (5, "killed", "guards")]),
    ("The guards were killed by 31 gunmen.", [(31, None, "gunmen")]),
    ("The raid did not kill 31 guards.", [(31, None, "guards")]),
    ("31 guards were not killed.", [(31, None, "guards")]),
    ("Two of the 31 guards were killed.", [(2, "killed", "guards"), (31, None, "guards")]),
    ("He was killed 31 years ago.", [(31, None, "year")]),
    ("The town has 31 schools.", [(31, None, "schools")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_each_figure_of_a_sentence_has_its_own(text, expected):
    assert [(figure.value, figure.predicate, figure.unit) for figure in read(text)] == expected


def test_what_is_only_possible_is_no_fact():
    (figure,) = read("The storm could kill 31 people.")
    assert (figure.predicate, figure.status) == ("killed", "forecast")


def test_every_class_has_words_for_what_it_counts():
    rows = load._divided("figures_predicates.csv")[1][1:]
    assert {pos for _, pos, *_ in rows} == {"verb", "noun", "adjective", "person"}
    assert {takes for _, pos, takes, *_ in rows if pos == "verb"} == {"object", "subject"}
    assert {takes for _, pos, takes, *_ in rows if pos != "verb"} == {""}
    assert {counts for *_, counts, _ in rows} == {"people", "things", "money", "any"}


_PIECES = st.sampled_from(
    [*sorted(ENTRIES)[::7], "31", "$5", "of", "the", "and", ",", "(", ")", "were", "not", "who", "by"]
)


@given(st.lists(_PIECES, max_size=14))
def test_any_words_in_any_order_are_read(words):
    text = " ".join(words)
    for figure in read(text):
        told, owned = figure.predicate_span, figure.owner_span
        assert (figure.predicate is None) == (told is None)
        assert told is None or told.of(text)
        assert (figure.owner is None) == (owned is None)
        assert owned is None or figure.owner == " ".join(owned.of(text).split())
        assert len(figure.context) == len(set(figure.context)) <= 16
        assert figure.precision is not None
        assert figure.precision >= 0
