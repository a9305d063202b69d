"""Every unit of CLDR and SI in every way to write it, halves and quarters of units, shares, and spaced thousands."""

from __future__ import annotations

import itertools
import re

import pytest
from babel import Locale
from babel.units import format_unit

from core.extract import analyze
from core.model import Article
from tests.core.extract.test_figures_generated import Told, wrong

# Units of CLDR that news tells, by its keys, with the names this project gives them where they are not its own.
OWN = {
    "length": "kilometer meter centimeter millimeter micrometer nanometer mile yard foot inch light-year furlong "
    "fathom nautical-mile parsec",
    "mass": "kilogram gram milligram microgram tonne ton pound ounce carat",
    "volume": "liter milliliter centiliter deciliter hectoliter megaliter gallon pint cubic-meter cubic-kilometer "
    "cubic-foot cubic-inch cubic-yard cubic-centimeter acre-foot bushel barrel",
    "area": "hectare acre square-kilometer square-meter square-mile square-foot square-inch square-yard "
    "square-centimeter",
    "power": "gigawatt megawatt kilowatt watt milliwatt horsepower",
    "energy": "kilowatt-hour kilojoule joule kilocalorie calorie electronvolt british-thermal-unit",
    "frequency": "gigahertz megahertz kilohertz hertz",
    "digital": "petabyte terabyte gigabyte megabyte kilobyte terabit gigabit megabit kilobit",
    "speed": "kilometer-per-hour meter-per-second mile-per-hour knot",
    "pressure": "hectopascal kilopascal megapascal pascal millibar millimeter-ofhg",
    "temperature": "celsius fahrenheit",
    "electric": "milliampere ampere ohm volt",
    "duration": "second minute hour day week month year decade century millisecond microsecond nanosecond fortnight",
    "acceleration": "meter-per-square-second",
    "force": "newton",
    "light": "lux lumen candela",
}
NAMED = {"millimeter-ofhg": "millimeter of mercury"}
# What CLDR shortens to one letter, or to a sign that newspapers use for something else, is read by rules of its own.
OTHERWISE = re.compile(r"[a-zA-Z]|pc|ct|CD|fth|fur|dec|tn|fw|mths?|wks?|days?|mos?|au|in|pt|bu|kn")


def of_cldr():
    for kind, names in OWN.items():
        for key in names.split():
            yield f"{kind}-{key}", NAMED.get(key, "light-year" if key == "light-year" else key.replace("-", " "))


def unit_phrases() -> list[tuple[str, list[Told]]]:
    space: list[tuple[str, list[Told]]] = []
    for key, name in of_cldr():
        for locale, width in itertools.product((Locale("en"), Locale("en", "GB")), ("long", "short")):
            form = format_unit(7, key, width, locale=locale).replace("\xa0", " ")
            sign = form.removeprefix("7").strip()
            if width == "short" and OTHERWISE.fullmatch(sign):
                continue
            for digits, value in (("7", 7), ("2.5", 2.5), ("1,200", 1200)):
                written = form.replace("7", digits, 1)
                space.append((f"It came to {written}.", [(value, name)]))
                space.append((f"It lies at {written} now.", [(value, name)]))
                if (
                    width == "short"
                    and not sign[0].isalpha()
                    or len(sign) > 1
                    and width == "short"
                    and " " not in sign
                ):
                    space.append((f"It came to {digits}{sign}.", [(value, name)]))
            space.append((f"It lies between 5 and {form} now.", [((5, 7), name)]))
            space.append((f"It lies at 5 to {form} now.", [((5, 7), name)]))
    return space


def test_every_unit_of_cldr_is_read_in_full_and_short():
    space = unit_phrases()
    assert len(space) > 2000
    assert not wrong(space)


PREFIXES = (
    "yotta zetta exa peta tera giga mega kilo hecto deca deci centi milli micro nano pico femto atto".split()
)
BASES = "meter gram liter watt joule hertz pascal volt ampere byte bit newton becquerel sievert ton".split()


def test_every_prefix_of_si_stands_before_every_unit():
    space = []
    for prefix, base in itertools.product(PREFIXES, BASES):
        name = prefix + base
        plural = name if base == "hertz" else name + "s"
        space.append((f"It came to 7 {plural}.", [(7, name)]))
        space.append((f"A 7-{name} thing.", [(7, name)]))
        if base in ("meter", "liter"):
            space.append((f"It came to 7 {name[:-2]}res.", [(7, name)]))
    assert not wrong(space)


LENGTHS = {
    "metres": "meter",
    "kilometres": "kilometer",
    "centimeters": "centimeter",
    "feet": "foot",
    "miles": "mile",
}
SIGNS = {"m": "meter", "km": "kilometer", "cm": "centimeter", "mm": "millimeter", "ft": "foot"}


