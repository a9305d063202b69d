"""Times in every way to name them: the calendar says what they mean, without the reader."""

from __future__ import annotations

import calendar
import datetime

import pytest

from core.extract import analyze
from core.model import Article

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = list(calendar.month_name)[1:]
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
ORDINALS = "first second third fourth".split()
PUBLISHED = [
    datetime.date(2026, 3, 5),
    datetime.date(2024, 12, 31),
    datetime.date(2023, 1, 1),
    datetime.date(2024, 2, 29),
]


def read(text: str, published: datetime.date | None = PUBLISHED[0]) -> list[tuple[str, str, str]]:
    article = Article(text, published=published, published_from="given" if published else "unknown", language="en")
    return [(found.span.of(text), found.type, found.value) for found in analyze(article).dates]


def one(text: str, published: datetime.date | None = PUBLISHED[0]) -> str:
    """Return the value of the only time a text names, which must be all that stands in brackets."""
    plain = text.replace("[", "").replace("]", "")
    ((words, _, value),) = read(plain, published)
    assert words == text[text.index("[") + 1 : text.index("]")]
    return value


def plus(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week(day: datetime.date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


@pytest.mark.parametrize("month", MONTHS)
def test_every_way_to_write_a_day_is_that_day(month):
    number = MONTHS.index(month) + 1
    for day in (1, 2, 3, 11, 21, 22, 23, calendar.monthrange(2023, number)[1]):
        value = f"2023-{number:02}-{day:02}"
        suffix = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")
        weekday = DAYS[datetime.date(2023, number, day).weekday()]
        for text in (
            f"{month} {day}, 2023",
            f"{day} {month} 2023",
            f"{month} {day}{suffix}, 2023",
            f"the {day}{suffix} of {month} 2023",
            f"{weekday}, {month} {day}, 2023",
            f"{weekday} {day} {month} 2023",
            value,
            value.replace("-", "/"),
            f"{day}.{number}.2023",
        ):
            assert one(f"It opened on [{text}] in Avon.", None) == value
    assert one(f"It opened in [{month} 2023].", None) == f"2023-{number:02}"
    assert one(f"It opened in [late {month} 2023].", None) == f"2023-{number:02}"
    assert one(f"It opened in [{month} of 2023].", None) == f"2023-{number:02}"
    assert one(f"It opens in [{month}].", None) == f"XXXX-{number:02}"
    assert one(f"It opens on [{month} 7].", None) == f"XXXX-{number:02}-07"


@pytest.mark.parametrize("published", PUBLISHED)
@pytest.mark.parametrize("name", DAYS)
def test_every_weekday_is_the_nearest_on_the_side_the_verb_speaks_of(name, published):
    number = DAYS.index(name)
    back = (published.weekday() - number) % 7
    ahead = (number - published.weekday()) % 7

    def day(days: int) -> str:
        return (published + datetime.timedelta(days=days)).isoformat()

    assert one(f"It opened on [{name}].", published) == day(-back)
    assert one(f"It will open on [{name}].", published) == day(ahead)
    assert one(f"It opened [last {name}].", published) == day(-(back or 7))
    assert one(f"It opens [next {name}].", published) == day(ahead or 7)
    for part, letters in (("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI")):
        assert one(f"It opened on [{name} {part}].", published) == f"{day(-back)}T{letters}"
    assert one(f"It opens on [{name}s].", published) == f"XXXX-WXX-{number + 1}"
    assert one(f"It opens [every {name}].", published) == f"XXXX-WXX-{number + 1}"
    assert one(f"It opens on [{name}].", None) == f"XXXX-WXX-{number + 1}"


@pytest.mark.parametrize("published", PUBLISHED)
def test_units_seen_from_today(published):
    for shift, word in ((-1, "last"), (0, "this"), (1, "next")):
        day = published + datetime.timedelta(days=7 * shift)
        assert one(f"It is so [{word} week].", published) == week(day)
        assert one(f"It is so [{word} weekend].", published) == week(day) + "-WE"
        assert one(f"It is so [{word} month].", published) == plus(published, shift).isoformat()[:7]
        assert one(f"It is so [{word} year].", published) == str(published.year + shift)
        moved = plus(published.replace(day=1), 3 * shift)
        assert one(f"It is so [{word} quarter].", published) == f"{moved.year}-Q{(moved.month - 1) // 3 + 1}"
        assert one(f"It is so [{word} decade].", published) == str(published.year // 10 + shift)
    for word, days in (("yesterday", -1), ("today", 0), ("tomorrow", 1)):
        assert one(f"It is so [{word}].", published) == (published + datetime.timedelta(days=days)).isoformat()
    for word, days, part in (("this morning", 0, "MO"), ("last night", -1, "NI"), ("tonight", 0, "NI")):
        day = (published + datetime.timedelta(days=days)).isoformat()
        assert one(f"It is so [{word}].", published) == f"{day}T{part}"
    for n, ordinal in enumerate(ORDINALS, 1):
        for year, said in ((published.year - 1, "last year"), (published.year, "this year"), (2019, "2019")):
            assert one(f"It was so in [the {ordinal} quarter of {said}].", published) == f"{year}-Q{n}"
        assert one(f"It was so in [Q{n} 2019].", published) == f"2019-Q{n}"
        assert one(f"It was so in [2019's {ordinal} quarter].", published) == f"2019-Q{n}"
        assert one(f"It was so in [last year's {ordinal} quarter].", published) == f"{published.year - 1}-Q{n}"
        if n < 3:
            assert one(f"It was so in [the {ordinal} half of 2019].", published) == f"2019-H{n}"
            assert one(f"It was so in [last year's {ordinal} half].", published) == f"{published.year - 1}-H{n}"


@pytest.mark.parametrize("published", PUBLISHED)
@pytest.mark.parametrize("number", [1, 2, 3, 7, 12])
def test_so_many_units_ago_and_on(number, published):
    word = NUMBERS[number - 1]
    s = "s" if number > 1 else ""
    for many in {word, str(number)} | ({"a"} if number == 1 else set()):
        for way, sign in (("ago", -1), ("from now", 1)):
            day = published + datetime.timedelta(days=sign * number)
            assert one(f"It is so [{many} day{s} {way}].", published) == day.isoformat()
            day = published + datetime.timedelta(days=7 * sign * number)
            assert one(f"It is so [{many} week{s} {way}].", published) == week(day)
            assert (
                one(f"It is so [{many} month{s} {way}].", published)
                == plus(published, sign * number).isoformat()[:7]
            )
            assert one(f"It is so [{many} year{s} {way}].", published) == str(published.year + sign * number)
    units = {
        "day": "P{}D",
        "week": "P{}W",
        "month": "P{}M",
        "year": "P{}Y",
        "hour": "PT{}H",
        "minute": "PT{}M",
        "second": "PT{}S",
        "quarter": "P{}Q",
    }
    for unit, value in units.items():
        if number > 1:
            assert one(f"It took [{word} {unit}s].", published) == value.format(number)
            assert one(f"It took [about {word} {unit}s].", published) == value.format(number)
            assert one(f"It opens [every {word} {unit}s].", published) == value.format(number)
    for unit, factor in (("decade", 10), ("century", 100)):
        plural = {"decade": "decades", "century": "centuries"}[unit]
        if number > 1:
            assert one(f"It took [{word} {plural}].", published) == f"P{number * factor}Y"


def test_the_next_and_the_day_before_count_from_the_time_named_last():
    for said, day in (("3 May 2019", datetime.date(2019, 5, 3)), ("1 January 2020", datetime.date(2020, 1, 1))):
        for words, value in (
            ("The next day", (day + datetime.timedelta(days=1)).isoformat()),
            ("The following day", (day + datetime.timedelta(days=1)).isoformat()),
            ("The day before", (day - datetime.timedelta(days=1)).isoformat()),
            ("The previous day", (day - datetime.timedelta(days=1)).isoformat()),
            ("Two days later", (day + datetime.timedelta(days=2)).isoformat()),
            ("Two days earlier", (day - datetime.timedelta(days=2)).isoformat()),
            ("The following week", week(day + datetime.timedelta(days=7))),
            ("The previous month", plus(day, -1).isoformat()[:7]),
            ("A month later", plus(day, 1).isoformat()[:7]),
            ("The following year", str(day.year + 1)),
            ("A year earlier", str(day.year - 1)),
            ("That day", day.isoformat()),
            ("The same year", str(day.year)),
        ):
            found = read(f"It opened on {said}. {words} it shut.")
            assert [(text, value) for text, _, value in found] == [(said, day.isoformat()), (words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 p.m.", "17:00"),
        ("5 a.m.", "05:00"),
        ("12 p.m.", "12:00"),
        ("12 a.m.", "00:00"),
        ("5:30 p.m.", "17:30"),
        ("11:59 pm", "23:59"),
        ("15:39", "15:39"),
        ("noon", "12:00"),
        ("five o'clock", "05:00"),
        ("4 in the afternoon", "16:00"),
        ("4 in the morning", "04:00"),
        ("7 in the evening", "19:00"),
        ("9.30 a.m.", "09:30"),
        ("1 p.m. EST", "13:00"),
    ],
)
def test_every_clock_time_is_of_the_day_beside_it(text, value):
    assert one(f"It opened at [{text}] in Avon.") == f"2026-03-05T{value}"
    found = read(f"It opened at {text} on Monday.")
    assert [value for _, kind, value in found] == [f"2026-03-02T{value}", "2026-03-02"]
    found = read(f"On Monday it opened at {text} in Avon.")
    assert [value for _, kind, value in found] == ["2026-03-02", f"2026-03-02T{value}"]


def test_decades_centuries_and_years_in_words():
    for year in range(1900, 2030, 10):
        assert one(f"It was so in [the {year}s].") == str(year // 10)
        assert one(f"It was so in [the early {year}s].") == str(year // 10)
        assert one(f"It was so in [{year + 3}].") == str(year + 3)
        assert one(f"It was so in [fiscal {year + 3}].") == str(year + 3)
        assert one(f"It was so from [{year + 3}-{year + 5}].") == f"{year + 3}/{year + 5}"
        assert one(f"It was so in [{year + 3}-{(year + 5) % 100:02}].") == f"{year + 3}/{year + 5}"
    for number, ordinal in ((18, "18th"), (19, "nineteenth"), (20, "20th"), (21, "twenty-first")):
        assert one(f"It was so in [the {ordinal} century].") == str(number - 1)
    for words, value in (
        ("nineteen ninety-six", 1996),
        ("eighteen twelve", 1812),
        ("twenty twenty-four", 2024),
        ("nineteen fifty", 1950),
    ):
        assert one(f"It was so in [{words}].") == str(value)
    for words, value in (("sixties", 196), ("seventies", 197), ("eighties", 198), ("nineties", 199)):
        assert one(f"It was so in [the {words}].") == str(value)
