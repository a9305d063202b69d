"""What a figure measures, which way it moves, and the time it is told of: passages of many kinds."""

from __future__ import annotations

import datetime
import itertools

import pytest

from core.extract import analyze
from core.model import Article, Figure

DAY = datetime.date(2024, 3, 13)


def read(text: str) -> tuple[Figure, ...]:
    return analyze(Article(text=text, language="en", published=DAY)).figures


MEASURES = [
    ("The mill posted a loss of €48m.", "loss"),
    ("The union expects growth of 1.2%.", "growth"),
    ("The goalkeeper joined in a deal worth £38m.", "deal"),
    ("The village won a state grant of at most $9 million to mend its pier.", "state grant"),
    ("She took out a loan worth $3 million.", "loan"),
    ("Claims, ranging from $200 to $4 million, were filed.", "Claims"),
    ("The surveyor put the true cost at £150m.", "true cost"),
    ("Officers gave the toll as 31.", "toll"),
    ("The brewery aims to cut emissions by half.", "emissions"),
    ("Policymakers cut the rate half a point.", "rate"),
    ("The new road will shorten the trip by 20 minutes.", "trip"),
    ("The yield on 10-year bonds climbed to 4.31%.", "yield on 10-year bonds"),
    ("Public debt rose to 98% of gross domestic product.", "Public debt"),
    ("The deficit will narrow to 2.9% of output.", "deficit"),
    ("The margin of error is 3 points.", "margin of error"),
    ("The poll has a margin of error of 3 points.", "margin of error"),
    ("Total price: $52,300.", "Total price"),
    ("He paid $41,000 for a heat pump.", "heat pump"),
    ("The bridge, which engineers said would cost 60 million pounds, is shut.", "cost of bridge"),
    ("The average age there is 51.6 years.", "average age"),
    ("The voltage across it was 5 volts.", "voltage"),
    ("The share was 67 per cent four years ago.", "share"),
    ("The spread over German bonds widened eight basis points.", "spread over German bonds"),
    ("Its sale brought 23 pence a share, valuing the dairy at £412m.", "dairy"),
    ("He was given a 20-week suspended sentence.", "suspended sentence"),
    ("Last year ferry traffic reached $5 billion.", "ferry traffic"),
    ("Ferry traffic between the two ports exceeded $4 billion.", "Ferry traffic between the two ports"),
]


@pytest.mark.parametrize(("text", "measure"), MEASURES, ids=[text for text, _ in MEASURES])
def test_the_measure_is_what_the_number_measures(text, measure):
    assert measure in [figure.measure for figure in read(text)]


OBJECTS = ("its key rate", "prices", "the cost of fuel", "its estimate")
AMOUNTS = ("25 basis points", "12 percent", "half a percentage point", "0.3%")
FALLS, RISES = "cut lowered reduced trimmed slashed".split(), "raised lifted increased boosted".split()


@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_object_of_a_change_is_measured_with_its_direction(amount):
    wrong = []
    for verb, object_, link in itertools.product(FALLS + RISES, OBJECTS, ("by ", "")):
        text = f"The council {verb} {object_} {link}{amount} to 3 percent."
        first, level = read(text)
        told = first.measure, level.measure, first.change
        head = object_.split()[-1] if "of" not in object_ else "cost of fuel"
        direction = "decrease" if verb in FALLS else "increase"
        if not (told[0] and told[0].endswith(head) and told[0] == told[1] and told[2] == direction):
            wrong.append((text, told))
    assert not wrong


CHANGES = [
    ("Nordby +1.4% in early trade.", ["increase"]),
    ("The index ended at 5,120.5, up 34 points.", [None, "increase"]),
    ("The index (4,310, up 21 points) led the day.", [None, "increase"]),
    ("The estimate was revised upward by $40 million.", ["increase"]),
    ("Sales were 12% and 13% lower.", ["decrease", "decrease"]),
    ("Acorn fell 2% and Brook by 3%.", ["decrease", "decrease"]),
    ("The share ended down 1%.", ["decrease"]),
    ("Rents rose by an average of 6.2%.", ["increase"]),
    ("Three out of five want more.", [None]),
    ("The spread widened eight basis points.", ["increase"]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES, ids=[text for text, _ in CHANGES])
def test_a_direction_is_told_only_of_what_moves(text, changes):
    assert [figure.change for figure in read(text)] == changes


EARLIER = ("1931", "1945", "2001", "2007", "2015", "2019")
PASSING = [
    "Output was 40 tonnes, a tenfold rise on {year}.",
    "Sales reached £40m, up 5% on {year}.",
    "Sales reached £40m, a fall of 5% on {year}.",
    "The river peaked at 4.2 metres, below the flood of {year}.",
    "The river peaked at 4.2 metres, above the record set in {year}.",
    "Turnout was 61 per cent, the lowest since {year}.",
    "The bridge, built in {year}, carries 20,000 cars.",
    "The bridge, first opened in {year}, carries 20,000 cars.",
    "The firm, founded in {year}, has 400 staff.",
    "The plant opened in {year}. It has 3,000 workers.",
    "In {year} the club was sold. It now has debts of £90m.",
    "It sold twice as much as in {year}, 30 tonnes.",
]


@pytest.mark.parametrize("passage", PASSING)
@pytest.mark.parametrize("year", EARLIER)
def test_the_year_of_a_comparison_or_a_beginning_is_no_period(passage, year):
    assert not [figure for figure in read(passage.format(year=year)) if figure.period == year]


def test_a_sentence_lends_the_time_it_tells_of_and_not_the_one_it_compares_with():
    figures = read("Profit was $312m in 2023, compared with $274m in 2022. Revenue was flat at $2.1bn.")
    assert [figure.period for figure in figures] == ["2023", "2022", "2023"]


def test_what_is_said_in_passing_keeps_its_own_time():
    bought, staff = read("The firm, bought in 2010 for £3m, has 400 staff.")
    assert (bought.period, staff.period) == ("2010", None)
