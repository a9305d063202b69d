"""What a figure measures: the noun phrase an analyst would label it with.

In order: the noun the figure modifies ("a 25% tax on cars"), the whole it is a part of ("60% of revenue"), the noun it
specifies ("sales of 400 units"), the person an age belongs to, the object of a change ("cut prices by 5%"), the
subject of its clause. A counted noun is labelled with itself, what specifies it, and the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.looks import (
    ALPHA,
    DETERMINER,
    ENDS_LY,
    FUNCTION,
    PAST,
    PLAIN,
    PREPOSITION,
    TAKEN,
    TIME,
    VERBAL,
)
from core.extract.english.noun_phrases import before_determiners, beginning, complement, ending, is_time_phrase
from core.extract.english.subjects import subject
from core.extract.english.verbs import is_verb
from core.extract.figures import ages, bounds, change, ties
from core.extract.figures.figure_words import CLASSES
from core.lexicon import load

if TYPE_CHECKING:
    from core.extract.english.noun_phrases import Phrase
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

_EMPTY, _COMPARATIVES = CLASSES["empty"], CLASSES["comparative"]
_RESTATING = ([",", "or"], ["or"], ["/"])
_RESTARTS = frozenset(("(", ",", "or", "/"))
_WHOLE_LINKS = frozenset(("of", "off", "in"))
_ANCHORS = CLASSES["anchor"]
_INSIDE = CLASSES["inside an object"]
_VALUING, _PREDICATES = CLASSES["valuing"], CLASSES["predicate"]
_DEALING = CLASSES["dealing"]
_MOVING, _AT_SPEED = CLASSES["moving"], frozenset(("at", "to"))
_POINTING = frozenset(("last", "this", "next"))
_DEFINITE = CLASSES["definite"]


class _Aspect(NamedTuple):
    """A row of `figures_aspects.csv`."""

    verb: str
    noun: str


_ASPECTS = {row.verb: row.noun for row in load.table("figures_aspects.csv", _Aspect)}


class Measure(NamedTuple):
    """The label's own tokens [first, stop), the holder a counted noun is told of, and what a verb says of it."""

    first: int
    stop: int
    holder: Phrase | None = None
    aspect: str = ""  # "cost" in "the line cost £5m"


def take(line: Line, found: list[Quantity]) -> None:
    """Mark the tokens of the quantities, so that no measure runs across them; a counted noun may be in one."""
    looks = line.looks
    for quantity in found:
        if quantity.counted and quantity.number.scale == 1 and looks[quantity.first - 1] & DETERMINER:
            if line.low[quantity.first - 1] in _DEFINITE and looks[quantity.first - 2] & PREPOSITION:
                continue  # "turnover between the two countries" goes on over its number
        if line.low[quantity.number.stop] == "-" and _is_size(line, quantity):
            continue  # "the yield on 10-year bonds"
        plainly_counted = quantity.counted and quantity.high is None
        for k in range(quantity.first, quantity.number.stop if plainly_counted else quantity.stop):
            looks[k] = TAKEN | looks[k] & ~PLAIN


def _is_size(line: Line, quantity: Quantity) -> bool:
    """Tell whether a quantity only describes the noun behind it, to which a hyphen ties it: "10-year bonds"."""
    hyphened = line.low[quantity.number.stop] == "-" and line.glued(quantity.number.stop)
    noun = line.looks[quantity.stop]
    return hyphened and quantity.kind == "dimension" and noun & (ALPHA | FUNCTION) == ALPHA


def restates(line: Line, last: Quantity, quantity: Quantity) -> bool:
    """Tell whether a quantity says the one before it again: "7 miles (11 km)", "190 points, or 0.6%"."""
    opening = line.low[last.stop]
    if opening not in _RESTARTS or quantity.first - last.stop > 4:
        return False
    if opening == "(":
        return quantity.front <= last.stop + 1 and line.low[quantity.stop] in (")", "/")
    return last.unit != quantity.unit and line.low[last.stop : quantity.front] in _RESTATING


def compares(line: Line, last: Quantity, quantity: Quantity) -> bool:
    """Tell whether a quantity only says how the one before it compares: "£9m, £2m more than", "4%, up from 3%"."""
    before, low = quantity.front - 1, line.low
    if low[before] == "from" and low[before - 1] in change.ADVERBS:
        return last.kind == quantity.kind
    if low[before] != "," or low[quantity.stop + 1] != "than" or low[quantity.stop] not in change.COMPARATIVES:
        return False
    verbs = any(line.looks[k] & VERBAL and is_verb(line, k) for k in range(last.stop, before))
    return last.kind == quantity.kind and not verbs


