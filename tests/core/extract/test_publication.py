"""Where the day of publication is known from, and what is said when it isn't."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import analyze, publication
from core.extract.prepare import prepare
from core.model import Article

BODY = (
    "The harbour board approved a second ferry berth after a long debate over costs and noise.\n\n"
    "Work will begin once the tender has been decided, the chair of the board said at the meeting.\n"
)
MARCH_4 = datetime.date(2025, 3, 4)
SEEDS = Path(__file__).parents[3] / ".." / "shared" / "seeds"


def of(text="", **fields):
    document = prepare(text)
    told = publication.find(Article(text=text, **fields), document)
    return told or publication.unknown(document)


def test_what_came_with_the_article_wins():
    told = of("Published 1 January 2020\n" + BODY, published=MARCH_4, published_from="metadata")
    assert (told.date, told.origin) == (MARCH_4, "metadata")


def test_a_date_line_that_disagrees_with_what_was_given_stands_beside_it():
    text = f"Published 9 June 2024\n\n{BODY}"
    found = of(text, published=MARCH_4, published_from="metadata")
    assert (found.date, found.origin) == (MARCH_4, "metadata")
    assert found.other is not None
    day, span = found.other
    assert (day, span.of(text)) == (datetime.date(2024, 6, 9), "9 June 2024")
    assert "9 June 2024" in (found.reason or "")


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_dateline_of_the_day_before_does_not_disagree(days):
    day = MARCH_4 + datetime.timedelta(days=days)
    found = of(f"Published {day.day} {day:%B %Y}\n\n{BODY}", published=MARCH_4)
    assert (found.date, found.other, found.reason) == (MARCH_4, None, None)


def test_a_date_line_with_the_day_of_an_update_does_not_disagree():
    updated = datetime.date(2025, 4, 1)
    found = of(f"Published 1 April 2025\n\n{BODY}", published=MARCH_4, updated=updated)
    assert (found.date, found.other) == (MARCH_4, None)


def test_a_date_that_was_given_without_saying_how_is_given():
    assert of(BODY, published=MARCH_4).origin == "given"


@pytest.mark.parametrize(
    "line",
    [
        "Published 4 March 2025",
        "Published on March 4, 2025 at 10:30 a.m.",
        "First published: 2025-03-04",
        "date 2025-03-04 World",
        "Posted by Ann Lee | Tuesday, March 4, 2025 | Harbour",
        "March 4, 2025",
        "Tuesday 4 March 2025, 15:39 GMT",
        "By Ann Lee, March 4, 2025",
        "Updated 6 March 2025 | Published 4 March 2025",
        "Published 4 March 2025, updated 6 March 2025",
    ],
)
def test_a_date_line_of_the_page_tells_the_day_and_where_it_stands(line):
    text = f"Harbour gets a second berth\n{line}\n\n{BODY}"
    told = of(text)
    assert (told.date, told.origin) == (MARCH_4, "text")
    assert "2025" in told.span.of(text)


def test_a_date_line_at_the_foot_of_the_page_counts_too():
    assert of(BODY * 12 + "\nPublished: 4 March 2025\n").date == MARCH_4


@pytest.mark.parametrize(
    "line",
    [
        "Updated 4 March 2025",
        "Last modified: March 4, 2025",
        "Second berth to open on March 4, 2025",
        "March 4, 2025 is the day the ferry returns to the old harbour.",
        "Published 31 February 2025",
    ],
)
def test_other_dates_are_not_taken_for_the_day_of_publication(line):
    told = of(f"Harbour gets a second berth\n{line}\n\n{BODY}")
    assert (told.date, told.origin) == (None, "unknown")
    assert told.reason.endswith(".")


def test_a_dateline_with_its_year_tells_the_day():
    told = of("TALLINN, March 4, 2025 (BNA) – The harbour board approved a second berth on Monday.\n" + BODY)
    assert (told.date, told.origin) == (MARCH_4, "text")


def test_a_dateline_without_a_year_is_quoted_as_the_reason():
    told = of("TALLINN, March 4 – The harbour board approved a second berth on Monday.\n" + BODY)
    assert told.date is None
    assert "March 4" in told.reason


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "https://news.example/world/2025/03/04/harbour"},
        {"url": "https://news.example/harbour-2025-03-04.html"},
        {"source": "articles/20250304_harbour.txt"},
        {"source": "2025-03-04 harbour.txt"},
    ],
)
def test_an_address_or_file_name_holds_the_day(fields):
    told = of(BODY, **fields)
    assert (told.date, told.origin) == (MARCH_4, "metadata")


@pytest.mark.parametrize(
    "source", ["000_1234.txt", "2025-13-04.txt", "120250304.txt", "2025-03-04_2025-03-05.txt"]
)
def test_a_name_without_one_clear_day_tells_nothing(source):
    assert of(BODY, source=source).date is None


def test_what_lies_ahead_is_told_but_not_taken_for_the_day():
    told = of("The choir will sing one day before the 10th anniversary of the flood of 4 June 2014.\n" + BODY)
    assert told.date is None
    assert "2024-06-03" in told.reason


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_no_text_or_name_raises(text, source, url):
    told = of(text, source=source, url=url)
    assert (told.date is None) == (told.origin == "unknown")
    assert told.span is None or told.span.of(text)


@settings(deadline=None, max_examples=100)
@given(st.dates(datetime.date(1995, 1, 1), datetime.date(2035, 12, 31)))
def test_a_stated_day_reads_back(day):
    assert of(f"Harbour gets a berth\nPublished {day.isoformat()}\n\n{BODY}").date == day
    assert of(BODY, url=f"https://news.example/{day:%Y/%m/%d}/berth").date == day


@pytest.mark.parametrize(
    ("name", "day"),
    [("000", None), ("001", None), ("002", None), ("003", None), ("004", datetime.date(2022, 12, 19))],
)
def test_the_real_articles_are_dated_only_where_they_say_so(name, day):
    if not SEEDS.is_dir():
        pytest.skip("the real articles lie in the folder shared beside the checkout, which is absent")
    (path,) = SEEDS.glob(f"{name}_*.txt")
    told = of(path.read_text(encoding="utf-8"), source=path.name)
    assert told.date == day
    assert told.reason or told.span


@pytest.mark.parametrize("redated", [None, "", "2024-05-04"])
def test_the_same_is_said_of_an_unknown_date_whatever_day_the_dates_are_told_from(redated):
    text = f"ARLEN, May 3 (Wire) - {BODY}"
    analysed = analyze(Article(text=text, redated=redated))
    assert analysed.publication == of(text)
    assert analysed.publication.reason == "The dateline says May 3, but no year."
