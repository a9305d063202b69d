"""Kinds of times, each in its whole space: their phrases from a grammar here, their meaning from the calendar."""

from __future__ import annotations

import calendar
import datetime
import itertools
from collections.abc import Iterator

import pytest
from babel import Locale

from core.extract import analyze
from core.model import Article

ENGLISH = Locale("en")
DAYS = [ENGLISH.days["format"]["wide"][number] for number in range(7)]
MONTHS = [ENGLISH.months["format"]["wide"][number] for number in range(1, 13)]
SHORT = [ENGLISH.months["format"]["abbreviated"][number] for number in range(1, 13)]
ORDINALS = ["first", "second", "third", "fourth"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = "one two three four five six seven eight nine".split()
PUBLISHED = [
    datetime.date(2024, 3, 13),
    datetime.date(2023, 12, 31),
    datetime.date(2025, 1, 6),
    datetime.date(2020, 2, 29),
]
WEDNESDAY = PUBLISHED[0]


def read(text: str, published: datetime.date | None = WEDNESDAY) -> list[tuple[str, str]]:
    article = Article(text, published=published, published_from="given" if published else "unknown", language="en")
    return [(found.span.of(text), found.value) for found in analyze(article).dates]


def marked(text: str) -> tuple[str, list[str]]:
    """Return a text without its brackets, and what stands in them."""
    return text.replace("[", "").replace("]", ""), [part.split("]")[0] for part in text.split("[")[1:]]


def agrees(text: str, values: list[str], published: datetime.date | None = WEDNESDAY) -> None:
    plain, said = marked(text)
    assert read(plain, published) == list(zip(said, values, strict=True)), (plain, published)


def plus(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, 1)


def week(day: datetime.date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def days_of(first: datetime.date) -> list[datetime.date]:
    """Return the days of a month."""
    return [first.replace(day=number) for number in range(1, calendar.monthrange(first.year, first.month)[1] + 1)]


def months_named(published: datetime.date) -> Iterator[tuple[str, datetime.date]]:
    """Yield ways to name a month, and its first day."""
    this = published.replace(day=1)
    yield from (("last month", plus(this, -1)), ("this month", this), ("next month", plus(this, 1)))
    for number, name in enumerate(MONTHS, 1):
        yield f"{name} 2021", datetime.date(2021, number, 1)
        yield f"{name} last year", datetime.date(published.year - 1, number, 1)


@pytest.mark.parametrize("published", PUBLISHED)
def test_the_nth_weekday_day_and_week_of_a_month(published):
    for said, first in months_named(published):
        days = days_of(first)
        for name in DAYS:
            such = [day for day in days if DAYS[day.weekday()] == name]
            for nth, day in zip([*ORDINALS, "last"], [*such[:4], such[-1]], strict=True):
                agrees(f"The court sat on [the {nth} {name} of {said}].", [day.isoformat()], published)
        for number in (1, 2, 3, 5, 11, 12, 13, 21, 22, 23, 28):
            suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
            if "month" in said:
                agrees(f"On [the {number}{suffix} of {said}] he quit.", [days[number - 1].isoformat()], published)
        wednesdays = [day for day in days if day.isoweekday() == 3]
        agrees(f"It rained in [the first week of {said}].", [week(wednesdays[0])], published)
        agrees(f"It rained in [the last week of {said}].", [week(wednesdays[-1])], published)
        agrees(f"It rained on [the last day of {said}].", [days[-1].isoformat()], published)
        saturdays = [day for day in days if day.isoweekday() == 6]
        agrees(f"It rained on [the first weekend of {said}].", [week(saturdays[0]) + "-WE"], published)
        month = f"{first.year}-{first.month:02}"
        for half, bounds in (("first", (days[0], days[14])), ("second", (days[15], days[-1]))):
            text = f"It rained in the {half} half of {said}."
            (found,) = analyze(Article(text, published=published, published_from="given", language="en")).dates
            assert (found.value, (found.begin, found.end)) == (month, bounds)


@pytest.mark.parametrize("published", PUBLISHED)
def test_the_first_and_last_months_and_quarters_of_a_year(published):
    years = [("2019", 2019), ("1996", 1996), ("last year", published.year - 1), ("this year", published.year)]
    for said, year in years:
        for ways, value in (
            (["first six months", "first half", "first two quarters", "opening half"][:3], "H1"),
            (["last six months", "second half", "last half", "final six months", "last two quarters"], "H2"),
            (["first three months", "first quarter"], "Q1"),
            (["last three months", "last quarter", "final quarter", "fourth quarter", "final three months"], "Q4"),
            (["second quarter"], "Q2"),
            (["third quarter"], "Q3"),
        ):
            for way in ways:
                agrees(f"Sales fell in [the {way} of {said}].", [f"{year}-{value}"], published)
        for nth, month in (("first", 1), ("last", 12), ("third", 3)):
            agrees(f"It shut in [the {nth} month of {said}].", [f"{year}-{month:02}"], published)
        weeks = [day for day in (datetime.date(year, 1, n) for n in range(1, 8)) if day.isoweekday() == 4]
        agrees(f"It shut in [the first week of {said}].", [week(weeks[0])], published)
        agrees(f"It shut in [the last week of {said}].", [week(datetime.date(year, 12, 28))], published)


@pytest.mark.parametrize("published", PUBLISHED)
def test_a_weekday_of_a_week_and_of_one_seen_from_today(published):
    monday = published - datetime.timedelta(days=published.weekday())
    for number, name in enumerate(DAYS):
        for said, weeks in (("last week", -1), ("this week", 0), ("next week", 1)):
            day = (monday + datetime.timedelta(days=number + 7 * weeks)).isoformat()
            agrees(f"They met on [{name} {said}].", [day], published)
            agrees(f"They met on [{name} of {said}].", [day], published)
            agrees(f"They met on [{name} morning {said}].", [day + "TMO"], published)
            other = DAYS[(number + 1) % 7]
            if number < 6:
                after = (monday + datetime.timedelta(days=number + 1 + 7 * weeks)).isoformat()
                agrees(f"They met on [{name}] and [{other} of {said}].", [day, after], published)
        day = (monday + datetime.timedelta(days=number - 7)).isoformat()
        agrees(f"They met [a week ago on {name}].", [day], published)


@pytest.mark.parametrize("published", PUBLISHED)
def test_weekdays_in_a_row_lie_in_one_week(published):
    for first, length in itertools.product(range(7), range(1, 6)):
        names = [DAYS[(first + step) % 7] for step in (0, length)]
        past = next(
            day
            for day in (published - datetime.timedelta(days=back) for back in range(7))
            if DAYS[day.weekday()] == names[1]
        )
        ahead = next(
            day
            for day in (published + datetime.timedelta(days=on) for on in range(7))
            if DAYS[day.weekday()] == names[0]
        )
        gap = datetime.timedelta(days=length)
        for link in ("to", "through", "until"):
            values = [(past - gap).isoformat(), past.isoformat()]
            agrees(f"The strike ran from [{names[0]}] {link} [{names[1]}].", values, published)
            values = [ahead.isoformat(), (ahead + gap).isoformat()]
            agrees(f"The fair will run from [{names[0]}] {link} [{names[1]}].", values, published)
        if length <= 3:
            values = [(past - gap).isoformat(), past.isoformat()]
            agrees(f"It rained on [{names[0]}] and [{names[1]}].", values, published)


def test_days_in_a_row_share_their_month():
    for month, first in itertools.product(range(1, 13), (1, 4, 9, 20)):
        days = [datetime.date(2025, month, first + step) for step in range(4)]
        name, numbers = MONTHS[month - 1], [day.day for day in days]
        values = [day.isoformat() for day in days]
        weekdays = [DAYS[day.weekday()] for day in days]
        with_weekdays = [f"{weekday} {number}" for weekday, number in zip(weekdays, numbers, strict=True)]
        for said in ([str(number) for number in numbers], with_weekdays):
            agrees(f"It ran from [{said[0]}] to [{said[3]} {name} 2025].", [values[0], values[3]])
            agrees(f"It ran on [{said[0]}] and [{said[1]} {name} 2025].", values[:2])
            agrees(f"It ran on [{said[0]}], [{said[1]}] and [{said[2]} {name} 2025].", values[:3])
        agrees(f"It ran on [{name} {numbers[0]}] and [{numbers[1]}, 2025].", values[:2])
        agrees(f"It ran on [{name} {numbers[0]}–{numbers[2]}, 2025].", [f"{values[0]}/{values[2]}"])


PLANS = [
    "The match takes place on [{}].",
    "The final is on [{}].",
    "Talks resume on [{}].",
    "A storm could hit the coast on [{}].",
    "Snow is forecast on [{}].",
    "Voters go to the polls on [{}].",
    "The deadline falls on [{}].",
    "The ferry may run again on [{}].",
    "The union should know by [{}].",
    "The show airs on [{}].",
    "Her new film comes out on [{}].",
    "Schools reopen on [{}].",
    "Rain is likely on [{}].",
    "The court sits again on [{}].",
    "The town votes on [{}].",
    "They are to meet on [{}].",
]
REPORTS = [
    "The match took place on [{}].",
    "The final was on [{}].",
    "Talks resumed on [{}].",
    "A storm has hit the coast since [{}].",
    "The mayor said on [{}] that the road is open.",
    "The mayor says the road was shut on [{}].",
    "He is in hospital after a crash on [{}].",
    "She is accused of taking it on [{}].",
    "The ferry may have run aground on [{}].",
    "The peace talks on [{}] failed.",
]


@pytest.mark.parametrize("published", PUBLISHED)
def test_a_weekday_is_told_by_what_is_planned_and_what_was(published):
    for number, name in enumerate(DAYS):
        ahead = published + datetime.timedelta(days=(number - published.weekday()) % 7)
        back = published - datetime.timedelta(days=(published.weekday() - number) % 7)
        for text in PLANS:
            agrees(text.format(name), [ahead.isoformat()], published)
        for text in REPORTS:
            agrees(text.format(name), [back.isoformat()], published)


def test_months_and_quarters_named_together_lie_in_one_year():
    for published in PUBLISHED:
        last = published.year - 1
        for first, second in itertools.combinations(range(12), 2):
            one, two = MONTHS[first], MONTHS[second]
            values = [f"{last}-{first + 1:02}", f"{last}-{second + 1:02}"]
            agrees(f"Sales fell between [{one}] and [{two} last year].", values, published)
            agrees(f"Sales fell from [{one}] to [{two} last year].", values, published)
            values = [f"2017-{first + 1:02}", f"2017-{second + 1:02}"]
            agrees(f"Sales fell from [{one}] to [{two} in 2017].", values, published)
            agrees(f"Sales fell from [{one}] to [{two} 2017].", values, published)
            year = published.year - (datetime.date(published.year, second + 1, 1) > published)
            values = [f"{year}-{first + 1:02}", f"{year}-{second + 1:02}"]
            agrees(f"Sales fell between [{one}] and [{two}].", values, published)
            if second - first <= 6:
                agrees(f"They rose 4% in [{one}] and fell 5% in [{two}].", values, published)
            values = [f"{year}-{second + 1:02}", f"{year}-{first + 1:02}"]
            agrees(f"The rate fell to 4% in [{two}] from 5% in [{one}].", values, published)
        ended = published.year - (published < datetime.date(published.year, 7, 1))
        text = "Profit was $5m for [the first quarter], then $9m for [Q2] and $8m for [Q3]."
        agrees(text, [f"{ended}-Q{number}" for number in (1, 2, 3)], published)


@pytest.mark.parametrize("year", [*range(1945, 2031, 5), 1969, 1987, 1999, 2009, 2024])
def test_years_behind_months_and_quarters_and_short_ones(year):
    short, in_two = f"’{year % 100:02}", f"{year % 100:02}"
    for number, name in enumerate(MONTHS, 1):
        for said in (f"{name} {year}", f"{name} {short}", f"{name} of {year}", f"{name}, {year}"):
            agrees(f"It opened in [{said}].", [f"{year}-{number:02}"])
        abbreviated = SHORT[number - 1]
        agrees(f"It opened on [7-{abbreviated}-{year}].", [f"{year}-{number:02}-07"])
        agrees(f"It opened on [7 {name} {short}].", [f"{year}-{number:02}-07"])
        if 1969 <= year <= 2024:
            agrees(f"It opened on [7-{abbreviated}-{in_two}].", [f"{year}-{number:02}-07"])
    for number in range(1, 5):
        marks = [
            f"Q{number} {year}",
            f"{year} Q{number}",
            f"{year}-Q{number}",
            f"Q{number} {short}",
            f"{number}Q{year}",
        ]
        if 1969 <= year <= 2024:
            marks.append(f"{number}Q{in_two}")
        for said in marks:
            agrees(f"It fell in [{said}].", [f"{year}-Q{number}"])
    for number in (1, 2):
        for said in (f"H{number} {year}", f"{year} H{number}", f"H{number} {short}"):
            agrees(f"It fell in [{said}].", [f"{year}-H{number}"])
    agrees(f"Since [{short}] it has grown.", [str(year)])
    for season, letters in (("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("winter", "WI")):
        agrees(f"He toured in [the {season} of {short}].", [f"{year}-{letters}"])
        agrees(f"He toured in [{season} {year}].", [f"{year}-{letters}"])
    for said in (f"fiscal {year}", f"fiscal year {year}", f"FY{year}", f"the financial year {year}"):
        agrees(f"The firm lost money in [{said}].", [str(year)])
    following = (year + 1) % 100
    for said in (
        f"the financial year {year}-{following:02}",
        f"fiscal {year}/{following:02}",
        f"FY{year}-{following:02}",
    ):
        agrees(f"The firm lost money in [{said}].", [f"{year}/{year + 1}"])


@pytest.mark.parametrize("tens", range(20, 100, 10))
def test_decades_by_their_last_digits(tens):
    value = f"{190 + tens // 10}"
    for said in (f"the {tens}s", f"the ’{tens}s", f"the 19{tens}s", f"the mid-{tens}s", f"the late 19{tens}s"):
        agrees(f"It grew in [{said}].", [value])
    if tens < 90:
        after = f"{190 + tens // 10 + 1}"
        agrees(f"It grew in [the 19{tens}s] and [{tens + 10}s].", [value, after])
        agrees(f"It grew in [the {tens}s] and [{tens + 10}s].", [value, after])
    assert read(f"Temperatures stayed in the {tens}s.") == []


def numbers() -> Iterator[tuple[str, int]]:
    yield from ((str(number), number) for number in range(2, 60))
    yield from ((name, number) for number, name in enumerate(ONES, 1) if number > 1)
    for (ten, name), (one, unit) in itertools.product(enumerate(TENS, 2), enumerate(ONES, 1)):
        yield f"{name}-{unit}", 10 * ten + one
        yield f"{name} {unit}", 10 * ten + one


def test_numbers_before_ago_are_those_of_the_units():
    for said, number in numbers():
        agrees(f"It was sold [{said} years ago].", [str(2024 - number)])
        agrees(f"It was sold for £10 [{said} years ago].", [str(2024 - number)])
        agrees(f"It took [{said} years].", [f"P{number}Y"])


def test_both_ends_of_a_range_of_units():
    letters = {"days": "P{}D", "weeks": "P{}W", "months": "P{}M", "years": "P{}Y", "hours": "PT{}H"}
    ends = [(2, 3), (6, 18), (30, 60), (10, 15)]
    words = {2: "two", 3: "three", 6: "six", 18: "eighteen", 30: "thirty", 60: "sixty", 10: "ten", 15: "fifteen"}
    for (unit, letter), (low, high), spelled in itertools.product(letters.items(), ends, (False, True)):
        one, two = (words[low], words[high]) if spelled else (str(low), str(high))
        values = [letter.format(low), letter.format(high)]
        for text in (
            f"It takes between [{one}] and [{two} {unit}].",
            f"It takes [{one}] to [{two} {unit}].",
            f"It takes from [{one}] to [{two} {unit}].",
            f"It takes [{one}] or [{two} {unit}].",
            *(() if spelled else (f"It takes [{one}]-[{two} {unit}].", f"It takes [{one}]–[{two} {unit}].")),
        ):
            agrees(text, values)


def test_times_with_universal_time_say_so():
    for hour, minute in itertools.product(range(24), (0, 5, 30, 59)):
        value = f"2024-03-13T{hour:02}:{minute:02}Z"
        for zone in ("UTC", "GMT"):
            for said in (
                f"{hour}:{minute:02} {zone}",
                f"{hour:02}:{minute:02} {zone}",
                f"{hour:02}{minute:02} {zone}",
            ):
                agrees(f"The ship sank at [{said}].", [value])
        half = f"{(hour - 1) % 12 + 1}:{minute:02} {'p' if hour > 11 else 'a'}.m."
        agrees(f"The ship sank at [{half}] on its way.", [value[:-1]])
        agrees(f"The ship sank at [{half} EST] on its way.", [value[:-1]])


def test_the_day_before_and_after_a_named_day():
    christmas = datetime.date(2023, 12, 25)
    for count, (unit, days) in itertools.product((1, 2, 3), (("day", 1), ("week", 7))):
        said = ["", "a", "two", "three"][count] + f" {unit}" + "s" * (count > 1)
        for way, sign in (("before", -1), ("after", 1)):
            moved = (christmas + datetime.timedelta(days=sign * days * count)).isoformat()
            agrees(f"He left [{said} {way} Christmas].", [moved])
            moved = (datetime.date(2019, 5, 3) + datetime.timedelta(days=sign * days * count)).isoformat()
            agrees(f"He left [{said} {way} 3 May 2019].", [moved])
            agrees(
                f"The vote was on [3 May 2019]. [{said.capitalize()} {way}] the vote he left.",
                ["2019-05-03", moved],
            )


@pytest.mark.parametrize("event", ["election", "trial", "storm", "final", "launch", "parade", "merger", "strike"])
def test_a_day_told_by_an_event_is_known_only_where_the_event_is(event):
    for way, value in (("before", "2019-05-02"), ("after", "2019-05-04")):
        assert read(f"The day {way} the {event} the shops shut.") == []
        assert read(f"The shops shut the day {way} his {event}.") == []
        agrees(f"The {event} was on [3 May 2019]. [The day {way}] the {event} shops shut.", ["2019-05-03", value])
        text = f"The {event} was on [3 May 2019]. A second {event} was on [9 May 2019]. The day {way} the {event} fell."
        agrees(text, ["2019-05-03", "2019-05-09"])


def test_a_year_to_a_day_is_a_length_and_its_end_the_date():
    for number, name in enumerate(MONTHS[:3], 1):
        agrees(f"Wages grew in [the year] to [{name}].", ["P1Y", f"2024-{number:02}"])
        agrees("Wages grew in [the financial year] to [31 March 2023].", ["P1Y", "2023-03-31"])
        agrees(f"Wages grew in [the three months] to [{name}].", ["P3M", f"2024-{number:02}"])


def test_a_length_behind_in_is_a_time_where_the_verb_looks_ahead():
    for count, word in ((2, "two"), (3, "three"), (10, "ten")):
        day = WEDNESDAY + datetime.timedelta(days=count)
        agrees(f"The bridge will reopen in [{word} days].", [day.isoformat()])
        agrees(
            f"The bridge will reopen in [{word} weeks].", [week(WEDNESDAY + datetime.timedelta(days=7 * count))]
        )
        agrees(f"The bridge will reopen in [{word} years].", [str(2024 + count)])
        agrees(f"The bridge was built in [{word} weeks].", [f"P{count}W"])


@pytest.mark.parametrize("way", ["last year", "a year ago", "a year earlier"])
def test_the_same_month_is_the_one_just_named(way):
    for number, name in enumerate(MONTHS, 1):
        values = [f"2021-{number:02}", f"2020-{number:02}"]
        agrees(f"It rose in [{name} 2021] from [the same month {way}].", values)


HOLIDAYS = {
    "Valentine’s Day": (2, 14),
    "St Patrick’s Day": (3, 17),
    "Labour Day": (5, 1),
    "Halloween": (10, 31),
    "Bonfire Night": (11, 5),
    "Christmas Eve": (12, 24),
    "Boxing Day": (12, 26),
}


@pytest.mark.parametrize("name", HOLIDAYS)
def test_a_holiday_lies_in_the_year_said_with_it(name):
    month, day = HOLIDAYS[name]
    for year in (1999, 2019):
        for said in (f"{name} {year}", f"{name} of {year}", f"{name} in {year}", f"{name}, {year}"):
            agrees(f"They wed on [{said}].", [datetime.date(year, month, day).isoformat()])
    for said, year in (("last year", 2023), ("this year", 2024), ("next year", 2025)):
        agrees(f"They wed on [{name} {said}].", [datetime.date(year, month, day).isoformat()])


def test_remembrance_sunday_is_the_second_of_november_and_black_monday_no_weekday():
    for year in range(2015, 2025):
        sundays = [day for day in days_of(datetime.date(year, 11, 1)) if day.isoweekday() == 7]
        agrees(f"They met on [Remembrance Sunday {year}].", [sundays[1].isoformat()])
    assert read("On Black Monday shares fell.") == []
