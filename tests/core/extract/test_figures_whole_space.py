"""Numbers in every way to write them: a grammar makes the words, and what they come to is known without the reader."""

from __future__ import annotations

import itertools
import random

import pytest

from core.extract import analyze
from core.model import Article

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(number: int, joint: str = "-", link: str = " and ") -> str:
    """Return a whole number in words, as English writes it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (joint + ONES[ones] if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return ONES[hundreds] + " hundred" + (link + spelled(rest, joint, link) if rest else "")
    scale, name = next((scale, name) for scale, name in LARGE if number >= scale)
    many, rest = divmod(number, scale)
    between = link if 0 < rest < 100 and link.strip() else " "
    return f"{spelled(many, joint, link)} {name}" + (between + spelled(rest, joint, link) if rest else "")


def read(text: str) -> list[tuple[float | tuple[float, float], str | None, str]]:
    found = analyze(Article(text=text, language="en")).figures
    return [(figure.value, figure.unit, figure.span.of(text)) for figure in found]


def numbers() -> list[int]:
    draw = random.Random(7)
    some = [draw.randrange(10**power, 10 ** (power + 1)) for power in range(2, 9) for _ in range(6)]
    return [*range(2, 131), 200, 999, 1000, 1001, 1010, 1100, 1999, 2000, 2345, 10_000, 100_000, 10**6, *some]


NUMBERS = numbers()


@pytest.mark.parametrize(("joint", "link"), [("-", " and "), (" ", " ")])
def test_every_number_in_words_is_read_whole(joint, link):
    told = [(number, spelled(number, joint, link)) for number in NUMBERS]
    found = [read(f"The shop sold exactly {words} kilograms.") for _, words in told]
    assert found == [[(number, "kilogram", f"{words} kilograms")] for number, words in told]


SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "HK$": "HKD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
}
NAMES = {
    "dollars": "USD",
    "euros": "EUR",
    "Swiss francs": "CHF",
    "yen": "JPY",
    "rupees": "INR",
    "USD": "USD",
    "EUR": "EUR",
    "CHF": "CHF",
}
SCALES = {"": 1, " thousand": 1e3, " million": 1e6, " billion": 1e9, " trillion": 1e12}
LETTERS = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12, "mn": 1e6}
DIGITS = {"7": 7, "2.5": 2.5, "1,234": 1234, "40": 40, "1,234,567.5": 1234567.5}


def money():
    for (sign, unit), (digits, value), (scale, factor) in itertools.product(
        SIGNS.items(), DIGITS.items(), (SCALES | LETTERS).items()
    ):
        yield f"{sign}{digits}{scale}", value * factor, unit
    for (name, unit), (digits, value), (scale, factor) in itertools.product(
        NAMES.items(), DIGITS.items(), SCALES.items()
    ):
        yield f"{digits}{scale} {name}", value * factor, unit


@pytest.mark.parametrize("frame", ["The hall cost {}.", "They paid {} for it.", "({} in all)"])
def test_every_sum_of_money_is_read_whole(frame):
    wrong = [
        (text, found)
        for text, value, unit in money()
        if (found := read(frame.format(text))) != [(pytest.approx(value), unit, text)]
    ]
    assert not wrong


UNITS = {
    "km": "kilometer",
    "kg": "kilogram",
    "metres": "meter",
    "miles": "mile",
    "tonnes": "tonne",
    "hours": "hour",
    "days": "day",
    "litres": "liter",
    "acres": "acre",
    "hectares": "hectare",
    "per cent": "percent",
    "%": "percent",
    "percentage points": "percentage point",
    "degrees Celsius": "celsius",
    "mph": "mile per hour",
    "km/h": "kilometer per hour",
    "MW": "megawatt",
    "pounds": "pound",
    "feet": "foot",
}


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_read_behind_digits_words_and_ranges(unit):
    name = UNITS[unit]
    glue = "" if unit == "%" else " "
    for digits, value in DIGITS.items():
        assert read(f"It came to {digits}{glue}{unit}.") == [(value, name, f"{digits}{glue}{unit}")]
    assert read(f"It came to {spelled(12)} {unit}.") == [(12, name, f"twelve {unit}")]
    for link in (" to ", "-", " – "):
        text = f"5{link}7{glue}{unit}"
        assert read(f"It lies at {text} now.") == [((5, 7), name, text)]
    text = f"5 and 7{glue}{unit}"
    assert read(f"It lies between {text} now.") == [((5, 7), name, text)]


PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}


@pytest.mark.parametrize("part", PARTS)
def test_every_share_in_words_is_a_percentage(part):
    whole = PARTS[part]
    for count in range(1, min(whole, 10)):
        words = f"{ONES[count]}-{part}s" if count > 1 else f"one {part}"
        assert read(f"Exactly {words} of members left.") == [
            (pytest.approx(100 * count / whole), "percent", words)
        ]
        apart = words.replace("-", " ")
        assert read(f"Exactly {apart} of members left.") == [
            (pytest.approx(100 * count / whole), "percent", apart)
        ]
    assert read(f"It lost a {part} of its members.") == [(pytest.approx(100 / whole), "percent", f"a {part}")]
    for scale, factor in (("million", 1e6), ("billion", 1e9)):
        assert read(f"It has a {part} of a {scale} tonnes.")[0][0] == pytest.approx(factor / whole)
    for number in (1, 2, 5):
        words = f"{ONES[number]} and a {part} kilometres"
        assert read(f"It is {words} long.") == [(pytest.approx(number + 1 / whole), "kilometer", words)]


@pytest.mark.parametrize(
    ("part", "whole"), [(a, b) for b in (3, 4, 5, 10, 20, 100) for a in (1, 2, 3, 9) if a < b]
)
def test_so_many_in_so_many_are_a_share(part, whole):
    for text in (f"{spelled(part)} in {spelled(whole)}", f"{spelled(part)} out of {spelled(whole)}"):
        (found,) = read(f"Exactly {text} members left.")
        assert found[:2] == (pytest.approx(100 * part / whole), "percent")
    for text in (f"{part} in {whole}", f"{part} out of {whole}"):
        (found,) = read(f"Exactly {text} of the members left.")
        assert found[:2] == (pytest.approx(100 * part / whole), "percent")


VULGAR = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}


@pytest.mark.parametrize("sign", VULGAR)
def test_every_fraction_in_one_sign_adds_to_what_stands_before(sign):
    for number in (1, 5, 12):
        for text in (f"{number}{sign} miles", f"{number} {sign} miles"):
            assert read(f"It is {text} away.") == [(pytest.approx(number + VULGAR[sign]), "mile", text)]


@pytest.mark.parametrize(("above", "below"), [(1, 2), (3, 4), (1, 3), (7, 8), (5, 16), (3, 10), (1, 15)])
def test_every_fraction_in_digits_adds_to_what_stands_before(above, below):
    for number in (1, 5, 12):
        text = f"{number} {above}/{below} miles"
        assert read(f"It is {text} away.") == [(pytest.approx(number + above / below), "mile", text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5e6 metres", 1.5e6),
        ("3 × 10^6 metres", 3e6),
        ("3 x 10^-2 metres", 3e-2),
        ("2e14 metres", 2e14),
        ("3 * 10−30 metres", 3e-30),
        ("3 × 10^+2 metres", 300),
        (".25 metres", 0.25),
        ("1 234 567 metres", 1234567),
        ("1\u00a0234 metres", 1234),
        ("12\u2009345.5 metres", 12345.5),
        ("12,34,567 metres", 1234567),
        ("3 dozen metres", 36),
        ("3 lakh crore metres", 3e12),
        ("5 hundred thousand metres", 5e5),
        pytest.param("two point five million metres", 2.5e6, marks=pytest.mark.xfail(strict=True)),
        ("nine point zero five metres", 9.05),
    ],
)
def test_numbers_are_read_as_science_print_and_other_countries_write_them(text, value):
    assert read(f"It is {text} away.") == [(pytest.approx(value), "meter", text)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("dozens of", 12),
        ("hundreds of", 100),
        ("thousands of", 1e3),
        ("millions of", 1e6),
        ("tens of thousands of", 1e4),
        ("hundreds of thousands of", 1e5),
        ("tens of millions of", 1e7),
        ("hundreds of millions of", 1e8),
        ("thousands of millions of", 1e9),
    ],
)
def test_vague_plurals_mean_less_than_ten_times_what_they_name(text, low):
    assert read(f"He saw {text} boats.") == [((low, 10 * low), "boats", f"{text} boats")]
