"""Days in numbers: the day or the month first, as the article itself, its region or its time tells; else both."""

from __future__ import annotations

import datetime

import pytest

from core.extract import analyze
from core.model import Article

PUBLISHED = datetime.date(2024, 3, 13)
AMBIGUOUS = [(day, month) for day in range(1, 13) for month in range(1, 13) if day != month]


def read(text: str, language: str | None = "en", published: datetime.date | None = PUBLISHED) -> list[str]:
    article = Article(
        text, published=published, published_from="given" if published else "unknown", language=language
    )
    return [mention.value for mention in analyze(article).dates]


def both(year: int, first: int, second: int) -> str:
    days = sorted(datetime.date(year, month, day).isoformat() for day, month in ((first, second), (second, first)))
    return f"[{','.join(days)}]"


def test_a_day_that_only_one_order_has_is_that_day():
    day = datetime.date(2015, 1, 1)
    while day.year == 2015:
        if day.day > 12 or day.day == day.month:
            for written in (
                f"{day.day}/{day.month}/2015",
                f"{day.month}/{day.day}/2015",
                f"{day.day:02}/{day.month:02}/15",
            ):
                assert read(f"Filed on {written} in Avon.") == [day.isoformat()]
        day += datetime.timedelta(days=1)


@pytest.mark.parametrize(("first", "second"), AMBIGUOUS)
def test_a_day_that_nothing_tells_is_left_open_as_both(first, second):
    text = f"Filed on {first}/{second}/2019 in Avon."
    assert read(text) == [both(2019, first, second)]
    assert (
        analyze(Article(text, published=PUBLISHED, published_from="given", language="en")).dates[0].begin is None
    )


@pytest.mark.parametrize(("first", "second"), AMBIGUOUS)
def test_another_day_of_the_article_tells_the_order(first, second):
    day_first = datetime.date(2019, second, first).isoformat()
    month_first = datetime.date(2019, first, second).isoformat()
    assert read(f"Filed on {first}/{second}/2019. Shut on 25/6/2019.") == [day_first, "2019-06-25"]
    assert read(f"Filed on {first}/{second}/2019. Shut on 6/25/2019.") == [month_first, "2019-06-25"]
    assert read(f"Shut on 6/25/2019. Filed on {first}/{second}/2019. Lost on 25/6/2019.")[1] == both(
        2019, first, second
    )


@pytest.mark.parametrize(("first", "second"), AMBIGUOUS)
def test_the_region_of_the_language_tells_the_order(first, second):
    day_first = datetime.date(2019, second, first).isoformat()
    month_first = datetime.date(2019, first, second).isoformat()
    for region in ("GB", "AU", "IE", "NZ", "IN"):
        assert read(f"Filed on {first}/{second}/2019.", f"en-{region}") == [day_first]
    assert read(f"Filed on {first}/{second}/2019.", "en-US") == [month_first]


def test_what_has_been_lies_before_publication_and_what_is_to_come_after():
    for first, second in AMBIGUOUS:
        day_first, month_first = datetime.date(2024, second, first), datetime.date(2024, first, second)
        (value,) = read(f"She died on {first}/{second}/2024.")
        past = [day for day in (day_first, month_first) if day <= PUBLISHED]
        assert value == (past[0].isoformat() if len(past) == 1 else both(2024, first, second))
        (value,) = read(f"It will close on {first}/{second}/2024.")
        ahead = [day for day in (day_first, month_first) if day >= PUBLISHED]
        assert value == (ahead[0].isoformat() if len(ahead) == 1 else both(2024, first, second))


def test_the_day_of_publication_tells_the_order_of_all():
    assert read("Posted 11/03/2024. Filed on 4/5/2019.", published=datetime.date(2024, 3, 11)) == [
        "2024-03-11",
        "2019-05-04",
    ]
    assert read("Posted 11/03/2024. Filed on 4/5/2019.", published=datetime.date(2024, 11, 3)) == [
        "2024-11-03",
        "2019-04-05",
    ]


def test_a_page_that_tells_its_day_in_numbers_is_dated_only_where_they_can_be_read_one_way():
    def published(line: str, language: str = "en") -> datetime.date | None:
        return analyze(Article(f"{line}\n\nThe harbour is open again.", language=language)).publication.date

    assert published("Published: 25/03/2024") == datetime.date(2024, 3, 25)
    assert published("Published: 11/03/2024") is None
    assert published("Published: 11/03/2024", "en-GB") == datetime.date(2024, 3, 11)
    assert published("Published: 11/03/2024", "en-US") == datetime.date(2024, 11, 3)
