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
    currencies,
    elision,
    line,
    measure,
    owner,
    precision,
    predicates,
    quantities,
    ranges,
    units,
)
from core.extract.figures.neighbours import Neighbours
from core.model import Figure, Span

if TYPE_CHECKING:
    from core.extract.document import Document, Sentence
    from core.extract.figures.predicate_words import Predicate
    from core.extract.figures.quantities import Quantity
    from core.model import Change, Modifier, Move


def find(document: Document) -> tuple[Figure, ...]:
    """Return the figures in reading order, without period, speaker and status (see `context`)."""
    text = document.text
    found: list[Figure] = []
    for sentence in document.sentences:
        read = line.read(text, sentence)
        if read is not None:
            found += _figures(read, sentence)
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
    modifier: Modifier | None = None
    direction: Change | None = None
    move: Move | None = None
    told: Predicate | None = None


def _figures(read: line.Line, sentence: Sentence) -> list[Figure]:
    found = ranges.join(read, quantities.read(read))
    if not found:
        return []
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
        same = last is not None and (quantity.arrived or measure.compares(read, last, quantity))
        label = said.label or (before.label if same else None) or measure.find(read, quantity, last)
        direction = None
        if not quantity.arrived:  # the amount in front of a level tells the change
            direction = _direction(read, quantity) or said.direction
            direction = direction or _gapped(read, last, before.direction, quantity)
        said = _Said(
            label,
            _modifier(read, quantity) or said.modifier,
            direction,
            (change.move(read, quantity.front) if direction else None) or said.move,
            said.told or predicates.find(read, quantity, label, (last, before.told) if last else None),
        )
        last = quantity
        figures.append(_figure(read, quantity, said, neighbours))
    return _listed(read, found, figures) if len(found) > 1 else figures


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


def _modifier(read: line.Line, quantity: Quantity) -> Modifier | None:
    if quantity.high is not None and read.low[quantity.front - 1] in ("from", "between"):
        return None  # "from up to 40 to 60 miles"
    time = units.is_time(quantity.unit)
    if time and read.low[quantity.first - 1] == "over" and read.low[quantity.stop] == "of":
        return None  # "over ten months of this year"
    return bounds.find(read, quantity.front, quantity.first, quantity.stop, time=time)


def _figure(read: line.Line, quantity: Quantity, said: _Said, neighbours: Neighbours) -> Figure:
    label, told = said.label, said.told
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
    whose = owner.find(read, quantity, label, told)
    owned = _span(read, *whose) if whose else None
    people = told is not None and told.people and predicates.names_people(quantity)
    partial = measure.is_part(read, quantity.stop)
    place = _span(read, quantity.first, quantity.stop)
    return Figure(
        place,
        "count" if people else quantity.kind,
        value,
        "people" if people else quantity.unit,
        name,
        span,
        said.modifier,
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
    )


def _span(read: line.Line, first: int, stop: int) -> Span:
    tokens = read.tokens
    return Span(tokens[first].start, tokens[stop - 1].end)


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
