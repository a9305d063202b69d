"""One sentence → its quantities: numbers with their units, ranges joined, what is no figure left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.extract.english.function_words import DETERMINER
from core.extract.english.looks import ALPHA, PLURAL
from core.extract.figures import (
    counted,
    currencies,
    non_figures,
    rates,
    read_number,
    scales,
    spelled,
    units,
    votes,
)
from core.extract.figures.figure_words import CLASSES, NUMERALS
from core.extract.figures.line import Line
from core.extract.figures.scales import MONEY_LETTERS
from core.extract.figures.spelled import SMALL

if TYPE_CHECKING:
    from core.extract.figures.number import Number
    from core.model import FigureKind

_SIGNS = frozenset(("-", "−", "–"))
_PERIODS = CLASSES["ranked"]
_PRONOMINAL = CLASSES["pronominal one"]
_ORDINAL_ENDS = CLASSES["ordinal ending"]
_DIGITS_TOLD = CLASSES["digits told"]
_MINUS = CLASSES["minus"]
_DOLLARS = CLASSES["dollar word"]
_EITHER = frozenset(("or", "/", "and"))  # "plus or minus 3"
_OLDEST = 125
_HOURS = 12
_CENTS = 3  # characters of the hundredths behind a sum
_LONGEST_BARE = 1e9  # beyond it, digits without separators or unit are an identifier


@dataclass(slots=True)
class Quantity:
    """A number with its unit, over the tokens [first, stop) of a line."""

    first: int
    stop: int
    number: Number
    value: float
    kind: FigureKind
    unit: str | None = None
    high: float | None = None  # the other end of a range
    counted: counted.Counted | None = None
    attributive: bool = False  # the unit stands before another noun: "a 30-year bond"
    front: int = 0  # the first token of the bound words before it, or `first`
    arrived: bool = False  # the level that what moved by the quantity in front came to: "rose 3p to 41p"


def read(line: Line) -> list[Quantity]:
    """Return the quantities of a line in order, before ranges are joined."""
    found: list[Quantity] = []
    done = 0
    for i in line.triggers:
        if i < done:
            continue
        end = non_figures.result_end(line, i)
        if end:
            found += [Quantity(n.first, n.stop, n, n.value, "count", "votes") for n in votes.at(line, i, end)]
            done = end
            continue
        half = _and_half(line, found[-1] if found else None, i) if line.low[i] == "half" else None
        if half is not None:
            if found and found[-1].stop > half.first:
                found.pop()
            found.append(half)
            done = half.stop
            continue
        quantity, end = _second_sum(line, found[-1], i) if found else (None, 0)
        if quantity is None:
            quantity, end = _read(line, i)
        if quantity is not None:
            quantity.first = max(quantity.first, done)
            found.append(quantity)
            end = quantity.stop
        done = end
    return found


def _second_sum(line: Line, last: Quantity, i: int) -> tuple[Quantity | None, int]:
    """Return the sum at token `i` that a dash joins to one with its sign in front: "€200-250m", "$4 - 5 million"."""
    if last.kind != "money" or last.stop != i - 1 or line.low[i - 1] not in _SIGNS or line.low[i - 2].isalpha():
        return None, 0
    number = read_number.read(line, i, money=True)
    closed = line.glued(i - 1) and line.glued(i)
    if number is None or not (closed or (number.scale > 1 and not line.glued(i - 1) and not line.glued(i))):
        return None, 0
    if non_figures.is_year(line, number) or line.low[number.stop] == "-":
        return None, 0
    return Quantity(i, number.stop, number, number.value, "money", last.unit), number.stop


def _read(line: Line, i: int) -> tuple[Quantity | None, int]:
    """Return the quantity whose number begins at token `i`, None where it is no figure, and where the number ends."""
    edge, sign = _signed(line, i)
    money = currencies.before(line, edge)
    if money:
        number = read_number.read(line, i, money=True)
        if number and not (money.sure or _is_sum(line, number)):
            number = money = None
        if number and money:
            edge, outer = _signed(line, money.edge)
            return _money(line, number, money, min(edge, number.first), min(sign, outer)), number.stop
    number = read_number.read(line, i)
    if number is None:
        return None, i + 1
    return None if money else _plain(line, number, min(edge, number.first), sign), number.stop


def _is_sum(line: Line, number: Number) -> bool:
    """Tell whether a number is written as sums are: with a scale, groups of thousands or two decimals."""
    text = line.tokens[number.first].text
    return number.scale > 1 or "," in text or (len(text) > _CENTS and text[-_CENTS] == ".")


def _plain(line: Line, number: Number, first: int, sign: float) -> Quantity | None:
    """Return the quantity of a number with no sign of money before it, None where it is no figure."""
    if number.form == "rank":
        return None if line.low[number.stop] in _PERIODS else _ordinal(line, number)
    if number.form == "digits":
        if any(told(line, number) for told in (non_figures.is_code, non_figures.is_decade, non_figures.is_clock)):
            return None
        if line.low[number.stop] in _ORDINAL_ENDS and line.glued(number.stop):
            return _ordinal(line, number)
    number = read_number.ratio(line, number) or spelled.of_unit(line, number) or number
    quantity = _measured(line, number, first, sign)
    if quantity is None and line.low[number.first - 1] in _AGED and _is_age(line, number):
        return Quantity(first, number.stop, number, number.value, "dimension", "year")
    if quantity is None and not (non_figures.is_date(line, number) or non_figures.is_name(line, number)):
        quantity = _bare(line, number, first, sign)
    return quantity


def _signed(line: Line, edge: int) -> tuple[int, float]:
    """Return where a sign before token `edge` begins, and -1 or 1."""
    low = line.low
    before = low[edge - 1]
    if before in _MINUS:
        either = low[edge - 3] == "plus" and low[edge - 2] in _EITHER
        return (edge - 3, 1.0) if either else (edge - 1, -1.0)
    if before in _SIGNS and line.glued(edge):
        if low[edge - 2] in _MINUS:
            return edge - 2, -1.0
        listed = not line.glued(edge - 1) and low[edge + 1] == "%"  # "Veltrix 40 -0.8%"
        if listed or not _ranged(line, edge - 1):
            return edge - 1, -1.0
    return edge, 1.0


def _ranged(line: Line, dash: int) -> bool:
    """Tell whether a dash follows a number or its unit, so that it is no minus."""
    before = line.low[dash - 1] if dash else ""
    return bool(before) and (
        before[0].isdigit() or (line.glued(dash) and (before[-1].isalnum() or before in "%)]"))
    )


def _and_half(line: Line, last: Quantity | None, i: int) -> Quantity | None:
    """Return "a mile and a half", or the quantity in front with half a unit more: "two hours and a half"."""
    low = line.low
    if low[i - 1] != "a" or low[i - 2] != "and" or low[i + 1] == "of":
        return None
    if last is not None and last.stop == i - 2 and last.high is None:
        if last.kind not in ("dimension", "money") or last.number.scale > 1:
            return None
        return replace(last, stop=i + 1, value=last.value + 1 / 2)
    if low[i - 4] not in ("a", "an", "one"):
        return None
    unit = units.after(line, i - 3)
    if unit is None or unit.stop != i - 2:
        return None
    number = spelled.one_and_half(i - 4, i + 1)
    return Quantity(i - 4, i + 1, number, number.value, units.kind(unit.name), unit.name)


def _money(line: Line, number: Number, money: currencies.Money, first: int, sign: float) -> Quantity:
    stop, unit, scale = number.stop, money.unit, money.scale
    if unit.endswith("D"):
        named = currencies.qualifier(line, stop)
        if named:
            unit, stop = named.unit, named.edge
        elif line.low[stop] in _DOLLARS:
            stop += 1
    return _with_rate(line, Quantity(first, stop, number, sign * number.value * scale, "money", unit))


def _measured(line: Line, number: Number, first: int, sign: float) -> Quantity | None:
    """Return the quantity where a currency or a unit stands behind the number."""
    if number.form == "fold":
        return Quantity(first, number.stop, number, number.value, "count", "times")
    number = _scaled(line, number)
    stop = number.stop
    if line.low[stop] == "of" and number.form != "digits":
        stop += 1  # "tens of thousands of dollars"
    if line.low[stop] not in _UNIT_STARTS:
        return None
    money = currencies.after(line, stop, number.value)
    unit = units.after(line, stop)
    if unit and unit.name == "picometer" and number.value < 24 and line.glued(stop) and number.form == "digits":
        return None  # 10.45pm
    if money and unit and (unit.stop > money.edge and unit.name != "pound"):
        money = None
    if money and unit and unit.name == "pound" and not _is_sterling(line, number):
        money = None
    if money:
        value = sign * number.value * money.scale
        scaled, scale_stop = scales.behind(line, money.edge)
        if scaled > 1:
            value, money = value * scaled, money._replace(edge=scale_stop)
        return _with_rate(line, Quantity(first, money.edge, number, value, "money", money.unit))
    if unit is None or (line.glued(first) and line.low[first - 1][-1:].isalpha()):
        return None
    kind = units.kind(unit.name)
    return _with_rate(line, Quantity(first, unit.stop, number, number.value * sign, kind, unit.name))


_UNIT_STARTS = currencies.STARTS | units.STARTS | {"-"}  # no other word can begin a currency or unit
_MONEY_CUES = CLASSES["money cue"]


def _scaled(line: Line, number: Number) -> Number:
    """Return the number with the letter behind it as its scale where a currency follows ("2.1m BYN")."""
    stop = number.stop
    if line.low[stop] in MONEY_LETTERS and number.form == "digits" and number.scale == 1 and line.glued(stop):
        if currencies.after(line, stop + 1, number.value):
            return read_number.read(line, number.first, money=True) or number
    return number


def _is_sterling(line: Line, number: Number) -> bool:
    return number.scale >= 1e6 or not _MONEY_CUES.isdisjoint(line.low)


def _with_rate(line: Line, quantity: Quantity) -> Quantity:
    rate = rates.after(line, quantity.stop) if line.low[quantity.stop] in rates.STARTS else None
    if rate:
        quantity.unit = f"{quantity.unit} per {rate.name}"
        quantity.stop = rate.stop
    elif quantity.kind == "dimension" and line.low[quantity.stop] == "of":
        rate = rates.past_stuff(line, quantity.stop)
        quantity.unit = f"{quantity.unit} per {rate.name}" if rate else quantity.unit
    return quantity


def _ordinal(line: Line, number: Number) -> Quantity | None:
    stop = number.stop + (number.form != "rank")
    if non_figures.is_ordinal_name(line, number.first, stop):
        return None
    return Quantity(number.first, stop, number, number.value, "ordinal")


def _bare(line: Line, number: Number, first: int, sign: float) -> Quantity | None:
    """Return a number that counts a noun, is an age, or stands alone."""
    stop = number.stop
    if _is_share(line, number):
        return Quantity(first, stop, number, number.value * 100, "percent", "percent")
    if number.value == 1 and number.form == "words" and line.low[first - 1] in _PRONOMINAL:
        return None  # "the same one seized"
    if line.low[stop] == "of" and line.low[stop + 1] in DETERMINER and _begins_number(line, stop + 2):
        return _alone(line, number, first, sign)  # "four of the seven crew"
    noun = counted.attributive(line, stop) if line.low[stop] == "-" else None
    if noun is None:
        return _counting(line, number, first, sign) or _alone(line, number, first, sign)
    if noun.head in _DIGITS_TOLD:
        return None  # "a seven-figure deal"
    quantity = _of(line, number, first, sign, noun)
    quantity.attributive = True
    return quantity


def _is_share(line: Line, number: Number) -> bool:
    """Tell whether a number is a part of a whole: "two in five", "a third", "3/4 of"."""
    if number.form == "fraction":
        return line.low[number.first].isalpha() or line.low[number.stop] == "of"
    return number.form == "share"


def _counting(line: Line, number: Number, first: int, sign: float) -> Quantity | None:
    """Return a number with the noun it counts, None where it counts none."""
    stop = number.stop
    if _opens_sum(line, stop + 1):
        return None
    noun = counted.after(line, _noun_start(line, number), number.value)
    if noun is not None:
        return _of(line, number, first, sign, noun)
    noun = _behind_size(line, stop)
    return noun and Quantity(first, stop, number, sign * number.value, "count", " ".join(noun.words))


def _of(line: Line, number: Number, first: int, sign: float, noun: counted.Counted) -> Quantity:
    """Return a number of what a noun names, which may be a unit."""
    unit = units.named(noun.head)
    if unit is not None:
        quantity = Quantity(first, noun.stop, number, sign * number.value, units.kind(unit), unit)
    else:
        words = " ".join(noun.words)
        quantity = Quantity(first, noun.stop, number, sign * number.value, "count", words, counted=noun)
    return _with_rate(line, quantity)


def _behind_size(line: Line, i: int) -> counted.Counted | None:
    """Return the noun counted behind the size of each, at token `i`: "two million | 330ml cans"."""
    if not line.low[i][:1].isdigit() or line.glued(i):
        return None
    unit = units.after(line, i + 1)
    if unit is None or not (line.glued(i + 1) and line.looks[unit.stop] & ALPHA):
        return None
    noun = counted.after(line, unit.stop, 2)
    return noun if noun and line.looks[noun.stop - 1] & PLURAL else None


def _begins_number(line: Line, i: int) -> bool:
    return line.low[i][:1].isdigit() or line.low[i] in NUMERALS or line.low[i] in currencies.SIGNS


def _opens_sum(line: Line, i: int) -> bool:
    """Tell whether token `i` is a number glued to a currency's code: "the second one VND900"."""
    return line.low[i][:1].isdigit() and line.glued(i) and currencies.before(line, i) is not None


