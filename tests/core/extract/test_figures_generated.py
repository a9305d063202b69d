"""Whole spaces of figures: a grammar and CLDR make the phrases, and what each comes to is known without the reader."""

from __future__ import annotations

import itertools
import re

import pytest
from babel import Locale
from babel.numbers import get_currency_name

from core.extract import analyze
from core.model import Article

Told = tuple[float | tuple[float, float], str | None]


def read(text: str) -> list[Told]:
    """Return value and unit of every figure, floats rounded as digits are told."""
    found = analyze(Article(text=text, language="en")).figures
    return [(rounded(figure.value), figure.unit) for figure in found]


def rounded(value: float | tuple[float, float]) -> float | tuple[float, float]:
    if isinstance(value, tuple):
        return float(f"{value[0]:.9g}"), float(f"{value[1]:.9g}")
    return float(f"{value:.9g}")


def wrong(space: list[tuple[str, list[Told]]]) -> list[tuple[str, list[Told]]]:
    """Return the phrases that are misread, with what was read."""
    return [
        (text, found)
        for text, told in space
        if (found := read(text)) != [(rounded(value), unit) for value, unit in told]
    ]


# --- moves and levels: "fell by 12,000 to 310,000" tells two figures, "fell from 12 to 9 percent" one range

MOVES = "rose fell climbed dropped grew slid jumped slipped increased decreased surged tumbled declined".split()
AMOUNTS = {
    "$2 million to $14 million": ((2e6, "USD"), (14e6, "USD")),
    "€4bn to €19bn": ((4e9, "EUR"), (19e9, "EUR")),
    "12,000 to 310,000": ((12_000, None), (310_000, None)),
    "185,000 to 7.36 million": ((185_000, None), (7.36e6, None)),
    "3 percent to 64 percent": ((3, "percent"), (64, "percent")),
    "0.3% to 6.2%": ((0.3, "percent"), (6.2, "percent")),
    "14p to 210p": ((14, "pence"), (210, "pence")),
    "25 basis points to 4.5%": ((25, "basis point"), (4.5, "percent")),
    "two percentage points to 14%": ((2, "percentage point"), (14, "percent")),
    "14% to $312 million": ((14, "percent"), (312e6, "USD")),
    "0.25 to 3.5 percent": ((0.25, "percent"), (3.5, "percent")),
    "5 tonnes to 90 tonnes": ((5, "tonne"), (90, "tonne")),
    "£1.50 to £63.40": ((1.5, "GBP"), (63.4, "GBP")),
}
SUBJECTS = ("Output", "The price of cocoa", "Last month, the total", "Membership of the three clubs")


def moves():
    for subject, verb, link, (amounts, told) in itertools.product(SUBJECTS, MOVES, ("", "by "), AMOUNTS.items()):
        count = [(3.0, "clubs")] if "three" in subject else []
        yield f"{subject} {verb} {link}{amounts}.", [*count, *told]


def test_how_far_something_moved_and_where_to_are_two_figures():
    assert not wrong(list(moves()))


RANGES = {
    "3 to 5 percent": ((3, 5), "percent"),
    "$4 to $6 million": ((4e6, 6e6), "USD"),
    "10 to 12 tonnes": ((10, 12), "tonne"),
    "from 9 percent to 7 percent": ((9, 7), "percent"),
    "from $12 to $210": ((12, 210), "USD"),
    "between 5 and 7 percent": ((5, 7), "percent"),
}


@pytest.mark.parametrize("verb", MOVES)
@pytest.mark.parametrize("amounts", [text for text in RANGES if text != "$4 to $6 million"])
def test_a_range_of_moves_or_between_two_levels_is_one_figure(verb, amounts):
    assert read(f"Output {verb} {amounts}.") == [RANGES[amounts]]
    if not amounts.startswith("from"):
        assert read(f"Output is expected to change {amounts}.") == [RANGES[amounts]]


def test_a_level_in_front_of_a_percentage_does_not_take_its_unit():
    levels = {"14,210": 14_210, "101": 101, "4,300": 4300, "98.5": 98.5}
    for (digits, level), behind in itertools.product(levels.items(), ("up", "higher", "above its start", "fewer")):
        for percent in ("per cent", "percent", "%"):
            text = f"The index stood at {digits}, 12{'' if percent == '%' else ' '}{percent} {behind}."
            assert read(text) == [(level, None), (12, "percent")], text


# --- money: every currency of CLDR by its names and code, before and behind every kind of sum

CLDR = Locale("en").currencies
NAMES = {code: name for code, name in CLDR.items() if code.isalpha() and not re.search(r"\(.*\)$", name)}
NO_MONEY = (
    "X",
    "ALL",
    "TOP",
    "TRY",
    "CUP",
    "MAD",
    "PEN",
    "GEL",
    "SOS",
    "MOP",
    "BOB",
    "BAM",
    "LAK",
    "RON",
    "AMD",
    "SIT",
)
SUMS = {"40": 40, "1,200": 1200, "2.5 million": 2.5e6, "3 billion": 3e9, "3bn": 3e9, "40m": 40e6, "7.5mn": 7.5e6}
SPOKEN = {digits: value for digits, value in SUMS.items() if not digits[-1].isalpha() or " " in digits}


