"""Who says what over the whole space of its forms: sources, cues, places and marks, made by a grammar of its own."""

from __future__ import annotations

from itertools import product

import pytest

from core.extract import actors, attribution
from core.extract.prepare import prepare

# A source as it stands before its verb, and who it is.
PERSONS = [
    ("Ada Lowe", "Ada Lowe"),
    ("the mayor, Ada Lowe,", "Ada Lowe"),
    ("Ada Lowe, the mayor,", "Ada Lowe"),
    ("a neighbour, John Ray,", "John Ray"),
    ("Paula Dent’s lawyer, Ian Marr,", "Ian Marr"),
    ("Ada Lowe, who runs the mill,", "Ada Lowe"),
    ("the harbour master", "the harbour master"),
    ("one of the aides", "one of the aides"),
    ("a spokesman for the ministry", "a spokesman for the ministry"),
    ("the Morning Herald", "Morning Herald"),
]
DOCUMENTS = [
    ("a study published in June", "a study"),
    ("the figures released on Friday", "the figures"),
    ("documents seen by the Courier", "documents"),
    ("an inquiry led by a retired judge", "an inquiry"),
    ("a report by the bank", "a report by the bank"),
    ("a survey of 900 nurses", "a survey of 900 nurses"),
]
SEVERAL = [
    ("the police and the mayor", "the police and the mayor"),
    ("the union and the firm", "the union and the firm"),
    ("Ada Lowe and Viktor Brandt", "Ada Lowe and Viktor Brandt"),
]
CONTENTS = [
    "the bridge was late",
    "rents rose in the port",
    "Thursday’s vote was a step forward",
    "last year’s loss was a one-off",
    "he had warned the builders",
    "January was the coldest month",
]
QUOTATIONS = [("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("``", "''")]
SAID = ["said", "argued", "insisted", "admitted", "warned"]
SHOWN = ["showed", "concluded", "revealed", "confirmed", "suggested"]


def heard(text: str) -> list[tuple[str, str]]:
    """Return what is said in a text and by whom, without case and articles of the speaker."""
    document = prepare(text)
    found = attribution.find(document, actors.find(document))
    return [(row.span.of(text).strip(" ,.?!"), plain(row.speaker)) for row in found]


def plain(speaker: str | None) -> str:
    return (speaker or "").lower().removeprefix("the ")


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


REPORTED = [
    *product(PERSONS + SEVERAL, SAID, CONTENTS),
    *product(DOCUMENTS, SHOWN, CONTENTS),
]


@pytest.mark.parametrize("opening", ["", "On Monday ", "But ", "Last week, "])
def test_a_reported_clause_is_its_source_s(opening: str) -> None:
    wrong = []
    for (source, speaker), cue, content in REPORTED:
        for that in ("that ", ""):
            text = capital(f"{opening}{source} {cue} {that}{content}.")
            if heard(text) != [(that + content, plain(speaker))]:
                wrong.append((text, heard(text)))
    assert wrong == []


@pytest.mark.parametrize("time", ["on Monday", "in May", "last week", "at a meeting on Tuesday"])
def test_a_time_between_verb_and_that_is_no_content(time: str) -> None:
    wrong = []
    for (source, speaker), cue in product(PERSONS, SAID):
        text = capital(f"{source} {cue} {time} that the bridge was late.")
        if heard(text) != [("that the bridge was late", plain(speaker))]:
            wrong.append((text, heard(text)))
    assert wrong == []


@pytest.mark.parametrize("marks", QUOTATIONS, ids="".join)
def test_a_quotation_is_its_source_s_wherever_that_stands(marks: tuple[str, str]) -> None:
    opened, closed = marks
    said = "The bridge will never open in May"
    texts = [
        (text, speaker)
        for (source, speaker), cue in product(PERSONS, [*SAID, "wrote"])
        for text in (
            f"{capital(source)} {cue}: {opened}{said}.{closed}",
            f"{capital(source)} {cue}, {opened}{said}.{closed}",
            f"{opened}{said},{closed} {source} {cue}.",
            f"{opened}{said},{closed} {cue} {source.rstrip(',')}.",
        )
    ]
    assert [text for text, speaker in texts if heard(text) != [(said, plain(speaker))]] == []


RARE = (
    "sniffed moaned thundered beamed boomed scoffed snorted growled wailed rasped chirped fumed purred hollered"
).split()


@pytest.mark.parametrize("verb", RARE)
def test_a_verb_of_no_list_names_the_speaker_of_the_quotation_before_it(verb: str) -> None:
    speakers = ["Ada Lowe", "the bishop", "one fan", "his aide Tim Pell", "another", "a nurse from the ward"]
    for speaker in speakers:
        text = f"“The street next door had light,” {verb} {speaker}."
        (found,) = heard(text)
        assert found[0] == "The street next door had light"
        assert found[1] in {plain(speaker), plain(speaker).partition(" from")[0], "tim pell"}


SIDES = ["When", "After", "While", "Although", "Even as", "Because"]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("cue", ["replied", "told reporters", "said"])
def test_what_a_side_clause_says_ends_before_the_main_clause(side: str, cue: str) -> None:
    text = f"{side} Brandt said the ward was full, Lowe {cue}: “It is not full at all today.”"
    assert heard(text) == [("the ward was full", "brandt"), ("It is not full at all today", "lowe")]


BYSTANDERS = [
    "as the crowd applauded",
    "while the other guests nodded",
    "though the mayor and several aides have not told us so",
]


@pytest.mark.parametrize("bystander", BYSTANDERS)
def test_a_bystander_takes_no_words(bystander: str) -> None:
    text = f"“It is not full,” Lowe said, {bystander}. “It never was full at all.”"
    assert [speaker for _, speaker in heard(text)] == ["lowe", "lowe"]


ADVERBIALS = [
    "In a written statement", "On Monday", "In 2009", "Happily", "At the same time", "Over a long career",
    "Just three hours later", "For the first time in years",
]  # fmt: skip


@pytest.mark.parametrize("adverbial", ADVERBIALS)
@pytest.mark.parametrize("cue", ["said", "agreed as a group", "decided", "wrote"])
def test_an_adverbial_in_front_is_no_content(adverbial: str, cue: str) -> None:
    assert all(content != adverbial for content, _ in heard(f"{adverbial}, the ministers {cue} that rents rose."))
    assert heard(f"{adverbial}, the ministers {cue} that rents rose.") == [("that rents rose", "ministers")]


MEDIA = ["issued a statement", "sent an email", "posted a message", "published an open letter", "wrote a note"]


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("source", ["The council", "Ada Lowe", "A party of farmers"])
def test_who_writes_speaks_and_not_the_paper(medium: str, source: str) -> None:
    assert heard(f"{source} {medium} saying the ward was full.") == [("the ward was full", plain(source))]


NOUNS = [
    "Cup hopes end in rain.",
    "Tax calls grow louder.",
    "Fitness doubts trouble the home side.",
    "These claims may clog the court for years.",
    "Such attacks are rare.",
    "Crew demands were met.",
    "The union’s demands have been met.",
    "The card gives free calls anywhere on the island.",
    "Brokers bent rules that protect savers.",
    "It was a tricky earnings call for executives.",
    "The lender took 30 basis points off its rate, to 3.7%.",
    "The team won 102 points to 98.",
    "Support slid four points to 39 percent.",
]
ORDINARY = [
    "The storm claimed three lives.",
    "A landslide claimed the lives of six miners.",
    "The team claimed a third win.",
    "Police found a knife near the gate.",
    "Divers found the wreck on Monday.",
    "The premier called an election.",
    "The mayor called a halt to the work.",
    "The firm recalled 3,000 cars.",
    "Fans remember the goal.",
    "He wrote a book on trees.",
    "The bank lifted its rate.",
    "The port city ranks 14th for clean air.",
    "The photo shows two men.",
    "The dog wants food.",
    "Mill Lane boasts three pools.",
]


@pytest.mark.parametrize("text", [*NOUNS, *ORDINARY])
def test_a_noun_or_an_ordinary_verb_says_nothing(text: str) -> None:
    assert heard(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The firm hopes work starts soon.", "firm"),
        ("The union claims bosses lied.", "union"),
        ("The bank forecasts growth will slow.", "bank"),
        ("Most tax lawyers agree the levy should end.", "most tax lawyers"),
        ("Analysts suspect another test is near.", "analysts"),
        ("The poll shows a lead for the mayor.", "poll"),
        ("The farmers called the levy a tax on the poor.", "farmers"),
        ("Lowe called the plan reckless.", "lowe"),
        ("The coach wants him to play.", "coach"),
    ],
)
def test_a_cue_that_may_be_a_noun_is_still_a_verb(text: str, speaker: str) -> None:
    assert [who for _, who in heard(text)] == [speaker]


LABELS = [("Ann Beck", "ann beck"), ("Police", "police"), ("And Kim Soo, for the Greens", "kim soo"),
          ("Speaking after the vote, Mr Arno Beck", "arno beck"), ("@HarbourPolice", "harbourpolice"),
          ("The mayor", "mayor")]  # fmt: skip


@pytest.mark.parametrize(("label", "speaker"), LABELS)
@pytest.mark.parametrize("words", ["No comment.", "It’s a start.", "We shall open the bridge in May."])
def test_a_colon_names_who_speaks_however_short(label: str, speaker: str, words: str) -> None:
    assert heard(f"{label}: “{words}”") == [(words.rstrip("."), speaker)]


@pytest.mark.parametrize(("one", "other"), [("Dana Poole", "Lantern"), ("Q", "A"), ("Host", "Kim Soo")])
def test_a_transcript_is_speech_line_by_line(one: str, other: str) -> None:
    lines = [
        f"{one}: The people will decide that.",
        f"{other}: And if they ask?",
        f"{one}: Then I will think it over.",
    ]
    found = heard("\n\n".join(lines))
    assert [content for content, _ in found] == [line.split(": ")[1].rstrip(".?") for line in lines]
    assert [speaker for _, speaker in found] == [one.lower(), other.lower(), one.lower()]


@pytest.mark.parametrize("many", range(2, 6))
def test_paragraphs_run_together_are_one_speech(many: int) -> None:
    parts = [f"We baked bread on day number {number}." for number in range(many)]
    text = "Otis Farr said: " + " ".join('"' + part for part in parts) + '" He left.'
    assert heard(text) == [(part.rstrip("."), "otis farr") for part in parts]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Rents are expected to rise again.", "to rise again", ""),
        ("The judge was accused of bias.", "of bias", ""),
        ("The port is seen as a gate to the sea.", "as a gate to the sea", ""),
        ("The judge was accused by rivals of bias.", "of bias", "rivals"),
        ("The plan was rejected by farmers.", "The plan", "farmers"),
    ],
)
def test_a_passive_has_the_agent_it_names_or_nobody(text: str, content: str, speaker: str) -> None:
    assert heard(text) == [(content, speaker)]


@pytest.mark.parametrize(
    ("text", "presented"),
    [
        ("Ada Lowe said the bridge was late.", "speech"),
        ("“It is late,” Ada Lowe said.", "speech"),
        ("Ada Lowe promised to open the bridge.", "speech"),
        ("Ada Lowe announced that it was late.", "speech"),
        ("Ada Lowe denounced the ad.", "speech act"),
        ("Ada Lowe announced a plan.", "speech act"),
        ("Ada Lowe wants to stop the builders.", "thought"),
        ("Ada Lowe hoped the bridge would open.", "thought"),
        ("Ada Lowe knew that the bridge was late.", "thought"),
        ("Ada Lowe thinks the plan is “a scandal”.", "speech"),
        ("Rents are expected to rise.", "thought"),
    ],
)
def test_what_is_said_is_told_apart_from_what_is_thought(text: str, presented: str) -> None:
    document = prepare(text)
    (found,) = attribution.find(document, actors.find(document))
    assert found.presentation == presented