def test_every_length_makes_an_area_and_a_volume():
    space = []
    for power, forms in {"square": ("square", "sq", "sq."), "cubic": ("cubic", "cu", "cu.")}.items():
        for (word, name), form in itertools.product(LENGTHS.items(), forms):
            space.append((f"It has 7 {form} {word} of it.", [(7, f"{power} {name}")]))
        for word, name in LENGTHS.items():
            space.append((f"It has 7 {word} {power}d of it.".replace("cubicd", "cubed"), [(7, f"{power} {name}")]))
        for (sign, name), mark in itertools.product(
            SIGNS.items(), ("2", "²") if power == "square" else ("3", "³")
        ):
            space.append((f"It has 7 {sign}{mark} of it.", [(7, f"{power} {name}")]))
            space.append((f"It has 7{sign}{mark} of it.", [(7, f"{power} {name}")]))
    assert not wrong(space)


PARTS = {"half a": 0.5, "a quarter of a": 0.25, "three-quarters of a": 0.75, "a third of a": 1 / 3}
PARTS |= {
    "two-thirds of a": 2 / 3,
    "a tenth of a": 0.1,
    "half of one": 0.5,
    "three tenths of a": 0.3,
    "5/8 of a": 0.625,
}
WHOLES = {
    "second": "second",
    "hour": "hour",
    "mile": "mile",
    "tonne": "tonne",
    "acre": "acre",
    "inch": "inch",
    "point": "point",
    "percentage point": "percentage point",
    "percent": "percent",
    "per cent": "percent",
    "litre": "liter",
    "degree": "degree",
    "kilometre": "kilometer",
    "ounce": "ounce",
    "year": "year",
    "century": "century",
}


def halves():
    for (part, value), (whole, name) in itertools.product(PARTS.items(), WHOLES.items()):
        vowel = whole[0] in "aeio" or whole == "hour"
        article = f"{part}n" if vowel and part.endswith(" a") else part
        for frame in ("It was {} from there.", "She won by {}.", "It lasted {}."):
            yield frame.format(f"{article} {whole}"), [(value, name)]
    for (whole, name), (part, value) in itertools.product(WHOLES.items(), (("half", 0.5), ("quarter", 0.25))):
        if name not in ("year", "percent") and " " not in whole:
            yield f"A {part}-{whole} gap was seen.", [(value, name)]
    for joint, (numeral, value) in itertools.product((" and a half ", "-and-a-half "), (("two", 2), ("five", 5))):
        for plural, name in (("years", "year"), ("miles", "mile"), ("hours", "hour"), ("points", "point")):
            yield f"It came to {numeral}{joint}{plural}.", [(value + 0.5, name)]
    for words, value in (("one and one-half", 1.5), ("two and three-quarters", 2.75), ("2 and a half", 2.5)):
        yield f"It came to {words} miles.", [(value, "mile")]
    for words, value in (("A mile and a half", 1.5), ("Two miles and a half", 2.5), ("3 miles and a half", 3.5)):
        yield f"{words} was left.", [(value, "mile")]


def test_a_part_of_a_unit_is_so_much_of_that_unit():
    assert not wrong(list(halves()))


@pytest.mark.parametrize(
    "text", ["Half-year profits fell.", "He left at half past two.", "The second half began."]
)
def test_a_half_of_a_year_or_match_is_no_figure(text):
    assert not wrong([(text, [])])


ONES = "one two three four five six seven eight nine ten".split()


def shares():
    for part, whole in itertools.product(range(1, 10), (*range(2, 11), 12, 20, 25, 50, 100, 1000)):
        if part >= whole:
            continue
        told = [(100 * part / whole, "percent")]
        for number in {str(part), ONES[part - 1]}:
            yield f"Some {number} in {whole} voters stayed.", told
            yield f"Some {number} out of {whole} voters stayed.", told
            yield f"Some {number} out of every {whole} voters stayed.", told
            yield f"Some {number} in every {whole} voters stayed.", told
    for whole in (15, 37, 250, 5000, 10_000, 100_000, 1_000_000):
        yield f"The illness strikes 1 in {whole:,} births.", [(100 / whole, "percent")]


def test_so_many_in_so_many_are_a_percentage():
    assert not wrong(list(shares()))


def spaced():
    for head, tail, noun in itertools.product(
        ("1", "12", "412"), ("000", "500", "345"), ("people", "workers", "tonnes", "euros", "shares")
    ):
        unit = {"tonnes": "tonne", "euros": "EUR"}.get(noun, noun)
        yield f"Some {head} {tail} {noun} were there.", [(int(head + tail), unit)]
        yield f"They counted {head}\u202f{tail} {noun}.", [(int(head + tail), unit)]
    for sign in "$€£":
        unit = {"$": "USD", "€": "EUR", "£": "GBP"}[sign]
        yield f"It cost {sign}45 500 in all.", [(45_500, unit)]


def test_a_space_may_part_thousands():
    assert not wrong(list(spaced()))


def bound(text: str) -> str | None:
    """Return what the only figure of a text is bounded by."""
    (figure,) = analyze(Article(text=text, language="en")).figures
    return figure.modifier


