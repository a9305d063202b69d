"""Who is quoted, with what words, through which verb: a specification in passages about fictional people."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import attribution
from core.extract.attribution.cues import FORMS, inflect
from core.extract.prepare import prepare
from core.model import Actor, Attribution, Span
from tests.timing import least_seconds

PEOPLE = {
    "Ada Lowe": ("person", ("Lowe", "Ada Lowe"), "mayor of Arlen"),
    "Viktor Brandt": ("person", ("Brandt", "Viktor Brandt"), "Freedonian President"),
    "Harbour Board": ("organisation", ("Harbour Board", "the Harbour Board"), None),
}


def actors_in(text: str) -> tuple[Actor, ...]:
    """Return the fictional cast with every mention in a text, full names before surnames."""
    found = []
    for name, (kind, forms, role) in PEOPLE.items():
        mentions: list[Span] = []
        for form in sorted(forms, key=len, reverse=True):
            at = text.find(form)
            while at >= 0:
                span = Span(at, at + len(form))
                if not any(span.overlaps(other) for other in mentions):
                    mentions.append(span)
                at = text.find(form, at + 1)
        if mentions:
            found.append(Actor(name, kind, tuple(sorted(mentions)), role=role))  # type: ignore[arg-type]
    return tuple(found)


def read(text: str) -> tuple[Attribution, ...]:
    return attribution.find(prepare(text), actors_in(text))


class Case(NamedTuple):
    about: str
    text: str
    expected: list[tuple[str, str, str | None, str | None]]  # content, kind, speaker, cue


CASES = [
    Case("speaker after the quotation", "“The bridge will open in May,” Ada Lowe said.",
         [("The bridge will open in May,", "direct", "Ada Lowe", "said")]),
    Case("inverted order", "“The bridge will open in May,” said Ada Lowe.",
         [("The bridge will open in May,", "direct", "Ada Lowe", "said")]),
    Case("inverted order with a role", "“The bridge will open in May,” said Ada Lowe, the mayor of Arlen.",
         [("The bridge will open in May,", "direct", "Ada Lowe", "said")]),
    Case("speaker before, comma", "Ada Lowe said, “The bridge will open in May.”",
         [("The bridge will open in May.", "direct", "Ada Lowe", "said")]),
    Case("speaker before, colon", "Ada Lowe said: “The bridge will open in May.”",
         [("The bridge will open in May.", "direct", "Ada Lowe", "said")]),
    Case("time and place between cue and colon", "Ada Lowe said on Tuesday at the quay: “The bridge will open in May.”",
         [("The bridge will open in May.", "direct", "Ada Lowe", "said")]),
    Case("a broken quotation", "“The bridge,” Ada Lowe said, “will not open before the month of May.”",
         [("The bridge,", "direct", "Ada Lowe", "said"),
          ("will not open before the month of May.", "direct", "Ada Lowe", "said")]),
    Case("continued without a new cue", "“The bridge is late,” said Ada Lowe. “We shall open it in May.”",
         [("The bridge is late,", "direct", "Ada Lowe", "said"),
          ("We shall open it in May.", "direct", "Ada Lowe", None)]),
    Case("a question ends before its cue", "“Who will pay for the bridge?” asked Ada Lowe.",
         [("Who will pay for the bridge?", "direct", "Ada Lowe", "asked")]),
    Case("straight marks", '"The bridge will open in May," Ada Lowe said.',
         [("The bridge will open in May,", "direct", "Ada Lowe", "said")]),
    Case("doubled marks of type", "``The bridge will open in May,'' Ada Lowe said.",
         [("The bridge will open in May,", "direct", "Ada Lowe", "said")]),
    Case("angular marks", "«The bridge will open in May», Ada Lowe said.",
         [("The bridge will open in May", "direct", "Ada Lowe", "said")]),
    Case("low marks", "„The bridge will open in May“, Ada Lowe said.",
         [("The bridge will open in May", "direct", "Ada Lowe", "said")]),
    Case("single marks", "‘The bridge won’t open before May,’ Ada Lowe said.",
         [("The bridge won’t open before May,", "direct", "Ada Lowe", "said")]),
    Case("swapped marks", "”The bridge will open in May,“ Ada Lowe said.",
         [("The bridge will open in May,", "direct", "Ada Lowe", "said")]),
    Case("a closing mark that stands too late",
         'Ada Lowe spoke on Monday. "We must be ready for floods. "The mayor clarified.',
         [("We must be ready for floods.", "direct", "Ada Lowe", "clarified")]),
    Case("a nested quotation stays inside", "“My father told me, ‘Build it well,’ and so we built it,” Ada Lowe said.",
         [("My father told me, ‘Build it well,’ and so we built it,", "direct", "Ada Lowe", "said")]),
    Case("a line with name and role above", "Ada Lowe, mayor of Arlen:\n\n“The bridge belongs to all of us.”",
         [("The bridge belongs to all of us.", "direct", "Ada Lowe", None)]),
    Case("the name set after a dash", "“The bridge belongs to all of us.” — Ada Lowe",
         [("The bridge belongs to all of us.", "direct", "Ada Lowe", None)]),
    Case("a transcript's label", "Ada Lowe met the press.\n\nLOWE: We shall open the bridge in May.",
         [("We shall open the bridge in May.", "direct", "Ada Lowe", None)]),
    Case("over several paragraphs",
         "“The bridge is late,” said Ada Lowe. “We shall open it in May.\n\n“Nobody will pay a toll to cross it.”",
         [("The bridge is late,", "direct", "Ada Lowe", "said"),
          ("We shall open it in May.", "direct", "Ada Lowe", None),
          ("Nobody will pay a toll to cross it.", "direct", "Ada Lowe", None)]),
    Case("a description with an office",
         "Viktor Brandt and Ada Lowe met. “We need this bridge badly,” the Freedonian president said.",
         [("We need this bridge badly,", "direct", "Viktor Brandt", "said")]),
    Case("a pronoun", "Ada Lowe opened the meeting. “We need this bridge badly,” she said.",
         [("We need this bridge badly,", "direct", "Ada Lowe", "said")]),
    Case("a contracted pronoun", "Ada Lowe opened the meeting. She'd insisted that the toll was low.",
         [("that the toll was low", "indirect", "Ada Lowe", "insisted")]),
    Case("pronouns go by gender", "Ada Lowe met Viktor Brandt. “We need this bridge badly,” he said.",
         [("We need this bridge badly,", "direct", "Viktor Brandt", "said")]),
    Case("an apposition between name and cue", "“We need this bridge badly,” Ada Lowe, the mayor of Arlen, said.",
         [("We need this bridge badly,", "direct", "Ada Lowe", "said")]),
    Case("a relative clause between name and cue", "Ada Lowe, who runs the town, said the bridge was late.",
         [("the bridge was late", "indirect", "Ada Lowe", "said")]),
    Case("a bracket between name and cue", "Ada Lowe (Independent) said the bridge was late.",
         [("the bridge was late", "indirect", "Ada Lowe", "said")]),
    Case("reported with that", "Ada Lowe argued that the bridge was late.",
         [("that the bridge was late", "indirect", "Ada Lowe", "argued")]),
    Case("reported, the addressee named", "Ada Lowe told reporters on Monday that the bridge was late.",
         [("that the bridge was late", "indirect", "Ada Lowe", "told")]),
    Case("reported, the addressee a pronoun", "Ada Lowe told us she had warned the builders.",
         [("she had warned the builders", "indirect", "Ada Lowe", "told")]),
    Case("reported, source at the end", "The bridge will open in May, Ada Lowe said.",
         [("The bridge will open in May", "indirect", "Ada Lowe", "said")]),
    Case("reported, inverted at the end", "The bridge will open in May, says Ada Lowe.",
         [("The bridge will open in May", "indirect", "Ada Lowe", "says")]),
    Case("reported, the cue inserted", "The bridge, Ada Lowe said on Monday, will open in May.",
         [("The bridge", "indirect", "Ada Lowe", "said"), ("will open in May", "indirect", "Ada Lowe", "said")]),
    Case("according to, first", "According to the Harbour Board, the bridge will open in May.",
         [("the bridge will open in May", "indirect", "Harbour Board", "According to")]),
    Case("according to, last", "The bridge will open in May, according to the Harbour Board.",
         [("The bridge will open in May", "indirect", "Harbour Board", "according to")]),
    Case("a document as source", "The annual report shows that traffic has doubled.",
         [("that traffic has doubled", "indirect", "the annual report", "shows")]),
    Case("an organisation as source", "The ministry reported that traffic had doubled.",
         [("that traffic had doubled", "indirect", "the ministry", "reported")]),
    Case("partly quoted", "Ada Lowe called the delay “a gift to our rivals” on Monday.",
         [("the delay “a gift to our rivals” on Monday", "mixed", "Ada Lowe", "called")]),
    Case("two cues in one sentence", "Ada Lowe said the bridge was late, adding that nobody would pay a toll.",
         [("the bridge was late", "indirect", "Ada Lowe", "said"),
          ("that nobody would pay a toll", "indirect", "Ada Lowe", "adding")]),
    Case("two predicates of one subject", "Ada Lowe welcomed the guests and said that the bridge was late.",
         [("that the bridge was late", "indirect", "Ada Lowe", "said")]),
    Case("an infinitive", "Ada Lowe vowed to open the bridge in May.",
         [("to open the bridge in May", "indirect", "Ada Lowe", "vowed")]),
    Case("an object", "Ada Lowe criticized the builders of the bridge.",
         [("the builders of the bridge", "indirect", "Ada Lowe", "criticized")]),
    Case("a time between source and cue", "Ada Lowe on Monday said the bridge was late.",
         [("the bridge was late", "indirect", "Ada Lowe", "said")]),
    Case("after a dateline", "ARLEN, May 3 — The bridge will open soon, Ada Lowe said.",
         [("The bridge will open soon", "indirect", "Ada Lowe", "said")]),
    Case("scare quotes", "Reports of “divisions” in the town council have surfaced.", []),
    Case("the title of a work", "The town library lent out “The Old Man of the River” again.", []),
    Case("a noun is no cue", "The claims of the builders and their plans for the bridge are old.", []),
    Case("a passive is no cue", "Ada Lowe was told to leave.", []),
    Case("a state is no statement", "The State Council of Freedonia will meet in May.", []),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.about for case in CASES])
def test_a_passage_is_read_as_specified(case: Case) -> None:
    found = [(row.span.of(case.text).strip(), row.kind, row.speaker, row.cue) for row in read(case.text)]
    assert found == case.expected


@pytest.mark.parametrize(
    ("source", "named"),
    [("Ada Lowe", True), ("officials", False), ("a source close to the mayor", False), ("experts", False),
     ("two people familiar with the plan", False), ("Greta Falk", True)],
)  # fmt: skip
def test_a_source_without_a_name_is_marked(source: str, named: bool) -> None:
    (found,) = read(f"The bridge will open in May, {source} said.")
    assert found.named is named


@pytest.mark.parametrize(
    ("verb", "cue_class"),
    [("said", "neutral"), ("insisted", "assertive"), ("admitted", "factive"), ("alleged", "doubt"),
     ("believes", "belief")],
)  # fmt: skip
def test_a_cue_carries_its_class(verb: str, cue_class: str) -> None:
    (found,) = read(f"Ada Lowe {verb} that the bridge was late.")
    assert (found.cue, found.cue_class) == (verb, cue_class)


def test_the_mention_beside_the_cue_is_located() -> None:
    text = "Ada Lowe opened the meeting. “We need this bridge badly,” she said."
    (found,) = read(text)
    assert found.speaker_span is not None
    assert found.speaker_span.of(text) == "she"


def test_a_surname_takes_the_full_name_even_without_actors() -> None:
    text = "“It is late,” Greta Falk said.\n\n“It will open in May after all,” Falk said."
    assert [row.speaker for row in attribution.find(prepare(text), ())] == ["Greta Falk", "Greta Falk"]


def test_an_indefinite_description_is_nobody_mentioned_before() -> None:
    text = "Ada Lowe opened the meeting. The toll is high, a spokesman said."
    assert [(row.speaker, row.named) for row in read(text)] == [("a spokesman", False)]


def test_several_sources_are_kept_as_written() -> None:
    (found,) = read("Ada Lowe and Viktor Brandt said the toll was high.")
    assert (found.speaker, found.named) == ("Ada Lowe and Viktor Brandt", True)


def test_a_quotation_left_open_is_gone_on_with_by_the_same_speaker() -> None:
    text = (
        "“It is late,” said Ada Lowe. “We knew it.\n\n“We shall open it in May,” she added.\n\nViktor Brandt left."
    )
    assert [row.speaker for row in read(text)] == ["Ada Lowe"] * 3


def test_every_cue_verb_has_a_known_class_and_takes_something() -> None:
    verbs = {verb for form in FORMS.values() for verb in form.verbs}
    assert {verb.cue_class for verb in verbs} == {"neutral", "assertive", "factive", "belief", "doubt"}
    takes = {"quote", "clause", "that", "addressee", "infinitive", "object"}
    assert all(verb.takes and verb.takes <= takes for verb in verbs)


@pytest.mark.parametrize(
    "forms",
    ["say says said saying", "deny denies denied denying", "admit admits admitted admitting",
     "know knows knew known knowing", "stress stresses stressed stressing", "agree agrees agreed agreeing"],
)  # fmt: skip
def test_verbs_are_inflected(forms: str) -> None:
    base, *_ = forms.split()
    assert set(inflect(base)) == set(forms.split())
    assert FORMS.keys() >= set(forms.split())


def test_one_odd_mark_leaves_other_paragraphs_alone() -> None:
    before, after = "Ada Lowe said the bridge was late.", "“We need this bridge badly,” said Viktor Brandt."
    expected = [row.span.of(after) for row in read(after)]
    text = f'{before}\n\nThe beam is 7" wide and “ no more.\n\n{after}'
    assert [row.span.of(text) for row in read(text)][-len(expected) :] == expected


PIECES = st.lists(
    st.sampled_from(
        ["Ada Lowe", "said", "says", "told", "that", "“", "”", '"', "'", "''", "``", "«", "»", ",", ".", "?", ":",
         "he", "she", "who", "the mayor", "according to", "adding", "—", "(", ")", "Mr.", "bridge", "will", "open",
         "claims", "\n\n", "this", "week", "Monday", "and", "but", "in May", "’", "‘", "\u2028", "\x00", "7", "LOWE:"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(st.one_of(st.text(max_size=300), PIECES))
@settings(deadline=None, max_examples=200)
def test_spans_lie_in_the_text_and_direct_quotations_never_cross(text: str) -> None:
    found = read(text)
    for row in found:
        for span in (row.span, row.speaker_span, row.cue_span):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert (row.speaker is None) == (row.speaker_span is None)
    direct = sorted(row.span for row in found if row.kind == "direct")
    assert all(one.end <= other.start for one, other in zip(direct, direct[1:], strict=False))
    assert [row.span for row in found] == sorted(row.span for row in found)


@given(PIECES, st.sampled_from(["“", "”", '"', "„", "«", "''"]))
@settings(deadline=None, max_examples=100)
def test_a_stray_mark_changes_no_other_paragraph(paragraph: str, mark: str) -> None:
    tail = "\n\n“We need this bridge badly,” said Viktor Brandt. He argued that the toll was high."
    wanted = [(row.kind, row.span.of(tail.strip())) for row in read(tail.strip())]
    text = paragraph.replace("\n", " ") + mark + tail
    assert [(row.kind, row.span.of(text)) for row in read(text)][-len(wanted) :] == wanted


@pytest.mark.parametrize(
    "unit",
    ['"', "“", '" ', "'", "''", "said ", "he said ", "Lowe said. ", "Lowe said, ", "Lowe, who said, ", ", saying that",
     '"x" said ', "“a b c d e” ", "(", ", ", "“Go on, my friend\n", "the man of ", "LOWE: "],
)  # fmt: skip
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = prepare(unit * (size // len(unit)))
        return least_seconds(lambda: attribution.find(document, ()))

    assert seconds(40_000) < max(10 * seconds(10_000), 0.3)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Officials in Arlen say the bridge is closed.", "Officials in Arlen"),
        ("Polls in Norhaven show that the mayor leads.", "Polls in Norhaven"),
        ("Falk and Brandt say the bridge is closed.", "Falk and Brandt"),
        ("Aides of the mayor say the bridge is closed.", "Aides of the mayor"),
    ],
)
def test_a_verb_in_the_plural_has_a_subject_in_the_plural(text, speaker):
    assert [row.speaker.lower() for row in attribution.find(prepare(text), ())] == [speaker.lower()]


@pytest.mark.parametrize(
    "text",
    [
        "What puzzled the crew was the want of a distress call and of light.",
        "The producers of the televised show left.",
        "Ada Lowe explains in great detail here.",
    ],
)
def test_a_noun_that_looks_like_a_cue_says_nothing(text):
    assert attribution.find(prepare(text), ()) == ()
