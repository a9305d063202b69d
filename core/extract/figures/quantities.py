"""One sentence → its quantities: numbers with their units, ranges joined, what is no figure left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.extract.english.function_words import DETERMINER
from core.extract.figures import counted, currencies, non_figures, read_number, scales, units, votes
from core.extract.figures.figure_words import CLASSES
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
_MINUS = CLASSES["minus"]
_DOLLARS = CLASSES["dollar word"]
_OLDEST = 125
_HOURS = 12
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
        if number:
            edge, outer = _signed(line, money.edge)
            return _money(line, number, money, min(edge, number.first), min(sign, outer)), number.stop
    number = read_number.read(line, i)
    if number is None:
        return None, i + 1
    return None if money else _plain(line, number, min(edge, number.first), sign), number.stop


def _plain(line: Line, number: Number, first: int, sign: float) -> Quantity | None:
    """Return the quantity of a number with no sign of money before it, None where it is no figure."""
    if number.form == "rank":
        return None if line.low[number.stop] in _PERIODS else _ordinal(line, number)
    if number.form == "digits":
        if non_figures.is_code(line, number) or non_figures.is_decade(line, number):
            return None
        if line.low[number.stop] in _ORDINAL_ENDS and line.glued(number.stop):
            return _ordinal(line, number)
    number = read_number.ratio(line, number) or number
    quantity = _measured(line, number, first, sign)
    if quantity is None and not (non_figures.is_date(line, number) or non_figures.is_name(line, number)):
        quantity = _bare(line, number, first, sign)
    return quantity


def _signed(line: Line, edge: int) -> tuple[int, float]:
    """Return where a sign before token `edge` begins, and -1 or 1."""
    low = line.low
    before = low[edge - 1]
    if before in _MINUS:
        return edge - 1, -1.0
    if before in _SIGNS and line.glued(edge):
        if low[edge - 2] in _MINUS:
            return edge - 2, -1.0
        if not _ranged(line, edge - 1):
            return edge - 1, -1.0
    return edge, 1.0


def _ranged(line: Line, dash: int) -> bool:
    """Tell whether a dash follows a number or its unit, so that it is no minus."""
    before = line.low[dash - 1] if dash else ""
    return bool(before) and (
        before[0].isdigit() or (line.glued(dash) and (before[-1].isalnum() or before in "%)]"))
    )


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
    rate = units.rate(line, quantity.stop) if line.low[quantity.stop] in units.RATE_STARTS else None
    if rate:
        quantity.unit = f"{quantity.unit} per {rate.name}"
        quantity.stop = rate.stop
    return quantity


def _ordinal(line: Line, number: Number) -> Quantity | None:
    stop = number.stop + (number.form != "rank")
    if non_figures.is_ordinal_name(line, number.first, stop):
        return None
    return Quantity(number.first, stop, number, number.value, "ordinal")


def _bare(line: Line, number: Number, first: int, sign: float) -> Quantity | None:
    """Return a number that counts a noun, is an age, or stands alone."""
    stop = number.stop
    if number.form == "fraction" and (line.low[number.first].isalpha() or line.low[stop] == "of"):
        return Quantity(first, stop, number, number.value * 100, "percent", "percent")
    if number.value == 1 and number.form == "words" and line.low[first - 1] in _PRONOMINAL:
        return None  # "the same one seized"
    noun = counted.attributive(line, stop) if line.low[stop] == "-" else None
    hyphenated = noun is not None
    if noun is None:
        noun = counted.after(line, _noun_start(line, number), number.value)
    if noun is None:
        return _alone(line, number, first, sign)
    unit = units.named(noun.head)
    if unit is not None:
        quantity = Quantity(first, noun.stop, number, sign * number.value, units.kind(unit), unit)
    else:
        quantity = Quantity(
            first, noun.stop, number, sign * number.value, "count", " ".join(noun.words), counted=noun
        )
    quantity.attributive = hyphenated
    return _with_rate(line, quantity)


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
_PERSONS = CLASSES["person"]
_BEING = CLASSES["being"]


def _is_age(line: Line, number: Number) -> bool:
    """Tell whether a bare number is somebody's age: "Ann Lee, 42,", "aged 18", "he was 35"."""
    if not (number.value == int(number.value) and 0 < number.value <= _OLDEST and number.scale == 1):
        return False
    before, after = line.low[number.first - 1], line.low[number.stop]
    if before in _AGED or (before == "of" and line.low[number.first - 2] in _AGED):
        return True
    named = number.first - (3 if line.low[number.first - 2] == "." else 2)  # "John Doe Jr., 56,"
    if before == "," and named >= 0 and line.tokens[named].text[0].isupper():
        return after in (",", ".", ";", ")", "of", "from") or not after
    if before in _BEING:
        back = [line.low[k] for k in range(max(0, number.first - 4), number.first - 1)]
        return not _PERSONS.isdisjoint(back)
    return False