def monies():
    for code in NAMES:
        if code[0] == "X":
            continue
        for digits, value in SPOKEN.items():
            yield f"The hall cost {digits} {get_currency_name(code, 2, 'en')} in all.", [(value, code)]
        for digits, value in SUMS.items():
            yield f"The hall cost {digits} {code} in all.", [(value, code)]
            if code not in NO_MONEY or value > 40:
                yield f"The hall cost {code}{digits} in all.", [(value, code)]
                yield f"The hall cost {code} {digits} in all.", [(value, code)]
            if code not in NO_MONEY and value > 40:
                yield f"The hall cost {code.title()} {digits} in all.", [(value, code)]


def test_every_currency_of_cldr_is_read_by_name_and_code():
    assert not wrong(list(monies()))


# The "$" of a country or code, in capitals or not, glued or apart.
DOLLARS = {
    "AU": "AUD",
    "NZ": "NZD",
    "HK": "HKD",
    "US": "USD",
    "MXN": "MXN",
    "NZD": "NZD",
    "CAD": "CAD",
    "S": "SGD",
}
DOLLARS |= {"TT": "TTD", "EC": "XCD", "J": "JMD", "R": "BRL", "NT": "TWD", "C": "CAD", "Bds": "BBD", "BZ": "BZD"}
PREFIXES = {"KSh": "KES", "Ksh": "KES", "TSh": "TZS", "USh": "UGX", "Dh": "AED", "Dhs": "AED", "Php": "PHP"}
PREFIXES |= {"SKr": "SEK", "NKr": "NOK", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "GH₵": "GHS", "FBu": "BIF"}
SCALES = {"40": 40, "2.5m": 2.5e6, "3bn": 3e9, "2.5mil": 2.5e6, "3 mil": 3e6, "1.2 billion": 1.2e9, "1,200": 1200}


def prefixed():
    for (letters, code), (digits, value) in itertools.product(DOLLARS.items(), SCALES.items()):
        yield f"It paid {letters}${digits} for it.", [(value, code)]
        yield f"It paid {letters.lower()}${digits} for it.", [(value, code)]
        if letters in ("AU", "NZ", "HK", "US", "S", "C", "MXN", "NZD"):
            yield f"It paid {letters} ${digits} for it.", [(value, code)]
    for (sign, code), (digits, value) in itertools.product(PREFIXES.items(), SCALES.items()):
        if value > 40 or sign in ("KSh", "Dhs", "SKr"):
            yield f"The road cost {sign} {digits} in all.", [(value, code)]
            yield f"The road cost {sign}{digits} in all.", [(value, code)]
    for digits, value in (("R40bn", 40e9), ("R2.5m", 2.5e6), ("R1,200", 1200), ("N5bn", 5e9)):
        yield f"The road cost {digits} in all.", [(value, "ZAR" if digits[0] == "R" else "NGN")]


def test_every_letter_in_front_of_a_sum_tells_its_currency():
    assert not wrong(list(prefixed()))


@pytest.mark.parametrize(
    "text", ["SR 520 is a road.", "He drove the R40.", "Top 1,000 firms met.", "Euro 2024 was won."]
)
def test_letters_in_front_of_a_number_are_not_always_money(text):
    assert not [unit for _, unit in read(text) if unit in NAMES]


def test_cents_of_a_named_money_are_cents():
    for name in ("euro", "US", "Australian", "Canadian", "dollar"):
        assert read(f"It costs 20 {name} cents.") == [(20, "cent")], name


MONEY_RANGES = {
    "{s}5-8 million": (5e6, 8e6),
    "{s}200-250m": (200e6, 250e6),
    "{s}3 to 4 billion": (3e9, 4e9),
    "{s}500–1,000": (500, 1000),
    "{s}50,000-60,000": (50_000, 60_000),
    "{s}5-8,000": (5000, 8000),
    "{s}2bn-{s}3bn": (2e9, 3e9),
    "{s}1.2-1.5bn": (1.2e9, 1.5e9),
}


@pytest.mark.parametrize("sign", ["$", "€", "£", "US$", "RM", "HK$"])
def test_a_range_of_sums_needs_its_sign_and_scale_but_once(sign):
    code = {"$": "USD", "€": "EUR", "£": "GBP", "US$": "USD", "RM": "MYR", "HK$": "HKD"}[sign]
    space = [
        (f"Grants of {form.format(s=sign)} were paid.", [(value, code)]) for form, value in MONEY_RANGES.items()
    ]
    assert not wrong(space)


def test_a_range_of_people_needs_its_scale_but_once():
    ranges = {
        "20-30,000": (20_000, 30_000),
        "2m-3m": (2e6, 3e6),
        "2-3 million": (2e6, 3e6),
        "500-1,000": (500, 1000),
    }
    assert not wrong([(f"Some {text} people fled.", [(value, "people")]) for text, value in ranges.items()])