def find(line: Line, quantity: Quantity, last: Quantity | None) -> Measure | None:
    """Return the measure of a quantity, None where the sentence names none; `last` is the quantity before it."""
    if quantity.kind == "ordinal":
        return _plain(line, beginning(line, quantity.stop))
    first = quantity.front
    if line.low[first - 1] in ("between", "from") and line.low[first - 2] in ("of", "at", "by"):
        first -= 1
    told = (
        quantity.stop if quantity.number.form == "fold" and quantity.stop == quantity.first + 1 else quantity.first
    )
    if quantity.counted is not None and not quantity.attributive:
        return _counted(line, quantity, first)
    levelled = quantity.kind == "percent" and ties.of_level(line, first)
    named = _plain(
        line,
        _modified(line, quantity)
        or (_object(line, first, last) or subject(line, told) if levelled else None)
        or _whole(line, quantity)
        or _specified(line, quantity, first)
        or ties.found(line, quantity, first, last)
        or _bearer(line, quantity, first)
        or _object(line, first, last)
        or subject(line, told)
        or _apposed(line, first),
    )
    aspect = _aspect(line, first, named) if named and quantity.kind == "money" else ""
    if named and line.low[first - 1] in _AT_SPEED and line.low[first - 2] in _MOVING and _is_speed(quantity.unit):
        aspect = "speed"  # "the train was travelling at 106 mph"
    return named._replace(aspect=aspect) if named and aspect else named


def _is_speed(unit: str | None) -> bool:
    return unit == "knot" or (unit or "").endswith((" per hour", " per second"))


def _aspect(line: Line, first: int, named: Measure) -> str:
    """Return the quantity of its subject that the verb in front of a sum tells: "cost" in "the boat cost £5m"."""
    verb = line.low[first - 1]
    if verb == "for" and line.low[first - 2] in _DEALING:
        return "cost"
    noun = _ASPECTS.get(verb, "")
    return "" if noun and line.low[named.stop - 1] in (noun, noun + "s", verb) else noun


def _plain(line: Line, phrase: Phrase | None) -> Measure | None:
    """Return a phrase as a measure, "record" and "rise in" in front of it left out."""
    if phrase is None:
        return None
    first, stop = phrase
    low = line.low
    if stop > first + 2 and low[first] in change.NOUNS and low[first + 1] in ("in", "of"):
        first += 2 + bool(line.looks[first + 2] & DETERMINER)
    if low[first] == "record" and stop > first + 1:
        first += 1
    if low[first] in _POINTING and line.looks[first + 1] & TIME and stop > first + 2 and first == 0:
        first += 2  # "Last year trade turnover"
    return Measure(first, stop)


def _counted(line: Line, quantity: Quantity, first: int) -> Measure:
    """Return a counted noun with what specifies it, and its holder: the subject of the clause."""
    noun = quantity.counted
    start, stop = (noun.first, quantity.stop) if noun else (quantity.first, quantity.stop)
    end = complement(line, stop)
    if end == stop < len(line.tokens) and is_verb(line, stop):
        return Measure(start, stop)  # the counted noun is the subject itself
    holder = _specified(line, quantity, first) or _home(line, first) or subject(line, quantity.first)
    if holder is not None:
        holder = _shortened(line, holder)
    return Measure(start, end, holder)


def _home(line: Line, first: int) -> Phrase | None:
    """Return the place whose people are counted behind "home to": "Harle, home to 9,000 people,"."""
    if line.low[first - 1] != "to" or line.low[first - 2] != "home" or line.low[first - 3] != ",":
        return None
    return ending(line, first - 3, inner=False)


def _shortened(line: Line, phrase: Phrase) -> Phrase:
    """Return the phrase up to its first preposition where it is long."""
    if phrase.stop - phrase.first > 4:
        for k in range(phrase.first + 1, phrase.stop):
            if line.looks[k] & PREPOSITION:
                return phrase._replace(stop=k)
    return phrase


def _modified(line: Line, quantity: Quantity) -> Phrase | None:
    """Return the noun behind the figure that it modifies."""
    k = _past_brackets(line, quantity.stop)
    if line.low[k] == "-" and line.glued(k) and line.glued(k + 1):
        k += 1
    word, look = line.low[k], line.looks[k]
    if look & (ALPHA | FUNCTION | TAKEN) != ALPHA or word in _COMPARATIVES:
        return None
    if (is_verb(line, k) and not _is_size(line, quantity)) or is_time_phrase(line, k):
        return None  # but "a 20-week suspended sentence"
    found = beginning(line, k)
    if found is None or (found.stop == found.first + 1 and word in _PREDICATES):
        return None  # "is 87 per cent complete"
    if line.low[found.first] in change.NOUNS:
        if line.low[found.first + 1] in ("in", "of", "for", "on"):
            return beginning(line, found.first + 2) or found
        return None
    return found


def _past_brackets(line: Line, k: int) -> int:
    """Return the index behind a short conversion in brackets at token `k`: "8 miles (13 km) of"."""
    if line.low[k] == "(":
        for j in range(k + 2, min(k + 7, len(line.tokens))):
            if line.low[j] == ")":
                return j + 1
    return k