def test_what_is_not_above_is_below():
    sums = ("$4 billion", "40 tonnes", "12 percent", "300 km")
    for told, not_ in itertools.product(
        sums, ("did not", "didn't", "does not", "will never", "cannot", "must not")
    ):
        assert bound(f"The total {not_} exceed {told}.") == "<", (not_, told)
        assert bound(f"The total {not_} be above {told}.") == "<", (not_, told)
        assert bound(f"The total {not_} be below {told}.") == ">", (not_, told)
        assert bound(f"It passed without exceeding {told}.") == "<"
        assert bound(f"The total exceeded {told}.") == ">"


def test_plus_or_minus_is_no_minus():
    for words, unit in (("points", "point"), ("percentage points", "percentage point"), ("percent", "percent")):
        for link in ("plus or minus", "plus/minus"):
            for digits, value in (("3", 3), ("3.1", 3.1), ("four", 4)):
                assert not wrong([(f"The margin of error is {link} {digits} {words}.", [(value, unit)])])


NO_FIGURES = [
    "The aide lives at 1600 Linden Avenue.",
    "They met at 14-18 Canal Street.",
    "Agents searched 13190 SW 68th Parkway.",
    "The letter went to 10 Harbour Lane.",
    "The 60614 ZIP code was used.",
    "Case 4172016 was closed.",
    "The plant meets ISO 9001-2.",
    "Call 911 or 112 if you see it.",
    "The 3D film, a 4K TV and a 5G network were shown to Year 6 pupils.",
    "He signed a seven-figure deal.",
    "She wears size 12 shoes and drives a 4x4 car.",
    "The fair runs from 3 to 7 May.",
    "Matches will be played on 5, 6 and 7 May.",
    "The vote will be on June 3 and 4.",
    "Between 1500 and 1800 the lake was frozen.",
    "The pit will stay open until at least 2031.",
    "The club went down in 2010-1 and again in the 2013-4 season.",
    "See https://www.merrow.example/search?q=40%25%2030% for it.",
    "A Boeing 777F landed.",
    "A 13F filing was late.",
    "He watches Channel 6s news.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_of_names_days_years_and_addresses_are_no_figures(text):
    assert not wrong([(text, [])])


FIGURES = [
    ("It grew from 1500 to 2000 workers.", [((1500, 2000), "workers")]),
    ("On May 3, 12 people died.", [(12, "people")]),
    ("On May 3 and 4 people died.", [(4, "people")]),
    ("It hit 38C, and lows of -5C are due.", [(38, "celsius"), (-5, "celsius")]),
    ("Temperatures reached 40C (104F) at noon.", [(40, "celsius"), (104, "fahrenheit")]),
    ("Expect highs between 20C and 25C.", [((20, 25), "celsius")]),
    ("Winds of 55 kt hit the coast.", [(55, "knot")]),
    ("The app sent a file of 40 mb.", [(40, "megabyte")]),
    ("The storm had a pressure of 980 mb.", [(980, "millibar")]),
    ("The victims, aged 34, 41 and 58, were cousins.", [(34, "year"), (41, "year"), (58, "year")]),
    ("Two women aged 31 and 35 were hurt.", [(2, "women"), (31, "year"), (35, "year")]),
    ("The poll asked people aged between 18 and 24.", [((18, 24), "year")]),
    ("Four of the seven crew were rescued.", [(4, "crew"), (7, "crew")]),
    ("They sold five of the three-ton boats.", [(5, "boats"), (3, "ton")]),
    ("Three of its four engines failed.", [(3, "engines"), (4, "engines")]),
    ("He paid 40 million of the 2 billion rupees.", [(40e6, "INR"), (2e9, "INR")]),
    ("The rate is 31 deaths per 1,000 births.", [(31, "deaths per 1,000 births")]),
    ("They found 5 cases per 100,000 residents.", [(5, "cases per 100,000 residents")]),
    ("It costs 91 cents and the lowest 73.", [(91, "cent"), (73, "cent")]),
    ("It has a 9- or 11-inch screen.", [(9, "inch"), (11, "inch")]),
    ("Rents climbed 3 percent in spring but dropped by 2 in autumn.", [(3, "percent"), (2, "percent")]),
    ("The ship had 300 containers, 120 of them full.", [(300, "containers"), (120, "containers")]),
    ("It paid C$8 (US$6) per share.", [(8, "CAD per share"), (6, "USD per share")]),
    ("They drink 3 billion litres of river water a year.", [(3e9, "liter per year")]),
    ("They sold two million 330ml cans.", [(2e6, "cans"), (330, "milliliter")]),
    ("The board was 5\u20448 of an inch thick.", [(0.625, "inch")]),
]


@pytest.mark.parametrize(("text", "told"), FIGURES, ids=[text for text, _ in FIGURES])
def test_each_number_has_the_unit_that_its_sentence_gives_it(text, told):
    assert not wrong([(text, told)])
