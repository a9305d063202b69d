"""How a figure gets its period, speaker and status, from records made by hand."""

from __future__ import annotations

import pytest

from core.extract import context, figures
from core.extract.document import Document
from core.extract.prepare import stretch
from core.model import Attribution, DateMention, Figure, Span


def document(*sentences: str) -> Document:
    """Return sentences, parted by spaces, as one paragraph."""
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    return Document(text, (), None, (Span(0, len(text)),), tuple(stretch(text, span) for span in spans))


def date(text: str, words: str, value: str, nth: int = 0) -> DateMention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return DateMention(Span(start, start + len(words)), "DATE", value)


def joined(made: Document, *dates: DateMention, voices: tuple[Attribution, ...] = ()) -> tuple[Figure, ...]:
    return context.join(made, figures.find(made), dates, voices)


def test_a_figure_takes_the_date_of_its_clause() -> None:
    made = document("In 2021 grain exports reached $38.5 billion.")
    (figure,) = joined(made, date(made.text, "2021", "2021"))
    assert figure.period == "2021"
    assert figure.period_span is not None
    assert figure.period_span.of(made.text) == "2021"


def test_two_figures_take_the_date_each_touches() -> None:
    made = document("Sales rose to 5.1 million phones in 2018, up from 4.8 million in 2017.")
    dates = date(made.text, "2018", "2018"), date(made.text, "2017", "2017")
    assert [figure.period for figure in joined(made, *dates)] == ["2018", "2017"]


def test_the_basis_of_a_comparison_is_no_period() -> None:
    made = document("Over the year 2022 output grew by ten percent compared to 2021.")
    dates = date(made.text, "2022", "2022"), date(made.text, "2021", "2021")
    assert [figure.period for figure in joined(made, *dates)] == ["2022"]


def test_the_first_months_of_a_year_are_an_interval() -> None:
    made = document("Over the first nine months of this year exports earned $5 million.")
    found = joined(made, date(made.text, "this year", "2022"))
    assert found[-1].period == "2022-01/2022-09"


def test_the_sentence_before_lends_its_date() -> None:
    made = document("This year will bring a new high.", "Most likely, we will reach $40 billion.")
    (figure,) = joined(made, date(made.text, "This year", "2022"))
    assert (figure.period, figure.status) == ("2022", "forecast")


def test_a_date_that_nothing_fixes_gives_its_place_but_no_value() -> None:
    made = document("Exports earned $60 billion last year.")
    (figure,) = joined(made, date(made.text, "last year", "XXXX"))
    assert figure.period is None
    assert figure.period_span is not None


@pytest.mark.parametrize("value", ["PAST_REF", "FUTURE_REF"])
def test_vague_time_is_no_period(value: str) -> None:
    made = document("Recently exports earned $60 billion.")
    (figure,) = joined(made, date(made.text, "Recently", value))
    assert figure.period_span is None


def test_the_narrowest_attribution_around_a_figure_speaks() -> None:
    made = document("“We lost 5 percent and more,” Ana Ruiz said the board had told her.")
    outer = Attribution(Span(0, 60), "indirect", "Board")
    inner = Attribution(Span(1, 28), "direct", "Ana Ruiz", Span(30, 38))
    (figure,) = joined(made, voices=(outer, inner))
    assert (figure.speaker, figure.speaker_span) == ("Ana Ruiz", Span(30, 38))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Trade will reach $40 billion.", "forecast"),
        ("The group plans to sell 20 ships.", "target"),
        ("This brought record trade, which reached $60 billion.", "record"),
        ("The flat reportedly sold for $44 million.", "reported"),
        ("Trade reached $40 billion.", None),
    ],
)
def test_status_is_what_the_text_says(text: str, status: str | None) -> None:
    assert {figure.status for figure in joined(document(text))} == {status}


def test_nothing_is_joined_to_nothing() -> None:
    assert context.join(document("Hello."), (), (), ()) == ()