def _whole(line: Line, quantity: Quantity) -> Phrase | None:
    """Return the noun behind "of", or behind "in" after money: "60% of revenue", "$3bn in sales"."""
    k = _past_brackets(line, quantity.stop)
    link, k = line.low[k], k + 1
    if link not in _WHOLE_LINKS or is_time_phrase(line, k):
        return None
    if link == "of" or (link == "off" and quantity.kind in ("money", "percent")):
        found = beginning(line, k)
        bare = found is not None and found.stop == found.first + 1 and line.low[found.first] in _EMPTY
        return None if bare else found  # "lost 12% of their value"
    opens = line.low[k] and not line.looks[k] & FUNCTION
    if link == "in" and quantity.kind == "money" and opens and line.tokens[k].text[0].islower():
        return beginning(line, k, inner=False)
    return None


def _apposed(line: Line, first: int) -> Phrase | None:
    """Return what opens the sentence in front of a comma: "Unemployment, 4% in May, rose"."""
    found = ending(line, first - 1) if line.low[first - 1] == "," else None
    return found if found and before_determiners(line, found.first - 1) <= 0 else None


def _specified(line: Line, quantity: Quantity, first: int) -> Phrase | None:
    """Return the noun in front of "of" or of a bound: "sales of 400 units", "speeds up to 90 mph"; None for "total"."""
    look = line.looks[first - 1]
    if line.low[first - 1] == "of":
        stop = first - 1
    elif look & (ALPHA | FUNCTION) == ALPHA and bounds.spans_words(line, first) and not is_verb(line, first - 1):
        if line.looks[first] & PAST:
            return None  # "output of the mines exceeded 30 tons"
        stop = first
    else:
        return None
    found = ending(line, stop, inner=False)
    if found is None or line.low[found.stop - 1] in _EMPTY:
        return None
    head = line.low[found.stop - 1]
    if head in change.NOUNS and not ties.own_amount(quantity.kind, head):
        return None
    return ending(line, stop) if line.low[found.first - 1] == "of" else found  # "a margin of error of 3 points"


def _bearer(line: Line, quantity: Quantity, first: int) -> Phrase | None:
    """Return what a figure in brackets or an age in commas belongs to: "Ann Lee, 42,", "net debt (£3bn)"."""
    if line.low[quantity.first - 1] == "(":
        return ending(line, quantity.first - 1)
    if (age := ages.aged(line, first)) is not None:
        return ages.bearer(line, age)
    if quantity.unit != "year" or line.low[first - 1] != ",":
        return None
    return ending(line, first - 1, inner=False)


def _object(line: Line, first: int, last: Quantity | None) -> Phrase | None:
    """Return the noun a preposition ties the figure to: "cut prices by 5%", "(shares fell 2%,) bonds by 3%"."""
    link = line.low[first - 1]
    if link not in _ANCHORS:
        return None
    if link == "from" and last is not None and last.stop == first - 1 and line.low[last.front - 1] == "to":
        return _object(line, last.front, None)  # "to 25% from 10%"
    found = _past_sum(line, first - 1) or ending(line, first - 1, inner=link == "for")
    if found is None or (found.stop == found.first + 1 and line.looks[found.first] & ENDS_LY):
        return None
    k = before_determiners(line, found.first - 1)
    if line.low[k] == "of" and link == "at":
        found = ending(line, first - 1) or found  # "put the cost of the bridge at"
        k = before_determiners(line, found.first - 1)
    if line.low[k] in _INSIDE and (wider := _changed(line, first - 1)):
        return wider  # "cut its estimate of sales in Avon to"
    if k < 0:
        tied = link in ("from", "between")
    elif (line.low[k] in change.VERBS or line.low[k] in _DEALING) and is_verb(line, k):
        tied = True
    elif line.low[k] in ("with", "of"):
        tied = link == "at"
    elif link == "at" and line.low[k] in _VALUING:
        tied = True
    else:
        tied = link != "for" and last is not None and k >= last.stop and line.low[k] in (",", "and", ";", "while")
    return found if tied else None


def _past_sum(line: Line, stop: int) -> Phrase | None:
    """Return the object of a change in front of a sum of goods: tariffs in "tariffs on $200 billion of goods"."""
    goods = ending(line, stop, inner=False)
    k = goods.first - 1 if goods else -1
    if k < 0 or line.low[k] != "of" or not line.looks[k - 1] & TAKEN:
        return None
    while k > 0 and (line.looks[k] & TAKEN or line.low[k] == "of"):
        k -= 1
    return ending(line, k, inner=False) if line.looks[k] & PREPOSITION else None


def _changed(line: Line, stop: int) -> Phrase | None:
    """Return the object of a verb of change that ends at token `stop`, with what prepositions hang on it."""
    found = ending(line, stop)
    if found is None:
        return None
    k = before_determiners(line, found.first - 1)
    return found if line.low[k] in change.VERBS and is_verb(line, k) else None
