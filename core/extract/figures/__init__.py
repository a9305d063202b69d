"""Numbers the text states, with unit, measure, modifier and change.

A sentence is read in steps: `line` (tokens) → `quantities` (numbers with units; `non_figures` leaves out what is no
figure) → `ranges` (ends joined) → `elision` (units left out) → `bounds`, `change` and `measure` for each quantity →
what makes it this one and no other: `predicates`, `owner`, `aspect`, `precision`, `neighbours`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.looks import VERBAL
from core.extract.figures import (
    aspect,
    bounds,
    change,
    children,
    currencies,
    deals,
    elision,
    line,
    magnitudes,
    measure,
    owner,
    portions,
    precision,
    predicates,
    quantities,
    ranges,
    units,
)
from core.extract.figures.figure_words import CLASSES
from core.extract.figures.neighbours import Neighbours
from core.model import Figure, Span

if TYPE_CHECKING:
    from core.extract.document import Document, Sentence
    from core.extract.english.noun_phrases import Phrase
    from core.extract.figures.predicate_words import Predicate
    from core.extract.figures.quantities import Quantity
    from core.model import Change, Move, Side

_ROUND = CLASSES["round number"]


def find(document: Document) -> tuple[Figure, ...]:
    """Return the figures in reading order, without period, speaker and status (see `context`)."""
    text = document.text
    found: list[Figure] = []
    last: Predicate | None = None
    for sentence in document.sentences:
        read = line.read(text, sentence)
        if read is not None:
            told, last = _figures(read, sentence, last)
            found += told
    dollar = currencies.declared_dollar(text) if "dollars" in text or "currency" in text else None
    return tuple([_in_dollars(figure, text, dollar) for figure in found] if dollar else found)


def _in_dollars(figure: Figure, text: str, dollar: str) -> Figure:
    """Return a figure with a bare "$" in the currency the text declares."""
    if figure.unit and figure.unit.startswith("USD") and text[figure.span.start] == "$":
        return replace(figure, unit=dollar + figure.unit[3:])
    return figure


class _Said(NamedTuple):
    """What the sentence says of a quantity."""

    label: measure.Measure | None = None
    bound: bounds.Bound | None = None
    direction: Change | None = None
    move: Move | None = None
    told: Predicate | None = None
    owner: Phrase | None = None  # who offers, pays or fines


def _figures(
    read: line.Line, sentence: Sentence, earlier: Predicate | None
) -> tuple[list[Figure], Predicate | None]:
    """Return the figures of a sentence, and what is done to the last; `earlier` is that of the one before it."""
    found = ranges.join(read, quantities.read(read))
    if not found:
        return [], earlier
    for quantity in found:
        quantity.front = bounds.front(read, quantity.first)
    elision.fill(read, found)
    measure.take(read, found)
    figures: list[Figure] = []
    neighbours = Neighbours(sentence)
    said = _Said()
    last: Quantity | None = None
    for quantity in found:
        if last is None or not measure.restates(read, last, quantity):
            before, said = said, _Said()
        if children.counted(read, quantity):
            quantity.kind, quantity.unit = "count", children.UNIT
        strength = magnitudes.find(read, quantity)
        if strength and quantity.counted:
            quantity.unit = magnitudes.UNIT  # nobody counts 6.1 earthquakes
        deal = deals.find(read, quantity)
        same = last is not None and (quantity.arrived or measure.compares(read, last, quantity))
        label = (
            said.label
            or strength
            or (before.label if same else None)
            or (deal.measure if deal else measure.find(read, quantity, last))
        )
        direction = None
        if not quantity.arrived:  # the amount in front of a level tells the change
            direction = _direction(read, quantity) or said.direction
            direction = direction or _gapped(read, last, before.direction, quantity)
        said = _Said(
            label,
            _bound(read, quantity) or said.bound,
            direction,
            (change.move(read, quantity.front) if direction else None) or said.move,
            said.told
            or (
                deal.told
                if deal
                else predicates.find(read, quantity, label, (last, before.told) if last else None)
            ),
            said.owner or (deal.owner if deal else None),
        )
        last = quantity
        figures.append(_figure(read, quantity, said, neighbours, earlier))
        earlier = said.told or earlier
    return (_listed(read, found, figures) if len(found) > 1 else figures), earlier


def _listed(read: line.Line, found: list[Quantity], figures: list[Figure]) -> list[Figure]:
    """Return the figures, those listed with one behind which a change is told given it: "12% and 13% lower"."""
    for i in range(len(found) - 2, -1, -1):
        first, second = found[i], found[i + 1]
        joined = read.low[first.stop : second.first] in (["and"], ["or"]) and first.unit == second.unit
        if joined and figures[i].change is None and change.behind(read, second.stop):
            figures[i] = replace(figures[i], change=figures[i + 1].change)
    return figures


def _gapped(read: line.Line, last: Quantity | None, told: Change | None, quantity: Quantity) -> Change | None:
    """Return the direction of a move whose verb was said before: "Acme fell by 2%, Brook by 3%"."""
    if last is None or told is None or last.kind != quantity.kind or read.low[quantity.front - 1] != "by":
        return None
    return None if any(look & VERBAL for look in read.looks[last.stop : quantity.front]) else told


def _direction(read: line.Line, quantity: Quantity) -> Change | None:
    kind = "percent" if quantity.unit == "point" else quantity.kind
    found = change.find(read, quantity.first, quantity.stop, kind)
    if found is None and quantity.high is not None:
        return change.moved(read, quantity.front, quantity.value, quantity.high)
    return found


def _bound(read: line.Line, quantity: Quantity) -> bounds.Bound | None:
    if quantity.high is not None and read.low[quantity.front - 1] in ("from", "between"):
        return None  # "from up to 40 to 60 miles"
    time = units.is_time(quantity.unit)
    if time and read.low[quantity.first - 1] == "over" and read.low[quantity.stop] == "of":
        return None  # "over ten months of this year"
    return bounds.find(read, quantity.front, quantity.first, quantity.stop, time=time)


def _figure(
    read: line.Line, quantity: Quantity, said: _Said, neighbours: Neighbours, before: Predicate | None
) -> Figure:
    label, told, bound = said.label, said.told, said.bound
    value: float | tuple[float, float] = quantity.value
    if quantity.high is not None:
        value = (quantity.value, quantity.high)
    elif quantity.number.form == "vague":
        value = (quantity.value, quantity.value * 10)
    name = span = None
    if label:
        span = _span(read, label.first, label.stop)
        name = _words(read.text, span)
        if label.holder:
            name = f"{name}, {_words(read.text, _span(read, *label.holder))}"
        if label.aspect:
            name = f"{label.aspect} {name}" if " " in label.aspect else f"{label.aspect} of {name}"
    whose = owner.trimmed(read, said.owner) if said.owner else owner.find(read, quantity, label, told)
    owned = _span(read, *whose) if whose else None
    people = told is not None and told.people and predicates.names_people(quantity)
    partial = portions.find(read, quantity, told, before)
    place = _span(read, quantity.first, quantity.stop)
    return Figure(
        place,
        "count" if people else quantity.kind,
        value,
        "people" if people else quantity.unit,
        name,
        span,
        bound.modifier if bound else None,
        said.direction,
        said.move,
        partial,
        precision.told(place.of(read.text), value),
        quantity.attributive,
        predicate=told.name if told else None,
        predicate_span=_span(read, told.first, told.stop) if told else None,
        owner=_words(read.text, owned) if owned else None,
        owner_span=owned,
        aspect=aspect.find(read, quantity, label, said.direction, said.move, partial=partial),
        context=neighbours.of(place),
        side=_side(read, quantity, bound),
    )


def _side(read: line.Line, quantity: Quantity, bound: bounds.Bound | None) -> Side | None:
    if quantity.number.form == "vague":
        return "above"
    if bound and (bound.side or bound.modifier != "~"):
        return bound.side
    told = read.low[quantity.number.first : quantity.number.stop]
    return None if _ROUND.isdisjoint(told) else "around"


def _span(read: line.Line, first: int, stop: int) -> Span:
    tokens = read.tokens
    return Span(tokens[first].start, tokens[stop - 1].end)


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
