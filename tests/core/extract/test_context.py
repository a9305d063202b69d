"""How a figure gets its period, speaker and status, from records made by hand."""

from __future__ import annotations

import datetime

import pytest

from core.extract import analyze, context, figures
from core.extract.document import Document
from core.extract.prepare import stretch
from core.model import Article, Attribution, DateMention, Figure, Span


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


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The council set a cap of 50 guests.", ["limit"]),
        ("Rents are capped at 900 crowns.", ["limit"]),
        ("A ferry may not exceed 40 cabins.", ["limit"]),
        ("Donations must not exceed $500.", ["limit"]),
        ("Up to 50 guests are allowed.", ["limit"]),
        ("No more than 50 guests may enter.", ["limit"]),
        ("Gatherings are limited to 50 guests.", ["limit"]),
        ("The limit on donations is $500.", ["limit"]),
        ("The road has a 50 mph speed limit.", ["limit"]),
        ("The offence has a maximum sentence of 12 years.", ["limit"]),
        ("The council proposed a levy of $40.", ["proposal"]),
        ("The bill would raise the wage to $12.", ["proposal"]),
        ("The plan, if approved, would cost $40 million.", ["proposal"]),
        ("The storm would raise the river to 12 feet.", ["forecast"]),
        ("Norr asked for $40 million.", ["proposal"]),
        ("The union calls for $15.", ["proposal"]),
        ("Under the plan, fares rise to $4.", ["proposal"]),
        ("The army earlier said 31 sailors died.", ["earlier"]),
        ("The toll was initially put at 31 sailors.", ["earlier"]),
        ("The gain was revised from 88,000.", ["earlier"]),
        ("The gain was revised up to 138,000 from 88,000.", [None, "earlier"]),
        ("The toll, first reported as 31, is 34.", ["earlier", None]),
        ("An earlier estimate of 31 was wrong.", ["earlier"]),
        ("We earlier reported he was 28 years old.", ["earlier"]),
        ("The cap was lifted and 300 guests came.", [None]),
        ("They came from Orsa with 31 sailors.", [None]),
        ("The limit was passed: 300 guests came.", [None]),
        ("Initially calm, the crowd threw bottles, and police arrested 31 men.", [None]),
    ],
)
def test_a_limit_a_proposal_and_an_earlier_version_are_told_as_such(text: str, statuses: list[str | None]) -> None:
    assert [figure.status for figure in joined(document(text))] == statuses


def test_nothing_is_joined_to_nothing() -> None:
    assert context.join(document("Hello."), (), (), ()) == ()


def timed(text: str, published: str = "2014-06-06") -> list[tuple[str, str | None, str | None]]:
    """Return each figure as written with its period and its base, read as an article of a day."""
    day = datetime.date.fromisoformat(published)
    found = analyze(Article(text=text, published=day, published_from="given")).figures
    return [(figure.span.of(text), figure.period, figure.base) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a figure is compared with is its base
        ("The rate fell to 6.4 percent, its lowest since October 2007.", [("6.4 percent", None, "2007-10")]),
        ("It was the worst loss since the 1987 crash: 9 percent.", [("9 percent", None, None)]),
        ("Turnout has not been below 60 percent since 1994.", [("60 percent", None, "1994")]),
        ("Sales rose 12 percent from the first quarter of 2013.", [("12 percent", None, "2013-Q1")]),
        ("Killings fell from 74 in 2011 to 41.", [("74", "2011", None), ("41", None, "2011")]),
        ("Support was up from 5% in 2012 to about 7% last year.", [("5%", "2012", None), ("7%", "2013", "2012")]),
        (
            "The gap will shrink to $514 million this year, down from last year's $680 million.",
            [("$514 million", "2014", "2013"), ("$680 million", "2013", None)],
        ),
        (
            "In 2013 the port moved 5 million tonnes, 3 percent more than in 2012.",
            [("5 million tonnes", "2013", "2012"), ("3 percent", "2013", "2012")],
        ),
        ("It is the lowest since 2009, when profit was $3 million.", [("$3 million", "2009", None)]),
        # spans
        ("Exports have grown by 12 percent since February.", [("12 percent", "2014-02/..", None)]),
        ("They paid $44 million in taxes from 2007 to 2012.", [("$44 million", "2007/2012", None)]),
        ("Between 2007 and 2012 they paid $44 million.", [("$44 million", "2007/2012", None)]),
        # bounds, beginnings, days of telling
        ("Support stood at 53 percent before the Nov. 6 election.", [("53 percent", None, None)]),
        ("The firm, founded in 1987, employs 4,000 people.", [("4,000 people", None, None)]),
        ("The mayor said on Tuesday that the line cost $40 million.", [("$40 million", None, None)]),
        ("Thursday's report showed that 5,000 flats stood empty.", [("5,000 flats", None, None)]),
    ],
)
def test_a_date_is_a_period_a_base_a_span_or_nothing(text: str, expected: list) -> None:
    assert timed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The May jobs report was weak. The unemployment rate stood at 6.3 percent.",
        "The jobs report for May was weak. Unemployment rose to 6.3 percent, the highest since March 2013.",
        "Employers added 217,000 jobs in May. The jobless rate, at 6.3 percent, was unchanged.",
        "Last month's jobs report was weak, with unemployment stuck at 6.3 percent.",
        "Thursday's data left unemployment at 6.3 percent, from 6.2 percent in April.",
    ],
)
def test_a_monthly_statistic_takes_the_month_of_its_release(text: str) -> None:
    assert ("6.3 percent", "2014-05") in [(words, period) for words, period, _ in timed(text)]


def test_a_market_speaks_of_its_day_of_trading() -> None:
    text = "The Dow fell 617 points, the most since 1987. Orsa Steel closed 3% lower."
    assert timed(text) == [("617 points", "2014-06-06", "1987"), ("3%", "2014-06-06", None)]
    assert timed(text, "2014-06-08")[0][1] == "2014-06-06"  # a Sunday
    assert timed(f"{text} Traders had a bad Thursday.")[0][1] == "2014-06-05"


def test_a_value_told_again_keeps_its_time() -> None:
    text = "Turnover hit $41.37 million in 2012.\n\nThe sum of $41.37 million pleased the board."
    assert [period for _, period, _ in timed(text)] == ["2012", "2012"]