def _alone(line: Line, number: Number, first: int, sign: float) -> Quantity | None:
    """Return a number without a noun or unit: an age, or a bare figure; no pronoun "one", no identifier."""
    pronoun = number.value == 1 and number.form == "words" and not _opens_range(line, number.stop)
    clock = line.low[number.first - 1] == "at" and number.form == "words" and number.value <= _HOURS  # "at nine"
    note = line.low[number.first - 1] == "[" and line.low[number.stop] == "]"  # "[4]"
    if (
        pronoun
        or clock
        or note
        or (line.low[number.first].isdecimal() and number.scale == 1 and number.value > _LONGEST_BARE)
    ):
        return None
    if _is_age(line, number):
        return Quantity(first, number.stop, number, number.value, "dimension", "year")
    return Quantity(first, number.stop, number, sign * number.value, "other")


def _noun_start(line: Line, number: Number) -> int:
    """Return where the noun a number counts begins: behind "of" in "dozens of", behind "of the" in "two of the"."""
    stop = number.stop
    if line.low[stop] != "of" or number.value == 1:
        return stop  # "one of the reasons" states no number
    if line.low[stop + 1] in DETERMINER:
        return stop + 2
    return stop + (number.form in ("vague", "words"))


def _opens_range(line: Line, j: int) -> bool:
    """Tell whether another number follows: "one to two years", "one or two"."""
    word = line.low[j + 1]
    return line.low[j] in ("to", "or", "-", "–") and (word[:1].isdigit() or word in SMALL)


_AGED = CLASSES["aged"]
_BEFORE_AGE = frozenset(("of", "between", "from"))
_PERSONS = CLASSES["person"]
_BEARERS = CLASSES["bearer of age"]
_BEING = CLASSES["being"]


def _is_age(line: Line, number: Number) -> bool:
    """Tell whether a bare number is somebody's age: "Ann Lee, 42,", "aged 18", "he was 35"."""
    if not (number.value == int(number.value) and 0 < number.value <= _OLDEST and number.scale == 1):
        return False
    before, after = line.low[number.first - 1], line.low[number.stop]
    if before in _AGED or (before in _BEFORE_AGE and line.low[number.first - 2] in _AGED):
        return True
    named = number.first - (3 if line.low[number.first - 2] == "." else 2)  # "John Doe Jr., 56,"
    if before == "," and named >= 0 and (line.tokens[named].text[0].isupper() or line.low[named] in _BEARERS):
        return after in (",", ".", ";", ")", "of", "from") or not after
    if before in _BEING:
        back = [line.low[k] for k in range(max(0, number.first - 4), number.first - 1)]
        return not _PERSONS.isdisjoint(back)
    return False
